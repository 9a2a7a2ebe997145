"""What there is to talk about at tables: the consortia of an evening, or its winners."""

from sqlalchemy import select

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.consortia.worked_on import worked_on_in
from kdc_desktop.services.seating.moving import LONGEST_TOPIC
from kdc_desktop.services.seating.planning import TableTopic
from kdc_desktop.services.winners.questions import winners
from kdc_desktop.storage import Database


def topics_of(database: Database, session_id: int) -> tuple[TableTopic, ...]:
    """A topic for each consortium that is worked on in a session; while there is none, for each
    winner."""
    with database.read() as snapshot:
        found = snapshot.execute(
            select(Consortium.name, Consortium.id)
            .where(worked_on_in(session_id))
            .order_by(Consortium.place_in_order, Consortium.id)
        )
        groups = tuple(TableTopic(shortened(name, LONGEST_TOPIC), key) for name, key in found)
    if groups:
        return groups
    won = winners(database, session_id)
    return tuple(TableTopic(shortened(one.title, LONGEST_TOPIC)) for one in won)
