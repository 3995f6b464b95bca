"""Which series there are to choose from, which are chosen, and what is said of their figures."""

from collections.abc import Iterable, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.model.series import Series
from timeline_app.words.folding import fold

MOST_CHOSEN = 12
"""So many series can be told apart in charts of this height; no more are chosen at once."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a series is to be of; None for any. A partner of "" is a series without one."""

    measure: str | None = None
    entity: str | None = None
    partner: str | None = None

    def passes(self, series: Series, but: str = "") -> bool:
        """Whether it is one of these, no matter what its field `but` holds."""
        return all(
            wanted is None or field == but or getattr(series, field) == wanted
            for field, wanted in (
                ("measure", self.measure),
                ("entity", self.entity),
                ("partner", self.partner),
            )
        )


def matching(all_series: Sequence[Series], wanted: Wanted) -> list[Series]:
    """The series that are of what is wanted."""
    return [series for series in all_series if wanted.passes(series)]


def options(all_series: Sequence[Series], wanted: Wanted, field: str) -> dict[str, int]:
    """What `field` may be for the rest of what is wanted, and how many series there are of each."""
    found: dict[str, int] = {}
    for series in all_series:
        if wanted.passes(series, but=field):
            value = getattr(series, field)
            found[value] = found.get(value, 0) + 1
    return found


def of_keys(all_series: Sequence[Series], keys: Iterable[int]) -> tuple[Series, ...]:
    """The series of these keys, each once, in this order; unknown ones are left out."""
    known = {series.key: series for series in all_series}
    kept = [known[key] for key in dict.fromkeys(keys) if key in known]
    return tuple(kept[:MOST_CHOSEN])


def of_ids(all_series: Sequence[Series], ids: Iterable[str]) -> tuple[Series, ...]:
    """The same by their ids, which outlast an edition."""
    known = {series.id: series.key for series in all_series}
    return of_keys(all_series, (known[id] for id in ids if id in known))


def named(all_series: Sequence[Series], field: str, words: str) -> list[Series]:
    """The series whose `field` somebody means by these words: its code or its whole name, or else
    a part of its name. No words mean an empty field."""
    asked = fold(words)
    folded = {one.key: _said(one, field) for one in all_series}
    whole = [one for one in all_series if asked in folded[one.key]]
    if whole or not asked:
        return whole
    return [one for one in all_series if any(asked in said for said in folded[one.key])]


def _said(series: Series, field: str) -> tuple[str, ...]:
    written = getattr(series, field)
    return fold(written), fold(getattr(series, f"{field}_name", written))
