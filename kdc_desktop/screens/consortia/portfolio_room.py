"""What the room sees of the portfolio: no name of a person, no trend, nothing that is hidden."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from kdc_desktop.audience.consortia.goal_bar import GoalSum
from kdc_desktop.audience.consortia.portfolio_slide import PortfolioSlide, ProjectLine
from kdc_desktop.domain.consortia.rings import STATE_RINGS
from kdc_desktop.domain.consortia.states import is_alive, is_on_its_own
from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.domain.kit.amounts import Amount
from kdc_desktop.i18n import _, number_text, spoken
from kdc_desktop.screens.consortia.club_words import alive_words
from kdc_desktop.screens.consortia.minutes_words import worth
from kdc_desktop.screens.consortia.portfolio_now import Portfolio
from kdc_desktop.screens.consortia.portfolio_words import people_told, stand
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.sessions.programme import ProgrammeRow
from kdc_desktop.services.sessions.rows import SessionRow


class InTheRoom:
    """Shows the room the portfolio, in place of the stage of the open `session`."""

    def __init__(self, screen: Screen, session: Callable[[], SessionRow | None]) -> None:
        self._screen, self._session = screen, session

    def show(self) -> None:
        """The room sees it, or the facilitator why not."""
        if reason := self.why_not():
            self._screen.problem.emit(reason)
            return
        told = _("The room sees the projects. F6 goes back to the stage.")
        self._screen.show_wanted.emit(self._screen.sight, told)

    def allow(self, button: QPushButton) -> None:
        """Let the button be lit where the room can see it, and say why not where it cannot."""
        reason = self.why_not()
        button.setEnabled(not reason)
        button.setToolTip(reason)

    def why_not(self) -> str:
        """Why the room cannot see it now; empty where it can."""
        if self._screen.sight is None:
            return _("There is no project yet that the room could see.")
        return "" if self._session() else _("Open a session first: the room is in one.")


def portfolio_slide(now: Portfolio) -> PortfolioSlide:
    """All of it, and what is given back where that is measured."""
    rows, told = now.rows, now.sum
    alive = sum(is_alive(row.state) for row in rows)
    own = sum(is_on_its_own(row.state) for row in rows)
    gives = told if told.measured.value else None
    return PortfolioSlide(
        headline=_("Our projects"),
        projects=tuple(map(_project, rows)),
        summary=alive_words(alive, own),
        gives=gives,
        gives_told=_gives_told(told, now.programme) if gives is not None else "",
    )


def _gives_told(told: GoalSum, programme: ProgrammeRow | None) -> str:
    given = _("{worth} given back", worth=worth(told.measured))
    return spoken(filter(None, (given, people_told(told, programme))))


def _minutes(amount: Amount) -> str:
    return _("{minutes} min", minutes=number_text(round(amount.value)))


def _project(row: ClubRow) -> ProjectLine:
    buy_in, gives = row.buy_in, row.gives_back
    counts = gives if row.counted is not None else None
    is_told = bool(buy_in.version_number and buy_in.answered and not buy_in.is_being_asked)
    known = sum(shade is not None for shade in buy_in.shades) if is_told else 0
    agree = buy_in.agreed if is_told else 0
    return ProjectLine(
        name=row.name,
        state=str(STATE_ENTRIES[row.state]),
        ring=STATE_RINGS[row.state],
        letters=row.letters,
        agree=agree,
        below=known - agree,
        waiting=len(buy_in.shades) - known,
        told=stand(row),
        minutes=_minutes(counts.worth) if counts is not None else "",
        is_measured=counts is not None and counts.is_measured,
    )
