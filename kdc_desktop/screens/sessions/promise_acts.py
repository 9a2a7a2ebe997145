"""What is done about a commitment that is due: kept, postponed, given to another, or dropped."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject

from kdc_desktop.domain.kit.typed_dates import typed_date
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, date_order, date_text, day_text, pgettext
from kdc_desktop.instants import day_of
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.passing import Menu
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.services.sessions.home import DueLine, PromiseVerbs
from kdc_desktop.services.sessions.listing import sessions
from kdc_desktop.services.sessions.upcoming import next_of
from kdc_desktop.storage import Database

_WEEK, _MONTH = timedelta(days=7), timedelta(days=28)


class PromiseActs(QObject):
    """Acts for a screen, which tells what is refused and says what was done."""

    def __init__(self, screen: Screen, database: Database, verbs: PromiseVerbs) -> None:
        super().__init__(screen)
        self._screen, self._database, self._verbs = screen, database, verbs

    def keep(self, line: DueLine) -> None:
        """It is kept."""
        self._screen.attempt(self._verbs.keep, self._database, line.of_id)

    def add_to(self, menu: Menu, line: DueLine) -> None:
        """Have what else can be done in the menu of a line."""
        icon = self._screen.theme.icon
        later = Menu(_("Postpone"), menu)
        later.setIcon(icon("calendar"))
        for words, day in self.days():
            later.addAction(words).triggered.connect(partial(self._postpone, line, day))
        later.addAction(_("Another day…")).triggered.connect(lambda _on: self._ask_day(line))
        menu.addMenu(later)
        givers = Menu(_("Give to another member"), menu)
        givers.setIcon(icon("users"))
        for key, name in self._verbs.givers(self._database, line.of_id):
            taken = givers.addAction(plain_caption(name))
            taken.triggered.connect(partial(self._hand_over, line, key))
        givers.setEnabled(not givers.isEmpty())
        menu.addMenu(givers)
        dropped = menu.addAction(icon("x"), _("Drop, with a reason…"))
        dropped.triggered.connect(lambda _on: self._ask_why(line))

    @property
    def _today(self) -> date:
        return day_of(self._database.now(), club_zone_of(self._database))

    def days(self) -> Iterator[tuple[str, date]]:
        """The days that are offered, each once, with what they are called."""
        coming = next_of(sessions(self._database), self._database.now())
        if coming is not None and coming.starts_at.date() > self._today:
            day = coming.starts_at.date()
            yield _("To the next evening: {day}", day=day_text(day)), day
        yield _("By a week: {day}", day=day_text(self._today + _WEEK)), self._today + _WEEK
        yield _("By four weeks: {day}", day=day_text(self._today + _MONTH)), self._today + _MONTH

    def _postpone(self, line: DueLine, day: date, _on: bool = False) -> None:
        self._screen.attempt(self._verbs.postpone, self._database, line.of_id, day)

    def _hand_over(self, line: DueLine, member_id: int, _on: bool = False) -> None:
        self._screen.attempt(self._verbs.hand_over, self._database, line.of_id, member_id)

    def _ask_day(self, line: DueLine) -> None:
        about = _("Until when do they give it? {who}: {what}", who=line.who, what=line.what)
        shown = date_text(self._today + _WEEK)
        title = _("Postpone to another day")
        self._ask(title, about, pgettext("a day", "&Day"), partial(self._put_off, line), shown)

    def _put_off(self, line: DueLine, typed: str) -> None:
        day = typed_date(typed, self._today, date_order())
        if day is None:
            example = date_text(date(self._today.year, 12, 1))
            text = _("Write a day here that the calendar has, such as {example}.", example=example)
            raise UserError(text)
        self._verbs.postpone(self._database, line.of_id, day)

    def _ask_why(self, line: DueLine) -> None:
        about = _("The reason stays in the life of the consortium. {what}", what=line.what)
        drop = partial(self._verbs.drop, self._database, line.of_id)
        self._ask(_("Why is it dropped?"), about, _("&Reason"), drop)

    def _ask(
        self,
        title: str,
        about: str,
        field: str,
        keep: Callable[[str], object],
        shown: str = "",
    ) -> None:
        from kdc_desktop.screens.sessions.help import PROMISE
        from kdc_desktop.screens.sessions.line_dialog import AskedLine, LineDialog

        asked = AskedLine(title, about, field, PROMISE, shown)
        open_to_write(LineDialog(asked, keep, self._screen))
