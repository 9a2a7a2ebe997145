"""What Home shows of the whole club beside its sessions, read at once."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import select

from kdc_desktop.domain.consortia.rings import STATE_RINGS
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.i18n import Text, day_text, lazy
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.consortia import Consortium, TakenUp
from kdc_desktop.model.sessions import Session, Stage
from kdc_desktop.services.attendance.expected import expected
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.polls.unprepared import unprepared_polls
from kdc_desktop.services.sessions.home import Became, Expected, HomeTold
from kdc_desktop.services.visions.club import ConsortiumNow, consortia_now
from kdc_desktop.services.visions.due import due_of
from kdc_desktop.services.visions.due_told import due_groups
from kdc_desktop.services.visions.reached import goal_reached
from kdc_desktop.services.visions.year import FirstMeetings, year_numbers
from kdc_desktop.storage import Database, Snapshot

TABLES = frozenset(
    {
        *("session", "stage", "poll", "person", "organisation", "department", "attendance"),
        *("consortium", "consortium_step", "taken_up", "sign_of_life", "member", "leaving"),
        *("vision", "asking", "position", "commitment", "setting"),
        *("obstacle", "obstacle_step", "gain", "programme"),
        *("delegate", "person_merge"),
    }
)


def home_told(
    first_meetings: FirstMeetings,
    database: Database,
    past_ids: Sequence[int],
    next_id: int | None = None,
) -> HomeTold:
    """What is due, what became of these past sessions, the year, and what the next one needs."""
    now = database.now()
    with database.read() as snapshot:
        zone = club_zone(snapshot)
        known = consortia_now(snapshot)
        coming = None if next_id is None else expected(snapshot, next_id)
        return HomeTold(
            due_groups(due_of(snapshot, known, now)),
            _became(snapshot, past_ids, known, zone),
            year_numbers(snapshot, known, now, zone, first_meetings),
            coming,
            () if next_id is None else tuple(_needs(snapshot, next_id, coming)),
            goal_reached(snapshot, known, _last_evening(snapshot)),
        )


def _last_evening(snapshot: Snapshot) -> Instant | None:
    """When the last one was over."""
    closed = select(Session.closed_at).where(
        Session.trashed_at.is_(None), Session.closed_at.is_not(None)
    )
    return snapshot.scalar(closed.order_by(Session.closed_at.desc()).limit(1))


def _became(
    snapshot: Snapshot,
    session_ids: Sequence[int],
    known: Mapping[int, ConsortiumNow],
    zone: Zone,
) -> dict[int, tuple[Became, ...]]:
    """The consortia that were born in these sessions or taken up by them."""
    born = select(Consortium.session_id, Consortium.id).where(
        Consortium.session_id.in_(session_ids)
    )
    taken_up = select(TakenUp.session_id, TakenUp.consortium_id).where(
        TakenUp.session_id.in_(session_ids)
    )
    over = select(Session.id, Session.closed_at).where(Session.id.in_(session_ids))
    over_at = {row.id: row.closed_at for row in snapshot.execute(over)}
    became: dict[int, tuple[Became, ...]] = {}
    for session_id, key in (*snapshot.execute(born), *snapshot.execute(taken_up)):
        one = known.get(key)
        if one is not None:
            state = _state(one, over_at.get(session_id), zone)
            told = Became(one.id, one.name, state, STATE_RINGS[one.state])
            became[session_id] = (*became.get(session_id, ()), told)
    return became


def _state(one: ConsortiumNow, over_at: Instant | None, zone: Zone) -> Text:
    """How it stands; with the day where it came to that after the evening was over."""
    word = STATE_WORDS[one.state]
    if over_at is None or one.since <= over_at:
        return word
    return lazy("{state} since {day}", state=word, day=day_text(day_of(one.since, zone)))


def _needs(snapshot: Snapshot, session_id: int, coming: Expected | None) -> Iterator[Text]:
    """What a session that is planned still needs, in sentences."""
    own = snapshot.get_one(Session, session_id)
    if snapshot.scalar(select(Stage.id).where(Stage.session_id == session_id).limit(1)) is None:
        yield lazy("The agenda is empty.")
    if not own.place:
        yield lazy("Nobody knows the place yet.")
    if coming is None or not coming.count:
        yield lazy("Nobody is invited yet.")
    for title in unprepared_polls(snapshot, session_id):
        yield lazy("Nothing is prepared to vote on in “{stage}”.", stage=title)
