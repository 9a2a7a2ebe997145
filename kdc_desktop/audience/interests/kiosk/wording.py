"""What the kiosk says where people choose what they would join."""

from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.question import KioskWords
from kdc_desktop.i18n import _, lazy


class WordsOfInterests(KioskWords):
    """Of up to three winners, the first choice first."""

    cannot_open = lazy("There is nothing to join yet: mark winners first, in a session that runs.")
    everybody = lazy("Everybody has said what they would join.")
    casts = lazy("Enter hands it in. Esc goes back to the winners.")
    cast = lazy("That is what I would join")
    needs = lazy("Choose at least one, or go back with Esc.")
    is_in = lazy("It is noted. Please let the next person come.")
    is_not_in = lazy("It is not noted: please tell the facilitator.")
    unknown = lazy("Nobody of this name is still to be asked. Ask the facilitator.")
    has_answered = lazy("Whoever this fits has said it already.")
    not_asked = lazy("Whoever this fits is not asked here. Ask the facilitator.")

    def headline(self, name: str, _ballot: Ballot, *, roomy: bool) -> str:
        """What stands over the winners."""
        if not roomy:
            return _("{name}: your choices", name=name)
        return _("{name}, what would you join? Your first choice first.", name=name)

    def is_this_yours(self, name: str) -> str:
        """What stands over the choices before they are noted."""
        return _("Is this what you would join, {name}?", name=name)

    def has_answered_named(self, name: str) -> str:
        """Of somebody who has said it."""
        return _("{name} has said it already.", name=name)

    def not_asked_named(self, name: str) -> str:
        """Of somebody who is not asked."""
        return _("{name} is not asked here.", name=name)
