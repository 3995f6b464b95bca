"""Members of vectors and languages of publishers, as the tables of the archive have them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from fixtures_archive import tampered
from timeline_app.store.archive import Archive
from timeline_app.store.vector_members import read_languages, read_vector_members


def test_they_are_those_of_the_tables(shipped_archive: Path) -> None:
    with closing(sqlite3.connect(shipped_archive)) as held:
        rows = held.execute(
            "SELECT vector, actor.id FROM vector_member JOIN actor ON actor.key = actor"
        ).fetchall()
        languages = dict(held.execute("SELECT id, coalesce(language, '') FROM publisher"))
    with closing(Archive.open(shipped_archive)) as archive:
        found = read_vector_members(archive)
        assert sorted((one.vector, one.actor) for one in found) == sorted(rows)
        assert read_languages(archive) == languages


def test_what_is_no_member_is_left_out(shipped_archive: Path, tmp_path: Path) -> None:
    bad = tampered(
        shipped_archive,
        tmp_path / "bad.archive.sqlite",
        "UPDATE vector_member SET \"from\" = 'sometime' WHERE vector = 'Russia'",
        "UPDATE vector_member SET \"to\" = '1066', \"from\" = '1991' WHERE vector = 'China'",
    )
    with closing(Archive.open(bad)) as archive:
        vectors = {one.vector for one in read_vector_members(archive)}
    assert not vectors & {"Russia", "China"}
    assert "West" in vectors


def test_a_member_whose_actor_cannot_be_read_is_left_out(
    shipped_archive: Path, tmp_path: Path
) -> None:
    bad = tampered(
        shipped_archive,
        tmp_path / "bad.archive.sqlite",
        "UPDATE actor SET id = CAST(x'ff' AS TEXT) WHERE id = 'RUS'",
        "DELETE FROM actor WHERE id = 'CHN'",
    )
    with closing(Archive.open(bad)) as archive:
        found = read_vector_members(archive)
    actors = {one.actor for one in found}
    assert actors
    assert all(actor.isprintable() and "\ufffd" not in actor for actor in actors)
    assert not actors & {"RUS", "CHN"}
