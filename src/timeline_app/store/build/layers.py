"""Layers: the records of one file of events, gathered in one way."""

from collections.abc import Iterable

from timeline_app.dataclass import dataclass
from timeline_app.model.record_table import HAND_CURATED, MACHINE_CODED, SEED
from timeline_app.store.build.folder import Folder
from timeline_app.words.tr import mark

OWN = mark("compiled by hand for this archive")


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer before its events are counted; `rank` is its standing when records fold."""

    id: str
    title: str
    file: str
    coded_by: str
    machine_coded: bool
    rank: int


_KNOWN = {
    layer.file: layer
    for layer in (
        Layer("seed", mark("Seed article"), "seed_article.jsonl", OWN, False, SEED),
        Layer(
            "china-meetings",
            mark("Meetings of Chinese leaders (China Vitae)"),
            "derived_china_meetings.jsonl",
            "China Vitae",
            True,
            MACHINE_CODED,
        ),
        Layer(
            "igo-accessions",
            mark("Joining of organisations (COW)"),
            "derived_igo_accessions.jsonl",
            "Correlates of War",
            True,
            MACHINE_CODED,
        ),
        Layer(
            "leaders",
            mark("Changes of leaders (Archigos)"),
            "derived_leaders.jsonl",
            "Archigos",
            True,
            MACHINE_CODED,
        ),
        Layer(
            "telephone-contacts",
            mark("Telephone talks (headlines)"),
            "derived_telephone_contacts.jsonl",
            mark("pattern over headlines"),
            True,
            MACHINE_CODED,
        ),
        Layer(
            "trade-agreements",
            mark("Trade agreements (DESTA)"),
            "derived_trade_agreements.jsonl",
            "DESTA",
            True,
            MACHINE_CODED,
        ),
        Layer(
            "unga-votes",
            mark("UN votes on which states differed"),
            "derived_unga_votes.jsonl",
            mark("UN General Assembly voting data"),
            True,
            MACHINE_CODED,
        ),
        Layer(
            "us-visits",
            mark("US travel and visit registers"),
            "derived_us_visits.jsonl",
            mark("US Department of State"),
            True,
            MACHINE_CODED,
        ),
        Layer(
            "icews14",
            mark("Machine-coded news of 2014 (ICEWS)"),
            "derived_icews14.jsonl",
            "ICEWS",
            True,
            MACHINE_CODED,
        ),
        Layer(
            "chinese-finance",
            mark("Chinese finance (AidData)"),
            "derived_chinese_finance.jsonl",
            "AidData",
            True,
            MACHINE_CODED,
        ),
    )
}


def layer_of(file: str) -> Layer:
    """The layer that a file of events makes: a known one, a curated set, or one of its own."""
    if file in _KNOWN:
        return _KNOWN[file]
    stem = file.removesuffix(".jsonl")
    if stem.startswith("events"):
        n = stem.removeprefix("events").removeprefix("_") or "1"
        title = "Curated events" if n == "1" else f"Curated events, set {n}"
        return Layer(f"curated-{n}", title, file, OWN, False, HAND_CURATED)
    id = stem.removeprefix("derived_").replace("_", "-")
    return Layer(id, id.replace("-", " ").capitalize(), file, "", True, MACHINE_CODED)


def terms_in_words(folder: Folder, file: str) -> tuple[str, str, str]:
    """(terms, how they are known, citation) of a file; empty texts where nothing is said."""
    rows = folder.terms_of(file)
    return (
        _joined(row.terms for row in rows),
        _joined(row.how_known for row in rows),
        _joined(row.citation for row in rows),
    )


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))
