"""Joining is a union: in any order, in any groups, as often as one likes, and nothing vanishes."""

import json
import os
import sqlite3
from contextlib import ExitStack, closing
from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.model.act import REMOVED, Writer, canonical
from timeline_app.store.acts import Setting, all_acts, heads
from timeline_app.store.annotations import stale
from timeline_app.store.conflicts import read_conflicts
from timeline_app.store.other_log import OtherLog

from .logs import empty_log, log_of, rows_of, take_in, write

EXAMPLES = int(os.environ.get("JOIN_EXAMPLES", "2000"))
"""`python3 dev.py survive join` asks for 100,000."""

WRITERS = tuple(
    Writer(name, (name or "x")[0].lower() * 16) for name in ("Anna", "Bolat", "Wim", "")
)
TEXTS = ("one", "two", "жазба", "")

Step = tuple[int, str, int, int]
STEPS = st.lists(
    st.tuples(
        st.integers(0, len(WRITERS) - 1),
        st.sampled_from(
            ("new", "edit", "remove", "two at once", "join", "join nameless", "other kind")
        ),
        st.integers(0, 7),
        st.integers(0, 3_000),
    ),
    min_size=1,
    max_size=14,
)


def payload(text: str) -> str:
    state = {"target": "event:x", "about": {}, "text": text, "tags": [text] if text else []}
    return canonical(state)


def act_out(replicas: list[sqlite3.Connection], steps: list[Step]) -> None:
    """Several people write, each into a copy of their own, and now and then join another's."""
    objects: list[tuple[str, str]] = []
    for who, what, which, ms in steps:
        log, writer = replicas[who], WRITERS[who]
        text = payload(TEXTS[which % len(TEXTS)])
        known = objects[which % len(objects)] if objects else None
        if what.startswith("join"):
            other = log_of(replicas[which % len(replicas)])
            take_in(log, [without_name(other, "Anna") if what == "join nameless" else other])
        elif what == "other kind":
            write(log, [Setting("thing", f"fixed-{which}", canonical({"n": ms}))], writer, ms)
        elif what == "new" or known is None:
            objects += [
                ("note", one) for one in write(log, [Setting("note", None, text)], writer, ms)
            ]
        else:
            some = [Setting(*known, REMOVED if what == "remove" else text)]
            some += [Setting("note", None, text)] if what == "two at once" else []
            write(log, some, writer, ms)


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(STEPS, st.permutations(range(len(WRITERS))), st.integers(1, len(WRITERS) - 1))
def test_a_join_is_a_union(steps: list[Step], order: list[int], cut: int) -> None:
    with ExitStack() as stack:

        def begun() -> sqlite3.Connection:
            return stack.enter_context(closing(empty_log()))

        replicas = [begun() for _ in WRITERS]
        act_out(replicas, steps)
        logs = [log_of(replica) for replica in replicas]
        whole = begun()
        first = take_in(whole, logs)
        union = rows_of(whole)

        shuffled = begun()
        for n in order:
            take_in(shuffled, [logs[n]])
        assert rows_of(shuffled) == union, "commutative"

        left, right = begun(), begun()
        take_in(left, [logs[n] for n in order[:cut]])
        take_in(right, [logs[n] for n in order[cut:]])
        take_in(left, [log_of(right)])
        assert rows_of(left) == union, "associative"

        again = take_in(whole, logs)
        assert (rows_of(whole), again.new) == (union, 0), "idempotent"
        assert first.damaged == again.damaged == 0, "nothing contradicts"

        for replica in replicas:  # every copy comes to the same, whatever it held before
            take_in(replica, [log_of(whole)])
            assert rows_of(replica) == union, "converges"
        nothing_vanishes(whole, logs_ids={act.id for log in logs for act in log.acts})


def without_name(log: OtherLog, name: str) -> OtherLog:
    """As it is sent when the name is left out."""
    acts = (replace(act, author="").sealed() if act.author == name else act for act in log.acts)
    return replace(log, acts=tuple(acts))


def nothing_vanishes(whole: sqlite3.Connection, logs_ids: set[str]) -> None:
    acts = all_acts(whole)
    assert {act.id for act in acts} == logs_ids
    assert all(one.id < two.id for one, two in pairwise(acts))
    assert all(act.hash == act.computed_hash() for act in acts)
    assert stale(whole) == []
    conflicts = {(one.kind, one.target): one for one in read_conflicts(whole)}
    for key in {(act.kind, act.target) for act in acts}:
        ends = heads(act for act in acts if (act.kind, act.target) == key)
        told = {act.payload for act in ends}
        sides = {side.payload for side in conflicts[key].sides} if key in conflicts else told
        assert sides == told and (len(told) > 1) == (key in conflicts)
        assert all(json.loads(one) is None or isinstance(json.loads(one), dict) for one in told)
