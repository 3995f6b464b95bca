"""Anything one can write, for the laws: a kind, values for its fields, and what it is about."""

from hypothesis import strategies as st

from timeline_app.model.annotation import About, Target
from timeline_app.model.columns import VECTORS
from timeline_app.model.written.catalogue import BY_NAME, KINDS
from timeline_app.model.written.commands import Add
from timeline_app.model.written.correction import FIELDS
from timeline_app.model.written.highlight import COLOURS
from timeline_app.model.written.judgement import JUDGEMENTS
from timeline_app.model.written.kind import Field, Kind
from timeline_app.model.written.link import LINKS

TARGETS = (
    *(Target("event", f"event-{n}") for n in range(3)),
    Target("claim", "Заявление: 100%, «so»"),
    Target("actor", "a+b c%20d?e=f&g"),
    Target("source", "http://example.org/1#part"),
    Target("period", "2013-11-01/.."),
    Target("passage", "event:e 1#summary:3-8"),
    Target("passage", "claim:c#text:0-1"),
    Target("own-event", "01a2-b-c"),
)
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip)
LINES = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
_CHOICES = {
    "colour": [*COLOURS, "#a1B2c3"],
    "judgement": [*JUDGEMENTS],
    "link": [*LINKS, "echoes"],
    "field": [field for field in FIELDS if field != "date"],
    "vectors": [*VECTORS],
    "edtf": ["2014", "1991-12-16", "2013~", "-0500", "2014-03/2014-05", "2020?"],
    "calendar": ["gregorian", "julian"],
    "shown": ["{}", '{"grouping":"state"}'],
    "to": ["claim:c", "event:another"],
    "for": ["event:a", "claim:b"],
    "against": ["event:x", "claim:y"],
}


def _value(field: Field) -> st.SearchStrategy[object]:
    choices = _CHOICES.get(field.name)
    one: st.SearchStrategy[str] = st.sampled_from(choices) if choices else LINES
    if field.many:
        return st.lists(one, min_size=int(field.needed), max_size=3)
    return one if field.needed or field.name in ("text", "value") else st.one_of(one, st.just(""))


def values_of(kind: Kind) -> st.SearchStrategy[dict[str, object]]:
    """Values that the kind takes."""
    return st.fixed_dictionaries({field.name: _value(field) for field in kind.fields})


@st.composite
def additions(draw: st.DrawFn, kinds: tuple[Kind, ...] = KINDS) -> Add:
    """The command that writes something of any kind."""
    kind = draw(st.sampled_from(kinds))
    values = draw(values_of(kind))
    if not kind.on:
        return Add(kind, values)
    target = draw(st.sampled_from([one for one in TARGETS if one.kind in kind.on]))
    about = draw(st.sampled_from([About(), About("arch", "1", "Ташкент", "2014", "q", "b", "a")]))
    return Add(kind, values, target, about)


NOTE = BY_NAME["note"]
