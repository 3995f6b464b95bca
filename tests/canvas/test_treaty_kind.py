"""What hands and keys do in the tracks of treaties and memberships, and what is said of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.canvas.membership_kind import MembershipKind
from timeline_app.canvas.treaty_kind import TreatyKind
from timeline_app.look import fonts
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band
from timeline_app.session.session import Session


@pytest.fixture
def session(qtbot: QtBot, shipped_archive: Path) -> Iterator[Session]:
    fonts.load()
    made = Session()
    assert made.open_archive(shipped_archive)
    yield made
    made.close()


def scale(session: Session) -> TimeScale:
    return TimeScale.of(session.snapshot.view, 140, 1200)


def key_of(session: Session, id: str) -> int:
    table = session.snapshot.instruments
    return int(table.key[table.ids.index(id)])


def test_the_head_counts_what_passes_and_says_how_many_are_drawn(session: Session) -> None:
    kind = TreatyKind(session)
    track = kind.track(session.snapshot)
    assert track is not None and kind.track(session.snapshot) is track
    drawn = track.compose(scale(session), Band(0.0, 120.0), resting=True)
    head = kind.head(session.snapshot, drawn)
    assert head.count == 80
    assert head.captions == (f"{len(drawn.lines)} of 80 drawn",)
    session.set_terms("state", {"TKM"})
    assert kind.track(session.snapshot) is not track


def test_a_click_selects_a_treaty_and_its_tip_tells_its_steps(session: Session) -> None:
    kind, key = TreatyKind(session), key_of(session, "instrument-eaeu-treaty")
    session.select_instrument(key)
    track = kind.track(session.snapshot)
    assert track is not None
    drawn = track.compose(scale(session), Band(0.0, 120.0), resting=True)
    place = drawn.place_of(key)
    assert place is not None
    session.select(())
    kind.press(place)
    assert kind.selected(session.snapshot) == key
    title, rest = kind.tip(place)
    assert title == "Treaty on the Eurasian Economic Union"
    assert "9 October 2014: ratified: Kazakhstan" in rest
    assert title in kind.spoken(session.snapshot)
    first, last = kind.days(session.snapshot, key)
    assert first < last <= session.snapshot.home.end


def test_keys_enter_at_the_nearest_and_step_on(session: Session) -> None:
    kind = TreatyKind(session)
    table = session.snapshot.instruments
    row = table.ids.index("instrument-eaeu-treaty")
    assert kind.enter(session.snapshot, int(table.life.first[row]))
    first = session.snapshot.instrument
    assert first == int(table.key[row])
    kind.step(session.snapshot, 1)
    assert session.snapshot.instrument == int(table.key[row + 1])
    kind.step(session.snapshot, -1)
    assert session.snapshot.instrument == first


def test_folded_treaties_that_lie_together_are_selected_one_after_the_other(
    session: Session,
) -> None:
    kind = TreatyKind(session)
    track = kind.track(session.snapshot)
    assert track is not None
    drawn = track.compose(scale(session), Band(0.0, 26.0, folded=True), resting=True)
    xs = (place for x in range(140, 1340) if (place := drawn.place_at(x, 13.0)) is not None)
    together = next(place for place in xs if len(place.keys) > 1)
    assert str(len(together.keys)) in kind.tip(together)[0]
    chosen = []
    for _ in together.keys:
        kind.press(together)
        chosen.append(session.snapshot.instrument)
    assert chosen == list(together.keys)


def test_memberships_follow_countries_and_chosen_organisations(session: Session) -> None:
    kind = MembershipKind(session)
    session.set_terms("state", {"UZB"})
    session.show_organisations(("org-csto",))
    track = kind.track(session.snapshot)
    assert track is not None and len(track.rows) == 1
    drawn = track.compose(scale(session), Band(0.0, 60.0), resting=True)
    (line,) = drawn.lines
    assert line.label == "CSTO, UZB"
    assert (len(line.spans), len(line.others)) == (2, 1)
    place = drawn.place_of(line.key)
    assert place is not None
    title, rest = kind.tip(place)
    assert title == "Collective Security Treaty Organization, Uzbekistan"
    assert "15 May 1992 to 2 April 1999" in rest and "COW IGO" in rest
    session.show_organisations(())
    other = kind.track(session.snapshot)
    assert other is not None and len(other.rows) > 1


def test_a_tip_says_where_the_source_ends_and_not_the_membership(session: Session) -> None:
    kind = MembershipKind(session)
    session.show_organisations(("org-wto",))
    session.set_terms("state", {"TJK"})
    track = kind.track(session.snapshot)
    assert track is not None
    drawn = track.compose(scale(session), Band(0.0, 60.0), resting=True)
    assert drawn.lines[0].spans[0].fades
    place = drawn.place_of(drawn.lines[0].key)
    assert place is not None
    assert "the source tells nothing after 31 December 2014" in kind.tip(place)[1]


def test_an_archive_without_treaties_has_no_such_tracks() -> None:
    session = Session()
    assert TreatyKind(session).track(session.snapshot) is None
    assert MembershipKind(session).track(session.snapshot) is None


def test_a_click_on_a_membership_draws_it_behind_the_lanes_and_another_takes_it_away(
    session: Session,
) -> None:
    kind = MembershipKind(session)
    track = kind.track(session.snapshot)
    assert track is not None
    drawn = track.compose(scale(session), Band(0.0, 60.0), resting=True)
    place = drawn.place_of(drawn.lines[-1].key)
    assert place is not None and "Click to draw it behind" in kind.tip(place)[1]
    before = session.snapshot
    kind.press(place)
    assert session.snapshot.membership_bands == place.keys
    assert kind.differs(before, session.snapshot)
    assert "Click to take it away" in kind.tip(place)[1]
    kind.press(place)
    assert session.snapshot.membership_bands == ()


def test_a_chosen_membership_keeps_its_row_where_there_is_room_for_one(session: Session) -> None:
    kind = MembershipKind(session)
    track = kind.track(session.snapshot)
    assert track is not None
    last = track.key(max(track.rows, key=lambda row: row.rank))
    session.toggle_membership_band(last)
    again = kind.track(session.snapshot)
    assert again is track
    drawn = again.compose(scale(session), Band(0.0, 20.0), resting=True)
    assert [line.key for line in drawn.lines] == [last]
