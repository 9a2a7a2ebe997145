"""What one can do to clusters: each calls one verb of the services."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPointF, QSizeF

from kdc_desktop.i18n import _, ngettext
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.cluster_menu import cluster_menu
from kdc_desktop.screens.board.in_place import InPlace
from kdc_desktop.screens.board.shown_board import ShownBoard
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.questions import ask_first
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.board import clusters
from kdc_desktop.services.board.joins import BoardJoins
from kdc_desktop.services.board.trails import why_it_stays
from kdc_desktop.storage import Database


class ClusterVerbs(QObject):
    """The verbs on clusters of one session; `screen` tells what is refused.

    `in_place` lets the facilitator name a cluster where it stands.
    """

    def __init__(
        self,
        screen: Screen,
        view: BoardView,
        database: Database,
        board: ShownBoard,
        jobs: Jobs,
        joins: BoardJoins,
        in_place: InPlace,
    ) -> None:
        super().__init__(screen)
        self._screen, self._view, self._doing = screen, view, Doing(screen, jobs)
        self._database, self._board = database, board
        self._session_id = board.session_id
        self._trails, self._in_place = joins.cluster_trails, in_place
        self._rename_trails = joins.rename_trails

    def either(
        self, of_cluster: Callable[[], object], of_notes: Callable[[], object]
    ) -> Callable[[], object]:
        """Do the one where a cluster is chosen, else the other to the selected notes."""
        view = self._view
        return lambda: of_notes() if view.chosen_cluster is None else of_cluster()

    def send_to(self, number: int) -> None:
        """Send the selected notes to the cluster with this number."""
        chosen = self._view.selection
        rows = self._view.contents.clusters.values()
        found = next((row for row in rows if row.number == number), None)
        if found is not None:
            self.put_into(chosen, found.id)
        elif chosen:
            self._screen.problem.emit(
                _(
                    "There is no cluster {number}. C makes one around the selection.",
                    number=number,
                )
            )

    def put_into(self, idea_ids: Sequence[int], cluster_id: int) -> None:
        """Lay notes into a cluster."""
        if idea_ids:
            self._send(idea_ids, cluster_id)

    def take_out(self) -> None:
        """Lay the selected notes out of their clusters."""
        chosen = self._view.selection
        if chosen:
            self._send(chosen, None)

    def _send(self, idea_ids: Sequence[int], cluster_id: int | None) -> None:
        verb = partial(clusters.send_to_cluster, self._database, idea_ids, cluster_id)
        self._doing.do(len(idea_ids), _("Moving ideas"), verb)

    def make(self) -> None:
        """Make a cluster of the selected notes and ask for its name."""
        rows = self._view.contents.clusters
        names = {row.name for row in rows.values()}
        number = len(rows) + 1
        while (name := _("Cluster {number}", number=number)) in names:
            number += 1
        chosen = self._view.selection
        of = self._database, self._session_id, name, chosen
        verb = partial(clusters.add_cluster, *of, board_id=self._board.board_id)
        self._doing.do(len(chosen), _("Making a cluster"), verb, self._show_made)

    def _show_made(self, cluster_id: int) -> None:
        row = self._view.contents.clusters.get(cluster_id)
        if row is not None:
            self._view.show_rect(row.x, row.y, row.width, row.height)
            self._in_place.name_new(row.id)

    def rename(self, cluster_id: int, name: str) -> bool:
        """Give a cluster another name; False where that is refused."""
        done = self._screen.attempt(
            clusters.rename_cluster, self._database, cluster_id, name, self._rename_trails
        )
        return done is not None

    def merge(self) -> None:
        """Ask into which other cluster the selected one goes."""
        cluster_id = self._selected()
        if cluster_id is not None and (kept := self._kept(cluster_id)):
            self._screen.problem.emit(kept)
        elif cluster_id is not None:
            rows = self._view.contents.clusters.values()
            others = [row for row in rows if row.id != cluster_id]
            menu = cluster_menu(self._screen, others, partial(self._merge, cluster_id))
            menu.popup(self._view.asked_at(None)[0])

    def drop(self, cluster_id: int, into_id: int, place: QPointF) -> None:
        """A cluster was dropped on another one: merge them where that is what was meant.

        One that stays, because something leads to it, is only put down there.
        """
        rows = self._view.contents.clusters
        if cluster_id not in rows or into_id not in rows:
            return
        if self._kept(cluster_id):
            self.move(cluster_id, place)
            return
        text = ngettext(
            "Merge {cluster} into {other}? Its {count} idea comes along, and its name goes.",
            "Merge {cluster} into {other}? Its {count} ideas come along, and its name goes.",
            rows[cluster_id].ideas,
            cluster=rows[cluster_id].name,
            other=rows[into_id].name,
        )
        merge = partial(self._merge, cluster_id, into_id)
        only_move = (_("Only mo&ve it there"), partial(self.move, cluster_id, place))
        ask_first(self._screen, "merge_clusters", text, _("&Merge the clusters"), merge, only_move)

    def _kept(self, cluster_id: int) -> str:
        """Why a cluster cannot go into another one; nothing where it can."""
        name = self._view.contents.clusters[cluster_id].name
        return why_it_stays(self._database, cluster_id, name, self._trails)

    def _merge(self, cluster_id: int, into_id: int) -> None:
        verb = partial(clusters.merge_clusters, self._database, cluster_id, into_id, self._trails)
        show = partial(self._view.choose_cluster, into_id)
        self._doing.do(
            self._notes_in(cluster_id), _("Merging clusters"), verb, lambda _done: show()
        )

    def select_ideas(self) -> None:
        """Select what lies in the selected cluster, without the cluster itself."""
        cluster_id = self._selected()
        if cluster_id is not None:
            self._view.select(row.id for row in self._view.contents.notes_of(cluster_id))

    def rename_selected(self) -> None:
        """Ask for another name of the selected cluster."""
        cluster_id = self._selected()
        if cluster_id is not None:
            self._in_place.edit_name(cluster_id)

    def remove_selected(self) -> None:
        """Take away the selected cluster; its notes stay."""
        cluster_id = self._selected()
        if cluster_id is not None:
            verb = partial(clusters.remove_cluster, self._database, cluster_id, self._trails)
            self._doing.do(self._notes_in(cluster_id), _("Removing a cluster"), verb)

    def tidy_selected(self) -> None:
        """Lay out anew the selected cluster."""
        cluster_id = self._selected()
        if cluster_id is not None:
            verb = partial(clusters.tidy_cluster, self._database, cluster_id)
            self._doing.do(self._notes_in(cluster_id), _("Tidying a cluster"), verb)

    def tidy(self) -> None:
        """Arrange the whole board."""
        verb = partial(clusters.tidy, self._database, self._session_id, self._board.board_id)
        rows = len(self._view.contents.notes)
        self._doing.do(rows, _("Tidying the board"), verb, lambda _done: self._view.fit())

    def move(self, cluster_id: int, place: QPointF) -> None:
        """Put a cluster elsewhere."""
        verb = partial(clusters.move_cluster, self._database, cluster_id, place.x(), place.y())
        self._doing.do(self._notes_in(cluster_id), _("Moving a cluster"), verb)

    def resize(self, cluster_id: int, size: QSizeF) -> None:
        """Give a cluster another size."""
        verb = partial(
            clusters.resize_cluster, self._database, cluster_id, size.width(), size.height()
        )
        self._doing.do(self._notes_in(cluster_id), _("Resizing a cluster"), verb)

    def _notes_in(self, cluster_id: int) -> int:
        return sum(1 + row.merged for row in self._view.contents.notes_of(cluster_id))

    def _selected(self) -> int | None:
        """The cluster that was clicked, or that all the selected notes are in."""
        found = self._view.contents.cluster_meant
        if found is None:
            self._screen.problem.emit(no_cluster_meant())
        return found


def no_cluster_meant() -> str:
    """What to do first where something is wanted of a cluster."""
    return _("Click on the title of the cluster first, or select one of its ideas.")
