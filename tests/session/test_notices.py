"""Every change is told once, whole, and in order."""

from dataclasses import replace

from timeline_app.session.nothing_open import nothing_open
from timeline_app.session.notices import Notices
from timeline_app.session.snapshot import Snapshot


def asking(snapshot: Snapshot, query: str) -> Snapshot:
    return replace(snapshot, query=query)


def test_a_change_is_told_with_what_was_before() -> None:
    start = nothing_open()
    notices = Notices(start)
    heard: list[tuple[Snapshot, Snapshot]] = []
    notices.listen(lambda before, after: heard.append((before, after)))
    after = asking(start, "one")
    notices.show(after)
    assert heard == [(start, after)]


def test_changes_made_together_are_told_as_one() -> None:
    notices = Notices(nothing_open())
    heard: list[str] = []
    notices.listen(lambda before, after: heard.append(before.query + ">" + after.query))
    with notices.together():
        notices.show(asking(notices.snapshot, "one"))
        with notices.together():
            notices.show(asking(notices.snapshot, "two"))
        assert heard == []
    assert heard == [">two"]


def test_nothing_changed_is_not_told() -> None:
    notices = Notices(nothing_open())
    heard: list[str] = []
    notices.listen(lambda before, after: heard.append(after.query))
    with notices.together():
        pass
    notices.show(notices.snapshot)
    assert heard == []


def test_a_change_by_a_listener_is_told_to_all_after_the_first() -> None:
    notices = Notices(nothing_open())
    heard: list[tuple[str, str]] = []

    def eager(_: Snapshot, after: Snapshot) -> None:
        heard.append(("eager", after.query))
        if after.query == "one":
            notices.show(asking(after, "two"))

    notices.listen(eager)
    notices.listen(lambda _, after: heard.append(("late", after.query)))
    notices.show(asking(notices.snapshot, "one"))
    assert heard == [("eager", "one"), ("late", "one"), ("eager", "two"), ("late", "two")]


def test_who_stops_listening_hears_no_more() -> None:
    notices = Notices(nothing_open())
    heard: list[str] = []
    stop = notices.listen(lambda before, after: heard.append(after.query))
    notices.show(asking(notices.snapshot, "one"))
    stop()
    notices.show(asking(notices.snapshot, "two"))
    assert heard == ["one"]


def test_who_stops_twice_silences_nobody_else() -> None:
    notices = Notices(nothing_open())
    heard: list[str] = []
    stop = notices.listen(lambda _, after: heard.append(after.query))
    notices.listen(lambda _, after: heard.append(after.query.upper()))
    stop()
    stop()
    notices.show(asking(notices.snapshot, "one"))
    assert heard == ["ONE"]
