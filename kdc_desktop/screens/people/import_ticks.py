"""The ticks above a list of people: who of it comes in too, who leaves the list, and what moves."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.standing import Standing
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.people.import_form import PeopleImportForm
from kdc_desktop.services.people.importing import ImportPreview


class ImportTicks(QObject):
    """Shows those that a list has a use for; `changed` when somebody has clicked one."""

    changed = Signal()

    def __init__(self, form: PeopleImportForm, box: QWidget) -> None:
        super().__init__(box)
        self._cancelled, self._hidden = form.cancelled_check, form.hidden_check
        self._off, self._moving = form.off_check, form.moving_check
        self._moving.setText(_("Move organisations into the sectors that this list says"))
        for check in (self._cancelled, self._hidden, self._off, self._moving):
            check.clicked.connect(self.changed)

    def show_preview(self, preview: ImportPreview) -> None:
        """Offer what there is to choose of a list, as it is chosen."""
        choices, table = preview.choices, preview.found.table
        cancelled = sum(
            one.standing is Standing.NOT_COMING
            and (choices.include_hidden or at not in table.hidden)
            for at, one in enumerate(preview.found.people)
        )
        text = ngettext(
            "Take {count} who is not coming too", "Take {count} who are not coming too", cancelled
        )
        _show(self._cancelled, text, cancelled > 0, choices.include_cancelled)
        hidden = len(table.hidden)
        text = ngettext("Take {count} hidden row too", "Take {count} hidden rows too", hidden)
        _show(self._hidden, text, hidden > 0, choices.include_hidden)
        away = sum(row.leaves is not None for row in preview.rows)
        text = ngettext(
            "Take {count} who is cancelled here off the list of the session",
            "Take {count} who are cancelled here off the list of the session",
            away,
        )
        _show(self._off, text, away > 0, not choices.stay_listed)
        moves = choices.move_sectors
        _show(self._moving, self._moving.text(), moves or preview.holds_back_sectors, moves)

    def hide_all(self) -> None:
        """There is nothing to choose of."""
        for check in (self._cancelled, self._hidden, self._off, self._moving):
            check.hide()

    def chosen(self, choices: ImportChoices) -> ImportChoices:
        """These choices with what is ticked."""
        return replace(
            choices,
            include_cancelled=self._cancelled.isChecked(),
            include_hidden=self._hidden.isChecked(),
            stay_listed=not self._off.isChecked(),
            move_sectors=self._moving.isChecked(),
        )


def _show(check: QCheckBox, text: str, there: bool, ticked: bool) -> None:
    check.setText(text)
    check.setVisible(there)
    check.setChecked(ticked)
