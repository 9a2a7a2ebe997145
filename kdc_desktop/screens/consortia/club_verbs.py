"""What one does to a consortium of the club, from the list."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtGui import QAction

from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.club_words import no_session
from kdc_desktop.screens.consortia.leave_dialog import LeaveDialog
from kdc_desktop.screens.consortia.project_dialog import ProjectDialog
from kdc_desktop.screens.consortia.role_dialog import RoleDialog
from kdc_desktop.screens.consortia.state_dialog import StateDialog
from kdc_desktop.screens.consortia.take_up_dialog import TakeUpDialog
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.consortia.club_rows import BuyInBadge, ClubRow
from kdc_desktop.services.consortia.forming import rename_consortium
from kdc_desktop.services.consortia.joining import Joiner, join, join_several
from kdc_desktop.services.consortia.leaving import come_back
from kdc_desktop.services.consortia.membership import MembershipRow
from kdc_desktop.services.consortia.near import told_of_joining
from kdc_desktop.services.consortia.projects import describe, look_again, name_owner
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.consortia.worked_on import put_back, sessions_to_come, take_up
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database


class ClubVerbs:
    """The verbs of the list; `chosen` gives the row that they are about, `select` selects one."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        badge: BuyInBadge,
        trails: Sequence[ConsortiumTrail],
        session: Callable[[], SessionRow | None],
        chosen: Callable[[], ClubRow | None],
        select: Callable[[int], object],
    ) -> None:
        self._screen, self._database, self._trails = screen, database, trails
        self._session, self._chosen, self._select = session, chosen, select
        self._badge = badge
        self.ideas_wanted: Callable[[int, str], object] = lambda _key, _name: None

    def add_actions(self) -> list[QAction]:
        """Add everything to the screen; what there is to do with a row."""
        act = self._screen.act
        act(
            "new_project",
            _("New project…"),
            self.new_project,
            shortcut="Ctrl+N",
            icon="plus",
        )
        here = partial(act, why_not=self._none_chosen)
        text, state = _("Say how far it is…"), self.say_state
        return [
            here("say_the_state", text, state, shortcut="S", icon="flag"),
            here(
                "ideas_behind",
                _("The ideas behind it"),
                self.show_ideas,
                shortcut="I",
                icon="lightbulb",
            ),
            act(
                "take_up_tonight",
                _("Take it up tonight, or put it back"),
                self.take_up,
                shortcut="T",
                icon="hand",
                why_not=self._not_taken_up,
            ),
            act(
                "take_up_in_a_session",
                _("Take it up…"),
                self.choose_session,
                shortcut="Shift+T",
                icon="history",
                why_not=self._no_session_to_come,
            ),
        ]

    def _none_chosen(self) -> str:
        return "" if self._chosen() else _("Choose a consortium in the list first.")

    def _not_taken_up(self) -> str:
        return self._none_chosen() or ("" if self._session() else self._no_session_to_come())

    def _no_session_to_come(self) -> str:
        return "" if sessions_to_come(self._database) else no_session()

    def rename(self, row: ClubRow, name: str) -> None:
        """Give it another name."""
        self._screen.attempt(rename_consortium, self._database, row.id, name)

    def new_project(self) -> None:
        """Ask for a project that was born outside any session."""
        dialog = ProjectDialog(self._database, self._screen)
        dialog.added.connect(self._select)
        open_to_write(dialog)

    def say_state(self) -> None:
        """Ask how far it is, who says so, and what there is to note."""
        if (row := self._chosen()) is not None:
            open_to_write(StateDialog(self._database, row, self._trails, self._screen))

    def show_ideas(self) -> None:
        """Lead to the ideas that it goes back to."""
        if (row := self._chosen()) is not None:
            self.ideas_wanted(row.id, row.name)

    def name_owner(self, consortium_id: int, person_id: int | None) -> None:
        """Say who takes care of it."""
        self._screen.attempt(name_owner, self._database, consortium_id, person_id)

    def look_again(self, consortium_id: int, on: date | None) -> None:
        """Say when it is looked at again."""
        self._screen.attempt(look_again, self._database, consortium_id, on)

    def describe(self, consortium_id: int, about: str) -> None:
        """Say what it is about."""
        self._screen.attempt(describe, self._database, consortium_id, about)

    def join(self, consortium_id: int, joiners: Sequence[Joiner]) -> bool:
        """Take members in; whether they are."""
        if len(joiners) == 1:
            done = self._screen.attempt(join, self._database, consortium_id, joiners[0])
        else:
            done = self._screen.attempt(join_several, self._database, consortium_id, joiners)
        people = [one.person_id for one in joiners if one.person_id is not None]
        if done and (told := told_of_joining(self._database, consortium_id, people, None)):
            self._screen.cautioned.emit(told)
        return done is not None

    def leave(self, member: MembershipRow, others: Sequence[MembershipRow]) -> None:
        """Ask to whom a member hands over that leaves."""
        if member.is_in:
            open_to_write(LeaveDialog(self._database, member, others, self._screen))
        else:
            self._screen.problem.emit(_("{member} has left already.", member=member.name))

    def come_back(self, member: MembershipRow) -> None:
        """Let a member come back."""
        self._screen.attempt(come_back, self._database, member.id)

    def give_role(self, member: MembershipRow) -> None:
        """Ask what a member is in it from now on."""
        open_to_write(RoleDialog(self._database, member, self._screen))

    def take_up(self) -> None:
        """Work on it in the session that is open, or not any more; else ask in which one."""
        row, session = self._chosen(), self._session()
        if row is None:
            return
        if session is None or session.is_over:
            self.choose_session()
            return
        is_taken_up = any(one.id == session.id for one in row.taken_up)
        verb = put_back if is_taken_up else take_up
        self._screen.attempt(verb, self._database, session.id, row.id)

    def choose_session(self) -> None:
        """Take what is selected up in a session to come, such as one that is planned."""
        if reason := self._no_session_to_come():
            self._screen.problem.emit(reason)
            return
        row, session = self._chosen(), self._session()
        open_id = None if session is None or session.is_over else session.id
        wanted = () if row is None else (row.id,)
        given = self._database, self._badge, open_id
        open_for_now(TakeUpDialog(*given, self._screen, wanted))
