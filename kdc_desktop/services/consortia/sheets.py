"""Working groups: consortia, their members, delegates and open roles."""

from collections import Counter

from sqlalchemy import select

from kdc_desktop.domain.people.sectors import LETTERS, sectors_in
from kdc_desktop.domain.visions.readiness import OpenObjection, Readiness, readiness
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Table
from kdc_desktop.model import Consortium, Delegate, Member, OpenRole, Reservation, Winner
from kdc_desktop.services.kit.source import ID, Line, Source
from kdc_desktop.services.kit.who import sector_name
from kdc_desktop.services.sessions.sheets import SessionColumn
from kdc_desktop.services.visions.book import ConsortiumBook, MemberNote, scale_of

OF_CONSORTIUM = (Column("Consortium id", "id"), Column("Consortium"))
OF_MEMBER = (Column("Member id", "id"), Column("Member"))
_WINNER = (Column("Winner id", "id"), Column("Winner"))
_PERSON = (Column("Person id", "id"), Column("Person"))
_CONSORTIA = (
    ID,
    Column("Consortium"),
    *_WINNER,
    Column("Members", "number"),
    Column("Delegates", "number"),
    Column("Smallest", "number"),
    Column("Largest", "number"),
    Column("Sectors in"),
    Column("Sectors missing"),
    Column("Open roles", "number"),
    Column("Versions", "number"),
    Column("Scale"),
    Column("Agreed level", "number"),
    Column("Ready", "bool"),
    Column("What is missing"),
    Column("Formed", "datetime"),
    Column("Confirmed", "datetime"),
    Column("Let go", "datetime"),
)
_MEMBERS = (
    ID,
    *OF_CONSORTIUM,
    Column("Organisation id", "id"),
    Column("Person id", "id"),
    Column("Member"),
    Column("Sector"),
    Column("Role"),
    Column("Delegates"),
    Column("Joined", "datetime"),
)
_DELEGATES = (ID, *OF_CONSORTIUM, *OF_MEMBER, *_PERSON, Column("Pinned", "bool"))
_OPEN_ROLES = (
    ID,
    *OF_CONSORTIUM,
    Column("Open role"),
    Column("Sector"),
    Column("Filled by id", "id"),
    Column("Filled by"),
)


def consortia(source: Source) -> Table:
    """Every consortium: its size, its gaps, and whether it can go."""
    book = source.once(ConsortiumBook)
    titles = dict(
        source.snapshot.execute(
            select(Winner.id, Winner.title).where(source.of(Winner.session_id))
        ).all()
    )
    delegates = Counter(note.consortium.id for _, note in _delegates(source))
    lacking = Counter(
        role.consortium_id for role in _open_roles(source) if role.filled_by_id is None
    )
    objections = _open_objections(source)
    rows: list[Line] = []
    for consortium in book.consortia.values():
        inside = sectors_in(
            (note.stakeholder.sector, note.role) for note in book.members_of(consortium)
        )
        missing = [s for s in LETTERS if s in consortium.needed_sectors and s not in inside]
        ready = _readiness(source, consortium, objections.get(consortium.id, []))
        rows.append(
            (
                consortium.session_id,
                consortium.id,
                consortium.name,
                consortium.winner_id,
                titles.get(consortium.winner_id),
                len(book.members_of(consortium)),
                delegates[consortium.id],
                consortium.smallest,
                consortium.largest,
                ", ".join(sector_name(s) or "" for s in LETTERS if s in inside),
                ", ".join(sector_name(s) or "" for s in missing),
                lacking[consortium.id],
                len(book.versions_of(consortium)),
                str(scale_of(consortium).name),
                consortium.agreed_level,
                ready.ready,
                "\n".join(str(reason) for reason in ready.reasons),
                consortium.created_at,
                consortium.confirmed_at,
                consortium.let_go_at,
            )
        )
    return source.table("Consortia", "Consortia", _CONSORTIA, rows)


def _readiness(
    source: Source, consortium: Consortium, objections: list[OpenObjection]
) -> Readiness:
    book = source.once(ConsortiumBook)
    asked = [note for note in book.members_of(consortium) if note.asked]
    versions = book.versions_of(consortium)
    return readiness(
        scale_of(consortium),
        consortium.agreed_level,
        [note.stakeholder for note in asked],
        [stand for note in asked for stand in book.stands[note.id].values()],
        objections,
        consortium.needed_sectors,
        source.now.date(),
        version_number=versions[-1].number if versions else 0,
        observing={
            note.stakeholder.sector for note in book.members_of(consortium) if not note.asked
        },
    )


def _open_objections(source: Source) -> dict[int, list[OpenObjection]]:
    found: dict[int, list[OpenObjection]] = {}
    for member_id, opened_at in source.snapshot.execute(
        select(Reservation.member_id, Reservation.opened_at)
        .join(Member, Member.id == Reservation.member_id)
        .join(Consortium, Consortium.id == Member.consortium_id)
        .where(source.of(Consortium.session_id), Reservation.objection, Reservation.state == "open")
        .order_by(Reservation.opened_at)
    ):
        note = source.once(ConsortiumBook).members[member_id]
        objection = OpenObjection(note.name, opened_at)
        found.setdefault(note.consortium.id, []).append(objection)
    return found


def members(source: Source) -> Table:
    """Who is in which consortium, and as what."""
    names: dict[int, list[str]] = {}
    for delegate, note in _delegates(source):
        names.setdefault(note.id, []).append(source.people[delegate.person_id].name)
    rows = [
        (
            note.consortium.session_id,
            note.id,
            note.consortium.id,
            note.consortium.name,
            note.organisation_id,
            note.person_id,
            note.name,
            sector_name(note.stakeholder.sector),
            note.role,
            "\n".join(sorted(names.get(note.id, ()))),
            note.stakeholder.joined_at,
        )
        for note in source.once(ConsortiumBook).members.values()
    ]
    return source.table("Members", "Members", _MEMBERS, rows)


def delegates(source: Source) -> Table:
    """Who speaks for a member; one consortium a person and session."""
    rows = [
        (
            delegate.session_id,
            delegate.id,
            note.consortium.id,
            note.consortium.name,
            note.id,
            note.name,
            delegate.person_id,
            source.people[delegate.person_id].name,
            delegate.pinned,
        )
        for delegate, note in _delegates(source)
    ]
    return source.table("Delegates", "Delegates", _DELEGATES, rows)


def _delegates(source: Source) -> list[tuple[Delegate, MemberNote]]:
    found = source.snapshot.scalars(
        select(Delegate).where(source.of(Delegate.session_id)).order_by(Delegate.id)
    )
    place = {key: number for number, key in enumerate(source.once(ConsortiumBook).members)}
    pairs = [
        (delegate, source.once(ConsortiumBook).members[delegate.member_id]) for delegate in found
    ]
    return sorted(pairs, key=lambda pair: place[pair[1].id])


def open_roles(source: Source) -> Table:
    """What consortia look for, and who fills it now."""
    book = source.once(ConsortiumBook)
    rows = [
        (
            book.consortia[role.consortium_id].session_id,
            role.id,
            role.consortium_id,
            book.consortia[role.consortium_id].name,
            role.title,
            sector_name(role.sector),
            role.filled_by_id,
            book.members[role.filled_by_id].name if role.filled_by_id is not None else None,
        )
        for role in _open_roles(source)
    ]
    return source.table("Open_roles", "Open roles", _OPEN_ROLES, rows)


def _open_roles(source: Source) -> list[OpenRole]:
    found = source.snapshot.scalars(
        select(OpenRole)
        .join(Consortium, Consortium.id == OpenRole.consortium_id)
        .where(source.of(Consortium.session_id))
        .order_by(Consortium.place_in_order, OpenRole.id)
    )
    return list(found)


OUTCOME = (SessionColumn(lazy("Consortia"), lambda source: source.counts(Consortium.session_id)),)
"""How many consortia a session had."""
