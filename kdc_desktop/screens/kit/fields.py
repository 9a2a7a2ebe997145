"""Fields in which a line is typed that Enter takes."""

from PySide6.QtWidgets import QLineEdit


def begin_anew(field: QLineEdit, text: str = "") -> None:
    """Empty a field, or fill it: what was typed before was taken, and cannot be typed twice.

    `clear()` can be taken back in the field, so that Ctrl+Z would bring the text back there and
    leave what was done with it.
    """
    field.setText(text)
