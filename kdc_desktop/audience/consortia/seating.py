"""How people and their tables share the wall: as large as fits on the fewest pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kdc_desktop.audience.kit.ink import BOLD, SEMIBOLD, SMALLEST, fit, is_within, text_width
from kdc_desktop.audience.kit.slide import INNER, dotted
from kdc_desktop.domain.kit.remembering import remembered
from kdc_desktop.i18n import _, listed_and, paired

GAP = 20.0
PADDING = 24.0
MOST_LINES = 4
"""Of a table's title."""
SPARE = 1
"""So many more may come to a table, and nothing else moves."""


@dataclass(frozen=True)
class NamedSeat:
    """Somebody at a table, by the name that is read on the wall, and whom they come from.

    `alike`: somebody else has the same name, so that they find themselves by the organisation.
    `lead` is the word for it where the others turn to them.
    """

    name: str
    sector: str
    organisation: str = ""
    alike: bool = False
    lead: str = ""

    @cached_property
    def written(self) -> str:
        """The name, and behind it whether they lead."""
        return dotted(self.name, self.lead)

    @property
    def line(self) -> str:
        """All of it in words."""
        return paired(self.written, self.organisation) if self.organisation else self.written


@dataclass(frozen=True)
class ConsortiumCard:
    """One consortium: its letter ("B"), name, who sits there, and its gaps.

    `gaps` are phrases that continue “still needs …”: ("a resident", "a lead"). Without a letter it
    is no consortium, but those who are still to be placed.
    """

    letter: str
    name: str
    seats: tuple[NamedSeat, ...] = ()
    gaps: tuple[str, ...] = ()

    @property
    def gap_line(self) -> str:
        """“B still needs a resident and a lead”, or that nothing is missing."""
        if not self.letter:
            return ""
        if not self.gaps:
            return _("{consortium} has everyone it needs", consortium=self.letter)
        needs = listed_and(self.gaps)
        return _("{consortium} still needs {needs}", consortium=self.letter, needs=needs)


@dataclass(frozen=True)
class Density:
    """Sizes in pixels of the slide; `organisation` is 0 where only those alike have room for it.

    `head` is the height of a head whose title has one line; `columns` stand side by side, and
    `floors` of them above each other.
    """

    name: int
    organisation: int
    letter: int
    head: float
    foot: float
    columns: int
    floors: int = 1
    apart: float = 6

    @property
    def mark(self) -> float:
        """How large a sector's mark is."""
        return self.name * 1.22

    def width(self, columns: int) -> float:
        """How wide one of so many columns is."""
        return (INNER - GAP * (columns - 1)) / columns

    def beside_mark(self, width: float) -> float:
        """How much of a column's width a name has."""
        return width - 2 * PADDING - self.mark - 14

    def lines(self, seat: NamedSeat, room: float) -> int:
        """How many lines the name takes, which has so much of a column's width."""
        if is_within(seat.written, room, self.name, SEMIBOLD):
            return 1
        if not seat.lead:
            return 2
        return len(fit(seat.written, room, 1000, self.name, SEMIBOLD, MOST_LINES, self.name).lines)

    def beneath(self, seat: NamedSeat) -> int:
        """The size at which the organisation stands beneath the name; 0 where it does not."""
        if not seat.organisation:
            return 0
        return self.organisation or (SMALLEST if seat.alike else 0)

    def title_width(self, letter: str, width: float) -> float:
        """How much of a column's width is beside its letter."""
        beside = text_width(letter, self.letter, BOLD) + 18 if letter else 0
        return width - 2 * PADDING - beside

    def head_of(self, cards: Sequence[ConsortiumCard], width: float) -> float:
        """How high the heads of columns of this width are, so that the titles are read whole."""
        titles = (
            fit(
                card.name,
                self.title_width(card.letter, width),
                1000,
                self.name,
                BOLD,
                MOST_LINES,
                self.name,
            )
            for card in cards
        )
        return max(self.head, *(title.height + 34 for title in titles), 0)

    def heights(self, seats: Iterable[NamedSeat], width: float) -> list[float]:
        """How high each of these seats is in a column of this width."""
        room, line = self.beside_mark(width), self.name * 1.26
        highs = ((self.lines(seat, room) * line + self.beneath(seat) * 1.26) for seat in seats)
        mark, apart = self.mark, self.apart
        return [(high if high > mark else mark) + apart for high in highs]

    def room(self, height: float, head: float) -> float:
        """How much of this height the seats of a column have, below a head so high."""
        return (height - GAP * (self.floors - 1)) / self.floors - head - self.foot

    def pages_at_least(self, cards: Sequence[ConsortiumCard], height: float) -> int:
        """How many pages it takes if every name and every title has room on one line."""
        come = all(seat.organisation for card in cards for seat in card.seats)
        beneath = self.organisation if come else 0
        least = max((self.name + beneath) * 1.26, self.mark) + self.apart
        in_column = max(1, int(self.room(height, self.head) / least + 0.001))
        columns = sum(max(1, -(-len(card.seats) // in_column)) for card in cards)
        return -(-columns // (self.columns * self.floors))


DENSITIES = (
    Density(44, 32, 92, 124, 96, 3),
    Density(34, 28, 76, 104, 92, 4),
    Density(30, 28, 76, 100, 92, 4),
    Density(36, 0, 76, 104, 92, 4),
    Density(28, 0, 56, 76, 78, 4, floors=2),
    Density(30, 0, 76, 92, 92, 4),
    Density(28, 0, 56, 76, 78, 4, apart=2),
    Density(28, 0, 56, 76, 78, 5, apart=2),
)
"""The largest first."""


@dataclass(frozen=True)
class SeatColumn:
    """A card, or as much of it as fits in one column; `begins` and `ends` tell which part."""

    card: ConsortiumCard
    seats: tuple[NamedSeat, ...]
    begins: bool
    ends: bool


@dataclass(frozen=True)
class SeatingPlan:
    """The columns of every page, in how many of them the width is shared, and their sizes."""

    density: Density
    head: float
    columns: int
    pages: tuple[tuple[SeatColumn, ...], ...]

    @property
    def is_calm(self) -> bool:
        """Whether nothing that goes on in another column stands above other tables."""
        whole = (column.begins and column.ends for page in self.pages for column in page)
        return self.density.floors == 1 or all(whole)


def seating_plan(
    cards: tuple[ConsortiumCard, ...],
    height: float,
    before: Density | None = None,
    densities: tuple[Density, ...] = DENSITIES,
) -> SeatingPlan:
    """The plan with the fewest pages, and of several the first of these densities.

    Before that comes one in which every table has room for some more, who may move there; `before`
    does without that room where it is larger. So the same people always find the same plan.
    """
    plans = _calm_plans(cards, height, densities)
    fewest = min(len(plan.pages) for plan, _room in plans)
    few = [(plan, has_room) for plan, has_room in plans if len(plan.pages) == fewest]
    kept = (plan for plan, has_room in few if has_room or plan.density == before)
    return next(kept, few[0][0])


@remembered(8)
def _calm_plans(
    cards: tuple[ConsortiumCard, ...], height: float, densities: tuple[Density, ...]
) -> tuple[tuple[SeatingPlan, bool], ...]:
    """The calm plans that may have the fewest pages, in the order of the densities.

    With each, whether every table has room for more.
    """
    grown = [replace(card, seats=card.seats + card.seats[:SPARE]) for card in cards]
    plans: list[tuple[SeatingPlan, bool]] = []
    for density in reversed(densities):  # the closest first: what takes more pages is not measured
        fewest = min((len(plan.pages) for plan, _room in plans), default=None)
        if fewest is not None and density.pages_at_least(cards, height) > fewest:
            continue
        width = density.width(density.columns)
        head = density.head_of(cards, width)
        highs = [density.heights(card.seats, width) for card in cards]
        plan = _plan_of(cards, highs, height, head, density)
        if plan.is_calm:
            highs = [high + high[:SPARE] for high in highs]  # of nobody who is not measured yet
            later = _plan_of(grown, highs, height, head, density)
            plans.append((plan, later.is_calm and len(later.pages) == len(plan.pages)))
    return tuple(reversed(plans))


def _plan_of(
    cards: Sequence[ConsortiumCard],
    highs: Sequence[Sequence[float]],
    height: float,
    head: float,
    density: Density,
) -> SeatingPlan:
    """The plan in these sizes: a table begins on the next page where this one has no room."""
    columns = density.columns
    room = density.room(height, head)
    per_page = columns * density.floors
    pages: list[list[SeatColumn]] = [[]]
    for card, high in zip(cards, highs, strict=True):
        parts = _columns(card, high, room)
        if pages[-1] and len(pages[-1]) + len(parts) > per_page:
            pages.append([])
        for part in parts:
            if len(pages[-1]) == per_page:
                pages.append([])
            pages[-1].append(part)
    if len(pages) == 1:
        columns = min(columns, max(2, len(pages[0])))
    return SeatingPlan(density, head, columns, tuple(map(tuple, pages)))


def _columns(card: ConsortiumCard, highs: Sequence[float], room: float) -> list[SeatColumn]:
    parts: list[list[NamedSeat]] = [[]]
    left = room
    for seat, high in zip(card.seats, highs, strict=True):
        if high > left and parts[-1]:
            parts.append([])
            left = room
        parts[-1].append(seat)
        left -= high
    last = len(parts) - 1
    return [SeatColumn(card, tuple(part), at == 0, at == last) for at, part in enumerate(parts)]
