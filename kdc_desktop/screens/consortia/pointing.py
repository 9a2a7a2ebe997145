"""Points at the cards of members and people that an undo has changed."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.consortia.contents import CardKey
from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.screen import ChangedRows


def point_at_cards(view: ColumnsView, rows: ChangedRows) -> None:
    """Put the focus on the first of their cards, else on the first of their consortium."""
    keys = tuple(_keys(view, rows))
    if keys:
        view.focus_card(*keys)
        view.setFocus(Qt.FocusReason.OtherFocusReason)


def point_at_listed_consortia(screen: ClubScreen, rows: ChangedRows) -> None:
    """Select those of the consortia of the whole club that are listed."""
    screen.select(*rows.get("consortium", ()))
    point_at(screen.table, rows.get("consortium", ()))


def _keys(view: ColumnsView, rows: ChangedRows) -> Iterator[CardKey]:
    delegates = rows.get("delegate", {}).values()
    members = {*rows.get("member", ()), *(row.get("member_id") for row in delegates)}
    for column in view.columns:
        yield from (card.key for card in column.cards if card.member_id in members - {None})
    yield from (CardKey.of_person(row["person_id"]) for row in delegates if "person_id" in row)
    for column in view.columns:
        if column.consortium_id is not None and column.consortium_id in rows.get("consortium", ()):
            yield from (card.key for card in column.cards)
