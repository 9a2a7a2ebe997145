"""The import of people as its tests open it, read it and choose in it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kdc_desktop.domain.people.field_titles import FIELD_TITLES
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.attendance import wiring as attendance_wiring
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.storage import Database


class Window:
    """What the dialog is given of the window: its jobs, and what it is told."""

    def __init__(self) -> None:
        self.jobs = Jobs()
        self.told: list[str] = []
        self.jobs.problem.connect(self.told.append)


def opened(
    qtbot: QtBot,
    theme: Theme,
    database: Database,
    window: Window,
    session_id: int | None = None,
) -> PeopleImportDialog:
    into_session = None if session_id is None else attendance_wiring.into_session(session_id)
    dialog = PeopleImportDialog(
        *(theme, database, PEOPLE.sheets, into_session, window.jobs, window.told.append)
    )
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def show(qtbot: QtBot, dialog: PeopleImportDialog, path: Path) -> None:
    with qtbot.waitSignal(dialog._jobs.ended, timeout=10_000):
        dialog.show_file(path)
    qtbot.waitUntil(lambda: not dialog._jobs.busy)


def words(dialog: PeopleImportDialog, key: str) -> list[str]:
    """What the rows say in a column, "" in one that they have not."""
    shown = dialog._rows._model
    assert shown is not None
    keys, model = [column.key for column in shown.columns], dialog.rows_table.model()
    if key not in keys:
        return [""] * model.rowCount()
    return [model.index(at, keys.index(key)).data() for at in range(model.rowCount())]


def pick(qtbot: QtBot, dialog: PeopleImportDialog, place: int, what: PersonField | None) -> None:
    """Choose what a column of the list holds."""
    combo = dialog._options.columns.combos[place]
    index = 0 if what is None else list(FIELD_TITLES).index(what) + 1
    combo.setCurrentIndex(index)
    combo.activated.emit(index)
    settle(qtbot, dialog)


def settle(qtbot: QtBot, dialog: PeopleImportDialog) -> None:
    """Wait until what was chosen is shown."""
    qtbot.waitUntil(lambda: not dialog._reading.waits)
