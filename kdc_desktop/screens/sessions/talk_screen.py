"""The stages in which somebody speaks: welcome, talk, break, close."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.sessions.prompt import PromptSlide
from kdc_desktop.audience.sessions.welcome import WelcomeSlide
from kdc_desktop.domain.kit.lengths import TEXT
from kdc_desktop.domain.sessions.stages import WELCOME, StageKind
from kdc_desktop.i18n import sentences
from kdc_desktop.instants import Instant
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.screen import Screen, Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import Unkept
from kdc_desktop.screens.sessions.help import TALK
from kdc_desktop.screens.sessions.slides import welcome_slide
from kdc_desktop.services.sessions import agenda, listing, questions
from kdc_desktop.services.sessions.joins import SessionFact
from kdc_desktop.services.sessions.programme import ProgrammeRow, programme
from kdc_desktop.services.sessions.rows import SessionRow, StageRow
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class _Welcoming:
    """What the room is welcomed with, whatever the time."""

    session: SessionRow
    stages: Sequence[StageRow]
    prompt: str
    programme: ProgrammeRow | None

    def slide(self, now: Instant) -> WelcomeSlide:
        return welcome_slide(self.session, self.stages, now, self.prompt, self.programme)


class TalkScreen(Screen):
    """The prompt in large, the facts of the evening so far, and the facilitator's notes."""

    stem = "sessions/talk_screen"
    is_for_the_room = True
    help = TALK

    kind_label: QLabel
    prompt_label: QLabel
    facts_label: QLabel
    notes_title: QLabel
    notes_edit: QPlainTextEdit

    def __init__(
        self,
        theme: Theme,
        database: Database,
        session_id: int,
        kinds: Sequence[StageKind],
        facts: Sequence[SessionFact],
    ) -> None:
        super().__init__(theme)
        self._kinds = {kind.key: kind for kind in kinds}
        self._facts = facts
        self.tables = frozenset({"session", "stage", "programme"}).union(
            *(fact.tables for fact in facts)
        )
        self._database, self._session_id = database, session_id
        self._welcome: tuple[_Welcoming, WelcomeSlide] | None = None
        self.kind_label.setProperty("role", "section")
        self.prompt_label.setProperty("role", "hero")
        self.facts_label.setProperty("role", "muted")
        self.notes_title.setProperty("role", "section")
        self._notes = Unkept(self.notes_edit, TEXT)
        self._notes.there = partial(questions.stage_ids, database, session_id)
        self.notes_edit.installEventFilter(self)

    def show_stage(self, stage: StageRow) -> None:
        if self.stage is not None and self.stage.id != stage.id:
            self._keep_notes()
        fresh = self.stage is None or self.stage.id != stage.id
        super().show_stage(stage)
        self.setAccessibleName(stage.title)
        told = f"{stage.title} · {self._kinds[stage.kind].purpose}"
        self.kind_label.setText(parted(told))
        self.prompt_label.setText(parted(stage.prompt or stage.title))
        if fresh or not self.notes_edit.hasFocus():
            self._notes.show(stage.id, stage.notes)

    def refresh(self) -> None:
        told = (fact.sentence(self._database, self._session_id) for fact in self._facts)
        self.facts_label.setText(sentences(told))
        self.room_changed.emit()

    def tick(self) -> None:
        if self._welcome is not None:
            welcoming, shown = self._welcome
            if welcoming.slide(self._database.now()) != shown:
                self.room_changed.emit()

    def slide_of(self, sight: Sight) -> Slide | None:
        stage, self._welcome = sight.stage, None
        if stage is None:
            return None
        if stage.kind == WELCOME.key:
            welcoming = _Welcoming(
                listing.session(self._database, self._session_id),
                questions.stages(self._database, self._session_id),
                stage.prompt,
                programme(self._database, self._session_id),
            )
            shown = welcoming.slide(self._database.now())
            self._welcome = welcoming, shown
            return shown
        return PromptSlide(prompt=stage.prompt or stage.title, stage=stage.title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._keep_notes()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep_notes()
        super().hideEvent(event)

    def _keep_notes(self) -> None:
        if self.stage is None:
            return
        self._notes.hold(self.stage.id)
        notes = self.notes_edit.toPlainText().strip()
        if notes != self.stage.notes:
            self.attempt(agenda.change_stage, self._database, self.stage.id, notes=notes)
