"""Writes the pages of a session: made from the club, painted, then written to a file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QImage

from kdc_desktop.audience.kit.ink import load_fonts
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.pages.kinds import PageKind
from kdc_desktop.domain.pages.values import (
    Calendar,
    Document,
    MailList,
    Pages,
    PaperSize,
    nothing_in,
)
from kdc_desktop.interchange.calendars import write_calendar
from kdc_desktop.interchange.mail_merge import write_mail_list
from kdc_desktop.interchange.pages_docx import write_docx
from kdc_desktop.interchange.pages_odt import write_odt
from kdc_desktop.paper import letter_is_usual
from kdc_desktop.screens.pages.pdf import write_pdf
from kdc_desktop.screens.pages.pictures import as_png, painted, slides_of
from kdc_desktop.services.pages.making import make_pages, pictures_in
from kdc_desktop.storage import Database


def usual_paper() -> PaperSize:
    """What lies in the printers of the country that this laptop is set to."""
    return PaperSize.LETTER if letter_is_usual() else PaperSize.A4


@dataclass
class Draft:
    """Pages that are made but not written, and slides of them that are still to be painted.

    Make it in any thread, paint it on the GUI thread, write it in any thread.
    """

    made: Pages
    slides: list[tuple[str, Slide]]
    pictures: dict[str, list[QImage]] = field(default_factory=dict)

    def paint(self) -> Iterator[None]:
        """Paint the slides one by one, so that a window has its turn between.

        Each shows its first page: all that is on it stands in words beside it.
        """
        load_fonts()
        for name, slide in self.slides:
            self.pictures[name] = [painted(slide)]
            yield

    def write(self, path: Path, paper: PaperSize) -> None:
        """Write it as the ending of the path says."""
        match self.made:
            case Document():
                shown = {name: list(map(as_png, found)) for name, found in self.pictures.items()}
                _WRITERS[path.suffix.lower()](path, self.made, shown, paper)
            case MailList():
                write_mail_list(path, self.made)
            case Calendar():
                write_calendar(path, self.made)

    @property
    def said(self) -> str:
        """What is to be said of it, in sentences; often nothing."""
        return "" if isinstance(self.made, Document) else self.made.said

    @property
    def nothing(self) -> str:
        """Why it is not worth writing, in a sentence; empty where it is."""
        return nothing_in(self.made)


_WRITERS = {".pdf": write_pdf, ".docx": write_docx, ".odt": write_odt}


def drafted(database: Database, kind: PageKind, session_id: int) -> Draft:
    """Make the pages of a kind.

    Raises:
        UserError: the session does not exist.
    """
    made = make_pages(database, kind, session_id)
    return Draft(made, list(slides_of(database, session_id, pictures_in(made))))
