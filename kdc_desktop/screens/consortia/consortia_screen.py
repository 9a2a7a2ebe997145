"""Consortia side by side: suggested, looked at, moved by hand, confirmed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QToolButton, QWidget

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.consortia.fitting import Problem
from kdc_desktop.errors import UserError
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.consortia.consortium_editing import ConsortiumEditing
from kdc_desktop.screens.consortia.contents import Card, ColumnText, Key, columns_of, person_key
from kdc_desktop.screens.consortia.editing import Editing
from kdc_desktop.screens.consortia.inspector import ConsortiaInspector
from kdc_desktop.screens.consortia.suggesting import Suggesting
from kdc_desktop.screens.consortia.wanted_dialog import WantedDialog
from kdc_desktop.screens.consortia.words import (
    about,
    consortia_slide,
    effect_of,
    nothing_yet,
    overall,
    placed_line,
    suggest_text,
    waiting_lines,
)
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, Segmented
from kdc_desktop.services.consortia import forming as consortia
from kdc_desktop.services.consortia import suggestions as consortia_suggestions
from kdc_desktop.services.consortia.forming import Wanted
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database


class ConsortiaScreen(Screen):
    """Columns of members, suggestions to look at, and everything that moves people.

    `consortium_opened` carries the id of the consortium whose details are wanted;
    `interests_wanted` tells that people are to be asked first.
    """

    stem = "consortia/consortia_screen"
    tables = frozenset({"consortium", "member", "delegate", "open_role", "interest", "winner"}) | {
        "attendance",
        "person",
        "organisation",
        "position",
    }

    consortium_opened = Signal(int)
    interests_wanted = Signal()

    title_label: QLabel
    placed_label: QLabel
    wanted_button: QToolButton
    suggest_button: QPushButton
    confirm_button: QPushButton
    choice: Segmented
    stack: QStackedWidget

    def __init__(self, theme: Theme, database: Database, session_id: int, jobs: Jobs) -> None:
        super().__init__(theme)
        self._database, self._session_id = database, session_id
        self._headline = "Consortia"
        self._unfolded: set[Key] = set()
        self.suggesting = Suggesting(jobs, self)
        self.columns = ColumnsView(self, theme)
        self.empty = EmptyState(theme, self)
        self.stack.addWidget(self.columns)
        self.stack.addWidget(self.empty)
        self._inspector = ConsortiaInspector()
        self._inspector.setParent(self)
        self._inspector.hide()
        self.kept = self.seen = consortia.overview(database, session_id)
        self.editing = Editing(self, database, session_id)
        self.whole = ConsortiumEditing(self, self.editing, database, session_id)
        self._dress()
        self._connect()
        self._add_actions()

    def _dress(self) -> None:
        self.title_label.setProperty("role", "title")
        self.placed_label.setProperty("role", "muted")
        self.confirm_button.setProperty("kind", "primary")
        self.wanted_button.setIcon(self.theme.icon("settings"))
        self.wanted_button.setToolTip("Sizes, sectors and what matters")
        QWidget.setTabOrder(self.columns, self.suggest_button)

    def _connect(self) -> None:
        once(self.suggest_button, self.confirm_button)
        self.suggest_button.clicked.connect(self.suggest)
        self.confirm_button.clicked.connect(self.confirm)
        self.wanted_button.clicked.connect(self.show_wanted)
        self.choice.changed.connect(self.look_at)
        self.suggesting.found.connect(self._show)
        self.suggesting.found.connect(self.columns.setFocus)
        self.suggesting.changed.connect(self._show_buttons)
        self.columns.focus_moved.connect(self._show_card)
        self.columns.hovered.connect(self._show_effect)
        self.columns.dropped.connect(self.editing.drop)
        self.columns.opened.connect(self._open)
        self.columns.unfold_wanted.connect(self._unfold)
        self.columns.menu_wanted.connect(self.editing.show_menu)
        self._inspector.person_wanted.connect(self._focus_person)

    def _add_actions(self) -> None:
        act = self.act
        act(
            "suggest_consortia",
            "Suggest consortia",
            self.suggest,
            shortcut="S",
            icon="wand-sparkles",
        )
        act(
            "sizes_sectors_and_what_matters",
            "Sizes, sectors and what matters…",
            self.show_wanted,
            icon="settings",
        )
        act(
            "use_or_confirm_these_consortia",
            "Use or confirm these consortia",
            self.confirm,
            shortcut="C",
            icon="check",
        )
        act(
            "ask_people_what_they_would_join",
            "Ask people what they would join",
            self.interests_wanted.emit,
            icon="hand",
        )
        act("open_the_consortium", "Open the consortium", self._open_current, shortcut="D")
        self.editing.add_actions()
        self.whole.add_actions()

    # What is shown.

    def refresh(self) -> None:
        wanted = self.suggesting.wanted
        self.kept = consortia.overview(self._database, self._session_id, wanted)
        self._show()
        self.room_changed.emit()

    def _show(self) -> None:
        self.seen = self.suggesting.seen(self.kept)
        winners = self.seen.winners
        self.title_label.setText(
            f"Consortia from {winners} winner{'' if winners == 1 else 's'}"
            if winners
            else "Consortia"
        )
        segments = self.suggesting.segments()
        self.choice.setVisible(bool(segments))
        if segments:
            self.choice.set_texts(segments)
            self.choice.set_current(self.suggesting.segment)
        self.placed_label.setText(placed_line(self.seen) if self.seen.people else "")
        if self.seen.consortia:
            self.columns.show_columns(columns_of(self.seen, self._unfolded))
            self.stack.setCurrentWidget(self.columns)
        else:
            self._show_empty()
            self.stack.setCurrentWidget(self.empty)
        self.setFocusProxy(self.columns if self.seen.consortia else self.empty.button)
        self._show_buttons()
        self._show_inspector()

    def _show_empty(self) -> None:
        icon, headline, sentence, step = nothing_yet(self.seen)
        slots = {"Choose winners…": self._choose_winners, "Suggest consortia": self.suggest}
        self.empty.show_state(icon, headline, sentence, step, slots.get(step))

    def _show_buttons(self) -> None:
        kept, looking = self.kept, self.suggesting.current is not None
        ready = bool(kept.winners and kept.people)
        self.suggest_button.setEnabled(ready)
        self.wanted_button.setEnabled(ready)
        before = bool(kept.consortia or self.suggesting.suggestions)
        running = self.suggesting.running
        self.suggest_button.setText("Stop" if running else suggest_text(kept, before))
        filled = [row for row in kept.consortia if row.members]
        confirmed = bool(filled) and all(row.confirmed_at for row in filled)
        self.confirm_button.setVisible(looking or bool(kept.consortia))
        self.confirm_button.setEnabled(looking or (bool(filled) and not confirmed))
        kept_text = "Confirmed" if confirmed else "Confirm consortia"
        self.confirm_button.setText("Use this suggestion" if looking else kept_text)

    def _show_inspector(self) -> None:
        current = self.suggesting.current
        share, sentence = overall(self.seen, current.bound_gap if current else None)
        self._inspector.show_overall(*((share, sentence) if self.seen.consortia else ("", "")))
        self._inspector.show_unmet(current.could_not if current else ())
        waits = self.seen.waiting if self.seen.consortia else ()
        self._inspector.show_waiting(waiting_lines(self.seen) if waits else (), len(waits))
        self._show_card()

    def _show_card(self) -> None:
        card, column = self.columns.card, self.columns.column
        if card is None or column is None or not self.seen.consortia:
            self._inspector.show_effect("", ())
        else:
            self._inspector.show_effect(card.title, about(self.seen, card, column.title))

    def _show_effect(self, column: ColumnText | None) -> None:
        card, here = self.columns.card, self.columns.column
        if card is None or column is None or column == here:
            self._show_card()
            return
        said = effect_of(self.seen, card.person_ids, column.winner_id)
        name = card.title if card.whole else card.title.split(" ")[0]
        self._inspector.show_effect(f"If you drop {name} here", said)

    def inspector(self) -> QWidget | None:
        return self._inspector

    def show_stage(self, stage: StageRow) -> None:
        self._headline = stage.prompt or stage.title

    def slide(self) -> Slide | None:
        return consortia_slide(self.kept, self._headline)

    # Suggestions.

    def suggest(self) -> None:
        """Find suggestions in the background; while it runs, stop."""
        self.suggesting.start(self._read_problem)

    def _read_problem(self) -> Problem | None:
        verb = consortia_suggestions.problem_of
        read = self.attempt(verb, self._database, self._session_id, self.suggesting.wanted)
        return read.answer if read else None

    def look_at(self, segment: int) -> None:
        """Look at a suggestion, from 0, or at what is kept."""
        self.suggesting.look_at(segment)
        self._show()

    def confirm(self) -> None:
        """Take the suggestion over that is looked at; else confirm what is kept."""
        if self.suggesting.current is not None:
            self.use_suggestion()
        else:
            self.attempt(consortia.confirm_consortia, self._database, self._session_id)

    def use_suggestion(self) -> bool:
        """Take over the suggestion that is looked at, if any; whether it went well."""
        current = self.suggesting.current
        if current is None:
            return True
        segment = self.suggesting.segment
        self.suggesting.look_at(-1)
        try:
            consortia_suggestions.apply_suggestion(
                self._database, self._session_id, current.placed, self.suggesting.wanted
            )
        except UserError as error:
            self.suggesting.look_at(segment)
            self.problem.emit(str(error))
            self._show()
            return False
        self.refresh()
        return True

    def show_wanted(self) -> None:
        """Let the facilitator say what a suggestion looks for."""
        dialog = WantedDialog(self._wanted(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.kept.connect(self._want)
        dialog.open()

    def _wanted(self) -> Wanted:
        if self.suggesting.wanted is not None:
            return self.suggesting.wanted
        usual = consortia.default_wanted(self.kept.people, self.kept.winners)
        if not self.kept.consortia:
            return usual
        first = self.kept.consortia[0]
        return Wanted(first.smallest, first.largest, first.needed_sectors, usual.per_organisation)

    def _want(self, wanted: Wanted) -> None:
        self.suggesting.wanted = wanted
        ids = [row.id for row in self.kept.consortia if row.id is not None]
        if ids:
            self.attempt(
                consortia.set_wanted,
                self._database,
                ids,
                wanted.smallest,
                wanted.largest,
                wanted.needed_sectors,
            )
        self.refresh()

    # What the columns tell.

    def _unfold(self, card: Card) -> None:
        if card.whole:
            self._unfolded ^= {card.key}
            self._show()

    def _focus_person(self, person_id: int) -> None:
        self.columns.focus_card(person_key(person_id))
        self.columns.setFocus()

    def _open(self, column: ColumnText) -> None:
        if column.consortium_id is not None and self.suggesting.current is None:
            self.consortium_opened.emit(column.consortium_id)

    def _open_current(self) -> None:
        if self.columns.column is not None:
            self._open(self.columns.column)

    def _choose_winners(self) -> None:
        from kdc_desktop.screens.winners.winners_dialog import WinnersDialog

        dialog = WinnersDialog(self._database, self._session_id, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
