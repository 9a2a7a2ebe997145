"""What one can do to clusters: each calls one verb of the services."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPointF, QSizeF

from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.board import clusters
from kdc_desktop.services.board.trails import ClusterTrail
from kdc_desktop.storage import Database


class ClusterVerbs(QObject):
    """The verbs on clusters of one session; `screen` tells what is refused.

    `ask_name` lets the facilitator name a cluster where it stands.
    """

    def __init__(
        self,
        screen: Screen,
        view: BoardView,
        database: Database,
        session_id: int,
        jobs: Jobs,
        trails: Sequence[ClusterTrail],
        ask_name: Callable[[int], object],
    ) -> None:
        super().__init__(screen)
        self._screen, self._view, self._doing = screen, view, Doing(screen, jobs)
        self._database, self._session_id = database, session_id
        self._trails, self._ask_name = trails, ask_name

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
        verb = partial(clusters.add_cluster, self._database, self._session_id, name, chosen)
        self._doing.do(len(chosen), _("Making a cluster"), verb, self._show_made)

    def _show_made(self, cluster_id: int) -> None:
        row = self._view.contents.clusters.get(cluster_id)
        if row is not None:
            self._view.show_rect(row.x, row.y, row.width, row.height)
            self._ask_name(row.id)

    def rename(self, cluster_id: int, name: str) -> bool:
        """Give a cluster another name; False where that is refused."""
        done = self._screen.attempt(clusters.rename_cluster, self._database, cluster_id, name)
        return done is not None

    def rename_selected(self) -> None:
        """Ask for another name of the selected cluster."""
        cluster_id = self._selected()
        if cluster_id is not None:
            self._ask_name(cluster_id)

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
        verb = partial(clusters.tidy, self._database, self._session_id)
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
        if self._view.chosen_cluster in self._view.contents.clusters:
            return self._view.chosen_cluster
        notes = self._view.contents.notes
        chosen = {notes[key].cluster_id for key in self._view.selection if key in notes}
        found = chosen.pop() if len(chosen) == 1 else None
        if found is None:
            self._screen.problem.emit(
                _("Click on the title of the cluster first, or select one of its ideas.")
            )
        return found
