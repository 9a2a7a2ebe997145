"""What is chosen in the palette is done once."""

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.window.command_palette import CommandPalette


def test_an_action_that_asks_while_the_palette_goes_is_done_once(
    qtbot: QtBot, theme: Theme
) -> None:
    done: list[str] = []
    action = QAction("New club file…")
    palette = CommandPalette(theme, [action])
    qtbot.addWidget(palette)

    def asks() -> None:
        done.append("asked")
        palette.close()  # as it is by the dialog that comes over it

    action.triggered.connect(asks)
    palette.do_after_closing()
    palette.show()
    palette.query.setText("club")
    palette.list.itemActivated.emit(palette.list.item(0))
    palette.finished.emit(0)
    assert done == ["asked"]
