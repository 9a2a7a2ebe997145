"""The manual that ships with the program, in its sections; it is written in English alone."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kdc_desktop import paths

_TITLED = re.compile(r"\A\*\*(?P<title>[^*]+?)\.?\*\* ?(?P<words>.*)", re.DOTALL)
_STRONG = re.compile(r"\*\*(.+?)\*\*|`(.+?)`")
_SLANTED = re.compile(r"\*(.+?)\*")


@dataclass(frozen=True)
class ManualPart:
    """A section: its title without a full stop, and its paragraphs, marked up as Markdown."""

    title: str
    paragraphs: tuple[str, ...]


@lru_cache(maxsize=1)
def manual_parts() -> tuple[ManualPart, ...]:
    """The sections in the order of an evening; none where the page does not ship."""
    page = paths.manual()
    if not page.is_file():
        return ()
    parts: list[ManualPart] = []
    for paragraph in page.read_text(encoding="utf-8").split("\n\n"):
        line = " ".join(paragraph.split())
        found = _TITLED.match(line)
        if found is not None:
            parts.append(ManualPart(found["title"], (found["words"],)))
        elif parts:
            parts[-1] = ManualPart(parts[-1].title, (*parts[-1].paragraphs, line))
    return tuple(parts)


def in_html(words: str) -> str:
    """A paragraph of the manual as HTML; everything but its marks is plain text."""
    plain = words.replace("&", "&amp;").replace("<", "&lt;")
    strong = _STRONG.sub(lambda found: f"<b>{found[1] or found[2]}</b>", plain)
    return _SLANTED.sub(r"<i>\1</i>", strong)
