"""Reads the rows of a table of ideas: what its plan says, in plain text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kdc_desktop.domain.board.belonging import of_one_idea
from kdc_desktop.domain.board.column_words import (
    FLAGS,
    HOURS,
    IDEAS,
    NAMES_ALONE,
    NO,
    NOBODY,
    PARTS_OF_NAMES,
    is_half_a_name,
    place_in_a_name,
    set_aside_by,
)
from kdc_desktop.domain.board.idea_fields import IdeaField, IdeaPlan, SetAside
from kdc_desktop.domain.board.no_answers import says_nothing
from kdc_desktop.domain.board.tags import BETWEEN
from kdc_desktop.domain.kit.blank_cells import is_left_blank
from kdc_desktop.domain.kit.profiles import header_key
from kdc_desktop.domain.kit.text import clean, fold
from kdc_desktop.domain.people.unnamed import is_unnamed
from kdc_desktop.i18n import _
from kdc_desktop.interchange.markup import unmarked

_COLOUR = re.compile(r" \((?:green|yellow|orange|red|purple|blue|sky|lime|pink|black)\w*\)")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_MOST_MINUTES = 24 * 60
_ANSWERS = (IdeaField.IDEA, IdeaField.DETAILS, IdeaField.NOTE)
"""Fields in which people write that they have nothing to say."""
_NAMES = (IdeaField.CLUSTER, IdeaField.TAGS, IdeaField.ORGANISATION, IdeaField.LINK)
"""Fields in which the same words may be what something is called."""


@dataclass(frozen=True)
class IncomingIdea:
    """One idea of a sheet; what the sheet does not say is empty. Line breaks inside are kept.

    `number` is that of its row, as the sheet numbers it, `asked` the header of its column where
    there are several. `aside` says why it does not come in by itself. `id` and `written` are what
    a workbook of ours says of it.
    """

    text: str
    author: str = ""
    organisation: str = ""
    sector: str = ""
    cluster: str = ""
    details: str = ""
    email: str = ""
    tags: str = ""
    minutes: float | None = None
    link: str = ""
    number: int = 0
    asked: str = ""
    aside: SetAside | None = None
    id: str = ""
    written: str = ""


class IdeaReader:
    """Reads the rows of one table."""

    def __init__(self, headers: Sequence[str], plan: IdeaPlan) -> None:
        self._headers, self._plan = headers, plan
        self._keys = [header_key(header) for header in headers]
        self._at = {held: plan.of(held) for held in IdeaField}
        self._answered, self._named = plan.of(*_ANSWERS), plan.of(*_NAMES)
        self._of = of_one_idea(headers, plan)
        self._parts = self._parts_of_names()

    def _parts_of_names(self) -> list[int]:
        """The columns of which an author is put together, in the order of the name."""
        places = self._at[IdeaField.AUTHOR]
        halves = {self._keys[at] for at in places} & PARTS_OF_NAMES
        parts = halves | (NAMES_ALONE if is_half_a_name(halves) else frozenset())
        mine = [at for at in places if self._keys[at] in parts]
        return sorted(mine, key=lambda at: place_in_a_name(self._keys[at], halves))

    def ideas_of(self, row: Sequence[str]) -> Iterator[IncomingIdea]:
        """What a row tells: an idea for each column of ideas, or one in several languages.

        An answer that says nothing is among them, set aside as such. What explains a title is the
        idea where there is no title, but where no idea is told nothing explains it.
        """
        cells, unsaid = self._cells(row)
        places = self._at[IdeaField.IDEA]
        filled = [at for at in places if cells[at]]
        several = len(places) > 1 and not self._plan.one_idea
        named = any(self._keys[at] in IDEAS for at in places)
        alone = "" if named or len(places) > 1 else self._first(IdeaField.DETAILS, cells)
        if alone and not filled:
            yield self._idea(cells, alone, self._notes(cells))
            return
        for at in places if several else (filled or places)[:1]:
            asked = self._headers[at] if several else ""
            if cells[at]:
                own = self._of_one(at, cells)
                yield replace(self._idea(own, cells[at], self._details(own)), asked=asked)
            elif unsaid.get(at):
                yield IncomingIdea(unsaid[at], asked=asked, aside=SetAside.NO_ANSWER)

    def _cells(self, row: Sequence[str]) -> tuple[list[str], dict[int, str]]:
        """The cells in plain text without those that say nothing, and what these were."""
        if self._at[IdeaField.ID]:  # a workbook of ours has no marks, and its ideas are ideas
            return list(row), {}
        cells = ["" if fold(cell) in self._plan.blanks else unmarked(cell) for cell in row]
        notes = self._at[IdeaField.NOTE]  # where a “no” may answer what was asked
        answers = (at for at in self._answered if not (at in notes and fold(cells[at]) in NO))
        unsaid = {at: cells[at] for at in answers if says_nothing(cells[at])}
        blank = {at for at in self._named if is_left_blank(cells[at])} | unsaid.keys()
        return ["" if at in blank else cell for at, cell in enumerate(cells)], unsaid

    def _of_one(self, idea: int, cells: Sequence[str]) -> list[str]:
        """The cells without those that speak of another idea of the row."""
        return [cell if self._of.get(at, idea) == idea else "" for at, cell in enumerate(cells)]

    def _idea(self, cells: Sequence[str], text: str, details: str) -> IncomingIdea:
        return IncomingIdea(
            text,
            author=self._author(cells),
            organisation=self._first(IdeaField.ORGANISATION, cells),
            sector=self._first(IdeaField.SECTOR, cells),
            cluster=self._first(IdeaField.CLUSTER, cells),
            details="" if details == text else details,
            email=self._first(IdeaField.EMAIL, cells),
            tags=self._tags(cells),
            minutes=minutes_in(self._first(IdeaField.MINUTES, cells)),
            link=self._first(IdeaField.LINK, cells),
            aside=self._aside(cells),
            id=self._first(IdeaField.ID, cells),
            written=self._first(IdeaField.WRITTEN, cells),
        )

    def _first(self, held: IdeaField, cells: Sequence[str]) -> str:
        return next((cells[at] for at in self._at[held] if cells[at]), "")

    def _author(self, cells: Sequence[str]) -> str:
        """The name in one column, or in one for the first and one for the last."""
        whole = [cells[at] for at in self._at[IdeaField.AUTHOR] if at not in self._parts]
        said = next(filter(None, whole), "")
        name = said or self._name_of_parts(cells)
        return "" if fold(name) in NOBODY or is_unnamed(name) else name

    def _name_of_parts(self, cells: Sequence[str]) -> str:
        joined = clean("\n".join(cells[at] for at in self._parts))
        words = set(fold(joined).split())
        named = (cells[at] for at in self._parts if self._keys[at] in NAMES_ALONE)
        return next((name for name in named if set(fold(name).split()) == words), joined)

    def _details(self, cells: Sequence[str]) -> str:
        filled = [cells[at] for at in self._at[IdeaField.DETAILS] if cells[at]]
        told = filled[:1] if self._plan.one_idea else filled
        return "\n\n".join(part for part in (*told, self._notes(cells)) if part)

    def _notes(self, cells: Sequence[str]) -> str:
        """What goes into the details with the name of its column."""
        return "\n".join(
            _("{column}: {value}", column=self._headers[at], value=cells[at])
            for at in self._at[IdeaField.NOTE]
            if cells[at]
        )

    def _tags(self, cells: Sequence[str]) -> str:
        """What it is tagged with, and the votes that it got elsewhere with the name of those."""
        tags = [
            _COLOUR.sub("", part.strip())
            for at in self._at[IdeaField.TAGS]
            for part in re.split(r"[,;|\n]", cells[at])
        ]
        votes = [
            _("{column}: {value}", column=self._headers[at], value=cells[at])
            for at in self._at[IdeaField.VOTES]
            if cells[at] and cells[at].strip("0.,") and fold(cells[at]) not in NO
        ]
        return BETWEEN.join(dict.fromkeys(tag for tag in (*tags, *votes) if tag))

    def _aside(self, cells: Sequence[str]) -> SetAside | None:
        found = (self._said_by(at, cells[at]) for at in self._at[IdeaField.STATUS])
        return next((one for one in found if one is not None), None)

    def _said_by(self, place: int, cell: str) -> SetAside | None:
        meaning = self._plan.meanings.get(place, {}).get(fold(cell))
        if meaning is None and self._keys[place] in FLAGS:
            return None if fold(cell) in NO else SetAside.ARCHIVED
        return meaning or set_aside_by(cell)


def minutes_in(cell: str) -> float | None:
    """The minutes of a cell such as “15”, “7,5 minutes” or “2 h”; None where it says none."""
    found = _FIGURE.search(cell)
    if found is None or cell[: found.start()].strip() in ("-", "−", "–"):
        return None
    unit = fold(cell[found.end() :]).partition(" ")[0]
    minutes = float(found.group().replace(",", ".")) * (60 if unit in HOURS else 1)
    return minutes if minutes <= _MOST_MINUTES else None
