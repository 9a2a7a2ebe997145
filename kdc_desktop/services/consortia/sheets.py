"""Working groups: consortia, their members, delegates and open roles."""

from collections import Counter

from sqlalchemy import select

from kdc_desktop.domain.consortia.fitting import sectors_in
from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import COUNTED, LETTERS
from kdc_desktop.i18n import lazy, listed
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.consortia import Consortium, Delegate, OpenRole
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.consortia.book import ConsortiumBook, MemberNote
from kdc_desktop.services.kit.source import ID, Columns, Line, Source
from kdc_desktop.services.kit.who import sector_name
from kdc_desktop.services.winners.sheets import OF_WINNER

OF_CONSORTIUM = (Column(lazy("Consortium id"), Kind.ID), Column(lazy("Consortium")))
OF_MEMBER = (Column(lazy("Member id"), Kind.ID), Column(lazy("Member")))
_PERSON = (Column(lazy("Person id"), Kind.ID), Column(lazy("Person")))
_CONSORTIA = (
    ID,
    Column(lazy("Consortium")),
    *OF_WINNER,
    Column(lazy("Members"), Kind.NUMBER),
    Column(lazy("Delegates"), Kind.NUMBER),
    Column(lazy("Smallest"), Kind.NUMBER),
    Column(lazy("Largest"), Kind.NUMBER),
    Column(lazy("Sectors in")),
    Column(lazy("Sectors missing")),
    Column(lazy("Open roles"), Kind.NUMBER),
)
_TIMES = (
    Column(lazy("Formed"), Kind.DATETIME),
    Column(lazy("Confirmed"), Kind.DATETIME),
    Column(lazy("Let go"), Kind.DATETIME),
)
_MEMBERS = (
    ID,
    *OF_CONSORTIUM,
    Column(lazy("Organisation id"), Kind.ID),
    Column(lazy("Person id"), Kind.ID),
    Column(lazy("Member")),
    Column(lazy("Sector")),
    Column(lazy("Role")),
    Column(lazy("Delegates")),
    Column(lazy("Joined"), Kind.DATETIME),
)
_DELEGATES = (ID, *OF_CONSORTIUM, *OF_MEMBER, *_PERSON, Column(lazy("Pinned"), Kind.BOOL))
_OPEN_ROLES = (
    ID,
    *OF_CONSORTIUM,
    Column(lazy("Open role")),
    Column(lazy("Sector")),
    Column(lazy("Filled by id"), Kind.ID),
    Column(lazy("Filled by")),
)


def consortia(more: Columns, source: Source) -> Table:
    """Every consortium: its size and its gaps; `more` by the id of a consortium."""
    book, of_consortium = source.once(ConsortiumBook), more.read(source)
    winners = select(Winner.id, Winner.title).where(source.of(Winner.session_id))
    titles = dict(source.snapshot.execute(winners).all())
    delegates = Counter(note.consortium.id for _delegate, note in _delegates(source))
    lacking = Counter(
        role.consortium_id for role in _open_roles(source) if role.filled_by_id is None
    )
    rows: list[Line] = []
    for consortium in book.consortia.values():
        inside = sectors_in((note.sector, note.role) for note in book.members_of(consortium))
        missing = [s for s in LETTERS if s in consortium.needed_sectors and s not in inside]
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
                listed(sector_name(s) or "" for s in COUNTED if s in inside),
                listed(sector_name(s) or "" for s in missing),
                lacking[consortium.id],
                *of_consortium(consortium.id),
                consortium.created_at,
                consortium.confirmed_at,
                consortium.let_go_at,
            )
        )
    return source.table(
        name="Consortia",
        title=lazy("Consortia"),
        columns=(*_CONSORTIA, *more.columns, *_TIMES),
        rows=rows,
    )


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
            sector_name(note.sector),
            str(ROLE_WORDS[note.role]),
            "\n".join(sorted(names.get(note.id, ()), key=in_order)),
            note.joined_at,
        )
        for note in source.once(ConsortiumBook).members.values()
    ]
    return source.table(name="Members", title=lazy("Members"), columns=_MEMBERS, rows=rows)


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
    return source.table(name="Delegates", title=lazy("Delegates"), columns=_DELEGATES, rows=rows)


def _delegates(source: Source) -> list[tuple[Delegate, MemberNote]]:
    found = source.snapshot.scalars(
        select(Delegate).where(source.of(Delegate.session_id)).order_by(Delegate.id)
    )
    members = source.once(ConsortiumBook).members
    place = {key: number for number, key in enumerate(members)}
    pairs = [(delegate, members[delegate.member_id]) for delegate in found]
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
    return source.table(name="Open_roles", title=lazy("Open roles"), columns=_OPEN_ROLES, rows=rows)


def _open_roles(source: Source) -> list[OpenRole]:
    found = source.snapshot.scalars(
        select(OpenRole)
        .join(Consortium, Consortium.id == OpenRole.consortium_id)
        .where(source.of(Consortium.session_id))
        .order_by(Consortium.place_in_order, OpenRole.id)
    )
    return list(found)


OUTCOME = Columns(
    (Column(lazy("Consortia"), Kind.NUMBER),),
    lambda source: source.per_session(Consortium.session_id),
)
"""How many consortia a session had."""
