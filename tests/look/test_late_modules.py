"""What the binding tells of its functions is read when it is asked for, and is then the same."""

import subprocess
import sys

import pytest

from timeline_app.look.late_modules import LATE

ASKED = {
    "errorhandler": "seterror_argument",
    "layout": "create_signature",
    "parser": "pyside_type_init",
    "lib.enum_sig": "ExactEnumerator",
    "lib.pyi_generator": "Formatter",
}
"""A name in each, which the binding or a tool of it asks for."""

PLAINLY = "from timeline_app.look.plain_imports import import_plainly; import_plainly();"
WRONGLY = """
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QColor
for call in (
    lambda: QRect("a", "b"),
    lambda: QPoint(1, 2).setX("x"),
    lambda: QPoint(1, 2).setX(1, 2),
    lambda: QObject(nothing=1),
    lambda: QColor([1]),
    lambda: QRect.contains.__doc__,
    lambda: help(QPoint.isNull),
):
    try:
        print(call())
    except Exception as fault:
        print(type(fault), fault)
"""


def _said(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_a_call_that_is_wrong_is_told_as_ever() -> None:
    said = _said(PLAINLY + WRONGLY)
    assert said.count("TypeError") > 3
    assert "Supported signatures" in said
    assert said == _said(WRONGLY)


def test_nothing_of_it_is_read_before() -> None:
    code = "import sys; print(sum('_read' in sys.modules[name].__dict__ for name in LATE))"
    assert _said(f"{PLAINLY} from timeline_app.look.late_modules import LATE; {code}") == "5\n"


@pytest.mark.parametrize("name", sorted(ASKED))
def test_whichever_is_asked_first_can_be_read(name: str) -> None:
    module = f"shibokensupport.signature.{name}"
    assert module in LATE
    assert len(ASKED) == len(LATE)
    code = f"import sys; print(getattr(sys.modules[{module!r}], {ASKED[name]!r}).__name__)"
    assert _said(PLAINLY + code) == f"{ASKED[name]}\n"


def test_what_finds_modules_is_as_it_was() -> None:
    code = "import sys; before, kinds = sys.meta_path, sys.meta_path[:];"
    after = "print(sys.meta_path is before, [f for f in kinds if f not in sys.meta_path])"
    assert _said(code + PLAINLY + after) == "True []\n"


NUMPY = """
import sys
from timeline_app.look.late_modules import HELP, read_late
before = sys.meta_path[:]
with read_late(HELP):
    import numpy as np
assert sys.meta_path == before
print(np.ndarray.sum.__doc__, all("_read" in vars(sys.modules[name]) for name in HELP))
import numpy.fft, numpy.ma, numpy.polynomial, numpy.random, numpy.testing, pyqtgraph, sqlite_utils
print(np.ma.arange(3).sum(), np.random.default_rng(1).integers(9), np.linalg.norm([3, 4]))
for name in sorted(HELP):
    getattr(sys.modules[name], "add_newdoc", None)
print(np.add.__doc__, np.ndarray.sum.__doc__, np.float64.__doc__, np.array.__doc__)
"""


def test_numpy_does_without_the_help_that_it_would_write_and_has_it_when_it_is_asked() -> None:
    plainly = "import numpy as np; print(np.add.__doc__, np.ndarray.sum.__doc__,"
    first, _, then = _said(NUMPY).split("\n", 2)
    assert first == "None True"
    assert then == _said(f"{plainly} np.float64.__doc__, np.array.__doc__)")
