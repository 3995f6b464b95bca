"""`timeline-app analyse`, as the shell contract says; every count equals one by SQL."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from .conftest import Shell

FEW = ("--draws", "100")
PARTNERS = ("Russia", "China", "West", "Türkiye", "Iran", "South Asia", "East Asia")
COUNTING = """
    WITH shown AS (
        SELECT event.key, occurrence, outer_first, outer_last FROM event
        JOIN layer ON layer.id = event.layer WHERE layer IN ('curated-1', 'curated-2')
        AND kind NOT IN ('assessment', 'claim', 'domestic', 'election', 'leadership-change',
            'publication', 'statistic', 'vote', 'dispute', 'energy-dispute')
        AND EXISTS (SELECT 1 FROM event_actor JOIN actor ON actor.key = event_actor.actor
            WHERE event_actor.event = event.key AND iso3 = ?)
    )
    SELECT COUNT(DISTINCT occurrence) FROM shown
    JOIN event_vector ON event_vector.event = shown.key
    WHERE vector IN ({vectors}) AND outer_first <= ? AND outer_last >= ?
"""


def by_sql(archive: Path, state: str, first: int, last: int, vectors: tuple[str, ...]) -> int:
    marks = ", ".join("?" * len(vectors))
    with closing(sqlite3.connect(archive)) as held:
        asked = held.execute(COUNTING.format(vectors=marks), (state, *vectors, last, first))
        return int(asked.fetchone()[0])


def test_a_balance_counts_what_sql_counts(shell: Shell, shipped_archive: Path) -> None:
    line = ("analyse", "balance", "--archive", shipped_archive, "--state", "KAZ", *FEW)
    told = shell(*line, "--from", "2011", "--to", "2013", "--json").json
    (row,) = told
    assert (row["from"], row["to"]) == ("2011-01-01", "2013-12-31")
    days = 2455563, 2456658  # 1 January 2011, 31 December 2013
    assert row["n"] == by_sql(shipped_archive, "KAZ", *days, PARTNERS)
    for vector in PARTNERS:
        counted = by_sql(shipped_archive, "KAZ", *days, (vector,))
        assert row["shares"][vector]["touching"] == counted
    assert sum(one["share"] for one in row["shares"].values()) == pytest.approx(1)
    for one in row["shares"].values():
        assert one["low"] is None or one["low"] <= one["share"] <= one["high"]


def test_windows_slide_and_thin_ones_have_no_balance(shell: Shell, shipped_archive: Path) -> None:
    line = ("analyse", "balance", "--archive", shipped_archive, "--state", "TKM", *FEW)
    rows = shell(*line, "--from", "2010", "--to", "2014", "--window", "12", "--step", "6", "--json")
    assert len(rows.json) == 9
    assert rows.json[1]["from"] == "2010-07-01"
    for row in rows.json:
        assert (row["balance"] is None) == (row["n"] < 30)
        assert row["why_not"] == ("too few" if row["n"] < 30 else "")
    words = shell(*line, "--from", "2010", "--to", "2014")
    assert words.code == 0
    assert "2010-01-01 to 2014-12-31" in words.out


def test_a_preset_may_carry_p_and_free_periods_never(shell: Shell, shipped_archive: Path) -> None:
    line = ("analyse", "compare", "--archive", shipped_archive, "--seed", "3", *FEW)
    preset = shell(*line, "--preset", "crimea", "--json").json
    assert (preset["a"]["to"], preset["b"]["from"]) == ("2014-03-17", "2014-03-18")
    free = shell(
        *line, "--a", "2011-03-18/2014-03-17", "--b", "2014-03-18/2017-03-17", "--json"
    ).json
    assert free["moved"] == preset["moved"]
    assert free["test"]["p"] is None
    assert free["test"]["why_not"] == "chosen after looking"
    assert all(p is None for p in free["holm"].values())
    assert "chosen after looking" in free["sentence"]
    assert f"{free['placebo']['pairs']} pairs" in free["sentence"]
    assert (preset["test"]["p"] is None) == bool(preset["test"]["why_not"])
    assert {one["layer"] for one in preset["within"]} == {"curated-1", "curated-2"}
    assert preset["layers_left_out"] == ["seed"]
    for vector in PARTNERS:
        moved, without = preset["moved"][vector]["value"], preset["leave_one_out"][vector]
        assert without["low"] <= moved <= without["high"]
    again = shell(*line, "--preset", "crimea", "--json").json
    assert again == preset


def test_what_cannot_be_said_is_said_to_be_so(shell: Shell, shipped_archive: Path) -> None:
    line = ("analyse", "compare", "--archive", shipped_archive, "--state", "TKM", *FEW)
    told = shell(*line, "--a", "1995/1996", "--b", "1998/1999", "--json").json
    assert told["test"] == {
        "statistic": told["test"]["statistic"],
        "p": None,
        "why_not": "too few",
    }
    assert "It cannot be said" in told["sentence"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--preset"),
        (("--a", "2011"), "--preset"),
        (("--a", "2011/2014", "--b", "2014/2016"), "share"),
        (("--a", "sometime", "--b", "2014"), "sometime"),
        (("--a", "2011/..", "--b", "2014"), "open end"),
        (("--preset", "crimea", "--a", "2011"), "not both"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    shell: Shell, shipped_archive: Path, words: tuple[str, ...], said: str
) -> None:
    refused = shell("analyse", "compare", "--archive", shipped_archive, *words)
    assert refused.code == 2
    assert said in refused.err


def test_votes_are_those_of_the_ballots(shell: Shell, shipped_archive: Path) -> None:
    line = ("analyse", "votes", "--archive", shipped_archive, "--state", "KAZ", "--with", "RUS")
    rows = shell(*line, *FEW, "--abstain", "differ", "--json").json
    pairs = """
        SELECT COUNT(*), SUM(mine.vote = theirs.vote) FROM rollcall
        JOIN ballot mine ON mine.rollcall = rollcall.key
        JOIN ballot theirs ON theirs.rollcall = rollcall.key
        JOIN actor one ON one.key = mine.state AND one.iso3 = 'KAZ'
        JOIN actor other ON other.key = theirs.state AND other.iso3 = 'RUS'
        WHERE session = ? AND paragraph IS NOT 1
        AND mine.vote <> 'absent' AND theirs.vote <> 'absent'
    """
    with closing(sqlite3.connect(shipped_archive)) as held:
        for row in rows:
            if row["session"] <= 74:
                n, alike = held.execute(pairs, (row["session"],)).fetchone()
                assert row["n"] == n
                assert row["agreement"] == (pytest.approx(alike / n) if n else None)
    assert [row["session"] for row in rows][-1] == 78
    assert shell(*line, "--issue", "nuclear", *FEW).code == 0
    refused = shell(*line, "--issue", "weather")
    assert refused.code == 2
    assert "nuclear" in refused.err
    assert (
        shell(
            "analyse", "votes", "--archive", shipped_archive, "--state", "KAZ", "--with", "ZZZ"
        ).code
        == 2
    )


def test_a_pair_counts_what_sql_counts(shell: Shell, shipped_archive: Path) -> None:
    line = ("analyse", "dyad", "--archive", shipped_archive, "--actors", "KAZ", "RUS")
    told = shell(*line, "--from", "2012", "--to", "2015", "--json").json
    both = """
        SELECT COUNT(DISTINCT occurrence) FROM event
        WHERE layer IN ('curated-1', 'curated-2', 'seed')
        AND outer_first <= 2457388 AND outer_last >= 2455928
        AND 2 = (SELECT COUNT(DISTINCT iso3) FROM event_actor JOIN actor ON actor.key = actor
                 WHERE event = event.key AND iso3 IN ('KAZ', 'RUS') AND type = 'state')
    """
    with closing(sqlite3.connect(shipped_archive)) as held:
        assert told["n"] == held.execute(both).fetchone()[0] > 0
    assert sum(told["visits"].values()) <= told["n"]
    assert told["silences"][0]["days"] >= told["silences"][-1]["days"]
    same = shell(*line[:-1], "KAZ")
    assert same.code == 2
    assert "twice" in same.err
    assert shell(*line[:-1], "Nobody at all").code == 2


def test_turning_points_say_their_method_and_repeat(shell: Shell, shipped_archive: Path) -> None:
    line = ("analyse", "turns", "--archive", shipped_archive, "--state", "KAZ", *FEW)
    told = shell(*line, "--seed", "5", "--json").json
    assert (told["seed"], told["draws"], told["least_quarters"]) == (5, 100, 4)
    assert "Optimal partitioning" in told["method"]
    for one in (*told["counts"], *told["shares"]):
        assert 0 <= one["support"] <= 1
        assert one["on"][5:] in ("01-01", "04-01", "07-01", "10-01")
    for one in told["shares"]:
        assert sum(one["before"].values()) == pytest.approx(1)
    assert shell(*line, "--seed", "5", "--json").json == told
    words = shell(*line, "--from", "2014", "--to", "2014")
    assert "Too few" in words.out


def test_what_counts_can_be_said(shell: Shell, shipped_archive: Path, tmp_path: Path) -> None:
    line = ("analyse", "balance", "--archive", shipped_archive, "--state", "KAZ", *FEW, "--json")
    usual = shell(*line).json[0]
    less = shell(*line, "--leave-out", "visit").json[0]
    visits = shell(*line, "--kind", "visit").json[0]
    assert usual["n"] - less["n"] == visits["n"]
    assert shell(*line, "--count", "election").json[0]["every"] > usual["every"]
    derived = shell(*line, "--vectors", "derived").json[0]
    assert derived["shares"] != usual["shares"]
    members = Path(__file__).parents[2] / "data" / "vector_members.csv"
    same = shell(*line, "--vectors", "derived", "--members", members).json[0]
    assert same["shares"] == derived["shares"]
    only = tmp_path / "members.csv"
    only.write_text("vector,actor,from,to\nRussia,RUS,,2009\n", "utf-8")
    mine = shell(*line, "--vectors", "derived", "--members", only).json[0]
    assert mine["shares"]["Russia"]["share"] == 1
    assert mine["n"] < derived["shares"]["Russia"]["touching"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--count", "astrology"), "astrology"),
        (("--members", "HERE"), "--vectors derived"),
        (("--vectors", "derived", "--members", "HERE"), "line 2"),
    ],
)
def test_what_cannot_count_is_refused(
    shell: Shell, shipped_archive: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    bad = tmp_path / "members.csv"
    bad.write_text("vector,actor,from,to\nAtlantis,RUS,,\n", "utf-8")
    given = [bad if word == "HERE" else word for word in words]
    refused = shell("analyse", "balance", "--archive", shipped_archive, *given)
    assert refused.code == 2
    assert said in refused.err


def test_what_an_answer_leans_on_can_be_dropped(shell: Shell, shipped_archive: Path) -> None:
    line = ("analyse", "balance", "--archive", shipped_archive, "--state", "KAZ", *FEW, "--json")
    usual = shell(*line).json[0]
    several = shell(*line, "--two-sources").json[0]
    told = shell(*line, "--evidence", "several").json[0]
    assert several["n"] == told["n"] < usual["n"]
    assert shell(*line, "--less-language", "unknown").json[0]["n"] == 0
    assert shell(*line, "--less-language", "xx").code == 2
    assert shell(*line, "--less-publisher", "nobody at all").code == 2


def test_trade_is_told_by_each_source(shell: Shell, shipped_archive: Path) -> None:
    line = ("analyse", "trade", "--archive", shipped_archive, "--state", "KAZ")
    rows = shell(*line, "--from", "2013", "--to", "2013", "--json").json
    recorded = next(row for row in rows if row["source"] == "COW trade 4.0")
    told = next(row for row in rows if row["told"])
    assert told["shares"] == {"Russia": 0.36} and told["source"].startswith("Registan")
    assert recorded["shares"]["Russia"] == pytest.approx(0.357, abs=0.001)
    assert sum(recorded["shares"].values()) <= 1
    text = shell(*line, "--from", "2013", "--to", "2013").out
    assert "36 %" in text and "as told" in text
    exports = shell(*line, "--flow", "exports", "--from", "2013", "--to", "2013", "--csv").out
    assert exports.splitlines()[0].startswith("source,edtf,from,to,told,whole,unit,shares.Russia")
    assert len(exports.splitlines()) == 3
    assert shell(*line, "--from", "1800", "--to", "1801", "--json").json == []


def test_places_are_those_of_sql_and_what_names_none_is_counted(
    shell: Shell, shipped_archive: Path
) -> None:
    asked = ("--archive", shipped_archive, "--from", "2012", "--to", "2015")
    told = {row["places"]: row for row in shell("analyse", "places", *asked, "--json").json}
    ids = [(row["id"],) for row in shell("events", "list", *asked, "--json").json]
    counted = """
        SELECT place.id, lat, lon, COUNT(DISTINCT event) FROM shown JOIN event USING (id)
        JOIN event_place ON event = event.key JOIN place ON place.key = place GROUP BY place.id
    """
    without = """
        SELECT COUNT(*) FROM shown JOIN event USING (id)
        WHERE event.key NOT IN (SELECT event FROM event_place)
    """
    with closing(sqlite3.connect(shipped_archive)) as held:
        held.execute("CREATE TEMP TABLE shown (id TEXT PRIMARY KEY)")
        held.executemany("INSERT INTO shown VALUES (?)", ids)
        assert told.pop("")["n"] == held.execute(without).fetchone()[0] > 0
        places = {id: (lat, lon, n) for id, lat, lon, n in held.execute(counted)}
    assert {id: (row["lat"], row["lon"], row["n"]) for id, row in told.items()} == places
    text = shell("analyse", "places", *asked).out
    assert "on the map, at" in text
    assert f"Astana: {told['place-astana']['n']} events" in text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("balance", "--from", "Y-17000000000", "--to", "2020"), "more than 3,000 years"),
        (("balance", "--from", "-8000", "--to", "2030"), "more than 3,000 years"),
        (("compare", "--a", "-7999/1999", "--b", "2000/9999"), "longer than 1,000 years"),
        (("compare", "--a", "2012/2014", "--b", "2012/2014"), "share days"),
        (("compare", "--a", "2012/2016", "--b", "2013/2014"), "share days"),
    ],
)
def test_what_is_too_long_or_overlaps_is_refused_in_a_sentence(
    shell: Shell, shipped_archive: Path, line: tuple[str, ...], said: str
) -> None:
    refused = shell("analyse", *line, "--archive", shipped_archive, *FEW)
    assert refused.code == 2
    assert said in refused.err
    assert not refused.out


def test_a_century_and_more_has_no_turning_points_looked_for(
    shell: Shell, shipped_archive: Path
) -> None:
    line = ("analyse", "turns", "--archive", shipped_archive, *FEW)
    told = shell(*line, "--from", "-8000", "--to", "9999", "--json").json
    assert told["too_many"]
    assert told["quarters"] == 72_000
    assert (told["counts"], told["shares"]) == ([], [])
    assert "Mark a shorter period" in shell(*line, "--from", "-8000", "--to", "9999").out


def test_a_balance_over_days_that_no_layer_covers_says_which_are_left_out(
    shell: Shell, shipped_archive: Path
) -> None:
    line = (
        "analyse",
        "balance",
        "--archive",
        shipped_archive,
        *FEW,
        "--from",
        "-0499",
        "--to",
        "2030",
    )
    (row,) = shell(*line, "--json").json
    assert row["every"] == 0
    assert {"curated-1", "curated-2"} <= set(row["layers_left_out"])
    assert "curated-1" in shell(*line).out


def test_text_tells_the_numbers_of_json_and_where_chance_began(shell: Shell) -> None:
    line = ("analyse", "compare", "--preset", "crimea", "--state", "KAZ", "--seed", "7")
    told, text = shell(*line, *FEW, "--json").json, shell(*line, *FEW).out
    russia = next(one for one in text.splitlines() if one.startswith("Russia:"))
    for one in (told["a"]["shares"]["Russia"], told["b"]["shares"]["Russia"]):
        ends = f"({100 * one['low']:.1f} to {100 * one['high']:.1f}, n {one['touching']})"
        assert f"{100 * one['share']:.1f} % {ends}" in russia
    moved, least = told["moved"]["Russia"], told["leave_one_out"]["Russia"]
    for number in (*moved.values(), *least.values()):
        assert f"{100 * number:+.1f}".replace("-", "−") in russia
    assert f"{told['rate']['value']:.2f} times" in text
    for one in told["within"]:
        assert f"Within {one['layer']} ({one['n'][0]} and {one['n'][1]} events)" in text
    for words in (line, ("analyse", "balance", "--seed", "7"), ("analyse", "turns", "--seed", "7")):
        assert shell(*words, *FEW).out.splitlines()[-1].startswith("Chance begins at seed 7; ")
    votes = ("analyse", "votes", "--state", "KAZ", "--with", "RUS", "--seed", "7", *FEW)
    assert "Chance begins at seed 7" in shell(*votes).out
    assert {row["seed"] for row in shell(*votes, "--json").json} == {7}
