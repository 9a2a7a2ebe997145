"""What the kiosk knows and does about its poll: the blank paper, who is waiting, casting."""

from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.question import KioskWords, Said
from kdc_desktop.domain.attendance.codes import badge_key, badge_keys
from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.domain.people.greeting import greeting_name
from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.promises import not_promised
from kdc_desktop.domain.polls.secrecies import SECRECY_BY_KEY
from kdc_desktop.domain.polls.states import Channel, Secrecy
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.services.polls import electors as poll_electors
from kdc_desktop.services.polls import papers
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls.rows import VoterRow
from kdc_desktop.services.sessions import listing
from kdc_desktop.storage import Database
from kdc_desktop.storage.acting import acting


class Voting:
    """One poll as the kiosk asks it; everything but the blank paper is read anew each time."""

    words = KioskWords()
    tables = frozenset({"poll", "elector", "voter_roll", "attendance", "person", "organisation"})

    def __init__(self, database: Database, poll_id: int) -> None:
        self._database, self._poll_id = database, poll_id
        poll = poll_questions.poll(database, poll_id)
        self.title = poll.question
        self.secret = poll.secrecy != Secrecy.NAMED
        self.about: tuple[str, ...] = (
            poll.question,
            str(SECRECY_BY_KEY[poll.secrecy].sentence),
            *not_promised(poll.secrecy, poll.kind, poll.electorate, poll.smallest_group),
        )
        self.how = str(poll.kind.sentence)
        self.ballot = Ballot(poll.kind, poll_questions.terms(database, poll_id))

    @property
    def is_open(self) -> bool:
        """Whether papers can be cast here: the poll is there and open, and its session too."""
        try:
            poll = poll_questions.poll(self._database, self._poll_id)
            held_in = listing.session(self._database, poll.session_id)
        except (LookupError, UserError):
            return False
        return poll.is_held_here and held_in.status != SessionStatus.CLOSED

    @property
    def is_paused(self) -> bool:
        """Whether no paper is taken until it goes on."""
        try:
            poll = poll_questions.poll(self._database, self._poll_id)
        except (LookupError, UserError):
            return False
        return poll.paused_at is not None

    @property
    def waiting(self) -> list[VoterRow]:
        """Those who may vote and have not."""
        voters = poll_electors.electorate(self._database, self._poll_id)
        return [voter for voter in voters if voter.waits]

    @property
    def voted(self) -> list[VoterRow]:
        """Those who have voted."""
        voters = poll_electors.electorate(self._database, self._poll_id)
        return [voter for voter in voters if not voter.waits]

    @property
    def latecomers(self) -> list[VoterRow]:
        """Those who are here and have no vote in this poll."""
        return poll_electors.latecomers(self._database, self._poll_id)

    def is_badge(self, code: str, other_than: VoterRow) -> bool:
        """Whether this is the badge of somebody else who is here."""
        wanted = badge_keys(code)
        voters = poll_electors.electorate(self._database, self._poll_id) + self.latecomers
        return any(
            voter.person_id != other_than.person_id and badge_key(voter.badge) in wanted
            for voter in voters
        )

    def greeted(self, voter: VoterRow) -> str:
        """By the name that they are called."""
        return greeting_name(voter.name)

    @property
    def turnout_line(self) -> str:
        """“31 of 140 have voted”."""
        turnout = poll_questions.turnout(self._database, self._poll_id)
        return turnout.progress

    @acting(Actor(ActorKind.PARTICIPANT), Way.DESK)
    def cast(self, person_id: int, marks: Marks, _said: Said) -> None:
        """Cast a paper.

        Raises:
            UserError: the poll is closed, or the person has voted meanwhile.
        """
        papers.cast_paper(self._database, self._poll_id, person_id, marks, Channel.KIOSK)
