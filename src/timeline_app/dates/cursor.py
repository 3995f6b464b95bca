"""A place in a text that is being read from left to right."""

import re

FIGURES = re.compile("[0-9]*")
FIGURES_OR_X = re.compile("[0-9X]*")


class Cursor:
    """Every taking moves on; nothing ever moves back, so reading is linear."""

    __slots__ = ("at", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    @property
    def rest(self) -> str:
        """What has not been read yet."""
        return self.text[self.at :]

    @property
    def done(self) -> bool:
        """Whether everything has been read."""
        return self.at >= len(self.text)

    def peek(self) -> str:
        """The next character, or "" at the end."""
        return self.text[self.at : self.at + 1]

    def take(self, wanted: str) -> bool:
        """Moves past `wanted` if it comes next."""
        if self.text.startswith(wanted, self.at):
            self.at += len(wanted)
            return True
        return False

    def take_any(self, wanted: str) -> str:
        """Moves past one of these characters; "" if none comes next."""
        following = self.text[self.at : self.at + 1]
        if following and following in wanted:
            self.at += 1
            return following
        return ""

    def run(self, wanted: re.Pattern[str]) -> str:
        """As many characters as the pattern takes, perhaps none."""
        found = wanted.match(self.text, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found[0]
