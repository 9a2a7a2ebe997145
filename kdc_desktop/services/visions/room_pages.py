"""What the room is shown of many visions, one after the other: read in a few queries for all."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.instants import Instant, Zone
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.visions.ledgers import Ledger, read_ledgers
from kdc_desktop.services.visions.questions import version_rows
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.storage import Database


def room_pages(database: Database, consortium_ids: Collection[int]) -> dict[int, VisionPage]:
    """The pages by their ids of those that are there: versions, members and what they answered.

    What is told to the facilitator alone is not on them, so it is not read: how members went
    through the versions, readings, reservations, stakes and commitments. Nor are answers that are
    not revealed, whoever noted them.
    """
    with database.read() as snapshot:
        found = snapshot.scalars(select(Consortium.id).where(Consortium.id.in_(consortium_ids)))
        ledgers = read_ledgers(snapshot, found.all(), told=True)
        now, zone = database.now(), club_zone(snapshot)
        return {key: _page(ledger, now, zone) for key, ledger in ledgers.items()}


def _page(ledger: Ledger, now: Instant, zone: Zone) -> VisionPage:
    consortium = ledger.consortium
    return VisionPage(
        consortium_id=consortium.id,
        name=consortium.name,
        winner="",
        scale=SCALES[consortium.scale],
        agreed_level=consortium.agreed_level,
        versions=version_rows(ledger, zone),
        members=tuple(ledger.members),
        positions=dict(ledger.answers),
        readings={},
        reservations=(),
        commitments=(),
        readiness=ledger.readiness(now, zone),
        sector_means={},
        askings=tuple(ledger.askings),
        hidden=frozenset(ledger.hidden),
        given=dict(ledger.given),
    )
