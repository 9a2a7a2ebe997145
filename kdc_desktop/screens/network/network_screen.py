"""Who has met whom: sentences, a picture of organisations, and lists beside it."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QStackedWidget, QWidget

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.network.folding import RESIDENTS_TOGETHER
from kdc_desktop.domain.network.numbers import told_to_facilitator
from kdc_desktop.i18n import _, sentences
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.consortia.scope_choice import Scope, ScopeChoice
from kdc_desktop.screens.kit.beside import Beside
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.screen import Screen, Sight
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow, give_height
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.network.beside import NetworkBeside
from kdc_desktop.screens.network.help import NETWORK
from kdc_desktop.screens.network.period_choice import PeriodChoice
from kdc_desktop.screens.network.room import RoomNetwork, for_the_room, network_slide
from kdc_desktop.screens.network.view import NetworkView
from kdc_desktop.screens.network.words import lines_told
from kdc_desktop.services.network.beside import NetWho
from kdc_desktop.services.network.picture import Grouped, Sketch, sketch
from kdc_desktop.services.network.questions import evenings_to_choose, network
from kdc_desktop.services.network.rows import EveningHeld, NetPeriod, Network
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database

_GROUPED = (Grouped.MEETING, Grouped.SECTOR)


class Drawn(NamedTuple):
    """A network, and what of its picture takes a while; and the same for the room."""

    net: Network
    sketched: Sketch
    for_room: RoomNetwork
    grouped: Grouped


class NetworkScreen(Screen):
    """`club_wanted` asks for the consortia of the club, `tonight_wanted` for those of the session.

    What takes long is worked out beside the window and kept until something changes.
    """

    stem = "network/network_screen"
    help = NETWORK
    is_for_the_room = True
    tables = frozenset({"session", "attendance", "seating_round", "seating_table", "seat"}) | {
        *("person", "person_merge", "organisation", "department", "delegate", "member"),
        *("consortium", "consortium_step", "leaving"),
    }

    club_wanted = Signal()
    tonight_wanted = Signal()

    head: QWidget
    head_words: QWidget
    head_buttons: QWidget
    told_label: QLabel
    scope_choice: Segmented
    tools: QWidget
    period_combo: QComboBox
    group_choice: Segmented
    lines_label: QLabel
    stack: QStackedWidget

    def __init__(
        self,
        theme: Theme,
        database: Database,
        jobs: Jobs,
        session: Callable[[], SessionRow | None],
    ) -> None:
        super().__init__(theme)
        self._database, self._session = database, session
        self._reading = Beside(self, jobs)
        self._known: dict[tuple[NetPeriod, Grouped], Drawn] = {}
        self._evenings: list[EveningHeld] = []
        self.periods = PeriodChoice(self.period_combo)
        self.shown: Drawn | None = None
        self._waits = False
        self.view = NetworkView(theme, self)
        self._empty = EmptyState(theme, self)
        self._beside = NetworkBeside()
        self._dress()
        self._connect()
        self._add_actions()

    def _dress(self) -> None:
        flow_in(self.head_buttons, 12)
        flow_in(self.tools, 12)
        TurningRow(self.head, self.head_words, self.head_buttons)
        self.group_choice.set_texts((_("Who meets whom"), _("Sectors")))
        self.stack.addWidget(self.view)
        self.stack.addWidget(self._empty)
        self._empty.show_state(
            "users",
            _("Nobody has met yet"),
            _(
                "People meet at tables and in consortia. Once they have, here stands who met whom, "
                "evening by evening."
            ),
            _("Consortia of the club"),
            self.club_wanted.emit,
        )

    def _connect(self) -> None:
        leads = {Scope.CLUB: self.club_wanted.emit, Scope.TONIGHT: self.tonight_wanted.emit}
        self._scope = ScopeChoice(self.scope_choice, Scope.NETWORK, leads)
        self.period_combo.activated.connect(lambda _at: self._read())
        self.group_choice.changed.connect(lambda _at: self._read())
        self.view.moved.connect(self._show_chosen)
        self.view.opened.connect(self._beside.take_keys)
        self._beside.wanted.connect(self.look_at)

    def _add_actions(self) -> None:
        view, act = self.view, self.act
        closer, keys = partial(view.zoom, 1), "Ctrl++; Ctrl+="
        act("look_closer_at_the_network", _("Look closer"), closer, shortcut=keys, icon="zoom-in")
        away, name = partial(view.zoom, -1), _("Look from farther off")
        act("look_from_farther_off", name, away, shortcut="Ctrl+-", icon="zoom-out")
        name = _("Show who has met whom")
        act("show_all_of_the_network", name, view.fit, shortcut="Ctrl+0", icon="maximize")
        edge = _("Show who stands on the edge")
        act("show_who_is_on_the_edge", edge, self.show_edge, icon="users")

    def showEvent(self, event: QShowEvent) -> None:
        self._scope.offer_tonight(offered=self._session() is not None)
        super().showEvent(event)

    # What is read.

    def refresh(self) -> None:
        """Read the evenings; the network of the one that is chosen follows."""
        self._known.clear()
        self._evenings = evenings_to_choose(self._database)
        self.periods.offer(self._evenings, self._session())
        self._read()

    @property
    def _grouped(self) -> Grouped:
        return _GROUPED[max(0, self.group_choice.current())]

    def _read(self) -> None:
        wanted = self.periods.chosen, self._grouped
        if wanted in self._known:
            self._reading.want_nothing()
            self._show(self._known[wanted])
            return
        database = self._database
        self._waits = True
        self.told_label.setText(_("It is being worked out…"))
        self.told_label.show()
        self._reading.read(lambda: _worked_out(database, *wanted), self._take)

    def _take(self, drawn: Drawn) -> None:
        self._known[drawn.net.period, drawn.grouped] = drawn
        self._show(drawn)

    # What is shown.

    def _show(self, drawn: Drawn) -> None:
        self.shown, self._waits = drawn, False
        net, sketched = drawn.net, drawn.sketched
        sentences_told = told_to_facilitator(net.numbers)
        self.told_label.setText(sentences(sentences_told) or _("Nobody sat together then."))
        anybody = bool(net.people)
        self.told_label.setVisible(anybody)
        self.tools.setVisible(bool(self._evenings))
        self.stack.setCurrentWidget(self.view if anybody else self._empty)
        self.view.show_network(net, sketched)
        told = lines_told(len(net.between), len(sketched.drawn))
        self.lines_label.setText(told)
        self.lines_label.setVisible(bool(told))
        give_height(self.told_label, self)
        self._beside.show_network(net)
        self.keys_to = self.view if anybody else None
        self.room_changed.emit()

    def _show_chosen(self) -> None:
        key = self.view.chosen
        self._beside.show_whom(None if key is None else NetWho(False, key))

    def look_at(self, who: NetWho | None) -> None:
        """Show an organisation or a person beside the picture, and which mark is theirs in it."""
        if self.shown is None:
            return
        key = None if who is None else who.id
        if who is not None and who.is_person:
            person = self.shown.net.people[who.id]
            key = person.organisation_id or RESIDENTS_TOGETHER
        self.view.choose(key)
        self._beside.show_whom(who)

    def show_edge(self) -> None:
        """List who has met nobody, or few."""
        self.view.choose(None)
        self._beside.show_edge()

    def inspector(self) -> QWidget:
        return self._beside

    @property
    def is_painted(self) -> bool:
        """Whether what was asked for last is shown."""
        return self.shown is not None and not self._waits

    def slide_of(self, _sight: Sight) -> Slide | None:
        self.catch_up()
        if self.shown is None:
            return None
        return network_slide(self.shown.for_room, self.periods.words_of(self.shown.net.period))


def _worked_out(database: Database, period: NetPeriod, grouped: Grouped) -> Drawn:
    """For a job: it takes a while."""
    net = network(database, period)
    return Drawn(net, sketch(net, grouped), for_the_room(net, grouped), grouped)
