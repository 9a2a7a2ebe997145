"""Breaks one paragraph into lines of a given width."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def wrap(
    text: str, font: QFont, width: float, max_lines: int, *, break_words: bool
) -> tuple[tuple[str, ...], bool]:
    """At most `max_lines` lines of `text`, and whether that is all of it.

    Without `break_words`, a word wider than `width` counts as not fitting. Otherwise such words are
    broken, and the last line ends in an ellipsis when text is left over.
    """
    modes = QTextOption.WrapMode
    option = QTextOption()
    option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if break_words else modes.WordWrap)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "replace")
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if line.naturalTextWidth() > width + 0.5 and not break_words:
            return tuple(lines), False
        start = line.textStart()
        if len(lines) == max_lines:
            if break_words and lines:
                rest = f"{lines[-1]} {_slice(units, start)}"  # untranslated: one text, in lines
                lines[-1] = _elided(rest, font, width)
            return tuple(lines), False
        lines.append(_slice(units, start, start + line.textLength()).rstrip())
    layout.endLayout()
    return tuple(lines), True


def _slice(units: bytes, start: int, end: int | None = None) -> str:
    """Part of UTF-16 text, counted as Qt counts it."""
    return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "replace")


def _elided(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
