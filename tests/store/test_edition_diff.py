"""Two editions, record by record: what is new, what is gone, and what says something else."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_folders import Row, event, folder, source
from timeline_app.model.edition_changes import RECORD_KINDS, EditionChanges, FieldChange
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build
from timeline_app.store.edition_diff import diff, diff_from_prints
from timeline_app.store.record_fields import all_fingerprints

CLAIM = {
    "id": "claim-one",
    "by": "A. Speaker",
    "affiliation": "minister",
    "stated": "2014-05",
    "type": "prediction",
    "claim": "It will last.",
    "horizon": "2020",
    "verdict": "open",
    "what_happened": None,
    "sources": [source()],
    "verified": True,
}
INSTRUMENT = {
    "id": "treaty",
    "name": "A treaty",
    "parties": [{"name": "Kazakhstan", "iso3": "KAZ"}],
    "steps": [{"step": "signed", "date": "2014-05-29", "party": None, "source": [source()]}],
}


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    with closing(Archive.open(path)) as archive:
        yield archive


def made(path: Path, **files: Any) -> Path:
    """An edition of these files."""
    target = path.with_suffix(".sqlite")
    build(folder(path, **files), target)
    return target


def compared(before: Path, after: Path) -> EditionChanges:
    with opened(before) as old, opened(after) as new:
        return diff(old, new)


def ids(some: Any) -> list[tuple[str, str]]:
    return [(one.kind, one.id) for one in some]


def test_an_edition_differs_in_nothing_from_itself(shipped_archive: Path) -> None:
    assert not compared(shipped_archive, shipped_archive)


def test_a_record_more_changes_no_other(tmp_path: Path) -> None:
    """Keys and rows of all later records shift; what they say does not."""
    few = [event(f"e{n}", start=f"2014-05-{n + 10}") for n in range(5)]
    before = made(tmp_path / "a", events=few)
    after = made(tmp_path / "b", events=[event("first", start="1991"), *few])
    changes = compared(before, after)
    assert ids(changes.added) == [("event", "first")]
    assert changes.added[0].title == "Event first"
    assert (changes.changed, changes.removed) == ((), ())
    assert ids(compared(after, before).removed) == [("event", "first")]


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("title", {"title": "Another title"}),
        ("edtf", {"start": "2014-05-30"}),
        ("summary", {"summary": "It went otherwise."}),
        ("places", {"places": [{"name": "Almaty", "lat": None, "lon": None}]}),
        ("vectors", {"vectors": ["China"]}),
        ("sources", {"sources": [source(title="Another page")]}),
        ("sources", {"sources": [source(evidence="headline only")]}),
        ("actors", {"actors": [{"name": "Kyrgyzstan", "type": "state", "iso3": "KGZ"}]}),
    ],
)
def test_a_change_names_its_field(tmp_path: Path, field: str, more: Row) -> None:
    before = made(tmp_path / "a", events=[event(), event("two")])
    after = made(tmp_path / "b", events=[event(**more), event("two")])
    changes = compared(before, after)
    assert ids(changes.changed) == [("event", "one")]
    (one,) = changes.changed
    assert field in [said.field for said in one.fields]
    assert (changes.added, changes.removed) == ((), ())


def test_both_texts_of_a_field_are_told(tmp_path: Path) -> None:
    before = made(tmp_path / "a", events=[event()])
    after = made(tmp_path / "b", events=[event(summary="It went otherwise.")])
    (one,) = compared(before, after).changed
    assert one.fields == (FieldChange("summary", "What happened.", "It went otherwise."),)


def test_claims_and_instruments_are_compared_too(tmp_path: Path) -> None:
    both = {"events": [event()], "claims": [CLAIM], "instruments": [INSTRUMENT]}
    before = made(tmp_path / "a", **both)
    left = {**INSTRUMENT, "steps": [*INSTRUMENT["steps"], {"step": "left", "date": "2020",
            "party": None, "source": [source()]}]}  # fmt: skip
    closed = {**CLAIM, "verdict": "borne out", "what_happened": "It lasted."}
    after = made(tmp_path / "b", events=[event()], claims=[closed], instruments=[left])
    changes = compared(before, after)
    assert ids(changes.changed) == [("claim", "claim-one"), ("instrument", "treaty")]
    claim, treaty = changes.changed
    assert {"verdict", "outcome"} <= {said.field for said in claim.fields}
    assert "steps" in {said.field for said in treaty.fields}
    gone = compared(after, made(tmp_path / "c", events=[event()]))
    assert ids(gone.removed) == [("claim", "claim-one"), ("instrument", "treaty")]


def test_ballots_and_observations_are_compared_too(shipped_archive: Path, tmp_path: Path) -> None:
    with opened(shipped_archive) as archive:
        prints = all_fingerprints(archive)
        with archive.reading() as connection:
            for kind in RECORD_KINDS:
                ((n,),) = connection.execute(f"SELECT count(*) FROM {kind}")
                assert len(prints[kind]) == n
        older = {kind: dict(of_kind) for kind, of_kind in prints.items()}
        older["rollcall"]["unga-3662"] ^= 1
        older["series"]["series-gone"] = 1
        changes = diff_from_prints(older, archive, prints)
    assert ids(changes.changed) == [("rollcall", "unga-3662")]
    assert changes.changed[0].title == "The situation in Bosnia and Herzegovina"
    assert ids(changes.removed) == [("series", "series-gone")]
    assert changes.added == ()


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 2), min_size=1),
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 2), min_size=1),
)
def test_what_is_told_is_what_differs(
    tmp_path_factory: pytest.TempPathFactory, old: dict[str, int], new: dict[str, int]
) -> None:
    place = tmp_path_factory.mktemp("editions")
    paths = [
        made(place / name, events=[event(id, summary=f"Summary {n}.") for id, n in said.items()])
        for name, said in (("old", old), ("new", new))
    ]
    changes = compared(*paths)
    assert {one.id for one in changes.added} == new.keys() - old.keys()
    assert {one.id for one in changes.removed} == old.keys() - new.keys()
    assert {one.id for one in changes.changed} == {
        id for id in old.keys() & new.keys() if old[id] != new[id]
    }
