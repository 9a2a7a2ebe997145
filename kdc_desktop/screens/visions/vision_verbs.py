"""What a facilitator can do on the vision screen, each one a verb of the services."""

from datetime import date

from PySide6.QtCore import Qt

from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.inspector import VisionInspector
from kdc_desktop.screens.visions.matrix import BuyInMatrix
from kdc_desktop.screens.visions.position_dialog import Place, PositionDialog
from kdc_desktop.screens.visions.readings import ReadingsList
from kdc_desktop.screens.visions.version_editor import VersionEditor
from kdc_desktop.services.visions import (
    commitments,
    positions,
    readings,
    reservations,
    scale,
    versions,
)
from kdc_desktop.services.visions.rows import VersionRow, VisionPage
from kdc_desktop.storage import Database

DIGITS = range(10)


class VisionVerbs(Screen):
    """The half of the vision screen that writes; `VisionScreen` is the half that shows."""

    _database: Database
    _consortium_id: int
    _version_id: int | None
    page: VisionPage | None
    matrix: BuyInMatrix
    readings: ReadingsList
    panel: VisionInspector
    editor: VersionEditor

    @property
    def shown(self) -> VersionRow | None:
        """The version whose words are shown."""
        raise NotImplementedError

    def _connect_verbs(self) -> None:
        attempt, database, panel = self.attempt, self._database, self.panel
        self.matrix.level_wanted.connect(self._take)
        self.matrix.more_wanted.connect(self.ask_more)
        self.matrix.clear_wanted.connect(
            lambda member_id, version_id: attempt(
                positions.clear_position, database, version_id, member_id
            )
        )
        self.readings.reading_changed.connect(self._keep_reading)
        panel.settle_wanted.connect(self._settle)
        panel.owner_wanted.connect(
            lambda key, who: attempt(reservations.set_owner, database, key, who)
        )
        panel.agreed_wanted.connect(
            lambda level: attempt(scale.set_agreed_level, database, self._consortium_id, level)
        )
        panel.scale_wanted.connect(self._set_scale)
        panel.commit_wanted.connect(self._commit)
        panel.tick_wanted.connect(self._tick)
        panel.remove_wanted.connect(
            lambda key: attempt(commitments.remove_commitment, database, key)
        )

    def _make_verb_actions(self) -> None:
        self.act(
            "write_the_next_version",
            "Write the next version",
            self.write,
            shortcut="W",
            icon="pencil",
        )
        self.act(
            "next_member_without_an_answer",
            "Next member without an answer",
            self.next_unanswered,
            shortcut="N",
        )
        self.act(
            "say_more_about_the_position",
            "Say more about the position",
            self.ask_more_here,
            icon="message-square",
        )
        self.act("copy_the_positions", "Copy the positions", self.matrix.copy, icon="copy")
        for one in SCALES.values():
            self.act(
                f"scale_{one.key}",
                f"Scale: {one.name}",
                lambda key=one.key: self._set_scale(key),
            )

    def _make_digits(self) -> None:
        self._digits = [
            self.act(
                f"position_{digit}",
                f"Position {digit}",
                lambda n=digit: self._take_here(n),
                shortcut=str(digit),
            )
            for digit in DIGITS
        ]

    def _name_digits(self, page: VisionPage) -> None:
        for digit, action in zip(DIGITS, self._digits, strict=True):
            known = page.scale.lowest <= digit <= page.scale.highest
            action.setEnabled(known)
            action.setVisible(known)
            if known:
                action.setText(f"Position {digit}: {page.scale.level(digit).label}")

    def write(self) -> None:
        """Open the card in which the next version is written."""
        if self.page is None:
            return
        latest = self.page.latest
        number = latest.number + 1 if latest else 1
        self.editor.open(self._consortium_id, number, latest.text if latest else "")
        self._show()

    def _show(self) -> None:
        """Show the page that was read last."""

    def _save(self, text: str, note: str) -> bool:
        saved = self.attempt(
            versions.save_version, self._database, self.editor.consortium_id, text, note
        )
        if saved:
            self._version_id = None
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        return saved is not None

    def next_unanswered(self) -> None:
        """Go on to the next member who has not answered the latest version."""
        if not self.matrix.next_unanswered():
            self.said.emit("All members have answered.")
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_more_here(self) -> None:
        """Open the panel of the current cell."""
        here = self.matrix.current()
        if here is not None:
            self.ask_more(here[0].id, here[1].id)

    def ask_more(self, member_id: int, version_id: int) -> None:
        """Open the panel in which a position gets a reason, a wish and a reservation."""
        if self.page is None:
            return
        member = next(m for m in self.page.members if m.id == member_id)
        version = next(v for v in self.page.versions if v.id == version_id)
        place = Place(self.page, member, version)
        dialog = PositionDialog(self.theme, self._database, place, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take_here(self, level: int) -> None:
        here = self.matrix.current()
        if here is not None:
            self._take(here[0].id, here[1].id, level)

    def _take(self, member_id: int, version_id: int, level: int) -> None:
        self.attempt(positions.take_position, self._database, version_id, member_id, level)

    def _keep_reading(self, member_id: int, text: str) -> None:
        if self.shown is not None:
            self.attempt(readings.set_reading, self._database, self.shown.id, member_id, text)

    def _settle(self, reservation_id: int, state: str) -> None:
        answer = None
        if state == "addressed" and self.page is not None and self.page.latest is not None:
            row = next(r for r in self.page.reservations if r.id == reservation_id)
            number = self.page.latest.number
            answer = row.answer or f"Addressed in version {number}"
        self.attempt(
            reservations.settle_reservation,
            self._database,
            reservation_id,
            ReservationState(state),
            answer,
        )

    def _set_scale(self, key: str) -> None:
        if not self.attempt(scale.set_scale, self._database, self._consortium_id, key):
            self._show()

    def _commit(self, member_id: int, what: str, due_on: date) -> None:
        if self.attempt(commitments.commit, self._database, member_id, what, due_on):
            self.panel.what_edit.clear()

    def _tick(self, commitment_id: int, done: bool) -> None:
        verb = commitments.fulfil_commitment if done else commitments.reopen_commitment
        self.attempt(verb, self._database, commitment_id)
