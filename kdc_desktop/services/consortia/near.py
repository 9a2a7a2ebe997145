"""Who joins a consortium in which somebody is from whom they are kept apart: for one's own eyes."""

from collections.abc import Collection

from sqlalchemy import or_, select

from kdc_desktop.domain.consortia.together import together
from kdc_desktop.i18n import sentences
from kdc_desktop.model.consortia import Consortium, Delegate, Member, OpenRole
from kdc_desktop.model.people import Person
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.people.apart import apart_pairs
from kdc_desktop.storage import Database


def told_of_joining(
    database: Database, consortium_id: int, person_ids: Collection[int], session_id: int | None
) -> str:
    """From whom of a consortium these people, who have come there, are kept apart; or nothing.

    Args:
        session_id: whose delegates count; residents who are members do in any case.
    """
    with database.read() as snapshot:
        pairs = [pair for pair in apart_pairs(snapshot) if not set(pair).isdisjoint(person_ids)]
        if not pairs:
            return ""
        delegates = (
            select(Delegate.person_id)
            .join(Member, Member.id == Delegate.member_id)
            .where(Delegate.session_id == session_id, Member.consortium_id == consortium_id)
        )
        residents = select(Member.person_id).where(
            Member.consortium_id == consortium_id, ~has_left(Member.id)
        )
        there = or_(
            Person.id.in_(delegates), Person.id.in_(residents), Person.id.in_(list(person_ids))
        )
        names = dict(snapshot.execute(select(Person.id, Person.name).where(there)).all())
        group = snapshot.get_one(Consortium, consortium_id).name
    return sentences(pair.told(group) for pair in together(pairs, names))


def told_of_filling(database: Database, session_id: int, role_id: int, person_id: int) -> str:
    """The same of who has filled an open role."""
    with database.read() as snapshot:
        consortium_id = snapshot.get_one(OpenRole, role_id).consortium_id
    return told_of_joining(database, consortium_id, [person_id], session_id)
