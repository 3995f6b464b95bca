"""Nothing in the tests needs a screen; journeys start their own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
