"""What the nouns above hand to offers and needs."""

from kdc_desktop.services.consortia.filling import fill_with_person, open_role_needs
from kdc_desktop.services.consortia.near import told_of_filling
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.offers.joins import RolesBadge
from kdc_desktop.storage import Database


def _fill(database: Database, session_id: int, role_id: int, person_id: int) -> str:
    fill_with_person(database, session_id, role_id, person_id, CONSORTIUM_TRAILS)
    return told_of_filling(database, session_id, role_id, person_id)


ROLES = RolesBadge(
    open_role_needs, _fill, frozenset({"open_role", "consortium", "member", "taken_up"})
)
"""The open roles of consortia, which are needs, too."""
