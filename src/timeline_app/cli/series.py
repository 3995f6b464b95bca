"""`timeline-app series`: which series of figures there are, and the figures of one."""

from collections.abc import Sequence
from contextlib import closing
from typing import Any

import click

from timeline_app.cli.filters import some_filters
from timeline_app.cli.given import Given, Refused, Words, with_given
from timeline_app.dates.civil import iso
from timeline_app.model.as_known import known_series
from timeline_app.model.asked import Asked
from timeline_app.model.event_table import UNDATED
from timeline_app.model.series import Observations, Series
from timeline_app.model.units import number_words
from timeline_app.session.asking import UnknownError, known_day
from timeline_app.session.known_on import counted_words
from timeline_app.session.series import named
from timeline_app.session.series_words import series_name, when, written_unit, years_covered
from timeline_app.store.archive import Archive
from timeline_app.store.series import read_observations, read_series
from timeline_app.words.tr import tr, trn


@click.group(cls=Words, help=tr("List series of figures, or show the figures of one."))
def series() -> None:
    """The group; it does nothing by itself."""


@series.command(
    "list",
    help=tr("The series of which measure, entity and partner are, or hold, these words."),
)
@click.option("--measure", metavar="TEXT", help=tr("A part of what is measured."))
@click.option("--entity", metavar="TEXT", help=tr("Whose figures: a name or a code."))
@click.option("--partner", metavar="TEXT", help=tr("With whom; an empty text for nobody."))
@some_filters("known_on")
@with_given
def list_series(
    given: Given, asked: Asked, measure: str | None, entity: str | None, partner: str | None
) -> None:
    with closing(Archive.open(given.archive)) as archive:
        every = read_series(archive)
    for field, words in (("measure", measure), ("entity", entity), ("partner", partner)):
        if words is not None:
            every = tuple(named(every, field, words))
    found, hidden = _known(every, asked)
    lines = [_line(one) for one in found]
    heading = trn("{n} series", "{n} series", len(found))
    given.answer(
        [_about(one) for one in found], "\n".join([counted_words(heading, hidden), *lines])
    )


def _known(every: tuple[Series, ...], asked: Asked) -> tuple[tuple[Series, ...], int]:
    """Those that were known on the day asked for, and how many nothing dates."""
    try:
        day = known_day(asked)
    except UnknownError as unknown:
        raise Refused(unknown.sentence) from unknown
    if day is None:
        return every, 0
    return known_series(every, day), sum(1 for one in every if one.known_from >= UNDATED)


@series.command(help=tr("One series whole: its unit, source, vintage and every figure."))
@click.argument("id", metavar="ID")
@with_given
def show(given: Given, id: str) -> None:
    with closing(Archive.open(given.archive)) as archive:
        found = next((one for one in read_series(archive) if one.id == id), None)
        if found is None:
            raise Refused(tr("There is no series “{id}” in this archive.", id=id))
        figures = read_observations(archive, found)
    answer = {**_about(found), "observations": _figures(figures)}
    given.answer(answer, "\n".join(_in_words(found, figures)))


def _about(one: Series) -> dict[str, Any]:
    return {
        "id": one.id,
        "measure": one.measure,
        "unit": one.unit,
        "scale": one.scale,
        "entity": {"code": one.entity, "name": one.entity_name},
        "partner": {"code": one.partner, "name": one.partner_name} if one.partner else None,
        "vector": one.vector,
        "source": one.source,
        "vintage": one.vintage,
        "known_from": "unknown" if one.known_from >= UNDATED else iso(one.known_from),
        "earliest": iso(one.first),
        "latest": iso(one.last),
        "figures": one.count,
    }


def _figures(figures: Observations) -> list[dict[str, Any]]:
    """Each figure: `value` as the data write it, `amount` in the unit itself."""
    rows = zip(
        figures.edtf,
        figures.first.tolist(),
        figures.last.tolist(),
        figures.value.tolist(),
        figures.amount.tolist(),
        figures.n.tolist(),
        figures.note,
        strict=True,
    )
    return [
        {
            "edtf": edtf,
            "earliest": iso(first),
            "latest": iso(last),
            "value": value,
            "amount": amount,
            "n": None if n < 0 else n,
            "note": note,
        }
        for edtf, first, last, value, amount, n, note in rows
    ]


def _line(one: Series) -> str:
    said = (series_name(one), written_unit(one), one.source, years_covered(one))
    return f"{'; '.join(part for part in said if part)}  [{one.id}]"


def _in_words(one: Series, figures: Observations) -> Sequence[str]:
    rows = zip(figures.edtf, figures.value.tolist(), strict=True)
    return [
        series_name(one),
        tr("unit: {unit}", unit=written_unit(one)),
        tr("source: {source}", source=one.source),
        tr("vintage: {vintage}", vintage=one.vintage or tr("not recorded")),
        *(f"{when(edtf)}\t{number_words(value)}" for edtf, value in rows),
    ]
