"""The walk through the article: where one stands, and which days that is about."""

from timeline_app.dates.date_error import DateError
from timeline_app.dates.edtf import parse
from timeline_app.model.article import ArticleRecord


def days_of(record: ArticleRecord) -> tuple[int, int] | None:
    """First and last day of a record; None where its date is none."""
    try:
        outer = parse(record.edtf).outer
    except DateError:
        return None
    return outer.first, outer.last
