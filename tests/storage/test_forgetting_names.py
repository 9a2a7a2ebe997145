"""Whatever somebody is called and however it was written, nothing of it is left in the file."""

import json
import random
import sqlite3
import tempfile
import unicodedata
from contextlib import closing
from pathlib import Path

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.kit.text import clean, shortened
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model import Idea, Person, Session, Setting
from kdc_desktop.services.people import forgetting
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.forgetting import forget_person
from tests.storage.places import EVENING, STARTS, dump

HOSTILE = "aÅß\u0301\u0323ﬁ\"\\/'{}-_.…&<%\u00ad\u202e🙂"
LETTERS = st.text(
    st.sampled_from(HOSTILE) | st.characters(exclude_categories=["Cs", "Z", "Cc"]), max_size=4
)
NAMES = st.builds("{}Xqzor{} {}Wvkan{}".format, LETTERS, LETTERS, LETTERS, LETTERS)
LEFT = (b"xqzor", b"wvkan")  # of the names, in any form of them: nothing else in a file reads so


def forms_of(name: str) -> list[str]:
    """The name as other hands write it."""
    return [
        name,
        name.lower(),
        name.casefold(),
        name.replace(" ", " \u00a0"),
        unicodedata.normalize("NFC", name),
        unicodedata.normalize("NFD", name),
    ]


def write_of(database: Database, name: str) -> None:
    """Texts, names, labels and settings that say a person's name, and what changed them again."""
    with database.edit(lazy("Added {name}", name=name)) as edit:
        edit.add(Person(name=name, email="xqzor@wvkan.example", notes=name, created_at=EVENING))
        edit.add(Session(title=f"Evening of {name.lower()}", starts_at=STARTS))
    for said in forms_of(name):
        cut = len("Ask ") + said.index(" ") + 3
        with database.edit(lazy("Added “{text}”", text=shortened(f"Ask {said}", cut))) as edit:
            draft = json.dumps([f"With\n{said}", said], ensure_ascii=False)
            edit.merge(Setting(name="vision_draft_1", value=draft))
            edit.merge(Setting(name="columns", value=json.dumps([said])))
            edit.add(Idea(session_id=1, text=f"Ask\n“{said}”!", author_text=said, x=0, y=0,
                          created_at=EVENING))  # fmt: skip
            edit.add(Session(title=shortened(f"Ask {said}", cut), starts_at=STARTS))
    with database.edit(Text.plain(f"Renamed {name}")) as edit:
        edit.get_one(Person, 1).name = f"{name} Yz"
        edit.get_one(Idea, 1).text = f"Ask {name} Yz, formerly {name}"


def write_as_others_did(path: Path, name: str) -> None:
    """Images with every letter escaped, and what no version of the program can read."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA secure_delete = ON")  # as the program has it
        connection.create_function(
            "escaped", 1, lambda image: image and json.dumps(json.loads(image))
        )
        connection.execute(
            "UPDATE journal_change SET before = escaped(before), after = escaped(after)"
            " WHERE id % 2"
        )
        broken = '{"values": {"a": ' + json.dumps(name) + ', "b": 1.5}}'
        connection.execute(
            "INSERT INTO journal_entry (label, arguments, at, undoable) VALUES ('x {a}', ?, ?, 0)",
            (broken, str(EVENING)),
        )
        connection.executemany(
            "INSERT INTO journal_change (entry_id, table_name, row_key, before, after)"
            " VALUES (1, ?, ?, ?, ?)",
            [
                ("gone", '{"id": 1}', json.dumps({"text": name}), None),
                ("person", "{", None, '{"name": ' + json.dumps(name, ensure_ascii=False)),
                ("person", '{"id": 9}', None, json.dumps({"nickname": f"So {name}"})),
            ],
        )
        connection.execute("UPDATE journal_entry SET undoable = 0 WHERE id = 1")


@settings(max_examples=20, deadline=None, phases=[Phase.explicit, Phase.generate])
@example('"Xqzor" Wvkan')
@example("Xqzor\\x Wvkan\\")
@given(NAMES.map(clean))
def test_no_form_of_a_name_is_left_and_every_step_goes_back_and_forth(name):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "club.kdc"
        with closing(open_database(path, lambda: EVENING)) as database:
            write_of(database, name)
            write_as_others_did(path, name)
            with database.edit(lazy("Replaced somebody"), undoable=False) as edit:
                forget_person(edit, 1, "Person 1")
            database.compact()
            found = [file.read_bytes().lower() for file in Path(folder).iterdir()]
            assert [bit for bit in LEFT for content in found if bit in content] == []
            forgotten = dump(path)
            steps = 0
            while database.next_steps()[0]:
                database.undo()
                steps += 1
            assert steps == len(forms_of(name)) + 1
            while database.next_steps()[1]:
                database.redo()
            assert dump(path) == forgotten


def test_a_name_of_one_word_leaves_names_and_labels_in_every_form(database):
    with database.edit(lazy("Added {name}", name='"Äxqzor"')) as edit:
        edit.add(Person(name='"Äxqzor"', created_at=EVENING))
        edit.add(Session(title="Evening", starts_at=STARTS))
        edit.flush()
        edit.add(
            Idea(
                session_id=1,
                text="Yards",
                author_text='"a\u0308XQZOR"',
                x=0,
                y=0,
                created_at=EVENING,
            )
        )
    with database.edit(Text.plain('Changed "A\u0308xqzor"')) as edit:
        edit.get_one(Session, 1).title = "Late evening"
    with database.edit(lazy("Replaced somebody"), undoable=False) as edit:
        forget_person(edit, 1, "Person 1")
    database.compact()
    assert b"xqzor" not in database.path.read_bytes().lower()
    database.undo()
    assert str(database.undo().label) == "Added Person 1"


def test_nothing_is_left_of_rows_that_have_been_longer_and_shorter(database):
    lots = random.Random(3)
    with database.edit(lazy("Added all")) as edit:
        edit.add(Person(name="Xqzor Wvkan", created_at=EVENING))
        edit.add(Session(title="Evening", starts_at=STARTS))
        edit.flush()
        edit.add_all(
            Idea(
                session_id=1,
                text="Ask Xqzor Wvkan " * lots.randint(0, 5) + "b" * lots.randint(1, 300),
                x=0,
                y=0,
                created_at=EVENING,
            )
            for _ in range(200)
        )
    for _ in range(60):
        with database.edit(lazy("Wrote")) as edit:
            for key in lots.sample(range(1, 201), lots.randint(1, 5)):
                said = "Ask Xqzor Wvkan " * lots.randint(0, 3) + "c" * lots.randint(1, 1500)
                edit.get_one(Idea, key).text = said
    for _ in range(20):
        database.undo()
    forgetting.replace_by_pseudonym(database, 1)
    content = database.path.read_bytes().lower()
    assert [bit for bit in LEFT if bit in content] == []
