"""What files and paper are called where they are chosen."""

from collections.abc import Mapping

from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.i18n import Text, lazy

ENDING_WORDS: Mapping[str, Text] = {
    ".pdf": lazy("PDF: looks the same everywhere"),
    ".docx": lazy("Word document"),
    ".odt": lazy("OpenDocument text"),
    ".csv": lazy("Text with commas (CSV)"),
    ".xlsx": lazy("Excel workbook"),
    ".ics": lazy("Calendar (iCalendar)"),
}
PAPER_WORDS: Mapping[PaperSize, Text] = {
    PaperSize.A4: lazy("A4"),
    PaperSize.LETTER: lazy("Letter"),
}
