"""Which consortia are worked on in a session: those born in it, and those that it has taken up."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, exists, or_, select

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, nfillable
from kdc_desktop.instants import Instant, zone_called
from kdc_desktop.model.consortia import Consortium, ConsortiumStep, TakenUp
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.club_rows import SessionNamed
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.sessions.upcoming import nearness
from kdc_desktop.storage import Database, Edit


def worked_on_in(session_id: int) -> ColumnElement[bool]:
    """Whether a consortium was born in a session, or has been taken up by it."""
    taken_up = select(TakenUp.consortium_id).where(TakenUp.session_id == session_id)
    return or_(Consortium.session_id == session_id, Consortium.id.in_(taken_up))


def of_source(source: Source) -> ColumnElement[bool]:
    """Whether a consortium is wanted: worked on in the session, or of the whole club."""
    taken_up = select(TakenUp.consortium_id).where(source.of(TakenUp.session_id))
    here = or_(source.of(Consortium.session_id), Consortium.id.in_(taken_up))
    of_no_session = or_(Consortium.session_id.is_(None), lives_on())
    return or_(here, of_no_session) if source.every_session else here


def of_the_club() -> ColumnElement[bool]:
    """Whether the club still knows a consortium, in a query that is joined with its session.

    What was born in a session that lies in the trash lives on where it is confirmed, worked on
    elsewhere, or somebody has said how far it is.
    """
    return or_(Session.trashed_at.is_(None), lives_on())


def lives_on() -> ColumnElement[bool]:
    """Whether a consortium stays known where its session lies in the trash."""
    elsewhere = exists(select(TakenUp.id).where(TakenUp.consortium_id == Consortium.id))
    said = exists(select(ConsortiumStep.id).where(ConsortiumStep.consortium_id == Consortium.id))
    return or_(Consortium.confirmed_at.is_not(None), elsewhere, said)


def taken_up_in(database: Database, session_id: int) -> list[str]:
    """The names of the consortia of before that a session has taken up, in their order."""
    with database.read() as snapshot:
        found = snapshot.scalars(
            select(Consortium.name)
            .join(TakenUp, TakenUp.consortium_id == Consortium.id)
            .where(TakenUp.session_id == session_id)
            .order_by(TakenUp.id)
        )
        return list(found)


def is_worked_on(database: Database, session_id: int, consortium_id: int) -> bool:
    """Whether a consortium was born in a session, or has been taken up by it."""
    with database.read() as snapshot:
        there = select(Consortium.id).where(
            worked_on_in(session_id), Consortium.id == consortium_id
        )
        return snapshot.scalar(there) is not None


def take_up(database: Database, session_id: int, consortium_id: int) -> None:
    """Work on a consortium of before in this session.

    Raises:
        UserError: it is worked on there already, or the session is closed.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Took up {consortium}", consortium=name)) as edit:
        _check_open(edit, session_id)
        there = select(Consortium.id).where(
            worked_on_in(session_id), Consortium.id == consortium_id
        )
        if edit.scalar(there) is not None:
            raise UserError(
                _("{consortium} is worked on in this session already.", consortium=name)
            )
        edit.add(TakenUp(session_id=session_id, consortium_id=consortium_id))


def sessions_to_come(database: Database) -> list[SessionNamed]:
    """The sessions in which a consortium can be taken up: none that is closed; the next first."""
    now = database.now()
    with database.read() as snapshot:
        left = select(Session).where(
            Session.trashed_at.is_(None), Session.status != SessionStatus.CLOSED
        )
        found = snapshot.scalars(left.order_by(Session.id)).all()
        near = sorted(found, key=lambda one: how_near(one, now))
        return [SessionNamed(one.id, one.title, one.starts_at.date()) for one in near]


def how_near(session: Session, now: Instant) -> tuple[int, float]:
    """By what sessions that are not closed are sorted, the next one first."""
    start = Instant.of(session.starts_at, zone_called(session.zone))
    return nearness(start, now, is_live=session.status is SessionStatus.LIVE)


def take_up_all(edit: Edit, session_id: int, consortium_ids: Collection[int]) -> None:
    """Work on these in a session that is being planned, in an edit that does more than that."""
    edit.add_rows(
        TakenUp,
        [{"session_id": session_id, "consortium_id": key} for key in sorted({*consortium_ids})],
    )


def take_up_several(database: Database, session_id: int, consortium_ids: Collection[int]) -> int:
    """Work on these consortia of before in this session; how many were not worked on there yet.

    Raises:
        UserError: all of them are worked on there already, or the session is closed.
    """
    label = nfillable("Took up {count} consortium", "Took up {count} consortia")
    with database.edit(label) as edit:
        _check_open(edit, session_id)
        there = set(edit.scalars(select(Consortium.id).where(worked_on_in(session_id))))
        new = [key for key in dict.fromkeys(consortium_ids) if key not in there]
        if not new:
            raise UserError(_("All of these are worked on in this session already."))
        take_up_all(edit, session_id, new)
        edit.count = len(new)
        return len(new)


def _check_open(edit: Edit, session_id: int) -> None:
    if edit.get_one(Session, session_id).status == SessionStatus.CLOSED:
        raise UserError(
            _("This session is closed. Reopen it, or take the consortium up in the next one.")
        )


def put_back(database: Database, session_id: int, consortium_id: int) -> None:
    """Do not work on it in this session after all; what it has said here stays.

    Raises:
        UserError: it was not taken up there, such as one that was born there.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Put {consortium} back", consortium=name)) as edit:
        found = edit.scalar(
            select(TakenUp).where(
                TakenUp.session_id == session_id, TakenUp.consortium_id == consortium_id
            )
        )
        if found is None:
            raise UserError(
                _("{consortium} was not taken up here, so it cannot be put back.", consortium=name)
            )
        edit.delete(found)
