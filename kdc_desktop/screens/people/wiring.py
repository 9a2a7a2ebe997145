"""What people bring to the window: the list of everybody, and their import."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.wiring import Area, Desk, MenuEntry, Wiring


def bring(desk: Desk) -> Wiring:
    """The area of people and organisations."""

    def people() -> Screen:
        from kdc_desktop.screens.people.people_screen import PeopleScreen

        return PeopleScreen(desk.theme, desk.database, desk.settings.store)

    def import_people() -> None:
        from kdc_desktop.screens.people.people_import_dialog import PeopleImportDialog

        session = desk.window.session
        PeopleImportDialog(
            desk.theme, desk.database, session.id if session else None, parent=desk.over
        ).open()

    return Wiring(
        areas=(Area(key="people", title=lazy("People"), icon="users", make=people),),
        menu=((MenuEntry("import_people", lazy("Import people…"), import_people, "user-plus"),),),
    )
