"""What somebody has chosen for a list of people before it comes in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kdc_desktop.domain.kit.chosen_columns import column_called, field_called
from kdc_desktop.domain.kit.text import fold, normalise
from kdc_desktop.domain.people.fields import NAMING, SAYINGS, Columns, PersonField
from kdc_desktop.domain.people.sectors import LETTERS, SECTORS
from kdc_desktop.domain.people.states import Answer
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, paired

_DIGITS = 9  # of the number of a row
_SEVERAL = frozenset((PersonField.NOTES, PersonField.INTERESTS, PersonField.STATUS, *SAYINGS))


@dataclass(frozen=True)
class ImportChoices:
    """All that can be chosen; without any, it is as the file says and as columns are recognised.

    `table` is the name of one of the file, `columns` what they hold, `sectors` the letters of words
    that were not known. Rows are told by their numbers in the sheet: `answers` to what was asked of
    them, and those that are `unticked`. Who is not coming is taken off the list of the session
    unless they are to `stay_listed`; `move_sectors` has organisations count where the list says.
    """

    table: str | None = None
    columns: Columns | None = None
    include_cancelled: bool = False
    include_hidden: bool = False
    sectors: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[int, Answer] = field(default_factory=dict)
    unticked: frozenset[int] = frozenset()
    stay_listed: bool = False
    move_sectors: bool = False


def with_columns(
    planned: Columns, headers: Sequence[str], wanted: Iterable[tuple[str, str]]
) -> Columns:
    """The columns as planned but for pairs of a header and the name of a field, "" for none.

    What is wanted of a field takes the place of what was planned for it, of a name for all of it;
    notes, interests, offers and needs come beside those planned.

    Raises:
        UserError: there is no such column or field; the sentence lists those that there are.
    """
    chosen = {
        column_called(header, headers): field_called(what, PersonField) for header, what in wanted
    }
    told = {what for what in chosen.values() if what is not None} - _SEVERAL
    if told & NAMING:
        told |= NAMING
    kept = {place: what for place, what in planned.items() if what not in told}
    kept |= {place: what for place, what in chosen.items() if what is not None}
    return {place: what for place, what in kept.items() if chosen.get(place, what) is not None}


def letter_of(said: str) -> str:
    """The letter of a sector, which may also be said by its name.

    Raises:
        UserError: there is no such sector.
    """
    called = {fold(sector.name): sector.letter for sector in SECTORS}
    letter = said.upper() if said.upper() in LETTERS else called.get(fold(said))
    if letter is None:
        raise UserError(
            _(
                "There is no sector “{sector}”. The sectors are {sectors}.",
                sector=said,
                sectors=listed(paired(one.letter, one.name) for one in SECTORS),
            )
        )
    return letter


def answer_of(row: str, said: str) -> tuple[int, Answer]:
    """The number of a row, and what is answered to it.

    Raises:
        UserError: that is no number, or no answer.
    """
    word = normalise(said).replace(" ", "_").replace("-", "_")
    if not row.isdecimal() or len(row) > _DIGITS or word not in set(Answer):
        raise UserError(
            _(
                "“{row}={answer}” is no answer to a row. The answers are {answers}.",
                row=row,
                answer=said,
                answers=listed(Answer),
            )
        )
    return int(row), Answer(word)
