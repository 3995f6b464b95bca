"""Errors that leave an override of one of Qt's functions are whole.

Before Python 3.12 an error that was raised in C (an index out of range, a division by zero) is in
parts until somebody catches it. Qt's binding (6.9 to 6.11 at least) reads the error of an override
that it was asked for by Python: of a picture that is painted at once, of an event that is handed
on. One in parts brings the whole process down there, and nobody hears of what went wrong.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

BINDING = "PySide6"


def keep_errors_whole(root: type[Any]) -> None:
    """From now on every override in a class that derives from `root`, which is Qt's."""
    if sys.version_info < (3, 12):
        setattr(root, "__init_subclass__", classmethod(_guard))  # noqa: B010 - mypy knows no such


def _guard(kind: type[Any]) -> None:
    """Has each override of this class catch what passes through it, and raise that again."""
    bases = [base for base in kind.__mro__[1:] if base.__module__.partition(".")[0] == BINDING]
    for name, own in list(vars(kind).items()):
        if isinstance(own, FunctionType) and any(name in vars(base) for base in bases):
            setattr(kind, name, _whole(own))


def _whole(own: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(own)
    def override(*values: Any, **named: Any) -> Any:
        try:
            return own(*values, **named)
        except BaseException:  # to catch it is what makes it whole
            raise

    return override
