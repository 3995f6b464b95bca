"""A second file that is opened from outside goes into the window that is open."""

import subprocess

from journeys.desk import COMMAND, Desk


def test_a_notebook_and_an_archive_go_into_the_open_window(desk: Desk) -> None:
    desk.open()
    desk.see("^Got it$", "push button")
    notebook = desk.home / "hers.notebook.sqlite"
    desk.shell(
        "note", "add", "--target", "period:2014", "--text", "Hers", "--notebook", str(notebook)
    )
    done = subprocess.run([COMMAND, str(notebook)], env=desk.environment, check=False, timeout=60)
    assert done.returncode == 0
    desk.see("Notebook: hers")
    none = desk.home / "none.archive.sqlite"
    done = subprocess.run([COMMAND, str(none)], env=desk.environment, check=False, timeout=60)
    assert done.returncode == 0
    desk.see("none.archive.sqlite", "label")
    desk.close()
