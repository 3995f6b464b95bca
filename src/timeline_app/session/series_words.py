"""Series and their figures in words: the same in the window, in the strip and in the shell."""

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline_app.dates import spoken
from timeline_app.dates.date_error import DateError
from timeline_app.dates.spoken import span_words
from timeline_app.model.series import Observations, Series, Within, within
from timeline_app.model.units import begins_at_zero, common_unit, number_words, unit_words
from timeline_app.words.tr import tr

_TELLING = (
    ("partner_name",),
    ("entity_name",),
    ("measure",),
    ("source",),
    ("entity_name", "partner_name"),
    ("partner_name", "source"),
    ("entity_name", "source"),
    ("partner_name", "measure"),
    ("entity_name", "measure"),
    ("entity_name", "partner_name", "source"),
    ("measure", "partner_name", "source"),
)
"""What may tell lines of one chart apart, the shortest first."""

_PARTNER = re.compile(r"\bpartner\b")


def series_name(series: Series) -> str:
    """ "Kazakhstan: imports from Russia": the measure with its partner's name put in."""
    said = {"entity": series.entity_name, "measure": series.measure}
    if not series.partner:
        return tr("{entity}: {measure}", **said)
    said["measure"], put_in = _PARTNER.subn(lambda _: series.partner_name, series.measure, count=1)
    if put_in:
        return tr("{entity}: {measure}", **said)
    return tr("{entity} with {partner}: {measure}", partner=series.partner_name, **said)


def sourced_name(series: Series) -> str:
    """The same with the source: what tells two lines of one measure apart."""
    return tr("{series} · {source}", series=series_name(series), source=series.source)


def short_names(all_series: Sequence[Series]) -> list[str]:
    """What tells these series apart, in as few words as there are."""
    for parts in _TELLING:
        names = [", ".join(filter(None, (getattr(one, p) for p in parts))) for one in all_series]
        if len(set(names)) == len(names) and all(names):
            return names
    return [sourced_name(one) for one in all_series]


def written_unit(series: Series) -> str:
    """The unit in which the data give the figures: "million USD (current)"."""
    words = unit_words(series.unit, series.scale)
    if words != series.unit or series.scale == 1:
        return words
    return tr("{scale} {unit}", scale=number_words(series.scale), unit=series.unit)


def years_covered(series: Series) -> str:
    """ "1994 to 2014", the whole of what its figures are about."""
    return span_words(series.first, series.last)


@lru_cache(maxsize=4096)
def when(edtf: str) -> str:
    """The date of a figure in words; what is no date is shown as it is written."""
    try:
        return spoken.date_words(edtf, short=True)
    except DateError:
        return edtf


def figure_at(
    series: Series, figures: Observations, day: int, step: float, with_unit: bool = True
) -> str:
    """ "2013: 19.4 billion USD", counted in `step` units; or that there is no figure."""
    row = figures.at(day)
    if row is None:
        return tr("no figure")
    said = _measured(float(figures.amount[row]) / step, series, step if with_unit else None)
    return tr("{when}: {value}", when=when(figures.edtf[row]), value=said)


def _measured(number: float, series: Series, step: float | None) -> str:
    """ "19.4 billion USD"; the number alone without a step."""
    words = number_words(number)
    if step is None:
        return words
    return tr("{number} {unit}", number=words, unit=unit_words(common_unit(series.unit), step))


def change_within(
    series: Series,
    figures: Observations,
    between: tuple[int, int],
    step: float,
    with_unit: bool = True,
) -> str:
    """ "2013: 19.4 → 2014: 15.5 billion USD (−20 %)" of the days of a period, both ends inclusive.

    Only figures that lie wholly within are compared; those that are cut are said.
    """
    held = within(figures, *between)
    said = _change(series, figures, held, step, with_unit)
    if not held.cut:
        return said
    cut = [when(figures.edtf[row]) for row in held.cut[:4]]
    return tr("{change}; cut: {years}", change=said, years=", ".join(cut))


def _change(
    series: Series, figures: Observations, held: Within, step: float, with_unit: bool
) -> str:
    if held.first is None or held.last is None:
        return tr("no figure lies within")
    old, new = (float(figures.amount[row]) / step for row in (held.first, held.last))
    began, ended = when(figures.edtf[held.first]), when(figures.edtf[held.last])
    last = _measured(new, series, step if with_unit else None)
    if held.first == held.last:
        return tr("{when}: {value}", when=began, value=last)
    change = _signed(new - old)
    if old > 0 and begins_at_zero(series.unit):
        change = tr("{percent} %", percent=_percent(100 * (new - old) / old))
    return tr(
        "{began}: {old} → {ended}: {new} ({change})",
        began=began,
        old=number_words(old),
        ended=ended,
        new=last,
        change=change,
    )


def _signed(number: float) -> str:
    words = number_words(number)
    return f"+{words}" if number > 0 else words


def _percent(number: float) -> str:
    """More than a digit after the point would be surer than the figures are."""
    if abs(number) < 0.05:
        return "±0"
    words = f"{number:+,.1f}" if abs(number) < 10 else f"{number:+,.0f}"
    return words.replace("-", "−")
