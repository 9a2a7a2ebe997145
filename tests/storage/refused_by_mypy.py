"""What mypy must refuse: each `ignore` below is an error itself once mypy lets its line pass.

Nobody runs this; `packaging/dev.py check` has mypy read it.
"""

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.storage import Database, Edit, Snapshot


def rename(edit: Edit, person_id: int) -> None:
    edit.get_one(Person, person_id).name = name_of(edit, person_id).strip()


def name_of(snapshot: Snapshot, person_id: int) -> str:
    return snapshot.get_one(Person, person_id).name


def a_snapshot_is_no_edit(database: Database) -> None:
    with database.read() as snapshot:
        rename(snapshot, 1)  # type: ignore[arg-type]
        snapshot.add(Person(name="Aino"))  # type: ignore[attr-defined]
        snapshot.flush()  # type: ignore[attr-defined]


def an_edit_does_not_end_itself(database: Database) -> None:
    with database.edit(lazy("Rename")) as edit:
        rename(edit, 1)
        edit.commit()  # type: ignore[attr-defined]
