"""The size of a picture that is asked for in words."""

import re

from timeline_app.words.tr import tr

LEAST, MOST = (320, 200), (10_000, 10_000)
_WRITTEN = re.compile("([0-9]{1,9})[xX]([0-9]{1,9})")


def picture_size(text: str) -> tuple[int, int]:
    """Width and height in pixels of "1440x900". Raises ValueError with a sentence."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise ValueError(tr("“{value}” is no size; write it as 1440x900.", value=text[:40]))
    size = int(found[1]), int(found[2])
    limits = zip(size, LEAST, MOST, strict=True)
    if not all(least <= given <= most for given, least, most in limits):
        raise ValueError(
            tr(
                "“{value}” is too small or too large; a picture has {least} to {most} pixels.",
                value=text,
                least="x".join(map(str, LEAST)),
                most="x".join(map(str, MOST)),
            )
        )
    return size
