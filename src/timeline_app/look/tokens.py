"""The colours of the program: nine vectors own the hues, the program itself is ink on paper.

Yellow (`hl`, `wash`) is the reader's own hand: brush, notes, highlights. Colours are "#RRGGBB".
"""

from dataclasses import replace
from functools import cache

from timeline_app.dataclass import dataclass
from timeline_app.words.tr import mark


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. `vectors[i]` is the colour of `VECTORS[i]`, `on_vectors[i]` of text upon it.

    `pale` is the opacity (0 to 1) of an outer span; its full-coloured ends carry the contrast.
    """

    name: str
    canvas: str
    bg: str
    sunk: str
    hair: str
    strong: str
    ink: str
    ink2: str
    ink3: str
    onink: str
    hl: str
    onhl: str
    wash: str
    yes: str
    no: str
    warn: str
    vectors: tuple[str, ...]
    on_vectors: tuple[str, ...]
    pale: float = 0.24

    @property
    def dark(self) -> bool:
        """True where light text stands on a dark ground."""
        return self.name == "dark"

    @property
    def behind(self) -> str:
        """What is behind the lanes as a background: `sunk`, so much nearer to `canvas` that every
        vector's colour keeps a contrast of 3.0 on it."""
        both = zip(_parts(self.sunk), _parts(self.canvas), strict=True)
        return "#" + "".join(f"{round((3 * sunk + canvas) / 4):02X}" for sunk, canvas in both)

    def vector(self, index: int) -> str:
        """The colour of a vector by its index; `ink2` for what has none."""
        return self.vectors[index] if 0 <= index < len(self.vectors) else self.ink2

    def on_vector(self, index: int) -> str:
        """The colour of text on that vector's colour."""
        return self.on_vectors[index] if 0 <= index < len(self.on_vectors) else self.onink


def _parts(colour: str) -> tuple[int, ...]:
    """Red, green and blue of "#RRGGBB"."""
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


_INK, _PAPER, _NIGHT = "#16181D", "#FFFFFF", "#0E0F12"

LIGHT = Tokens(
    name="light",
    canvas=_PAPER,
    bg="#F4F5F6",
    sunk="#E9EBEE",
    hair="#D5D9DE",
    strong="#848A93",
    ink=_INK,
    ink2="#454A53",
    ink3="#636872",
    onink=_PAPER,
    hl="#FFD84A",
    onhl=_INK,
    wash="#FFF1BF",
    yes="#0B7A4B",
    no="#B3261E",
    warn="#8A5A00",
    vectors=(
        "#B7403F",
        "#AF8312",
        "#2E80F5",
        "#1A8381",
        "#2B5E0C",
        "#5A129C",
        "#E84BA5",
        "#4A230B",
        "#50535A",
    ),
    on_vectors=(_PAPER, _INK, _INK, _PAPER, _PAPER, _PAPER, _INK, _PAPER, _PAPER),
)

DARK = Tokens(
    name="dark",
    canvas="#17191D",
    bg="#202328",
    sunk="#2A2E35",
    hair="#343941",
    strong="#6B727D",
    ink="#F1F2F4",
    ink2="#BFC4CC",
    ink3="#9BA1AC",
    onink="#17191D",
    hl="#E9BF33",
    onhl=_INK,
    wash="#3B3520",
    yes="#5BD39A",
    no="#FF8A80",
    warn="#E9BF33",
    vectors=(
        "#FE7367",
        "#F4CF3C",
        "#66ACFD",
        "#7FEBF7",
        "#86CFA0",
        "#8E6FEA",
        "#E0A0C6",
        "#B0762F",
        "#8B8E94",
    ),
    on_vectors=(_NIGHT,) * 9,
)

THEMES = {LIGHT.name: LIGHT, DARK.name: DARK}
THEME_WORDS = ((LIGHT.name, mark("Light")), (DARK.name, mark("Dark")))


@cache
def high_contrast(tokens: Tokens) -> Tokens:
    """The same theme with hair lines as strong as borders and outer spans twice as full."""
    return replace(tokens, hair=tokens.strong, pale=0.45)
