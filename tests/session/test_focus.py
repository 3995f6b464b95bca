"""One thing is in focus at a time."""

from timeline_app.session.focus import NOTHING, alone, is_nothing
from timeline_app.session.session import Session


def test_what_is_chosen_lets_go_of_the_rest() -> None:
    assert alone({"instrument": 3}) == {**NOTHING, "instrument": 3}
    assert alone({"claim": 0, "view": 1}) == {**NOTHING, "claim": 0, "view": 1}
    assert alone({"selected": ()}) == {"selected": ()}
    assert alone({"busy": "x"}) == {"busy": "x"}


def test_a_treaty_and_events_are_not_selected_together(session: Session) -> None:
    key, event = int(session.snapshot.instruments.key[5]), int(session.snapshot.table.occurrence[5])
    session.select((event,))
    session.select_instrument(key)
    assert (session.snapshot.selected, session.snapshot.instrument) == ((), key)
    session.select((event,))
    assert (session.snapshot.selected, session.snapshot.instrument) == ((event,), None)
    session.select_instrument(key)
    assert not is_nothing(session.snapshot)
    session.select(())
    assert is_nothing(session.snapshot)
    assert (session.snapshot.selected, session.snapshot.instrument) == ((), None)


def test_a_selected_treaty_comes_into_view_and_fits(session: Session) -> None:
    now = session.snapshot
    row = now.instruments.ids.index("instrument-manas-base")
    session.show_days(2_440_000, 2_440_100)
    session.select_instrument(int(now.instruments.key[row]))
    life = now.instruments.life
    assert session.snapshot.view.first <= life.last[row] + 1
    assert session.snapshot.view.end >= life.first[row]
    session.fit_selection()
    view = session.snapshot.view
    assert view.first <= life.first[row] < life.last[row] < view.end
    assert view.days < 1.1 * (life.last[row] - life.first[row])


def test_steps_go_through_the_treaties_that_pass(session: Session) -> None:
    session.set_terms("vector", {"Iran"})
    seen = []
    session.show_days(2_448_000, 2_448_100)
    for _ in range(40):
        session.step_instrument(1)
        seen.append(session.snapshot.instrument)
    rows = session.snapshot.instruments_passing.mask.nonzero()[0]
    keys = session.snapshot.instruments.key[rows].tolist()
    assert list(dict.fromkeys(seen)) == keys
