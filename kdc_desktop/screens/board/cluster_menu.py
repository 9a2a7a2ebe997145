"""The clusters of the board to choose from."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from kdc_desktop.screens.kit.passing import Menu, passing_menu
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.services.board.rows import ClusterRow


def cluster_menu(
    parent: QWidget, rows: Iterable[ClusterRow], choose: Callable[[int], object]
) -> Menu:
    """A menu of these clusters, each with its digit as its key."""
    menu = passing_menu(parent, "cluster_menu")
    for row in sorted(rows, key=lambda row: row.number):
        digit = f"&{row.number}  " if row.number <= 9 else ""
        action = menu.addAction(f"{digit}{plain_caption(row.name)}")
        action.setObjectName(f"cluster_{row.id}")
        action.triggered.connect(lambda _checked, key=row.id: choose(key))
    return menu
