"""Makes an election of the rows of a table: of one for each mark, or one for each paper."""

from typing import TYPE_CHECKING, NamedTuple

from kdc_desktop.domain.polls.cast import Papers, SectorLetter
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, Terms
from kdc_desktop.i18n import _
from kdc_desktop.interchange.elections.amounts import parts_of_one
from kdc_desktop.interchange.elections.coded_columns import CodedColumns
from kdc_desktop.interchange.elections.election import (
    MOST_MARKS,
    MOST_OPTIONS,
    MOST_PAPERS,
    Election,
    Id,
    Marked,
    fault,
    too_many_marks,
    too_many_options,
    too_many_papers,
    whole,
)
from kdc_desktop.interchange.elections.votes_csv_head import VotesHead

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

MARKED = {
    "approval": Marked.YESES,
    "budget": Marked.YESES,
    "dots": Marked.POINTS,
    "score": Marked.SCORES,
    "ranking": Marked.RANKS,
}
"""What marks say in the papers of some methods; of the others it is known to themselves."""
PAIRWISE, CRITERIA = "pairwise", "criteria"


class VoteMarks(NamedTuple):
    """Marks, and the rows of the table in which they stand."""

    paper: "NDArray[int64]"
    option: "NDArray[int64]"
    part: "NDArray[int64]"
    value: "NDArray[int64]"
    row: "NDArray[int64]"


class VoteRows:
    """What both kinds of rows share. `method` is what the head says, or what is asked for."""

    def __init__(self, head: VotesHead, columns: CodedColumns, asked: str) -> None:
        self.head, self.columns = head, columns
        self.method = head.method or asked

    def options(self, names: dict[str, int]) -> dict[str, int]:
        """The options in their order; `names` are all that occur, with the row of the first time.

        Raises:
            UserError: one is not in the head, where that names the options.
        """
        known = self.head.options
        strange = [(row, name) for name, row in names.items() if name not in known]
        if known and strange:
            said = _("option “{name}” is not in the head.", name=strange[0][1][:40])
            raise fault(self.columns.line(strange[0][0]), said)
        ids = list(known or names)
        if len(ids) > MOST_OPTIONS:
            raise too_many_options()
        if not known and all(_is_number(name) for name in ids):
            ids.sort(key=int)
        return {name: at for at, name in enumerate(ids)}

    def made(self, options: dict[str, int], marks: VoteMarks, first: "NDArray[int64]") -> Election:
        """The election of these marks; `first` has the first row of each paper."""
        import numpy

        if len(marks.paper) > MOST_MARKS:
            raise too_many_marks()
        order = numpy.argsort(marks.paper, kind="stable")
        marks = VoteMarks(*(column[order] for column in marks))
        self._see_once(options, marks)
        numbered = bool(options) and all(map(_is_number, options))
        choices = self._choices(options, numbered)
        if self.method == PAIRWISE:
            keys = numpy.array([one.id for one in choices] or [0])
            marks = marks._replace(part=keys[marks.part])
        sectors, sector = self._sectors(first)
        papers = Papers(
            tuple(one.id for one in choices),
            marks.paper,
            marks.option,
            marks.part,
            marks.value,
            self._times(first),
            sector,
            sectors,
        )
        ids: tuple[Id, ...] = tuple(map(int, options)) if numbered else tuple(options)
        marked = MARKED.get(self.head.method, Marked.ANYTHING)
        lines = self.columns.lines[first]
        terms = self._terms(choices, papers)
        return Election(terms, papers, ids, marked, self.head.method, lines, self.head.said)

    def _sectors(
        self, first: "NDArray[int64]"
    ) -> "tuple[tuple[SectorLetter, ...], NDArray[int64]]":
        """The sectors, and the place of each paper's among them."""
        import numpy

        if not self.columns.has("sector"):
            return (None,), numpy.zeros(len(first), dtype=numpy.int64)
        places = {name: at for at, name in enumerate(self.columns.words("sector"))}
        sectors = tuple(name or None for name in places)
        return sectors or (None,), self.columns.places("sector", places)[first]

    def _see_once(self, options: dict[str, int], marks: VoteMarks) -> None:
        """That no paper says two things of one option."""
        import numpy

        least = int(marks.part.min(initial=0))
        wide = int(marks.part.max(initial=0)) - least + 1
        keys = (marks.paper * max(len(options), 1) + marks.option) * wide + marks.part - least
        order = numpy.argsort(keys, kind="stable")
        twice = numpy.flatnonzero(numpy.diff(keys[order]) == 0)
        if len(twice):
            row = int(marks.row[order[twice[0] + 1]])
            raise fault(self.columns.line(row), _("this paper has said something of it before."))

    def _choices(self, options: dict[str, int], numbered: bool) -> tuple[PollChoice, ...]:
        known, unit = self.head.options, self._unit
        return tuple(
            PollChoice(
                int(name) if numbered else at + 1,
                known[name][0] if name in known else name,
                int(known[name][1] * unit) if name in known else 0,
            )
            for name, at in options.items()
        )

    @property
    def _unit(self) -> int:
        costs = (cost for _title, cost in self.head.options.values())
        return parts_of_one((self.head.total, *costs))

    def _times(self, first: "NDArray[int64]") -> "NDArray[int64]":
        """How often each paper was cast."""
        times = self.columns.numbers("times", 1, MOST_PAPERS)
        if (times < 0).any():
            said = _("a paper cannot be cast less often than never.")
            raise fault(self.columns.line(int((times < 0).argmax())), said)
        if int(times[first].sum()) > MOST_PAPERS:
            raise too_many_papers()
        return times[first]

    def _terms(self, choices: tuple[PollChoice, ...], papers: Papers) -> Terms:
        head, unit = self.head, self._unit
        lowest, highest = head.scale or (
            min(0, int(papers.value.min(initial=0))),
            max(1, int(papers.value.max(initial=1))),
        )
        criteria = tuple(head.criteria)
        if self.method == CRITERIA and not criteria:
            numbers = sorted(set(papers.part.tolist()))
            criteria = tuple(CriterionTerms(number, str(number)) for number in numbers)
        return Terms(
            choices,
            marks_each=head.marks_each,
            most_on_one=head.most_on_one,
            lowest=lowest,
            highest=highest,
            total=int(head.total * unit),
            criteria=criteria,
            unit=unit,
        )


def _is_number(name: str) -> bool:
    """Whether an id is a whole number, written as one writes it."""
    number = whole(name)
    return number is not None and str(number) == name
