"""Help in a dialog: a button that is always seen, the keys ? and F1, and what they open."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QPushButton

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.help import Help, keys_for_help
from kdc_desktop.screens.kit.passing import open_for_now


def offer_help(dialog: QDialog, words: Help) -> None:
    """Have a dialog tell what it is for, whenever one asks; call it once it is laid out."""

    def show() -> None:
        from kdc_desktop.screens.kit.help_dialog import HelpDialog, HelpPage

        open_for_now(HelpDialog(HelpPage(dialog.windowTitle(), words), dialog))

    button = QPushButton(_("Help"), dialog)
    button.setObjectName("help_button")
    button.setAutoDefault(False)
    button.setProperty("kind", "quiet")
    button.clicked.connect(show)
    _place(dialog, button)
    action = QAction(_("Help"), dialog)
    action.setObjectName("act_help")
    action.setShortcuts([*keys_for_help(), QKeySequence("F1")])
    action.triggered.connect(show)
    dialog.addAction(action)


def _place(dialog: QDialog, button: QPushButton) -> None:
    """At the left of the row of buttons, or under those that stand one above the other."""
    column = dialog.layout()
    assert isinstance(column, QBoxLayout)
    last = column.itemAt(column.count() - 1)
    row = last.layout() if last is not None else None
    if isinstance(row, QHBoxLayout):
        row.insertWidget(0, button)
    else:
        column.addWidget(button)
