"""What joining notebooks brings, in sentences."""

from timeline_app.store.joining import Joined
from timeline_app.words.tr import trn


def join_words(joined: Joined, orphans: int) -> list[str]:
    """The counts that are not nothing, a sentence each; what is new is always said.

    `orphans` counts what is about records that the open archive lacks. Damaged acts are not told
    of: they are said where refusals are.
    """
    lines = [trn("{n} act is new here.", "{n} acts are new here.", joined.new)]
    if joined.same:
        lines.append(trn("{n} is here already.", "{n} are here already.", joined.same))
    if joined.conflicts:
        said = trn(
            "{n} thing was changed on both sides: both states are kept; you choose afterwards.",
            "{n} things were changed on both sides: all states are kept; you choose afterwards.",
            joined.conflicts,
        )
        lines.append(said)
    if orphans:
        said = trn(
            "{n} is about a record that this archive does not have: it waits for one that does.",
            "{n} are about records that this archive does not have: they wait for one that does.",
            orphans,
        )
        lines.append(said)
    return lines
