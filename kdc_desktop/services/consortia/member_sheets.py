"""Who is in which consortium: since when, with whom, and who has left."""

from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.consortia import Leaving, RoleStep
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.sheets import (
    OF_CONSORTIUM,
    OF_MEMBER,
    OF_ROLE,
    OF_SECTOR,
    delegates_of,
)
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of

_HANDED_TO = (
    id_of("Member", "Handed over to"),
    Column(
        lazy("Handed over to"),
        means=lazy("The member of the same consortium that took over, if one did."),
    ),
)
_MEMBERS = (
    key_of("Member"),
    *OF_CONSORTIUM,
    id_of("Organisation"),
    id_of("Department"),
    replace(id_of("Person"), stays=True),
    OF_MEMBER[1],
    OF_SECTOR,
    OF_ROLE,
    Column(lazy("Delegates"), means=lazy("The names of who speaks for it, a line each.")),
    Column(lazy("Joined"), Kind.DATETIME, aside=True, filled=True, means=lazy("When it came in.")),
    Column(
        lazy("Left"), Kind.DATETIME, means=lazy("When it left; empty for whoever is in it by now.")
    ),
    *_HANDED_TO,
)
_LEAVINGS = (
    key_of("Leaving"),
    *OF_CONSORTIUM,
    *OF_MEMBER,
    Column(lazy("Left"), Kind.DATETIME, filled=True, means=lazy("When it left.")),
    Column(lazy("Came back"), Kind.DATETIME, means=lazy("When it came back, if it did.")),
    *_HANDED_TO,
    Column(lazy("Why"), stays=True, means=lazy("Why it left, as it was noted.")),
)
_ROLES = (
    key_of("Role step"),
    *OF_CONSORTIUM,
    *OF_MEMBER,
    Column(lazy("Since"), Kind.DATETIME, filled=True, means=lazy("From when on it was that.")),
    replace(OF_ROLE, means=lazy("As what it is in it from then on.")),
    Column(
        lazy("Role before"),
        words=tuple(ROLE_WORDS.items()),
        filled=True,
        means=lazy("As what it was in it until then."),
    ),
    Column(lazy("Who said so"), stays=True, means=lazy("The name of who said so.")),
)


def members(source: Source) -> Table:
    """Who is in which consortium, and as what; those who have left are said to have."""
    names = source.once(delegates_of)
    away = {one.member_id: one for one in source.once(leavings_in) if one.back_at is None}
    rows: list[Line] = []
    for note in source.once(ConsortiumBook).members.values():
        left = away.get(note.id)
        rows.append(
            (
                note.consortium.session_id,
                note.id,
                note.consortium.id,
                note.consortium.name,
                note.organisation_id,
                note.department_id,
                note.person_id,
                note.name,
                note.sector,
                note.role,
                "\n".join(sorted(names.get(note.id, ()), key=in_order)),
                note.joined_at,
                None if left is None else left.left_at,
                *_heir(source, left),
            )
        )
    purpose = lazy("Which organisation or person is in which consortium, and as what.")
    return source.table("Members", lazy("Members"), _MEMBERS, rows, purpose=purpose, born=True)


def leavings(source: Source) -> Table:
    """Every time that a member left, also of those who came back."""
    book = source.once(ConsortiumBook)
    rows: list[Line] = []
    for found in source.once(leavings_in):
        note = book.members[found.member_id]
        rows.append(
            (
                note.consortium.session_id,
                found.id,
                note.consortium.id,
                note.consortium.name,
                note.id,
                note.name,
                found.left_at,
                found.back_at,
                *_heir(source, found),
                found.why,
            )
        )
    purpose = lazy("Who has left a consortium, who took over, and who came back.")
    return source.table("Leavings", lazy("Left"), _LEAVINGS, rows, purpose=purpose, born=True)


def roles(source: Source) -> Table:
    """Every time that a member was given another role."""
    book = source.once(ConsortiumBook)
    rows: list[Line] = []
    for step in source.once(role_steps_in):
        note = book.members[step.member_id]
        rows.append(
            (
                note.consortium.session_id,
                step.id,
                note.consortium.id,
                note.consortium.name,
                note.id,
                note.name,
                step.at,
                step.role,
                step.was,
                step.said_by,
            )
        )
    purpose = lazy("Which member became what in its consortium, when, and who said so.")
    return source.table("Roles", lazy("Roles"), _ROLES, rows, purpose=purpose, born=True)


def role_steps_in(source: Source) -> list[RoleStep]:
    """When members of these consortia got other roles, in the order of the members and of time."""
    members = source.once(ConsortiumBook).members
    place = {key: number for number, key in enumerate(members)}
    found = source.snapshot.scalars(
        select(RoleStep)
        .where(RoleStep.member_id.in_(list(members)))
        .order_by(RoleStep.at, RoleStep.id)
    )
    return sorted(found, key=lambda one: place[one.member_id])


def leavings_in(source: Source) -> list[Leaving]:
    """When members of these consortia left, in the order of the members and of time."""
    members = source.once(ConsortiumBook).members
    place = {key: number for number, key in enumerate(members)}
    found = source.snapshot.scalars(
        select(Leaving)
        .where(Leaving.member_id.in_(list(members)))
        .order_by(Leaving.left_at, Leaving.id)
    )
    return sorted(found, key=lambda one: place[one.member_id])


def _heir(source: Source, left: Leaving | None) -> Line:
    if left is None or left.handed_to_id is None:
        return (None, None)
    return (left.handed_to_id, source.once(ConsortiumBook).members[left.handed_to_id].name)
