"""Participants' text where Qt would read more into it: tags in tooltips, & on buttons and menus."""

import re

from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.kit.speaking import aloud

LONGEST = 1000  # letters; a longer tooltip would cover the screen
LONGEST_CAPTION = 160
_LONG_WORD = re.compile(r"(\S{60})")
_NO_WORD = re.compile(
    r"(\S{40})(?=\S)"
)  # no word of a language; an address, or a key that was held down


def plain_tip(text: str) -> str:
    """A tooltip that shows the text as it is, wrapped; a very long text only in its beginning."""
    shown = text[:LONGEST] + ("…" if len(text) > LONGEST else "")
    broken = _LONG_WORD.sub("\\1\u200b", shown.strip())
    escaped = broken.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<span>{escaped}</span>" if escaped else ""


def parted(text: str) -> str:
    """The text for a label that wraps: a word longer than any goes on in the next line.

    Else the label, its screen and the whole window would be as wide as that word.
    """
    return _NO_WORD.sub("\\1\u200b", text)


def set_tip(widget: QWidget, text: str) -> None:
    """Have a widget's tooltip show this text, and a screen reader say it without the tags."""
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(aloud(text))


def short(text: str, longest: int = LONGEST_CAPTION) -> str:
    """The text on one line, cut off where it would need too much room."""
    words = " ".join(text[: longest + 1].split())
    return words[: longest - 1] + "…" if len(words) > longest else words


def plain_caption(text: str, longest: int = LONGEST_CAPTION) -> str:
    """The text of a button or a menu's entry, short, on one line; & is shown."""
    return short(text, longest).replace("&", "&&")
