"""What the kiosk says where members answer where they stand, or the pulse of their consortium."""

from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.question import KioskWords
from kdc_desktop.i18n import _, lazy


class WordsOfAnswers(KioskWords):
    """Of a member's answer, given by whoever speaks for it."""

    cannot_open = lazy("Nobody can answer here now: ask first, in a session that is not closed.")
    everybody = lazy("Every member has answered.")
    casts = lazy("Enter hands your answer in. Esc goes back to the levels.")
    cast = lazy("This is our answer")
    is_in = lazy("Your answer is in. It stays hidden until all are shown at once.")
    is_not_in = lazy("Your answer is not in: please tell the facilitator.")
    unknown = lazy("Nobody of this name is still to answer. Ask the facilitator.")
    has_answered = lazy("Whoever this fits has answered already.")
    not_asked = lazy("Whoever this fits is not asked here. Ask the facilitator.")

    def is_this_yours(self, name: str) -> str:
        """What stands over the answer before it is taken."""
        return _("Is this your answer, {name}?", name=name)

    def has_answered_named(self, name: str) -> str:
        """Of somebody whose member has answered."""
        return _("{name} has answered already.", name=name)

    def not_asked_named(self, name: str) -> str:
        """Of somebody who speaks for no member."""
        return _("{name} speaks for no member of this consortium.", name=name)


class WordsOfPositions(WordsOfAnswers):
    """Of where a member stands on a version of the vision."""

    casts = lazy("Type why. Enter goes on, then hands it in. Esc: back to the levels.")
    needs = lazy("Choose one of the levels first.")
    asks_why = True

    def headline(self, name: str, _ballot: Ballot, *, roomy: bool) -> str:
        """What stands over the levels."""
        if not roomy:
            return _("{name}: your level", name=name)
        return _("{name}, where do you stand?", name=name)


class WordsOfPulses(WordsOfAnswers):
    """Of the five short questions."""

    casts = lazy("Enter hands your answer in. Esc goes back to the questions.")
    is_in = lazy("Your answer is in. Only what all have answered together will be shown.")
    needs = lazy("Answer all five questions: 1 is not at all, 5 is fully.")

    def headline(self, name: str, _ballot: Ballot, *, roomy: bool) -> str:
        """What stands over the questions."""
        if not roomy:
            return _("{name}: from 1 to 5", name=name)
        return _("{name}, how does it go?", name=name)
