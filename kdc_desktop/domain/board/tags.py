"""The tags of an idea: words with commas between them."""

from kdc_desktop.domain.kit.text import fold

BETWEEN = ", "


def tags_in(text: str) -> list[str]:
    """The tags of a text, each once."""
    found = {fold(tag): tag.strip() for tag in reversed(text.split(",")) if tag.strip()}
    return list(reversed(found.values()))


def joined_tags(known: str, incoming: str) -> str:
    """The tags that are known, and those that come in; of “Votes: 3” the newer number counts."""
    told = tags_in(incoming)
    counted = {_counted(tag) for tag in told} - {""}
    have = {fold(tag) for tag in told}
    kept = [tag for tag in tags_in(known) if fold(tag) in have or _counted(tag) not in counted]
    there = {fold(tag) for tag in kept}
    return BETWEEN.join([*kept, *(tag for tag in told if fold(tag) not in there)])


def tags_beside(text: str, other: str) -> list[str]:
    """The tags of a text that another has not."""
    there = {fold(tag) for tag in tags_in(other)}
    return [tag for tag in tags_in(text) if fold(tag) not in there]


def fitting_tags(text: str, longest: int) -> str:
    """As many of the tags as there is room for."""
    kept = tags_in(text)
    while kept and len(BETWEEN.join(kept)) > longest:
        kept.pop()
    return BETWEEN.join(kept)


def _counted(tag: str) -> str:
    """What is counted in “Votes: 3”; empty where a tag counts nothing."""
    what, colon, number = tag.rpartition(": ")
    return fold(what) if colon and number.replace(".", "").isdigit() else ""
