"""Rows that are many are worded and written together, and still say what each says alone."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from kdc_desktop.domain.board.colours import PLAIN, NoteColour
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea, JournalChange, Session
from kdc_desktop.storage.images import dump_all
from tests.storage.places import EVENING, STARTS, dump

SAID = st.sampled_from(
    [None, 0, 1, True, 0.0, -0.0, 1.0, "", "100 %s", "“a”,\n{\"b\": 'c'}", EVENING, PLAIN]
)
ROWS = st.lists(
    st.one_of(
        st.fixed_dictionaries({"id": st.integers(), "100 %": SAID, "text": SAID}),
        st.fixed_dictionaries({"text": SAID, "id": st.just(7)}),
        st.just({}),
    ),
    min_size=18,
    max_size=60,
)


@given(ROWS)
def test_images_of_many_rows_are_worded_as_each_alone(rows: list[dict[str, Any]]) -> None:
    alone = [text for row in rows for text in dump_all([row])]
    assert dump_all(rows) == alone
    assert dump_all(rows[:1] * 30) == alone[:1] * 30


def test_many_new_rows_are_written_in_their_order_and_undone_and_redone_exactly(database) -> None:
    with database.edit(lazy("Plan"), undoable=False) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))
    before = dump(database.path)
    rows = [
        {"session_id": 1, "text": f"{n} %", "x": n / 4, "y": 0.0, "created_at": EVENING}
        | {"colour": list(NoteColour)[n % 3]}
        for n in range(211)
    ]
    with database.edit(lazy("Many")) as edit:
        keys = edit.add_rows(Idea, rows)
    with database.read() as snapshot:
        found = snapshot.execute(select(Idea.id, Idea.text, Idea.x, Idea.colour)).all()
        lines = snapshot.scalars(select(JournalChange.row_key).order_by(JournalChange.id)).all()
    assert found == [
        (key, row["text"], row["x"], row["colour"]) for key, row in zip(keys, rows, strict=True)
    ]
    assert lines[-211:] == [f'{{"id": {key}}}' for key in keys]
    after = dump(database.path)
    database.undo()
    assert dump(database.path) == before
    database.redo()
    assert dump(database.path) == after
