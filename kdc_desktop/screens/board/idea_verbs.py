"""What one can do to the selected notes: each calls one verb of the services."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.action_button import ActionButton
from kdc_desktop.screens.board.colour_menu import colour_menu
from kdc_desktop.screens.board.details_part import DetailsPart
from kdc_desktop.screens.board.trash_dialog import TrashDialog
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import ask_first
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.board import ideas, merging, similar
from kdc_desktop.services.board.joins import BoardJoins
from kdc_desktop.storage import Database

_MANY_MERGED = 3  # from so many on it is asked first: only one of them can be seen then


class IdeaVerbs(QObject):
    """The verbs on notes of one session; `screen` tells what is refused.

    `poll_wanted` carries the ids of the ideas that a poll should be held on, `chain_wanted` that of
    one of which somebody wants to know what became of it.
    """

    poll_wanted = Signal(object)
    chain_wanted = Signal(int)

    def __init__(
        self,
        screen: Screen,
        view: BoardView,
        database: Database,
        session_id: int,
        jobs: Jobs,
        joins: BoardJoins,
    ) -> None:
        super().__init__(screen)
        self._screen, self._view, self._doing = screen, view, Doing(screen, jobs)
        self._database, self._session_id = database, session_id
        self._merge_ideas = partial(merging.merge_ideas, database, trails=joins.merge_trails)
        self._change_trails = joins.change_trails

    def show_chain(self) -> None:
        """Lead to what became of the idea that is selected."""
        for key in self._view.selection[:1]:
            self.chain_wanted.emit(key)

    def move(self, places: dict[int, tuple[float, float]], take_out: bool) -> None:
        """Lay notes elsewhere, out of their clusters if need be."""
        verb = partial(ideas.move_ideas, self._database, places, take_out=take_out)
        self._doing.do(len(places), _("Moving ideas"), verb)

    def change_text(self, idea_id: int, text: str) -> bool:
        """Give an idea another text; False where that is refused."""
        done = self._screen.attempt(
            ideas.edit_idea, self._database, idea_id, text, self._change_trails
        )
        return done is not None

    def describe_from(self, part: DetailsPart) -> None:
        """Keep what is said there of ideas beside their text."""
        part.problem.connect(self._screen.problem)
        part.described.connect(
            lambda idea_id, said: self._screen.attempt(
                ideas.describe_idea, self._database, idea_id, said
            )
        )

    def change_author(self, idea_id: int, author_id: int | None) -> None:
        """Say who an idea is from."""
        self._screen.attempt(ideas.set_author, self._database, idea_id, author_id)

    def merge(self) -> None:
        """Merge the selected ideas into the one selected first; of several that is asked first."""
        chosen = self._view.selection
        if len(chosen) < _MANY_MERGED:
            self._merge(chosen)
            return
        first = shortened(self._view.contents.notes[chosen[0]].text)
        text = ngettext(
            "Merge {count} idea into one? “{idea}” stays, and the others lie behind it.",
            "Merge {count} ideas into one? “{idea}” stays, and the others lie behind it.",
            len(chosen),
            idea=first,
        )
        ask_first(self._screen, "merge_ideas", text, _("&Merge them"), partial(self._merge, chosen))

    def _merge(self, chosen: list[int]) -> None:
        verb = partial(self._merge_ideas, chosen)
        self._doing.do(len(chosen), _("Merging ideas"), verb, lambda kept: self._select([kept]))

    def merge_pair(self, idea_ids: Sequence[int]) -> None:
        """Merge two ideas that say the same into the earlier one."""
        self._screen.attempt(self._merge_ideas, idea_ids)

    def tell_apart(self, idea_ids: tuple[int, int]) -> None:
        """Remember that two ideas are not the same."""
        told = self._screen.attempt(similar.tell_apart, self._database, self._session_id, idea_ids)
        if told:
            self._screen.said.emit(_("These two are not the same. They will not be offered again."))

    def unmerge(self) -> None:
        """Lay what is merged into the selected ideas back on the board."""
        notes = self._view.contents.notes
        stacks = [key for key in self._view.selection if notes[key].merged]
        rows = sum(1 + notes[key].merged for key in stacks)
        verb = partial(merging.unmerge_ideas, self._database, stacks)
        self._doing.do(
            rows, _("Un-merging ideas"), verb, lambda freed: self._select([*stacks, *freed])
        )

    def _select(self, idea_ids: Iterable[int]) -> None:
        there = self._view.contents.notes
        found = [key for key in idea_ids if key in there]
        if found:
            self._view.select(found)

    def take_out_of_merge(self, child_ids: Sequence[int]) -> None:
        """Lay merged ideas back on the board."""
        verb = partial(merging.take_out_of_merge, self._database, child_ids)
        self._doing.do(len(child_ids), _("Un-merging ideas"), verb)

    def poll_on_selected(self) -> None:
        """Ask the window for a poll on the selected ideas, or on those of the chosen cluster."""
        contents, cluster = self._view.contents, self._view.chosen_cluster
        if cluster is not None:
            inside = [key for key, row in contents.notes.items() if row.cluster_id == cluster]
            self.poll_wanted.emit(inside)
        else:
            self.poll_wanted.emit([key for key in contents.notes if key in contents.selected])

    def choose_colour(self) -> None:
        """Ask for the colour of the selected notes."""
        pressed, (at, _what) = QApplication.focusWidget(), self._view.asked_at(None)
        if isinstance(pressed, ActionButton) and pressed.stands_for("act_colour"):
            at = pressed.mapToGlobal(pressed.rect().bottomLeft())
        colour_menu(self._screen, self.set_colour).popup(at)

    def set_colour(self, colour: NoteColour) -> None:
        """Give the selected notes a colour."""
        self._do_to_selected(
            _("Colouring ideas"), lambda chosen: ideas.colour_ideas(self._database, chosen, colour)
        )

    def bring_to_front(self) -> None:
        """Lay the selected notes on top."""
        self._do_to_selected(
            _("Bringing ideas to the front"), partial(ideas.bring_to_front, self._database)
        )

    def trash(self) -> None:
        """Put the selected ideas into the trash."""
        verb = partial(ideas.trash_ideas, self._database, trails=self._change_trails)
        self._do_to_selected(_("Putting ideas into the trash"), verb)

    def _do_to_selected(self, title: str, verb: Callable[[list[int]], None]) -> None:
        chosen = self._view.selection
        self._doing.do(len(chosen), title, partial(verb, chosen))

    def restore(
        self, idea_ids: Sequence[int], then: Callable[[object], object] = lambda _answer: None
    ) -> None:
        """Put ideas from the trash back on the board; `then` is called when they are there."""
        verb = partial(ideas.restore_ideas, self._database, idea_ids)
        self._doing.do(len(idea_ids), _("Restoring ideas"), verb, then)

    def open_trash(self) -> None:
        """Show what was trashed."""
        dialog = TrashDialog(self._database, self._session_id, self.restore, self._screen)
        open_for_now(dialog)

    def set_silent(self, silent: bool) -> None:
        """Show blank cards to the room, or the texts."""
        given = self._database, self._session_id, silent
        if self._screen.attempt(ideas.set_silent, *given) and silent:
            self._screen.said.emit(
                _("The cards are blank for the room now. S shows them again, as does the label.")
            )
