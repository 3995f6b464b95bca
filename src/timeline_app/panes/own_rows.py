"""Rows that belong to one view."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView


def show_own(view: QAbstractItemView, rows: QAbstractItemModel) -> None:
    """The view shows these rows, which go with it: else they would become garbage, and go on
    whatever thread looks for that."""
    rows.setParent(view)
    view.setModel(rows)
