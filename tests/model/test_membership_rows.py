"""Which memberships are shown, and which of several sources is followed."""

from pathlib import Path

import pytest

from timeline_app.model.membership_rows import (
    FIRST_ORGANISATIONS,
    MemberRow,
    by_changes,
    changes,
    chosen_organisations,
    member_rows,
)
from timeline_app.model.membership_table import MembershipTable, no_memberships
from timeline_app.store.archive import Archive
from timeline_app.store.memberships import read_memberships


@pytest.fixture(scope="module")
def table(shipped_archive: Path) -> MembershipTable:
    archive = Archive.open(shipped_archive)
    found = read_memberships(archive)
    archive.close()
    return found


def code(table: MembershipTable, organisation: int) -> str:
    return table.organisations[organisation].code


def row_of(table: MembershipTable, organisation: str, state: str) -> MemberRow:
    rows = member_rows(table, range(len(table.organisations)), {state})
    return next(row for row in rows if code(table, row.organisation) == organisation)


def starts(table: MembershipTable, rows: tuple[int, ...]) -> list[str]:
    return [table.texts[row][0] for row in rows]


def test_the_first_ones_are_those_of_which_most_changes_are_told(table: MembershipTable) -> None:
    counted, ordered = changes(table), by_changes(table)
    assert [counted[o] for o in ordered] == sorted(counted.values(), reverse=True)
    assert {"CSTO", "SCO", "EAEU", "OTS"} <= {code(table, o) for o in ordered[:4]}
    assert chosen_organisations(table, ()) == ordered[:FIRST_ORGANISATIONS]


def test_what_is_chosen_is_shown_and_what_is_not_there_is_no_choice(table: MembershipTable) -> None:
    chosen = chosen_organisations(table, ("org-un", "org-osce", "nothing"))
    assert {code(table, o) for o in chosen} == {"UN", "OSCE"}
    assert chosen_organisations(table, ("nothing",)) == chosen_organisations(table, ())


def test_the_closest_source_is_followed_and_one_that_differs_stands_beside_it(
    table: MembershipTable,
) -> None:
    uzbekistan = row_of(table, "CSTO", "UZB")
    assert starts(table, uzbekistan.rows) == ["1992-05-15", "2006-06-23"]
    assert starts(table, uzbekistan.others) == ["2002"]  # the register knows no years outside
    five = row_of(table, "SCO", "KAZ")
    assert (starts(table, five.rows), starts(table, five.others)) == (["2001-06"], ["1996"])


def test_a_source_that_only_knows_less_closely_does_not_differ(table: MembershipTable) -> None:
    member = row_of(table, "UN", "KAZ")
    assert (starts(table, member.rows), member.others) == (["1992-03-02"], ())


def test_each_state_of_each_organisation_is_one_row(table: MembershipTable) -> None:
    rows = member_rows(table, range(len(table.organisations)))
    pairs = [(row.organisation, row.state) for row in rows]
    assert len(pairs) == len(set(pairs))
    told = set(zip(table.organisation.tolist(), table.state.tolist(), strict=True))
    assert set(pairs) == told
    assert all(row.rows and not set(row.rows) & set(row.others) for row in rows)


def test_the_five_states_come_first_and_may_be_put_together(table: MembershipTable) -> None:
    chosen = chosen_organisations(table, ("org-csto", "org-sco"))
    states = [table.states[row.state].id for row in member_rows(table, chosen[:1])]
    assert states[:3] == ["KAZ", "KGZ", "TJK"]
    together = member_rows(table, chosen, by_state=True)
    assert [table.states[row.state].id for row in together][:2] == ["KAZ", "KAZ"]
    only = member_rows(table, chosen, {"RUS"})
    assert {table.states[row.state].id for row in only} == {"RUS"}


def test_what_differs_from_the_other_members_outranks_the_rest(table: MembershipTable) -> None:
    chosen = chosen_organisations(table, ())
    first = sorted(member_rows(table, chosen), key=lambda row: row.rank)[:6]
    named = {(code(table, row.organisation), table.states[row.state].id) for row in first}
    assert {("CSTO", "UZB"), ("EAEU", "KGZ"), ("OTS", "UZB")} <= named


def test_of_nothing_there_are_no_rows() -> None:
    assert by_changes(no_memberships()) == []
    assert member_rows(no_memberships(), chosen_organisations(no_memberships(), ())) == []
