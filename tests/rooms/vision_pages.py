"""What is told of a consortium's vision."""

from kdc_desktop.services.visions.questions import FollowedVision
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.storage import Database


def vision_page(database: Database, consortium_id: int) -> VisionPage:
    """The page as it is read now."""
    return FollowedVision(database, consortium_id).page
