"""The wall of an evening: who offers and needs what, what has met, and needs read aloud."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.kit.lengths import STATEMENT
from kdc_desktop.domain.kit.text import several_names
from kdc_desktop.domain.offers.matching import OfferFit
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, ngettext
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.keys import begins_text
from kdc_desktop.screens.kit.limits import tell_when_cut
from kdc_desktop.screens.kit.name_choice import NameChoice
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.screen import ChangedTables, Screen, Sight
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.screens.offers.help import OFFERS
from kdc_desktop.screens.offers.known_holders import KnownHolders
from kdc_desktop.screens.offers.line_columns import WIDTHS, line_columns
from kdc_desktop.screens.offers.lines import LineMaker, OfferLine, OfferLines
from kdc_desktop.screens.offers.looking import FEW, LookingForFits
from kdc_desktop.screens.offers.offer_verbs import OfferVerbs, WallTables
from kdc_desktop.screens.offers.reading import ReadingAloud, ReadingParts
from kdc_desktop.screens.offers.room import wall_slide
from kdc_desktop.screens.offers.to_tables import ToTables
from kdc_desktop.screens.people.asking_to_add import ask_to_add
from kdc_desktop.services.offers.joins import RolesBadge
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.wall import TABLES, OfferWall, offer_wall
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

NARROWEST = 640  # of what a small laptop shows at twice the size of the text


class OffersScreen(Screen):
    """A line to note them in, and two tables: offers and needs, with those who meet each."""

    stem = "offers/offers_screen"
    is_for_the_room = True
    help = OFFERS

    title_label: QLabel
    counts_label: QLabel
    stack: CurrentPage
    wall_page: QWidget
    entry: QWidget
    who_edit: NameChoice
    words: QWidget
    offers_edit: QLineEdit
    needs_place: QWidget
    needs_edit: QLineEdit
    add_button: QPushButton
    tools: QWidget
    search_edit: QLineEdit
    buttons: QWidget
    match_button: QPushButton
    unfit_button: QPushButton
    read_button: QPushButton
    sides: QWidget
    offers_side: QWidget
    needs_side: QWidget
    offers_table: RowTable
    needs_table: RowTable

    def __init__(
        self, theme: Theme, database: Database, session_id: int, jobs: Jobs, roles: RolesBadge
    ) -> None:
        super().__init__(theme)
        self._database, self._session_id, self._roles = database, session_id, roles
        self.tables = TABLES | roles.tables
        self._wall: OfferWall | None = None
        self.lines, self._maker = OfferLines((), ()), LineMaker()
        self.holders = KnownHolders(database, session_id)
        self.stack.addWidget(self.wall_page)
        tables = WallTables(self.offers_table, self.needs_table)
        self.verbs = OfferVerbs(self, tables, database, session_id)
        self._offers = self._model(OfferKind.OFFER, self.offers_table)
        self._needs = self._model(OfferKind.NEED, self.needs_table)
        parts = ReadingParts(
            *(self.stack, self.wall_page, self.needs_table, self.read_button, self.holders),
            lambda: self.lines,
        )
        self.reading = ReadingAloud(self, parts, database, session_id, roles)
        self._looking = LookingForFits(jobs, self)
        self._looking.found.connect(self._take_fits)
        _dress(self)
        theme.changed.connect(self._fit)
        self._fit()
        _connect(self)
        _add_actions(self)
        self.keys_to = self.who_edit

    def _fit(self) -> None:
        px = self.theme.px
        for line in (self.who_edit, self.offers_edit, self.needs_edit, self.search_edit):
            line.setMinimumWidth(px(160))
        beside = px(160) + 8 + self.add_button.sizeHint().width()
        self.needs_place.setMinimumWidth(min(beside, NARROWEST))
        for side in (self.offers_side, self.needs_side):
            side.setMinimumSize(min(px(380), NARROWEST), px(160))
        for button, icon in (
            *((self.match_button, "handshake"), (self.unfit_button, "x")),
            (self.read_button, "megaphone"),
        ):
            button.setIcon(self.theme.icon(icon))

    def _model(self, kind: OfferKind, table: RowTable) -> RowModel[OfferLine]:
        model = RowModel(line_columns(kind, self.verbs.put), lambda row: row.key)
        table.show_model(model)
        table.columns.begin(WIDTHS, ())
        return model

    def refresh(self) -> None:
        before = self._wall
        known = before.found if before is not None else ()
        wall = offer_wall(self._database, self._session_id, self._roles, known)
        if before is None and len(wall.said) <= FEW:
            self._show_wall(wall.look_for_fits())
            return
        self._show_wall(wall)
        if before is None or (wall.said, wall.unfit) != (before.said, before.unfit):
            self._looking.look(wall)

    def _take_fits(self, found: Sequence[OfferFit]) -> None:
        """What was written is painted by now; what it may meet comes a moment later."""
        if self._wall is not None:
            self._show_wall(self._wall.having(found))

    def _show_wall(self, wall: OfferWall) -> None:
        self._wall, self.lines = wall, self._maker.lines_of(wall)
        self._offers.set_rows(self.lines.offers)
        self._needs.set_rows(self.lines.needs)
        self.counts_label.setText(_counted(wall))
        self.reading.follow()
        self.room_changed.emit()

    def on_changes(self, changes: ChangedTables) -> None:
        self.holders.heed(changes)
        super().on_changes(changes)

    @property
    def is_painted(self) -> bool:
        return not self._looking.under_way

    def show_stage(self, stage: StageRow) -> None:
        super().show_stage(stage)
        self.title_label.setText(parted(stage.title))

    @property
    def sight(self) -> Sight:
        return Sight(self.stage, self.reading.current)

    def slide_of(self, sight: Sight) -> Slide | None:
        self.catch_up()
        if self._wall is None:
            return None
        if sight.of is not None and (shown := self.reading.slide(sight.of)) is not None:
            return shown
        stage = sight.stage
        prompt_of_room = (stage.prompt or stage.title) if stage else _("Offers and needs")
        return wall_slide(prompt_of_room, self._wall)

    def add(self) -> bool:
        """Keep what is typed, and be ready for the next; False where nothing is."""
        typed = (OfferKind.OFFER, self.offers_edit), (OfferKind.NEED, self.needs_edit)
        if not any(line.text().strip() for line in (self.who_edit, *(one for _k, one in typed))):
            return False
        try:
            holder = self.who_edit.chosen()
        except UserError as error:
            self._go_to(self.who_edit, str(error))
            return True
        if holder is None:
            self._go_to(self.who_edit, _("Write who offers or needs it first."))
            return True
        said = [
            SaidOffer(kind, text, holder)
            for kind, line in typed
            for text in several_names(line.text())
        ]
        if not said:
            self._go_to(self.offers_edit, _("Write what they offer or need, then press Enter."))
        elif self.attempt_here(note_all, self._database, said, self._session_id):
            for line in (self.who_edit, self.offers_edit, self.needs_edit):
                begin_anew(line)
            self.who_edit.setFocus()
        return True

    def _go_to(self, line: QLineEdit, sentence: str) -> None:
        self.problem.emit(sentence)
        line.setFocus()
        line.selectAll()

    def begin_noting(self) -> None:
        """Be ready for the next name."""
        self.reading.stop()
        self.who_edit.setFocus()
        self.who_edit.selectAll()

    def find_lines(self) -> None:
        """Go to the search."""
        self.reading.stop()
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def go_on_from_name(self) -> None:
        """A name was typed: what they offer comes next, unless that is written already."""
        written = self.offers_edit.text().strip() or self.needs_edit.text().strip()
        if written or not self.who_edit.text().strip():
            self.add()
        else:
            self.offers_edit.setFocus()


def _dress(screen: OffersScreen) -> None:
    TurningHalves(screen.entry, screen.who_edit, screen.words, 8, shares=(1, 2))
    TurningHalves(screen.words, screen.offers_edit, screen.needs_place, 8)
    TurningHalves(screen.needs_place, screen.needs_edit, screen.add_button, 8, shares=(1, 0))
    flow_in(screen.buttons)
    TurningHalves(screen.tools, screen.search_edit, screen.buttons, 12, shares=(1, 0))
    TurningHalves(screen.sides, screen.offers_side, screen.needs_side, 20)
    prompt(screen.who_edit, _("Who: name, Enter"))
    prompt(screen.offers_edit, _("Offers: a yard; three developers"))
    prompt(screen.needs_edit, _("Needs: a permit; test users"))
    for line in (screen.offers_edit, screen.needs_edit):
        line.setMaxLength(STATEMENT)
        tell_when_cut(line)
    ask_when_half_typed(screen.who_edit, screen.offers_edit, screen.needs_edit)
    screen.add_button.setProperty("kind", "primary")
    restyle(screen.add_button)
    screen.offers_table.empty_text = _("What people and organisations offer comes here.")
    screen.needs_table.empty_text = _("What people and organisations need comes here.")


def _connect(screen: OffersScreen) -> None:
    known = screen.holders
    screen.who_edit.offer(known.here, known.everybody)
    screen.who_edit.add_unknown(ask_to_add, known.add)
    screen.who_edit.returnPressed.connect(screen.go_on_from_name)
    screen.offers_edit.returnPressed.connect(screen.add)
    screen.needs_edit.returnPressed.connect(screen.add)
    screen.add_button.clicked.connect(screen.add)
    screen.match_button.clicked.connect(screen.verbs.matching.trigger)
    screen.unfit_button.clicked.connect(screen.verbs.dismissing.trigger)
    for table in (screen.offers_table, screen.needs_table):
        screen.search_edit.textChanged.connect(table.search)
    TypingFinds(screen.search_edit, screen.offers_table, screen.needs_table)
    lines = screen.who_edit, screen.offers_edit, screen.needs_edit, screen.search_edit
    ToTables(screen.needs_table, screen.offers_table, *lines)


def _add_actions(screen: OffersScreen) -> None:
    screen.saving = screen.add
    text, note = _("Note an offer or a need"), screen.begin_noting
    action = screen.act("note_an_offer_or_a_need", text, note, shortcut="Ctrl+N", icon="plus")
    begins_text(action)
    text, find = _("Find offers and needs"), screen.find_lines
    screen.act("find_offers_and_needs", text, find, shortcut="Ctrl+F", icon="search")


def _counted(wall: OfferWall) -> str:
    """How much there is, and how much of it the room sees."""
    every = len(wall.offers) + len(wall.needs)
    hidden = every - len(wall.shown)
    return listed(
        filter(
            None,
            (
                ngettext("{count} offer", "{count} offers", len(wall.offers)),
                ngettext("{count} need", "{count} needs", len(wall.needs)),
                ngettext("{count} match", "{count} matches", len(wall.met)),
                ngettext("{count} of who is not here", "{count} of those who are not here", hidden)
                if hidden
                else "",
            ),
        )
    )
