"""What people would join, as the kiosk asks them: up to three winners, the first choice first."""

from kdc_desktop.audience.interests.kiosk.wording import WordsOfInterests
from kdc_desktop.audience.polls.kiosk.asked_in_turn import AskedInTurn
from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.question import Said
from kdc_desktop.domain.interests.choices import CHOICES
from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.domain.polls.terms import PollChoice, Terms
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.services.interests.questions import interest_counts, people_to_ask
from kdc_desktop.services.interests.rows import AskedRow
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.polls.rows import VoterRow
from kdc_desktop.services.sessions.listing import session
from kdc_desktop.storage import Database
from kdc_desktop.storage.acting import acting


class InterestsQuestion(AskedInTurn):
    """What those who are here would join; who has said it comes back to the facilitator."""

    words = WordsOfInterests()
    tables = frozenset({"winner", "interest", "attendance", "person", "organisation"})

    def __init__(self, database: Database, session_id: int) -> None:
        self._database, self._session_id = database, session_id
        self.title = _("What would you join?")
        told = _("The room sees how many would join what; the organisers see who.")
        self.about: tuple[str, ...] = (_("Your first choice first, up to three."), told)
        winners = tuple(
            PollChoice(row.winner_id, row.title) for row in interest_counts(database, session_id)
        )
        self.ballot = Ballot(
            method_of("approval"),
            Terms(winners, marks_each=CHOICES),
            needs=1,
            ordered=True,
        )

    @property
    def is_open(self) -> bool:
        """Whether there are winners to join, and the session goes on."""
        try:
            status = session(self._database, self._session_id).status
        except (LookupError, UserError):
            return False
        return status != SessionStatus.CLOSED and bool(self.ballot.options)

    def _here(self) -> list[AskedRow]:
        return [one for one in people_to_ask(self._database, self._session_id) if one.present]

    def _asked(self) -> list[VoterRow]:
        return [_row(one) for one in self._here()]

    @property
    def turnout_line(self) -> str:
        """“31 of 45 have said it”."""
        here = self._here()
        said = sum(one.given for one in here)
        return ngettext(
            "{said} of {count} has said it", "{said} of {count} have said it", len(here), said=said
        )

    @acting(Actor(ActorKind.PARTICIPANT), Way.DESK)
    def cast(self, person_id: int, marks: Marks, _said: Said) -> None:
        """Note what somebody would join, in the order in which they chose.

        Raises:
            UserError: a winner is not marked any more, or they have said it meanwhile.
        """
        known = {one.person_id: one for one in self._here()}
        if person_id not in known or known[person_id].given:
            raise UserError(_("You have said it already, or are not here by now."))
        chosen = [spot.option_id for spot in marks]
        set_interests(self._database, self._session_id, person_id, chosen)


def _row(asked: AskedRow) -> VoterRow:
    channel = Channel.KIOSK if asked.given else None
    key = asked.person_id
    return VoterRow(
        key, asked.name, asked.organisation, asked.sector, asked.badge, channel, asked.apart
    )
