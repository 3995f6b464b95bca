"""What counts as engagement with a vector, and how much of it an occurrence gives to each.

The unit is the occurrence. One with k partner vectors gives 1/k to each of them, so that the shares
of the seven sum to 1; what is multilateral or regional only gives nothing to them and stands in a
strip of its own. What is counted is a rule that the reader sees and can change.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import field, replace

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Ints, Mask
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import Days, EventTable
from timeline_app.model.vector_member import VectorMember

PARTNERS = VECTORS[:7]
BESIDE = VECTORS[7:]

KINDS_OUT = frozenset(
    {
        "assessment",
        "claim",
        "domestic",
        "election",
        "leadership-change",
        "publication",
        "statistic",
        "vote",
    }
)
"""No engagement of one state with another: votes say how states stood, elections and changes of
leaders are matters of one, and a text on relations is none of them."""

KINDS_AS_SIGNS = frozenset({"dispute", "energy-dispute"})
"""A dispute is a sign of relations, not a share of them: counted beside, never among."""

Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rule:
    """Which kinds are left out, and which are counted beside. Vectors are those that were coded, or
    are `derived` from the actors of an event and their `members` at its days."""

    out: frozenset[str] = KINDS_OUT
    signs: frozenset[str] = KINDS_AS_SIGNS
    derived: bool = False
    members: tuple[VectorMember, ...] = ()

    def counting(self, kinds: Set[str]) -> "Rule":
        """The same where these kinds count, too."""
        return replace(self, out=self.out - kinds, signs=self.signs - kinds)

    def leaving(self, kinds: Set[str]) -> "Rule":
        """The same where these kinds do not count; disputes are signs again."""
        signs = self.signs | (KINDS_AS_SIGNS & kinds)
        return replace(self, out=self.out | (kinds - signs), signs=signs)

    def counts(self, kind: str) -> bool:
        """Whether events of a kind count."""
        return kind not in self.out and kind not in self.signs


@dataclass(frozen=True, eq=False, slots=True)
class Engagement:
    """m occurrences that count, by outer first day.

    `row` is the row of each in the table; `first`, `last` bound its outer span (days).
    `vectors` (m x 9) says which vectors it touches, in the order of VECTORS; `weights` (m x 7)
    what it gives to each partner: 1/k, or nothing where it touches none of the seven.
    `left_out` counts, by kind, what passed and does not count; `signs` the disputes among it.
    `surely`: in a period is what lies within it, not what may.
    """

    row: Ints
    first: Days
    last: Days
    vectors: NDArray[np.bool_]
    weights: Weights
    left_out: Mapping[str, int] = field(default_factory=dict)
    signs: int = 0
    surely: bool = False

    def __len__(self) -> int:
        return len(self.row)

    @property
    def with_partner(self) -> Mask:
        """Which touch one of the seven."""
        return np.asarray(self.vectors[:, : len(PARTNERS)].any(axis=1), np.bool_)

    def among(self, mask: Mask) -> "Engagement":
        """Those of `mask` (as long as this)."""
        kept = self.row[mask], self.first[mask], self.last[mask]
        given = self.vectors[mask], self.weights[mask]
        return Engagement(*kept, *given, self.left_out, self.signs, self.surely)

    def touching(self, first: int, last: int) -> Mask:
        """Which may lie within these days: their outer span touches them; or `surely` do."""
        low, high = (self.first, self.last) if self.surely else (self.last, self.first)
        found: Mask = (low >= first) & (high <= last)
        return found


NO_RULE = Rule(frozenset(), frozenset())


def engagement_of(table: EventTable, passing: Mask, rule: Rule | None = None) -> Engagement:
    """What counts among the rows of `passing` (as long as the table) under this rule."""
    rule = rule or Rule()
    kinds = table.terms["kind"]
    left_out = {}
    counting = passing.copy()
    for kind in sorted(rule.out | rule.signs):
        of_kind = kinds.holding({kind}) & passing
        if n := int(of_kind.sum()):
            left_out[kind] = n
            counting &= ~of_kind
    row = np.flatnonzero(counting)
    vectors = derived_vectors(table, row, rule.members) if rule.derived else _coded(table, row)
    partners = vectors[:, : len(PARTNERS)].astype(np.float64)
    k = partners.sum(axis=1, keepdims=True)
    weights = np.divide(partners, k, out=np.zeros_like(partners), where=k > 0)
    signs = sum(n for kind, n in left_out.items() if kind in rule.signs)
    return Engagement(row, table.first[row], table.last[row], vectors, weights, left_out, signs)


def _coded(table: EventTable, row: Ints) -> NDArray[np.bool_]:
    codes = table.terms["vector"]
    return np.column_stack([codes.holding({vector})[row] for vector in VECTORS])


def derived_vectors(
    table: EventTable, row: Ints, members: Sequence[VectorMember]
) -> NDArray[np.bool_]:
    """Which vectors these rows touch (rows x 9) by their actors alone: those of which an actor is a
    member on a day on which the event may lie."""
    found = np.zeros((len(row), len(VECTORS)), np.bool_)
    actors = table.terms.get("actor")
    if actors is None:
        return found
    place, code = actors.entries_of(row)
    order = np.argsort(code, kind="stable")
    place, code = place[order], code[order]
    for member in members:
        own = actors.terms.code(member.actor)
        if own is None or not member.is_sound:
            continue
        at = place[np.searchsorted(code, own) : np.searchsorted(code, own, side="right")]
        first, last = member.days
        within = (table.first[row[at]] <= last) & (table.last[row[at]] >= first)
        found[at[within], VECTORS.index(member.vector)] = True
    return found
