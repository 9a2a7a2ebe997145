"""The charter of a consortium: its vision, its members, where they stand, what they promised.

It is also what is handed over when a consortium is let go.
"""

from collections.abc import Iterator

from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.pages.kinds import CHARTER
from kdc_desktop.domain.pages.values import (
    Block,
    Bullets,
    Document,
    Heading,
    Manner,
    PageBreak,
    PageTable,
    Paragraph,
)
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.i18n import _, listed, sentences, titled
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Reading
from kdc_desktop.services.consortia.book import ConsortiumBook, MemberNote
from kdc_desktop.services.consortia.life_sheets import signs_in
from kdc_desktop.services.consortia.member_sheets import leavings_in
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.pages.charter_points import day, open_points, promises, served
from kdc_desktop.services.pages.charter_stands import stands, state_told
from kdc_desktop.services.pages.record import Record
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.sheets import of_members
from kdc_desktop.storage import Database
from kdc_desktop.storage.gone import GoneError

_SIGNS = 4


def charters(record: Record) -> Document:
    """A charter for each consortium that the session worked on, each on a page of its own."""
    title = titled(str(CHARTER.title), record.session.title)
    blocks: list[Block] = []
    for group in record.book.consortia.values():
        if blocks:
            blocks.append(PageBreak())
        blocks += _blocks(record.source, group)
    if not blocks:
        blocks = [Heading(title, 1), Paragraph(_("No consortium was worked on."))]
    return Document(title, record.foot, tuple(blocks))


def charter_of(database: Database, consortium_id: int) -> Document:
    """The charter of one consortium, whichever session it was born in, or none.

    Raises:
        UserError: there is no such consortium any more.
    """
    with database.read() as snapshot:
        source = Source(snapshot, None, database.now())
        group = source.once(ConsortiumBook).consortia.get(consortium_id)
        if group is None:
            raise GoneError(Consortium)
        title = _("Charter of {name}", name=group.name)
        return Document(title, group.name, tuple(_blocks(source, group)))


def _blocks(source: Source, group: Consortium) -> Iterator[Block]:
    yield Heading(group.name, 1)
    yield Paragraph(state_told(source, group), Manner.QUIET)
    if group.about:
        yield Paragraph(group.about, Manner.LEAD)
    yield from _vision(source, group)
    yield from _members(source, group)
    yield from stands(source, group)
    yield from served(source, group)
    yield from promises(source, group)
    yield from open_points(source, group)
    yield from _signs(source, group)


def _vision(source: Source, group: Consortium) -> Iterator[Block]:
    yield Heading(_("The vision"))
    versions = source.once(VisionBook).versions_of(group)
    if not versions:
        yield Paragraph(_("It has written no vision yet."), Manner.QUIET)
        return
    last = versions[-1]
    yield Paragraph(last.text, Manner.QUOTED)
    parts = (
        (_("Who"), last.who),
        (_("What changes"), last.change),
        (_("So that"), last.so_that),
        (_("By when"), last.by_when),
        (_("How we will know"), last.how_known),
    )
    if any(words for _part, words in parts):
        yield Bullets(tuple(titled(part, words) for part, words in parts if words))
    written = day(source, last.created_at)
    told = _("Version {number}, written on {day}.", number=last.number, day=written)
    yield Paragraph(told, Manner.QUIET)


def _members(source: Source, group: Consortium) -> Iterator[Block]:
    yield Heading(_("Who is in it, and what it means for them"))
    notes = source.once(ConsortiumBook).members_of(group)
    inside = [note for note in notes if not note.has_left]
    if inside:
        heads = (_("Member"), _("Role"), _("Since"), _("What it means for us"))
        rows = [_member(source, note) for note in inside]
        columns = len(heads) if any(row[-1] for row in rows) else len(heads) - 1
        shares = (2.8, 1.3, 1.4, 4.5)[:columns]
        yield PageTable(heads[:columns], tuple(row[:columns] for row in rows), shares)
    else:
        yield Paragraph(_("Nobody is in it."))
    if left := [_left(source, note) for note in notes if note.has_left]:
        yield Paragraph(sentences(left), Manner.QUIET)


def _member(source: Source, note: MemberNote) -> tuple[str, ...]:
    name = note.name if note.organisation_id is None else listed((note.name, name_of(note.sector)))
    return (name, str(ROLE_WORDS[note.role]), day(source, note.joined_at), _meaning(source, note))


def _meaning(source: Source, note: MemberNote) -> str:
    """What the vision means for a member; of an older version it is said of which."""
    said = source.once(_last_readings).get(note.id)
    if said is None:
        return ""
    number, words = said
    if number == source.once(VisionBook).versions_of(note.consortium)[-1].number:
        return words
    return _("{words} (said of version {number})", words=words, number=number)


def _last_readings(source: Source) -> dict[int, tuple[int, str]]:
    """By member: the number of the version, and the words."""
    visions = source.once(VisionBook).visions
    found = [
        (visions[one.vision_id].number, one.member_id, one.text)
        for one in of_members(source, Reading, Reading.member_id)
    ]
    return {member_id: (number, words) for number, member_id, words in sorted(found)}


def _left(source: Source, note: MemberNote) -> str:
    away = [one for one in source.once(leavings_in) if one.member_id == note.id][-1]
    when = day(source, away.left_at)
    if away.handed_to_id is None:
        return _("{name} left on {day}.", name=note.name, day=when)
    return _(
        "{name} left on {day}, and handed over to {heir}.",
        name=note.name,
        day=when,
        heir=source.once(ConsortiumBook).members[away.handed_to_id].name,
    )


def _signs(source: Source, group: Consortium) -> Iterator[Block]:
    found = [sign for sign in source.once(signs_in) if sign.consortium_id == group.id]
    if found:
        yield Heading(_("What was heard of it"))
        yield Bullets(tuple(titled(day(source, one.at), one.text) for one in found[-_SIGNS:]))
