"""What pages read of one session: its people, votes, consortia and promises, each read once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from sqlalchemy import func, select

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.kit.text import in_order, shortened
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import _, date_text, listed, time_text
from kdc_desktop.instants import Instant
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Delegate
from kdc_desktop.model.polls import Option, Poll
from kdc_desktop.model.sessions import Programme, Session, Stage
from kdc_desktop.model.visions import Commitment
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.kit.who import Who
from kdc_desktop.services.pages.happening import Happening
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.poll_names import PollNames
from kdc_desktop.services.polls.rows import PollResult
from kdc_desktop.services.visions.ledgers import Ledger, read_ledgers
from kdc_desktop.services.winners.poll_badge import won
from kdc_desktop.storage import Snapshot


@dataclass(frozen=True)
class Guest:
    """Somebody on the list of the session; `returning`: was there at an earlier one."""

    person_id: int
    who: Who
    badge: str
    role: AttendanceRole
    came: bool
    returning: bool


@dataclass(frozen=True)
class Promise:
    """Who gives what by when; `group` is the consortium for which."""

    id: int
    member_id: int
    member: str
    group: str
    what: str
    due_on: date | None
    made_at: Instant
    done_at: Instant | None

    @property
    def done(self) -> bool:
        """Whether it has been kept."""
        return self.done_at is not None


class Record:
    """One session as its pages tell it, now or when it was closed, and what came `since`."""

    def __init__(self, source: Source, since: Sequence[Happening] = ()) -> None:
        self.source, self.since = source, since
        (self.session,) = source.sessions.values()
        self.snapshot: Snapshot = source.snapshot

    @property
    def foot(self) -> str:
        """What stands at the foot of every page: a file's name says nothing to who was sent it."""
        return shortened(self.session.title)

    @property
    def starts_at(self) -> datetime:
        """When it began by the clock of its room, or is to begin."""
        began = self.source.by_clock(self.session.went_live_at, self.session.id)
        return began or self.session.starts_at

    @property
    def ended_at(self) -> datetime | None:
        """When it was closed by the clock of its room."""
        return self.source.by_clock(self.session.closed_at, self.session.id)

    @cached_property
    def planned_stages(self) -> list[Stage]:
        """Its agenda, in order."""
        found = (
            select(Stage)
            .where(Stage.session_id == self.session.id)
            .order_by(Stage.place_in_order, Stage.id)
        )
        return list(self.snapshot.scalars(found))

    @property
    def planned_end(self) -> datetime | None:
        """When it was to end by the clock of its room; None without an agenda."""
        minutes = sum(stage.planned_minutes for stage in self.planned_stages)
        return self.session.starts_at + timedelta(minutes=minutes) if minutes else None

    @property
    def when_and_where(self) -> str:
        """Day, times and place in one line."""
        begins, ended = self.starts_at, self.ended_at
        times = time_text(begins)
        if ended is not None and ended.date() == begins.date():
            times = _("{begin} to {end}", begin=times, end=time_text(ended))
        return listed(filter(None, (date_text(begins), times, self.session.place)))

    @property
    def so_far(self) -> str:
        """That more may come, in a sentence; empty of a session that is over."""
        if self.session.status is SessionStatus.PLANNED:
            return _("The session has not begun.")
        if self.session.status is SessionStatus.CLOSED:
            return ""
        at = self.source.by_clock(self.source.now, self.session.id)
        return _(
            "The session is still going on: this is how it stood on {day} at {time}.",
            day=date_text(at),
            time=time_text(at),
        )

    @cached_property
    def next_session(self) -> Session | None:
        """The one that comes after it, whether it was held by now or not."""
        return self.snapshot.scalar(
            select(Session)
            .where(
                Session.trashed_at.is_(None),
                Session.starts_at > self.session.starts_at,
                Session.id != self.session.id,
            )
            .order_by(Session.starts_at, Session.id)
            .limit(1)
        )

    @cached_property
    def planned_after(self) -> list[Session]:
        """The sessions that are planned after it, the next one first."""
        found = self.snapshot.scalars(
            select(Session)
            .where(
                Session.trashed_at.is_(None),
                Session.status == SessionStatus.PLANNED,
                Session.starts_at > self.session.starts_at,
                Session.id != self.session.id,
            )
            .order_by(Session.starts_at, Session.id)
        )
        return list(found)

    @cached_property
    def programme(self) -> str:
        """What the programme is called that it belongs to."""
        found = self.snapshot.get(Programme, self.session.programme_id or 0)
        return found.name if found else ""

    @cached_property
    def guests(self) -> list[Guest]:
        """Everybody on the list, by name."""
        entries = self.snapshot.scalars(
            select(Attendance).where(Attendance.session_id == self.session.id)
        )
        before = self._there_before
        found = [
            Guest(
                entry.person_id,
                self.source.people[entry.person_id],
                entry.badge,
                entry.role,
                entry.arrived_at is not None,
                entry.person_id in before,
            )
            for entry in entries
        ]
        return sorted(found, key=lambda guest: (in_order(guest.who.name), guest.person_id))

    @cached_property
    def _there_before(self) -> set[int]:
        first = (
            select(Attendance.person_id)
            .join(Session, Session.id == Attendance.session_id)
            .where(Attendance.arrived_at.is_not(None), Session.trashed_at.is_(None))
            .group_by(Attendance.person_id)
            .having(func.min(Session.starts_at) < self.session.starts_at)
        )
        return set(self.snapshot.scalars(first))

    @cached_property
    def came(self) -> list[Guest]:
        """Those who were there."""
        return [guest for guest in self.guests if guest.came]

    @cached_property
    def asked(self) -> list[Poll]:
        """The votes that were opened, whether they are over or not, in their order."""
        polls = self.source.once(PollBook).polls.values()
        return [poll for poll in polls if poll.state is not PollState.DRAFT]

    @cached_property
    def results(self) -> list[PollResult]:
        """What the room has seen of its votes, the one that was shown first first."""
        book = self.source.once(PollBook)
        return [book.result(won, poll) for poll in book.revealed[::-1]]

    @cached_property
    def winners(self) -> list[str]:
        """What is taken further, in its order; of what a void result chose, that is said."""
        found = self.snapshot.execute(
            select(Winner.title, Poll.voided_at)
            .outerjoin(Option, Option.id == Winner.option_id)
            .outerjoin(Poll, Poll.id == Option.poll_id)
            .where(Winner.session_id == self.session.id)
            .order_by(Winner.place_in_order, Winner.id)
        )
        return [
            title if void is None else _("{title} (chosen by a void result)", title=title)
            for title, void in found
        ]

    @cached_property
    def book(self) -> ConsortiumBook:
        """The consortia; those that were let go are among them."""
        return self.source.once(ConsortiumBook)

    @cached_property
    def ledgers(self) -> dict[int, Ledger]:
        """Where each consortium stands with its vision, by its id."""
        return read_ledgers(self.snapshot, list(self.book.consortia), latest=True, told=True)

    @cached_property
    def delegates(self) -> dict[int, list[str]]:
        """Who speaks for a member, by its id; names in their order."""
        found: dict[int, list[str]] = {}
        speaks = select(Delegate.member_id, Delegate.person_id)
        here = Delegate.session_id == self.session.id
        for member_id, person_id in self.snapshot.execute(speaks.where(here)):
            found.setdefault(member_id, []).append(self.source.people[person_id].name)
        return {key: sorted(names, key=in_order) for key, names in found.items()}

    @cached_property
    def promises(self) -> list[Promise]:
        """Who gives what by when; what is due first comes first, what has no day last."""
        members = self.book.members
        promised = select(Commitment).where(Commitment.member_id.in_(list(members)))
        found = [
            Promise(
                one.id,
                one.member_id,
                members[one.member_id].name,
                members[one.member_id].consortium.name,
                one.what,
                one.due_on,
                one.created_at,
                one.done_at,
            )
            for one in self.snapshot.scalars(promised)
        ]
        return sorted(found, key=lambda one: (one.due_on or date.max, one.id))


def poll_names(record: Record) -> PollNames:
    """How its votes are told apart."""
    return record.source.once(PollBook).names
