"""Settings of the club, kept in its file: small values under a name."""

import json
from typing import Any

from sqlalchemy import select

from kdc_desktop.i18n import Text
from kdc_desktop.model.club import Setting
from kdc_desktop.storage import Database, Edit, Snapshot


def setting(database: Database, name: str, default: Any = None) -> Any:
    """The value under a name; the default where there is none, or none of its kind."""
    with database.read() as snapshot:
        return setting_in(snapshot, name, default)


def setting_in(snapshot: Snapshot, name: str, default: Any = None) -> Any:
    """The same on a snapshot or edit that is open."""
    value = snapshot.scalar(select(Setting.value).where(Setting.name == name))
    found = None if value is None else json.loads(value)
    if found is None or (default is not None and type(found) is not type(default)):
        return default
    return found


def remember(
    database: Database, name: str, value: Any, label: Text, *, undoable: bool = False
) -> None:
    """Keep a JSON value under a name; `label` says in the log what was done.

    `undoable` where somebody chose it, and not where something is kept on the way.
    """
    with database.edit(label, undoable=undoable) as edit:
        keep_setting(edit, name, value)


def keep_setting(edit: Edit, name: str, value: Any) -> None:
    """Keep a JSON value under a name, in an edit that does more than that."""
    text = json.dumps(value, ensure_ascii=False)
    known = edit.get(Setting, name)
    if known is None:
        edit.add(Setting(name=name, value=text))
    else:
        known.value = text
