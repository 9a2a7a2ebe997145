"""Write a consortium's vision, version by version."""

from kdc_desktop.domain.kit.lengths import STATEMENT
from kdc_desktop.domain.kit.text import on_one_line, trimmed
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.visions.askings import conclude, latest_version
from kdc_desktop.storage import Database

LONGEST_VISION = STATEMENT


def save_version(database: Database, consortium_id: int, text: str, note: str = "") -> int:
    """The next version of a consortium's vision, numbered from 1; its id.

    It ends the asking about the version before, whose answers are revealed.

    Raises:
        UserError: there is no text, too much of it, or it is what the latest version says.
    """
    text = _checked_text(text)
    with database.read() as snapshot:
        latest = latest_version(snapshot, consortium_id)
        name = snapshot.get_one(Consortium, consortium_id).name
    number = latest.number + 1 if latest else 1
    label = lazy("Saved version {number} of the vision of {name}", number=number, name=name)
    with database.edit(label) as edit:
        latest = latest_version(edit, consortium_id)
        if latest is not None and on_one_line(latest.text) == on_one_line(text):
            raise UserError(
                _(
                    "Version {number} says exactly this. Change the words, then save.",
                    number=latest.number,
                )
            )
        conclude(edit, consortium_id, database.now())
        added = Vision(
            consortium_id=consortium_id,
            number=latest.number + 1 if latest else 1,
            text=text,
            note=on_one_line(note),
            created_at=database.now(),
        )
        edit.add(added)
        edit.flush()
        return added.id


def _checked_text(text: str) -> str:
    text = trimmed(text)
    if not text:
        raise UserError(_("Write the vision first: one sentence that every member can share."))
    if len(text) > LONGEST_VISION:
        raise UserError(_("Shorten the vision to {longest} characters.", longest=LONGEST_VISION))
    return text
