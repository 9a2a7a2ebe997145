"""Of several rows of one person, whether they come: what was answered last counts, yes or no."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.standing import Standing
from kdc_desktop.domain.people.states import Answer
from kdc_desktop.domain.people.units import units_of
from kdc_desktop.instants import Instant


@dataclass(frozen=True)
class NewestAnswers:
    """Places of rows by what later rows of their people say.

    `replaced` are those that do not count any more, each with the row that does. `doubted` say
    that somebody comes, and a row below says the opposite, but no time tells which is the newer.
    """

    replaced: Mapping[int, int] = field(default_factory=dict)
    doubted: Mapping[int, int] = field(default_factory=dict)


def newest_answers(
    people: Mapping[int, RosterPerson],
    answers: Mapping[int, Answer],
    when: Sequence[Instant | None],
) -> NewestAnswers:
    """Of rows by their places, in the order in which they were written; `when` is by place."""
    if len({person.standing for person in people.values()}) < 2:
        return NewestAnswers()
    places = list(people)
    in_order = dict(enumerate(people.values()))
    said = {at: answers[place] for at, place in enumerate(places) if place in answers}
    replaced: dict[int, int] = {}
    doubted: dict[int, int] = {}
    for unit in units_of(in_order, said):
        rows = [places[at] for at in unit.rows]
        standings = [people[place].standing for place in rows]
        for place in _of_another_standing(rows, standings):
            known = standings[-1] is not Standing.NOT_COMING or _is_earlier(when, place, rows[-1])
            (replaced if known else doubted)[place] = rows[-1]
    return NewestAnswers(replaced, doubted)


def _of_another_standing(rows: Sequence[int], standings: Sequence[Standing]) -> Iterator[int]:
    """The rows that say something else than the last, but for those that nobody comes by."""
    for place, standing in zip(rows, standings, strict=True):
        if standing not in (standings[-1], Standing.NOT_COMING):
            yield place


def _is_earlier(when: Sequence[Instant | None], place: int, other: int) -> bool:
    one, newest = when[place], when[other]
    return one is not None and newest is not None and one.seconds < newest.seconds
