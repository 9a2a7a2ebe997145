"""Take a person's name out of the journal, so that a pseudonym is one everywhere in the file."""

import json
import re
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, or_, select, update

from kdc_desktop.domain.kit.text import clean, normalise
from kdc_desktop.model import JournalChange, JournalEntry
from kdc_desktop.storage.images import Image
from kdc_desktop.storage.transactions import Edit

_EMPTIED = {"person": ("email", "notes"), "attendance": ("badge",)}  # in rows of that person
_NAMING = {"person": "name", "idea": "author_text", "reservation": "owner"}  # by name or person


def forget_person(edit: Edit, person_id: int, pseudonym: str) -> None:
    """When this edit is written, rewrite the journal as if the person had always been `pseudonym`.

    Names that the person has had leave every label, every image of the person and every image
    that names them as text; e-mail, notes and badge codes leave the images of their rows. It
    happens in the transaction of `edit`, whose own images it covers. Undo of older edits still
    works, given that `edit` sets the same values in the rows themselves. Call
    `Database.settle()` afterwards; backups made before still hold the name until they are
    dropped.

    Args:
        edit: what `Database.edit` gave.
        person_id: the row of `person`.
        pseudonym: the name that the person has now.
    """
    edit.recorder.finishing.append(lambda connection: _rewrite(connection, person_id, pseudonym))


def _rewrite(connection: Connection, person_id: int, pseudonym: str) -> None:
    own = {"person": {person_id}, "attendance": set(), "idea": set(), "reservation": set()}
    changes = connection.execute(
        select(JournalChange.__table__).where(JournalChange.table_name.in_(own))
    ).all()
    names: set[str] = set()
    for change in changes:
        for image in _images(change):
            key = json.loads(change.row_key)["id"]
            if change.table_name == "person" and key == person_id:
                names.add(image.get("name", pseudonym))
            if person_id in (image.get("person_id"), image.get("author_id")):
                own[change.table_name].add(key)
    names.discard(pseudonym)
    rewritten = [_scrubbed(change, own[change.table_name], names, pseudonym) for change in changes]
    moved = [
        new
        for old, new in zip(changes, rewritten, strict=True)
        if (new["before_image"], new["after_image"]) != (old.before, old.after)
    ]
    if moved:
        connection.execute(_CHANGE, moved)
    _rename_in_labels(connection, names, pseudonym)


_CHANGE = (
    update(JournalChange)
    .where(JournalChange.id == bindparam("change"))
    .values(before=bindparam("before_image"), after=bindparam("after_image"))
)
_LABEL = (
    update(JournalEntry)
    .where(JournalEntry.id == bindparam("entry"))
    .values(label=bindparam("new_label"))
)


def _images(change: Row[Any]) -> list[Image]:
    return [json.loads(text) for text in (change.before, change.after) if text is not None]


def _scrubbed(
    change: Row[Any], own: Collection[int], names: Collection[str], pseudonym: str
) -> dict[str, Any]:
    theirs = json.loads(change.row_key)["id"] in own
    former = {normalise(name) for name in names}

    def scrub(text: str | None) -> str | None:
        if text is None:
            return None
        image = json.loads(text)
        if theirs:
            image |= dict.fromkeys(set(_EMPTIED.get(change.table_name, ())) & set(image), "")
        column = _NAMING.get(change.table_name)
        told = image.get(column) if column else None
        if column and told and (theirs or normalise(told) in former):
            image[column] = pseudonym
        return json.dumps(image, ensure_ascii=False)

    return {
        "change": change.id,
        "before_image": scrub(change.before),
        "after_image": scrub(change.after),
    }


def _rename_in_labels(connection: Connection, names: Collection[str], pseudonym: str) -> None:
    forms = sorted({*names, *(clean(name) for name in names)} - {""}, key=len, reverse=True)
    if not forms:
        return
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")
    entries = connection.execute(
        select(JournalEntry.id, JournalEntry.label).where(
            or_(*(func.instr(JournalEntry.label, form) > 0 for form in forms))
        )
    ).all()
    renamed = [
        {"entry": entry.id, "new_label": named.sub(lambda _match: pseudonym, entry.label)}
        for entry in entries
    ]
    if renamed:
        connection.execute(_LABEL, renamed)
