"""A thing is called what it was called on the day; where that is no one name, as written."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.dates.edtf import parse
from timeline_app.model.dated_names import DatedName, name_of_day

days = st.integers(2_400_000, 2_470_000)
spans = st.tuples(days, st.integers(0, 4000)).map(lambda s: (s[0], s[0] + s[1]))
names = st.lists(
    st.builds(lambda text, span: DatedName(text, *span), st.sampled_from("ABCD"), spans),
    max_size=6,
)


@given(names, spans)
def test_it_is_a_name_of_all_those_days_or_the_one_written(
    known: list[DatedName], span: tuple[int, int]
) -> None:
    first, last = span
    shown = name_of_day(known, first, last, "as written")
    used = {n.text for n in known if all(n.first <= day <= n.last for day in span)}
    assert shown == (used.pop() if len(used) == 1 else "as written")


def test_the_capital_has_the_name_of_the_day() -> None:
    def named(edtf: str) -> str:
        outer = parse(edtf).outer
        known = [
            DatedName("Akmola", parse("1992-07-06").outer.first, parse("1998-05-05").outer.last),
            DatedName("Astana", parse("1998-05-06").outer.first, parse("2019-03-22").outer.last),
            DatedName(
                "Nur-Sultan", parse("2019-03-23").outer.first, parse("2022-09-17").outer.last
            ),
        ]
        return name_of_day(known, outer.first, outer.last, "Astana (as written)")

    assert named("1997-12-12") == "Akmola"
    assert named("2019-05-29") == "Nur-Sultan"
    assert named("2022-09-17") == "Nur-Sultan"
    assert named("2019-03-22/2019-03-24") == "Astana (as written)"
    assert named("2022") == "Astana (as written)"
    assert named("2019-05") == "Nur-Sultan"
    assert named("2024-01-01") == "Astana (as written)"
