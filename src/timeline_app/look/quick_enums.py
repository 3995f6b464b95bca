"""Enums of Qt's binding, made in a quarter of the time that Python takes for them.

The binding makes one of Python's enums of each enum of Qt: some three hundred with more than three
thousand members, until the window stands. For each member Python looks along all bases, takes a
place-holder out of the class and asks again what kind of class it is, which together was an eighth
of the start. What is made here is the same in every field.
"""

import sys
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache
from typing import Any

_MAKE = "_create_"
"""Python's own way of making an enum of a list of names and values."""

_own: Any = getattr(EnumType, _MAKE)
_KINDS = (Enum, IntEnum, Flag, IntFlag)
_KNOWN = (3, 11)
"""Which fields a class has differs between versions of Python."""


def make_enums_quickly() -> None:
    """From now on, where this is the version of Python whose enums are known here."""
    if sys.version_info[:2] == _KNOWN:
        setattr(EnumType, _MAKE, _make)


def _make(kind: type[Enum], name: str, members: Any, **how: Any) -> type[Enum]:
    """As Python's own: quickly where the binding asks, which gives pairs of a name and a number."""
    # Whoever called the class `kind`, whose `__call__` called this.
    how["module"] = how.get("module") or sys._getframe(2).f_globals.get("__name__")
    if _is_plain(kind, members, how):
        return quick_enum(kind, name, members, how["module"], how["boundary"])
    own: type[Enum] = _own(kind, name, members, **how)
    return own


def _is_plain(kind: type[Enum], members: Any, how: dict[str, Any]) -> bool:
    if kind not in _KINDS or type(members) is not list or how.get("qualname") or how.get("type"):
        return False
    if {*map(type, members)} - {tuple} or {*map(len, members)} - {2}:
        return False
    values = dict(members)
    return (
        len(values) == len(members)
        and {*map(type, values)} <= {str}
        and {*map(type, values.values())} <= {int}
        and "_" not in {name[:1] for name in values}
        and _taken(kind).isdisjoint(values)
    )


@cache
def _taken(kind: type[Enum]) -> frozenset[str]:
    """The names of what is no member, by which Python finds out more about a member so named."""
    return frozenset({"", "mro"}.union(*(vars(base) for base in kind.__mro__)))


@cache
def _empty(kind: type[Enum], boundary: Any) -> dict[str, Any]:
    """The fields of an enum of this kind that has no members."""
    fields = dict(vars(_own(kind, "", [], module="", boundary=boundary)))
    del fields["__new__"]  # within the fields of a new class it would become another thing
    return fields


def quick_enum(
    kind: type[Enum], name: str, members: list[tuple[str, int]], module: str, boundary: Any
) -> type[Enum]:
    """An enum of this kind with these members, whose names are none that the kind has itself."""
    by_name: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    shown: list[str] = []
    own = {"_member_names_": shown, "_member_map_": by_name, "_value2member_map_": by_value}
    fields = _empty(kind, boundary) | own | {"_unhashable_values_": [], "__module__": module}
    made: Any = type.__new__(EnumType, name, (kind,), fields)
    made.__new__ = Enum.__new__
    new, numbers, flags = made._new_member_, issubclass(kind, int), issubclass(kind, Flag)
    bits = singles = 0
    for member, value in members:
        one = by_value.get(value)
        if one is None:
            one = by_value[value] = new(made, value) if numbers else new(made)
            one._value_, one._name_, one.__objclass__ = value, member, made
            one._sort_order_ = len(shown)
            single = value > 0 and not value & (value - 1)
            if single or not flags:
                shown.append(member)
            bits, singles = bits | value, singles | (value if single else 0)
        by_name[member] = one
        type.__setattr__(made, member, one)
    if flags:
        _count_bits(made, bits, singles)
    kept: type[Enum] = made
    return kept


def _count_bits(made: Any, bits: int, singles: int) -> None:
    made._flag_mask_, made._singles_mask_ = bits, singles
    made._all_bits_ = 2 ** bits.bit_length() - 1
    values = [one.value for one in made]
    if values != sorted(values):
        made._iter_member_ = made._iter_member_by_def_
