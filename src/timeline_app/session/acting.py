"""The open notebook, and how what is asked for becomes an act in it and is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import HistoryStep
from timeline_app.session.linked import ends_of, linked_pairs, links_in
from timeline_app.session.noted import ByTarget, note_column, with_note
from timeline_app.session.reaching import Reaching
from timeline_app.session.running import Run, at_once
from timeline_app.session.snapshot import (
    GO_PAST,
    OPEN_NOTEBOOK,
    PUT_BACK,
    TRY_AGAIN,
    OpenNotebook,
    Problem,
    Saving,
)
from timeline_app.session.writing import Act, Standing, Writing
from timeline_app.words.tr import tr


@dataclass(frozen=True, slots=True)
class Wish:
    """An act that is asked for.

    Where it cannot be written, `text` stays as the draft `draft`. Where it is refused, `past` is
    offered in its place. `answered` hears why it was not written; an empty text once it is on disk.
    """

    act: Act
    draft: str = ""
    text: str = ""
    past: Act | None = None
    answered: Callable[[str], None] = lambda _: None


class Acting(Reaching):
    """What `Reaching` shows, and the notebook that is written into.

    `run` runs what the notebook is asked for; an act shows as "saving" until the disk has answered.
    `aside` runs what else may take long, so that a note never waits for it; `soon` what a reader
    waits for, so that it never waits for that; `seek` what is searched with each key. For what is
    run by `slowly`, which takes seconds, and by `carry`, which carries something to a file or from
    one, nothing waits that is drawn.
    """

    def __init__(
        self,
        run: Run = at_once,
        aside: Run | None = None,
        soon: Run | None = None,
        seek: Run | None = None,
        slowly: Run | None = None,
        carry: Run | None = None,
    ) -> None:
        aside = aside or run
        soon = soon or aside
        super().__init__(soon, seek or soon, slowly or aside, carry or aside)
        self._run, self._aside = run, aside
        self._writing: Writing | None = None
        self._opening: Writing | None = None
        self._unanswered = 0
        self._unfulfilled: Wish | None = None

    def open_notebook(self, path: Path) -> None:
        """Write into this notebook from now on; a first act makes it where it does not exist.

        What is asked for before the first one has answered is done once it has.
        """
        self._opening = writing = Writing(path, self._run)
        if not self.snapshot.notebook_awaited:
            self._change(notebook_awaited=True)
        writing.open(lambda standing: self._opened(writing, standing))

    def _opened(self, writing: Writing, standing: Standing) -> None:
        if self._opening is None:
            return  # closed meanwhile
        with self.together():
            if self._opening is writing:
                self._opening = None
                self._change(notebook_awaited=False)
            if standing.fault and not standing.broken:
                self._change(problem=Problem("error", standing.fault, OPEN_NOTEBOOK))
                return
            if self._writing not in (None, writing):
                self._writing.close()
            self._writing = writing
            saving = Saving.SAVING if self._unanswered else Saving.SAVED
            history, read_only = standing.history, standing.read_only
            notebook = OpenNotebook(writing.path, read_only, saving, "", history)
            self._change(notebook=notebook, drafts=standing.drafts, conflicts=standing.conflicts)
            self._show_written(standing.told)
            if standing.broken:
                way_out = PUT_BACK if standing.has_backup else OPEN_NOTEBOOK
                self._change(problem=Problem("error", standing.fault, way_out))

    def look_again(self) -> None:
        """Show what another window or a shell has written into the open notebook, if it has."""
        if self._writing is not None and not self._unanswered:
            self._writing.look_again(self._looked)

    def put_back(self, backup: Path) -> None:
        """Put this backup in the notebook's place; what stands there is kept as a backup."""
        writing = self._writing
        if writing is None:
            return

        def done(standing: Standing) -> None:
            if standing.fault:
                self._change(problem=Problem("error", standing.fault))
                return
            self._opening = writing
            with self.together():
                self._opened(writing, standing)
                said = tr("The backup was put back. What stood there is kept among the backups.")
                self._change(problem=Problem("notice", said, PUT_BACK))

        writing.put_back(backup, done)

    def try_again(self) -> None:
        """Do what could not be written once more."""
        wish, self._unfulfilled = self._unfulfilled, None
        if wish is not None:
            self._do(wish)

    def go_past(self) -> None:
        """Leave as it is what undo or redo would have overwritten, and go on to the next step."""
        wish, self._unfulfilled = self._unfulfilled, None
        if wish is not None and wish.past is not None:
            self.dismiss_problem()
            self._do(Wish(wish.past))

    @property
    def unsaved(self) -> str:
        """The words that the disk has refused and nothing has kept since; mostly none."""
        return self._unfulfilled.text if self._unfulfilled is not None else ""

    @property
    def unsaved_draft(self) -> str:
        """The key of the draft that these words are of."""
        return self._unfulfilled.draft if self._unfulfilled is not None else ""

    def dismiss_problem(self) -> None:
        """The reader has read it."""
        if self.snapshot.problem is not None:
            self._change(problem=None)

    def close(self) -> None:
        """Let go of both files; what was asked for is written first."""
        self.stop_opening()
        for writing in (self._writing, self._opening):
            if writing is not None:
                writing.close()
        self._writing = self._opening = None
        self._stop_seeking()
        self._stop_judging()
        if self._reading is not None:
            self._reading.close()
            self._reading = None

    # -- how acts are written

    def _do(self, wish: Wish) -> None:
        writing = self._writing or self._opening
        if writing is None:
            sentence = tr("No notebook is open, so nothing can be written.")
            self._failed(Standing(fault=sentence), wish)
            return
        self._unanswered += 1
        self._save(Saving.SAVING)

        def stood(standing: Standing) -> None:
            self._unanswered -= 1
            if standing.fault:
                again = wish.past is not None if standing.refused else True
                self._unfulfilled = wish if again else None
                self._failed(standing, wish)
                return
            self._stood(standing)
            self._fulfil(wish)
            wish.answered("")

        writing.do(wish.act, stood)

    def _stood(self, standing: Standing) -> None:
        with self.together():
            self._change(drafts=standing.drafts, conflicts=standing.conflicts)
            self._show_written(standing.told)
            self._save(Saving.SAVED, standing.history)

    def _fulfil(self, wish: Wish) -> None:
        """What was refused before under the same draft is on disk now; it is not tried again."""
        waiting = self._unfulfilled
        if waiting is not None and wish.draft and waiting.draft == wish.draft:
            self._unfulfilled = None
            problem = self.snapshot.problem
            if problem is not None and problem.action == TRY_AGAIN:
                self.dismiss_problem()

    def _looked(self, standing: Standing | None) -> None:
        if standing is None or standing.fault or self._unanswered:
            return
        with self.together():
            self._change(conflicts=standing.conflicts)
            self._show_written(standing.told)
            if self.snapshot.notebook is not None:
                book = replace(self.snapshot.notebook, history=standing.history)
                self._change(notebook=book)

    def _save(self, saving: Saving, history: HistoryStep | None = None) -> None:
        """Show how the last act stands; "saved" only once every act has been answered."""
        notebook = self.snapshot.notebook
        if notebook is None:
            return
        if saving is Saving.SAVED:
            saving = Saving.SAVING if self._unanswered else Saving.SAVED
            if history is not None:
                notebook = replace(notebook, saved_at=f"{datetime.now():%H:%M:%S}")
        history = history or notebook.history
        self._change(notebook=replace(notebook, saving=saving, history=history))

    def _failed(self, standing: Standing, wish: Wish) -> None:
        """Say why; the text is kept as a draft, in sight if not on disk."""
        offered = ""
        if self._unfulfilled is wish:
            offered = GO_PAST if standing.refused else TRY_AGAIN
        with self.together():
            self._save(Saving.SAVED if standing.refused else Saving.FAILED)
            grade = "warning" if standing.refused else "error"
            self._change(problem=Problem(grade, standing.fault, offered))
            if wish.draft and wish.text.strip():
                self._change(drafts={**self.snapshot.drafts, wish.draft: wish.text})
        wish.answered(standing.fault)

    def _show_written(self, told: ByTarget) -> None:
        """Everything that follows from what was written; what did not change stays the same."""
        now, written, tagged = self.snapshot, told.written, told.tagged
        if written == now.written:
            return
        links, linked = now.links, links_in(written)
        self._occurrence_of = self._occurrences_of(ends_of(tagged, linked))
        noted = self._notes_by_occurrence(tagged)
        note_terms, with_notes = now.note_terms, now.noted
        if noted != self._noted:
            self._noted, label_of = noted, self._labels.of(noted)
            with_notes = with_note(label_of)
            note_terms = note_column(now.table, label_of, note_terms, self._labels)
        asked = self._filter_again(now.table, noted)
        passing = self._passing_again(asked, note_terms)
        other_rows = asked is not now.filter or not passing.base.same_rows(now.passing.base)
        # what else follows from a filter is not asked for again where that asks the same
        asked_anew = {"filter": asked} if other_rows else {}
        there = {one.id for one in written}
        if linked != self._linked:
            self._linked, links = linked, linked_pairs(linked, self._occurrence_of)
        self._change(
            written=written,
            notes=told.notes,
            marks=told.marks,
            tagged=tagged,
            links=now.links if links == now.links else links,
            own_event=now.own_event if now.own_event in there else None,
            noted=now.noted if with_notes == now.noted else with_notes,
            note_terms=note_terms,
            passing=passing,
            **asked_anew,
        )
        self._make_ready()
