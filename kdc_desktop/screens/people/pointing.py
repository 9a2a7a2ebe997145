"""Points at people and organisations that an undo has changed."""

from typing import Any

from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.screen import ChangedRows
from kdc_desktop.screens.people.lists import Listed
from kdc_desktop.screens.people.people_screen import PeopleScreen

_TABLES = {Listed.PEOPLE: "person", Listed.ORGANISATIONS: "organisation"}


def point_at_listed(screen: PeopleScreen, rows: ChangedRows) -> None:
    """Select them in the list that is shown, else in the other one.

    A search that leaves them out is over.
    """
    changed = {table: set(rows.get(table, ())) for table in _TABLES.values()}
    for table, found in rows.items():  # whatever belongs to somebody is seen in their panel
        for row in found.values() if table not in changed else ():
            for whose, keys in changed.items():
                keys |= {row.get(f"{whose}_id")} - {None}
    for row in rows.get("kept_apart", {}).values():
        changed["person"] |= {row.get("person_id"), row.get("other_id")}
    shown = Listed(screen.kind_choice.current())
    kinds = [kind for kind in (shown, *Listed) if changed[_TABLES[kind]]]
    if not kinds:
        return
    if kinds[0] is not shown:
        screen.show_kind(kinds[0])
    screen.reading.afterwards(lambda: _point(screen, changed[_TABLES[kinds[0]]]))


def _point(screen: PeopleScreen, keys: set[Any]) -> None:
    table = screen.table
    if not point_at(table, keys) and screen.search_edit.text():
        begin_anew(screen.search_edit)
        point_at(table, keys)
