"""Pages for the door and the wall: who is expected, and what comes when."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.pages.kinds import AGENDA, DOOR_LIST
from kdc_desktop.domain.pages.values import (
    Block,
    CardShape,
    CardSheet,
    Document,
    Heading,
    Manner,
    PageTable,
    PaperCard,
    Paragraph,
)
from kdc_desktop.i18n import _, date_text, listed, ngettext, sentences, time_text, titled
from kdc_desktop.services.attendance.roles import ROLE_TITLES
from kdc_desktop.services.pages.record import Guest, Record

BOX = "☐"
"""What is ticked with a pen."""


def door_list(record: Record) -> Document:
    """Everybody on the list, by name, with a box to tick."""
    title = titled(str(DOOR_LIST.title), record.session.title)
    blocks: list[Block] = [
        Heading(title, 1),
        Paragraph(
            sentences(
                (
                    f"{record.when_and_where}.",
                    ngettext(
                        "{count} person is on the list.",
                        "{count} people are on the list.",
                        len(record.guests),
                    ),
                )
            ),
            Manner.QUIET,
        ),
    ]
    rows = tuple(
        (BOX, guest.who.name, _speaks_for(guest), guest.who.letter, guest.badge)
        for guest in record.guests
    )
    heads = ("", _("Name"), _("Organisation"), _("Sector"), _("Badge"))
    blocks.append(PageTable(heads, rows, (0.4, 4, 4, 1, 1.4)))
    return Document(title, record.foot, tuple(blocks))


def _speaks_for(guest: Guest) -> str:
    parts = [guest.who.organisation, guest.who.department]
    if guest.role is not AttendanceRole.PARTICIPANT:
        parts.append(str(ROLE_TITLES[guest.role]))
    return listed(filter(None, parts))


def agenda(record: Record) -> Document:
    """What comes when: large for the wall, then twice on a sheet for hands."""
    title = titled(str(AGENDA.title), record.session.title)
    times = list(_times(record))
    rows = tuple((time_text(at), stage) for at, stage in times)
    grid = PageTable((_("Time"), _("What")), rows, (1.6, 5), large=True)
    card = PaperCard(record.session.title, below=_headed(record), pairs=rows)
    return Document(
        title,
        record.foot,
        (
            Heading(record.session.title, 1),
            Paragraph(_headed(record), Manner.LEAD),
            grid,
            CardSheet(CardShape.HALF, (card, card)),
        ),
    )


def _headed(record: Record) -> str:
    begins = record.session.starts_at
    return listed(filter(None, (date_text(begins), record.session.place)))


def _times(record: Record) -> Iterator[tuple[datetime, str]]:
    """When each stage is to begin by the clock of the room, and when the last one is to end."""
    at = record.session.starts_at
    for stage in record.planned_stages:
        yield at, stage.title
        at += timedelta(minutes=stage.planned_minutes)
    yield at, _("End")
