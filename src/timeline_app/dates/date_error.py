"""The refusal of a date."""

from collections.abc import Callable


class DateError(ValueError):
    """A text that is no date: `why` is a sentence, `suggestion` the nearest valid form or ""."""

    def __init__(self, why: str, suggestion: str | Callable[[], str] = "") -> None:
        super().__init__(why)
        self.why = why
        self._suggestion = suggestion

    @property
    def suggestion(self) -> str:
        """Looked for when first asked, since most refusals in bulk never are."""
        if callable(self._suggestion):
            self._suggestion = self._suggestion()
        return self._suggestion
