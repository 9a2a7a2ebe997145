"""Polls by any method: a plan for each, valid papers, and one that says what somebody wants."""

import random
from dataclasses import replace

from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.method import Method, PaperKind
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.domain.polls.terms import PollSetting, Terms
from kdc_desktop.services.polls import preparing, questions, running
from tests.rooms.poll_room import Room

LINES = ("Benches", "Lamps", "A bridge", "Trees")


def plan_for(method: Method, secrecy: Secrecy) -> preparing.PollPlan:
    """Four options that are written down, with whatever this method asks for."""
    return preparing.PollPlan(
        question="What do we do with the yard?",
        method=method.key,
        marks_each=9,
        lowest=-1,
        highest=3,
        total=100,
        costs=(30, 40, 50, 20) if PollSetting.COSTS in method.settings else (),
        criteria=(("Impact", 2), ("Effort", 1)),
        secrecy=secrecy,
        subject=PollSubject.WRITTEN,
        written=LINES,
        smallest_group=3,
    )


def paper_for(method: Method, terms: Terms, chance: random.Random) -> dict[Spot, int]:
    """A valid paper as a voter might fill it in; now and then a blank one."""
    spots, levels = list(method.spots(terms)), method.levels(terms)
    while True:
        said = chance.sample(spots, chance.randint(0, len(spots)))
        if method.paper is PaperKind.ORDER:
            given = {spot: place for place, spot in enumerate(said, start=1)}
        elif levels:
            given = {spot: chance.choice(levels).value for spot in said}
        else:
            given = {spot: chance.randint(1, 2) for spot in said}
        if check(method, terms, given) is None:
            return given


def paper_of(method: Method, terms: Terms) -> dict[Spot, int]:
    """Who fills it in wants the second option most, the first a little, and the rest not at all."""
    first, second, *rest = terms.ids
    if method.paper is PaperKind.ORDER:
        return {Spot(key): rank for rank, key in enumerate((second, first, *rest), start=1)}
    if method.paper is PaperKind.PAIRS:
        others = [
            Spot(second, first),
            *(Spot(key, other) for key in (second, first) for other in rest),
        ]
        return dict.fromkeys(others, 1)
    if method.paper is PaperKind.MARKS:
        most = 2 if check(method, terms, {Spot(second): 2}) is None else 1
        return {Spot(second): most, Spot(first): 1}
    levels = [one.value for one in method.levels(terms)]
    said = {second: levels[-1], first: levels[-2]} | dict.fromkeys(rest, levels[0])
    return {spot: said[spot.option_id] for spot in method.spots(terms)}


def hold(room: Room, method: Method, secrecy: Secrecy, rule: str = "") -> int:
    """A poll by this method in which everybody votes, some blankly; its result is announced."""
    chance = random.Random(f"{method.key} {secrecy}")
    plan = replace(plan_for(method, secrecy), rule=rule)
    poll_id = preparing.create_poll(room.database, room.session_id, plan)
    running.open_poll(room.database, poll_id)
    terms = questions.terms(room.database, poll_id)
    for place in range(len(room.people)):
        room.cast(poll_id, place, paper_for(method, terms, chance))
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    return poll_id
