"""How the export of another tool is known by its headers, whatever their order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from kdc_desktop.domain.kit.text import fold

FieldT = TypeVar("FieldT")
MeaningT = TypeVar("MeaningT")


def header_key(header: str) -> str:
    """The form in which headers are the same: as for finding, with "#" said as the word it is."""
    return fold(header.replace("#", " number "))


@dataclass(frozen=True)
class Profile(Generic[FieldT, MeaningT]):
    """What an export of a tool looks like: one entry, in the headers as the tool writes them.

    `known_by` are sets of headers: where all of one are there, this is the tool. `columns` says
    which headers hold a field, `aside` which of the tool's own hold none (one that ends in "*" is
    the beginning of several), so that what is left are questions that somebody has added. `says`
    tells what the words of a status column mean, and `blank` which words stand for an empty cell.
    `source` is where the headers are from.
    """

    tool: str
    source: str
    known_by: tuple[tuple[str, ...], ...]
    columns: Mapping[FieldT, tuple[str, ...]]
    aside: tuple[str, ...] = ()
    says: Mapping[str, Mapping[str, MeaningT]] = field(default_factory=dict)
    blank: tuple[str, ...] = ()

    @cached_property
    def fields(self) -> Mapping[str, FieldT]:
        """What each header holds, by the key of the header."""
        return {
            header_key(header): what for what, headers in self.columns.items() for header in headers
        }

    @cached_property
    def meanings(self) -> Mapping[str, Mapping[str, MeaningT]]:
        """What words mean, folded, by the key of the header of their column."""
        return {
            header_key(header): {fold(word): meaning for word, meaning in words.items()}
            for header, words in self.says.items()
        }

    @cached_property
    def blanks(self) -> frozenset[str]:
        """The words of cells that say nothing, folded."""
        return frozenset(map(fold, self.blank))

    def sureness(self, keys: Collection[str]) -> tuple[int, int]:
        """How sure these headers are of this tool: (0, 0) where they are not.

        Whoever knows more of them is surer.
        """
        found = [len(one) for one in self._signs if one <= set(keys)]
        own = sum(key in self.fields or self.is_aside(key) for key in keys)
        return (own, max(found)) if found else (0, 0)

    def is_aside(self, key: str) -> bool:
        """Whether a column is the tool's own and holds nothing that we keep."""
        return key in self._aside or key.startswith(self._beginnings)

    @cached_property
    def _signs(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(map(header_key, one)) for one in self.known_by)

    @cached_property
    def _aside(self) -> frozenset[str]:
        return frozenset(header_key(one) for one in self.aside if not one.endswith("*"))

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        return tuple(f"{header_key(one)} " for one in self.aside if one.endswith("*"))


def recognised(
    profiles: Iterable[Profile[FieldT, MeaningT]], headers: Sequence[str]
) -> Profile[FieldT, MeaningT] | None:
    """The profile whose headers these are, the surest of several; None for a list of no tool."""
    keys = [header_key(header) for header in headers]
    told = [(one.sureness(keys), one) for one in profiles]
    best, profile = max(told, key=lambda pair: pair[0], default=((0, 0), None))
    return profile if best > (0, 0) else None
