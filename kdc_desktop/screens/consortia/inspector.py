"""Beside the columns: what a move would change, how good it is, what could not be, who waits."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.consortia.fitting import Suggestion
from kdc_desktop.i18n import _, listed, ngettext
from kdc_desktop.screens.consortia.conflict_part import ConflictPart
from kdc_desktop.screens.consortia.words import (
    MOST_WAITING,
    WaitingLine,
    and_more,
    overall,
    waiting_lines,
)
from kdc_desktop.screens.kit.badges import SectorBadge
from kdc_desktop.screens.kit.plain import set_tip, short
from kdc_desktop.screens.kit.widgets import KeyCap, plain_label
from kdc_desktop.services.consortia.rows import Overview

MOST_UNMET = 6
LONGEST = 22  # letters of a name


class WaitingButton(QPushButton):
    """One person who waits; a click puts the focus on their card."""

    def __init__(self, line: WaitingLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"waiting_{line.person_id}")
        self.setProperty("kind", "quiet")
        self.setAccessibleName(listed([line.name, line.below]))
        badge = SectorBadge(self, line.sector)
        words = QVBoxLayout()
        words.setSpacing(0)
        set_tip(self, "\n".join((line.name, line.below)))
        name = plain_label(short(line.name, LONGEST), "", self)
        below = plain_label(short(line.below, LONGEST), "small", self)
        for label in (name, below):
            label.setMinimumWidth(1)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(badge)
        row.addLayout(words, 1)
        row.addWidget(KeyCap(self, line.keys))

    def showEvent(self, event: QShowEvent) -> None:
        # The style sheet gives buttons a height of their own; only now is it known and overruled.
        inside = self.layout()
        assert inside is not None
        self.setFixedHeight(inside.sizeHint().height())
        super().showEvent(event)


class ConsortiaInspector(QWidget):
    """Sections under each other; each hides while it has nothing to say."""

    person_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consortia_inspector")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        _box, self._effect_title, self.effect = self._section(column)
        _box, self._why_title, self.why = self._section(column)
        self._why_title.setText(_("Why here"))
        box, self._overall_title, self.overall = self._section(column)
        self._overall_title.setText(_("Overall"))
        self.share = plain_label("", "headline", self)
        box.insertWidget(1, self.share)
        _box, self._differs_title, self.differs = self._section(column)
        self._differs_title.setText(_("Otherwise than in the first"))
        _box, self._unmet_title, self.unmet = self._section(column)
        self._unmet_title.setText(_("What could not be met"))
        self.conflicts = ConflictPart(self)
        column.addWidget(self.conflicts)
        self._waiting_title = plain_label("", "section", self)
        column.addWidget(self._waiting_title)
        self._waiting_box = QVBoxLayout()
        self._waiting_box.setSpacing(4)
        column.addLayout(self._waiting_box)
        self._lines: tuple[WaitingLine, ...] = ()
        self._waiting_frame: QFrame | None = None
        column.addStretch(1)

    def _section(self, column: QVBoxLayout) -> tuple[QVBoxLayout, QLabel, QLabel]:
        box = QVBoxLayout()
        box.setSpacing(4)
        title = plain_label("", "section", self, wrap=True)
        text = plain_label("", "", self, wrap=True)
        box.addWidget(title)
        box.addWidget(text)
        column.addLayout(box)
        return box, title, text

    def show_overview(self, seen: Overview, suggestion: Suggestion | None) -> None:
        """Say how good what is seen is, what it could not meet, and who waits."""
        there = bool(seen.consortia)
        gap = suggestion.bound_gap if suggestion else None
        self.show_overall(*(overall(seen, gap) if there else ("", "")))
        self._show(self._differs_title, self.differs, suggestion.differs if suggestion else ())
        self.show_unmet(suggestion.could_not if suggestion else ())
        self.show_waiting(waiting_lines(seen) if there else (), len(seen.waiting) if there else 0)

    def show_effect(self, title: str, sentences: Sequence[str]) -> None:
        """Say what is selected, or what a move would change."""
        self._effect_title.setText(title)
        self.effect.setText("\n".join(sentences))
        self._effect_title.setVisible(bool(title))
        self.effect.setVisible(bool(sentences))
        self.show_why(())

    def show_why(self, sentences: Sequence[str]) -> None:
        """Say why whoever is selected sits where they do."""
        self._show(self._why_title, self.why, sentences)

    def _show(self, title: QLabel, text: QLabel, sentences: Sequence[str]) -> None:
        text.setText("\n".join(sentences))
        title.setVisible(bool(sentences))
        text.setVisible(bool(sentences))

    def show_overall(self, share: str, sentence: str) -> None:
        """Say how many have what they wish; empty hides it."""
        self.share.setText(share)
        self.overall.setText(sentence)
        for widget in (self._overall_title, self.share, self.overall):
            widget.setVisible(bool(share))

    def show_unmet(self, sentences: Sequence[str]) -> None:
        """Say what a suggestion could not meet."""
        shown = list(sentences[:MOST_UNMET])
        if len(sentences) > MOST_UNMET:
            shown.append(and_more(len(sentences) - MOST_UNMET))
        self._show(self._unmet_title, self.unmet, shown)

    def show_waiting(self, lines: Sequence[WaitingLine], total: int) -> None:
        """Show the first of those who wait."""
        lines = tuple(lines[:MOST_WAITING])
        self._waiting_title.setText(_("Waiting, {total}", total=total))
        self._waiting_title.setVisible(total > 0)
        if lines == self._lines:
            return
        self._lines = lines
        if self._waiting_frame is not None:
            self._waiting_box.removeWidget(self._waiting_frame)
            self._waiting_frame.hide()
            self._waiting_frame.deleteLater()
        self._waiting_frame = QFrame(self)
        box = QVBoxLayout(self._waiting_frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for line in lines:
            button = WaitingButton(line, self._waiting_frame)
            button.clicked.connect(
                lambda _on=False, key=line.person_id: self.person_wanted.emit(key)
            )
            box.addWidget(button)
        if total > len(lines):
            more = ngettext("and {count} more", "and {count} more", total - len(lines))
            box.addWidget(plain_label(more, "small", self._waiting_frame))
        self._waiting_box.addWidget(self._waiting_frame)
