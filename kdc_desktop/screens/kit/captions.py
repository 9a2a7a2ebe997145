"""Captions of buttons that are longer than the place where a button stands."""

from PySide6.QtWidgets import QAbstractButton

from kdc_desktop.domain.kit.text import clean


def wrap_caption(button: QAbstractButton, width: int) -> None:
    """Set the caption of a button in two lines where one does not fit into `width`, else in one."""
    button.ensurePolished()
    caption = clean(button.text())
    if button.text() != caption:
        button.setText(caption)
    if button.sizeHint().width() > width and " " in caption:
        gaps = [at for at, letter in enumerate(caption) if letter == " "]
        middle = min(gaps, key=lambda at: abs(2 * at - len(caption)))
        button.setText(f"{caption[:middle]}\n{caption[middle + 1 :]}")
