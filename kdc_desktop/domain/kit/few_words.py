"""A line that is read at a glance."""

import re

_FIRST = re.compile(r"\S+(?:\s+\S+){0,7}")
"""Eight words at most."""


def few_words(text: str) -> str:
    """The first eight words of a text, with an ellipsis where there are more."""
    text = text.strip()
    first = _FIRST.match(text)
    return text if first is None or first.end() == len(text) else first[0] + "…"
