"""What consortia want by now, in their own words."""

from sqlalchemy import func, select

from kdc_desktop.model.visions import Vision
from kdc_desktop.storage import Snapshot


def last_visions(snapshot: Snapshot) -> dict[int, str]:
    """The words of the latest version of each consortium, by its id."""
    newest = (
        select(Vision.consortium_id, func.max(Vision.number).label("number"))
        .group_by(Vision.consortium_id)
        .subquery()
    )
    found = snapshot.execute(
        select(Vision.consortium_id, Vision.text).join(
            newest,
            (newest.c.consortium_id == Vision.consortium_id) & (newest.c.number == Vision.number),
        )
    )
    return {key: text for key, text in found}  # noqa: C416 - dict() would take a result for a mapping
