"""A vision written step by step: who, what changes, so that, by when, how we will know."""

from dataclasses import dataclass
from typing import NamedTuple

from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.i18n import Text, fillable, lazy


@dataclass(frozen=True)
class VisionParts:
    """What a vision's sentence stands on; each may be empty."""

    who: str = ""
    change: str = ""
    so_that: str = ""
    by_when: str = ""
    how_known: str = ""

    @property
    def said(self) -> dict[str, str]:
        """By its key, what every part says that says something."""
        parts = {part.key: on_one_line(getattr(self, part.key)) for part in PARTS}
        return {key: text for key, text in parts.items() if text}


NO_PARTS = VisionParts()


class PartWords(NamedTuple):
    """One part: its key in the file, its name, and an example of what is written there."""

    key: str
    name: Text
    example: Text


PARTS = (
    PartWords("who", lazy("Who"), lazy("Every yard")),
    PartWords("change", lazy("What changes"), lazy("shares a cargo bike")),
    PartWords("so_that", lazy("So that"), lazy("a family can give up its second car")),
    PartWords("by_when", lazy("By when"), lazy("spring 2028")),
    PartWords("how_known", lazy("How we will know"), lazy("each bike is out four days a week")),
)
"""The parts in the order in which they are asked for."""

_WHO_AND_CHANGE = fillable("{who} {change}.")
_BY_WHEN = fillable("{who} {change} by {by_when}.")
_SO_THAT = fillable("{who} {change}, so that {so_that}.")
_ALL = fillable("{who} {change} by {by_when}, so that {so_that}.")


def first_sentence(parts: VisionParts) -> str:
    """The sentence that the parts make; empty until it is said who and what changes.

    How one will know stands beside the sentence, not in it.
    """
    said = {key: text.rstrip(" .,;") for key, text in parts.said.items()}
    if "who" not in said or "change" not in said:
        return ""
    by_when, so_that = said.get("by_when", ""), said.get("so_that", "")
    form = _ALL if by_when and so_that else _BY_WHEN if by_when else _SO_THAT
    form = form if by_when or so_that else _WHO_AND_CHANGE
    sentence = form.filled(who=said["who"], change=said["change"], by_when=by_when, so_that=so_that)
    return _begun_large(str(sentence))


def _begun_large(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
