"""Says it when the laptop's clock is not what the club goes by."""

from collections.abc import Callable
from datetime import timedelta

from kdc_desktop.i18n import _, span_text
from kdc_desktop.storage import Database

A_LITTLE = timedelta(seconds=90)  # by which clocks are put right every day, which nobody notices


class ClockWatch:
    """Looks at the laptop's clock, and says once each time what the club goes by instead."""

    def __init__(self, database: Database, say: Callable[[str], object]) -> None:
        self._database, self._say = database, say
        self._known: timedelta | None = None  # how far ahead of it the club was when last said

    def look(self) -> None:
        """Say it where the laptop's clock has been set since the last look."""
        ahead = self._database.ahead()
        turned = ahead - (self._known or timedelta())
        if abs(turned) > A_LITTLE:
            self._say(_behind(ahead) if self._known is None else _set(turned))
        if self._known is None or abs(turned) > A_LITTLE:
            self._known = ahead


def _span(span: timedelta) -> str:
    return span_text(round(abs(span).total_seconds() / 60))


def _behind(ahead: timedelta) -> str:
    return _(
        "The laptop's clock is {span} behind what this club tells of already. The club goes on "
        "from there, so that nothing comes before what was done. Is the laptop's clock right?",
        span=_span(ahead),
    )


def _set(turned: timedelta) -> str:
    if turned > timedelta():
        return _(
            "The laptop's clock was set back by {span}. The club goes on by its own until it is "
            "opened anew, so that every countdown and count of minutes stays true.",
            span=_span(turned),
        )
    return _(
        "The laptop's clock was set forward by {span}. The club goes on by its own until it is "
        "opened anew, so that every countdown and count of minutes stays true.",
        span=_span(turned),
    )
