"""Put a pseudonym in the place of a person, everywhere in the file.

What is personal stands in the model, at each column: see `Personal` there. Rows and their images
in the journal are rewritten by the same rules, so that undo still finds every row as it left it.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, select, update
from sqlalchemy.orm import Mapper

from kdc_desktop.domain.kit.names import Names
from kdc_desktop.model import Base, JournalChange, JournalEntry
from kdc_desktop.model.base import Personal, personal
from kdc_desktop.model.club import Setting
from kdc_desktop.model.journal import LABEL_AS_KEPT
from kdc_desktop.model.values import Written
from kdc_desktop.storage.images import Image, key_of
from kdc_desktop.storage.labels import decoded, label_of
from kdc_desktop.storage.links import links_to, person_table
from kdc_desktop.storage.told_lines import image_told, key_told, plain_told
from kdc_desktop.storage.transactions import Edit


def forget_person(
    edit: Edit,
    person_id: int,
    pseudonym: str,
    emptied: tuple[str, ...] = (),
    gone: Sequence[Table] = (),
) -> None:
    """Make it as if the person had always been called `pseudonym`, in every row and the journal.

    Columns that hold a name get the pseudonym where it is the person's, what is about them is
    emptied in their rows, and texts lose each name of more than one word that they have had. A
    single word stays in texts: it may be a word of the language. The journal is rewritten when
    `edit` is written, in its transaction, and undo of older edits works as before. Call
    `Database.compact()` afterwards; backups made before still hold the name until they are dropped.

    Args:
        edit: what `Database.edit` gave, for an edit that is not undoable.
        person_id: the row of the table of people.
        pseudonym: the name that the person has from now on.
        emptied: how the names of settings begin by which it could be tried out who somebody was.
        gone: of these tables nothing that led to the person is brought back by any undo or redo.
    """
    edit.flush()
    forgotten = _Forgotten(edit.connection(), person_id, pseudonym, emptied)
    for mapper in sorted(Base.registry.mappers, key=lambda mapper: str(mapper.local_table)):
        if isinstance(mapper.local_table, Table) and not _is_journal(mapper.local_table):
            _rewrite_rows(edit, mapper, forgotten)
    edit.flush()
    edit.recorder.finishing += [
        *(partial(_drop_changes, table=table, person_id=person_id) for table in gone),
        lambda connection: _rewrite_changes(connection, forgotten),
        lambda connection: _rewrite_labels(connection, forgotten),
    ]


class _Forgotten:
    """One person, by the names they have had and the rows that are theirs."""

    def __init__(
        self, connection: Connection, person_id: int, pseudonym: str, emptied: tuple[str, ...]
    ) -> None:
        self._id, self._emptied = person_id, emptied
        self._pseudonym = pseudonym
        self._rows = {(person_table().name, person_id)}
        self.names = Names(set(self._names(connection)) - {pseudonym})
        for column in links_to(person_table()):
            self._find_rows(connection, column.table, column.name)
        self._tables = {name for name, _ in self._rows}

    def _names(self, connection: Connection) -> Iterator[str]:
        table = person_table()
        own = [column.name for column in table.c if personal(column) is Personal.NAME]
        row = connection.execute(select(table).where(key_of(table) == self._id)).mappings().one()
        name = key_of(table).name
        images = [
            image
            for key, image in _images_of(connection, table)
            if self._id in (key, plain_told(image.get(name)))
        ]
        for image in (dict(row), *images):
            yield from (said for name in own if isinstance(said := image.get(name), str))

    def _find_rows(self, connection: Connection, table: Table, link: str) -> None:
        """Rows that are, or once were, linked to the person and say something about them."""
        if not any(personal(column) is Personal.ABOUT for column in table.c):
            return
        found = connection.execute(select(key_of(table)).where(table.c[link] == self._id))
        keys = set(found.scalars())
        keys |= {key for key, image in _images_of(connection, table) if image.get(link) == self._id}
        self._rows |= {(table.name, key) for key in keys if key is not None}

    def owns(self, table: Table, key: Any) -> bool:
        """Whether a row is, or once was, the person's own."""
        if table is Setting.__table__:
            return str(key).startswith(self._emptied)
        return (table.name, key) in self._rows

    def owns_change(self, table: Table, row_key: str) -> bool:
        """The same for a line of the journal, whose key is JSON."""
        if table.name not in self._tables and table is not Setting.__table__:
            return False
        return self.owns(table, key_told(table, row_key))

    def rewritten(self, table: Table, image: Image, theirs: bool) -> Image:
        """The columns of a row, or of some image of it, that have to change."""
        new = {}
        for name, said in image.items():
            kind = personal(table.c[name]) if name in table.c else Personal.TEXT
            told = self._told(table, kind, said, theirs)
            if isinstance(told, str) and name in table.c:
                told = _fitting(table.c[name], told)
            if told != said:
                new[name] = told
        return new

    def _told(self, table: Table, kind: Personal | None, said: Any, theirs: bool) -> Any:
        if isinstance(said, list):
            return [self._told(table, kind, one, theirs) for one in said]
        if isinstance(said, dict):
            inner = {self.in_text(name): one for name, one in said.items()}
            return {name: self._told(table, kind, one, theirs) for name, one in inner.items()}
        if not said or not isinstance(said, str):
            return said
        return self._told_in_words(table, kind, said, theirs)

    def _told_in_words(self, table: Table, kind: Personal | None, said: str, theirs: bool) -> str:
        if kind is None or kind is Personal.NOTHING:
            return said
        if theirs and table is Setting.__table__:
            return _NOTHING
        if kind is Personal.ABOUT and theirs:
            return ""
        if kind is Personal.NAME:
            if table is person_table():  # a namesake keeps the name
                return self._pseudonym if theirs else said
            if self.names.is_one(said):
                return self._pseudonym
        return self.in_text(said)

    def in_text(self, text: str) -> str:
        """Words of people without the person's names of several words."""
        return self.names.replaced(text, self._pseudonym)

    def in_label(self, label: str) -> str:
        """What a label of the journal says: its values, or its words where it has no values."""
        return self.names.replaced(label, self._pseudonym, single=True)


def _fitting(column: Column[Any], text: str) -> str:
    """A pseudonym may be longer than the name was."""
    return text[: column.type.longest] if isinstance(column.type, Written) else text


def _rewrite_rows(edit: Edit, mapper: Mapper[Any], forgotten: _Forgotten) -> None:
    table = mapper.local_table
    assert isinstance(table, Table)
    columns = [column for column in table.c if personal(column) in _REWRITTEN]
    if not columns:
        return
    names = [column.name for column in columns]
    for key, *texts in edit.execute(select(key_of(table), *columns)).all():
        theirs = forgotten.owns(table, key)
        if theirs or forgotten.names.may_be_in(_joined(*texts)):
            new = forgotten.rewritten(table, dict(zip(names, texts, strict=True)), theirs)
            entity = edit.get_one(mapper.class_, key) if new else None
            for name, value in new.items():
                setattr(entity, name, value)


_AT_ONCE = 500  # rows that one statement names
_NOTHING = "[]"  # what a setting says that is emptied
_REWRITTEN = (Personal.NAME, Personal.ABOUT, Personal.TEXT)
_CHANGE = (
    update(JournalChange)
    .where(JournalChange.id == bindparam("change"))
    .values(before=bindparam("before_image"), after=bindparam("after_image"))
)
_LABEL = (
    update(JournalEntry)
    .where(JournalEntry.id == bindparam("entry"))
    .values(label=bindparam("new_label"), arguments=bindparam("new_arguments"))
)
_CHANGES = select(
    JournalChange.id,
    JournalChange.table_name,
    JournalChange.row_key,
    JournalChange.before,
    JournalChange.after,
)
_LABELS = select(JournalEntry.id, *LABEL_AS_KEPT)


def _is_journal(table: Table) -> bool:
    return table in (JournalEntry.__table__, JournalChange.__table__)


def _images_of(connection: Connection, table: Table) -> Iterator[tuple[Any, Image]]:
    """Key and image, for every image in the journal of the rows of a table."""
    found = connection.execute(
        select(JournalChange.row_key, JournalChange.before, JournalChange.after).where(
            JournalChange.table_name == table.name
        )
    )
    for row_key, *images in found:
        key = key_told(table, row_key)
        yield from ((key, image_told(image)) for image in images if image is not None)


def _joined(*texts: Any) -> str:
    return "\n".join(text for text in texts if isinstance(text, str))


def _rewrite_changes(connection: Connection, forgotten: _Forgotten) -> None:
    rewritten = []
    for change_id, table_name, row_key, *images in connection.execute(_CHANGES).all():
        table = Base.metadata.tables.get(table_name)
        if table is not None and not table.info.get("journal", True):
            table = None
        theirs = table is not None and forgotten.owns_change(table, row_key)
        if table is not None and key_told(table, row_key) is None:
            new = [_as_words(image, forgotten.in_label) for image in images]
        else:
            new = [_rewritten(forgotten, table, image, theirs) for image in images]
        if new != images:
            rewritten.append({"change": change_id, "before_image": new[0], "after_image": new[1]})
    if rewritten:
        connection.execute(_CHANGE, rewritten)


def _drop_changes(connection: Connection, table: Table, person_id: int) -> None:
    """Take the lines of the journal on all rows of a table that ever led to the person."""
    links = [column.name for column in links_to(person_table()) if column.table is table]
    keys = {
        key
        for key, image in _images_of(connection, table)
        if any(image.get(link) == person_id for link in links)
    }
    lines = select(JournalChange.id, JournalChange.row_key).where(
        JournalChange.table_name == table.name
    )
    dropped = [one for one, key in connection.execute(lines) if key_told(table, key) in keys]
    for at in range(0, len(dropped), _AT_ONCE):
        some = dropped[at : at + _AT_ONCE]
        connection.execute(delete(JournalChange).where(JournalChange.id.in_(some)))


def _rewrite_labels(connection: Connection, forgotten: _Forgotten) -> None:
    labels = []
    for entry_id, *kept in connection.execute(_LABELS):
        words = [decoded(said) for said in kept]
        if forgotten.names.may_be_in(_joined(*words)):
            new = label_of(*kept).with_values(forgotten.in_label)
            told = [new.message, new.to_json()]  # None, too, for arguments that cannot be read
            if told != words:
                said = {"new_label": told[0], "new_arguments": told[1]}
                labels.append({"entry": entry_id, **said})
    if labels:
        connection.execute(_LABEL, labels)


def _rewritten(forgotten: _Forgotten, table: Table | None, said: Any, theirs: bool) -> Any:
    """An image without the person; one that no undo can use is words."""
    if not (theirs or forgotten.names.may_be_in(_words(said))):
        return said
    with suppress(RecursionError):
        image = image_told(said)
        if image and table is not None:
            new = forgotten.rewritten(table, image, theirs)
            return _json({**image, **new}) if new else said
        if image:
            return _as_words(said, forgotten.in_text)
    return _as_words(said, forgotten.in_label)


def _as_words(said: Any, told: Callable[[str], str]) -> Any:
    words = _words(said)
    new = told(words)
    return said if new == words else new


def _words(said: Any) -> str:
    """What stands where an image should, as text: any program may have written it."""
    return decoded(said) or "" if isinstance(said, bytes) else str(said or "")


def _json(image: Image) -> str:
    told = json.dumps(image, ensure_ascii=False)
    try:
        told.encode()
    except UnicodeEncodeError:  # half of a character
        return json.dumps(image)
    return told
