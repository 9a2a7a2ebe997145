"""The details of an idea: what several lists say of it, one after the other."""

from kdc_desktop.domain.kit.text import normalise, on_one_line, shortened

_BETWEEN = "\n\n"
_BEFORE = 12  # characters that are shown before the first that differs


def joined_details(known: str, incoming: str, longest: int) -> str:
    """What is known, and behind it what comes in and is not there yet, as far as there is room."""
    if not incoming or _holds(known, incoming):
        return known
    if not known or _holds(incoming, known):
        return incoming
    more = [part for part in incoming.split(_BETWEEN) if not _holds(known, part)]
    return _BETWEEN.join([known, *more])[:longest].strip()


def _holds(text: str, part: str) -> bool:
    """Whether a text says this, in whole words."""
    return f" {normalise(part)} " in f" {normalise(text)} "


def where_they_differ(before: str, after: str, length: int) -> tuple[str, str]:
    """Two texts on one line each, cut so that what is different is seen."""
    texts = (on_one_line(before), on_one_line(after))
    pairs = enumerate(zip(*texts, strict=False))
    start = next((at for at, (one, other) in pairs if one != other), min(map(len, texts)))
    if start <= _BEFORE or max(map(len, texts)) <= length:
        return shortened(texts[0], length), shortened(texts[1], length)
    start = texts[0].rfind(" ", 0, start - _BEFORE) + 1
    left_out = "…" if start else ""
    first, second = (left_out + shortened(text[start:], length) for text in texts)
    return first, second
