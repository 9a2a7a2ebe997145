"""Qt's own file dialog looks as the rest of the program; the system's is left alone."""

from pathlib import Path

from PySide6.QtCore import (
    QFileInfo,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QStandardPaths,
    Qt,
    QUrl,
)
from PySide6.QtGui import QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFileIconProvider,
    QFileSystemModel,
    QGridLayout,
    QHeaderView,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
)

from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.icons import TintedEngine
from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.widgets import plain_label

_TOOLS = {
    "backButton": "arrow-left",
    "forwardButton": "arrow-right",
    "toParentButton": "arrow-up",
    "newFolderButton": "folder-plus",
    "listModeButton": "layout-grid",
    "detailModeButton": "list-checks",
}
_COLUMNS, _LINES = 100, 36  # letters across, lines down
_NAME = 12  # letters of a folder's name
_kinds: list[QFileIconProvider] = []
_SIZE, _KIND, _DATE = 1, 2, 3  # columns of Qt's table


def _icon(name: str) -> QIcon:
    def colour_of(mode: QIcon.Mode, _state: QIcon.State) -> str:
        faded = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if faded else QPalette.ColorGroup.Active
        return QApplication.palette().color(group, QPalette.ColorRole.Text).name()

    return QIcon(TintedEngine(name, colour_of))


class _Rows(QStyledItemDelegate):
    """Files and folders with icons of ours."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._folder, self._file = _icon("folder"), _icon("file")

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.column() == 0:
            path = index.data(QFileSystemModel.Roles.FilePathRole)
            is_file = isinstance(path, str) and Path(path).is_file()
            option.icon = self._file if is_file else self._folder
            option.decorationSize = QSize(1, 1) * option.fontMetrics.height()
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


class _Kinds(QFileIconProvider):
    """Knows what a file is by its name: Qt would read it, and of a device that never ends."""

    def icon(self, _of: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        return QIcon()

    def type(self, of: QFileInfo) -> str:
        return of.suffix()


def dress(dialog: QFileDialog, problem: str = "") -> None:
    """Give Qt's dialog our icons, room for its columns, and the folders that people know.

    A problem is said to eye and ear, below all else.
    """
    tree = dialog.findChild(QTreeView, "treeView")
    if tree is None:  # the system has a dialog of its own
        return
    for name, icon in _TOOLS.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(_icon(icon))
    for box in dialog.findChildren(QDialogButtonBox):
        _plain(box)
    for view in dialog.findChildren(QListView):
        if view.objectName() in ("listView", "sidebar"):
            view.setItemDelegate(_Rows(view))
    tree.setItemDelegate(_Rows(tree))
    _dress_paths(dialog)
    if problem:
        _tell(dialog, problem)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    _share_out(tree.header())
    tree.setColumnHidden(_KIND, True)
    dialog.setSidebarUrls(_known_folders())
    metrics = QFontMetrics(QApplication.font())
    sidebar = dialog.findChild(QListView, "sidebar")
    if sidebar is not None:  # as wide as its names, also where Qt remembers it narrower
        words = max(sidebar.sizeHintForColumn(0), _NAME * metrics.averageCharWidth())
        sidebar.setMinimumWidth(words + 3 * metrics.height())
    room = QSize(_COLUMNS * metrics.averageCharWidth(), _LINES * metrics.height())
    below = dialog.parentWidget()
    dialog.resize(room if below is None else room.boundedTo(below.window().size()))


def _dress_paths(dialog: QFileDialog) -> None:
    for combo in dialog.findChildren(QComboBox):
        combo.setIconSize(QSize(0, 0))
        if combo.objectName() == "lookInCombo":  # a path may be longer than the box
            combo.setToolTip(plain_tip(dialog.directory().path()))
            dialog.directoryEntered.connect(lambda path, box=combo: box.setToolTip(plain_tip(path)))


def know_kinds_by_name(dialog: QFileDialog) -> None:
    """Read no file to know its kind; to be said before the dialog looks at any folder."""
    provider = _Kinds()
    dialog.setIconProvider(provider)
    dialog.destroyed.connect(lambda: _kinds.remove(provider))
    _kinds.append(provider)  # Qt holds it without owning it


def _tell(dialog: QFileDialog, problem: str) -> None:
    grid = dialog.layout()
    assert isinstance(grid, QGridLayout)
    label = plain_label("", "problem", dialog, wrap=True)
    grid.addWidget(label, grid.rowCount(), 0, 1, -1)
    tell_problem(label, problem)


def _plain(box: QDialogButtonBox) -> None:
    for button in box.buttons():
        button.setIcon(QIcon())
        if box.buttonRole(button) is QDialogButtonBox.ButtonRole.AcceptRole:
            button.setProperty("kind", "primary")
            button.style().polish(button)
        assert isinstance(button, QPushButton)


def _share_out(header: QHeaderView) -> None:
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (_SIZE, _DATE):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _known_folders() -> list[QUrl]:
    kinds = QStandardPaths.StandardLocation
    places = (kinds.HomeLocation, kinds.DesktopLocation, kinds.DocumentsLocation)
    folders = [Path(QStandardPaths.writableLocation(place)) for place in places]
    known = dict.fromkeys([*folders, Path(Path.home().anchor)])
    return [QUrl.fromLocalFile(str(folder)) for folder in known if folder.is_dir()]
