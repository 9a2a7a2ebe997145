"""What the columns of a list of ideas hold, and how much a table looks like such a list."""

from collections.abc import Mapping, Sequence

from kdc_desktop.domain.board.asked_columns import AskedColumns
from kdc_desktop.domain.board.column_cells import (
    are_chosen,
    are_data,
    is_name,
    share,
    usual_length,
)
from kdc_desktop.domain.board.column_words import (
    GROUPS,
    NAMES,
    NAMES_ALONE,
    TEXTS,
    TITLES,
    field_called,
    is_half_a_name,
)
from kdc_desktop.domain.board.idea_fields import IdeaField, IdeaPlan
from kdc_desktop.domain.board.profiles import IDEA_PROFILES, IdeaProfile
from kdc_desktop.domain.board.question_counts import in_order_of_number
from kdc_desktop.domain.board.question_words import (
    asks_for_sector,
    is_about_ideas,
)
from kdc_desktop.domain.board.sheet_columns import LONG_ENOUGH, SheetColumns
from kdc_desktop.domain.kit.profiles import recognised
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.header_questions import asked_for
from kdc_desktop.domain.people.sector_guess import guess_sector

_SAMPLE = 200
_MOSTLY, _SOME = 0.8, 0.3
_SEVERAL = frozenset(
    (
        *(IdeaField.AUTHOR, IdeaField.TAGS, IdeaField.VOTES, IdeaField.STATUS, IdeaField.NOTE),
        IdeaField.DETAILS,
    )
)
"""Fields of which a list may have several columns without a question."""
_ASKED: Mapping[PersonField | None, IdeaField] = {
    PersonField.NAME: IdeaField.AUTHOR,
    PersonField.EMAIL: IdeaField.EMAIL,
    PersonField.ORGANISATION: IdeaField.ORGANISATION,
}
"""What a form asked of whoever wrote the idea."""


def plan_idea_columns(
    headers: Sequence[str], rows: Sequence[Sequence[str]], headed: bool = True
) -> IdeaPlan:
    """What each column holds: as the tool means it whose export this is, else a guess."""
    profile = recognised(IDEA_PROFILES, headers) if headed else None
    sheet = _Columns(headers if headed else [""] * len(headers), rows[:_SAMPLE])
    return sheet.guessed() if profile is None else sheet.as_told_by(profile)


def likeness_to_ideas(
    headers: Sequence[str], rows: Sequence[Sequence[str]], headed: bool = True
) -> float:
    """How much a table looks like a list of ideas, to choose one of a file; 0 for not at all.

    From 2 on it says so itself, by its headers.
    """
    plan = plan_idea_columns(headers, rows, headed)
    if not plan.of(IdeaField.IDEA):
        return 0.0
    beside = min(len(plan.columns), 9) / 10
    return (3.0 if plan.tool and plan.sure else 2.0 if plan.sure else 1.0) + beside


class _Columns:
    """The columns of a table, and what was asked in them."""

    def __init__(self, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self._sheet = SheetColumns(headers, rows)
        self._asked = AskedColumns(self._sheet)
        self.keys, self.cells = self._sheet.keys, self._sheet.cells

    def as_told_by(self, profile: IdeaProfile) -> IdeaPlan:
        """What the tool means; of what somebody has asked in it, the answers that are ideas."""
        columns: dict[int, IdeaField] = {
            place: profile.fields[key]
            for place, key in enumerate(self.keys)
            if key in profile.fields
        }
        left = [
            place
            for place, key in enumerate(self.keys)
            if place not in columns and not profile.is_aside(key)
        ]
        sure = IdeaField.IDEA in columns.values()
        if not sure:
            columns |= self._answers(left)
        meanings = {
            place: profile.meanings[key]
            for place, key in enumerate(self.keys)
            if key in profile.meanings
        }
        in_languages = sure and self._in_languages(columns)
        sure = sure or self._speak_of_ideas(columns)
        kept, blanks = self._without_doubtful(columns), profile.blanks
        return IdeaPlan(kept, profile.tool, sure, in_languages, meanings, blanks)

    def _in_languages(self, columns: Mapping[int, IdeaField]) -> bool:
        """Whether a text has a column for each of its languages: “title/en”, “title/fi”."""
        return any(
            len(keys) > 1 and len({key.partition(" ")[0] for key in keys}) == 1
            for held in (IdeaField.IDEA, IdeaField.DETAILS)
            if (keys := [self.keys[at] for at, what in columns.items() if what is held])
            and all(" " in key for key in keys)
        )

    def guessed(self) -> IdeaPlan:
        """What whole headers say, then what lies in the columns."""
        places = range(len(self.keys))
        columns = self._called(places)
        columns |= self._beside(places, columns)
        ideas, sure = self._ideas(columns)
        columns = {at: held for at, held in columns.items() if at not in ideas} | ideas
        columns = self._asked.with_notes(columns, places)
        return IdeaPlan(self._without_doubtful(columns), sure=sure)

    def _called(self, places: Sequence[int]) -> dict[int, IdeaField]:
        """What the headers name beside the ideas."""
        found: dict[int, IdeaField] = {}
        for place in places:
            name = in_order_of_number(self.keys[place])
            called = field_called(self.keys[place]) or field_called(name)
            held = called or self._asked_of_people(place)
            if held is None:
                continue
            same = {in_order_of_number(self.keys[at]) for at, one in found.items() if one is held}
            if held in _SEVERAL or not same or name in same:
                found[place] = held
        authors = {self.keys[at] for at, held in found.items() if held is IdeaField.AUTHOR}
        more = NAMES if not authors else NAMES_ALONE if is_half_a_name(authors) else frozenset()
        found |= {at: IdeaField.AUTHOR for at in places if self.keys[at] in more}
        return found

    def _asked_of_people(self, place: int) -> IdeaField | None:
        """What a form asked of whoever wrote the idea; a name only where names stand."""
        held = _ASKED.get(asked_for(self._sheet.headers[place]))
        named = held is not IdeaField.AUTHOR or share(self.cells[place], is_name) >= _SOME
        return held if named else None

    def _beside(
        self, places: Sequence[int], columns: Mapping[int, IdeaField]
    ) -> dict[int, IdeaField]:
        left = [at for at in places if at not in columns]
        return self._asked.beside(left)

    def _ideas(self, columns: Mapping[int, IdeaField]) -> tuple[dict[int, IdeaField], bool]:
        """The columns of ideas, and whether their headers name them so."""
        places = range(len(self.keys))
        named = self._named(places)
        if named:
            return named, True
        titled = self._titled(columns)
        if titled:  # what explains it says that a title is none of a person
            return titled, IdeaField.DETAILS in columns.values()
        free = [at for at in places if at not in columns]
        asked = self._answers(free) or self._explained(columns)
        return asked, self._speak_of_ideas(asked)

    def _named(self, places: Sequence[int]) -> dict[int, IdeaField]:
        """The columns called as ideas are; beside a short name of one its text explains it."""
        titles, ideas = self._asked.titles(places), self._asked.named(places)
        explained = dict.fromkeys(ideas if titles else (), IdeaField.DETAILS)
        return explained | dict.fromkeys(titles or ideas, IdeaField.IDEA)

    def _titled(self, columns: Mapping[int, IdeaField]) -> dict[int, IdeaField]:
        """A title with what explains it, or a text alone."""
        explained = IdeaField.DETAILS in columns.values()
        titles = [
            at
            for at in self._family(TITLES)
            if self._sheet.are_texts(at) or (explained and not are_chosen(self.cells[at]))
        ]
        texts = [
            at for at in self._family(TEXTS) if at not in columns and self._sheet.are_texts(at)
        ]
        if not titles and (explained or texts):
            titles = [at for at, key in enumerate(self.keys) if key in NAMES and self._titles(at)]
        if titles and (texts or explained or self._tell(titles)):
            more = () if explained else texts[:1]
            return dict.fromkeys(more, IdeaField.DETAILS) | dict.fromkeys(titles, IdeaField.IDEA)
        return dict.fromkeys(texts, IdeaField.IDEA)

    def _titles(self, place: int) -> bool:
        """Whether what is called a name is that of an idea."""
        cells, others = self.cells[place], self.keys[:place] + self.keys[place + 1 :]
        if any(field_called(key) is IdeaField.AUTHOR for key in others):
            return not are_data(cells)
        return usual_length(cells) >= LONG_ENOUGH and share(cells, is_name) < _SOME

    def _family(self, words: frozenset[str]) -> list[int]:
        """The columns called by the first of these words that is there, with numbers or without."""
        named = {
            at: in_order_of_number(key)
            for at, key in enumerate(self.keys)
            if key in words or in_order_of_number(key) in words
        }
        fit = {at: name for at, name in named.items() if not self._sheet.are_data(at)}
        if not any(self.cells[at] for at in fit):
            return []
        first = next(iter(fit.values()), "")
        return [at for at, name in fit.items() if name == first]

    def _tell(self, places: Sequence[int]) -> bool:
        """Whether texts are long enough for ideas, and not the same again and again."""
        cells = [cell for at in places for cell in self.cells[at]]
        return usual_length(cells) >= LONG_ENOUGH and not are_chosen(cells)

    def _answers(self, places: Sequence[int]) -> dict[int, IdeaField]:
        """The questions whose answers are ideas, and what else is asked beside them."""
        beside = self._called(places)
        beside |= self._beside(places, beside)
        free = [at for at in places if at not in beside]
        ideas = self._named(places) or dict.fromkeys(self._asked.ideas(free), IdeaField.IDEA)
        if not ideas:  # “Describe your idea” alone asks for one
            details = [at for at, held in beside.items() if held is IdeaField.DETAILS]
            ideas = dict.fromkeys(details[:1], IdeaField.IDEA)
        if not ideas:
            return {}
        found = beside | self._sectors(places) | ideas
        return self._asked.with_notes(found, places)

    def _sectors(self, places: Sequence[int]) -> dict[int, IdeaField]:
        """The first question about sectors to which sectors are the answers."""
        asked = (at for at in places if asks_for_sector(self.keys[at]))
        fits = [at for at in asked if share(self.cells[at], guess_sector) >= _MOSTLY]
        return dict.fromkeys(fits[:1], IdeaField.SECTOR)

    def _explained(self, columns: Mapping[int, IdeaField]) -> dict[int, IdeaField]:
        """Details alone, or a title that is short, are the ideas."""
        details = [at for at, held in columns.items() if held is IdeaField.DETAILS]
        found = [at for at in (*details, *self._family(TITLES)) if not are_data(self.cells[at])]
        return dict.fromkeys(found[:1], IdeaField.IDEA)

    def _without_doubtful(self, columns: Mapping[int, IdeaField]) -> dict[int, IdeaField]:
        """Without an author who is a number; a group that names sectors is one of them."""
        kept: dict[int, IdeaField] = {}
        for at, held in columns.items():
            cells = self.cells[at]
            if held is IdeaField.AUTHOR and cells and are_data(cells):
                continue
            kept[at] = held
            if self.keys[at] in GROUPS and IdeaField.SECTOR not in columns.values():
                sectors = share(cells, guess_sector) >= _MOSTLY
                kept[at] = IdeaField.SECTOR if sectors else held
        return kept

    def _speak_of_ideas(self, columns: Mapping[int, IdeaField]) -> bool:
        ideas = [at for at, held in columns.items() if held is IdeaField.IDEA]
        return any(is_about_ideas(self.keys[at]) for at in ideas)
