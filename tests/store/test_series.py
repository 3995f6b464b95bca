"""The series of the archive that ships, and of archives whose rows are damaged."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from made_folders import event, folder
from timeline_app.model.series import Series
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build
from timeline_app.store.series import read_observations, read_series

from .spoiling import LAX, run

FIGURES = [
    ("imports from partner", "million USD (current)", "KAZ", "RUS", "2013", "19395", "COW 4.0"),
    ("imports from partner", "million USD (current)", "KAZ", "RUS", "2014", "15524", "COW 4.0"),
    ("GDP", "current USD", "WLD", "", "2013", "7.7e13", "World Bank"),
    ("votes alike", "share", "KAZ", "Atlantis", "2013-05", "0.5", "own count, 12 roll calls"),
]


def shipped(path: Path) -> tuple[Series, ...]:
    with closing(Archive.open(path)) as archive:
        return read_series(archive)


def test_every_figure_of_the_shipped_archive_belongs_to_a_series(shipped_archive: Path) -> None:
    with closing(Archive.open(shipped_archive)) as archive:
        found = read_series(archive)
        assert sum(one.count for one in found) == archive.edition.counts["observations"]
        for one in found[::40]:
            figures = read_observations(archive, one)
            assert len(figures) == one.count
            assert (figures.first.min(), figures.last.max()) == (one.first, one.last)


def test_countries_are_called_by_their_names(shipped_archive: Path) -> None:
    found = shipped(shipped_archive)
    codes = [one.entity_name for one in found if len(one.entity_name) == 3]
    codes += [one.partner_name for one in found if len(one.partner_name) == 3]
    assert not codes
    of_partner = {one.partner: (one.partner_name, one.vector) for one in found if one.partner}
    assert of_partner["TUR"] == ("Türkiye", "Türkiye")
    assert of_partner["EU"] == ("European Union", "West")
    assert of_partner["UKR"] == ("Ukraine", "")


@pytest.mark.parametrize(
    ("measure", "article", "register"),
    [("imports from partner", 17.6e9, 19.395e9), ("exports to partner", 5.8e9, 5.887e9)],
)
def test_the_known_conflict_on_the_trade_of_2013_is_two_series(
    shipped_archive: Path, measure: str, article: float, register: float
) -> None:
    with closing(Archive.open(shipped_archive)) as archive:
        told = {}
        for one in read_series(archive):
            if (one.measure, one.entity, one.partner) == (measure, "KAZ", "RUS"):
                figures = read_observations(archive, one)
                told[one.source] = float(figures.amount[figures.edtf.index("2013")])
    assert told == {
        "Registan 2014-05-13": pytest.approx(article),
        "COW trade 4.0": pytest.approx(register),
    }


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Three series of four figures."""
    heading = "series,unit,entity,partner,year,value,source"
    made = folder(tmp_path / "in", events=[event("a")])
    lines = [",".join(f'"{field}"' for field in row) for row in FIGURES]
    (made / "statistics.csv").write_text("\n".join([heading, *lines]), "utf-8")
    build(made, tmp_path / "small.archive.sqlite")
    return tmp_path / "small.archive.sqlite"


def test_a_small_archive(small: Path) -> None:
    with closing(Archive.open(small)) as archive:
        gdp, trade, votes = sorted(read_series(archive), key=lambda one: one.measure)
        assert (gdp.entity_name, gdp.scale, gdp.partner_name) == ("World", 1.0, "")
        assert (trade.unit, trade.scale, trade.vintage) == ("USD (current)", 1e6, "4.0")
        figures = read_observations(archive, votes)
        assert figures.n.tolist() == [12]
        assert figures.edtf == ("2013-05",)
        assert read_observations(archive, trade).amount.tolist() == [19.395e9, 15.524e9]


@pytest.mark.parametrize(
    ("damage", "left"),
    [
        ("UPDATE observation SET value = 'much' WHERE edtf = '2014'", 3),
        ("UPDATE observation SET value = 9e999 WHERE edtf = '2014'", 3),
        ("UPDATE observation SET outer_last = outer_first - 1 WHERE edtf = '2014'", 3),
        ("UPDATE observation SET note = CAST(zeroblob(9) AS BLOB) WHERE edtf = '2014'", 3),
        (f"UPDATE observation SET note = printf('%.{2_000_000}c', 'x') WHERE edtf = '2014'", 3),
        ("UPDATE observation SET series = 99 WHERE edtf = '2014'", 3),
        ("UPDATE series SET scale = 0 WHERE measure = 'GDP'", 3),
        ("UPDATE series SET scale = -1e6 WHERE measure = 'GDP'", 3),
        ("UPDATE series SET unit = x'00ff' WHERE measure = 'GDP'", 3),
        (f"UPDATE series SET source = printf('%.{2_000_000}c', 'x') WHERE measure = 'GDP'", 3),
        ("UPDATE series SET entity_actor = 4711 WHERE measure = 'GDP'", 4),
        ("UPDATE series SET scale = 1e300 WHERE measure = 'GDP'", 3),
    ],
)
def test_damaged_rows_are_left_out_and_the_rest_is_read(
    small: Path, tmp_path: Path, damage: str, left: int
) -> None:
    spoilt = tmp_path / "spoilt.archive.sqlite"
    shutil.copyfile(small, spoilt)
    run(spoilt, "PRAGMA foreign_keys = OFF", *LAX)
    run(spoilt, damage)
    with closing(Archive.open(spoilt)) as archive:
        assert sum(len(read_observations(archive, one)) for one in read_series(archive)) == left
