"""The rehearsal of tables: who should meet whom sits together, and it is ticked that they met."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kdc_desktop.rehearsal.scene import Scene
from kdc_desktop.screens.seating.tables_screen import TablesScreen

SEATS = 4
WORKED_OUT = "A trailer that three houses share, kept by the school."


def tables(scene: Scene) -> None:
    """Everybody is seated, finds the table on the wall, and one table has something to tell."""
    hands, screen = scene.hands, scene.screen(TablesScreen)
    hands.number(screen.seats_spin, SEATS)
    hands.key(screen, Qt.Key.Key_S)
    planned = screen.planned
    hands.wait_for("who sits where", lambda: planned.plan is not None and not planned.running)
    hands.look("tables, worked out")
    hands.key(screen, Qt.Key.Key_C)
    hands.look("tables, everybody finds a place")
    hands.key(screen, Qt.Key.Key_A)
    hands.look("tables, names from A to Z")
    hands.key(screen, Qt.Key.Key_A)
    scene.clock.later(600)
    hands.key(screen, Qt.Key.Key_R)
    line = hands.find(QLineEdit, "results_edit")
    hands.type(line, WORKED_OUT)
    hands.key(line, Qt.Key.Key_Return)
    hands.key(screen.columns, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    hands.look("tables, they have met")
