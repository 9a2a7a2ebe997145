"""What was written of a vision and not saved as a version yet; it is no part of the history."""

import json

from kdc_desktop.i18n import lazy
from kdc_desktop.model.club import Setting
from kdc_desktop.services.club.settings import setting
from kdc_desktop.storage import Database


def draft(database: Database, consortium_id: int) -> tuple[str, str] | None:
    """The text and the note that wait to be saved for a consortium."""
    kept = setting(database, _name(consortium_id), [])
    if len(kept) != 2 or not all(isinstance(said, str) for said in kept):
        return None  # there is none, or another program wrote it
    return kept[0], kept[1]


def keep_draft(database: Database, consortium_id: int, text: str, note: str) -> None:
    """Keep the unsaved text of a consortium; nothing is written when it is kept already."""
    if draft(database, consortium_id) == (text, note):
        return
    with database.edit(lazy("Kept the draft of the vision"), undoable=False) as edit:
        value = json.dumps([text, note], ensure_ascii=False)
        edit.merge(Setting(name=_name(consortium_id), value=value))


def forget_draft(database: Database, consortium_id: int) -> None:
    """The draft has become a version."""
    if draft(database, consortium_id) is None:
        return
    with database.edit(lazy("Forgot the draft of the vision"), undoable=False) as edit:
        edit.delete(edit.get_one(Setting, _name(consortium_id)))


def _name(consortium_id: int) -> str:
    return f"vision_draft_{consortium_id}"
