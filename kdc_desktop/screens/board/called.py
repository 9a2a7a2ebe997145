"""What people call what is done on the board."""

from kdc_desktop.i18n import lazy, plazy
from kdc_desktop.screens.kit.called import Called, Calls

_NOTES = (
    Called(
        "new_idea",
        lazy("New idea"),
        lazy("idea, ideas, add an idea, sticky note, note, post-it, card, brainstorm, new card"),
        at_once=True,
    ),
    Called("edit_idea", lazy("Edit idea"), lazy("change the text, typo, correct, rewrite")),
    Called("merge", lazy("Merge"), lazy("combine, duplicates, same idea, join ideas, stack")),
    Called("un_merge", lazy("Un-merge"), lazy("split, separate, unstack, take apart")),
    Called("poll_on_these", lazy("Poll on these"), lazy("vote on the selected ideas")),
    Called("colour", lazy("Colour"), lazy("color, paint, highlight, colour of a note")),
    Called("bring_to_front", lazy("Bring to front"), lazy("on top, layer, covered")),
    Called(
        "trash",
        plazy("put ideas into the trash", "Trash"),
        lazy("delete an idea, remove an idea, delete, bin"),
    ),
    Called(
        "show_to_the_room",
        lazy("Show to the room"),
        lazy("one idea large, present an idea, show an idea"),
    ),
    Called("copy_ideas", lazy("Copy ideas"), lazy("copy")),
    Called("cut_ideas", lazy("Cut ideas"), lazy("cut")),
    Called("paste_ideas", lazy("Paste lines as ideas"), lazy("paste, list of ideas, many ideas")),
)
_WALL = (
    Called(
        "new_board",
        lazy("New board…"),
        lazy("second board, another wall, several boards, add a board, new wall"),
    ),
    Called("rename_the_board", lazy("Rename the board…"), lazy("name of a board, title of a wall")),
    Called("remove_the_board", lazy("Remove the board"), lazy("delete a board, remove a wall")),
    Called("next_board", lazy("Next board"), lazy("other board, switch boards, turn to a wall")),
    Called(
        "move_to_another_board",
        lazy("Move to another board…"),
        lazy("send ideas to another wall, hang elsewhere, move a cluster, move a group"),
    ),
    Called(
        "board_of_the_stage",
        lazy("Let the stage show this board"),
        lazy("board of a stage, show this board to the room, which wall the room sees"),
    ),
    Called(
        "new_cluster",
        lazy("New cluster"),
        lazy("cluster, group ideas, new group, category, topic, column, group"),
    ),
    Called(
        "what_became_of_it",
        lazy("What became of it"),
        lazy("trail, fate of an idea, history of an idea, what happened to an idea, chain"),
    ),
    Called("rename_cluster", lazy("Rename cluster"), lazy("name a group, title of a cluster")),
    Called(
        "merge_cluster_into",
        lazy("Merge cluster into…"),
        lazy("combine clusters, join groups, merge clusters, merge groups"),
    ),
    Called(
        "select_ideas_of_cluster",
        lazy("Select the ideas of the cluster"),
        lazy("all ideas of a group, choose a group"),
    ),
    Called("remove_cluster", lazy("Remove cluster"), lazy("delete a group, ungroup, dissolve")),
    Called("tidy_cluster", lazy("Tidy cluster"), lazy("arrange a cluster, line up")),
    Called(
        "tidy_the_board",
        lazy("Tidy the board"),
        lazy("arrange, sort, align, clean up, layout, order, tidy up"),
    ),
    Called(
        "show_ideas_in_no_cluster",
        lazy("Show ideas in no cluster"),
        lazy("unclustered, unsorted, left over, ungrouped, without a cluster"),
        at_once=True,
    ),
    Called(
        "silent_mode",
        lazy("Silent mode"),
        lazy("silent, quiet, hide the ideas, brainwriting, hide the board"),
    ),
    Called("select_all_ideas", lazy("Select all ideas"), lazy("select all, everything, mark all")),
    Called(
        "find_on_the_board",
        lazy("Find on the board"),
        lazy("find an idea, search ideas, search the board, filter ideas"),
        at_once=True,
    ),
    Called("zoom_in", lazy("Zoom in"), lazy("zoom, enlarge, closer, magnify")),
    Called("zoom_out", lazy("Zoom out"), lazy("zoom, shrink, further away")),
    Called("zoom_to_100", lazy("Zoom to 100 %"), lazy("actual size, normal size")),
    Called(
        "fit_the_board",
        lazy("Fit the board"),
        lazy("see everything, whole board, zoom to fit, overview of the board"),
        at_once=True,
    ),
    Called(
        "open_the_trash",
        lazy("Open the trash…"),
        lazy("trash, deleted ideas, recycle bin, restore an idea, bin, recover an idea"),
        at_once=True,
    ),
    Called(
        "take_out_of_the_cluster",
        lazy("Take out of the cluster"),
        lazy("remove from the group, out of the group"),
    ),
)
CALLS = Calls("board", plazy("stage", "Ideas"), (*_NOTES, *_WALL))
