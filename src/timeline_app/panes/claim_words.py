"""Claims in words: who speaks, about which time, and what came of it."""

from timeline_app.panes.date_words import date_words
from timeline_app.words.tr import tr


def speaker_words(speaker: str, capacity: str) -> str:
    """ "Luca Anceschi, lecturer, University of Glasgow"."""
    said = {"speaker": speaker, "capacity": capacity}
    return tr("{speaker}, {capacity}", **said) if capacity else speaker


def horizon_words(horizon: str, as_written: str, short: bool = False) -> str:
    """The time that a claim is about, as a date or else as written; empty where it names none."""
    return date_words(horizon, short) if horizon else as_written


def verdict_words(verdict: str) -> str:
    """What came of it as the archive writes it; "open" where it says nothing."""
    return tr(verdict) if verdict else tr("open")
