"""What of the years of a consortium belongs to one of its evenings."""

from sqlalchemy import select

from kdc_desktop.domain.consortia.states import OVER
from kdc_desktop.i18n import _, date_text
from kdc_desktop.instants import Instant, day_of, zone_called
from kdc_desktop.model.consortia import Consortium, TakenUp
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.gone_on import by_itself_since_in
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.pages.record import Record
from kdc_desktop.services.visions.readiness_columns import state_in


def groups_of(record: Record) -> list[Consortium]:
    """The consortia that were worked on and did not come to an end; those let go among them."""
    source = record.source
    return [one for one in record.book.consortia.values() if state_in(source, one) not in OVER]


def at_the_tables(record: Record) -> list[Consortium]:
    """Those that sit down in it: all but those that go on by themselves and were not taken up."""
    alone = record.source.once(by_itself_since_in)
    return [one for one in groups_of(record) if not alone[one.id] or is_taken_up(record, one)]


def is_taken_up(record: Record, group: Consortium) -> bool:
    """Whether it was formed before, or outside any session."""
    return group.session_id != record.session.id


def of_the_evening(record: Record, group: Consortium, at: Instant) -> bool:
    """Whether what happened to a consortium then belongs to this evening and what follows it.

    What it was born in has all that came before, the last that took it up all that came after.
    """
    begin = _begin(record.session)
    if is_taken_up(record, group) and at < begin:
        return False
    later = [start for start in record.source.once(_starts).get(group.id, ()) if start > begin]
    return not later or at < min(later)


def goes_on(record: Record) -> bool:
    """Whether it works on consortia of before, and need not have had ideas and votes of its own."""
    return any(is_taken_up(record, one) for one in record.book.consortia.values())


def before_it(record: Record, group: Consortium) -> str:
    """Where a consortium comes from that was taken up, in a sentence; empty for others."""
    if not is_taken_up(record, group):
        return ""
    if group.session_id is None:
        day = date_text(record.source.day(group.created_at))
        return _("It was not formed in a session; the club knows it since {day}.", day=day)
    born = record.snapshot.get_one(Session, group.session_id)
    day = date_text(day_of(group.created_at, zone_called(born.zone)))
    return _("It was formed on {day}, in “{session}”.", day=day, session=born.title)


def gone_on(record: Record, group: Consortium) -> str:
    """That it goes on by itself, since when, in a sentence; empty where it does not."""
    since = record.source.once(by_itself_since_in)[group.id]
    if since is None:
        return ""
    day = date_text(day_of(since, record.source.zone_of(record.session.id)))
    return _("It was let go on {day}, and goes on by itself.", day=day)


def _starts(source: Source) -> dict[int, list[Instant]]:
    """By consortium: when the sessions begin that have taken it up."""
    found: dict[int, list[Instant]] = {}
    for consortium_id, session in source.snapshot.execute(
        select(TakenUp.consortium_id, Session)
        .join(Session, Session.id == TakenUp.session_id)
        .where(
            TakenUp.consortium_id.in_(list(source.once(ConsortiumBook).consortia)),
            Session.trashed_at.is_(None),
        )
    ):
        found.setdefault(consortium_id, []).append(_begin(session))
    return found


def _begin(session: Session) -> Instant:
    return session.went_live_at or Instant.of(session.starts_at, zone_called(session.zone))
