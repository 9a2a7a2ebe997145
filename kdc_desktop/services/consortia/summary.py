"""What the summary tells of consortia: who is in them, and what is said of each."""

from collections.abc import Callable

from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _, lazy, listed, listed_apart, titled
from kdc_desktop.interchange.workbook import Column, SheetBlock
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.sheets import delegates_of
from kdc_desktop.services.kit.source import Columns, Line, Source
from kdc_desktop.services.kit.who import sector_name

MoreSaid = Callable[[Source], Callable[[int], tuple[str, ...]]]
"""Sentences that a noun above says of a consortium, by its id: its vision and its gaps."""

_SPANS = (1, 2, 2, 4)


def consortia_told(more: MoreSaid, source: Source) -> list[SheetBlock]:
    """Each consortium that goes on, with its members."""
    going = _going(source)
    if not going:
        return [SheetBlock(_("Consortia"), (_("No consortium was formed."),))]
    said = more(source)
    meant = _(
        "A consortium is a group that goes on with what won. Its members say on a scale how far "
        "they support its vision; the agreed level is what it aims at for all of them. What is "
        "still missing stands below “Not yet”."
    )
    return [
        SheetBlock(_("Consortia"), (meant,)),
        *(_told(source, one, said(one.id)) for one in going),
    ]


def _going(source: Source) -> list[Consortium]:
    return [c for c in source.once(ConsortiumBook).consortia.values() if c.let_go_at is None]


def _told(source: Source, consortium: Consortium, said: tuple[str, ...]) -> SheetBlock:
    members = source.once(ConsortiumBook).members_of(consortium)
    names = source.once(delegates_of)
    rows = tuple(
        (
            note.name,
            sector_name(note.sector),
            str(ROLE_WORDS[note.role]),
            _speakers(note.name, names.get(note.id, [])),
        )
        for note in members
    )
    heading = consortium.name
    if source.every_session:
        session = source.sessions.get(consortium.session_id or 0)
        heading = titled(session.title if session else "", consortium.name)
    header = (_("Member"), _("Sector"), _("Role"), _("Who speaks for it"))
    if not rows:
        return SheetBlock(heading, (*said, _("Nobody is in it.")), level=2)
    return SheetBlock(heading, said, header, rows, _SPANS, level=2)


def _speakers(member: str, names: list[str]) -> str:
    """Who speaks for a member; whoever is in it for themselves is named already."""
    return "" if names == [member] else listed(sorted(names, key=in_order))


def _names(source: Source) -> Callable[[int], Line]:
    found: dict[int, list[str]] = {}
    for consortium in _going(source):
        found.setdefault(consortium.session_id or 0, []).append(consortium.name)
    return lambda session_id: (listed_apart(found.get(session_id, ())),)


SIDE_BY_SIDE = Columns((Column(lazy("Consortia")),), _names)
"""The consortia of each session."""
