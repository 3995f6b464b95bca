"""How high lanes would like to be together, for whoever shares a window among them and others."""

from collections.abc import Callable, Sequence

from timeline_app.scene.lane_layout import (
    LEAST_LANE_PX,
    LEAST_UNIT,
    MARK_ROW_PX,
    QUIET_MOST,
    SQUEEZED_LANE_PX,
    LaneNeed,
    fold_px,
    marks_px,
    stack_px,
)

_FEW_ROWS = 10


def modest_px(needs: Sequence[LaneNeed], grown: float = 1.0) -> float:
    """The height in which quiet lanes are folded and each other one shows all it has in sight, as
    marks or as whole stacks, whichever is lower."""

    def px(need: LaneNeed) -> float:
        stacked = stack_px(need.tallest, LEAST_UNIT)
        wanted = min(stacked, marks_px(need.depth, MARK_ROW_PX * grown)) if need.depth else stacked
        return max(LEAST_LANE_PX * grown, wanted)

    return _whole_px(needs, px, grown)


def ample_px(needs: Sequence[LaneNeed], grown: float = 1.0) -> float:
    """The height in which each lane shows its events as marks, where these are not too many."""

    def px(need: LaneNeed) -> float:
        if 0 < need.depth <= _FEW_ROWS:
            return max(LEAST_LANE_PX * grown, marks_px(need.depth, MARK_ROW_PX * grown))
        return max(LEAST_LANE_PX * grown, stack_px(need.tallest, LEAST_UNIT))

    return _whole_px(needs, px, grown)


def scarce_px(needs: Sequence[LaneNeed], grown: float = 1.0) -> float:
    """The height in which quiet lanes are folded and the others squeezed."""
    return _whole_px(needs, lambda _: SQUEEZED_LANE_PX * grown, grown)


def _whole_px(needs: Sequence[LaneNeed], px: Callable[[LaneNeed], float], grown: float) -> float:
    """The height of the lanes that are not quiet, and of the line for those that are."""
    whole = [need for need in needs if need.opened or need.events > QUIET_MOST]
    folded = fold_px(grown) if len(whole) < len(needs) else 0.0
    return sum(px(need) for need in whole) + folded
