"""Columns of terms as arrays with names, and back."""

from collections.abc import Iterator, Sized
from typing import Any

from numpy.typing import NDArray

from timeline_app.model.codes import Codes, Few, OneEach, Several
from timeline_app.model.shelf import Arrays
from timeline_app.model.terms import Terms, Texts
from timeline_app.store.column_file import UnlikeError

Named = Iterator[tuple[str, NDArray[Any]]]

_TEXTS, _LISTED = ("ids", "labels", "folded"), ("by_id", "by_label")


def parts_of_codes(prefix: str, codes: Codes) -> Named:
    """The arrays of a column, but for its terms."""
    yield f"{prefix}/codes", codes.codes
    if isinstance(codes, Several):
        yield f"{prefix}/offsets", codes.offsets
    if isinstance(codes, Few):
        yield f"{prefix}/held", codes.held


def codes_of(prefix: str, arrays: Arrays, terms: Terms, n: int) -> Codes:
    """The column of n rows again. Raises `UnlikeError` or KeyError where the parts do not fit."""
    codes = arrays[f"{prefix}/codes"]
    made: Codes
    if f"{prefix}/held" in arrays:
        made = Few(codes, terms, arrays[f"{prefix}/held"], n)
        if len(made.held) != len(codes):
            raise UnlikeError(prefix)
    elif f"{prefix}/offsets" in arrays:
        made = Several(codes, terms, arrays[f"{prefix}/offsets"])
        if made.offsets[0] != 0 or made.offsets[-1] != len(codes):
            raise UnlikeError(prefix)
    else:
        made = OneEach(codes, terms)
    if len(made) != n:
        raise UnlikeError(prefix)
    return made


def parts_of_terms(prefix: str, terms: Terms) -> Named:
    """The arrays of terms, with all that is known of them once and for all."""
    for name in _TEXTS:
        yield from parts_of_texts(f"{prefix}/{name}", getattr(terms, name))
    for name in _LISTED:
        yield f"{prefix}/{name}", getattr(terms, name)


def terms_of(prefix: str, arrays: Arrays) -> Terms:
    """The terms again. Raises `UnlikeError` or KeyError where the parts do not fit."""
    ids, labels, folded = (texts_of(f"{prefix}/{name}", arrays) for name in _TEXTS)
    if len(labels) != len(ids) or len(folded) != len(ids):
        raise UnlikeError(prefix)
    known = {name: listed(arrays[f"{prefix}/{name}"], ids) for name in _LISTED}
    return Terms(ids, labels, folded=folded, **known)


def each(told: NDArray[Any], terms: Sized) -> NDArray[Any]:
    """Something that is told of each term; raises `UnlikeError` where it is not."""
    if len(told) != len(terms):
        raise UnlikeError
    return told


def listed(codes: NDArray[Any], terms: Sized) -> NDArray[Any]:
    """All codes in some order; raises `UnlikeError` where they are not."""
    if len(codes) and not (codes.min() >= 0 and codes.max() < len(terms)):
        raise UnlikeError
    return each(codes, terms)


def parts_of_texts(name: str, texts: Texts) -> Named:
    """The arrays of some texts."""
    yield name, texts.packed
    yield f"{name} ends", texts.ends


def texts_of(name: str, arrays: Arrays) -> Texts:
    """The texts again. Raises `UnlikeError` or KeyError where the parts do not fit."""
    made = Texts(arrays[name], arrays[f"{name} ends"])
    if made.ends[0] != 0 or made.ends[-1] != len(made.packed):
        raise UnlikeError(name)
    return made
