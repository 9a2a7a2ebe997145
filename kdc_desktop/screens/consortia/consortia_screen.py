"""Consortia side by side: suggested, looked at, moved by hand, confirmed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QToolButton, QWidget

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.people.greeting import greeting_name
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.consortia.card_verbs import CardVerbs
from kdc_desktop.screens.consortia.card_words import about, effect_of
from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.consortia.consortium_verbs import ConsortiumVerbs
from kdc_desktop.screens.consortia.contents import Card, CardKey, ColumnText, ColumnTexts
from kdc_desktop.screens.consortia.explaining import Explaining
from kdc_desktop.screens.consortia.fitting_choice import FittingChoice
from kdc_desktop.screens.consortia.help import CONSORTIA
from kdc_desktop.screens.consortia.inspector import ConsortiaInspector
from kdc_desktop.screens.consortia.loosening import LooseningVerbs
from kdc_desktop.screens.consortia.menus import offer_at
from kdc_desktop.screens.consortia.room import consortia_slide
from kdc_desktop.screens.consortia.scope_choice import Scope, ScopeChoice
from kdc_desktop.screens.consortia.shown import Shown
from kdc_desktop.screens.consortia.suggesting import Suggesting
from kdc_desktop.screens.consortia.suggestion_verbs import SuggestionVerbs
from kdc_desktop.screens.consortia.words import (
    USE_FIRST,
    WayOn,
    confirm_text,
    confirm_tip,
    heading,
    nothing_yet,
    placed_line,
    suggest_text,
)
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.screen import ChangedTables, Screen, Sight
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.winners.winners_dialog import choose_winners
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.consortia.worked_on import taken_up_in
from kdc_desktop.storage import Database


class ConsortiaScreen(Screen):
    """Columns of members, suggestions to look at, and everything that moves people.

    `consortium_opened` carries the id of the consortium whose details are wanted;
    `interests_wanted` tells that people are to be asked first, `club_wanted` that the consortia of
    the whole club are to be seen, `network_wanted` who has met whom.
    """

    stem = "consortia/consortia_screen"
    is_for_the_room = True
    help = CONSORTIA
    tables = frozenset(
        {"consortium", "consortium_step", "taken_up", "member", "delegate", "open_role"}
    ) | {
        *("interest", "organisation_interest", "winner", "attendance", "person", "kept_apart"),
        *("organisation", "department", "offer", "setting"),
    }

    consortium_opened = Signal(int)
    interests_wanted = Signal()
    club_wanted = Signal()
    network_wanted = Signal()

    head: QWidget
    head_buttons: QWidget
    title_label: QLabel
    placed_label: QLabel
    scope_choice: Segmented
    wanted_button: QToolButton
    suggest_button: QPushButton
    confirm_button: QPushButton
    choice: Segmented
    second: QHBoxLayout
    stack: QStackedWidget

    def __init__(
        self,
        theme: Theme,
        database: Database,
        session_id: int,
        jobs: Jobs,
        trails: Sequence[ConsortiumTrail],
    ) -> None:
        super().__init__(theme)
        self.tables = self.tables.union(*(trail.tables for trail in trails))
        self._unfolded, self._texts = set[CardKey](), ColumnTexts()
        self.suggesting = Suggesting(jobs, self)
        self.shown = Shown(database, session_id, trails, self.suggesting, Doing(self, jobs), self)
        self.shown.word_ahead = self._texts.word_ahead
        self.suggestions = SuggestionVerbs(self, self.shown)
        self.columns = ColumnsView(self, theme)
        self.empty = EmptyState(theme, self)
        self.stack.addWidget(self.columns)
        self.stack.addWidget(self.empty)
        self._inspector = ConsortiaInspector()
        self._inspector.setParent(self)
        self._inspector.hide()
        self._explaining = Explaining(self, self.shown, self.columns, self._inspector)
        self.loosening = LooseningVerbs(self, self.shown, self.suggestions)
        self.cards = CardVerbs(self, self.shown, self.columns)
        self.whole = ConsortiumVerbs(self, self.shown, self.columns)
        self._dress()
        self._connect()
        _add_actions(self)

    def _dress(self) -> None:
        flow_in(self.head_buttons)
        row = TurningRow(self.head, self.title_label, self.head_buttons, 8)
        row.setContentsMargins(24, 0, 24, 0)
        self._choices = FittingChoice(self, self.second, self.choice)
        self.confirm_button.setProperty("kind", "primary")
        self.wanted_button.setIcon(self.theme.icon("settings"))
        self.wanted_button.setToolTip(_("Sizes, sectors and what matters"))
        QWidget.setTabOrder(self.columns, self.suggest_button)

    def _connect(self) -> None:
        leads = {Scope.CLUB: self.club_wanted.emit, Scope.NETWORK: self.network_wanted.emit}
        ScopeChoice(self.scope_choice, Scope.TONIGHT, leads)
        once(self.suggest_button, self.confirm_button)
        self.suggest_button.clicked.connect(self.suggestions.suggest)
        self.confirm_button.clicked.connect(self.suggestions.confirm)
        self.wanted_button.clicked.connect(self.suggestions.show_wanted)
        self._choices.changed.connect(self.suggestions.look_at)
        self.shown.changed.connect(self._show)
        self.shown.taken_over.connect(self.room_changed)
        self.suggesting.found.connect(self.columns.setFocus)
        self.suggesting.changed.connect(self._show_buttons)
        self.columns.focus_moved.connect(self._show_card)
        self.columns.hovered.connect(self._show_effect)
        self.columns.dropped.connect(self.cards.drop)
        self.columns.opened.connect(self._open)
        self.columns.unfold_wanted.connect(self._unfold)
        self.columns.menu_wanted.connect(
            lambda at: offer_at(self, at, self.cards.offered, self.whole.offered)
        )
        self._inspector.person_wanted.connect(self._focus_person)
        self._inspector.conflicts.wanted.connect(self.loosening.loosen)

    # What is shown.

    def on_changes(self, changes: ChangedTables) -> None:
        """Heed what has changed, and read again as every screen does."""
        self.shown.heed(changes)
        super().on_changes(changes)

    def refresh(self) -> None:
        if not self.shown.taking_over:
            self.shown.read()
            self.room_changed.emit()

    def _show(self) -> None:
        seen = self.shown.seen
        self.title_label.setText(parted(heading(seen)))
        self._choices.show_choices(self.suggesting.segments(), self.suggesting.segment)
        self.placed_label.setText(placed_line(seen))
        if seen.consortia:
            self.stack.setCurrentWidget(self.columns)  # it has its width before it lays out
            self.columns.show_columns(self._texts.of(seen, self._unfolded))
        else:
            self._show_empty()
            self.stack.setCurrentWidget(self.empty)
        self.setFocusProxy(self.columns if seen.consortia else self.empty.button)
        self._show_buttons()
        self._inspector.show_overview(seen, self.suggesting.current)
        self._show_card()

    def _show_empty(self) -> None:
        of_session = self.shown.database, self.shown.session_id
        said = nothing_yet(self.shown.seen, taken_up_in(*of_session))
        slots: dict[WayOn, Callable[[], object]] = {
            WayOn.CHOOSE_WINNERS: partial(choose_winners, *of_session, self),
            WayOn.SUGGEST: self.suggestions.suggest,
        }
        self.empty.show_state(
            said.icon, said.headline, said.sentence, said.button, slots.get(said.step)
        )

    def _show_buttons(self) -> None:
        kept, current = self.shown.kept, self.suggesting.current
        ready = bool(kept.winners and kept.people)
        self.suggest_button.setEnabled(ready)
        self.wanted_button.setEnabled(ready)
        before = bool(kept.consortia or self.suggesting.suggestions)
        running = self.suggesting.running
        self.suggest_button.setText(_("Stop") if running else suggest_text(kept, before))
        text, agreeable = confirm_text(kept, current)
        self.confirm_button.setVisible(current is not None or bool(kept.consortia))
        self.confirm_button.setEnabled(agreeable)
        self.confirm_button.setText(text)
        self.confirm_button.setToolTip(confirm_tip(current))

    def _show_card(self) -> None:
        card, column = self.columns.card, self.columns.column
        if card is None or column is None or not self.shown.seen.consortia:
            self._inspector.show_effect("", ())
        else:
            self._inspector.show_effect(card.title, about(self.shown.seen, card, column))
        self._explaining.explain()

    def _show_effect(self, column: ColumnText | None) -> None:
        card, here = self.columns.card, self.columns.column
        if card is None or column is None or column == here:
            self._show_card()
            return
        said = effect_of(self.shown.seen, card.person_ids, column.winner_id)
        name = card.title if card.whole else greeting_name(card.title)
        self._inspector.show_effect(_("If you drop {name} here", name=name), said)

    def inspector(self) -> QWidget | None:
        return self._inspector

    def slide_of(self, sight: Sight) -> Slide | None:
        stage = sight.stage
        headline = (stage.prompt or stage.title) if stage else _("Consortia")
        return consortia_slide(self.shown.kept_now(known=self.is_current), headline)

    # What the columns tell.

    def _unfold(self, card: Card) -> None:
        if card.whole:
            self._unfolded ^= {card.key}
            self._show()

    def _focus_person(self, person_id: int) -> None:
        self.columns.focus_card(CardKey.of_person(person_id))
        self.columns.setFocus()

    def _open(self, column: ColumnText, on_card: bool = False) -> None:
        if on_card:
            self.cards.choose_role()
        elif column.consortium_id is not None and self.suggesting.current is None:
            self.consortium_opened.emit(column.consortium_id)

    def _open_current(self) -> None:
        if self.columns.column is not None:
            self._open(self.columns.column)


def _opens_none(screen: ConsortiaScreen) -> str:
    column = screen.columns.column
    if screen.suggesting.current is not None:
        return str(USE_FIRST)
    if column is None or column.consortium_id is None:
        return _("Go to a consortium first: click on it, or on one of its members.")
    return ""


def _add_actions(screen: ConsortiaScreen) -> None:
    screen.suggestions.add_actions()
    text, asks = _("Ask people what they would join"), screen.interests_wanted.emit
    screen.act("ask_people_what_they_would_join", text, asks, icon="hand")
    text, club = _("Show the consortia of the whole club"), screen.club_wanted.emit
    screen.act("show_the_whole_club", text, club, shortcut="A", icon="handshake")
    text, opens, none = _("Open the consortium"), screen._open_current, partial(_opens_none, screen)
    screen.act("open_the_consortium", text, opens, shortcut="D", why_not=none)
    screen.cards.add_actions()
    screen.whole.add_actions()
