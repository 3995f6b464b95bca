"""Dialogs that are put away: one that was closed is no more, and hears of nothing that comes late.

Its parent would keep it else, hidden, for as long as the window stands; and each change of theme or
of the size of text would dress it again.
"""

from collections.abc import Callable
from typing import ParamSpec

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

Of = ParamSpec("Of")


def agreed(dialog: QDialog) -> bool:
    """Asks, and says whether the reader agreed. What the dialog holds may be read until the loop
    has its next turn."""
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer


def while_it_is(hearer: QObject, heard: Callable[Of, None]) -> Callable[Of, None]:
    """`heard`, as long as what hears has not been put away."""

    def told(*made: Of.args, **named: Of.kwargs) -> None:
        if isValid(hearer):
            heard(*made, **named)

    return told
