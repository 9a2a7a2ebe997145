"""What organisations were called that went up in another: a list that says so means that one."""

from collections.abc import Mapping

from sqlalchemy import select

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.model.people import Organisation
from kdc_desktop.services.club.settings import keep_setting, setting_in
from kdc_desktop.storage import Edit, Snapshot

_NAMES = "organisation_names"
"""The setting that keeps, by a name that has gone, the id of the organisation that stays."""


def former_names(snapshot: Snapshot) -> Mapping[str, str]:
    """By the compared form of a name that has gone: how the organisation is called that stays.

    A name that an organisation has by now is not in it.
    """
    kept = _kept(snapshot)
    if not kept:
        return {}
    rows = snapshot.execute(select(Organisation.id, Organisation.name))
    names = {key: name for key, name in rows}  # noqa: C416 - dict() would take a result for a mapping
    taken = {normalise(name) for name in names.values()}
    return {name: names[key] for name, key in kept.items() if key in names and name not in taken}


def keep_former_name(edit: Edit, name: str, gone_id: int, stays_id: int) -> None:
    """Have a name, and those kept of who goes, mean another organisation. For verbs."""
    kept = {one: stays_id if key == gone_id else key for one, key in _kept(edit).items()}
    keep_setting(edit, _NAMES, {**kept, normalise(name): stays_id})


def _kept(snapshot: Snapshot) -> dict[str, int]:
    kept = setting_in(snapshot, _NAMES, {})
    return {name: key for name, key in kept.items() if isinstance(key, int)}
