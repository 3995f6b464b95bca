"""Links between events as pairs of what happened, for the arcs of the timeline."""

from collections.abc import Iterable, Mapping

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import Written
from timeline_app.model.written.link import LINKS
from timeline_app.words.tr import tr

LINK = "link"


@dataclass(frozen=True, slots=True)
class LinkedPair:
    """Two occurrences, the first of which leads to the other; `words` say in which way."""

    one: int
    other: int
    words: str
    id: str


def link_words(link: str) -> str:
    """The kind of a link as a reader reads it; one's own word as it is."""
    return tr(LINKS.get(link, link))


def ends_of(tagged: Iterable[str], links: Iterable[Written]) -> set[str]:
    """The targets of notes and tags, and both ends of links."""
    ends = {end for link in links for end in (str(link.target), link.said("to"))}
    return ends.union(tagged)


def links_in(written: Iterable[Written]) -> tuple[Written, ...]:
    """The links among what was written."""
    return tuple(one for one in written if one.kind == LINK)


def linked_pairs(
    links: Iterable[Written], occurrence_of: Mapping[str, int]
) -> tuple[LinkedPair, ...]:
    """The links both ends of which are in the archive, each between two occurrences."""
    pairs = []
    for link in links:
        one, other = (occurrence_of.get(end) for end in (str(link.target), link.said("to")))
        if one is not None and other is not None and one != other:
            pairs.append(LinkedPair(one, other, link_words(link.said("link")), link.id))
    return tuple(pairs)
