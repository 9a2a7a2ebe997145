"""What there is to talk about at tables: the consortia of an evening."""

from sqlalchemy import select

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.consortia.worked_on import worked_on_in
from kdc_desktop.services.seating.moving import LONGEST_TOPIC
from kdc_desktop.services.seating.planning import TableTopic
from kdc_desktop.storage import Database


def topics_of(database: Database, session_id: int) -> tuple[TableTopic, ...]:
    """A topic for each consortium that is worked on in a session, in their order."""
    with database.read() as snapshot:
        found = snapshot.execute(
            select(Consortium.name, Consortium.id)
            .where(worked_on_in(session_id))
            .order_by(Consortium.place_in_order, Consortium.id)
        )
        return tuple(TableTopic(shortened(name, LONGEST_TOPIC), key) for name, key in found)
