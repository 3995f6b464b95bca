"""A keyboard without Latin letters: keys act by their place, and words are written in Cyrillic."""

from journeys.desk import Desk
from journeys.readings import in_view, title_of

WORDS = "дата спорна"


def test_a_russian_keyboard(desk: Desk) -> None:
    desk.first_start()
    desk.layout("ru")
    home = in_view(desk)
    desk.key("Cyrillic_tse")  # W
    desk.wait(lambda: in_view(desk) != home, "W does not come closer")
    desk.key("Cyrillic_a", "Cyrillic_a")  # F F
    desk.wait(lambda: in_view(desk) == home, "F F does not show everything")
    desk.key("Home")
    first = title_of(desk.at_rest(lambda: desk.see("^Timeline$"), "it does not come to rest"))
    desk.key("Right")
    desk.wait(lambda: title_of(desk.see("^Timeline$")) != first, "the arrow does not step")

    desk.key("Cyrillic_softsign")  # M
    desk.see("^My note$", "text")
    desk.do("type", "--delay", "60", WORDS)
    desk.wait(lambda: [n["text"] for n in desk.shell("note", "list")] == [WORDS], "no note")
    desk.key("Escape", "ctrl+Cyrillic_ya")  # Ctrl+Z
    desk.wait(lambda: not desk.shell("note", "list"), "Ctrl+Z does not undo")
    desk.key("ctrl+Cyrillic_el")  # Ctrl+K
    desk.see("^Find an action$", "text")
