"""Python's `dataclass`, whose methods are written when they are first called.

Python itself writes and compiles all methods of every such class as it is imported: nearly a
millisecond a class, more than all else that is done for the program's own modules at its start,
though most of these methods are never called. What a class is and does is otherwise the same.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from functools import cache, partial
from types import CodeType, FunctionType, MemberDescriptorType
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        *, frozen: bool = False, eq: bool = True, slots: bool = False
    ) -> Callable[[type[T]], type[T]]:
        """As Python's own with the same words, which are all that we need of it."""
        return lambda plain: _dressed(plain, frozen, eq, slots)


def _dressed(plain: type[T], frozen: bool, eq: bool, slots: bool) -> type[T]:
    # Without words of its own Python would ask for a signature, which is slow too.
    plain.__doc__ = plain.__doc__ or plain.__qualname__
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
    hashed = vars(plain).get("__hash__") is None  # what Python puts beside an __eq__ of its own
    later: dict[str, Callable[[], Any]] = {"__init__": partial(_init, made, frozen)}
    for name in ("__repr__", *(("__eq__",) if eq else ())):
        later[name] = partial(_twins, made, name)
    if eq and frozen and hashed:
        later["__hash__"] = partial(_twins, made, "__hash__")
    elif eq and hashed:
        setattr(made, "__hash__", None)  # noqa: B010 - no method to be assigned to, for mypy
    if frozen:
        always: dict[str, Any] = {"__setattr__": _refuse, "__delattr__": _refuse}
        always |= {"__getstate__": _state, "__setstate__": _restore} if slots else {}
        for name, method in always.items():
            setattr(made, name, method)
    for name, write in later.items():
        if name == "__hash__" or name not in vars(plain):
            _when_called(made, name, write)
    return made


def _when_called(made: type, name: str, write: Callable[[], Any]) -> None:
    """The first call of a method has it written; from then on it is as Python's."""

    def first(self: Any, *args: Any, **named: Any) -> Any:
        method = write()
        setattr(made, name, method)
        return method(self, *args, **named)

    first.__name__, first.__qualname__ = name, f"{made.__qualname__}.{name}"
    setattr(made, name, first)


def _init(made: type, frozen: bool) -> Any:
    """A function that takes all fields in order, and puts them where they belong."""
    listed, settles = fields(made), hasattr(made, "__post_init__")
    given = [one for one in listed if one.default is not MISSING]
    slots: dict[str, Any] = {one.name: getattr(made, one.name, None) for one in listed}
    slotted = frozen and all(isinstance(slot, MemberDescriptorType) for slot in slots.values())
    made_anew = any(one.default_factory is not MISSING for one in listed)
    if made_anew or given != [*listed[len(listed) - len(given) :]] or (frozen and not slotted):
        method = _written(listed, slots, frozen, settles)
    else:
        # By its slot a field is put in half the time that it takes by its name.
        known = {f"_put_{n}": slot.__set__ for n, slot in slots.items() if slotted}
        code = _named(_shape(len(slots), slotted, settles), [*slots])
        defaults = tuple(one.default for one in given)
        method = FunctionType(code, known, "__init__", defaults)
    method.__qualname__, method.__module__ = f"{made.__qualname__}.__init__", made.__module__
    return method


@cache
def _shape(n: int, slotted: bool, settles: bool) -> CodeType:
    """What takes so many fields, _0 and so on: to compile it takes most of the time, and names are
    all that differs between two classes of so many."""
    names = [f"_{i}" for i in range(n)]
    body = [f"_put_{one}(self, {one})" if slotted else f"self.{one} = {one}" for one in names]
    known: dict[str, Any] = {}
    exec(_text(names, body, settles), known)
    code: CodeType = known["__init__"].__code__
    return code


def _named(shape: CodeType, names: Sequence[str]) -> CodeType:
    """The same for fields of these names."""
    real = {f"_{i}": name for i, name in enumerate(names)}
    real |= {f"_put_{old}": f"_put_{name}" for old, name in real.items()}
    varnames, known = (
        tuple(real.get(one, one) for one in some) for some in (shape.co_varnames, shape.co_names)
    )
    return shape.replace(co_varnames=varnames, co_names=known)


def _written(
    listed: Sequence["Field[Any]"], slots: Mapping[str, object], frozen: bool, settles: bool
) -> Any:
    """The function for fields of which some are made anew each time, or have no slot."""
    known: dict[str, Any] = {"_put": object.__setattr__, "_absent": MISSING}
    told, body = [], []
    for one in listed:
        name, value = one.name, one.name
        if one.default_factory is not MISSING:
            known[f"_make_{name}"] = one.default_factory
            value = f"_make_{name}() if {name} is _absent else {name}"
        elif one.default is not MISSING:
            known[f"_given_{name}"] = one.default
        told.append(name + _default(one))
        slot = slots[name]
        if frozen and isinstance(slot, MemberDescriptorType):
            known[f"_put_{name}"] = slot.__set__
            body.append(f"_put_{name}(self, {value})")
        else:
            body.append(f"_put(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    exec(_text(told, body, settles), known)
    return known["__init__"]


def _text(told: Sequence[str], body: Sequence[str], settles: bool) -> str:
    lines = [*body, *(["self.__post_init__()"] if settles else [])]
    return f"def __init__({', '.join(['self', *told])}):\n " + "\n ".join(lines or ["pass"])


def _default(one: "Field[Any]") -> str:
    if one.default_factory is not MISSING:
        return "=_absent"
    return "" if one.default is MISSING else f"=_given_{one.name}"


def _twins(made: Any, name: str) -> Any:
    """That method of a class with the same fields, as Python writes it: it holds for both."""
    listed = [(one.name, one.type, one) for one in fields(made)]
    twin = dataclasses.make_dataclass(
        made.__name__, listed, namespace={"__doc__": name}, init=False, unsafe_hash=True
    )
    return getattr(twin, name)


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
