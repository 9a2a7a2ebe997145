"""What help says on the board."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import ALL_ARROWS, Chapter, Help, KeyWords

BOARD = Help(
    lazy("Here ideas are written down, put into clusters and merged where they say the same."),
    (
        lazy(
            "Type what was said into the line below (N leads there), and press Enter; @ and a name"
            " tell who said it."
        ),
        lazy(
            "Where several people fit, Enter names nobody: an arrow key chooses, or one types on."
        ),
        lazy("Select ideas that belong together and press C: they become a cluster with a name."),
        lazy("Press 1 to 9 to send the selected ideas to the cluster with that number."),
        lazy("Press M where two ideas say the same; both texts and both authors stay."),
    ),
    (
        lazy("Drag an idea to move it, and onto a cluster to put it in."),
        lazy("Click the title of a cluster to rename, merge or remove it, or drag it elsewhere."),
        lazy("Drag a title onto another cluster to merge the two."),
        lazy("Drag on the empty board to select what lies in a rectangle."),
        lazy("Double-click an idea to edit its text, and the title of a cluster to rename it."),
        lazy("Double-click where nothing lies to write an idea there."),
        lazy("Turn the wheel to zoom; press it, or hold Ctrl, and drag to move the board."),
        lazy("Press the right button to see what can be done with what lies there."),
        lazy("Drag ideas or the title of a cluster onto the title of another board to move them."),
    ),
    (
        KeyWords(ALL_ARROWS, lazy("Go to the next idea in a direction")),
        KeyWords(
            ("Shift+Up", "Shift+Down", "Shift+Left", "Shift+Right"),
            lazy("Move the selected ideas a little"),
        ),
        KeyWords(("Tab",), lazy("Go to the next idea, as one reads")),
        KeyWords(
            ("Enter",),
            lazy("Edit the selected idea or the title of the cluster, and keep what was typed"),
        ),
        KeyWords(("Esc",), lazy("Select nothing, or leave what was being typed or looked for")),
        KeyWords(("Ctrl+Enter",), lazy("While finding: select all that was found")),
    ),
    (Chapter.IDEAS, Chapter.BOARDS, Chapter.LISTS),
)
IMPORT = Help(
    lazy("Here one sees what a sheet, or lines that were pasted, would add before anything does."),
    (
        lazy("Look through the rows: each says whether it is new, there already, or has a fault."),
        lazy("Where a column is read as something else than you mean, press Choose columns."),
        lazy("Untick what is not to come in, then press Import. One undo takes all of it back."),
    ),
    (),
    (KeyWords(("Space",), lazy("Tick or untick the selected rows")),),
    (Chapter.IDEAS,),
)
TRASH = Help(
    lazy("Here lie the ideas that were put into the trash; nothing is lost until then or after."),
    (lazy("Select what you want back and press Restore: it returns to where it was."),),
    (lazy("Double-click an idea to bring it back."),),
    (),
    (Chapter.IDEAS, Chapter.AFTERWARDS),
)
