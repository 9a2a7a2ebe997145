"""Make the pages of a session from a snapshot of the club."""

from collections.abc import Callable, Mapping

from kdc_desktop.domain.pages import kinds
from kdc_desktop.domain.pages.kinds import PageKind
from kdc_desktop.domain.pages.values import Document, Pages, Picture
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.pages.became import authors_list, became
from kdc_desktop.services.pages.cards import badges, place_cards, table_cards
from kdc_desktop.services.pages.charter import charters
from kdc_desktop.services.pages.dates import calendar
from kdc_desktop.services.pages.happenings import happenings
from kdc_desktop.services.pages.lists import agenda, door_list
from kdc_desktop.services.pages.mail_merge import mail_list
from kdc_desktop.services.pages.minutes import minutes
from kdc_desktop.services.pages.outcome import outcome
from kdc_desktop.services.pages.paper_kit import paper_kit
from kdc_desktop.services.pages.record import Record
from kdc_desktop.services.pages.seats import seat_slips, seating_cards
from kdc_desktop.services.pages.waiting import waiting
from kdc_desktop.services.visions.as_it_was import consortia_at
from kdc_desktop.storage import Database

_MAKERS: Mapping[str, Callable[[Record], Pages]] = {
    kinds.OUTCOME.key: outcome,
    kinds.MINUTES.key: minutes,
    kinds.CHARTER.key: charters,
    kinds.WAITING.key: waiting,
    kinds.MAIL_MERGE.key: mail_list,
    kinds.BECAME.key: became,
    kinds.AUTHORS.key: authors_list,
    kinds.CALENDAR.key: calendar,
    kinds.BADGES.key: badges,
    kinds.DOOR_LIST.key: door_list,
    kinds.TABLE_CARDS.key: table_cards,
    kinds.PLACE_CARDS.key: place_cards,
    kinds.SEATING_CARDS.key: seating_cards,
    kinds.SEAT_SLIPS.key: seat_slips,
    kinds.AGENDA.key: agenda,
    kinds.PAPER_KIT.key: paper_kit,
}


_OF_AN_EVENING = frozenset({kinds.OUTCOME.key, kinds.MINUTES.key})
"""What tells of an evening that is over as it was when it was closed."""


def make_pages(database: Database, kind: PageKind, session_id: int) -> Pages:
    """The pages of this kind about a session.

    Raises:
        UserError: the session does not exist.
    """
    with database.read() as snapshot:
        record = Record(Source(snapshot, session_id, database.now()))
        closed = record.session.closed_at
        if closed is None or kind.key not in _OF_AN_EVENING:
            return _MAKERS[kind.key](record)
        since = [one for one in happenings(record) if one.at > closed]
    with database.read(consortia_at(closed)) as snapshot:
        return _MAKERS[kind.key](Record(Source(snapshot, session_id, closed), since))


def pictures_in(made: Pages) -> list[str]:
    """The names of the pictures that pages want."""
    if not isinstance(made, Document):
        return []
    return [block.name for block in made.blocks if isinstance(block, Picture)]
