"""Each method goes the whole way: prepared, voted in, closed, announced, counted once more."""

import random

import pytest

from kdc_desktop.domain.polls.cast import cast_of, papers_of
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.services.polls import preparing, questions, results, running
from kdc_desktop.services.polls.ballots import ballots_in
from tests.rooms.any_method import paper_for, plan_for
from tests.rooms.poll_room import Room


@pytest.mark.parametrize("secrecy", list(Secrecy))
@pytest.mark.parametrize("method", methods(), ids=lambda method: method.key)
def test_what_is_announced_is_what_the_papers_come_to(
    method: Method, secrecy: Secrecy, room: Room
) -> None:
    chance = random.Random(f"{method.key} {secrecy}")
    poll_id = preparing.create_poll(room.database, room.session_id, plan_for(method, secrecy))
    assert preparing.plan_of(room.database, poll_id).method == method.key
    running.open_poll(room.database, poll_id)
    terms = questions.terms(room.database, poll_id)
    given = [paper_for(method, terms, chance) for _person in room.people]
    for place, paper in enumerate(given):
        room.cast(poll_id, place, paper)
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    kept = [(method.kept(terms, paper), 1) for paper in given]
    own = cast_of(papers_of(terms.ids, kept))
    for rule in method.rules:
        with room.database.read() as snapshot:
            row = questions.poll_in(snapshot, poll_id)
            told = ballots_in(snapshot, row, rule.key).count
        assert told == method.count(own, terms, rule)
        found = results.result(room.database, poll_id, lambda *_asked: (), rule=rule.key)
        assert found.announced == (rule == method.rules[0])
        blank = sum(1 for paper, _once in kept if not paper)
        hides = secrecy is not Secrecy.NAMED and found.blank is None
        assert (found.papers, found.blank) == (20, None if hides else blank)


@pytest.mark.parametrize("method", methods(), ids=lambda method: method.key)
def test_a_paper_is_kept_as_it_was_cast_and_no_mark_of_it_is_lost(
    method: Method, room: Room
) -> None:
    chance = random.Random(method.key)
    plan = plan_for(method, Secrecy.NAMED)
    poll_id = preparing.create_poll(room.database, room.session_id, plan)
    running.open_poll(room.database, poll_id)
    terms = questions.terms(room.database, poll_id)
    given = [paper_for(method, terms, chance) for _person in range(8)]
    for place, paper in enumerate([*reversed(given), *given]):
        room.cast(poll_id, place % 8, paper)  # each is replaced by another one
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    by_person = {row.person_id: row.marks for row in results.papers(room.database, poll_id)}
    assert by_person == {
        room.people[place]: method.kept(terms, paper) for place, paper in enumerate(given)
    }
