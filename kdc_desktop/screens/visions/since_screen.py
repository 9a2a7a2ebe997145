"""The stage in which the room is told what happened since last time; lines can be left out."""

from PySide6.QtWidgets import QLabel

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.visions.since_slide import NewsLine, SinceSlide
from kdc_desktop.i18n import (
    _,
    date_text,
    day_text,
    full_date_text,
    lazy,
    listed_apart,
    ngettext,
    number_text,
    sentences,
)
from kdc_desktop.screens.kit.ring_mark import ring_icon
from kdc_desktop.screens.kit.row_ticks import RowTicks
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.screen import Screen, Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.sessions.goal_words import more_told
from kdc_desktop.screens.visions.help import SINCE
from kdc_desktop.services.sessions.goal import FaceOfGoal, GoalReached, face_of
from kdc_desktop.services.sessions.programme import ProgrammeRow
from kdc_desktop.services.visions.since import TABLES, Since, SinceLine, since, tell_of
from kdc_desktop.storage import Database


class SinceScreen(Screen):
    """The lines of the slide with a tick each; Space leaves a line out, or has it told again.

    `consortium_wanted` carries the consortium of a line that is opened.
    """

    stem = "visions/since_screen"
    help = SINCE
    is_for_the_room = True
    tables = TABLES

    title_label: QLabel
    summary_label: QLabel
    lines_table: RowTable

    def __init__(self, theme: Theme, database: Database, session_id: int) -> None:
        super().__init__(theme)
        self._database, self._session_id = database, session_id
        self._shown: Since | None = None
        self.title_label.setProperty("role", "headline")
        self.summary_label.setProperty("role", "muted")
        self._ticks = RowTicks(self.lines_table, _("Told"), lambda row: row.id, lambda _row: True)
        self._model: RowModel[SinceLine] = RowModel(
            [
                self._ticks.column(),
                Column("name", lazy("Consortium"), lambda row: row.name),
                Column(
                    "state",
                    lazy("State"),
                    lambda row: str(row.state),
                    icon=lambda row: ring_icon(row.ring),
                ),
                Column("words", lazy("What the room reads"), _read),
            ],
            key=lambda row: row.id,
        )
        self.lines_table.show_model(self._model)
        self.lines_table.columns.begin((64, 220, 110, 360), (0, 2))
        self.lines_table.setSortingEnabled(False)
        self.lines_table.empty_text = _(
            "This is the first evening of the club, or nothing was taken further last time."
        )
        self._ticks.changed.connect(self._leave_out)
        self.keys_to = self.lines_table

    def refresh(self) -> None:
        self._shown = told = since(self._database, self._session_id)
        self._model.set_rows(told.lines)
        self._ticks.tick(told.told)
        self.summary_label.setText(_summary(told))
        if told.lines and not self.lines_table.currentIndex().isValid():
            self.lines_table.selectRow(0)
        self.room_changed.emit()

    def _leave_out(self) -> None:
        if self._shown is None:
            return
        for told in (True, False):
            lines = [one for one in self._shown.lines if one.is_told is not told]
            turned = [one.id for one in lines if self._ticks.has(one) is told]
            if turned:
                self.attempt_here(tell_of, self._database, self._session_id, turned, told=told)

    def slide_of(self, _sight: Sight) -> Slide | None:
        self.catch_up()
        return None if self._shown is None else since_slide(self._shown)


def _read(row: SinceLine) -> str:
    """The line of the slide, and what stands in amber beside the name."""
    return listed_apart(filter(None, (str(row.words), str(row.held))))


def since_slide(told: Since) -> SinceSlide:
    """What the room reads of it."""
    goal = told.programme
    face = face_of(goal, told.reached)
    return SinceSlide(
        span=_span(told),
        lines=tuple(
            NewsLine(line.name, str(line.words), str(line.state), line.ring, str(line.held))
            for line in told.told
        ),
        goal=_goal(goal, told.reached),
        target=_target(goal, face),
        unit=_unit(goal, face),
        face=face,
        kept=told.kept,
        promised=told.promised,
        joined=told.joined,
        nothing="" if told.last_on else _("This is our first evening."),
    )


def _goal(goal: ProgrammeRow | None, reached: GoalReached | None) -> str:
    """What it is for; where something is measured, for how many, and how much more that is."""
    if goal is None or face_of(goal, reached) is None or reached is None:
        return goal.goal if goal is not None else ""
    people = goal.people or 0
    given = ngettext(
        "given back a day to {count} of us", "given back a day to {count} of us", people
    )
    if reached.more < 1:
        return given
    return _("{given}; {more}", given=given, more=more_told(reached))


def _target(goal: ProgrammeRow | None, face: FaceOfGoal | None) -> str:
    if goal is None or goal.target is None:
        return ""
    return number_text(goal.target if face is None else face.each)


def _unit(goal: ProgrammeRow | None, face: FaceOfGoal | None) -> str:
    if goal is None:
        return ""
    if face is None:  # nothing is measured, so a number alone would read as what is reached
        return _("{unit}: our goal", unit=goal.unit) if goal.target is not None else goal.unit
    return _("of {measure}", measure=goal.measure)


def _span(told: Since) -> str:
    if told.last_on is None:
        return ""
    same_year = told.last_on.year == told.today.year
    day = day_text(told.last_on) if same_year else full_date_text(told.last_on)
    return _("{day} to tonight", day=day)


def _summary(told: Since) -> str:
    if told.last_on is None:
        return _("Nobody has met before: the room is greeted and told so.")
    kept = ngettext(
        "{kept} of {count} commitment that was due is kept.",
        "{kept} of {count} commitments that were due are kept.",
        told.promised,
        kept=told.kept,
    )
    joined = ngettext("{count} member is new.", "{count} members are new.", len(told.joined))
    left_out = len(told.lines) - len(told.told)
    out = ngettext("{count} line is left out.", "{count} lines are left out.", left_out)
    last = _("The club met last on {day}.", day=date_text(told.last_on))
    parts = (last, kept if told.promised else "", joined if told.joined else "")
    over = _("That evening is over: here stands how it is today.") if told.is_over else ""
    return sentences(filter(None, (*parts, out if left_out else "", over)))
