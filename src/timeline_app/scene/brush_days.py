"""Which days a brush can be dragged to, so that their counts can be made ready."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.distinct import distinct
from timeline_app.scene.time_scale import TimeScale


def days_of_pixels(scale: TimeScale) -> NDArray[np.int64]:
    """The days under the pixels of a scale, each once, ascending."""
    pixels = np.arange(int(scale.left_px), int(scale.right_px) + 1)
    days = np.floor(scale.first + (pixels - scale.left_px) / scale.px_per_day)
    return distinct(days.astype(np.int64))
