"""Undo after any sequence of actions restores every row exactly; redo brings the end back."""

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, JournalEntry, Member
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.consortia.forming import make_consortia
from kdc_desktop.services.consortia.moving import move_delegate
from kdc_desktop.services.interests import wishes as interest_wishes
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.people import organisations, people
from kdc_desktop.services.polls import preparing, running, slips
from kdc_desktop.services.polls.preparing import PollPlan
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions.commitments import commit, fulfil_commitment
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.services.winners import marking as winner_marking
from kdc_desktop.storage import Database, open_database
from tests.examples import examples
from tests.rooms.guest_list import expect
from tests.storage.draw import Draw, NothingThereError
from tests.storage.places import EVENING, STARTS, dump
from tests.storage.verbs import LASTING, VERBS
from tests.storage.verbs_with_ideas import temperature

UNDO, REDO, REOPEN = "undo", "redo", "reopen"
SEEDS = st.integers(0, 2**16)
STEPS = st.lists(st.tuples(st.sampled_from([*VERBS, UNDO, UNDO, REDO, REOPEN]), SEEDS), max_size=40)
MIXED = st.lists(
    st.tuples(st.sampled_from([*VERBS, *LASTING, *LASTING, UNDO, UNDO, REDO]), SEEDS), max_size=40
)
CALM = settings(
    max_examples=examples(20),
    deadline=None,
    derandomize=True,  # the same sequences every time: a run that fails is found again
    suppress_health_check=[HealthCheck.too_slow],
)


@cache
def begun() -> bytes:
    """A club file with something of every noun, none of it undoable."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "club.kdc", lambda: EVENING)
        session_id = planning.plan_session(database, "Autumn", STARTS, templates()[0])
        crowd = [people.add_person(database, f"Aino {number}") for number in range(6)]
        ideas = [
            board_ideas.add_idea(database, session_id, f"Idea {n}", crowd[n]) for n in range(6)
        ]
        winner_id = winner_marking.add_winner(database, session_id, idea_id=ideas[0])
        make_consortia(database, session_id, CONSORTIUM_TRAILS)
        consortia_ids = Draw(database, 0).ids(Consortium)
        for person_id in crowd[:3]:
            move_delegate(database, session_id, person_id, consortia_ids[0], CONSORTIUM_TRAILS)
        save_version(database, consortia_ids[0], f"A yard for all, from {winner_id}")
        winner_marking.add_winner(database, session_id, idea_id=ideas[1])
        interest_wishes.set_interests(database, session_id, crowd[4], [winner_id])
        member_id = Draw(database, 0).id(Member)
        fulfil_commitment(database, commit(database, member_id, "A shed", None))
        first, second = (
            board_clusters.add_cluster(database, session_id, name, some)
            for name, some in (("Streets", ideas[2:4]), ("Houses", ideas[4:]))
        )
        organisation = organisations.add_organisation(database, "Harbour Mobility", "C")
        organisations.add_department(database, organisation, "Docks")
        people.add_person(database, "Nobody Yet")
        expect(database, session_id, crowd)
        for person_id in crowd:
            door.check_in(database, session_id, person_id)
        _ask(database, session_id, (first, second), crowd[0])
        with database.edit(lazy("Let all this stay"), undoable=False) as edit:
            for entry in edit.scalars(select(JournalEntry)):
                entry.undoable = False
        database.close()
        return database.path.read_bytes()


def _ask(database: Database, session_id: int, options: tuple[int, ...], who: int) -> None:
    """A poll in each state, one with slips of which somebody has one, and a temperature."""
    plan = PollPlan(question="Which?", option_ids=options)
    preparing.create_poll(database, session_id, plan)
    running.open_poll(database, preparing.create_poll(database, session_id, plan))
    named = preparing.create_poll(database, session_id, replace(plan, secrecy=Secrecy.NAMED))
    running.open_poll(database, named)
    slips.give_slip(database, named, who, slips.print_slips(database, named, 2).first)
    asked = replace(temperature(Draw(database, 0)), secrecy=Secrecy.NAMED)
    running.open_poll(database, preparing.create_poll(database, session_id, asked))
    closed = preparing.create_poll(database, session_id, plan)
    running.open_poll(database, closed)
    running.close_poll(database, closed)


@contextmanager
def a_club() -> Iterator[Callable[[], Database]]:
    """Opens the same file again and again; the one opened before is closed."""
    folder = Path(tempfile.mkdtemp())
    path = folder / "club.kdc"
    path.write_bytes(begun())
    opened: list[Database] = []

    def again() -> Database:
        if opened:
            opened.pop().close()
        opened.append(open_database(path, lambda: EVENING))
        return opened[0]

    try:
        yield again
    finally:
        opened.pop().close()
        shutil.rmtree(folder)


def play(database: Database, name: str, seed: int) -> None:
    """Do one verb; what it cannot do now, it leaves."""
    before = dump(database.path)
    try:
        (VERBS | LASTING)[name](database, Draw(database, seed))
    except NothingThereError:
        pass
    except UserError:
        assert dump(database.path) == before


@CALM
@given(STEPS)
def test_undoing_everything_restores_every_row_and_redo_the_end(steps):
    with a_club() as again:
        database = again()
        past = [dump(database.path)]
        future: list[Any] = []
        for name, seed in steps:
            if name == REOPEN:
                database = again()
            elif name == UNDO and len(past) > 1:
                database.undo()
                future.append(past.pop())
            elif name == REDO and future:
                database.redo()
                past.append(future.pop())
            elif name in VERBS:
                before = database.next_steps()
                entries = journal_length(database)
                play(database, name, seed)
                if journal_length(database) > entries:
                    past.append(dump(database.path))
                    future.clear()
                else:
                    assert database.next_steps() == before
            assert dump(database.path) == past[-1], name
            assert [step is not None for step in database.next_steps()] == [
                len(past) > 1,
                bool(future),
            ]
        end = past[-1]
        for expected in reversed(past[:-1]):
            database.undo()
            assert dump(database.path) == expected
        assert database.next_steps()[0] is None
        database = again()
        for _ in past[1:]:
            database.redo()
        assert dump(database.path) == end


def test_every_verb_gets_to_work_in_such_sequences():
    """Or the two tests above would say nothing of it. What finds nothing yet is tried again."""
    every, worked = VERBS | LASTING, set[str]()
    for seed in range(40):
        if worked == set(every):
            break
        with a_club() as again:
            database = again()
            names = random.Random(seed).sample(sorted(every), len(every))
            for turn in range(4):
                for name in [one for one in names if not turn or one not in worked]:
                    with suppress(NothingThereError, UserError):
                        every[name](database, Draw(database, 10 * seed + turn))
                        worked.add(name)
    assert set(every) - worked == set()


def journal_length(database: Database) -> int:
    with database.read() as snapshot:
        return len(snapshot.scalars(select(JournalEntry.id)).all())


@CALM
@given(MIXED)
def test_among_edits_that_stay_undo_works_whole_or_refuses_in_a_sentence(steps):
    with a_club() as again:
        database = again()
        for name, seed in steps:
            if name in (UNDO, REDO):
                before = dump(database.path)
                try:
                    getattr(database, name)()
                except UserError:
                    assert dump(database.path) == before
                else:
                    after = dump(database.path)
                    getattr(database, REDO if name == UNDO else UNDO)()
                    assert dump(database.path) == before
                    getattr(database, name)()
                    assert dump(database.path) == after
            else:
                play(database, name, seed)
        assert {row[2] for row in dump(database.path, journal=True)["journal_change"]}.isdisjoint(
            {"ballot_paper", "ballot_mark", "voter_roll"}
        )
