"""Turns what a web tool keeps as marked-up text into plain text."""

import html
import re

_MARKED = re.compile(
    r"</?(?:p|br|div|span|ul|ol|li|strong|b|em|i|u|a|h\d|table|t(?:head|body|r|d|h))\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,5});")
_BREAK = re.compile(r"<br\b[^<>]*>|</(?:p|div|li|h\d|ul|ol|tr)>", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]>\s*(?=<t[dh]\b)", re.IGNORECASE)
_POINT = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_GAPS = re.compile(r"[ \t]*\n[ \t]*")


def unmarked(text: str) -> str:
    """The text without tags, with the line breaks and bullets that they stand for."""
    if "<" in text and _MARKED.search(text):
        lines = _POINT.sub("• ", _BREAK.sub("\n", _CELL.sub("\t", text)))
        text = _GAPS.sub("\n", _MARKED.sub("", lines)).strip()
    return html.unescape(text) if "&" in text and _ENTITY.search(text) else text
