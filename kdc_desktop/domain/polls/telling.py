"""What may be told of what each option came to in all: a number, or what stands there.

See decision 0029. A count goes in with all that it knows, and comes out with what everybody may.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kdc_desktop.domain.polls.cast import Cast, Spot
from kdc_desktop.domain.polls.giving import Giving, total
from kdc_desktop.domain.polls.hiding import ToldBeside, ToldPart, is_near
from kdc_desktop.domain.polls.method import Count, Method, Placed
from kdc_desktop.domain.polls.placing import placed
from kdc_desktop.domain.polls.sums import Sum, places_of_sums, told_sums
from kdc_desktop.domain.polls.terms import Terms


@dataclass(frozen=True)
class Outcome:
    """What is told of an option: `placed` has a value where that is a number, else none.

    Where a bound is told, papers gave it from the `least` to the `most`. `voters` is how many
    papers support it, or say something of it; None where that is not told. `is_near`: nearly all or
    nearly none of the papers support it, or no number is told, so sectors are not told of. `hands`
    are in a sum beside what is told so.
    """

    placed: Placed
    told: ToldPart
    voters: int | None
    is_near: bool = False
    least: int = 0
    most: int = 0
    hands: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether all is told of it that was counted."""
        return self.told is ToldPart.NUMBER and self.voters is not None


def told_in_all(
    method: Method, terms: Terms, cast: Cast, count: Count, few: int, beside: ToldBeside
) -> list[Outcome]:
    """What is told of each option, the best first; `few` is 0 where nothing hides."""
    if not few:
        return [Outcome(one, ToldPart.NUMBER, one.voters) for one in count.options]
    if isinstance(method, Giving):
        found = _sums(method, terms, cast, count, few)
    else:
        near = method.nearly(cast, terms, few)
        make = _whole_papers if method.reads_papers else _levels
        found = make(method, terms, cast, count, few, near)
    if beside is ToldBeside.NUMBERS:
        return [_without_number(one) for one in found]
    return found


def of_nothing(count: Count, terms: Terms) -> list[Outcome]:
    """All options as on the paper, with nothing told of them."""
    rows = [Placed(one.option_id, 1, False, False, None) for one in on_paper(count, terms)]
    return [Outcome(one, ToldPart.NOTHING, None, is_near=True) for one in rows]


def on_paper(count: Count, terms: Terms) -> list[Placed]:
    """What was counted in the order of the paper: that of a count would tell who has more."""
    order = {key: at for at, key in enumerate(terms.ids)}
    options = (replace(one, winner=False) for one in count.options)
    return sorted(options, key=lambda one: order[one.option_id])


def _sums(method: Giving, terms: Terms, cast: Cast, count: Count, few: int) -> list[Outcome]:
    tally = cast.tally
    given = {key: total(tally, key, hands=False) for key in terms.ids}
    hands = {one.option_id: int(one.value or 0) - given[one.option_id] for one in count.options}
    sums = told_sums(given, tally.cast, method.one_paper(terms), few)
    order = places_of_sums(sums, given, hands)
    near = method.nearly(cast, terms, few)
    several = method.one_paper(terms).to_one != 1  # then sums and papers would tell of each other
    quiet = sums.keys() if several else near.keys()
    rows = placed(on_paper(count, terms), lambda one: order[one.option_id])
    backed = {
        key for key, one in sums.items() if one.told is not ToldPart.NEARLY_NONE or hands[key]
    }
    won = _funded(count, sums, backed) if method.reads_papers else backed
    return [
        Outcome(
            _told(
                replace(one, winner=one.option_id in won and (one.winner or method.reads_papers)),
                sums[one.option_id].told,
                spread=one.option_id not in quiet,
            ),
            sums[one.option_id].told,
            None if one.option_id in quiet else _if_number(one, sums[one.option_id].told),
            one.option_id in near or sums[one.option_id].told is not ToldPart.NUMBER,
            sums[one.option_id].least,
            sums[one.option_id].most,
            hands[one.option_id],
        )
        for one in rows
    ]


def _funded(count: Count, sums: Mapping[int, Sum], backed: set[int]) -> set[int]:
    """What is told to be funded: of those that nearly all support all or none, since the money that
    is enough for some of them only goes by single papers."""
    level = {key for key, one in sums.items() if one.told is ToldPart.NEARLY_ALL}
    funded = backed.intersection(count.winners)
    return funded if level <= funded else funded - level


def _levels(
    method: Method,
    terms: Terms,
    cast: Cast,
    count: Count,
    few: int,
    near: Mapping[int, ToldPart],
) -> list[Outcome]:
    """Where each option is judged by itself: its number is told, and who said what where it may."""
    ends = method.unnumbered(cast, terms, few)
    told = {
        one.option_id: _told_of_level(cast, one, ends.get(one.option_id), few)
        for one in count.options
    }
    flat = {
        one.option_id
        for one in count.options
        if one.option_id in near or _says_the_same(cast, one.option_id, few)
    }
    return [
        Outcome(
            _told(one, told[one.option_id], spread=one.option_id not in flat),
            told[one.option_id],
            None if one.option_id in flat else _if_number(one, told[one.option_id]),
            is_near=one.option_id in near or told[one.option_id] is not ToldPart.NUMBER,
        )
        for one in _with_ends_level(count, terms, told)
    ]


def _told_of_level(cast: Cast, one: Placed, end: ToldPart | None, few: int) -> ToldPart:
    raised = any(Spot(one.option_id) in by_spot for by_spot in cast.tally.hands.values())
    if one.voters <= few:
        return ToldPart.PLACE if raised else ToldPart.NOTHING
    if end is None:
        return ToldPart.NUMBER
    return ToldPart.PLACE if raised else end


def _with_ends_level(count: Count, terms: Terms, told: Mapping[int, ToldPart]) -> Sequence[Placed]:
    """The same order, but those of which only an end of the scale is told have one place there.

    Those of which nothing is told come last.
    """
    ends = {ToldPart.NEARLY_ALL: 2, ToldPart.NEARLY_NONE: 0}
    if not set(told.values()) & {ToldPart.NOTHING, *ends}:
        return count.options

    def level(one: Placed) -> tuple[int, int] | None:
        its = told[one.option_id]
        return (
            None
            if its is ToldPart.NOTHING
            else (ends.get(its, 1), 0 if its in ends else -one.place)
        )

    return placed(on_paper(count, terms), level)


def _says_the_same(cast: Cast, option_id: int, few: int) -> bool:
    """Whether of all papers, but a few more than “nearly” leaves open, each says the same of it."""
    of_all = cast.tally.cast
    said = cast.tally.levels(Spot(option_id), hands=False)
    blank = of_all - said.total()
    return max((blank, *said.values())) >= of_all - few - 1


def _whole_papers(
    _method: Method,
    terms: Terms,
    _cast: Cast,
    count: Count,
    few: int,
    near: Mapping[int, ToldPart],
) -> list[Outcome]:
    """Where numbers hang together, all of them are told, or none where one would tell too much."""
    if is_near(count.blank, count.papers, few) is ToldPart.NEARLY_ALL:
        return of_nothing(count, terms)
    told = ToldPart.PLACE if near else ToldPart.NUMBER
    return [
        Outcome(_told(one, told), told, _if_number(one, told), is_near=bool(near))
        for one in count.options
    ]


def _if_number(one: Placed, told: ToldPart) -> int | None:
    return one.voters if told is ToldPart.NUMBER else None


def _told(one: Placed, told: ToldPart, *, spread: bool = True) -> Placed:
    """What a count made of an option, as far as it is told."""
    if told is ToldPart.NUMBER:
        return one if spread else replace(one, voters=0, spread=())
    return replace(one, value=None, voters=0, spread=(), low=None, high=None, parts=())


def _without_number(one: Outcome) -> Outcome:
    told = ToldPart.PLACE if one.told in (ToldPart.NUMBER, ToldPart.AT_MOST) else one.told
    return Outcome(_told(one.placed, ToldPart.PLACE), told, None, is_near=True)
