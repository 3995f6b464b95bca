"""The filters as they are typed into a shell: plain, so that no word needs arrays to take them."""

from dataclasses import fields

from timeline_app.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters as they were typed: "or" within a field, "and" between the fields.

    `earliest` and `latest` are EDTF and inclusive: the earliest day of the one to the latest of
    the other. `surely` lets only events pass that lie within without a doubt. `known_on` is EDTF:
    what could be known at the end of its latest day.
    """

    earliest: str | None = None
    latest: str | None = None
    vectors: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    verified: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    surely: bool = False
    known_on: str | None = None

    @property
    def about_events(self) -> bool:
        """Whether anything but tags and searched words was asked for."""
        return any(
            getattr(self, field.name)
            for field in fields(self)
            if field.name not in ("tags", "searched")
        )
