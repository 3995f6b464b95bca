"""What something was written on, in words, wherever that is said of it."""

from timeline_app.model.annotation import About
from timeline_app.panes.date_words import date_words


def about_words(about: About) -> str:
    """The words that were quoted, or else title and date; empty where nothing is known of it."""
    if about.quote:
        return f"“{about.quote}”"
    date = date_words(about.date, short=True) if about.date else ""
    return " · ".join(part for part in (about.title, date) if part)
