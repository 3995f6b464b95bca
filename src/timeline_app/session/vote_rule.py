"""What is counted where votes are compared, and by which rule."""

from timeline_app.analysis.agreement import HALF
from timeline_app.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class VoteRule:
    """The roll calls of one of the five on one subject or on all (""). Where `state` is none of
    them: of the only one that is asked for, or else of the first that has votes."""

    state: str = ""
    issue: str = ""
    rule: str = HALF
    paragraphs: bool = False
