"""Votes: the methods, what a valid ballot paper is, and the count.

Totals are always counted again from papers and hands, never kept. The count touches every mark
once, so its cost grows in step with the papers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Method:
    """A rule for voting: `limited` needs a number of marks each; `may_stack` may allow several
    marks on one option."""

    key: str
    name: str
    sentence: str
    limited: bool
    may_stack: bool


METHODS = (
    Method(
        "approval", "Approval", "Say yes to every option you would support.", False, may_stack=False
    ),
    Method(
        "dots", "Dots", "Share out your dots among the options you want most.", True, may_stack=True
    ),
)
BY_KEY = {method.key: method for method in METHODS}


@dataclass(frozen=True)
class Secrecy:
    """Who can see what; fixed before a poll opens. `sentence` stands on the screen while voting."""

    key: str
    name: str
    sentence: str
    keeps_voter: bool
    keeps_sector: bool


SECRECY = (
    Secrecy(
        "named",
        "Named",
        "Named: the organisers can see who voted for what.",
        keeps_voter=True,
        keeps_sector=True,
    ),
    Secrecy(
        "sector",
        "Sector only",
        "Sector only: your vote is kept with your sector, never with your name.",
        keeps_voter=False,
        keeps_sector=True,
    ),
    Secrecy(
        "secret",
        "Secret",
        "Secret: your vote is kept with neither name nor sector; nobody can find it again.",
        keeps_voter=False,
        keeps_sector=False,
    ),
)
SECRECY_BY_KEY = {secrecy.key: secrecy for secrecy in SECRECY}


@dataclass(frozen=True, slots=True)
class Paper:
    """One ballot paper: marks by option id, and the voter's sector where secrecy keeps it."""

    sector: str | None
    marks: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Hands:
    """Hands counted in the room for one option, in one sector or in all of them together."""

    option_id: int
    sector: str | None
    hands: int


@dataclass(frozen=True)
class Tally:
    """What was counted; inner mappings go by option id, outer ones by sector (None: not kept).

    `marks` and `supporters` come from papers, `hands` from shows of hands; `papers` says how many
    papers each sector cast, blank ones included.
    """

    option_ids: tuple[int, ...]
    papers: Mapping[str | None, int]
    marks: Mapping[str | None, Mapping[int, int]]
    supporters: Mapping[str | None, Mapping[int, int]]
    hands: Mapping[str | None, Mapping[int, int]]

    def total(self, option_id: int) -> int:
        """Marks and hands of everybody for one option."""
        counts = (*self.marks.values(), *self.hands.values())
        return sum(count[option_id] for count in counts)

    def voters(self, option_id: int) -> int:
        """Papers that gave the option something."""
        return sum(count[option_id] for count in self.supporters.values())


def check_paper(
    method: str,
    marks_each: int | None,
    stacking: bool,
    option_ids: Iterable[int],
    marks: Mapping[int, int],
) -> str | None:
    """What is wrong with a paper, as a sentence for the voter; None when it is valid.

    `marks_each` None means no limit. A blank paper is valid. ValueError for an unknown method.
    """
    if method not in BY_KEY:
        raise ValueError(f"unknown voting method {method!r}")
    if not set(marks) <= set(option_ids):
        return "One of these options is not on this paper: start again."
    if any(count < 0 for count in marks.values()):
        return "A mark cannot be less than nothing: start again."
    dots = BY_KEY[method].may_stack
    if not (dots and stacking) and any(count > 1 for count in marks.values()):
        return f"Give each option at most one {'dot' if dots else 'yes'}."
    given = sum(marks.values())
    if marks_each is not None and given > marks_each:
        had = f"{marks_each} {'dot' if marks_each == 1 else 'dots'} to give and gave {given}"
        said = f"You have {had}" if dots else f"You may pick {marks_each} and picked {given}"
        return f"{said}: take {given - marks_each} back."
    return None


def tally(option_ids: Sequence[int], papers: Iterable[Paper], hands: Iterable[Hands] = ()) -> Tally:
    """Count papers and hands; ValueError for one on an option that is not in the poll.

    The services let the database add up and use this as the independent count that theirs must
    equal.
    """
    options = tuple(dict.fromkeys(option_ids))
    nothing = dict.fromkeys(options, 0)
    cast: dict[str | None, int] = {}
    marks: dict[str | None, dict[int, int]] = {}
    supporters: dict[str | None, dict[int, int]] = {}
    raised: dict[str | None, dict[int, int]] = {}
    try:
        for paper in papers:
            sector = paper.sector
            if sector not in cast:
                cast[sector] = 0
                marks[sector] = dict(nothing)
                supporters[sector] = dict(nothing)
            cast[sector] += 1
            sums, support = marks[sector], supporters[sector]
            for option_id, count in paper.marks.items():
                sums[option_id] += count
                if count:
                    support[option_id] += 1
        for row in hands:
            raised.setdefault(row.sector, dict(nothing))[row.option_id] += row.hands
    except KeyError as error:
        raise ValueError(f"option {error} is not in this poll") from error
    return Tally(options, cast, marks, supporters, raised)


@dataclass(frozen=True)
class Reconciliation:
    """Whether the channels add up to no more than the electorate, as one line for the screen."""

    voted: int
    electorate: int
    balanced: bool
    sentence: str


def reconcile(kiosk: int, by_hand: int, show_of_hands: int, electorate: int) -> Reconciliation:
    """Add the channels up; all are numbers of people. Unused channels are left out of the line."""
    channels = (
        (kiosk, "at the kiosk"),
        (by_hand, "by hand"),
        (show_of_hands, "by show of hands"),
    )
    used = [f"{count} {how}" for count, how in channels if count]
    voted = kiosk + by_hand + show_of_hands
    line = f"{' + '.join(used)} = " if used else ""
    line += f"{voted} of {electorate} present"
    too_many = voted - electorate
    if too_many > 0:
        line += f": {too_many} too many, count again"
    return Reconciliation(voted, electorate, too_many <= 0, line)
