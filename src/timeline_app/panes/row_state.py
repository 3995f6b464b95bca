"""Whether a row that is painted has the mouse upon it, or the keyboard."""

from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem


def row_state(view: QAbstractItemView, option: QStyleOptionViewItem) -> tuple[bool, bool]:
    """Of a row of this view: whether the mouse is on it, and whether it has the focus.

    Qt's own answer is only asked for where one of them can be: who first names a state of its
    styles has hundreds of names made, and no window opens with the mouse or the keyboard in a list.
    """
    if not (view.hasFocus() or view.viewport().underMouse()):
        return False, False
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - see above

    state: QStyle.StateFlag = option.state
    flags = QStyle.StateFlag
    return bool(state & flags.State_MouseOver), bool(state & flags.State_HasFocus)
