"""Vision and buy-in: what a consortium wants together, and where each of its members stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.visions.wording import Change, Run, changed_runs
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.visions.choosers import Choice, ConsortiumChooser, PillRow
from kdc_desktop.screens.visions.inspector import VisionInspector
from kdc_desktop.screens.visions.matrix import BuyInMatrix
from kdc_desktop.screens.visions.readings import ReadingsList
from kdc_desktop.screens.visions.statement import StatementView
from kdc_desktop.screens.visions.version_editor import VersionEditor
from kdc_desktop.screens.visions.vision_slide import vision_slide
from kdc_desktop.screens.visions.vision_verbs import VisionVerbs
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.services.visions.questions import consortia_with_visions, vision_page
from kdc_desktop.services.visions.rows import VersionRow, VisionPage
from kdc_desktop.storage import Database


class VisionScreen(VisionVerbs):
    """One consortium at a time; `consortia_wanted` asks for the screen that forms them."""

    stem = "visions/vision_screen"
    tables = frozenset(
        {
            *("consortium", "winner", "member", "organisation", "person"),
            *("vision", "reading", "position", "reservation", "commitment"),
        }
    )
    consortia_wanted = Signal()

    stack: QStackedWidget
    page_scroll: QScrollArea
    content: QWidget
    chooser_column: QVBoxLayout
    from_label: QLabel
    name_label: QLabel
    write_button: QPushButton
    statement_place: QWidget
    statement_column: QVBoxLayout
    note_label: QLabel
    editor_card: QFrame
    pills_place: QWidget
    pills_column: QVBoxLayout
    pages: QStackedWidget
    detail_label: QLabel

    def __init__(self, theme: Theme, database: Database, session_id: int) -> None:
        super().__init__(theme)
        self._database, self._session_id = database, session_id
        self._consortium_id = 0
        self._version_id: int | None = None
        self._compare = self._readings = self._sectors = False
        self._stage_kind = "buy_in"
        self.page: VisionPage | None = None
        self._make_parts()
        self._connect()
        self._make_actions()

    def _make_parts(self) -> None:
        self.chooser = ConsortiumChooser(self.theme)
        self.statement = StatementView(self.theme)
        self.statement.setObjectName("statement")
        self.pills = PillRow(self.theme)
        self.matrix = BuyInMatrix(self.theme)
        self.readings = ReadingsList(self.theme)
        self._empty, self._empty_page = EmptyState(self.theme), EmptyState(self.theme)
        self.panel = VisionInspector(self.theme)
        self.editor = VersionEditor(
            self.theme, self._database, self.editor_card, self._save, self._show
        )
        self.chooser_column.addWidget(self.chooser)
        self.statement_column.addWidget(self.statement)
        self.pills_column.addWidget(self.pills)
        for page in (self.matrix, self.readings, self._empty_page):
            self.pages.addWidget(page)
        self.stack.addWidget(self._empty)
        # Without this the content is as high as its pills would need in one narrow column.
        self.content.setMinimumSize(1, 1)

    def _connect(self) -> None:
        self.chooser.chosen.connect(self.show_consortium)
        self.write_button.clicked.connect(self.write)
        self.pills.picked.connect(self._pick)
        self.matrix.moved.connect(self._show_detail)
        self._connect_verbs()

    def _make_actions(self) -> None:
        self._make_verb_actions()
        self.act(
            "compare_with_the_version_before",
            "Compare with the version before",
            self.toggle_compare,
            shortcut="C",
        )
        self.act(
            "readings_of_the_members", "Readings of the members", self.toggle_readings, shortcut="R"
        )
        self.act("next_consortium", "Next consortium", lambda: self._step(1), shortcut="Ctrl+Right")
        self.act(
            "previous_consortium",
            "Previous consortium",
            lambda: self._step(-1),
            shortcut="Ctrl+Left",
        )
        text = "Show the room whose sector each dot is"
        self.act("show_sectors", text, self._show_sectors, checkable=True, icon="eye")
        self._make_digits()

    # What is shown.

    def show_stage(self, stage: StageRow) -> None:
        """The room sees the statement alone while it is written, and positions in buy-in."""
        self._stage_kind = stage.kind
        self.room_changed.emit()

    def show_consortium(self, consortium_id: int) -> None:
        """Show this consortium with the latest version of its vision."""
        if consortium_id != self._consortium_id:
            self.editor.close()
            self._consortium_id, self._version_id = consortium_id, None
        self._refresh_now()

    def refresh(self) -> None:
        """Read the consortia of the session and the page of the one shown."""
        choices = consortia_with_visions(self._database, self._session_id)
        ids = [choice.id for choice in choices]
        if self._consortium_id not in ids:
            self.editor.close()
            self._consortium_id, self._version_id = (ids[0] if ids else 0), None
        self.page = None
        if ids:
            self.chooser.show_choices(choices, self._consortium_id)
            self.page = vision_page(self._database, self._consortium_id)
        self._show()

    def _show(self) -> None:
        page = self.page
        self.panel.setVisible(page is not None)
        if page is None:
            self._say_no_consortium()
        else:
            today = self._database.now().date()
            self.stack.setCurrentWidget(self.page_scroll)
            self._show_head(page)
            self._show_pills(page)
            self.panel.show_page(page, today)
            shown = self.shown
            self.matrix.show_page(page, today, shown.id if shown else 0)
            self._show_pages(page, shown)
            self._name_digits(page)
        self.room_changed.emit()

    @property
    def shown(self) -> VersionRow | None:
        """The version whose words are shown."""
        if self.page is None:
            return None
        for version in self.page.versions:
            if version.id == self._version_id:
                return version
        return self.page.latest

    def _show_head(self, page: VisionPage) -> None:
        shown, count = self.shown, len(page.versions)
        version = f" · vision {shown.number} of {count}" if shown else " · no vision yet"
        self.from_label.setText(f"Consortium from “{page.winner}”{version}")
        self.name_label.setText(page.name)
        self.write_button.setText(f"Write version {count + 1}")
        writing = self.editor.is_open
        self.write_button.setVisible(not writing and shown is not None)
        self.statement_place.setVisible(shown is not None)
        self.note_label.setVisible(bool(shown and shown.note))
        if shown is None:
            return
        self.note_label.setText(shown.note)
        before = next((v for v in page.versions if v.number == shown.number - 1), None)
        if before is None:
            self.statement.show_runs([Run(shown.text, Change.SAME)])
        else:
            self.statement.show_runs(changed_runs(before.text, shown.text, removed=self._compare))

    def _show_pills(self, page: VisionPage) -> None:
        shown = self.shown
        self.pills_place.setVisible(shown is not None)
        if shown is None:
            return
        read = sum(version_id == shown.id for _, version_id in page.readings)
        choices = [
            Choice(f"version_{v.number}", f"Version {v.number}", v.id == shown.id, v.note)
            for v in page.versions
        ]
        if shown.number > 1:
            choices.append(Choice("compare", "Compare", self._compare, "Show what went out"))
        words = f"Readings {read} of {len(page.members)}"
        choices.append(Choice("readings", words, self._readings, "What it means for each member"))
        self.pills.show_choices(choices)

    def _show_pages(self, page: VisionPage, shown: VersionRow | None) -> None:
        self.detail_label.setVisible(bool(shown and page.members and not self._readings))
        if shown is None and self.editor.is_open:
            self._empty_page.show_state("", "", "")
        elif shown is None:
            self._empty_page.show_state(
                "target",
                "No vision yet",
                "Write one sentence that every member can share. Each then says where it stands.",
                "Write version 1",
                self.write,
            )
        elif not page.members:
            self._empty_page.show_state(
                "users",
                "Nobody is in yet",
                "Give this consortium its members first; then each takes a position here.",
                "Go to the consortia",
                self.consortia_wanted.emit,
            )
        if shown is None or not page.members:
            self.pages.setCurrentWidget(self._empty_page)
            self.setFocusProxy(self._empty_page.button)
        else:
            if self._readings:
                self.readings.show_page(page, shown)
            self.pages.setCurrentWidget(self.readings if self._readings else self.matrix)
            self.setFocusProxy(self.write_button if self._readings else self.matrix)
        self._show_detail()

    def _say_no_consortium(self) -> None:
        self.stack.setCurrentWidget(self._empty)
        self.setFocusProxy(self._empty.button)
        self._empty.show_state(
            "users",
            "No consortia yet",
            "A vision belongs to a consortium. Form one around each winner, then come back.",
            "Go to the consortia",
            self.consortia_wanted.emit,
        )

    def _show_detail(self) -> None:
        here, page = self.matrix.current(), self.page
        if here is None or page is None:
            return
        position = page.positions.get((here[0].id, here[1].id))
        parts = [self.matrix.spoken()]
        if position is not None and position.reason:
            parts.append(f"“{position.reason}”")
        if position is not None and position.would_move:
            parts.append(f"would move one step: “{position.would_move}”")
        if position is None and not here[0].observes:
            low, high = page.scale.lowest, page.scale.highest
            parts.append(f"press {low} to {high}, Enter for more, N for the next")
        self.detail_label.setText(" · ".join(parts))
        if self.matrix.hasFocus():
            self.page_scroll.ensureWidgetVisible(self.matrix, 0, 0)

    # Ways to look.

    def _pick(self, key: str) -> None:
        if key == "compare":
            self.toggle_compare()
        elif key == "readings":
            self.toggle_readings()
        elif self.page is not None:
            number = int(key.removeprefix("version_"))
            self._version_id = next(v.id for v in self.page.versions if v.number == number)
            self._show()
            self.matrix.go_to_version(self._version_id)

    def toggle_compare(self) -> None:
        """Show what went out since the version before, or hide it."""
        self._compare = not self._compare
        self._show()

    def toggle_readings(self) -> None:
        """Show what the vision means for each member, or where each of them stands."""
        self._readings = not self._readings
        self._show()

    def _step(self, step: int) -> None:
        choices = consortia_with_visions(self._database, self._session_id)
        ids = [choice.id for choice in choices]
        if self._consortium_id in ids:
            self.show_consortium(ids[(ids.index(self._consortium_id) + step) % len(ids)])

    def _show_sectors(self, on: bool) -> None:
        self._sectors = on
        self.room_changed.emit()

    def inspector(self) -> QWidget:
        """Readiness, reservations, sectors and commitments of the consortium shown."""
        return self.panel

    def slide(self) -> Slide | None:
        """The version shown, with its positions as dots once somebody has taken one."""
        if self.page is None:
            return None
        answers = self._stage_kind == "buy_in" or bool(self.page.positions)
        return vision_slide(self.page, self.shown, positions=answers, sectors=self._sectors)
