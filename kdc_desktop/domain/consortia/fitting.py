"""Who might work together on what: people's wishes, the groups around winners, their gaps.

Everything here is a frozen value or a pure function; `suggest` finds the placement.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kdc_desktop.domain.consortia.bonds import NONE, Bonds
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import BY_LETTER, words_of
from kdc_desktop.i18n import ngettext, sentences


class Candidate(NamedTuple):
    """A person to place; `choices` are winner ids, the first choice first, empty without a wish.

    They speak for a department of their organisation where they belong to one. `apart` tells them
    from others of the name. `drawn` are the winners that their organisation wants to work on.
    """

    person_id: int
    name: str
    sector: str
    organisation_id: int | None = None
    organisation: str = ""
    choices: tuple[int, ...] = ()
    role: MemberRole | None = None
    apart: str = ""
    department_id: int | None = None
    department: str = ""
    drawn: tuple[int, ...] = ()

    @property
    def brings(self) -> str:
        """The sector whose gap this person fills: none for an observer."""
        return "" if self.role == MemberRole.OBSERVER else self.sector


@dataclass(frozen=True)
class Group:
    """A winner that may become a consortium of `smallest` to `largest` people."""

    winner_id: int
    title: str
    smallest: int
    largest: int
    needed_sectors: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Weights:
    """What matters, in points.

    `wishes` are earned for the first, second and third choice (a later choice earns the last of
    them), `none_given` for placing a person without a wish and `not_wished` for a person placed
    outside their wishes. `drawn` are earned on top where their organisation wants to be, by its
    first, second and third choice: less than lies between two wishes of a person; `represented`
    where somebody of it is there at all, and `meeting` where one brings what another looks for.
    Lost are: `every_sector` for each needed sector or role that is missing and each person short of
    the smallest size, `running` for each winner that does not run, `equal_strength` for each person
    above the even share, `new_acquaintances` for each person in a consortium who joins someone of
    the same circle, and `waiting` for each person who waits, on top of what one more person could
    cost a group: so nobody waits while a seat is free.
    """

    wishes: tuple[float, ...] = (100.0, 60.0, 30.0)
    none_given: float = 5.0
    not_wished: float = 0.0
    drawn: tuple[float, ...] = (25.0, 15.0, 8.0)
    represented: tuple[float, ...] = (30.0, 20.0, 10.0)
    meeting: float = 10.0
    every_sector: float = 90.0
    running: float = 200.0
    equal_strength: float = 10.0
    new_acquaintances: float = 0.0
    waiting: float = 30.0


@dataclass(frozen=True)
class Problem:
    """Everything a suggestion depends on.

    `pinned` people stay where they are, `circles` are people who have already worked together.
    With `fill_seats`, people whose wishes are full take seats that nobody wished; without, they
    wait. `bonds` are what else binds people: who is kept apart, and what groups look for.
    """

    candidates: tuple[Candidate, ...]
    groups: tuple[Group, ...]
    per_organisation: int = 3
    pinned: Mapping[int, int] = field(default_factory=dict)
    weights: Weights = Weights()
    circles: tuple[frozenset[int], ...] = ()
    fill_seats: bool = True
    bonds: Bonds = NONE


@dataclass(frozen=True)
class Suggestion:
    """A placement and how good it is.

    `score` is a percentage of everybody's first wish with nothing missing; no placement is better
    by more than `bound_gap` per cent, which is None while nothing is proven.
    `could_not` says in sentences what was asked and cannot be, and `differs` what is otherwise than
    in the first of several.
    """

    placed: dict[int, int]
    waiting: tuple[int, ...]
    closed: tuple[int, ...]
    score: float
    bound_gap: float | None
    could_not: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    elsewhere: int = 0


@dataclass(frozen=True)
class Gap:
    """What a consortium lacks, as a sentence; `ask` are the people who could mend it."""

    sentence: str
    sector: str | None = None
    people: int = 1
    ask: tuple[int, ...] = ()


def gaps(
    group: Group,
    members: Sequence[Candidate],
    wishing: Iterable[Candidate] = (),
    stances: Collection[tuple[str, MemberRole | None]] | None = None,
) -> tuple[Gap, ...]:
    """What `members` lack as the consortium of `group`, sectors first, then people.

    Those `wishing` to join who are of a missing sector are named as the ones to ask. `stances` are
    the sector and role that count, of each organisation or resident; else each person's own do.
    """
    inside = {member.person_id for member in members}
    outside = [candidate for candidate in wishing if candidate.person_id not in inside]
    if stances is None:
        stances = [(member.sector, member.role) for member in members]
    observing = {sector for sector, role in stances if role == MemberRole.OBSERVER}
    found = [
        _sector_gap(group, letter, outside, observing)
        for letter in _missing(group, sectors_in(stances))
    ]
    short = group.smallest - len(members)
    if short > 0:
        sentence = ngettext(
            "{count} person short of {smallest}.",
            "{count} people short of {smallest}.",
            short,
            smallest=group.smallest,
        )
        found.append(Gap(sentence, people=short))
    over = len(members) - group.largest
    if over > 0:
        sentence = ngettext(
            "{count} person over the limit of {largest}.",
            "{count} people over the limit of {largest}.",
            over,
            largest=group.largest,
        )
        found.append(Gap(sentence, people=-over))
    return tuple(found)


def sectors_in(members: Iterable[tuple[str, MemberRole | None]]) -> set[str]:
    """The sectors of those who are in, each given as its sector and role: an observer is not."""
    return {sector for sector, role in members if role != MemberRole.OBSERVER}


def rank_of(candidate: Candidate, winner_id: int | None) -> int | None:
    """The place of a winner among a person's choices, 0 for the first; None if not wished."""
    return candidate.choices.index(winner_id) if winner_id in candidate.choices else None


def has_wish(person: Candidate, groups: Mapping[int, Group]) -> bool:
    """Whether a person wished any of these groups."""
    return any(winner_id in groups for winner_id in person.choices)


def wish_worth(
    weights: Weights, person: Candidate, winner_id: int, groups: Mapping[int, Group]
) -> float:
    """The points for placing a person in a group, by their wishes alone."""
    drawn = drawn_worth(weights, person, winner_id)
    if not has_wish(person, groups):
        return weights.none_given + drawn
    rank = rank_of(person, winner_id)
    if rank is None:
        return weights.not_wished + drawn
    return weights.wishes[min(rank, len(weights.wishes) - 1)] + drawn


def drawn_worth(weights: Weights, person: Candidate, winner_id: int) -> float:
    """The points on top where the organisation of a person wants to be in a group."""
    if winner_id not in person.drawn or not weights.drawn:
        return 0.0
    return weights.drawn[min(person.drawn.index(winner_id), len(weights.drawn) - 1)]


def _missing(group: Group, present: set[str]) -> list[str]:
    order = {letter: place for place, letter in enumerate(BY_LETTER)}
    return sorted(
        group.needed_sectors - present, key=lambda letter: (order.get(letter, 99), letter)
    )


def _sector_gap(
    group: Group, letter: str, outside: Sequence[Candidate], observing: Collection[str]
) -> Gap:
    ranks = {
        candidate.person_id: rank
        for candidate in outside
        if candidate.sector == letter and (rank := rank_of(candidate, group.winner_id)) is not None
    }
    words = words_of(letter)
    nobody = str(words.nobody(observing=letter in observing))
    if not ranks:
        return Gap(nobody, letter)
    best = min(ranks.values())
    ask = tuple(sorted(person_id for person_id, rank in ranks.items() if rank == best))
    return Gap(sentences([nobody, str(words.asked(len(ask), best))]), letter, 1, ask)
