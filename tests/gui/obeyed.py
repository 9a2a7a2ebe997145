"""Where a text of participants is read as something else than text."""

import re

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QMenu, QWidget

from tests.rooms.hostile_room import TAGS

WIDEST = 4000
TAG = re.compile(r"</?\w[^<]*>")


def as_shown(text: str) -> str:
    """What Qt makes of a text where it may take it for rich."""
    if not TAG.search(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def item_tips(model: QAbstractItemModel) -> list[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    tips = [
        model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
        for row in range(min(60, model.rowCount()))
        for column in range(columns)
    ]
    return [tip for tip in tips if isinstance(tip, str)]


def complaints(root: QWidget) -> list[str]:
    """Where a text is read as something else than text, or makes a widget absurdly wide."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        name = f"{type(widget).__name__} {widget.objectName()}"
        tips = [widget.toolTip()]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            tips += item_tips(widget.model())
        tags = TAGS[:8]
        if any("R&" in tip and tags not in as_shown(tip) for tip in tips):
            found.append(f"tags in the tooltip of {name}")
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            found += [f"tags in {name}"] if TAG.search(widget.text()) else []
        if isinstance(widget, QAbstractButton) and "R&" in widget.text().replace("&&", ""):
            found.append(f"& on the button {name}")
        if isinstance(widget, QMenu):
            texts = [action.text().replace("&&", "") for action in widget.actions()]
            found += [f"& in the menu {name}"] if any("R&" in text for text in texts) else []
        if widget.isVisible() and widget.width() > WIDEST:
            found.append(f"{name} is {widget.width()} pixels wide")
    return found
