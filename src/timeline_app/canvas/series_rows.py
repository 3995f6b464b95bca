"""Where the rows of the strip of series stand: names above each plot, plots as high as fits."""

from collections.abc import Sequence

from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.scene.series_charts import Chart

TITLE_PX, TOP_PX, NAME_PX, GAP_PX, FOOT_PX = 24, 5, 17, 7, 6
PLOT_PX = (64, 46, 36, 30)
"""The height of a plot by how many there are; in a wide window three halves of it."""

LEAST_PLOT_PX = 20
NAMES = (6, 4, 3, 3)
"""So many names stand above a plot, by how many plots there are (NAMES[0] in a wide window); the
others are counted."""


@dataclass(frozen=True, slots=True)
class ChartRoom:
    """Where one chart stands: the top of its names, how many, and its plot."""

    names_top: float
    names: int
    plot_top: float
    plot_height: float

    def name_row(self, n: int) -> tuple[float, float]:
        """Top and height of the row of line n."""
        row = fonts.scaled(NAME_PX)
        return self.names_top + n * row, row

    @property
    def plot_bottom(self) -> float:
        """The lower edge of the axis."""
        return self.plot_top + self.plot_height


def rooms_of(
    charts: Sequence[Chart], titled: bool, wide: bool, most_px: float
) -> tuple[list[ChartRoom], int]:
    """The room of each chart and the height of all, `most_px` at most where that can be.

    `titled` leaves a row at the top for a title.
    """
    if not charts:
        return [], fonts.scaled(TITLE_PX) + FOOT_PX
    n = len(charts)
    names = [min(len(chart.lines), NAMES[0 if wide else n - 1]) for chart in charts]
    title, row = fonts.scaled(TITLE_PX) if titled else TOP_PX, fonts.scaled(NAME_PX)
    words = title + sum(names) * row + n * GAP_PX + FOOT_PX
    wished = PLOT_PX[n - 1] * (1.5 if wide else 1)
    plot = int(max(LEAST_PLOT_PX, min(wished, (most_px - words) / n)))
    rooms, top = [], float(title)
    for count in names:
        plot_top = top + count * row + 3
        rooms.append(ChartRoom(top, count, plot_top, plot))
        top = plot_top + plot + GAP_PX - 3
    return rooms, int(top + FOOT_PX)
