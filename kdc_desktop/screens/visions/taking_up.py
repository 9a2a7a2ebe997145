"""Consortia of before are taken up in the open session, and put back, where visions are seen."""

from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.club_words import no_session
from kdc_desktop.screens.consortia.take_up_dialog import TakeUpDialog
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.choosers import ConsortiumChooser
from kdc_desktop.screens.visions.view import VisionView
from kdc_desktop.services.consortia.worked_on import put_back, sessions_to_come
from kdc_desktop.services.visions.badges import OF_CLUB
from kdc_desktop.storage import Database


class TakingUp:
    """Of a vision screen; without a session the one that is shown goes to one to come."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        view: VisionView,
        chooser: ConsortiumChooser,
        session_id: int | None,
    ) -> None:
        self._screen, self._database, self._view = screen, database, view
        self._session_id = session_id
        chooser.may_take_up = session_id is not None
        chooser.take_up_wanted.connect(self.take_up)

    def add_actions(self) -> None:
        """Let the keys of the screen take consortia up, and put back the one that is shown."""
        act, text = self._screen.act, _("Take up consortia of before…")
        act(
            *("take_up_consortia", text, self.take_up),
            shortcut="B",
            icon="history",
            why_not=self._none_to_come,
        )
        text = _("Put the consortium back, not tonight")
        act("put_back", text, self.put_back, why_not=self._no_session)

    def _no_session(self) -> str:
        if self._session_id is not None:
            return ""
        return _("Open a session first: a consortium is taken up in one.")

    def take_up(self) -> None:
        """Choose consortia of the club to work on, tonight or in a session to come."""
        if reason := self._none_to_come():
            self._screen.problem.emit(reason)
            return
        wanted = () if self._session_id is not None else (self._view.consortium_id,)
        given = self._database, OF_CLUB, self._session_id
        open_for_now(TakeUpDialog(*given, self._screen, wanted))

    def _none_to_come(self) -> str:
        return "" if self._session_id or sessions_to_come(self._database) else no_session()

    def put_back(self) -> None:
        """Do not work on the one that is shown after all."""
        if self._session_id is not None:
            of = self._session_id, self._view.consortium_id
            self._screen.attempt(put_back, self._database, *of)
