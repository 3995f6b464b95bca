"""The article that an archive began with, record by record, in the article's own order."""

from timeline_app.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the article gives, `value` times `scale`; `edtf` is the time that it is of."""

    measure: str
    unit: str
    scale: float
    entity: str
    partner: str
    source: str
    edtf: str
    value: float


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One record: what it became in the archive, by occurrence, by the claim's key, or a figure.

    None of the three is there where the archive has lost it.
    """

    n: int
    id: str
    record: str
    title: str
    summary: str
    edtf: str
    note: str
    occurrence: int | None
    claim: int | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class WalkStep:
    """Where a reader who walks through the article stands: at the first of `of` records, `at` 1."""

    at: int
    of: int
    record: ArticleRecord
