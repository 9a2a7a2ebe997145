"""What somebody allows, in the panel that shows them: two boxes, and how it is known."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.services.people.consents import consent_sentence, newest_of
from kdc_desktop.services.people.rows import ConsentRow


class ConsentsPart(QObject):
    """Tells what is chosen with `said`: of what kind it is, whether it is given, how it is known.

    What is typed in `source` is for the next that is chosen, of whomever.
    """

    said = Signal(str, bool, str)

    def __init__(
        self, combos: Mapping[ConsentKind, QComboBox], source: QLineEdit, told: QLabel
    ) -> None:
        super().__init__(told)
        self._combos, self._source, self._told = combos, source, told
        ask_when_half_typed(source)
        prompt(source, _("told at the door"), _("Write this first, then choose below."))
        for kind, combo in combos.items():
            combo.addItem(_("Yes"), True)
            combo.addItem(_("No"), False)
            combo.activated.connect(partial(self._say, kind, combo))

    def _say(self, kind: ConsentKind, combo: QComboBox, at: int) -> None:
        source = self._source.text()
        begin_anew(self._source)
        self.said.emit(kind.value, combo.itemData(at), source)

    def show_rows(self, rows: Sequence[ConsentRow]) -> None:
        """Show what counts of what somebody has said, which is given the newest first."""
        newest = {kind: newest_of(rows, kind) for kind in self._combos}
        for kind, combo in self._combos.items():
            row = newest[kind]
            combo.setCurrentIndex(-1 if row is None else combo.findData(row.given))
        self._told.setText("\n".join(consent_sentence(*one) for one in newest.items()))
        earlier = [row for row in rows if row is not newest[row.kind]]
        told = "\n".join(consent_sentence(row.kind, row) for row in earlier)
        set_tip(self._told, told if earlier else "")
