"""That a consortium misses nothing, and what holds or worries it all the same, in words."""

from collections.abc import Sequence

from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import _, date_text, ngettext
from kdc_desktop.model.visions import Reservation
from kdc_desktop.services.kit.source import Source


def ready_told(source: Source, worries: Sequence[Reservation], *, is_held: bool) -> str:
    """A reservation keeps nobody, and is not passed over: how many are open, and since when.

    What an obstacle holds back is not ready to go, whatever its members say.
    """
    still = [one for one in worries if one.state is ReservationState.OPEN]
    if not still:
        return _("Nothing is missing.") if is_held else _("It is ready to go.")
    return ngettext(
        "Nothing is missing; {count} reservation has been open since {day}.",
        "Nothing is missing; {count} reservations are open, the oldest since {day}.",
        len(still),
        day=date_text(source.day(min(one.opened_at for one in still))),
    )
