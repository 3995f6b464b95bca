"""Made-up TEST events, one for each way in which a date can be known: nothing in them happened."""

from pathlib import Path

from made_folders import event, folder
from timeline_app.store.build.edition import build

CLASSES = {
    "day": "2014-03-18",
    "about a day": "2014-03-18~",
    "uncertain day": "2014-03-18?",
    "about and uncertain day": "2014-03-18%",
    "span": "2014-03-10/2014-04-05",
    "span about": "2014-03-10~/2014-04-05~",
    "span uncertain": "2014-03-10?/2014-04-05?",
    "some day within a month": "2014-03",
    "about a month": "2014-03~",
    "uncertain month": "2014-03?",
    "some day within a year": "2014",
    "outer and inner": "2014-03/2014-05",
    "open start": "../2014-03-18",
    "open end": "2014-03-18/..",
    "unknown start": "/2014-03-18",
    "unknown end": "2014-03-18/",
    "open end about": "2014-03-18~/..",
    "one of two days": "[2014-03-10,2014-03-20]",
    "some days of a month": "2014-03-1X",
    "season": "2014-21",
    "before the year one": "-0001-03-18",
    "the year nought": "0000",
    "first year of all": "-9999-01-01",
    "last year of all": "9999-12-31",
    "a long year": "Y-12000",
    "a longer year": "Y170000002",
}
"""The EDTF of each class."""


def archive_of_every_date(at: Path) -> Path:
    """An archive with one event a class; its title is the class."""
    events = [
        event(id=f"test-{n}", title=f"TEST {name}", start=edtf)
        for n, (name, edtf) in enumerate(CLASSES.items())
    ]
    target = at / "test-dates.archive.sqlite"
    build(folder(at / "data", events=events), target)
    return target
