"""A place in a text that is being read from left to right."""

FIGURES = frozenset("0123456789")
FIGURES_OR_X = FIGURES | {"X"}


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
        following = self.peek()
        if following and following in wanted:
            self.at += 1
            return following
        return ""

    def run(self, wanted: frozenset[str]) -> str:
        """As many of these characters as follow."""
        start = self.at
        end = len(self.text)
        while self.at < end and self.text[self.at] in wanted:
            self.at += 1
        return self.text[start : self.at]
