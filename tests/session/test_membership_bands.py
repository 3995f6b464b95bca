"""Which memberships are drawn behind the lanes, and when they no longer are."""

from pathlib import Path

from timeline_app.model.membership_rows import member_key
from timeline_app.session.membership_bands import MOST_BANDS
from timeline_app.session.session import Session


def keys(session: Session, id: str) -> list[int]:
    table = session.snapshot.memberships
    at = [organisation.id for organisation in table.organisations].index(id)
    states = sorted(set(table.state[table.organisation == at].tolist()))
    return [member_key(table, at, state) for state in states]


def test_chosen_twice_is_taken_back(session: Session) -> None:
    one, other = keys(session, "org-csto")[:2]
    session.toggle_membership_band(one)
    session.toggle_membership_band(other)
    assert session.snapshot.membership_bands == (one, other)
    session.toggle_membership_band(one)
    assert session.snapshot.membership_bands == (other,)
    session.clear_membership_bands()
    assert session.snapshot.membership_bands == ()


def test_a_further_one_takes_the_place_of_the_first(session: Session) -> None:
    several = keys(session, "org-csto")[: MOST_BANDS + 1]
    for key in several:
        session.toggle_membership_band(key)
    assert session.snapshot.membership_bands == tuple(several[1:])


def test_what_is_no_membership_is_not_drawn(session: Session) -> None:
    for key in (-1, 10**9):
        session.toggle_membership_band(key)
    assert session.snapshot.membership_bands == ()


def test_they_go_with_the_archive(session: Session, shipped_archive: Path) -> None:
    session.toggle_membership_band(keys(session, "org-csto")[0])
    assert session.open_archive(shipped_archive)
    assert session.snapshot.membership_bands == ()


def test_they_go_with_their_organisation(session: Session) -> None:
    of_csto, of_wto = keys(session, "org-csto")[0], keys(session, "org-wto")[0]
    session.toggle_membership_band(of_csto)
    session.toggle_membership_band(of_wto)
    session.show_organisations(("org-wto",))
    assert session.snapshot.membership_bands == (of_wto,)


def test_a_selection_leaves_them(session: Session) -> None:
    key = keys(session, "org-csto")[0]
    session.toggle_membership_band(key)
    session.select_end(last=True)
    session.select(())
    assert session.snapshot.membership_bands == (key,)
