"""Writes what an edit did into the journal."""

from typing import Any

from sqlalchemy import and_, insert, select, true, update

from kdc_desktop.domain.kit.actors import Actor
from kdc_desktop.instants import Instant
from kdc_desktop.model import JournalChange, JournalEntry
from kdc_desktop.storage.acting import current_actor, current_way
from kdc_desktop.storage.fast import Quick, value
from kdc_desktop.storage.recorder import ChangeLine
from kdc_desktop.storage.transactions import Edit

CAN_BE_UNDONE = and_(JournalEntry.undoable == true(), JournalEntry.undone_at.is_(None))
CAN_BE_REDONE = and_(JournalEntry.undoable == true(), JournalEntry.undone_at.is_not(None))
FROM_THEM = and_(
    JournalEntry.actor == value("of_kind"),
    JournalEntry.actor_key.is_not_distinct_from(value("of_key")),
)
"""Of one actor; see `of`."""

_END_OF_REDO = Quick(update(JournalEntry).where(FROM_THEM, CAN_BE_REDONE).values(undoable=False))
_ENTRY = Quick(
    insert(JournalEntry)
    .values(
        session_id=value("session_id"),
        label=value("label"),
        arguments=value("arguments"),
        at=value("at"),
        undoable=value("undoable"),
        actor=value("actor"),
        actor_key=value("actor_key"),
        way=value("way"),
    )
    .returning(JournalEntry.id)
)
_CHANGE = Quick(
    insert(JournalChange).values(
        entry_id=value("entry_id"),
        table_name=value("table_name"),
        row_key=value("row_key"),
        before=value("before"),
        after=value("after"),
    )
)
# What a lasting edit has changed again can never be undone: undo steps over it.
_SEAL = Quick(
    update(JournalEntry)
    .where(
        CAN_BE_UNDONE,
        JournalEntry.id.in_(
            select(JournalChange.entry_id).where(
                JournalChange.table_name == value("of_table"),
                JournalChange.row_key == value("of_row"),
            )
        ),
    )
    .values(undoable=False)
)


def of(actor: Actor) -> dict[str, Any]:
    """The values by which `FROM_THEM` finds what somebody did."""
    return {"of_kind": actor.kind, "of_key": actor.key}


def write_entry(edit: Edit, at: Instant, undoable: bool) -> None:
    """One entry for the edit, with a line for each row that is not as it was.

    An undoable edit ends the redo of who made it: what they had undone cannot be done again after
    it. One that is not undoable seals the edits before it that touched the same rows, whoever made
    them, so that undo goes on with older ones instead of refusing for ever.
    """
    changes = list(edit.recorder.changes())
    if changes:
        label, actor = edit.label, current_actor()
        if undoable:
            _END_OF_REDO.write(edit, of(actor))
        elif not edit.recorder.finishing:  # who finishes mends the older images instead
            tables, keys, *_ = zip(*changes, strict=True)
            _SEAL.write_many(edit, {"of_table": tables, "of_row": keys})
        edit.recorder.entry_id = _ENTRY.scalar(
            edit,
            session_id=edit.recorder.session_id,
            label=label.message,
            arguments=label.to_json(),
            at=at,
            undoable=undoable,
            actor=actor.kind,
            actor_key=actor.key,
            way=current_way(),
        )
        _write_changes(edit, changes)
    for finish in edit.recorder.finishing:
        finish(edit.connection())


def _write_changes(edit: Edit, changes: list[ChangeLine]) -> None:
    names = ("table_name", "row_key", "before", "after")
    columns = dict(zip(names, zip(*changes, strict=True), strict=True))
    of_entry = [edit.recorder.entry_id] * len(changes)
    _CHANGE.write_many(edit, {"entry_id": of_entry, **columns})
