"""The menus by name, in their order; light, since the first frame shows them before the actions are
there."""

from timeline_app.words.tr import mark

MENUS = (
    ("file", mark("&File")),
    ("edit", mark("&Edit")),
    ("view", mark("&View")),
    ("go", mark("&Go")),
    ("note", mark("&Note")),
    ("analyse", mark("&Analyse")),
    ("help", mark("&Help")),
)
SUBMENUS = {
    "view/lanes": mark("Lanes by"),
    "view/states": mark("States"),
    "view/tracks": mark("Tracks under the lanes"),
    "view/dock": mark("Pane under the timeline"),
    "view/strip": mark("Chart under the timeline"),
    "view/theme": mark("Theme"),
    "view/text": mark("Text size"),
}
