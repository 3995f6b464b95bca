"""The session that words about an archive ask."""

from collections.abc import Iterator
from contextlib import contextmanager

from timeline_app.cli.given import Given, Refused
from timeline_app.session.session import Session


@contextmanager
def opened(given: Given) -> Iterator[Session]:
    """A session on what the word was given. Raises `StoreError` for what cannot be read."""
    session = Session()
    try:
        session.open_edition(given.archive)
        session.open_notebook(given.notebook)
        refuse_problem(session)
        yield session
    finally:
        session.close()


def refuse_problem(session: Session) -> None:
    """A file that turned out to be damaged gives no answer."""
    problem = session.snapshot.problem
    if problem is not None and problem.grade == "error":
        raise Refused(problem.sentence)
