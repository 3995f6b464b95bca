"""What is counted where votes are compared, and by which rule."""

from timeline_app.analysis.agreement import HALF
from timeline_app.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class VoteRule:
    """The roll calls of one of the five (the first that has votes, where `state` is none of them)
    on one subject or on all ("")."""

    state: str = ""
    issue: str = ""
    rule: str = HALF
    paragraphs: bool = False
