"""Captions of buttons that are longer than the place where a button stands."""

from PySide6.QtWidgets import QAbstractButton

from kdc_desktop.domain.kit.text import clean

_MOST_LINES = 3


def wrap_caption(button: QAbstractButton, width: int) -> None:
    """Set the caption of a button in as many lines, of three, as it takes to fit into `width`."""
    button.ensurePolished()
    caption = clean(button.text())
    if button.text() != caption:
        button.setText(caption)
    for lines in range(2, _MOST_LINES + 1):
        if button.sizeHint().width() > width and caption.count(" ") >= lines - 1:
            button.setText(_broken(caption, lines))


def _broken(caption: str, lines: int) -> str:
    """The words of a caption, shared out among so many lines."""
    if lines == 1:
        return caption
    gaps = [at for at, letter in enumerate(caption) if letter == " "]
    first = min(gaps, key=lambda at: abs(lines * at - len(caption)))
    rest = caption[first + 1 :]
    return f"{caption[:first]}\n{_broken(rest, min(lines - 1, rest.count(' ') + 1))}"
