"""Claims in the words of a tip, of the head of their track, and for who cannot see the picture."""

from collections.abc import Sequence

from timeline_app.dates.civil import date_of
from timeline_app.dates.spoken import date_words
from timeline_app.dates.spoken_days import day_and_month_words, day_words
from timeline_app.model.claim import Claim
from timeline_app.model.records import ClaimRow
from timeline_app.model.verdict import VERDICT_LABELS, verdict_of
from timeline_app.scene.claim_drawing import ClaimDrawing
from timeline_app.scene.lane_layout import Level
from timeline_app.words.tr import tr, trn


def claim_captions(drawn: ClaimDrawing) -> tuple[str, ...]:
    """What is in sight: how many of the day on which most was said, speakers, predictions, and how
    many of these are drawn as arrows."""
    seen = drawn.seen
    said = []
    if seen.busiest is not None and seen.busiest[1] < seen.claims:
        day, n = seen.busiest
        said.append(tr("{n} of {day}", n=n, day=_short_day(day, drawn)))
    if seen.claims:
        said.append(trn("{n} speaker", "{n} speakers", seen.speakers))
    if seen.predictions:
        said.append(trn("{n} prediction", "{n} predictions", seen.predictions))
        if drawn.level is Level.MARKS and seen.arrows != seen.predictions:
            said.append(tr("{n} drawn", n=seen.arrows))
    return tuple(said)


def claim_tip(claim: Claim) -> tuple[str, str]:
    """Its title, or its text; and who said it when, what was said, and what came of it."""
    title = claim.title or claim.text
    lines = [_speaker(claim.speaker_of_day, claim.capacity), _when(claim)]
    lines += [claim.text] if claim.title else []
    lines.append(_outcome(claim))
    return title, "\n".join(line for line in lines if line)


def pile_tip(told: Sequence[ClaimRow], n: int) -> tuple[str, str]:
    """How many share a mark, and the first of them."""
    lines = [f"{row.speaker_of_day}: {row.title or row.text}" for row in told]
    if n > len(told):
        lines.append(trn("and {n} more claim", "and {n} more claims", n - len(told)))
    lines.append(tr("Click to select one after another."))
    return trn("{n} claim", "{n} claims", n), "\n".join(lines)


def claim_spoken(claim: Claim) -> str:
    """The claim in focus for who hears the screen."""
    title, rest = claim_tip(claim)
    parts = (tr("Claim"), title, *rest.splitlines())
    return ". ".join(part.rstrip(".") for part in parts if part)


def _speaker(speaker: str, capacity: str) -> str:
    return tr("{speaker}, {capacity}", speaker=speaker, capacity=capacity) if capacity else speaker


def _when(claim: Claim) -> str:
    said = date_words(claim.stated)
    about = date_words(claim.horizon) if claim.horizon else claim.horizon_as_written
    return tr("Said {date}, about {horizon}", date=said, horizon=about) if about else said


def _outcome(claim: Claim) -> str:
    """The verdict as it is written, and what happened."""
    verdict = claim.verdict or tr(VERDICT_LABELS[verdict_of(claim.verdict)])
    verdict = verdict[:1].upper() + verdict[1:]
    happened = claim.outcome.text if claim.outcome is not None else ""
    return tr("{verdict}: {outcome}", verdict=verdict, outcome=happened) if happened else verdict


def _short_day(day: int, drawn: ClaimDrawing) -> str:
    """Without its year where all in sight is within a year or so."""
    if drawn.drawn.scale.days > 400:
        return day_words(day, short=True)
    _, month, day_of_month = date_of(day)
    return day_and_month_words(month, day_of_month)
