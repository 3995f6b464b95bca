"""Writing, changing and removing: the same three commands for every kind."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import About, Target
from timeline_app.model.command import Change, Command, Objects, RefusedError, State
from timeline_app.model.written.kind import Kind
from timeline_app.words.tr import tr

Values = Mapping[str, object]
TARGET, ABOUT, OTHERS, ORIGIN = "target", "about", "about_others", "origin"
"""What the state of an object holds beside the fields of its kind: the target and what it looked
like, what its further targets looked like, and who wrote it first where it was imported."""


@dataclass(frozen=True, slots=True)
class Add:
    """A new one; `about` is what its target looked like, `others` what its further targets did.

    Where there is one already of the same author that may be there only once, that one is changed.
    """

    kind: Kind
    values: Values
    target: Target | None = None
    about: About = field(default_factory=lambda: About())
    others: Mapping[str, About] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return self.kind.steps.add

    def changes(self, objects: Objects) -> Sequence[Change]:
        self.kind.judge_target(self.target)
        head: dict[str, object] = {}
        if self.target is not None:
            _judge_letters(str(self.target))
            head = {TARGET: str(self.target), ABOUT: self.about.as_state()}
        others = {target: about.as_state() for target, about in self.others.items()}
        if any(others.values()):
            head[OTHERS] = others
        state = self.kind.settled({**head, **self.kind.state(self.values)})
        return (Change(self.kind.name, self._there(objects, state), state),)

    def _there(self, objects: Objects, state: State) -> str | None:
        """The one that this changes, if there is one."""
        if self.kind.once is None:
            return None
        mine = objects.mine(self.kind.name, str(self.target or ""))
        for id_, old in mine:
            if all(old.get(name) == state.get(name) for name in self.kind.once):
                return id_
        return None


@dataclass(frozen=True, slots=True)
class Edit:
    """New values for some fields of one that is there; the others stay as they are."""

    kind: Kind
    id: str
    values: Values
    others: Mapping[str, About] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return self.kind.steps.edit

    def changes(self, objects: Objects) -> Sequence[Change]:
        old = standing_state(objects, self.kind, self.id)
        names = {field.name for field in self.kind.fields}
        kept = {name: value for name, value in old.items() if name not in names}
        fields = self.kind.state({**old, **self.values})
        state: dict[str, object] = {**kept, **fields}
        looks = kept.get(OTHERS)
        seen = {target: about.as_state() for target, about in self.others.items()}
        if any(seen.values()):
            state[OTHERS] = {**(looks if isinstance(looks, dict) else {}), **seen}
        origin = kept.get(ORIGIN)
        if isinstance(origin, dict):  # from now on it was changed when this act says
            state[ORIGIN] = {name: said for name, said in origin.items() if name != "changed"}
        return (Change(self.kind.name, self.id, self.kind.settled(state)),)


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes one away; its history stays, and any old state can be brought back."""

    kind: Kind
    id: str

    @property
    def label(self) -> str:
        return self.kind.steps.remove

    def changes(self, objects: Objects) -> Sequence[Change]:
        standing_state(objects, self.kind, self.id)
        return (Change(self.kind.name, self.id, None),)


@dataclass(frozen=True, slots=True)
class Together:
    """Several commands as one step; none of them knows what the others do."""

    commands: Sequence[Command]
    label: str

    def changes(self, objects: Objects) -> Sequence[Change]:
        return [change for command in self.commands for change in command.changes(objects)]


def standing_state(objects: Objects, kind: Kind, id_: str) -> State:
    """The state of an object of this kind. Raises `RefusedError` where there is none."""
    state = objects.state(kind.name, id_)
    if state is None:
        raise RefusedError(tr(kind.steps.absent, id=id_))
    return state


def _judge_letters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise RefusedError(
            tr("The text is not valid Unicode and could not be kept as it is.")
        ) from None
