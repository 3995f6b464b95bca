"""What was written, and the acts on it, as the shell prints them."""

from typing import TypedDict

from timeline_app.model.act import Act
from timeline_app.model.annotation import Written
from timeline_app.model.passages import Place
from timeline_app.model.written import own_event
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.kind import Kind
from timeline_app.store.acts import state_of
from timeline_app.store.clock import time_of
from timeline_app.words.tr import tr

Row = dict[str, object]


class Receipt(TypedDict):
    """The answer to what was written, once it is on disk."""

    act: str
    id: str
    durable: bool


def receipt(act: Act) -> Receipt:
    """The receipt for an act that is on disk."""
    return {"act": act.id, "id": act.target, "durable": True}


def written_row(one: Written, place: Place | None = None) -> Row:
    """One thing that was written as JSON; `place` is where a passage stands now."""
    kind = BY_NAME[one.kind]
    row: Row = {"id": one.id}
    if one.target is not None:
        row["target"] = str(one.target)
    row |= _fields(kind, one) | _restated(one)
    row |= {"author": one.author, "created": one.created, "changed": one.changed}
    if one.about.quote:
        row["quote"] = one.about.quote
    if place is not None:
        row["passage"] = {"from": place.first, "to": place.end, "stands": place.stand.value}
    return row


def written_line(one: Written) -> str:
    """One thing that was written as one line."""
    told = [one.id, str(one.target or ""), *map(_first_line, _texts(one))]
    return "  ".join(word for word in (*told, *(f"#{tag}" for tag in one.tags)) if word)


def written_text(one: Written) -> str:
    """One thing that was written whole, its words last."""
    kind = BY_NAME[one.kind]
    rows = [(tr(kind.title), one.id), (tr("About"), str(one.target or ""))]
    if one.about.quote:
        rows.append((tr("Passage"), _first_line(one.about.quote)))
    rows += [
        (field.name, ", ".join(_texts(one, field.name)))
        for field in kind.fields
        if field.name != "text"
    ]
    rows += [(name, str(value)) for name, value in _restated(one).items()]
    rows += [
        (tr("Author"), one.author),
        (tr("Created"), one.created),
        (tr("Changed"), one.changed),
    ]
    head = "\n".join(f"{name}: {value}" for name, value in rows if value)
    return f"{head}\n\n{one.text}" if one.text else head


def act_row(act: Act) -> Row:
    """An act as JSON; the fields are null where it removed what it is on."""
    state = state_of(act.payload)
    fields = BY_NAME[act.kind].fields
    return {
        "act": act.id,
        "when": time_of(act.hlc),
        "author": act.author,
        "label": tr(act.label),
        "undoes": act.undoes,
        **{field.name: None if state is None else state.get(field.name) for field in fields},
    }


def act_line(act: Act) -> str:
    """An act as one line."""
    state = state_of(act.payload)
    told: tuple[str, ...] = (tr("(removed)"),)
    if state is not None:
        kind = BY_NAME[act.kind]
        told = tuple(_first_line(str(state.get(field.name) or "")) for field in kind.fields)
    label = tr("took back: {label}", label=tr(act.label)) if act.undoes else tr(act.label)
    words = (act.id, time_of(act.hlc), act.author, label, *told)
    return "  ".join(word for word in words if word)


def _fields(kind: Kind, one: Written) -> Row:
    empty = {field.name: [] if field.many else "" for field in kind.fields}
    return {name: one.state.get(name, none) for name, none in empty.items()}


def _restated(one: Written) -> Row:
    """The date of an event of one's own as everybody counts, where it is written otherwise."""
    otherwise = one.kind == own_event.KIND.name and own_event.in_another_calendar(one.state)[0]
    return {"gregorian": own_event.gregorian(one.state)} if otherwise else {}


def _texts(one: Written, *names: str) -> list[str]:
    """The texts of these fields, or of all but the tags."""
    asked = names or [f.name for f in BY_NAME[one.kind].fields if f.name not in ("tag", "tags")]
    values = [one.state.get(name) for name in asked]
    each = [value if isinstance(value, list) else [value] for value in values]
    return [str(text) for texts in each for text in texts if text]


def _first_line(text: str) -> str:
    lines = text.strip().splitlines()
    return f"{lines[0]} …" if len(lines) > 1 else "".join(lines)
