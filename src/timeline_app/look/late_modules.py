"""Modules of others that are read when something is asked of them.

Qt's binding carries its own account of what its functions take in an archive within its library,
and compiles that anew from its source at every start, which is a fifth of the time to the first
frame. It is asked where a function is called wrongly, and where somebody wants its help. NumPy
writes the help of all that it has in C as it is imported, a seventh of that time.
"""

import sys
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

LATE = frozenset(
    f"shibokensupport.signature.{name}"
    for name in ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator")
)
"""Not `mapping` beside them: of that the library itself takes a function without asking for it."""

HELP = frozenset(f"numpy._core._add_newdocs{of}" for of in ("", "_scalars"))
"""What gives the things of NumPy their help, each by being read; nobody seeks a name in it."""

_READ = "_read"
"""Where a module keeps what reads it, until it is read."""


@contextmanager
def read_late(names: Set[str] = LATE) -> Iterator[None]:
    """What is imported within, and is one of these, is read when it is wanted."""
    before, late = sys.meta_path, _Late(names)
    sys.meta_path = _Behind([late, *before])
    try:
        yield
    finally:
        before[:] = [finder for finder in sys.meta_path if finder is not late]
        sys.meta_path = before


class LateModule(ModuleType):
    """Reads itself when a name is sought in it."""

    def __getattr__(self, name: str) -> Any:
        asked = not name.startswith("__")  # the import system looks for some names of its own
        read: Callable[[], None] | None = self.__dict__.pop(_READ, None) if asked else None
        if read is None:
            raise AttributeError(name)
        read()
        return getattr(self, name)


class _Behind(list[Any]):
    """Finders of modules: the first stays it, though the binding puts its own before all."""

    def insert(self, index: Any, finder: Any) -> None:
        super().insert(index + 1, finder)


class _Late:
    """Finds what the others find, with a loader that reads it late."""

    def __init__(self, names: Set[str]) -> None:
        self._names = names

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> "ModuleSpec | None":
        """As the import system asks."""
        if name not in self._names:
            return None
        others = (finder for finder in sys.meta_path if finder is not self)
        found = (finder.find_spec(name, path, target) for finder in others)
        spec = next((spec for spec in found if spec is not None), None)
        if spec is not None:
            late: Any = _LateLoader(spec.loader, name)
            spec.loader = late
        return spec


class _LateLoader:
    """Makes a module that another loader will read."""

    def __init__(self, loader: Any, name: str) -> None:
        self._loader, self._name = loader, name

    def create_module(self, spec: "ModuleSpec") -> ModuleType:
        """As the import system asks."""
        return LateModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """As the import system asks."""
        module.__dict__[_READ] = lambda: self._read(module)

    def _read(self, module: ModuleType) -> None:
        spec = module.__spec__
        if spec is None:
            raise ImportError(self._name)
        # Meanwhile the binding has put it into another package, which its loader does not know.
        now, spec.name = spec.name, self._name
        try:
            self._loader.exec_module(module)
        finally:
            spec.name = now
