"""What a kind of thing one can write is: its fields, what it can be about, what is said of it.

A kind is one file here with a `KIND`, and a line in the catalogue. From it come the word of the
shell, the columns of an export and the names of the steps of undo.
"""

from collections.abc import Callable, Mapping
from dataclasses import field

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import TARGET_KINDS, Target
from timeline_app.model.command import RefusedError, State
from timeline_app.words.tr import tr

ON_ANYTHING = TARGET_KINDS
ON_ITS_OWN: tuple[str, ...] = ()

Reader = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind: a text, or with `many` a list of texts.

    `read` makes a text that was given into the one that is kept, or raises `RefusedError`.
    `options` are its names in the shell, `words` say there what it is, `metavar` stands for it.
    With `targets` its texts name further things that the object is about. A form heads it with
    `title` (and leaves out what has none), offers the words of `choices`, and gives it several
    lines where it is `long`. All these words are marked.
    """

    name: str
    words: str
    read: Reader
    options: tuple[str, ...]
    metavar: str = "T"
    many: bool = False
    needed: bool = False
    default: str = ""
    targets: bool = False
    title: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    long: bool = False

    def of(self, values: Mapping[str, object]) -> object:
        """What is kept of the value given under its name. Raises `RefusedError`."""
        if self.many:
            return self._list(values.get(self.name, ()))
        given = values.get(self.name)
        text = given if given is not None and given != "" else self.default
        if not isinstance(text, str):
            raise RefusedError(tr("“{field}” must be a text.", field=self.name))
        if not text.strip():
            if self.needed:
                raise RefusedError(tr("“{field}” is needed.", field=self.name))
            return ""
        return self.read(text)

    def _list(self, given: object) -> list[str]:
        if not isinstance(given, list | tuple) or not all(isinstance(one, str) for one in given):
            raise RefusedError(tr("“{field}” must be a list of texts.", field=self.name))
        kept = list(dict.fromkeys(self.read(one) for one in given))
        if self.needed and not kept:
            raise RefusedError(tr("“{field}” is needed.", field=self.name))
        return kept


@dataclass(frozen=True, slots=True)
class Steps:
    """How the steps are named in the menu, and what is said of one that is not there ({id})."""

    add: str
    edit: str
    remove: str
    restore: str
    absent: str


def _as_it_is(state: State) -> State:
    return state


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing one can write.

    `name` stands in the log and never changes; `word` is its word in the shell, `title` heads it
    for readers. It is about one target of the kinds `on` (none: it stands by itself). Of those of
    one author with equal fields `once` there is one for each target: writing it again changes it.
    `settled` judges the whole state and may complete it.
    """

    name: str
    word: str
    title: str
    help: str
    steps: Steps
    fields: tuple[Field, ...] = ()
    on: tuple[str, ...] = ON_ANYTHING
    once: tuple[str, ...] | None = None
    target_options: tuple[str, ...] = ("--target",)
    settled: Callable[[State], State] = _as_it_is

    def state(self, values: Mapping[str, object]) -> dict[str, object]:
        """The fields as they are kept. Raises `RefusedError`."""
        return {field.name: field.of(values) for field in self.fields}

    def judge_target(self, target: Target | None) -> None:
        """Raises `RefusedError` where it cannot be written on this."""
        if target is None:
            if self.on:
                raise RefusedError(tr("Say what it is about: KIND:ID."))
        elif target.kind not in self.on:
            kinds = ", ".join(self.on) or tr("nothing: it stands by itself")
            raise RefusedError(
                tr("It cannot be about {target}, only about {kinds}.", target=target, kinds=kinds)
            )

    def targets_of(self, state: State) -> list[tuple[str, str]]:
        """What else an object in this state is about: the field that says so, and the target."""
        return [
            (field.name, target)
            for field in self.fields
            if field.targets
            for target in _texts(state.get(field.name))
        ]


def _texts(value: object) -> list[str]:
    held = value if isinstance(value, list) else [value]
    return [one for one in held if isinstance(one, str) and one]
