"""What stands beside the list of the whole club: the one that is selected, or what to do there."""

from collections.abc import Mapping, Sequence

from kdc_desktop.i18n import _
from kdc_desktop.instants import day_of
from kdc_desktop.screens.consortia.beside_part import BesidePart
from kdc_desktop.screens.consortia.club_inspector import ClubInspector
from kdc_desktop.screens.consortia.club_verbs import ClubVerbs
from kdc_desktop.screens.consortia.club_words import steps_told
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.screen import ChangedTables, Screen
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.consortia.choosing import people_to_choose
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.consortia.joining import Joiner, JoinerRow, joiners
from kdc_desktop.services.consortia.membership import membership
from kdc_desktop.services.consortia.steps import steps_of
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database

_NAMES = frozenset({"person", "person_merge", "organisation", "department"})
_WHO_IS_IN = _NAMES | {"member"}


class ClubBeside:
    """Reads what the form beside the list shows, and does what is wanted there."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        verbs: ClubVerbs,
        parts: Sequence[BesidePart],
    ) -> None:
        self._database, self._verbs, self._parts = database, verbs, parts
        self._people: Mapping[str, int] | None = None
        self._joinable: tuple[int, Mapping[str, JoinerRow]] | None = None
        self.form = ClubInspector(self._everybody)
        for part in parts:
            self.form.put_in(part.widget)
        self.pages = CurrentPage()
        self._nothing = plain_label("", "muted", self.pages, wrap=True)
        self.pages.addWidget(self._nothing)
        self.pages.addWidget(self.form)
        self.form.problem.connect(screen.problem)
        self._connect()

    def _connect(self) -> None:
        form, verbs, members = self.form, self._verbs, self.form.members_list
        form.take_up_wanted.connect(verbs.take_up)
        form.state_wanted.connect(verbs.say_state)
        form.owner_named.connect(verbs.name_owner)
        form.again_wanted.connect(verbs.look_again)
        form.described.connect(verbs.describe)
        form.join_wanted.connect(self._join)
        members.leave_wanted.connect(lambda row: verbs.leave(row, members.rows))
        members.back_wanted.connect(verbs.come_back)
        members.role_wanted.connect(verbs.give_role)

    def _join(self, consortium_id: int, joiners: Sequence[Joiner], left: str) -> None:
        """What is refused stays in its line; of what was taken only the names nobody knows do."""
        if self._verbs.join(consortium_id, joiners):
            begin_anew(self.form.member_edit, left)

    def heed(self, changes: ChangedTables) -> None:
        """Names that have changed are read again when they are asked for."""
        if _NAMES & changes.tables:
            self._people = None
        if _WHO_IS_IN & changes.tables:
            self._joinable = None

    def show_row(self, row: ClubRow | None, session: SessionRow | None, *, known: bool) -> None:
        """Show this row; without one what can be seen here, once one is `known`."""
        if row is None:
            selects = _("Select one to see who is in it, and to say how far it is.")
            later = _("Who is in one, and how far it is, is seen here once there is one.")
            self._nothing.setText(selects if known else later)
            self.pages.setCurrentWidget(self._nothing)
            return
        zone = club_zone_of(self._database)
        today = day_of(self._database.now(), zone)
        members = membership(self._database, row.id)
        self.form.offer_joiners(
            lambda: self._joiners(row.id), lambda: _by_name(joiners(self._database, 0))
        )
        tonight = session.id if session is not None and not session.is_over else None
        told = steps_told(steps_of(self._database, row.id), zone)
        self.form.show_row(row, members, told, today, tonight)
        for part in self._parts:
            part.show(row.id)
        self.pages.setCurrentWidget(self.form)

    def _everybody(self) -> Mapping[str, int]:
        if self._people is None:
            self._people = people_to_choose(self._database)
        return self._people

    def _joiners(self, consortium_id: int) -> Mapping[str, JoinerRow]:
        if self._joinable is None or self._joinable[0] != consortium_id:
            self._joinable = consortium_id, _by_name(joiners(self._database, consortium_id))
        return self._joinable[1]


def _by_name(rows: Sequence[JoinerRow]) -> Mapping[str, JoinerRow]:
    return {row.name: row for row in rows}
