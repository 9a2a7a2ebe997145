"""What is told of a consortium's vision."""

from sqlalchemy import select

from kdc_desktop.model.visions import Asking
from kdc_desktop.services.visions.askings import reveal
from kdc_desktop.services.visions.questions import FollowedVision
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.storage import Database


def vision_page(database: Database, consortium_id: int) -> VisionPage:
    """The page as it is read now."""
    return FollowedVision(database, consortium_id).page


def reveal_all(database: Database) -> None:
    """Reveal the answers of every asking that is open."""
    with database.read() as snapshot:
        still_open = snapshot.scalars(select(Asking.id).where(Asking.revealed_at.is_(None))).all()
    for asking_id in still_open:
        reveal(database, asking_id)
