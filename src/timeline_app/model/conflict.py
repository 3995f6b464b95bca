"""An object that several people gave different states, without knowing of each other."""

from string import ascii_uppercase

from timeline_app.dataclass import dataclass
from timeline_app.model.act import Act
from timeline_app.model.command import RefusedError
from timeline_app.words.tr import tr

BOTH = "both"


@dataclass(frozen=True, slots=True)
class Conflict:
    """`kind` and `target` name the object; `sides` are the acts that gave it its states, oldest
    first. The sides are called A, B and so on."""

    kind: str
    target: str
    sides: tuple[Act, ...]

    @property
    def id(self) -> str:
        """What the conflict is called: `KIND:OBJECT`."""
        return f"{self.kind}:{self.target}"

    @property
    def letters(self) -> str:
        """The letters of the sides, in order; more sides than letters cannot be told apart."""
        return ascii_uppercase[: len(self.sides)]

    def taken(self, take: str) -> tuple[Act, ...]:
        """The sides that stay if one takes side `take` ("A", "B", ...), or "both": all with words.

        Raises `RefusedError`.
        """
        if take.casefold() == BOTH:
            return tuple(side for side in self.sides if not side.removes)
        at = self.letters.find(take.upper()) if len(take) == 1 else -1
        if at < 0:
            known = ", ".join((*self.letters, BOTH))
            raise RefusedError(
                tr("There is no side “{take}”: say one of {known}.", take=take, known=known)
            )
        return (self.sides[at],)
