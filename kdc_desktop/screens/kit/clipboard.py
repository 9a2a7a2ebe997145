"""What lies on the clipboard, or is dropped: files of this laptop, or text."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication

SHEETS = (
    *(".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"),  # untranslated: endings of files
    *(".json", ".vcf", ".md"),
)


def files_in(carried: QMimeData | None = None) -> list[Path]:
    """The files on the clipboard, or of what is dropped."""
    copied: QMimeData | None = QGuiApplication.clipboard().mimeData()
    there = copied if carried is None else carried
    urls = [] if there is None else there.urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def accept_copy(event: QDropEvent) -> None:
    """Take what is dropped as a copy: who accepts a move has the file manager delete the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def text_there() -> str:
    """The text on the clipboard."""
    return QGuiApplication.clipboard().text()


def is_sheet(file: Path) -> bool:
    """Whether a file is called like a sheet, or a text with lines."""
    return file.suffix.lower() in SHEETS


def own_there(kind: str) -> bytes:
    """What this program, here or in another window, has put on the clipboard for itself."""
    there = QGuiApplication.clipboard().mimeData()
    return bytes(there.data(kind).data()) if there.hasFormat(kind) else b""


def put_cells(rows: Iterable[Sequence[str]], kind: str = "", own: bytes = b"") -> None:
    """Put rows of cells on the clipboard, as a spreadsheet and as a text editor take them.

    `own` is what cells do not say and this program wants when they are pasted; see `own_there`.
    """
    there = [list(row) for row in rows]
    lines = ["\t".join(map(cell_text, row)) for row in there]
    cells = ["".join(f"<td>{_marked(cell)}</td>" for cell in row) for row in there]
    carried = QMimeData()
    carried.setText("\n".join(lines) + "\n")
    carried.setHtml("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
    if kind:
        carried.setData(kind, own)
    QGuiApplication.clipboard().setMimeData(carried)


def cell_text(text: str) -> str:
    """One cell as spreadsheets copy it: quoted where needed, and never a formula."""
    if text[:1] in "=+-@\t\r" and text and not _is_number(text):
        text = "'" + text
    if any(mark in text for mark in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _marked(text: str) -> str:
    from html import escape

    guarded = text if text[:1] not in "=+-@" or _is_number(text) else "'" + text
    return escape(guarded).replace("\n", "<br>")


def _is_number(text: str) -> bool:
    try:
        float(text.replace(",", ".").replace("\N{NO-BREAK SPACE}", ""))
    except ValueError:
        return False
    return True
