"""What an action can reach: the session, and the acts of the window itself."""

from typing import TYPE_CHECKING, Protocol

from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.window.settings import Settings

if TYPE_CHECKING:
    from timeline_app.window.report_desk import ReportDesk
    from timeline_app.window.writing_desk import WritingDesk

PANES = ("facets", "dock", "detail")


class Desk(Protocol):
    """The window as the table of actions sees it."""

    @property
    def session(self) -> Session:
        """The one owner of state."""
        ...

    @property
    def snapshot(self) -> Snapshot:
        """What is shown now."""
        ...

    @property
    def settings(self) -> Settings:
        """What is remembered between sittings."""
        ...

    def change(self, **fields: object) -> None:
        """Sets these fields of the settings, and puts them into force."""

    def zoom(self, factor: float) -> None:
        """Shows `factor` times as many days about the same middle."""

    def pan(self, screens: float) -> None:
        """Moves in time by this part of what is in sight; forward is positive."""

    def fit(self) -> None:
        """Shows the selection whole, or the brushed period, or everything."""

    def fit_all(self) -> None:
        """Shows everything."""

    def step_in_lane(self, step: int) -> None:
        """Selects the next (1) or previous (-1) event of the lane that was last touched."""

    def ask_date(self) -> None:
        """Asks for a date and goes there."""

    def focus_search(self) -> None:
        """Puts the caret into the search field."""

    @property
    def writing(self) -> "WritingDesk":
        """What writes beside notes."""
        ...

    @property
    def reports(self) -> "ReportDesk":
        """What takes the present view away, and shows it again."""
        ...

    def write_note(self) -> None:
        """Opens the note editor on the event in focus."""

    def walk(self) -> None:
        """Begins the walk through the article, with the details in sight."""

    def copy_selection(self) -> None:
        """Copies date, title and id of the selected events, or of the claim."""

    def copy_citation(self) -> None:
        """Copies a citation of what is selected: its sources, the archive, the edition."""

    def copy_view_citation(self) -> None:
        """Copies what is shown, in words, with the archive and the edition."""

    def toggle(self, pane: str) -> None:
        """Shows or hides one of PANES."""

    def toggle_known(self) -> None:
        """Shows the archive as it could be known on a day, or as it is known today."""

    def bring(self, pane: str) -> None:
        """Opens the dock at the pane with this key of its catalogue."""

    def ask_archive(self) -> None:
        """Asks for an archive and opens it."""

    def ask_notebook(self) -> None:
        """Asks for a notebook and opens it."""

    def ask_new_notebook(self) -> None:
        """Asks for a name and begins an empty notebook."""

    def ask_join(self) -> None:
        """Asks for notebooks, shows what joining them would bring, and joins them."""

    def forget_recent(self) -> None:
        """Forgets which files were open lately; the files stay."""

    def back_up(self) -> None:
        """Makes a backup of the notebook, and says where."""

    def ask_sources_file(self) -> None:
        """Asks for a file and writes the sources of what passes into it."""

    def show_dialog(self, name: str) -> None:
        """Opens one of `dialog_catalogue`: the "palette", "settings", "manual", "methods"..."""

    def show_first_run(self) -> None:
        """Shows the three things to try again."""

    def step_back(self) -> None:
        """One step back: what is open, then the selection, then what is behind the lanes, then the
        brush."""

    def full_screen(self) -> None:
        """Fills the screen, or returns from there."""

    def quit(self) -> None:
        """Closes the window; what was written is kept."""
