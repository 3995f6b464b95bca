"""What flows from line to line keeps within its margins, however wide it is."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.panes.chips import Flow


def test_a_flow_keeps_its_margins(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow()
    flow.setContentsMargins(8, 4, 6, 5)
    chips = [QPushButton(f"Chip of number {n}") for n in range(9)]
    for chip in chips:
        flow.addWidget(chip)
    holder.setLayout(flow)
    holder.show()
    for wide in (150, 340, 900):
        high = flow.heightForWidth(wide)
        holder.resize(wide, high)
        places = [chip.geometry() for chip in chips]
        assert min(place.left() for place in places) == 8
        assert min(place.top() for place in places) == 4
        assert max(place.right() + 1 for place in places) <= wide - 6
        assert max(place.bottom() + 1 for place in places) == high - 5
