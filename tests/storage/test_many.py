"""Many rows at a time leave the same rows and the same journal as objects do, and follow them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import object_session

from kdc_desktop.domain.board.colours import PLAIN, NoteColour
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Cluster, Idea, Session, Setting
from kdc_desktop.storage import Database, Edit, open_database
from kdc_desktop.storage.new_rows import NewRows
from tests.examples import examples
from tests.storage.places import EVENING, STARTS, dump

IDEAS = 6
KEYS = st.integers(1, IDEAS + 3)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": st.sampled_from(["Idea", "Ääni “quoted”", "half\n"]),
    "colour": st.sampled_from([PLAIN, NoteColour.MINT, "sky"]),
    "x": st.sampled_from([0, 0.0, 10, 2.5]),
    "stacking": st.integers(0, 2),
    "cluster_id": st.sampled_from([None, 1, 2]),
    "trashed_at": st.sampled_from([None, EVENING]),
}
ROW = st.fixed_dictionaries({}, optional=VALUES)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.lists(ROW, max_size=3)),
        st.tuples(
            st.just("change"),
            st.dictionaries(KEYS, st.fixed_dictionaries({}, optional=VALUES), max_size=4),
        ),
        st.tuples(st.just("remove"), st.sets(KEYS, max_size=2)),
    ),
    max_size=5,
)


class Way(Protocol):
    """How the rows of one step are written."""

    def __call__(self, edit: Edit, what: str, told: Any) -> None: ...


def many(edit: Edit, what: str, told: Any) -> None:
    if what == "add":
        edit.add_rows(Idea, [whole(row) for row in told])
    elif what == "change":
        edit.change_rows(Idea, told)
    else:
        edit.remove_rows(Idea, told)


def ready(edit: Edit, what: str, told: Any) -> None:
    if what != "add":
        many(edit, what, told)
        return
    rows = NewRows(Idea, [whole({**row, "stacking": -1}) for row in told]).get_ready()
    for number, row in enumerate(told):
        rows.images[number]["stacking"] = -2 - number
        rows.say("stacking", {-2 - number: row.get("stacking", 0)})
    edit.add_rows(Idea, rows)


def objects(edit: Edit, what: str, told: Any) -> None:
    if what == "add":
        edit.add_all([Idea(**whole(row)) for row in told])
    elif what == "change":
        for key, values in told.items():
            for name, value in values.items():
                setattr(edit.get_one(Idea, key), name, value)
    else:
        for key in told:
            edit.delete(edit.get_one(Idea, key))
    edit.flush()


def whole(row: dict[str, Any]) -> dict[str, Any]:
    return {"session_id": 1, "text": "Idea", "x": 0.0, "y": 0.0, "created_at": EVENING, **row}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A club file with a board."""
    path = tmp_path_factory.mktemp("many") / "club.kdc"
    database = open_database(path, lambda: EVENING)
    with database.edit(lazy("Begin"), undoable=False) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))
        edit.flush()
        box = {"x": 0.0, "y": 0.0, "width": 9.0, "height": 9.0}
        edit.add_all([Cluster(session_id=1, name=f"{n}", number=n, **box) for n in (1, 2)])
        edit.add_all([Idea(**whole({"text": f"Idea {n}", "x": 0.0})) for n in range(IDEAS)])
    database.close()
    return path


@contextmanager
def a_copy(begun: Path, name: str) -> Iterator[Database]:
    path = begun.with_name(f"{name}.kdc")
    shutil.copy(begun, path)
    database = open_database(path, lambda: EVENING)
    try:
        yield database
    finally:
        database.close()


@pytest.fixture
def database(begun):
    with a_copy(begun, "one") as opened:
        yield opened


def told(database: Database) -> dict[str, list[Any]]:
    """Every row and every line of the journal, whose order within an edit says nothing."""
    found = dump(database.path, journal=True)
    lines = sorted((entry, *line) for _, entry, *line in found["journal_change"])
    return {**found, "journal_change": lines, "sqlite_sequence": []}


def possible(steps: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """The steps, without rows that one before has removed."""
    left, kept, last = set(range(1, IDEAS + 1)), [], IDEAS
    for what, rows in steps:
        if what == "add":
            left |= set(range(last + 1, last + 1 + len(rows)))
            last += len(rows)
        elif what == "change":
            rows = {key: values for key, values in rows.items() if key in left}
        elif what == "remove":
            rows = rows & left
            left -= rows
        kept.append((what, rows))
    return kept


@settings(
    max_examples=examples(20),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(STEPS, st.lists(st.booleans(), min_size=5, max_size=5))
def test_what_is_written_in_either_way_is_the_same_and_is_undone_and_redone(begun, steps, mixed):
    steps = possible(steps)
    seen = []
    for name in ("many", "ready", "mixed", "objects"):
        with a_copy(begun, name) as database:
            before = dump(database.path)
            with database.edit(lazy("Do")) as edit:
                for (what, rows), by_object in zip(steps, mixed, strict=False):
                    by_object = name == "objects" or (name == "mixed" and by_object)
                    way = ready if name == "ready" else objects if by_object else many
                    way(edit, what, rows)
            after = dump(database.path)
            seen.append(told(database))
            if after != before:
                database.undo()
                assert dump(database.path) == before
                database.redo()
                assert dump(database.path) == after
    assert seen[0] == seen[1] == seen[2] == seen[3]


def test_objects_that_are_loaded_follow_what_is_written_past_them(database):
    with database.edit(lazy("Do")) as edit:
        first, second = edit.get_one(Idea, 1), edit.get_one(Idea, 2)
        first.text = "Waiting to be written"
        assert edit.change_rows(Idea, {1: {"x": 7.0}, 2: {"x": 0.0}}) == 1
        assert (first.text, first.x, second.x) == ("Waiting to be written", 7.0, 0.0)
        first.x += 1
        edit.remove_rows(Idea, [2])
        assert edit.get(Idea, 2) is None
        assert object_session(second) is None
        assert edit.recorder.touched == {"idea": {1, 2}}
    with database.read() as snapshot:
        assert snapshot.get_one(Idea, 1).x == 8.0
    database.undo()
    with database.read() as snapshot:
        assert [(i.x, i.text) for i in snapshot.scalars(select(Idea))][:2] == [
            (0.0, "Idea 0"),
            (0.0, "Idea 1"),
        ]


def test_new_rows_get_their_keys_in_order_and_never_one_that_was_given_before(database):
    with database.edit(lazy("Do")) as edit:
        assert edit.add_rows(Idea, [whole({"text": f"New {n}", "x": n}) for n in range(3)]) == [
            IDEAS + 1,
            IDEAS + 2,
            IDEAS + 3,
        ]
        edit.remove_rows(Idea, [IDEAS + 3])
        assert edit.add_rows(Idea, []) == []
        again = [whole({"id": 40, "text": "Numbered", "x": 1}), whole({"text": "New", "x": 1})]
        assert edit.add_rows(Idea, again) == [40, 41]
        assert edit.add_rows(Setting, [{"name": "colour", "value": "1"}]) == ["colour"]
    with database.read() as snapshot:
        assert snapshot.get_one(Idea, IDEAS + 2).text == "New 1"


@pytest.mark.parametrize(
    ("write", "error"),
    [
        (lambda edit: edit.change_rows(Idea, {1: {"x": 1.0}, 99: {"x": 1.0}}), UserError),
        (lambda edit: edit.remove_rows(Idea, [99]), UserError),
        (lambda edit: edit.change_rows(Idea, {1: {"nothing": 1}}), AssertionError),
        (lambda edit: edit.change_rows(Idea, {1: {"id": 2}}), AssertionError),
        (lambda edit: edit.change_rows(Idea, {1: {"colour": "of no word"}}), ValueError),
        (
            lambda edit: edit.add_rows(Idea, [whole({"x": 1, "text": "", "nothing": 1})]),
            AssertionError,
        ),
    ],
)
def test_what_cannot_be_written_leaves_everything_as_it_was(database, write, error):
    def fail() -> None:
        with database.edit(lazy("Do")) as edit:
            edit.change_rows(Idea, {2: {"x": 5.0}})
            write(edit)

    before = dump(database.path, journal=True)
    with pytest.raises(error):
        fail()
    assert dump(database.path, journal=True) == before


def test_many_rows_are_read_at_once(database):
    said: list[str] = []
    with database.edit(lazy("Do")) as edit:
        raw = edit.connection().connection.dbapi_connection
        raw.set_trace_callback(said.append)
        edit.change_rows(Idea, {key: {"x": 2.0} for key in range(1, IDEAS + 1)})
        edit.remove_rows(Idea, range(1, IDEAS))
        raw.set_trace_callback(None)
    assert [each.split()[0] for each in said if not each.startswith("UPDATE")] == [
        "SELECT",
        "SELECT",
        "DELETE",
    ]


def test_none_in_a_column_with_a_default_says_no_more_than_in_an_object(begun):
    row = whole({"colour": None, "stacking": None, "author_text": None})
    files = []
    for name, write in (("rows", many), ("objects", objects)):
        with a_copy(begun, name) as database:
            with database.edit(lazy("Add")) as edit:
                write(edit, "add", [row])
            files.append(told(database))
    assert files[0] == files[1]
