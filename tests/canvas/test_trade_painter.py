"""Trade in the rows of the balance: a step at its height and days, and two sources as two marks."""

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from made_scenes import scale_of
from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.partner_shares import PartnerShares, ToldShare
from timeline_app.canvas.balance_rows import Row
from timeline_app.canvas.trade_painter import paint_trade
from timeline_app.dates.civil import day_of
from timeline_app.look.tokens import LIGHT
from timeline_app.model.view import View
from timeline_app.session.measure import IMPORTS
from timeline_app.session.partnering import Trade

FIRST, LAST = day_of(2013, 1, 1), day_of(2013, 12, 31)
SCALE = scale_of(View(float(day_of(2012, 1, 1)), 3 * 365.25))
ROWS = tuple(Row(40.0 * n, 40.0) for n in range(len(PARTNERS)))


def painted(*told: ToldShare) -> QImage:
    """Half of all imports from the first vector, none recorded of the others, in one year."""
    amounts = np.full((1, len(PARTNERS)), np.nan)
    amounts[0, 0] = 50.0
    year = np.array([FIRST], np.int64), np.array([LAST], np.int64)
    line = PartnerShares("A register", "USD", ("2013",), *year, amounts, np.array([100.0]))
    image = QImage(1000, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.canvas))
    painter = QPainter(image)
    paint_trade(painter, Trade(IMPORTS, ("KAZ",), (line,), told), SCALE, ROWS, LIGHT)
    painter.end()
    return image


def inked(image: QImage, n: int, left: float, right: float) -> set[int]:
    """The rows of pixels in which anything stands between two days of the row of a vector."""
    paper = QColor(LIGHT.canvas).rgb()
    xs, row = range(round(left), round(right)), ROWS[n]
    ys = range(round(row.top), round(row.bottom))
    return {y for y in ys if any(image.pixel(x, y) != paper for x in xs)}


def test_a_step_lies_in_its_days_at_its_height(qtbot: QtBot) -> None:
    image = painted()
    begin, end = SCALE.x(FIRST), SCALE.x(LAST + 1)
    step = inked(image, 0, begin + 1, end - 1)
    assert step and all(abs(y - ROWS[0].y(0.5)) <= 2 for y in step)
    assert not inked(image, 0, SCALE.left_px, begin - 3)
    assert not inked(image, 0, end + 3, SCALE.right_px)
    assert not any(inked(image, n, SCALE.left_px, SCALE.right_px) for n in range(1, len(PARTNERS)))


def test_what_another_source_tells_is_a_mark_of_its_own_with_its_name(qtbot: QtBot) -> None:
    told = ToldShare("A journalist", 0, "RUS", "2013", FIRST, LAST, 0.9)
    before, image = painted(), painted(told)
    middle = SCALE.x((FIRST + LAST + 1) / 2)
    marks = inked(image, 0, middle - 12, middle + 12) - inked(before, 0, middle - 12, middle + 12)
    assert any(abs(y - ROWS[0].y(0.9)) <= 5 for y in marks)
    assert any(abs(y - ROWS[0].y(0.5)) <= 5 for y in marks)
    words = inked(image, 0, middle + 20, SCALE.right_px) - inked(
        before, 0, middle + 20, SCALE.right_px
    )
    assert len(words) >= 6
