"""How the open archive was made: our own text, with tables counted from the archive itself."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from string import Template

from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from timeline_app.dates.spoken_days import year_words
from timeline_app.look import fonts, theme
from timeline_app.model.methods import THIN, Share
from timeline_app.panes.date_words import covers_words, date_words
from timeline_app.panes.put_away import while_it_is
from timeline_app.places import resources
from timeline_app.session.methods import Methods, methods_of
from timeline_app.session.session import Session
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import grouped, tr, trn

_STYLE = Template("""
b, h1, h2, th { font-weight: 600 }
th { color: $quiet; text-align: left }
table { margin-top: 4px; margin-bottom: 12px }
td.n, th.n { text-align: right }
""")


SHIPPED_ID = "central-asian-diplomacy"
_OWN = re.compile("<!--own-->.*?<!--/own-->", re.DOTALL)
"""What is true of the archive that comes with the program, and of no other."""


class MethodsPage(QDialog):
    """Stays open beside the window. Its links lead within the text only; Ctrl+F finds in it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How this archive was made"))
        self.find_field = QLineEdit()
        self.find_field.setPlaceholderText(tr("Find in this page"))
        self.find_field.setAccessibleName(tr("Find in this page"))
        self.find_field.setClearButtonEnabled(True)
        self.find_field.textEdited.connect(lambda: self._find(again=False))
        self.find_field.returnPressed.connect(lambda: self._find(again=True))
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.windowTitle())
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        sheet = _STYLE.substitute(quiet=theme.current().ink3)
        self.text.document().setDefaultStyleSheet(sheet)
        self.missing = QLabel()
        self.missing.setProperty("look", "caption")
        QShortcut(QKeySequence.StandardKey.Find, self, self.find_field.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        above = QVBoxLayout()
        above.setContentsMargins(18, 0, 18, 0)
        above.addWidget(self.find_field)
        above.addWidget(self.missing)
        column.addLayout(above)
        column.addWidget(self.text, 1)
        self.missing.hide()
        self.resize(fonts.scaled(820), fonts.scaled(700))
        reading = methods_of(session.snapshot)
        self._show(None)
        if reading is not None:
            session.aside(reading.read, while_it_is(self, self._show))

    def _show(self, found: Methods | StoreError | None) -> None:
        if isinstance(found, StoreError):
            self.text.setPlainText(found.sentence)
            return
        self.text.setHtml(methods_html(found))
        self.text.document().setDocumentMargin(18)

    def _find(self, again: bool) -> None:
        """The next place that holds what is typed, from the top again after the last."""
        words = self.find_field.text()
        if not again:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
        found = not words or self.text.find(words)
        if not found:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.text.find(words)
        self.missing.setText("" if found else tr("Nothing found."))
        self.missing.setAccessibleName(self.missing.text())
        self.missing.setVisible(not found)

    def _follow(self, link: QUrl) -> None:
        if not link.scheme() and link.hasFragment():
            self.text.scrollToAnchor(link.fragment())


def methods_html(methods: Methods | None) -> str:
    """The page with its tables filled in; without them where nothing has been read."""
    text = (resources() / "help" / "methods-en.html").read_text("utf-8")
    if methods is not None and methods.edition.id != SHIPPED_ID:
        text = _OWN.sub("", text)
    for name, made in _PARTS.items():
        text = text.replace(f"<!--{name}-->", made(methods) if methods else "")
    if methods is None:
        text += _paragraph(tr("The tables are being counted."))
    return text


def _scope(of: Methods) -> str:
    return _paragraph(
        tr("{title}. {scope}", title=of.edition.title, scope=of.scope), of.edition.summary
    )


def _chosen(of: Methods) -> str:
    if of.edition.id == SHIPPED_ID:
        return ""
    return _paragraph(
        tr("This archive says of its choice what its layers say, below."), of.edition.citation
    )


def _layers(of: Methods) -> str:
    head = (tr("Layer"), tr("Coded by"), tr("Covers"), tr("Terms"), tr("Records"))
    rows = []
    for layer in of.edition.layers:
        on = layer.id in of.layers_on
        title = tr("{layer} (on)", layer=tr(layer.title)) if on else tr(layer.title)
        covers = covers_words(layer.covers_from, layer.covers_to) or tr("not stated")
        terms = layer.terms or tr("not stated")
        rows.append((title, layer.coded_by, covers, terms, grouped(layer.events)))
    return _table(head, rows, numbers=1)


def _members(of: Methods) -> str:
    by: dict[str, list[str]] = {}
    for one in of.told.members:
        named = one.actor
        if one.since or one.until:
            since = date_words(one.since) if one.since else tr("the beginning")
            until = date_words(one.until) if one.until else tr("now")
            named = tr("{actor} ({since} to {until})", actor=named, since=since, until=until)
        by.setdefault(one.vector, []).append(named)
    if not by:
        return ""
    always = tr("Members without years belong to their vector in all years of the archive.")
    head = (tr("Vector"), tr("Who belongs to it"))
    return _table(head, [(tr(v), ", ".join(names)) for v, names in by.items()]) + _paragraph(always)


def _origins(of: Methods) -> str:
    counts = dict(of.told.origins)
    coded, derived = counts.get("coded", 0), counts.get("derived", 0)
    said = tr(
        "In the layers that are on, {coded} vectors were given by the compilers and {derived} were "
        "derived from the actors by the table below.",
        coded=grouped(coded),
        derived=grouped(derived),
    )
    return _paragraph(said) if coded or derived else ""


def _leanings(of: Methods) -> str:
    said = []
    for words, n in of.evidence:
        share = f"{n / max(of.events, 1):.0%}"
        about = {"share": share, "what": words, "n": grouped(n)}
        said.append(tr("{what}: {n} events, {share}.", **about))
    if of.told.publishers and of.told.citations:
        name, n = of.told.publishers[0]
        share = f"{n / of.told.citations:.0%}"
        said.append(
            tr("{name} alone stands behind {share} of all citations.", name=name, share=share)
        )
    return _paragraph(*said)


def _publishers(of: Methods) -> str:
    total = of.told.citations
    rest = total - sum(n for _, n in of.told.publishers)
    shares = [*of.told.publishers, *([(tr("All others"), rest)] if rest else [])]
    return _shares(tr("Publisher"), tr("Citations"), shares, total)


def _read(of: Methods) -> str:
    return _shares(tr("What was read of the source"), tr("Citations"), of.told.read)


def _languages(of: Methods) -> str:
    if not of.told.languages:
        return _paragraph(tr("The language of the sources is not recorded in this archive."))
    return _shares(tr("Language"), tr("Citations"), of.told.languages, of.told.citations)


def _kinds(of: Methods) -> str:
    return _shares(tr("Kind of event"), tr("Events"), of.kinds, of.events)


def _coverage(of: Methods) -> str:
    if not of.coverage.periods:
        return _paragraph(tr("No event is shown: no layer is switched on."))
    periods = [_years(*period) for period in of.coverage.periods]
    head = (tr("Vector"), *periods, tr("All"))
    rows = [
        (tr(label), *(f"{n}*" if n < THIN else grouped(n) for n in counts), grouped(total))
        for label, counts, total in of.coverage.rows
    ]
    every = (tr("Events"), *map(grouped, of.coverage.all), grouped(of.events))
    return _table(head, [*rows, every], numbers=len(periods) + 1)


def _years(first: int, last: int) -> str:
    """A period in few letters: "1991–95", "2026", "201–102 BCE"."""
    if first == last:
        return year_words(first)
    if last <= 0:
        return tr("{first}–{last} BCE", first=1 - first, last=1 - last)
    short = first > 999 and last < 10_000 and first // 100 == last // 100
    ends = f"{last % 100:02}" if short else year_words(last)
    return tr("{first}–{last}", first=year_words(first), last=ends)


def _dates(of: Methods) -> str:
    less = of.events - of.day_sure
    said = trn(
        "{n} event is dated to the day without a doubt, {less} less surely.",
        "{n} events are dated to the day without a doubt, {less} less surely.",
        of.day_sure,
        less=grouped(less),
    )
    return _paragraph(said)


def _verdicts(of: Methods) -> str:
    if not of.told.verdicts:
        return _paragraph(tr("This archive holds no claims."))
    shares = [(words or tr("(none)"), n) for words, n in of.told.verdicts]
    said = tr(
        "An outcome is told of {n} claims; the source of {sourced} of them is recorded.",
        n=grouped(of.told.outcomes),
        sourced=grouped(of.told.outcomes_sourced),
    )
    return _shares(tr("Outcome, as it is written"), tr("Claims"), shares) + _paragraph(said)


def _bases(of: Methods) -> str:
    return _shares(tr("What the date of a source is"), tr("Sources"), of.told.bases)


_PARTS: dict[str, Callable[[Methods], str]] = {
    "scope": _scope,
    "chosen": _chosen,
    "layers": _layers,
    "origins": _origins,
    "members": _members,
    "leanings": _leanings,
    "publishers": _publishers,
    "read": _read,
    "languages": _languages,
    "kinds": _kinds,
    "coverage": _coverage,
    "dates": _dates,
    "verdicts": _verdicts,
    "bases": _bases,
}
"""What stands at each mark of the text."""


def _shares(what: str, counted: str, shares: Sequence[Share], total: int = 0) -> str:
    """A table of words, counts and shares; nothing where nothing was counted."""
    if not shares:
        return ""
    whole = total or sum(n for _, n in shares)
    rows = [(words, grouped(n), f"{n / max(whole, 1):.0%}") for words, n in shares]
    return _table((what, counted, tr("Share")), rows, numbers=2)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """A table; its last `numbers` columns are numbers. Every text is escaped."""
    texts = len(head) - numbers

    def line(cell: str, row: Sequence[str]) -> str:
        cells = (
            f'<{cell} class="n">{escape(text)}</{cell}>'
            if n >= texts
            else f"<{cell}>{escape(text)}</{cell}>"
            for n, text in enumerate(row)
        )
        return f"<tr>{''.join(cells)}</tr>"

    body = "".join(line("td", row) for row in rows)
    return f'<table cellspacing="0" cellpadding="4">{line("th", head)}{body}</table>'


def _paragraph(*sentences: str) -> str:
    return f"<p>{escape(' '.join(filter(None, sentences)))}</p>"
