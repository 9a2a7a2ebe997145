"""What people bring to the window: the list of everybody, and their import."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.domain.kit.list_kinds import ListKind
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, Desk, MenuEntry, Wiring

if TYPE_CHECKING:
    from kdc_desktop.screens.people.into_session import IntoSession
    from kdc_desktop.screens.people.part import MakePart
    from kdc_desktop.services.people.joins import PeopleJoins

PEOPLE = "people"


def bring_people(
    desk: Desk,
    joins: "Callable[[], PeopleJoins]",
    into_session: "Callable[[], IntoSession | None]",
    parts: "Callable[[], Sequence[MakePart]]" = tuple,
) -> Wiring:
    """The area of people and organisations, and their import.

    `joins` is asked once they are shown for what the nouns above know of them; `into_session`
    gives what imports people into the session that is open or next; `parts` are what the nouns
    above show in the panel of a person and of an organisation.
    """

    def import_people(file: Path | None = None) -> None:
        from kdc_desktop.screens.people.import_dialog import PeopleImportDialog

        dialog = PeopleImportDialog(
            *(desk.theme, desk.database, joins().sheets, into_session()),
            *(desk.jobs, desk.window.say, desk.over),
        )
        open_for_now(dialog)
        if file is not None:
            dialog.show_file(file)

    make = partial(_people, desk, joins, into_session, parts)
    return Wiring(
        areas=(Area(key=PEOPLE, title=lazy("People"), icon="users", make=make),),
        menu=((MenuEntry("import_people", lazy("Import people…"), import_people, "user-plus"),),),
        seen_at=dict.fromkeys(
            ("department", "organisation", "person", "person_merge", "consent", "kept_apart"),
            (PEOPLE,),
        ),
        calls=(_calls,),
        takes={ListKind.PEOPLE: import_people},
    )


def _people(
    desk: Desk,
    joins: "Callable[[], PeopleJoins]",
    into_session: "Callable[[], IntoSession | None]",
    parts: "Callable[[], Sequence[MakePart]]",
) -> Screen:
    from kdc_desktop.screens.people.people_screen import PeopleScreen
    from kdc_desktop.screens.people.pointing import point_at_listed

    store = desk.settings.store
    screen = PeopleScreen(*(desk.theme, desk.database, joins(), store, desk.jobs), into_session)
    for make in parts():
        screen.inspector().add_part(make(screen), make(screen))
    screen.lead_to = partial(point_at_listed, screen)
    return screen


def _calls() -> Calls:
    from kdc_desktop.screens.people.called import CALLS

    return CALLS
