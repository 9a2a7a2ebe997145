"""Points at offers and needs that an undo has changed."""

from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.screens.offers.lines import LineKey


def point_at_offers(offers: RowTable, needs: RowTable, rows: ChangedRows) -> None:
    """Select them in the tables; of a match both sides."""
    ids = {key for key in rows.get("offer", {}) if isinstance(key, int)}
    for match in rows.get("offer_match", {}).values():
        ids |= {match[side] for side in ("offer_id", "need_id") if isinstance(match.get(side), int)}
    for table in (offers, needs):
        point_at(table, {LineKey(key) for key in ids})
