"""The columns that somebody has chosen for lists with certain headers."""

import json
from collections.abc import Mapping, Sequence

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.fields import Columns, PersonField
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.people_in import Remembered
from kdc_desktop.services.club.settings import remember, setting
from kdc_desktop.storage import Database

_CHOSEN = "people_columns_chosen"


def remembered_columns(database: Database) -> Remembered:
    """Finds what was chosen for a list with the same headers, in whatever order they stand."""
    chosen = setting(database, _CHOSEN, {})

    def columns(headers: Sequence[str]) -> Columns | None:
        fields = chosen.get(_key(headers))
        return None if not isinstance(fields, Mapping) else _columns(headers, fields)

    return columns


def remember_columns(database: Database, headers: Sequence[str], columns: Columns) -> None:
    """Keep what was chosen."""
    chosen = setting(database, _CHOSEN, {})
    fields = {normalise(headers[place]): str(what) for place, what in sorted(columns.items())}
    key = _key(headers)
    if chosen.get(key) != fields:
        label = lazy("Remembered which column of a list holds what")
        remember(database, _CHOSEN, {**chosen, key: fields}, label)


def _key(headers: Sequence[str]) -> str:
    return json.dumps(sorted(map(normalise, headers)), ensure_ascii=False)


def _columns(headers: Sequence[str], fields: Mapping[str, str]) -> Columns:
    known = set(PersonField)
    return {
        place: PersonField(fields[normalise(header)])
        for place, header in enumerate(headers)
        if fields.get(normalise(header)) in known
    }
