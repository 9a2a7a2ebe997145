"""Make the pages of a session from a snapshot of the club."""

from collections.abc import Callable, Mapping

from kdc_desktop.domain.pages import kinds
from kdc_desktop.domain.pages.kinds import PageKind
from kdc_desktop.domain.pages.values import Document, Pages, Picture
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.pages.cards import badges, place_cards, table_cards
from kdc_desktop.services.pages.charter import charters
from kdc_desktop.services.pages.dates import calendar
from kdc_desktop.services.pages.lists import agenda, door_list
from kdc_desktop.services.pages.mail_merge import mail_list
from kdc_desktop.services.pages.minutes import minutes
from kdc_desktop.services.pages.outcome import outcome
from kdc_desktop.services.pages.paper_kit import paper_kit
from kdc_desktop.services.pages.record import Record
from kdc_desktop.storage import Database

_MAKERS: Mapping[str, Callable[[Record], Pages]] = {
    kinds.OUTCOME.key: outcome,
    kinds.MINUTES.key: minutes,
    kinds.CHARTER.key: charters,
    kinds.MAIL_MERGE.key: mail_list,
    kinds.CALENDAR.key: calendar,
    kinds.BADGES.key: badges,
    kinds.DOOR_LIST.key: door_list,
    kinds.TABLE_CARDS.key: table_cards,
    kinds.PLACE_CARDS.key: place_cards,
    kinds.AGENDA.key: agenda,
    kinds.PAPER_KIT.key: paper_kit,
}


def make_pages(database: Database, kind: PageKind, session_id: int) -> Pages:
    """The pages of this kind about a session.

    Raises:
        UserError: the session does not exist.
    """
    with database.read() as snapshot:
        source = Source(snapshot, session_id, database.now())
        return _MAKERS[kind.key](Record(source))


def pictures_in(made: Pages) -> list[str]:
    """The names of the pictures that pages want."""
    if not isinstance(made, Document):
        return []
    return [block.name for block in made.blocks if isinstance(block, Picture)]
