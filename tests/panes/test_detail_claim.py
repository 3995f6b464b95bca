"""A claim in the detail pane: its words, its sign, its sources, what it is about; and the walk."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

from timeline_app.model.annotation import Target
from timeline_app.panes.detail import DetailPane
from timeline_app.panes.detail_claim import Sign
from timeline_app.panes.walk_head import amount_words
from timeline_app.session.session import Session


@pytest.fixture
def detail(show: Callable[[type[DetailPane]], DetailPane]) -> DetailPane:
    return show(DetailPane)


def said_in(detail: DetailPane) -> str:
    inside = detail._scroll.widget()
    return "\n".join(label.text() for label in inside.findChildren(QLabel))


def test_a_claim_is_told_whole(detail: DetailPane, session: Session) -> None:
    claim = session.claim_named("claim-seed-19-side-with-moscow")
    assert claim is not None and claim.outcome is not None and claim.outcome.source is not None
    session.select_claim(claim.key)
    said = said_in(detail)
    for words in (
        claim.title,
        claim.text,
        claim.speaker,
        claim.capacity,
        f"reported by {claim.reported_by}",
        "Said 13 May 2014",
        claim.verdict,
        claim.outcome.text,
        claim.outcome.source.title,
        claim.id,
    ):
        assert words and words in said
    assert len(detail._scroll.widget().findChildren(Sign)) == 1
    assert detail.sources is not None
    assert len(detail.sources.entries) == len(claim.sources)


def test_what_is_not_recorded_is_said_to_be_so(detail: DetailPane, session: Session) -> None:
    claim = session.claim_named("claim2-tkm-council-2002")
    assert claim is not None and claim.outcome is not None and claim.outcome.source is None
    session.select_claim(claim.key)
    assert "Source of the outcome: not recorded." in said_in(detail)
    opened = session.claim_named("claim-xi-2025")
    assert opened is not None and opened.outcome is None
    session.select_claim(opened.key)
    said = said_in(detail)
    assert "Nothing is recorded of it." in said and "No time is named" in said


def test_a_note_is_written_on_the_claim_that_is_shown(detail: DetailPane, session: Session) -> None:
    claim = session.claim_named("claim-xi-2025")
    assert claim is not None
    session.select_claim(claim.key)
    assert detail.notes is not None
    detail.notes.editor.text.setPlainText("Look up the treaty")
    detail.notes.editor.finish()
    target = str(Target("claim", claim.id))
    assert [note.text for note in session.snapshot.notes[target]] == ["Look up the treaty"]
    assert "Look up the treaty" in said_in(detail)


def test_every_step_of_the_walk_is_told(detail: DetailPane, session: Session) -> None:
    assert detail.card is not None and detail.card.walk is not None
    detail.card.walk.click()
    for at in range(1, 37):
        walk = session.snapshot.walk
        assert walk is not None and walk.at == at
        said = said_in(detail)
        assert f"{at} of 36 in the article" in said
        assert walk.record.title in said
        assert detail.walk is not None
        assert detail.walk.back.isEnabled() == (at > 1)
        assert detail.walk.on.isEnabled() == (at < 36)
        detail.walk.on.click()
    assert detail.walk is not None
    detail.walk.leave.click()
    assert session.snapshot.walk is None and "in the article" not in said_in(detail)


def test_a_figure_of_the_article_is_told_with_its_unit(
    detail: DetailPane, session: Session
) -> None:
    session.walk_to(23)
    assert "17,600,000,000 USD" in said_in(detail)


@pytest.mark.parametrize(
    ("amount", "words"),
    [(17.6e9, "17,600,000,000"), (0.25, "0.25"), (0.0, "0"), (-3.5, "-3.5"), (1e18, "1e+18")],
)
def test_amounts_are_written_out(amount: float, words: str) -> None:
    assert amount_words(amount) == words
