"""The words of the shell: one file a word group, one line here. Nothing is imported until used."""

from timeline_app.dataclass import dataclass
from timeline_app.words.tr import mark


@dataclass(frozen=True, slots=True)
class Entry:
    """A word after `timeline-app`: the module and the name of its click command, and its help."""

    name: str
    module: str
    command: str
    help: str


WORDS: tuple[Entry, ...] = (
    Entry(
        "archive",
        "timeline_app.cli.archive",
        "archive",
        mark("Make an archive from data, or say what one holds."),
    ),
    Entry("date", "timeline_app.cli.date", "date", mark("Read dates: what they mean, or why not.")),
    Entry("events", "timeline_app.cli.events", "events", mark("List events, or show one.")),
    Entry(
        "claims",
        "timeline_app.cli.claims",
        "claims",
        mark("List claims, show one, or walk through the article."),
    ),
    Entry(
        "series",
        "timeline_app.cli.series",
        "series",
        mark("List series of figures, or show the figures of one."),
    ),
    Entry(
        "instruments",
        "timeline_app.cli.instruments",
        "instruments",
        mark("List treaties and other instruments, or show one with its steps."),
    ),
    Entry(
        "memberships",
        "timeline_app.cli.memberships",
        "memberships",
        mark("List who was in which organisation when."),
    ),
    Entry(
        "analyse",
        "timeline_app.cli.analyse",
        "analyse",
        mark("Weigh engagement: the balance of the vectors, and two periods compared."),
    ),
    Entry(
        "cite",
        "timeline_app.cli.cite",
        "cite",
        mark("Cite an event, a claim or a source."),
    ),
    Entry(
        "render",
        "timeline_app.cli.render",
        "render",
        mark("Paint the timeline into a PNG, SVG or PDF file."),
    ),
    Entry(
        "report",
        "timeline_app.cli.report",
        "report",
        mark("Take a view away as a report, or show a report again."),
    ),
    Entry("note", "timeline_app.cli.written", "note", mark("Write, list and change notes.")),
    Entry("tag", "timeline_app.cli.written", "tag", mark("Tag what can be written on.")),
    Entry("star", "timeline_app.cli.written", "star", mark("Star what to come back to.")),
    Entry("highlight", "timeline_app.cli.written", "highlight", mark("Highlight in a colour.")),
    Entry("judge", "timeline_app.cli.written", "judge", mark("Agree, doubt, or ask for a source.")),
    Entry("link", "timeline_app.cli.written", "link", mark("Link one event to another.")),
    Entry("correct", "timeline_app.cli.written", "correct", mark("Propose corrections.")),
    Entry("own-event", "timeline_app.cli.written", "own_event", mark("Write events of your own.")),
    Entry("thesis", "timeline_app.cli.thesis", "thesis", mark("Put up theses, for and against.")),
    Entry("view", "timeline_app.cli.view", "view", mark("Save views by name, and list them.")),
    Entry(
        "conflict",
        "timeline_app.cli.conflict",
        "conflict",
        mark("List what two people changed apart, and settle it."),
    ),
    Entry(
        "notebook",
        "timeline_app.cli.notebook",
        "notebook",
        mark("Look into notebooks, keep, join and repair them."),
    ),
    Entry("undo", "timeline_app.cli.history", "undo", mark("Take back what you wrote last.")),
    Entry("redo", "timeline_app.cli.history", "redo", mark("Do again what was taken back.")),
)

BY_NAME = {entry.name: entry for entry in WORDS}
