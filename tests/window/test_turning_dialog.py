"""Turning points beside the window."""

from timeline_app.dates.civil import day_of
from timeline_app.session.measure import Measure
from timeline_app.session.report_numbers import period_shown
from timeline_app.session.turning import turned
from timeline_app.session.turning_words import turning_lines
from timeline_app.window.main_window import MainWindow
from timeline_app.window.turning_dialog import TurningDialog, TurningPicture


def _dialog(window: MainWindow) -> TurningDialog:
    window.live.by_key["turning-points"].trigger()
    return window.frame.findChildren(TurningDialog)[-1]


def test_it_says_and_paints_what_the_shell_answers(window: MainWindow) -> None:
    window.session.measure_by(Measure(draws=100))
    dialog, now = _dialog(window), window.session.snapshot
    period = period_shown(now)
    assert period is not None
    assert dialog.found is not None
    lines = turning_lines(turned(now, period, now.measure))
    assert turning_lines(dialog.found) == lines
    (picture,) = dialog.findChildren(TurningPicture)
    assert picture.accessibleDescription() == "\n".join(lines)
    image = picture.grab().toImage()
    turn = dialog.found.counts[0]
    x = round(picture.left_of(turn.at))
    dark = [image.pixelColor(x + step, 4).lightness() for step in (-1, 0)]
    assert min(dark) < 60  # the line of a number that turns reaches the top
    assert sum(dialog.found.events) <= len(dialog.found.of.events)


def test_a_short_period_says_too_few(window: MainWindow) -> None:
    window.session.set_span(day_of(2014, 1, 1), day_of(2014, 12, 31))
    dialog = _dialog(window)
    assert dialog.found is not None
    assert dialog.found.few
    assert not dialog.findChildren(TurningPicture)
