"""What people set around a date or in place of its signs, put into signs that EDTF has."""

import re
import unicodedata

_DASHES = str.maketrans("‐‑‒–—―−", "-------")
_QUOTES = "\"'“”„«»‘’`"
_AROUND = re.compile(r"\(([^()]+)\)|\[([0-9X-]+)\?\]")
_MARKS = (
    (re.compile(r" ?\((?:\?|uncertain|perhaps|предположительно)\)$"), "?"),
    (re.compile(r" ?\((?:approx\.?|approximately|circa|ca?\.?|около|~)\)$"), "~"),
)
_YEAR_WORDS = re.compile(
    r" ?-?(?:гг?\.?|год[аыу]?|годов|жж?\.|жыл\w*|yil\w*|йил\w*|yılı?|ý\.|ýyl\w*)\.?$",
    re.IGNORECASE,
)
_HAN = re.compile(r"([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?")
_LOOKALIKES = str.maketrans("OoОоlIІ", "0000111")
_ALMOST_FIGURES = re.compile(r"[0-9OoОоlIІ][0-9OoОоlIІ./-]*[0-9OoОоlIІ]")


def tidied(text: str) -> str:
    """One line of it: figures 0 to 9, one kind of dash, nothing around it, no "г." behind it."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    plain = "".join(_figure(sign) for sign in plain)
    line = " ".join(plain.split()).strip(_QUOTES)
    for pattern, mark in _MARKS:
        line = pattern.sub(mark, line)
    around = _AROUND.fullmatch(line)
    line = (around[1] or f"{around[2]}?") if around else line
    line = _YEAR_WORDS.sub("", line.rstrip(" ,;:")) or line
    return _without_lookalikes(_HAN.sub(_with_hyphens, line))


def _figure(sign: str) -> str:
    """A figure of any script as 0 to 9."""
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def _with_hyphens(found: re.Match[str]) -> str:
    return "-".join(part.zfill(2) for part in found.groups() if part)


def _without_lookalikes(line: str) -> str:
    """`2O14-05-l9` as it was meant, where nothing but such letters stands among figures."""
    mostly = sum(sign.isdigit() for sign in line) * 2 > len(line)
    return line.translate(_LOOKALIKES) if mostly and _ALMOST_FIGURES.fullmatch(line) else line
