"""Backups are thinned so that what cannot be had elsewhere always stays."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.store.backup_names import DAMAGED, REASONS, Backup
from timeline_app.store.backup_thinning import NEWEST, superfluous

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def backup(minute: int, acts: int, reason: str = "regular") -> Backup:
    when = BEGIN + timedelta(minutes=minute)
    return Backup(
        Path(f"{when:%Y%m%dT%H%M%S}000Z-{acts}-{reason}.notebook.sqlite"), when, acts, reason
    )


BACKUPS = st.lists(
    st.builds(
        backup, st.integers(0, 2_000_000), st.integers(0, 50), st.sampled_from(sorted(REASONS))
    ),
    max_size=60,
    unique_by=lambda one: one.when,
)


@given(BACKUPS)
def test_thinning(backups: list[Backup]) -> None:
    going = superfluous(backups)
    staying = [one for one in backups if one not in going]
    by_time = sorted(backups, key=lambda one: one.when)
    assert not set(by_time[-NEWEST:]) & set(going)
    assert all(one.reason != DAMAGED for one in going)
    assert max((one.acts for one in staying), default=0) == max(
        (o.acts for o in backups), default=0
    )
    for one in going:  # another one, as late in its stretch and as full, stands for it
        assert any(two.when > one.when and two.acts >= one.acts for two in staying)
    assert superfluous(staying) == [], "what was thinned stays as it is"


def test_a_year_of_backups_every_quarter_of_an_hour() -> None:
    staying: list[Backup] = []
    for n in range(0, 60 * 24 * 500, 15):
        staying.append(backup(n, n))
        if n % (60 * 24) == 0:
            going = set(superfluous(staying))
            staying = [one for one in staying if one not in going]
    staying = [one for one in staying if one not in set(superfluous(staying))]
    assert 24 + 28 + 40 <= len(staying) <= 24 + 31 + 55 + NEWEST
    ages = [(staying[-1].when - one.when).days for one in staying]
    assert max(ages) >= 450


def test_a_notebook_that_was_emptied_does_not_push_out_what_it_held() -> None:
    full, empty = backup(0, 900), [backup(n * 15, 0) for n in range(1, 5000)]
    assert full not in superfluous([full, *empty])
