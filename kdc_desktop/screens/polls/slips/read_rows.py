"""What became of each slip that was seen in pictures."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto

from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.slip_code import number_on_slip
from kdc_desktop.domain.polls.slip_paper import Box, filled_in
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, sentences
from kdc_desktop.interchange.slips import LineShown, PictureRead, SlipSeen
from kdc_desktop.services.polls.slip_codes import SlipSheet


class ReadState(Enum):
    """How far a slip is."""

    ASKED = auto()  # a box is doubtful
    READY = auto()  # to be counted
    TO_TYPE = auto()  # it cannot be counted as it was read
    COUNTED = auto()
    LEFT_OUT = auto()


@dataclass
class ReadSlip:
    """A slip that was seen; `why` says what is wrong with it, `doubts` are still to be asked."""

    number: int
    written: str
    seen: SlipSeen
    filled: set[Box]
    doubts: list[Box]
    state: ReadState = ReadState.ASKED
    why: str = ""
    marks: dict[Spot, int] = field(default_factory=dict)

    def shown(self, box: Box) -> LineShown:
        """What the line of a doubtful box looks like."""
        return self.seen.shown[box[0]]


class ReadSlips:
    """The slips of a poll that were seen, in the order in which they came; each number once.

    `can_count` raises UserError where the paper of a number cannot be counted.
    """

    def __init__(self, sheet: SlipSheet, can_count: Callable[[int], object]) -> None:
        self._sheet, self._can_count = sheet, can_count
        self._by_number: dict[int, ReadSlip] = {}

    @property
    def rows(self) -> list[ReadSlip]:
        """All of them."""
        return list(self._by_number.values())

    def of(self, state: ReadState) -> list[ReadSlip]:
        """Those that are so far."""
        return [row for row in self._by_number.values() if row.state is state]

    def take(self, pictures: Iterable[PictureRead]) -> str:
        """Take what was read; what has to be said of it, in sentences."""
        problems: list[str] = []
        for picture in pictures:
            problems += picture.problems
            for seen in picture.slips:
                if problem := self._sheet.problem(seen.code):
                    problems.append(problem)
                else:
                    self._take(seen)
        return sentences(dict.fromkeys(problems))

    def _take(self, seen: SlipSeen) -> None:
        number = seen.code.number
        known = self._by_number.get(number)
        if known is not None and known.state is ReadState.COUNTED:
            return
        written = number_on_slip(self._sheet.poll_id, number)
        row = ReadSlip(number, written, seen, set(seen.filled), list(seen.doubtful))
        self._by_number[number] = row
        try:
            self._can_count(number)
        except UserError as error:
            row.state, row.why = ReadState.LEFT_OUT, str(error)
            return
        if known is not None and _differ(known, row):
            row.state = ReadState.TO_TYPE
            row.why = _("It was seen twice, filled in differently: look which is the right one.")
            return
        self.settle(row)

    def answer(self, row: ReadSlip, *, filled: bool) -> None:
        """Say whether the next doubtful box of a slip is filled."""
        box = row.doubts.pop(0)
        if filled:
            row.filled.add(box)
        self.settle(row)

    def settle(self, row: ReadSlip) -> None:
        """See whether a slip can be counted now."""
        if row.doubts:
            row.state = ReadState.ASKED
            return
        method, terms = self._sheet.method, self._sheet.terms
        said = filled_in(method, terms, row.seen.code.shape, row.filled)
        row.marks = said.marks
        row.why = ""
        if said.unclear:
            row.why = _("More than one box is filled in a line.")
        elif problem := check(method, terms, said.marks):
            row.why = problem
        row.state = ReadState.TO_TYPE if row.why else ReadState.READY


def _differ(one: ReadSlip, other: ReadSlip) -> bool:
    """Whether a box that both pictures show surely is filled in one of them only."""
    unsure = {*one.seen.doubtful, *other.seen.doubtful}
    return bool((one.seen.filled ^ other.seen.filled) - unsure)
