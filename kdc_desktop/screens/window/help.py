"""What help says about the window itself."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ACROSS, ALONG, Arrow, KeyWords

WINDOW_KEYS = (
    KeyWords(("Space",), lazy("Pause or resume the clock, where nothing else takes the key")),
    KeyWords(ACROSS, lazy("On the timeline: look at the stage before or after")),
    KeyWords((Arrow.DOWN, "Enter"), lazy("On the timeline: a menu of all stages")),
    KeyWords(("Ctrl+C",), lazy("In a table: copy the rows selected, or all, for a spreadsheet")),
    KeyWords(("Shift+F10",), lazy("Open the menu of what is selected")),
    KeyWords(("Enter",), lazy("In a table: open the row; among all actions: do what is chosen")),
    KeyWords(("Esc",), lazy("In a table: leave the row that is dragged where it was")),
    KeyWords(("F4",), lazy("In a date: open the calendar")),
    KeyWords(("F2",), lazy("In a table: edit the cell, where it can be edited")),
    KeyWords((*ALONG, "PgUp", "PgDown"), lazy("Among all actions: choose another")),
)
"""What the window's own parts take."""
ROOM_KEYS = (
    KeyWords(("F11",), lazy("Close it on the projector; fill the one display, or a window again")),
    KeyWords(("Esc",), lazy("Go back to your own window")),
    KeyWords(("PgUp", "PgDown"), lazy("Turn the page of what the room sees")),
    KeyWords(("Ctrl+W",), lazy("Close the shared screen")),
)
"""What is pressed in the shared screen itself."""
