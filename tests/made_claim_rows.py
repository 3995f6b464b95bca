"""Claims in the form of `data/claims.jsonl`, for tests."""

from made_folders import Row, source


def claim(id: str = "said", **more: object) -> Row:
    """A claim with every field of the form."""
    return {
        "id": id,
        "by": "Some Body",
        "affiliation": "scholar",
        "stated": "2014-05-13",
        "type": "prediction",
        "claim": "There will be a union.",
        "topic": "union",
        "horizon": None,
        "what_happened": None,
        "verdict": "open",
        "sources": [source(date="2014-05-13")],
        "verified": True,
    } | more
