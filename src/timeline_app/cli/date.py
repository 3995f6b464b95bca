"""`timeline-app date`: what a text means as a date, or why it is none."""

from collections.abc import Iterator

import click

from timeline_app.cli.frame import DONE, PARTLY, REFUSED
from timeline_app.cli.given import (
    Given,
    Refused,
    Word,
    answer_json,
    say,
    standard_input,
    with_given,
)
from timeline_app.dates.civil import iso
from timeline_app.dates.date_error import DateError
from timeline_app.dates.edtf import parse
from timeline_app.dates.historical_date import HistoricalDate
from timeline_app.dates.spoken import date_words
from timeline_app.words.tr import grouped, tr

_CALENDARS = ("gregorian", "julian", "islamic")

Answer = dict[str, str | bool | None]


@click.command(
    cls=Word,
    help=tr("Read dates (EDTF): their earliest and latest day, or why one is none. - reads lines."),
    context_settings={"ignore_unknown_options": True},  # years before 0 begin with a hyphen
)
@click.argument("texts", metavar="[TEXT...|-]", nargs=-1)
@click.option(
    "--calendar",
    type=click.Choice(_CALENDARS),
    default="gregorian",
    help=tr("The calendar of the texts."),
)
@with_given
def date(given: Given, texts: tuple[str, ...], calendar: str) -> int:
    """Answers a line for each text. Exit code 0 if all are dates, 1 if some, 2 if none."""
    if not texts:
        raise Refused(tr("Say a date, or - to read one a line."))
    refused: list[Answer] = []
    read = 0
    for text in _all_of(texts):
        answer = _answer(text, calendar)
        if given.json:
            answer_json(answer)
        elif answer["ok"]:
            say(_in_words(answer))
        else:
            click.echo(_in_words(answer), err=True)
        if not answer["ok"]:
            refused.append(answer)
        read += 1
    if refused and given.json:
        click.echo(_refusal(refused, read), err=True)
    if not refused:
        return DONE
    return REFUSED if len(refused) == read else PARTLY


def _refusal(refused: list[Answer], read: int) -> str:
    if len(refused) == 1:
        return _in_words(refused[0])
    return tr("{n} of {all} are no dates.", n=grouped(len(refused)), all=grouped(read))


def _all_of(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        if text == "-":
            lines = (line.decode("utf-8", "surrogateescape") for line in standard_input())
            yield from (line.rstrip("\r\n") for line in lines)
        else:
            yield text


def _answer(text: str, calendar: str) -> Answer:
    answer: Answer = {"text": text, "ok": True, "edtf": None, "words": None}
    try:
        found = parse(text, calendar)
    except DateError as fault:
        answer |= {"ok": False, "earliest": None, "latest": None, "qualifiers": None}
        return answer | {"error": fault.why, "suggestion": fault.suggestion or None}
    earliest, latest = _ends(found)
    answer |= {"edtf": found.edtf, "words": date_words(found)}
    answer |= {"earliest": earliest, "latest": latest, "qualifiers": found.qualifiers}
    return answer | {"error": None, "suggestion": None}


def _ends(found: HistoricalDate) -> tuple[str, str]:
    """EDTF's own bounds; the margin of an approximate date is a matter of how it is shown."""
    return (
        "unknown" if found.begin_unknown else iso(found.bounds.first),
        "unknown" if found.end_unknown else iso(found.bounds.last),
    )


def _in_words(answer: Answer) -> str:
    given = answer["text"]
    if answer["ok"]:
        ends = {"earliest": answer["earliest"], "latest": answer["latest"]}
        return tr(
            "{given}: {words}, from {earliest} to {latest}",
            given=given,
            words=answer["words"],
            **ends,
        )
    said = f"{given}: {answer['error']}"
    if answer["suggestion"]:
        return tr("{said} Perhaps {form}?", said=said, form=answer["suggestion"])
    return said
