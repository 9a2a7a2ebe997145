"""What was written of a vision and not saved as a version yet; it is no part of the history."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from kdc_desktop.domain.visions.parts import NO_PARTS, VisionParts
from kdc_desktop.i18n import lazy
from kdc_desktop.model.club import Setting
from kdc_desktop.services.club.settings import keep_setting, setting
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class VersionDraft:
    """A version that waits to be saved, and the reservations that it answers."""

    text: str
    note: str = ""
    parts: VisionParts = NO_PARTS
    answers: tuple[int, ...] = ()


def draft(database: Database, consortium_id: int) -> VersionDraft | None:
    """What waits to be saved for a consortium."""
    kept = setting(database, _name(consortium_id), [])
    if len(kept) not in (2, 4) or not all(isinstance(said, str) for said in kept[:2]):
        return None  # there is none, or another program wrote it
    parts, answers = kept[2:] or ({}, [])
    if not isinstance(parts, dict) or not isinstance(answers, list):
        return None
    known = tuple(key for key in answers if isinstance(key, int))
    return VersionDraft(kept[0], kept[1], _parts_of(parts), known)


def keep_draft(database: Database, consortium_id: int, written: VersionDraft) -> None:
    """Keep what is unsaved of a consortium; nothing is written when it is kept already."""
    if draft(database, consortium_id) == written:
        return
    with database.edit(lazy("Kept the draft of the vision"), undoable=False) as edit:
        value = [written.text, written.note, asdict(written.parts), [*written.answers]]
        keep_setting(edit, _name(consortium_id), value)


def forget_draft(database: Database, consortium_id: int) -> None:
    """The draft has become a version."""
    if draft(database, consortium_id) is None:
        return
    with database.edit(lazy("Forgot the draft of the vision"), undoable=False) as edit:
        edit.delete(edit.get_one(Setting, _name(consortium_id)))


def _parts_of(kept: dict[str, Any]) -> VisionParts:
    said = {one.name: kept.get(one.name) for one in fields(VisionParts)}
    return VisionParts(**{key: text for key, text in said.items() if isinstance(text, str)})


def _name(consortium_id: int) -> str:
    return f"vision_draft_{consortium_id}"
