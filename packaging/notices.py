"""Whose work comes along: a list of parts with their licences, as notices for people (`text`) or as
a bill of materials for machines (`sbom`). Ends with an error where a licence is not known.

Run by the program's own Python, in whose environment the parts lie. For Windows a second word is
the version of the Python that comes along.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
LOCK = TOP / "requirements.lock"
NOT_PACKED = frozenset({"colorama", "pip", "tzdata"})
"""In the lock, and not in the package: for Windows, or for setting up alone."""

FOR_WINDOWS = frozenset({"colorama"})

ALLOWED = (
    "0BSD",
    "Apache-2.0",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "LGPL-3.0-only",
    "MIT",
    "OFL-1.1",
    "PSF-2.0",
    "Public-Domain",
    "Zlib",
)
"""Licences that were read, and that the package keeps: in full beside it, libraries replaceable."""

WRITTEN_OTHERWISE = {
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "Public Domain": "Public-Domain",
}
QT = (
    "Qt 6 comes with PySide6 and is used under the GNU Lesser General Public License, version 3,",
    "whose text lies beside this (on Debian: /usr/share/common-licenses/LGPL-3). Its libraries",
    "lie in a folder of their own and can be replaced by others of the same interface. The sources",
    "of Qt and PySide6: https://download.qt.io/official_releases/.",
)
_TEXTS = re.compile(r"(LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """Something that comes along."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    purl: str = ""


_LICENCE_KEYS = "License-Expression", "License"


class UnknownLicenceError(Exception):
    """A part's licence is none of ALLOWED."""


def allowed(expression: str) -> str:
    """The expression, if one of its choices has allowed licences alone. Raises
    `UnknownLicenceError`."""
    for choice in re.split(r"\s+OR\s+", expression):
        parts = [part.strip("() ") for part in re.split(r"\s+AND\s+", choice)]
        if parts and all(part in ALLOWED for part in parts):
            return expression
    raise UnknownLicenceError(expression or "no licence is told")


def licence_of(found: Distribution) -> str:
    """What its metadata tell, as an SPDX expression."""
    known = (found.metadata[key] for key in _LICENCE_KEYS if key in found.metadata)
    told = next((licence for licence in known if licence), "")
    if not told or len(told) > 200:
        classes = found.metadata.get_all("Classifier") or []
        kinds = [one.split("::")[-1].strip() for one in classes if one.startswith("License ::")]
        told = kinds[0] if kinds else ""
    return WRITTEN_OTHERWISE.get(told, told)


def packed_parts(left_out: frozenset[str] = NOT_PACKED) -> Iterator[Part]:
    """What the lock names and this environment has. Raises `UnknownLicenceError`."""
    for line in LOCK.read_text("utf-8").splitlines():
        named = re.match(r"([A-Za-z0-9._-]+)==", line)
        if named is None or named[1] in left_out:
            continue
        try:
            found = distribution(named[1])
        except PackageNotFoundError:  # for another system or another Python
            continue
        try:
            licence = allowed(licence_of(found))
        except UnknownLicenceError as fault:
            raise UnknownLicenceError(f"{named[1]}: {fault}") from fault
        texts = tuple(
            Path(str(file.locate())).read_text("utf-8", errors="replace")
            for file in found.files or ()
            if _TEXTS.search(file.name) and ".dist-info" in str(file)
        )
        name = found.metadata["Name"]
        purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{found.version}"
        yield Part(name, found.version, licence, texts, purl)


def other_parts(version: str) -> Iterator[Part]:
    """What no lock names: Python of this version, the letters, the signs, the outlines."""
    yield Part("Python", version, "PSF-2.0", (), f"pkg:generic/python@{version}")
    resources = TOP / "resources"
    letters = (resources / "fonts" / "OFL.md").read_text("utf-8")
    yield Part("Source Sans 3", "3.052", "OFL-1.1", (letters,), "pkg:npm/source-sans@3.52.0")
    signs = (resources / "icons" / "LICENSE").read_text("utf-8")
    yield Part("Lucide", "1.62.0", "ISC", (signs,), "pkg:npm/lucide-static@1.62.0")
    outlines = (resources / "map" / "README.md").read_text("utf-8")
    source = (
        "pkg:github/martynafford/natural-earth-geojson@0b9a6ceb0a7032713abd9460ac1e995a9c60cd1e"
    )
    yield Part("Natural Earth", "1:50m", "Public-Domain", (outlines,), source)


def every_part(windows_python: str = "") -> list[Part]:
    """All of them, by name; each once. Raises `UnknownLicenceError`."""
    left_out = NOT_PACKED - FOR_WINDOWS if windows_python else NOT_PACKED
    python = windows_python or ".".join(map(str, sys.version_info[:3]))
    parts = (*packed_parts(left_out), *other_parts(python))
    named = {part.name.lower(): part for part in parts}
    return [named[name] for name in sorted(named)]


def as_text(parts: list[Part]) -> str:
    """Notices for people."""
    lines = ["Central Asia Timeline contains the work of others:", ""]
    lines += [f"  {part.name} {part.version}: {part.licence}" for part in parts]
    lines += ["", *QT]
    for part in parts:
        for text in part.texts:
            lines += ["", "-" * 78, f"{part.name} {part.version}", "", text.rstrip()]
    return "\n".join(lines) + "\n"


def as_sbom(parts: list[Part]) -> str:
    """A bill of materials in CycloneDX 1.5."""
    components = [
        {
            "type": "library",
            "name": part.name,
            "version": part.version,
            "licenses": [{"expression": part.licence}],
            "purl": part.purl,
        }
        for part in parts
    ]
    whole = {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": components}
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    try:
        found = every_part(*sys.argv[2:3])
    except UnknownLicenceError as fault:
        sys.exit(f"A licence is not known, so the package is not made: {fault}")
    sys.stdout.write(as_sbom(found) if sys.argv[1:2] == ["sbom"] else as_text(found))
