"""The columns of a table of ideas: what they are called, and what people wrote in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kdc_desktop.domain.board.column_cells import are_chosen, are_data, are_names, usual_length
from kdc_desktop.domain.board.no_answers import says_nothing
from kdc_desktop.domain.board.question_words import (
    is_about_ideas,
    is_beside_the_point,
    question_key,
)
from kdc_desktop.domain.kit.profiles import header_key

LONG_ENOUGH = 8  # characters: a column of shorter texts holds codes, not ideas


@dataclass(frozen=True)
class SheetColumns:
    """The headers of a table, and the first of its rows."""

    headers: Sequence[str]
    rows: Sequence[Sequence[str]]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The headers as they are compared."""
        return tuple(map(header_key, self.headers))

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The headers as questions are compared."""
        return tuple(map(question_key, self.headers))

    @cached_property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """What is filled in each column and says something."""
        told = {cell for row in self.rows for cell in row if cell and not says_nothing(cell)}
        places = range(len(self.headers))
        return tuple(tuple(row[at] for row in self.rows if row[at] in told) for at in places)

    def are_data(self, place: int) -> bool:
        """Whether numbers, days or addresses stand there; of an empty column that is not known."""
        return bool(self.cells[place]) and are_data(self.cells[place])

    def are_texts(self, place: int) -> bool:
        """Whether what stands there is neither names nor answers to a choice."""
        return not are_names(self.cells[place]) and not are_chosen(self.cells[place])

    def is_free(self, place: int) -> bool:
        """Whether people wrote there what they liked, and about what could be ideas."""
        key, cells = self.keys[place], self.cells[place]
        if are_data(cells) or not self.are_texts(place):
            return False
        beside = is_beside_the_point(key) and not is_about_ideas(key)
        return not beside and usual_length(cells) >= LONG_ENOUGH
