"""Series are picked by what exists, kept by id, and at most so many of them."""

from pathlib import Path

import pytest

from made_series import a_series
from timeline_app.session.series import (
    MOST_CHOSEN,
    Wanted,
    matching,
    named,
    of_ids,
    of_keys,
    options,
)
from timeline_app.session.session import Session

ALL = (
    a_series(1),
    a_series(2, source="Registan", unit="USD", scale=1e9),
    a_series(3, partner="CHN", partner_name="China"),
    a_series(4, measure="GDP", partner="", partner_name=""),
    a_series(5, entity="UZB", entity_name="Uzbekistan"),
)


def test_only_combinations_that_exist_are_offered() -> None:
    assert options(ALL, Wanted(entity="UZB"), "partner") == {"RUS": 1}
    assert options(ALL, Wanted(entity="KAZ"), "partner") == {"RUS": 2, "CHN": 1, "": 1}
    assert options(ALL, Wanted(partner=""), "measure") == {"GDP": 1}
    for wanted in (Wanted(), Wanted("GDP"), Wanted(partner="RUS"), Wanted(None, "KAZ", "CHN")):
        for field in ("measure", "entity", "partner"):
            for value in options(ALL, wanted, field):
                now = {name: getattr(wanted, name) for name in ("measure", "entity", "partner")}
                assert matching(ALL, Wanted(**now | {field: value}))


def test_two_sources_are_two_series() -> None:
    found = matching(ALL, Wanted("imports from partner", "KAZ", "RUS"))
    assert [one.source for one in found] == ["COW trade 4.0", "Registan"]


def test_keys_and_ids_are_taken_once_and_in_order() -> None:
    assert [one.key for one in of_keys(ALL, [3, 1, 99, 3])] == [3, 1]
    assert [one.key for one in of_ids(ALL, ["series-5", "gone", "series-2"])] == [5, 2]
    many = [a_series(key) for key in range(50)]
    assert len(of_keys(many, range(50))) == MOST_CHOSEN


@pytest.mark.parametrize("words", ["kaz", "KAZ", "Kazakhstan", "akhst", "kazakh"])
def test_a_country_is_named_by_code_or_a_part_of_its_name(words: str) -> None:
    assert [one.key for one in named(ALL, "entity", words)] == [1, 2, 3, 4]


def test_a_code_is_not_taken_for_a_part_of_a_name() -> None:
    both = (a_series(1), a_series(2, partner="BLR", partner_name="Belarus"))
    assert [one.key for one in named(both, "partner", "rus")] == [1]
    assert [one.key for one in named(both, "partner", "larus")] == [2]


def test_no_words_are_for_no_partner() -> None:
    assert [one.key for one in named(ALL, "partner", "")] == [4]


def test_what_is_chosen_is_found_again_in_another_copy(
    shipped_archive: Path, tmp_path: Path
) -> None:
    session = Session()
    assert session.open_archive(shipped_archive)
    keys = [one.key for one in matching(session.series(), Wanted(entity="KAZ", partner="RUS"))]
    session.choose_series(keys[:3])
    chosen = session.snapshot.series_chosen
    assert [one.key for one in chosen] == keys[:3]
    assert len(session.observations(chosen[0])) == chosen[0].count
    copy = tmp_path / "copy.archive.sqlite"
    copy.write_bytes(shipped_archive.read_bytes())
    assert session.open_archive(copy)
    assert session.snapshot.series_chosen == chosen
    session.choose_series([])
    assert session.snapshot.series_chosen == ()
    session.close()


def test_without_an_archive_there_is_nothing_to_choose() -> None:
    session = Session()
    session.choose_series([1, 2])
    assert session.series() == session.snapshot.series_chosen == ()
