"""What a view shows is shown again, and what this archive does not have is left as it is."""

from timeline_app.session.session import Session
from timeline_app.session.shown import parts_of, show_parts


def test_layers_of_another_archive_leave_those_that_are_on(session: Session) -> None:
    archive = session.snapshot.archive
    assert archive is not None
    on, parts = archive.layers_on, parts_of(session.snapshot)
    show_parts(session, {**parts, "layers": ["of another archive"]})
    assert session.layers_asked == on
    one = sorted(on)[0]
    show_parts(session, {**parts, "layers": [one, "of another archive"]})
    assert session.layers_asked == {one}
    show_parts(session, parts)
    assert session.layers_asked == on
