"""Which consortia are worked on in a session: those born in it, and those that it has taken up."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, exists, or_, select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.consortia import Consortium, ConsortiumStep, TakenUp
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.kit.source import Source
from kdc_desktop.storage import Database, Edit


def worked_on_in(session_id: int) -> ColumnElement[bool]:
    """Whether a consortium was born in a session, or has been taken up by it."""
    taken_up = select(TakenUp.consortium_id).where(TakenUp.session_id == session_id)
    return or_(Consortium.session_id == session_id, Consortium.id.in_(taken_up))


def of_source(source: Source) -> ColumnElement[bool]:
    """Whether a consortium is wanted: worked on in the session, or of the whole club."""
    taken_up = select(TakenUp.consortium_id).where(source.of(TakenUp.session_id))
    here = or_(source.of(Consortium.session_id), Consortium.id.in_(taken_up))
    return or_(here, Consortium.session_id.is_(None)) if source.every_session else here


def of_the_club() -> ColumnElement[bool]:
    """Whether the club still knows a consortium, in a query that is joined with its session.

    What was born in a session that lies in the trash lives on where it is confirmed, worked on
    elsewhere, or somebody has said how far it is.
    """
    elsewhere = exists(select(TakenUp.id).where(TakenUp.consortium_id == Consortium.id))
    said = exists(select(ConsortiumStep.id).where(ConsortiumStep.consortium_id == Consortium.id))
    lives_on = or_(Consortium.confirmed_at.is_not(None), elsewhere, said)
    return or_(Session.trashed_at.is_(None), lives_on)


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
        UserError: it is worked on there already.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Took up {consortium}", consortium=name)) as edit:
        edit.get_one(Session, session_id)
        there = select(Consortium.id).where(
            worked_on_in(session_id), Consortium.id == consortium_id
        )
        if edit.scalar(there) is not None:
            raise UserError(
                _("{consortium} is worked on in this session already.", consortium=name)
            )
        edit.add(TakenUp(session_id=session_id, consortium_id=consortium_id))


def take_up_all(edit: Edit, session_id: int, consortium_ids: Collection[int]) -> None:
    """Work on these in a session that is being planned, in an edit that does more than that."""
    edit.add_rows(
        TakenUp,
        [{"session_id": session_id, "consortium_id": key} for key in sorted({*consortium_ids})],
    )


def put_back(database: Database, session_id: int, consortium_id: int) -> None:
    """Do not work on it in this session after all; what it has said here stays."""
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Put {consortium} back", consortium=name)) as edit:
        found = edit.scalar(
            select(TakenUp).where(
                TakenUp.session_id == session_id, TakenUp.consortium_id == consortium_id
            )
        )
        if found is not None:
            edit.delete(found)
