"""Frames at rest: what came and went leaves no trace, and the timeline tells of what is shown, not
of the way there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication

from timeline_app.canvas.centre import Centre
from timeline_app.canvas.timeline_view import TimelineView
from timeline_app.dates.civil import day_of
from timeline_app.model.view import View
from timeline_app.session.session import Session

Act = Callable[[Session, TimelineView], object]

SPRING = View(float(day_of(2014, 2, 26)), 106.0)
WAYS: dict[str, tuple[Act, Act]] = {
    "a brush": (
        lambda session, _: session.set_span(day_of(2013, 9, 1), day_of(2014, 8, 31)),
        lambda session, _: session.clear_clause("day"),
    ),
    "two periods": (
        lambda session, _: (
            session.set_span(day_of(2013, 9, 1), day_of(2014, 2, 28)),
            session.set_second(day_of(2014, 3, 1), day_of(2014, 8, 31)),
        ),
        lambda session, _: session.clear_all(),
    ),
    "one state": (
        lambda session, _: session.set_terms("state", ["KAZ"]),
        lambda session, _: session.clear_all(),
    ),
    "a closer look": (
        lambda session, _: session.set_view(SPRING),
        lambda session, _: session.fit_all(),
    ),
    "other lanes": (
        lambda session, _: session.group_by("kind"),
        lambda session, _: session.group_by("vector"),
    ),
    "less room": (
        lambda _, view: view.window().resize(1440, 420),
        lambda _, view: view.window().resize(1440, HIGH),
    ),
}
HIGH = 560
"""Here all stacks are whole, and have little room to spare."""


@pytest.mark.parametrize("way", WAYS)
def test_the_picture_is_what_it_was(centre: Centre, session: Session, way: str) -> None:
    view = centre.timeline

    def rested() -> tuple[object, object]:
        QCoreApplication.processEvents()  # what lies around it has come to rest too
        view.settle()
        frame = view.frame()
        assert frame is not None
        labels = sorted(frame.drawn.labels, key=lambda label: (label.lane, label.row))
        return frame.drawn.boxes, labels

    view.window().resize(1440, HIGH)
    first = rested()
    there, back = WAYS[way]
    there(session, view)
    assert rested() != first
    back(session, view)
    rested()
    assert rested() == first
