"""The first frame stands where the finished window stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QWidget

from timeline_app.places import user_cache
from timeline_app.store.overview_memory import OVERVIEWS, OverviewMemory
from timeline_app.window.frame import Frame
from timeline_app.window.kept_overview import keep_overviews
from timeline_app.window.main_window import MainWindow
from timeline_app.window.skeleton import Skeleton

MakeWindow = Callable[..., MainWindow]


def _place(part: QWidget, frame: Frame) -> QRect:
    return QRect(part.mapTo(frame, QPoint(0, 0)), part.size())


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900), (2560, 1440)])
@pytest.mark.parametrize("hidden", [(), ("facets_shown",), ("detail_shown",), ("dock_shown",)])
def test_every_part_stands_where_it_will(
    size: tuple[int, int], hidden: tuple[str, ...], make_window: MakeWindow, shipped_archive: Path
) -> None:
    window = make_window(size=size, **dict.fromkeys(hidden, False))
    window.open_archive(shipped_archive)
    QCoreApplication.processEvents()
    frame = window.frame
    told = Skeleton.of(frame.rect(), window.memory.settings, frame.screen_name())
    assert told.sentence == _place(window.sentence, frame)
    assert told.centre == _place(window.centre, frame)
    assert told.dock == _place(window.dock, frame)
    if "facets_shown" not in hidden:
        assert told.facets == _place(window.facets, frame)
    if "detail_shown" not in hidden:
        assert told.detail == _place(window.first_run, frame)


def test_the_menus_of_the_first_frame_are_those_of_the_window(make_window: MakeWindow) -> None:
    window = make_window()
    names = [action.text() for action in window.frame.menuBar().actions()]
    frame = Frame(window.memory)
    assert [action.text() for action in frame.menuBar().actions()] == names


def test_the_overview_is_painted_before_the_archive_is_read(
    window: MainWindow, shipped_archive: Path
) -> None:
    folder = user_cache() / OVERVIEWS
    keep_overviews(window.session, folder)
    kept = OverviewMemory(folder).recall(shipped_archive)
    assert kept is not None
    assert sum(kept.counts.counts) == len(window.session.snapshot.table)
    (file,) = folder.iterdir()
    written = file.stat().st_mtime_ns
    keep_overviews(window.session, folder)
    assert file.stat().st_mtime_ns == written  # what is kept already is not counted again
    frame = Frame(window.memory, kept)
    frame.place((window.frame.width(), window.frame.height()))
    overview = _place(window.centre.overview, window.frame)
    first = frame.grab(overview).toImage()
    later = window.frame.grab(overview).toImage()
    assert first == later
