"""Modules are imported as Python does it, though Qt's binding would watch each import.

PySide6 puts a function of its own in the place of `__import__`: it reads the source of every module
that is imported from then on, to learn whether that may want Qt's names spelt another way
(`__feature__`). No module of ours does. The reading was a tenth of the start, and kept every line
of every source in memory.
"""

import builtins
import gc
from importlib import import_module

from timeline_app.look.late_modules import read_late
from timeline_app.look.whole_errors import keep_errors_whole

_KEPT = "__orig_import__"
"""Where the binding keeps what Python had."""


def import_plainly() -> None:
    """Imports the binding, then puts back what was there before its watch, and keeps errors whole
    that pass through it.

    Nor is garbage looked for from now on, until the window stands: what is imported stays to the
    end, and looking through it again and again takes a tenth of the time of the imports.
    """
    gc.disable()
    with read_late():
        core = import_module("PySide6.QtCore")
    keep_errors_whole(core.QObject)
    own = getattr(builtins, _KEPT, None)
    if own is not None:
        setattr(builtins, "__import__", own)  # noqa: B010 - no name to be assigned to, for mypy
