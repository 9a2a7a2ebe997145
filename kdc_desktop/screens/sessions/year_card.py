"""The year in numbers, and the goal of the programme."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.clock_face import paint_gained, paint_span, paint_ticks
from kdc_desktop.i18n import _, ngettext, number_text, sentences
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.screens.sessions.goal_words import each_told, given_told, likely_told, more_told
from kdc_desktop.services.sessions.goal import FaceOfGoal, GoalReached, face_of
from kdc_desktop.services.sessions.home import YearNumbers
from kdc_desktop.services.sessions.programme import ProgrammeRow

_COLUMNS = 3
_FACE = 84  # pixels at 100 %


class GoalFace(QWidget):
    """The clock face of the goal with its target."""

    is_a_picture = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = ""
        self._face: FaceOfGoal | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_target(self, number: str, measure: str, face: FaceOfGoal | None = None) -> None:
        """Show this number, which is so much of what, and how far the face is lit."""
        self._number, self._face = number, face
        self.setAccessibleName(measure)
        set_tip(self, measure)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(_FACE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, radius = self._theme.palette, min(self.width(), self.height()) / 2
        centre = QPointF(self.width() / 2, self.height() / 2)
        if self._face is not None:
            radius *= 0.94  # the arc lies outside
        share = self._face.share if self._face is not None else 0.0
        paint_ticks(painter, centre, radius, palette.accent, palette.line, share)
        if (face := self._face) is not None:
            first = face.share - face.gained
            paint_gained(painter, centre, radius, palette.good, first, face.share)
            paint_span(painter, centre, radius, palette.muted, face.least, face.most)
        painter.setPen(QColor(palette.ink))
        size = 22 if len(self._number) < 4 else 15
        painter.setFont(self._theme.font(size, QFont.Weight.Bold))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()


class YearCard(Surface):
    """Six numbers, and below them what the programme is for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("year_card")
        self._title = plain_label("", "sessionname", self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._cells = [
            (plain_label("", "title", self), plain_label("", "small", self, wrap=True))
            for _place in range(6)
        ]
        for at, (number, word) in enumerate(self._cells):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(number)
            cell.addWidget(word)
            cell.addStretch(1)
            self._grid.addLayout(cell, at // _COLUMNS, at % _COLUMNS)
            self._grid.setColumnStretch(at % _COLUMNS, 1)
        self._goal = QWidget(self)
        self._face = GoalFace(theme, self._goal)
        self._measure = plain_label("", "sessionname", self._goal, wrap=True)
        self._about = plain_label("", "muted", self._goal, wrap=True)
        self._more = plain_label("", "good", self._goal, wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        goal = QHBoxLayout(self._goal)
        goal.setContentsMargins(0, 0, 0, 0)
        goal.setSpacing(16)
        goal.addWidget(self._face)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._measure)
        words.addWidget(self._about)
        words.addWidget(self._more)
        words.addStretch(1)
        goal.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(self._grid)
        column.addWidget(self._goal)
        column.addStretch(1)

    def show_year(
        self,
        year: YearNumbers,
        programme: ProgrammeRow | None,
        reached: GoalReached | None = None,
    ) -> None:
        """Show these numbers, and the goal where there is a target, with what is reached of it."""
        self._title.setText(_("{year} so far", year=str(year.year)))
        kept = _("{kept} of {count}", kept=year.kept, count=year.promised)
        numbers = (
            (number_text(year.evenings), ngettext("evening", "evenings", year.evenings)),
            (number_text(year.people), ngettext("person", "people", year.people)),
            (number_text(year.came_back), _("came back")),
            (
                number_text(year.first_meetings),
                ngettext("first meeting", "first meetings", year.first_meetings),
            ),
            (
                number_text(year.alive),
                _alive(year),
            ),
            (kept, ngettext("commitment kept", "commitments kept", year.promised)),
        )
        for (number, word), (count, what) in zip(self._cells, numbers, strict=True):
            number.setText(count)
            word.setText(what)
        self._goal.setVisible(programme is not None and programme.target is not None)
        if programme is not None and programme.target is not None:
            self._show_goal(programme, programme.target, reached)

    def _show_goal(self, programme: ProgrammeRow, target: int, reached: GoalReached | None) -> None:
        face = face_of(programme, reached)
        self._measure.setText(programme.measure)
        self._about.setText(programme.goal)
        self._more.hide()
        if face is None or reached is None:
            self._face.show_target(number_text(target), programme.measure)
            return
        of_all = each_told(programme, face)
        self._face.show_target(number_text(face.each), of_all, face)
        self._measure.setText(given_told(reached))
        self._about.setText(sentences(filter(None, (of_all, likely_told(reached)))))
        self._more.setText(more_told(reached))
        self._more.setVisible(reached.more >= 1)


def _alive(year: YearNumbers) -> str:
    """What the number counts: who is let go is alive, and told apart."""
    words = ngettext("consortium alive", "consortia alive", year.alive)
    if not year.on_their_own:
        return words
    return ngettext(
        "{alive}, {count} by itself",
        "{alive}, {count} by themselves",
        year.on_their_own,
        alive=words,
    )
