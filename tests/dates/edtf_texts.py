"""Hypothesis strategies that write EDTF texts, valid by construction but for days and order."""

from hypothesis import strategies as st

marks = st.sampled_from(["", "", "", "?", "~", "%"])
four = st.tuples(st.sampled_from(["", "", "-"]), st.text("0123456789X", min_size=4, max_size=4))
years = four.map("".join).filter(lambda year: year != "-0000")
months = st.one_of(
    st.integers(1, 12).map("{:02d}".format), st.sampled_from(["XX", "0X", "1X", "X1", "X2"])
)
days = st.one_of(
    st.integers(1, 28).map("{:02d}".format),
    st.sampled_from(["29", "30", "31", "XX", "0X", "1X", "2X", "X1", "X9", "3X"]),
)


@st.composite
def dates(draw: st.DrawFn) -> str:
    """One date: year, month or day with marks, a season, a long year, significant figures."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return f"{draw(years)}-{draw(st.integers(21, 41))}{draw(marks)}"
    if kind == 1:
        exponent = draw(st.sampled_from(["", "", "E3", "E12", "E99"]))
        return f"Y{draw(st.sampled_from(['', '-']))}{draw(st.integers(10000, 10**12))}{exponent}"
    if kind == 2:
        return f"{draw(st.integers(1, 9999)):04d}S{draw(st.integers(1, 5))}{draw(marks)}"
    parts = [draw(st.sampled_from(["", "", "?", "~"])) + draw(years)]
    for component in (months, days)[: draw(st.integers(0, 2))]:
        parts.append(draw(marks) + draw(component))
    alone = len(parts) == 1 and parts[0][0] in "?~"
    return "-".join(parts) + ("" if alone else draw(marks))


@st.composite
def edtf(draw: st.DrawFn) -> str:
    """A date, an interval or a set."""
    kind = draw(st.integers(0, 5))
    if kind < 3:
        return draw(dates())
    if kind < 5:
        ends = st.one_of(dates(), st.sampled_from(["..", ""]))
        return f"{draw(ends)}/{draw(ends)}"
    members = draw(st.lists(dates(), min_size=1, max_size=4))
    left, right = draw(st.sampled_from(["[]", "{}"]))
    earlier, later = draw(st.sampled_from(["", ".."])), draw(st.sampled_from(["", ".."]))
    return left + earlier + ",".join(members) + later + right
