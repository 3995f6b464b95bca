"""Every text a person reads passes through here, so that it can be translated.

The shell and the rooms without Qt speak too, so this is gettext (standard library) rather than Qt's
own catalogues: one mechanism for the whole program. The English text is the key.
"""

import gettext

from timeline_app.places import resources

DOMAIN = "timeline_app"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: str) -> None:
    """Use the catalogue of `language` ("ru", "kk"); English where there is none."""
    global _catalogue
    _catalogue = gettext.translation(
        DOMAIN, localedir=str(resources() / "locale"), languages=[language], fallback=True
    )


def tr(text: str, /, **values: object) -> str:
    """The text in the reader's language, its `{names}` filled in from `values`."""
    said = _catalogue.gettext(text)
    return said.format(**values) if values else said


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """Singular or plural by `n`, which the text may name as `{n}` (grouped in thousands)."""
    return _catalogue.ngettext(one, many, n).format(n=grouped(n), **values)


def mark(text: str) -> str:
    """Marks a text for the catalogue where it is declared in a table and translated when shown."""
    return text


def grouped(n: int) -> str:
    """1234567 as "1,234,567"."""
    return f"{n:,}"
