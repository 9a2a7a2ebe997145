"""What becomes of each row of a list: who is left out or asked about, and whom the others are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.standing import Standing
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.i18n import _, sentences
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.services.people.known import KnownPeople
from kdc_desktop.services.people.matching import ImportRow, RowsOfList, rows_matched

_TAKEN_IN = (Answer.SAME, Answer.NEW)


def judged_rows(known: KnownPeople, found: PeopleSheet, choices: ImportChoices) -> list[ImportRow]:
    """What importing each row would do, in the order of the list; none is missing."""
    judging = _Judging(known, found, choices)
    return [judging.rows[at] for at in range(len(found.people))]


def sectors_asked(found: PeopleSheet) -> dict[str, int]:
    """The words for sectors that are not known, and how many people of organisations have each."""
    counted: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for person in found.people:
        if person.sector_said and person.organisation:
            counted[spelled.setdefault(fold(person.sector_said), person.sector_said)] += 1
    return dict(counted)


class _Judging:
    """The rows by their places."""

    def __init__(self, known: KnownPeople, found: PeopleSheet, choices: ImportChoices) -> None:
        self._known, self._found, self._choices = known, found, choices
        self._letters = {fold(word): letter for word, letter in choices.sectors.items()}
        self._people = [self._with_sector(person) for person in found.people]
        self.rows: dict[int, ImportRow] = {}
        self._leave_out()
        unsure = [at for at in self._left() if self._is_unsure(at)]
        sure = [at for at in self._left() if not self._is_unsure(at)]
        self.rows |= zip(sure, self._matched(sure), strict=True)
        for at, row in zip(unsure, self._matched(unsure), strict=True):
            self.rows[at] = self._asked(row)

    def _left(self) -> list[int]:
        return [at for at in range(len(self._people)) if at not in self.rows]

    def _with_sector(self, person: RosterPerson) -> RosterPerson:
        letter = self._letters.get(fold(person.sector_said), "") if person.sector_said else ""
        return replace(person, sector=letter, sector_said="") if letter else person

    def _matched(self, places: Sequence[int]) -> list[ImportRow]:
        table = self._found.table
        rows = RowsOfList(
            [self._people[at] for at in places],
            [table.numbers[at] for at in places],
            [self._found.answered[at] for at in places],
            self._found.source,
            self._choices.answers,
        )
        return rows_matched(self._known, rows)

    # Who is left out.

    def _leave_out(self) -> None:
        table = self._found.table
        for at, person in enumerate(self._people):
            sentence = self._why_not(at, table.numbers[at], person)
            if sentence:
                self.rows[at] = ImportRow(table.numbers[at], person, MatchState.LEFT_OUT, sentence)

    def _why_not(self, at: int, number: int, person: RosterPerson) -> str:
        table, choices = self._found.table, self._choices
        if number in choices.unticked:
            return _("This row is left out, as you chose.")
        if at in table.totals:
            return _("This row is a total.")
        if at in table.hidden and not choices.include_hidden:
            return _("This row is hidden in the file.")
        if person.standing is Standing.NOT_COMING and not choices.include_cancelled:
            return _("{name} is not coming: {status}.", name=person.name, status=person.status)
        if self._found.plan.tool and not (person.name or person.email or person.own_id):
            return _("Nobody has been named for this ticket.")
        return ""

    # Who is asked about.

    def _is_unsure(self, at: int) -> bool:
        answer = self._choices.answers.get(self._found.table.numbers[at])
        return self._people[at].standing is Standing.UNSURE and answer not in _TAKEN_IN

    def _asked(self, row: ImportRow) -> ImportRow:
        """A row of whom it is not sure that they come; who is in already stays, as they are."""
        if row.state in (MatchState.PROBLEM, MatchState.LEFT_OUT):
            return row
        is_in = self._known.listed is None or row.person_id in self._known.listed
        if row.person_id is not None and row.state.comes_in and is_in:
            sentence = _("{name} is known.", name=row.person.name)
            return replace(row, state=MatchState.SAME, sentence=sentence, consents=())
        if self._choices.answers.get(row.number) is Answer.LEAVE_OUT:
            sentence = _("{name} is left out, as you chose.", name=row.person.name)
            return replace(row, state=MatchState.LEFT_OUT, sentence=sentence, offers=tuple(Answer))
        unsure = _(
            "It is not sure that {name} is coming ({status}): take them in, or leave them out?",
            name=row.person.name,
            status=row.person.status,
        )
        if row.state is MatchState.ASKED:
            return replace(row, sentence=sentences([unsure, row.sentence]))
        offers = (Answer.NEW, Answer.LEAVE_OUT)
        return ImportRow(
            row.number, row.person, MatchState.ASKED, unsure, row.person_id, offers=offers
        )
