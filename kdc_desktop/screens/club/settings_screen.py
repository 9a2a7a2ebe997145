"""How the program looks on this laptop, the kiosk's PIN, and the club's backups."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.i18n import (
    Text,
    _,
    lazy,
    moment_text,
    ngettext,
    percent_text,
    sentences,
    zone_text,
)
from kdc_desktop.instants import laptop_zone, name_of
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.club.backup_list import BackupList
from kdc_desktop.screens.club.copying import copy_in_job
from kdc_desktop.screens.club.defaults_part import DefaultsPart
from kdc_desktop.screens.club.folders_part import FoldersPart
from kdc_desktop.screens.club.help import SETTINGS
from kdc_desktop.screens.club.language_choice import LanguageChoice
from kdc_desktop.screens.club.placing import ask_for_place
from kdc_desktop.screens.club.settings_ways import add_ways
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.services.club import backups
from kdc_desktop.services.club.defaults import DefaultChoice
from kdc_desktop.settings import TEXT_SIZES, Settings, ThemeMode
from kdc_desktop.storage import Database
from kdc_desktop.storage.backups import KEPT_DAYS, KEPT_NEWEST, Backup, folder_of

_MODES: Mapping[ThemeMode, tuple[Text, Text]] = {
    ThemeMode.LIGHT: (lazy("Light"), lazy("Theme: light")),
    ThemeMode.DARK: (lazy("Dark"), lazy("Theme: dark")),
    ThemeMode.SYSTEM: (lazy("As the system"), lazy("Theme: as the system")),
}
"""The looks in the order of their segments: what each is called there, and as an action."""
MODES = tuple(_MODES)


class SettingsScreen(Screen):
    """Every change but the language is in force at once.

    `restored` tells of a file that can be opened now, `again_wanted` of the open one;
    `keys_wanted` asks for the sheet of all keys.
    """

    stem = "club/settings_screen"
    help = SETTINGS
    tables = frozenset({"setting"})
    restored = Signal(object)
    again_wanted = Signal(object)
    keys_wanted = Signal()

    headline: QLabel
    body: QWidget
    look_card: QFrame
    look_column: QVBoxLayout
    look_title: QLabel
    theme_segments: Segmented
    size_segments: Segmented
    motion_check: QCheckBox
    pin_edit: QLineEdit
    pin_button: QPushButton
    no_pin_button: QPushButton
    pin_label: QLabel
    contrast_check: QCheckBox
    backup_card: QFrame
    backup_title: QLabel
    backup_column: QVBoxLayout
    backups_about: QLabel
    zone_about: QLabel
    keys_button: QPushButton
    backups_table: RowTable
    backup_buttons: QWidget
    backup_button: QPushButton
    restore_button: QPushButton

    def __init__(
        self,
        theme: Theme,
        database: Database,
        settings: Settings,
        jobs: Jobs,
        defaults: Sequence[DefaultChoice] = (),
    ) -> None:
        super().__init__(theme)
        self._database, self._settings, self._jobs = database, settings, jobs
        self.list = BackupList(self.backups_table, jobs)
        self.backups_table.empty_text = _("No backup yet. One is made whenever the club is opened.")
        self.language_choice = LanguageChoice(settings, self.look_card)
        self.look_column.insertWidget(
            self.look_column.indexOf(self.motion_check), self.language_choice
        )
        self._defaults = DefaultsPart(database, defaults, self)
        self._add_folders()
        self._dress()
        self._connect()

    def _add_folders(self) -> None:
        kept = [(_("Settings of this laptop"), Path(self._settings.store.fileName()))]
        path = self._database.path
        lies = [(_("File of the club"), path), (_("Folder of its backups"), folder_of(path))]
        for column, at, places in (
            (self.look_column, self.look_column.count() - 1, kept),
            (self.backup_column, 1, lies),
        ):
            part = FoldersPart(places)
            part.problem.connect(self.problem)
            column.insertWidget(at, part)
        self.backup_column.insertWidget(2, self._defaults)

    def _fit(self) -> None:
        self.look_card.setMaximumWidth(self.theme.px(560))
        self.backups_table.setMinimumHeight(self.theme.px(220))

    def _dress(self) -> None:
        TurningHalves(self.body, self.look_card, self.backup_card, 16)
        self.theme.changed.connect(self._fit)
        self._fit()
        self.headline.setProperty("role", "headline")
        for card in (self.look_card, self.backup_card):
            card.setProperty("role", "card")
        for title in (self.look_title, self.backup_title):
            title.setProperty("role", "title")
        for name in ("theme_about", "size_about", "zone_about", "backups_about"):
            about = self.findChild(QLabel, name)
            assert about is not None
            about.setProperty("role", "muted")
        for name in ("l1", "l2", "l3", "l4"):
            label = self.findChild(QLabel, name)
            assert label is not None
            label.setProperty("role", "section")
            label.setContentsMargins(0, 8, 0, 0)
        self.pin_label.setProperty("role", "muted")
        zone = zone_text(name_of(laptop_zone()))
        told = _(
            "Times are those of this laptop, in {zone}; a live session keeps its own.", zone=zone
        )
        self.zone_about.setText(told)
        self.theme_segments.setAccessibleName(_("Theme"))
        self.theme_segments.set_texts([str(name) for name, _action in _MODES.values()])
        self.size_segments.setAccessibleName(_("Text size"))
        self.size_segments.set_texts([percent_text(size / 100) for size in TEXT_SIZES])

    def _connect(self) -> None:
        settings = self._settings
        self.theme_segments.changed.connect(lambda at: setattr(settings, "theme", MODES[at]))
        self.size_segments.changed.connect(
            lambda at: setattr(settings, "text_size", TEXT_SIZES[at])
        )
        self.motion_check.toggled.connect(lambda on: setattr(settings, "motion", on))
        self.contrast_check.toggled.connect(lambda on: setattr(settings, "kiosk_contrast", on))
        self.pin_edit.returnPressed.connect(self._set_pin)
        self.pin_button.clicked.connect(self._set_pin)
        self.no_pin_button.clicked.connect(self._drop_pin)
        flow_in(self.backup_buttons)
        self.backup_button.clicked.connect(self.back_up)
        self.restore_button.clicked.connect(self.restore)
        self.keys_button.clicked.connect(self.keys_wanted)
        self.language_choice.again_wanted.connect(
            lambda: self.again_wanted.emit(self._database.path)
        )
        for mode, (_name, action) in _MODES.items():
            self.act(
                f"theme_{mode}",
                str(action),
                lambda mode=mode: self._use(mode),
                icon="sun-moon",
            )
        self.act("back_up_now", _("Back up now"), self.back_up, icon="database-backup")
        text, name = _("Open the chosen backup as a copy"), "open_the_chosen_backup_as_a_copy"
        self.backups_table.hands.offer(self.act(name, text, self.restore, icon="history"))
        add_ways(
            *(self, self.size_segments.take_keys, self._defaults.take_keys),
            *(self.motion_check, self.language_choice.combo, self.pin_edit),
            *(self.contrast_check, self.backups_table),
        )

    def _use(self, mode: ThemeMode) -> None:
        self._settings.theme = mode
        self.refresh()

    def refresh(self) -> None:
        self.theme_segments.set_current(MODES.index(self._settings.theme))
        self.size_segments.set_current(TEXT_SIZES.index(self._settings.text_size))
        kept = ((self.motion_check, "motion"), (self.contrast_check, "kiosk_contrast"))
        for check, name in kept:
            with QSignalBlocker(check):
                check.setChecked(getattr(self._settings, name))
        self.language_choice.refresh()
        self.no_pin_button.setVisible(self._settings.has_pin)
        self.pin_label.setText(_about_pin(self._settings))
        self._defaults.refresh()
        there = backups.kept(self._database)
        self.backups_about.setText(_about_backups(there))
        self.list.show(there)

    def _set_pin(self) -> None:
        if not self.pin_edit.text():
            self.problem.emit(_("Type a PIN of four to eight digits first."))
            return
        self.attempt(self._settings.set_pin, self.pin_edit.text())
        begin_anew(self.pin_edit)
        self.refresh()

    def _drop_pin(self) -> None:
        self._settings.set_pin("")
        self.refresh()

    def back_up(self) -> None:
        """Keep a copy of the club as it is now."""
        copy = partial(backups.back_up, self._database)
        copy_in_job(self._jobs, _("Backing up the club"), copy, self, self._tell_backed_up)

    def _tell_backed_up(self, made: Backup) -> None:
        self.wrote.emit(_("Backed up to {file}", file=made.path.name), made.path)
        self.refresh()

    def restore(self) -> None:
        """Put the chosen backup back as a new file, and open that."""
        row = self.list.chosen
        if row is None:
            self.problem.emit(_("Choose a backup in the list first."))
            return
        if not row.usable:
            self.problem.emit(_("No club can be had from this one. Choose another."))
            return
        asked = self.attempt(ask_for_place, self, row.backup, self._database.path)
        if asked and asked.answer is not None:
            self._restore(row.backup, asked.answer)

    def _restore(self, backup: Backup, target: Path) -> None:
        copy = partial(backups.restore, backup, target)
        title = _("Restoring the backup")
        copy_in_job(self._jobs, title, copy, self, lambda _done: self.restored.emit(target))


def _about_pin(settings: Settings) -> str:
    if settings.has_pin:
        return _(
            "Whoever ends the kiosk at its foot is asked for the PIN. “End the kiosk” in this"
            " window, or F9, asks for none."
        )
    if settings.lost_pin:
        return _(
            "The PIN on this laptop cannot be read any more, so anybody can end the kiosk."
            " Set it again."
        )
    return _(
        "Anybody can end the kiosk at its foot. Set a PIN before you leave it alone in the"
        " room. In this window F9 ends it, too."
    )


def _about_backups(there: Sequence[Backup]) -> str:
    rule = _(
        "One is made whenever the club is opened and before every import. The {newest} newest "
        "stay, and one a day of the last {days} days that had one.",
        newest=KEPT_NEWEST,
        days=KEPT_DAYS,
    )
    if not there:
        return rule
    newest = max(there, key=lambda one: one.age)
    count = ngettext("There is {count} backup.", "There are {count} backups.", len(there))
    made = _("The newest was made {when}.", when=moment_text(newest.at))
    return sentences((count, made, rule))
