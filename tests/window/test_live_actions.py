"""The live actions on claims and on the walk: menu, keys, Esc, copying."""

from PySide6.QtWidgets import QApplication

from timeline_app.window.main_window import MainWindow


def test_the_walk_goes_on_and_back_and_esc_leaves_it(window: MainWindow) -> None:
    live = window.live
    assert not live.by_key["walk-next"].isEnabled()
    live.run("walk")
    walk = window.session.snapshot.walk
    assert walk is not None and (walk.at, walk.of) == (1, 36)
    live.run("walk-next")
    live.run("walk-next")
    live.run("walk-previous")
    walk = window.session.snapshot.walk
    assert walk is not None and walk.at == 2
    claim = window.session.snapshot.claim
    assert claim is not None
    live.run("step-back")
    assert window.session.snapshot.walk is None and window.session.snapshot.claim == claim
    live.run("step-back")
    assert window.session.snapshot.claim is None


def test_the_citation_of_a_claim_is_copied(window: MainWindow) -> None:
    claim = window.session.claim_named("claim-seed-19-side-with-moscow")
    assert claim is not None
    assert not window.live.by_key["copy-citation"].isEnabled()
    window.session.select_claim(claim.key)
    assert window.live.by_key["copy-citation"].isEnabled()
    window.live.run("copy-citation")
    said = QApplication.clipboard().text()
    assert claim.text.rstrip(".") in said and claim.speaker in said and "Registan" in said
    window.live.run("copy")
    copied = QApplication.clipboard().text()
    assert copied == f"2014-05-13\tLuca Anceschi: {claim.text}\t{claim.id}"


def test_claims_are_stepped_through_and_counted_on_their_tab(window: MainWindow) -> None:
    window.live.run("dock-claims")
    window.live.run("next-claim")
    keys = window.session.snapshot.claims.key.tolist()
    assert window.session.snapshot.claim == keys[0]
    window.live.run("next-claim")
    window.live.run("previous-claim")
    assert window.session.snapshot.claim == keys[0]
    window.session.set_claim_terms("verdict", {"partly"})
    assert window.live.by_key["clear-all"].isEnabled()
    window.live.run("clear-all")
    assert window.session.snapshot.claims_passing.possible == len(keys)
