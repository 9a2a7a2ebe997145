"""Many hands at one file: each takes back its own steps, and the journal says whose each one is."""

import sqlite3
import threading
from contextlib import closing
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.kit.actors import FACILITATOR, Actor, ActorKind, Way
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import JournalEntry, Person
from kdc_desktop.model.base import Word
from kdc_desktop.model.values import Written
from kdc_desktop.storage import Changes, Database, open_database
from kdc_desktop.storage.acting import acting, current_actor
from tests.examples import examples
from tests.storage.places import EVENING, add_person, dump, names, step_in

HELPER, OTHER = (Actor(ActorKind.HELPER, key) for key in (2**61, 7))
GUEST, LAPTOP = Actor(ActorKind.PARTICIPANT, 7), Actor(ActorKind.LAPTOP, 3)


def rename(database: Database, person_id: int, name: str, *, undoable: bool = True) -> None:
    with database.edit(lazy("Call them {name}", name=name), undoable=undoable) as edit:
        edit.get_one(Person, person_id).name = name


def note(database: Database, person_id: int, notes: str) -> None:
    with database.edit(lazy("Note {notes}", notes=notes)) as edit:
        edit.get_one(Person, person_id).notes = notes


def labels(database: Database) -> list[str | None]:
    """The next undo and redo of whoever asks."""
    return [None if step is None else str(step.label) for step in database.next_steps()]


def authors(database: Database) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database.path)) as other:
        rows = other.execute("SELECT actor, actor_key, way FROM journal_entry ORDER BY id")
        return rows.fetchall()


def test_the_journal_says_who_did_what_and_in_which_way(database):
    add_person(database, "Aino")
    with acting(HELPER, Way.PHONE):
        add_person(database, "Eero")
        with acting(way=Way.IMPORT):
            add_person(database, "Meri")
    with acting(way=Way.REHEARSAL), acting(GUEST, Way.DESK):
        add_person(database, "Ilmari")
    add_person(database, "Oona")
    assert authors(database) == [
        ("facilitator", None, "hand"),
        ("helper", 2**61, "phone"),
        ("helper", 2**61, "import"),
        ("participant", 7, "rehearsal"),
        ("facilitator", None, "hand"),
    ]


def test_everybody_takes_back_their_own_newest_step_only(database):
    who = {"Aino": FACILITATOR, "Eero": HELPER, "Meri": OTHER, "Ilmari": GUEST, "Oona": LAPTOP}
    for name, actor in who.items():
        with acting(actor):
            add_person(database, name)
    for name, actor in who.items():
        with acting(actor):
            assert labels(database) == [f"Add {name}", None]
            database.undo()
            assert name not in names(database)
            assert labels(database) == [None, f"Add {name}"]
            with pytest.raises(UserError, match="nothing to undo"):
                database.undo()
            database.redo()
    assert names(database) == list(who)


def test_a_step_of_another_ends_no_redo_and_one_of_mine_only_mine(database):
    add_person(database, "Aino")
    database.undo()
    with acting(HELPER):
        add_person(database, "Eero")
        database.undo()
    assert labels(database) == [None, "Add Aino"]
    add_person(database, "Meri")
    assert labels(database) == ["Add Meri", None]
    with acting(HELPER):
        assert labels(database) == [None, "Add Eero"]
        database.redo()
    assert names(database) == ["Eero", "Meri"]


def test_redo_goes_in_order_where_steps_of_others_lie_between(database):
    for name, actor in (("Aino", FACILITATOR), ("Eero", HELPER), ("Meri", FACILITATOR)):
        with acting(actor):
            add_person(database, name)
    end = dump(database.path)
    database.undo()
    with acting(HELPER):
        database.undo()
    database.undo()
    assert names(database) == []
    assert str(database.redo().label) == "Add Aino"
    with acting(HELPER):
        database.redo()
    assert str(database.redo().label) == "Add Meri"
    assert dump(database.path) == end


def test_what_another_has_changed_since_is_told_with_who_and_what_and_passed_over(database):
    add_person(database, "Aino")
    rename(database, 1, "Ainoa")
    with acting(HELPER):
        rename(database, 1, "Aino Laine")
        note(database, 1, "likes bikes")
    with acting(GUEST):
        note(database, 1, "likes boats")
    before = dump(database.path)
    with pytest.raises(UserError) as told:
        database.undo()
    assert str(told.value) == (
        "“Call them Ainoa” stays, because a helper has changed the same since: “Call them Aino "
        "Laine”. Undo once more to go on with the step before it."
    )
    assert dump(database.path) == before
    assert labels(database) == ["Add Aino", None]
    with pytest.raises(UserError, match="a participant has changed the same since: “Note likes bo"):
        database.undo()
    with acting(HELPER):
        assert labels(database) == ["Note likes bikes", None]


def test_columns_that_nobody_else_has_touched_are_put_back(database):
    add_person(database, "Aino")
    rename(database, 1, "Ainoa")
    with acting(HELPER):
        note(database, 1, "likes bikes")
    database.undo()
    with acting(HELPER):
        database.undo()
    assert names(database) == ["Aino"]


def test_a_redo_that_another_has_come_before_is_told_and_passed_over(database):
    add_person(database, "Aino")
    rename(database, 1, "Ainoa")
    note(database, 1, "likes bikes")
    database.undo()
    database.undo()
    with acting(LAPTOP):
        rename(database, 1, "Aino Laine")
    with pytest.raises(UserError) as told:
        database.redo()
    assert str(told.value) == (
        "“Call them Ainoa” stays undone, because another laptop has changed the same since: "
        "“Call them Aino Laine”. Redo once more to go on with the step after it."
    )
    assert str(database.redo().label) == "Note likes bikes"


def test_an_edit_that_lasts_seals_what_everybody_did_to_its_rows_and_nothing_else(database):
    for actor, name in ((FACILITATOR, "Aino"), (HELPER, "Eero")):
        with acting(actor):
            add_person(database, name)
    rename(database, 2, "Eeroo", undoable=False)
    assert labels(database) == ["Add Aino", None]
    with acting(HELPER):
        assert labels(database) == [None, None]


def test_who_hears_of_a_change_hears_it_as_themselves_and_is_told_whose_it_is(database):
    heard: list[tuple[Actor, Actor]] = []

    def hear(changes: Changes) -> None:
        heard.append((changes.actor, current_actor()))

    stop = database.subscribe(hear)
    with acting(HELPER):
        add_person(database, "Aino")
        database.undo()
    assert heard == [(HELPER, FACILITATOR)] * 2
    stop()
    add_person(database, "Eero")
    assert len(heard) == 2


def test_from_eight_threads_everybody_keeps_their_own_way_back(database):
    """Each adds, takes back and does again beside the others; nobody's step is another's."""
    wrong: list[Exception] = []

    def work(number: int) -> None:
        try:
            with acting(Actor(ActorKind.PARTICIPANT, number), Way.PHONE):
                for turn in range(6):
                    add_person(database, f"{number}.{turn}")
                    assert labels(database) == [f"Add {number}.{turn}", None]
                    if turn % 2:
                        assert str(database.undo().label) == f"Add {number}.{turn}"
                        if turn % 3:
                            database.redo()
        except Exception as error:
            wrong.append(error)

    add_person(database, "Aino")
    database.undo()
    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert set(names(database)) == {f"{n}.{turn}" for n in range(8) for turn in (0, 1, 2, 4, 5)}
    assert labels(database) == [None, "Add Aino"]
    database.redo()
    for number in range(8):
        with acting(Actor(ActorKind.PARTICIPANT, number)):
            while database.next_steps()[0]:
                database.undo()
    assert names(database) == ["Aino"]
    assert {author[0::2] for author in authors(database)[1:]} == {("participant", "phone")}


def test_who_did_it_is_said_by_words_of_enums_and_a_number_so_no_name_can_stand_there():
    columns = JournalEntry.__table__.c
    assert [type(columns[name].type) for name in ("actor", "way")] == [Word, Word]
    assert columns["actor_key"].type.python_type is int
    assert not columns["actor_key"].foreign_keys
    texts = {column.name for column in columns if isinstance(column.type, Written)}
    assert texts == {"label", "arguments"}  # which forgetting rewrites


ACTS = st.lists(
    st.tuples(
        st.sampled_from([FACILITATOR, HELPER, GUEST]),
        st.sampled_from(["rename", "note", "add", "lasting", "undo", "undo", "redo"]),
        st.integers(0, 3),
    ),
    max_size=40,
)


@settings(
    max_examples=examples(15),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(ACTS)
def test_among_many_hands_undo_takes_a_step_of_ones_own_whole_or_refuses_and_goes_on(
    tmp_path_factory, acts
):
    database = open_database(tmp_path_factory.mktemp("club") / "club.kdc", lambda: EVENING)
    for name in "abcd":
        add_person(database, name, undoable=False)
    for number, (actor, act, whom) in enumerate(acts):
        with acting(actor):
            if act in ("undo", "redo"):
                take_a_step(database, act)
            elif act == "add":
                add_person(database, f"{number}")
            elif act == "note":
                note(database, whom + 1, f"{number}")
            else:
                rename(database, whom + 1, f"{number}", undoable=act != "lasting")
    for actor in (FACILITATOR, HELPER, GUEST):
        with acting(actor):
            steps = 0
            while database.next_steps()[0]:
                take_a_step(database, "undo")
                steps += 1
            assert steps <= len(acts)
    database.close()


def take_a_step(database: Database, way: str) -> None:
    """Undo or redo: the step that was named, whole and back again; or nothing but a sentence."""
    before, steps = dump(database.path), database.next_steps()
    wanted = steps[0 if way == "undo" else 1]
    try:
        taken = step_in(getattr(database, way)())
    except UserError:
        assert dump(database.path) == before
        assert wanted is None or wanted not in database.next_steps()
    else:
        assert taken == wanted
        after = dump(database.path)
        getattr(database, "redo" if way == "undo" else "undo")()
        assert (dump(database.path), database.next_steps()) == (before, steps)
        getattr(database, way)()
        assert dump(database.path) == after
