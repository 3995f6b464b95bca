"""What stands on the command line is taken for what it is."""

from pathlib import Path

from timeline_app.store.notebook_making import make_filled, new_contents
from timeline_app.store.writer import this_writer
from timeline_app.window.arguments import Asked
from timeline_app.window.wanted import sorted_out


def test_a_notebook_in_the_place_of_an_archive_is_opened_as_one(
    tmp_path: Path, shipped_archive: Path
) -> None:
    notebook = tmp_path / "mine.sqlite"
    make_filled(notebook, new_contents(this_writer()))
    assert sorted_out(Asked(archive=notebook)) == Asked(notebook=notebook)
    archive = Asked(archive=shipped_archive)
    assert sorted_out(archive) == archive
    both = Asked(archive=notebook, notebook=tmp_path / "other.sqlite")
    assert sorted_out(both) == both


def test_what_is_neither_stays_where_it_stood(tmp_path: Path) -> None:
    short = tmp_path / "short"
    short.write_bytes(b"SQLite format 3\0")
    for asked in (
        Asked(),
        Asked(archive=short),
        Asked(archive=tmp_path),
        Asked(archive=tmp_path / "no"),
    ):
        assert sorted_out(asked) == asked
