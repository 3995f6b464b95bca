"""Taking in what another notebook, or this one on another day, has handed on."""

from collections.abc import Mapping, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import Written
from timeline_app.model.command import Change, Objects, State
from timeline_app.model.written.commands import ABOUT, ORIGIN, OTHERS
from timeline_app.words.tr import mark


@dataclass(frozen=True, slots=True)
class Brought:
    """How many things that were handed on are new here, the same, or said otherwise."""

    new: int
    same: int
    changed: int


@dataclass(frozen=True, slots=True)
class Bring:
    """Sets objects as they were handed on, in one step; what stands so already is left alone.

    What is new here keeps the name and the times that it came with.
    """

    written: Sequence[Written]
    label: str = mark("import")

    def changes(self, objects: Objects) -> Sequence[Change]:
        asked = ((one, objects.state(one.kind, one.id)) for one in self.written)
        return [
            Change(one.kind, one.id or None, _state(one, stands))
            for one, stands in asked
            if not same(one.state, stands)
        ]


def same(one: State, other: State | None) -> bool:
    """Whether two states say the same, whoever wrote them and whatever their targets look like."""
    return other is not None and told(one) == told(other)


def told(state: State) -> Mapping[str, object]:
    """What a state says, without who said it first and what its targets looked like."""
    beside = (ORIGIN, ABOUT, OTHERS)
    return {name: value for name, value in state.items() if name not in beside and value}


def _state(one: Written, stands: State | None) -> State:
    """The state that is set: over one that stands it is an edit, which is of now."""
    if stands is None:
        came = {"author": one.author, "created": one.created, "changed": one.changed}
        return {**one.state, ORIGIN: {name: said for name, said in came.items() if said}}
    kept = {name: stands[name] for name in (ORIGIN, ABOUT, OTHERS) if name in stands}
    if isinstance(origin := kept.get(ORIGIN), dict):
        kept[ORIGIN] = {name: said for name, said in origin.items() if name != "changed"}
    return {**kept, **{name: v for name, v in one.state.items() if v or name not in kept}}
