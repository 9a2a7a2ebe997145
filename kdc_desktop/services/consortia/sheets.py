"""Working groups: consortia, their delegates and open roles."""

from collections import Counter
from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.domain.consortia.fitting import sectors_in
from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.people.sectors import COUNTED, LETTERS
from kdc_desktop.i18n import lazy, listed
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.consortia import Consortium, OpenRole
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.gone_on import by_itself_since_in
from kdc_desktop.services.consortia.speaking import speaking, spoke
from kdc_desktop.services.consortia.worked_on import of_source
from kdc_desktop.services.kit.residents import named
from kdc_desktop.services.kit.source import Columns, Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import SECTOR_WORDS, sector_name
from kdc_desktop.services.winners.sheets import OF_WINNER

OF_CONSORTIUM = (
    id_of("Consortium"),
    Column(lazy("Consortium"), filled=True, means=lazy("The name of the consortium.")),
)
OF_MEMBER = (
    id_of("Member"),
    Column(
        lazy("Member"),
        head=True,
        filled=True,
        means=lazy("The organisation that is in it, or the person who is in it for themselves."),
    ),
)
OF_SECTOR = Column(
    lazy("Sector"), words=SECTOR_WORDS, filled=True, means=lazy("The sector of the member.")
)
OF_ROLE = Column(
    lazy("Role"), words=tuple(ROLE_WORDS.items()), filled=True, means=lazy("As what it is in it.")
)
_CONSORTIA = (
    key_of("Consortium"),
    Column(lazy("Consortium"), filled=True, means=lazy("Its name.")),
    *(replace(column, aside=True) for column in OF_WINNER),
    Column(lazy("Members"), Kind.NUMBER, filled=True, means=lazy("How many are in it.")),
    Column(
        lazy("Delegates"), Kind.NUMBER, filled=True, means=lazy("How many people speak for them.")
    ),
    Column(lazy("Smallest"), Kind.NUMBER, aside=True, means=lazy("How many members it needs.")),
    Column(
        lazy("Largest"), Kind.NUMBER, aside=True, means=lazy("How many members it has room for.")
    ),
    Column(lazy("Sectors in"), aside=True, means=lazy("The sectors of its members, in words.")),
    Column(
        lazy("Sectors missing"), means=lazy("Sectors that it needs and does not have, in words.")
    ),
    Column(
        lazy("Open roles"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many roles nobody fills yet."),
    ),
    id_of("Person", "Owner"),
    Column(lazy("Owner"), means=lazy("Who of the club takes care of it.")),
    Column(lazy("About"), aside=True, means=lazy("What it is about, in a few words.")),
)
_TIMES = (
    Column(
        lazy("Formed"), Kind.DATETIME, aside=True, filled=True, means=lazy("When it was formed.")
    ),
    Column(
        lazy("Confirmed"),
        Kind.DATETIME,
        aside=True,
        means=lazy("When it was said that all agree to its members."),
    ),
    Column(
        lazy("Let go"),
        Kind.DATETIME,
        aside=True,
        means=lazy("From when it goes on by itself, if it does."),
    ),
    Column(
        lazy("Look again on"),
        Kind.DATE,
        aside=True,
        means=lazy("The day on which somebody wants to look how it does."),
    ),
    Column(
        lazy("Contacts shared"),
        Kind.DATETIME,
        aside=True,
        means=lazy("Since when its members have each other's contacts, if they have."),
    ),
    Column(
        lazy("Who said that contacts are shared"),
        stays=True,
        aside=True,
        means=lazy("The name of who said that its members have each other's contacts."),
    ),
)
_DELEGATES = (
    key_of("Delegate"),
    *OF_CONSORTIUM,
    id_of("Member"),
    replace(OF_MEMBER[1], head=False),
    id_of("Person"),
    Column(lazy("Person"), head=True, filled=True, means=lazy("Who speaks for the member.")),
    Column(
        lazy("Stays there"),
        Kind.BOOL,
        aside=True,
        filled=True,
        key="pinned",
        means=lazy("Whether they were pinned there, so that no proposal moves them."),
    ),
)
_OPEN_ROLES = (
    key_of("Open role"),
    *OF_CONSORTIUM,
    Column(lazy("Open role"), head=True, filled=True, means=lazy("What is looked for.")),
    Column(
        lazy("Sector"), words=SECTOR_WORDS, means=lazy("The sector that it should be filled from.")
    ),
    Column(
        lazy("Role"),
        words=tuple(ROLE_WORDS.items()),
        means=lazy("As what somebody is looked for, where that is said."),
    ),
    id_of("Member", "Filled by"),
    Column(lazy("Filled by"), means=lazy("The member who fills it; empty while nobody does.")),
)
_PINNED = lazy("Stays there: a suggestion moves nobody who was pinned to a consortium.")


def consortia(more: Columns, source: Source) -> Table:
    """Every consortium: its size and its gaps; `more` by the id of a consortium."""
    book, of_consortium = source.once(ConsortiumBook), more.read(source)
    winners = source.once(_winners)
    delegates = Counter(note.consortium.id for _delegate, note in source.once(speaking))
    lacking = Counter(
        role.consortium_id for role in source.once(open_roles_in) if role.filled_by_id is None
    )
    rows: list[Line] = []
    for consortium in book.consortia.values():
        there = [note for note in book.members_of(consortium) if not note.has_left]
        inside = sectors_in((note.sector, note.role) for note in there)
        missing = [s for s in LETTERS if s in consortium.needed_sectors and s not in inside]
        rows.append(
            (
                consortium.session_id,
                consortium.id,
                consortium.name,
                *winners.get(consortium.winner_id, (None, None)),
                len(there),
                delegates[consortium.id],
                consortium.smallest,
                consortium.largest,
                listed(sector_name(s) or "" for s in COUNTED if s in inside),
                listed(sector_name(s) or "" for s in missing),
                lacking[consortium.id],
                *named(source, consortium.owner_id),
                consortium.about,
                *of_consortium(consortium.id),
                *_times(source, consortium),
            )
        )
    purpose = lazy("The groups that go on with a winner: how large they are, and what they lack.")
    columns = (*_CONSORTIA, *more.columns, *_TIMES)
    return source.table("Consortia", lazy("Consortia"), columns, rows, purpose=purpose, born=True)


def _times(source: Source, consortium: Consortium) -> Line:
    return (
        consortium.created_at,
        consortium.confirmed_at,
        source.once(by_itself_since_in)[consortium.id],
        consortium.look_again_on,
        consortium.contacts_shared_at,
        consortium.contacts_said_by,
    )


def _winners(source: Source) -> dict[int | None, Line]:
    """By id: the id where its session is in the workbook, and the title, of their winners."""
    found = source.snapshot.execute(
        select(Winner.id, Winner.title, Winner.session_id)
        .join(Consortium, Consortium.winner_id == Winner.id)
        .where(of_source(source))
    )
    return {
        key: (key if session_id in source.sessions else None, title)
        for key, title, session_id in found
    }


def delegates(source: Source) -> Table:
    """Who speaks for a member: in every session, or up to the one that is told of."""
    members = source.once(ConsortiumBook).members
    place = {key: number for number, key in enumerate(members)}
    found = source.once(speaking)
    if source.every_session:
        found = sorted(source.once(spoke), key=lambda pair: (place[pair[1].id], pair[0].id))
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
        for delegate, note in found
    ]
    purpose = lazy("Who speaks for a member in its consortium.")
    title, notes = lazy("Delegates"), (str(_PINNED),)
    return source.table("Delegates", title, _DELEGATES, rows, notes, purpose=purpose)


def delegates_of(source: Source) -> dict[int, list[str]]:
    """By member: the names of those who speak for it by now."""
    names: dict[int, list[str]] = {}
    for delegate, note in source.once(speaking):
        names.setdefault(note.id, []).append(source.people[delegate.person_id].name)
    return names


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
            role.sector or None,
            role.role,
            role.filled_by_id,
            book.members[role.filled_by_id].name if role.filled_by_id is not None else None,
        )
        for role in source.once(open_roles_in)
    ]
    purpose = lazy("What each consortium still looks for, and who has been found.")
    return source.table(
        "Open_roles", lazy("Open roles"), _OPEN_ROLES, rows, purpose=purpose, born=True
    )


def open_roles_in(source: Source) -> list[OpenRole]:
    """What the consortia look for or have found, in their order."""
    found = source.snapshot.scalars(
        select(OpenRole)
        .join(Consortium, Consortium.id == OpenRole.consortium_id)
        .where(of_source(source))
        .order_by(Consortium.place_in_order, OpenRole.id)
    )
    return list(found)
