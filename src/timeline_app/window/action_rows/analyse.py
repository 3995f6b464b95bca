"""Actions of the menu Analyse: two periods compared, and by what the balance is measured."""

from timeline_app.panes.catalogue import COMPARE
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.weighing import PRESETS
from timeline_app.window.action import Action, has_archive
from timeline_app.window.desk import Desk
from timeline_app.words.tr import mark


def compare(desk: Desk) -> None:
    """Brings the comparison; where there is no second period, one is marked."""
    if desk.snapshot.second is None:
        desk.session.compare_next()
    desk.bring(COMPARE)


def compare_preset(desk: Desk, preset: str) -> None:
    """Compares the months on either side of a day, and shows them."""
    desk.session.compare_preset(preset)
    desk.bring(COMPARE)


def has_second(now: Snapshot) -> bool:
    """Two periods are compared."""
    return now.second is not None


def _preset(key: str) -> Action:
    return Action(
        f"compare-{key}",
        PRESETS[key][1],
        "analyse",
        lambda d: compare_preset(d, key),
        part=1,
        when=has_archive,
        checked=lambda d: d.snapshot.preset == key,
    )


TRADES = (
    ("trade-imports", mark("Imports beside the balance"), "imports", "Ctrl+Alt+I"),
    ("trade-exports", mark("Exports beside the balance"), "exports", "Ctrl+Alt+X"),
)


def show_trade(desk: Desk, flow: str) -> None:
    """Shows this trade beside the balance, and the balance; or trade no longer."""
    shown = desk.settings.trade_beside == flow and desk.settings.strip == "balance"
    desk.change(trade_beside="" if shown else flow, strip="balance")


def _trade(key: str, words: str, flow: str, shortcut: str) -> Action:
    return Action(
        key,
        words,
        "analyse",
        lambda d: show_trade(d, flow),
        (shortcut,),
        part=3,
        when=has_archive,
        checked=lambda d: d.settings.trade_beside == flow,
    )


def _dialog(key: str, words: str, shortcut: str) -> Action:
    """Opens the dialog of the same name."""
    return Action(
        key,
        words,
        "analyse",
        lambda d: d.show_dialog(key),
        (shortcut,),
        part=3,
        when=has_archive,
    )


ROWS: tuple[Action, ...] = (
    Action(
        "compare",
        mark("Compare"),
        "analyse",
        compare,
        ("Ctrl+Shift+D",),
        when=has_archive,
        icon="git-compare-arrows",
    ),
    *(_preset(key) for key in PRESETS),
    Action(
        "compare-nothing",
        mark("Compare with nothing"),
        "analyse",
        lambda d: d.session.clear_second(),
        part=2,
        when=has_second,
    ),
    Action(
        "balance-strip",
        mark("Vector balance under the timeline"),
        "analyse",
        lambda d: d.change(strip="balance"),
        ("Ctrl+Shift+V",),
        part=3,
        when=has_archive,
        checked=lambda d: d.settings.strip == "balance",
    ),
    *(_trade(*one) for one in TRADES),
    _dialog("turning-points", mark("Turning points…"), "Ctrl+Alt+T"),
    _dialog("pair", mark("Two actors…"), "Ctrl+Alt+A"),
    _dialog("meetings", mark("Who met whom…"), "Ctrl+Alt+M"),
    _dialog("places", mark("Where it happened…"), "Ctrl+Alt+P"),
    Action(
        "votes-strip",
        mark("Votes in the UN under the timeline"),
        "analyse",
        lambda d: d.change(strip="votes"),
        part=4,
        when=has_archive,
        checked=lambda d: d.settings.strip == "votes",
    ),
    Action(
        "roll-calls",
        mark("Roll calls in the UN…"),
        "analyse",
        lambda d: d.show_dialog("roll-calls"),
        ("Ctrl+Alt+V",),
        part=4,
        when=has_archive,
    ),
    Action(
        "engagement",
        mark("What counts as engagement…"),
        "analyse",
        lambda d: d.show_dialog("engagement"),
        part=5,
        when=has_archive,
    ),
    Action(
        "derived-vectors",
        mark("Vectors derived from actors"),
        "analyse",
        lambda d: d.change(derived_vectors=not d.settings.derived_vectors),
        part=5,
        when=has_archive,
        checked=lambda d: d.settings.derived_vectors,
    ),
)
