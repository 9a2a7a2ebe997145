"""What becomes of each row of a list: who is left out or asked about, and whom the others are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.match_sentences import left_out_again
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.roster_match import OF_ONE_AGAIN
from kdc_desktop.domain.people.standing import Standing
from kdc_desktop.domain.people.states import Answer, MatchState
from kdc_desktop.i18n import _, sentences
from kdc_desktop.instants import Instant
from kdc_desktop.interchange.people_in import PeopleSheet
from kdc_desktop.services.people.known import KnownPeople
from kdc_desktop.services.people.matching import ImportRow, RowsOfList, rows_matched
from kdc_desktop.services.people.newest_answers import NewestAnswers, newest_answers
from kdc_desktop.services.people.remembered_answers import LeftOut

_TAKEN_IN = (Answer.SAME, Answer.NEW)
_WHETHER_THEY_COME = (Answer.NEW, Answer.LEAVE_OUT)


def judged_rows(
    known: KnownPeople, found: PeopleSheet, choices: ImportChoices, before: LeftOut
) -> list[ImportRow]:
    """What importing each row would do, in the order of the list; none is missing.

    Who was left out `before` is left out where the same is asked again. A row that is answered
    offers what it offered before.
    """
    rows = _Judging(known, found, choices).rows
    return [before.applied(given, rows[at]) for at, given in enumerate(found.people)]


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
        self._cancelled: list[int] = []
        self._leave_out()
        self._newest = self._newest_answers(choices.answers)
        unanswered = self._newest_answers({}) if choices.answers else self._newest
        self._apart = unanswered.replaced.keys() - self._newest.replaced.keys()
        self._doubted = unanswered.doubted.keys()
        self._leave_out_again()
        unsure = [at for at in self._left() if self._is_unsure(at)]
        sure = [at for at in self._left() if not self._is_unsure(at)]
        for at, row in zip(sure, self._matched(sure), strict=True):
            self.rows[at] = self._answered(at, row)
        for at, row in zip(unsure, self._matched(unsure), strict=True):
            self.rows[at] = self._asked(row, self._newest.doubted.get(at))
        self._see_who_is_listed()

    def _left(self) -> list[int]:
        return [at for at in range(len(self._people)) if at not in self.rows]

    def _with_sector(self, person: RosterPerson) -> RosterPerson:
        letter = self._letters.get(fold(person.sector_said), "") if person.sector_said else ""
        return replace(person, sector=letter, sector_said="") if letter else person

    def _matched(self, places: Sequence[int]) -> list[ImportRow]:
        table, when = self._found.table, self._found.answered
        ordered = _in_order_of_time(places, when)
        rows = RowsOfList(
            [self._people[at] for at in ordered],
            [table.numbers[at] for at in ordered],
            [when[at] for at in ordered],
            self._found.source,
            self._choices.answers,
            self._choices.move_sectors,
            bool(self._found.origin),
        )
        matched = dict(zip(ordered, rows_matched(self._known, rows), strict=True))
        return [matched[at] for at in places]

    # Who is left out.

    def _leave_out(self) -> None:
        table = self._found.table
        for at, person in enumerate(self._people):
            sentence = self._why_not(at, table.numbers[at])
            if not sentence and self._is_cancelled(at):
                self._cancelled.append(at)
                name, said = person.name or person.email, person.status
                sentence = _("{name} is not coming: {status}.", name=name, status=said)
            if not sentence and self._is_nobody(person):
                sentence = _("Nobody has been named for this ticket.")
            if sentence:
                self.rows[at] = ImportRow(table.numbers[at], person, MatchState.LEFT_OUT, sentence)

    def _is_cancelled(self, at: int) -> bool:
        away = self._people[at].standing is Standing.NOT_COMING
        return away and not self._choices.include_cancelled

    def _is_nobody(self, person: RosterPerson) -> bool:
        return bool(self._found.plan.tool) and not (person.name or person.email or person.own_id)

    def _why_not(self, at: int, number: int) -> str:
        table, choices = self._found.table, self._choices
        if number in choices.unticked:
            return _("This row is left out, as you chose.")
        if at in table.totals:
            return _("This row is a total.")
        if at in table.hidden and not choices.include_hidden:
            return _("This row is hidden in the file.")
        return ""

    def _newest_answers(self, answers: Mapping[int, Answer]) -> NewestAnswers:
        if self._choices.include_cancelled:
            return NewestAnswers()
        counted = [*self._left(), *self._cancelled]
        when = self._found.answered
        numbers = self._found.table.numbers
        said = {at: answer for at in counted if (answer := answers.get(numbers[at]))}
        ordered = _in_order_of_time(sorted(counted), when)
        return newest_answers({at: self._people[at] for at in ordered}, said, when)

    def _leave_out_again(self) -> None:
        numbers = self._found.table.numbers
        for at, last in self._newest.replaced.items():
            person = self._people[at]
            sentence = left_out_again(person.name, numbers[last])
            self.rows[at] = ImportRow(
                numbers[at], person, MatchState.LEFT_OUT, sentence, offers=OF_ONE_AGAIN
            )

    def _see_who_is_listed(self) -> None:
        """Of those who are not coming: who is on the list of the session all the same."""
        listed = self._known.listed or {}
        met = {row.person_id for row in self.rows.values() if row.state is not MatchState.LEFT_OUT}
        if not listed or not self._cancelled:
            return
        for at, found in zip(self._cancelled, self._matched(self._cancelled), strict=True):
            person_id = found.person_id if found.state.comes_in else None
            there = None if person_id in met else listed.get(person_id or 0)
            if there is not None:
                leaves = None if there.came else not self._choices.stay_listed
                said = sentences([self.rows[at].sentence, _listed_said(leaves)])
                self.rows[at] = replace(
                    self.rows[at], sentence=said, person_id=person_id, leaves=leaves
                )

    # Who is asked about.

    def _is_unsure(self, at: int) -> bool:
        answer = self._choices.answers.get(self._found.table.numbers[at])
        unsure = self._people[at].standing is Standing.UNSURE or at in self._newest.doubted
        return unsure and answer not in _TAKEN_IN

    def _asked(self, row: ImportRow, doubted_by: int | None) -> ImportRow:
        """A row of whom it is not sure that they come; who is in already stays, as they are."""
        if row.state is MatchState.LEFT_OUT and row.offers == tuple(Answer) and row.why is None:
            return replace(row, offers=_WHETHER_THEY_COME)
        if row.state in (MatchState.PROBLEM, MatchState.LEFT_OUT):
            return row
        if self._is_in(row):
            sentence = _("{name} is known.", name=row.person.name)
            return replace(row, state=MatchState.SAME, sentence=sentence, consents=(), sayings=())
        unsure = self._why_unsure(row.person, doubted_by)
        if row.state is MatchState.ASKED:
            return replace(row, sentence=sentences([unsure, row.sentence]))
        return ImportRow(
            row.number,
            row.person,
            MatchState.ASKED,
            unsure,
            row.person_id,
            offers=_WHETHER_THEY_COME,
        )

    def _answered(self, at: int, row: ImportRow) -> ImportRow:
        """A row that offers to leave them out again of whom somebody has said that they come."""
        if at in self._apart:
            return replace(row, offers=OF_ONE_AGAIN)
        is_unsure = self._people[at].standing is Standing.UNSURE or at in self._doubted
        if not is_unsure or row.offers or not row.state.comes_in or self._is_in(row):
            return row
        return replace(row, offers=_WHETHER_THEY_COME)

    def _is_in(self, row: ImportRow) -> bool:
        """Whether it is of somebody known, who is on the list that it goes to."""
        is_in = self._known.listed is None or row.person_id in self._known.listed
        return row.person_id is not None and row.state.comes_in and is_in

    def _why_unsure(self, person: RosterPerson, doubted_by: int | None) -> str:
        if doubted_by is None:
            return _(
                "It is not sure that {name} is coming ({status}): take them in, or leave them out?",
                name=person.name,
                status=person.status,
            )
        return _(
            "Row {row} says that {name} is not coming: take them in, or leave them out?",
            name=person.name,
            row=str(self._found.table.numbers[doubted_by]),
        )


def _in_order_of_time(places: Sequence[int], when: Sequence[Instant | None]) -> Sequence[int]:
    """The later answers last, where all rows say when they were written."""
    moments = {at: moment.seconds for at in places if (moment := when[at]) is not None}
    return sorted(places, key=moments.__getitem__) if len(moments) == len(places) else places


def _listed_said(leaves: bool | None) -> str:
    """What becomes of somebody on the list of the session who is not coming; None who was there."""
    if leaves is None:
        return _("They have been at this session and stay on its list.")
    if leaves:
        return _("They are taken off the list of this session.")
    return _("They stay on the list of this session.")
