"""What came of a claim: five signs for the many words in which an archive may say it."""

from timeline_app.words.tr import mark

OPEN, BORNE_OUT, NOT_BORNE_OUT, PARTLY, NOT_TESTABLE = range(5)
"""The signs; the ids are those of VERDICTS."""

VERDICTS = ("open", "borne out", "not borne out", "partly", "not testable")

VERDICT_LABELS = (
    mark("Open"),
    mark("Borne out"),
    mark("Not borne out"),
    mark("Partly"),
    mark("Not testable"),
)

_WORDS = {
    BORNE_OUT: ("borne out", "confirmed", "came true", "fulfilled", "true"),
    NOT_BORNE_OUT: (
        "not borne out",
        "contradicted",
        "contradicted by later events",
        "not confirmed",
        "refuted",
        "disproved",
        "false",
    ),
    PARTLY: ("partly", "partly borne out", "half true", "mixed", "qualified", "later qualified"),
    # What later events made pointless, or answered where it only asked, was neither right nor
    # wrong.
    NOT_TESTABLE: (
        "not testable",
        "untestable",
        "overtaken",
        "overtaken by events",
        "moot",
        "answered later",
    ),
}
_SIGNS = {words: sign for sign, several in _WORDS.items() for words in several}


def verdict_of(words: str) -> int:
    """The sign for a verdict as it is written; OPEN for words that are not known, or none.

    The words themselves are always shown as written: the sign only sorts and colours them.
    """
    return _SIGNS.get(" ".join(words.casefold().split()), OPEN)
