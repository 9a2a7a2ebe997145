"""What a form asked: for ideas, several of them too, and for what is said beside an idea."""

from collections.abc import Callable, Iterator, Sequence

from kdc_desktop.domain.board.column_cells import usual_length
from kdc_desktop.domain.board.column_words import IDEAS, NAMED_IDEAS, OF_PEOPLE
from kdc_desktop.domain.board.idea_fields import IdeaField
from kdc_desktop.domain.board.question_counts import without_count
from kdc_desktop.domain.board.question_words import (
    asks_for_a_title,
    asks_for_an_idea,
    asks_for_another,
    asks_for_details,
    asks_for_theme,
    is_about_ideas,
    names_an_idea,
)
from kdc_desktop.domain.board.sheet_columns import SheetColumns

_WORDS = 2.5
_NAME = 60  # characters: what is longer is no name of a theme


class AskedColumns:
    """The columns of a table as the questions of a form."""

    def __init__(self, sheet: SheetColumns) -> None:
        self._sheet = sheet

    def named(self, places: Sequence[int]) -> list[int]:
        """The columns called as ideas are, each whole: “Idea 2”, “Do you have another idea?”."""
        keys = self._sheet.asked
        plain = self._family(places, lambda key: key in IDEAS or asks_for_an_idea(key))
        if not plain:
            return []
        more = (at for at in places if asks_for_another(keys[at]) and not self._sheet.are_data(at))
        return sorted({*plain, *more})

    def titles(self, places: Sequence[int]) -> list[int]:
        """The columns of a short name of an idea, beside which its text is what explains it."""
        found = self._family(places, lambda key: key in NAMED_IDEAS or asks_for_a_title(key))
        same = {without_count(self._sheet.asked[at]) for at in found[:1]}
        return [at for at in found if without_count(self._sheet.asked[at]) in same]

    def beside(self, places: Sequence[int]) -> dict[int, IdeaField]:
        """What is asked about an idea: to explain it, and what it belongs to."""
        found: dict[int, IdeaField] = {}
        for at in places:
            key, cells = self._sheet.asked[at], self._sheet.cells[at]
            if not cells or asks_for_an_idea(key):
                continue
            if asks_for_details(key):
                found[at] = IdeaField.DETAILS
            elif asks_for_theme(key):
                found[at] = IdeaField.CLUSTER if usual_length(cells) <= _NAME else IdeaField.NOTE
        return found

    def with_notes(
        self, found: dict[int, IdeaField], places: Sequence[int]
    ) -> dict[int, IdeaField]:
        """With what else was asked about the ideas, where there are any.

        That goes with the name of its column, and so does what explains them after the first; the
        same question about another idea is none other.
        """
        if IdeaField.IDEA not in found.values():
            return found
        keys = self._sheet.asked
        details = sorted(at for at, held in found.items() if held is IdeaField.DETAILS)
        same = {without_count(keys[at]) for at in details[:1]}
        again = [at for at in details if without_count(keys[at]) not in same]
        asked = [at for at in places if at not in found and self._sheet.cells[at]]
        about = [at for at in asked if names_an_idea(keys[at])]
        return found | dict.fromkeys((*again, *about), IdeaField.NOTE)

    def ideas(self, places: Sequence[int]) -> list[int]:
        """The questions whose answers are ideas; of those that say so none, the longest answers."""
        keys = self._sheet.asked
        exact = self.named(places)
        free = [at for at in places if self._sheet.is_free(at)]
        about = exact or [at for at in free if is_about_ideas(keys[at])]
        if not about:
            told = [at for at in free if self._could_tell(at)]
            return [max(told, key=lambda at: usual_length(self._sheet.cells[at]))] if told else []
        name = without_count(keys[about[0]])
        return [
            at
            for at in about
            if at in exact or asks_for_another(keys[at]) or without_count(keys[at]) == name
        ]

    def _family(self, places: Sequence[int], named: Callable[[str], bool]) -> list[int]:
        """The columns that are called so, with a number or without; none where all are empty."""
        fit = [at for at in self._called(places, named) if not self._sheet.are_data(at)]
        return fit if any(self._sheet.cells[at] for at in fit) else []

    def _called(self, places: Sequence[int], named: Callable[[str], bool]) -> Iterator[int]:
        for at in places:
            key = self._sheet.asked[at]
            if named(key) or named(without_count(key)):
                yield at

    def _could_tell(self, place: int) -> bool:
        """Whether people were asked, or wrote more than a few words."""
        if self._sheet.keys[place] in OF_PEOPLE:
            return False
        words = [len(cell.split()) for cell in self._sheet.cells[place]]
        asked = self._sheet.headers[place].rstrip().endswith("?")
        return asked or sum(words) >= _WORDS * len(words)
