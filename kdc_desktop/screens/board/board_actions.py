"""Everything one can do on the board, with its keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from kdc_desktop.i18n import _, ngettext, pgettext
from kdc_desktop.screens.board.cluster_verbs import ClusterVerbs, no_cluster_meant
from kdc_desktop.screens.board.contents import BoardContents
from kdc_desktop.screens.board.idea_verbs import IdeaVerbs
from kdc_desktop.screens.board.in_place import InPlace
from kdc_desktop.screens.board.pasting import Pasting
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.keys import begins_text, edits_text
from kdc_desktop.screens.kit.reasons import ReasonedAction
from kdc_desktop.screens.kit.screen import Screen

Slot = Callable[[], object]


class NoteActions:
    """What is done with notes."""

    def __init__(
        self,
        screen: Screen,
        of_both: tuple[IdeaVerbs, ClusterVerbs],
        in_place: InPlace,
        begin_idea: Slot,
        show_to_room: Slot,
    ) -> None:
        verbs, of_clusters = of_both
        act, either = partial(_act, screen), of_clusters.either
        self.new = begins_text(act("new_idea", _("New idea"), begin_idea, "N; Ctrl+N", "plus"))
        edit = in_place.edit_selected
        self.edit = act("edit_idea", _("Edit idea"), edit, "F2", "pencil")
        merge = either(of_clusters.merge, verbs.merge)
        self.merge = act("merge", _("Merge"), merge, "M", "combine")
        self.unmerge = act("un_merge", _("Un-merge"), verbs.unmerge, "Shift+M", "split")
        self.poll = act("poll_on_these", _("Poll on these"), verbs.poll_on_selected, "P", "vote")
        chain = _("What became of it")
        self.chain = act("what_became_of_it", chain, verbs.show_chain, "W", "lightbulb")
        self.colour = act("colour", _("Colour"), verbs.choose_colour, "K", "palette")
        self.front = act("bring_to_front", _("Bring to front"), verbs.bring_to_front, "F", "layers")
        trash = pgettext("put ideas into the trash", "Trash")
        remove = either(of_clusters.remove_selected, verbs.trash)
        self.trash = act("trash", trash, remove, "Del", "trash-2")
        show = _("Show to the room")
        self.show_room = act("show_to_the_room", show, show_to_room, "O", "presentation")


class ClusterActions:
    """What is done with clusters."""

    def __init__(self, screen: Screen, verbs: ClusterVerbs) -> None:
        act = partial(_act, screen)
        self.make = act("new_cluster", _("New cluster"), verbs.make, "C", "layout-grid")
        rename = act("rename_cluster", _("Rename cluster"), verbs.rename_selected, "Shift+C")
        self.rename = edits_text(rename)
        self.merge = act("merge_cluster_into", _("Merge cluster into…"), verbs.merge, "", "combine")
        ideas = _("Select the ideas of the cluster")
        self.ideas = act("select_ideas_of_cluster", ideas, verbs.select_ideas)
        remove = verbs.remove_selected
        self.remove = act("remove_cluster", _("Remove cluster"), remove, "", "x")
        tidy_one = verbs.tidy_selected
        self.tidy_one = act("tidy_cluster", _("Tidy cluster"), tidy_one, "T", "grid-2x2")
        whole = _("Tidy the board")
        self.tidy = act("tidy_the_board", whole, verbs.tidy, "Shift+T", "wand-sparkles")


class SendActions:
    """Into a cluster by its number, and out of it."""

    def __init__(self, screen: Screen, verbs: ClusterVerbs) -> None:
        act = partial(_act, screen)
        self.into = [
            act(
                f"send_to_cluster_{number}",
                _("Send to cluster {number}", number=number),
                partial(verbs.send_to, number),
                str(number),
            )
            for number in range(1, 10)
        ]
        out = _("Take out of the cluster")
        self.out = act("take_out_of_the_cluster", out, verbs.take_out, "0", "log-out")


class WallActions:
    """What is done with the board as a whole, and how it is looked at."""

    def __init__(
        self, screen: Screen, view: BoardView, verbs: IdeaVerbs, find: Slot, choose_import: Slot
    ) -> None:
        act = partial(_act, screen)
        free = _("Show ideas in no cluster")
        self.free = act("show_ideas_in_no_cluster", free, view.show_free, "U", "scan")
        self.silent = screen.act(
            "silent_mode",
            _("Silent mode"),
            verbs.set_silent,
            shortcut="S",
            icon="eye-off",
            checkable=True,
        )
        self.everything = act("select_all_ideas", _("Select all ideas"), view.select_all, "Ctrl+A")
        self.find = act("find_on_the_board", _("Find on the board"), find, "Ctrl+F", "search")
        # Where a plus is typed with Shift, its key is “=”; where digits are, that of 0 is “À”.
        closer = act("zoom_in", _("Zoom in"), partial(view.zoom_by, 1), "Ctrl++; Ctrl+=", "zoom-in")
        out, further = partial(view.zoom_by, -1), _("Zoom out")
        away = act("zoom_out", further, out, "Ctrl+-", "zoom-out")
        whole = act("zoom_to_100", _("Zoom to 100 %"), view.show_whole_size, "Ctrl+0; Ctrl+À")
        whole_board = view.fit_or_show_all
        fit = act("fit_the_board", _("Fit the board"), whole_board, "Ctrl+9", "maximize")
        fit.setShortcuts([QKeySequence("Ctrl+9"), QKeySequence("Shift+1")])
        self.looking = (self.everything, closer, away, whole, fit)
        self.import_ideas = act("import_ideas", _("Import ideas…"), choose_import, "", "import")
        trash = _("Open the trash…")
        self.trash = act("open_the_trash", trash, verbs.open_trash, "", "archive-restore")


class ClipboardActions:
    """What comes from the clipboard and goes there."""

    def __init__(self, screen: Screen, pasting: Pasting) -> None:
        act = partial(_act, screen)
        copy, cut = _("Copy ideas"), _("Cut ideas")
        self.copy = act("copy_ideas", copy, pasting.copy, "Ctrl+C", "copy")
        self.cut = act("cut_ideas", cut, pasting.cut, "Ctrl+X")
        lines = _("Paste lines as ideas")
        self.paste = act("paste_ideas", lines, pasting.paste, "Ctrl+V")


class BoardActions:
    """All actions of a board screen; `follow` allows those that fit what is selected."""

    def __init__(
        self,
        notes: NoteActions,
        clusters: ClusterActions,
        wall: WallActions,
        send: SendActions,
        clipboard: ClipboardActions,
    ) -> None:
        self.notes, self.clusters, self.wall, self.send = notes, clusters, wall, send
        self.clipboard = clipboard

    @property
    def for_notes(self) -> list[ReasonedAction]:
        """What the inspector offers for selected notes."""
        notes = self.notes
        return [
            *(notes.merge, notes.unmerge, notes.poll, notes.colour, self.clusters.make),
            *(self.send.out, notes.show_room, notes.chain, notes.trash),
        ]

    @property
    def for_cluster(self) -> list[ReasonedAction]:
        """What the inspector and the menu offer for a cluster whose title was clicked."""
        of_it, notes = self.clusters, self.notes
        return [
            *(of_it.rename, of_it.merge, of_it.remove, notes.colour, of_it.tidy_one),
            *(of_it.ideas, notes.poll),
        ]

    @property
    def for_board(self) -> list[ReasonedAction]:
        """What the inspector offers when nothing is selected."""
        clusters, wall = self.clusters, self.wall
        return [
            *(self.notes.new, clusters.make, wall.free, wall.find, clusters.tidy),
            *(wall.import_ideas, wall.trash),
        ]

    def around(self, note: bool, cluster: bool) -> list[QAction]:
        """What a click with the right button offers."""
        if note:
            to_and_fro = (self.clipboard.cut, self.clipboard.copy, self.clipboard.paste)
            return [self.notes.edit, *self.for_notes, self.notes.front, *to_and_fro]
        if cluster:
            return [*self.for_cluster, self.clipboard.copy]
        return [self.notes.new, self.clipboard.paste, *self.for_board[1:], self.wall.everything]

    def follow(self, contents: BoardContents, free: int) -> None:
        """Allow what can be done with what is selected; so many ideas are in no cluster."""
        chosen = [contents.notes[key] for key in contents.selected if key in contents.notes]
        self._follow_notes(len(chosen), sum(row.merged > 0 for row in chosen))
        self._follow_clusters(contents)
        self.wall.free.refuse("" if free else _("No idea lies outside of a cluster."))
        empty = "" if contents.notes else _("There is no idea on the board yet.")
        for action in (*self.wall.looking, self.clusters.tidy):
            action.refuse(empty)

    def _follow_notes(self, selected: int, stacks: int) -> None:
        notes, send = self.notes, self.send
        one, several = _("Select an idea first."), _("Select several ideas first.")
        none = "" if selected else one
        for action in (
            *(notes.colour, notes.front, notes.trash, *send.into, send.out),
            *(self.clipboard.copy, self.clipboard.cut),
        ):
            action.refuse(none)
        single = _("Select one idea only.")
        notes.edit.refuse(single if selected > 1 else none)
        notes.chain.refuse(single if selected > 1 else none)
        notes.show_room.refuse(single if selected > 1 else "")  # of none: back to the stage
        for action in (notes.merge, notes.poll):
            action.refuse("" if selected > 1 else several)
        many = ngettext("Merge {count} idea", "Merge {count} ideas", selected)
        notes.merge.setText(many if selected > 1 else _("Merge"))
        notes.unmerge.refuse("" if stacks else _("Select ideas that were merged first."))

    def _follow_clusters(self, contents: BoardContents) -> None:
        of_it, count = self.clusters, len(contents.clusters)
        which = "" if contents.cluster_meant is not None else no_cluster_meant()
        none = which if count else _("There is no cluster yet. Make one with C.")
        for action in (of_it.rename, of_it.remove, of_it.tidy_one, of_it.ideas):
            action.refuse(none)
        other = none if count != 1 else _("There is no other cluster yet. Make one with C.")
        of_it.merge.refuse(other)
        if contents.chosen_cluster is not None:  # F2, M and Del are about the cluster then
            self.notes.edit.refuse("")
            self.notes.trash.refuse("")
            self.notes.merge.refuse(other)
            self.notes.merge.setText(of_it.merge.text())


def _act(
    screen: Screen, name: str, text: str, slot: Slot, keys: str = "", icon: str = ""
) -> ReasonedAction:
    return screen.act(name, text, slot, shortcut=keys or None, icon=icon or None)
