"""Paints a cell of the list of claims: texts, and the sign of what came of a claim."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from timeline_app.look import fonts, theme
from timeline_app.look.outcome_signs import SIGN, draw_sign, sign_colour
from timeline_app.model.verdict import verdict_of
from timeline_app.panes.claim_model import OUTCOME_AT, SPEAKER_AT, ClaimModel, cell_words
from timeline_app.panes.list_cells import PAD, ListCells, colour_of, paint_text

SIGN_ROOM = 18
GAP = 5
LEAST_CAPACITY = 90
"""A shorter piece of somebody's office tells nothing."""


class ClaimCells(ListCells):
    """One cell of the list of claims."""

    def __init__(self, model: ClaimModel) -> None:
        super().__init__()
        self._model = model

    def paint_cell(
        self, painter: QPainter, rect: QRect, row: int, column: int, selected: bool
    ) -> None:
        told = self._model.row(row)
        if told is None:
            return
        tokens = theme.current()
        colour = colour_of(selected, tokens)
        quiet = tokens.onink if selected else tokens.ink3
        if column == OUTCOME_AT:
            verdict = verdict_of(told.verdict)
            ink = tokens.onink if selected else sign_colour(verdict, tokens)
            ground = tokens.ink if selected else tokens.canvas
            size = max(SIGN, fonts.scaled(SIGN))
            middle = rect.top() + rect.height() / 2
            draw_sign(painter, verdict, rect.left() + PAD + size / 2, middle, ink, ground, size)
            rect = rect.adjusted(fonts.scaled(SIGN_ROOM), 0, 0, 0)
        if column == SPEAKER_AT:
            wide = paint_text(painter, rect, told.speaker_of_day, colour)
            left = rect.adjusted(wide + GAP, 0, 0, 0)
            if told.capacity and left.width() > fonts.scaled(LEAST_CAPACITY):
                paint_text(painter, left, told.capacity, quiet)
            return
        paint_text(painter, rect, cell_words(told, column, short=True), colour)

    def shows(self, text: str, column: int, wide: int) -> bool:
        sign = fonts.scaled(SIGN_ROOM) if column == OUTCOME_AT else 0
        return super().shows(text, column, wide - sign)
