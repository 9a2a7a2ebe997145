"""Writes the pages of a session: made from the club, painted, then written to a file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QLocale

from kdc_desktop.audience.kit.ink import load_fonts
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.pages.kinds import PageKind
from kdc_desktop.domain.pages.values import Document, PaperSize
from kdc_desktop.screens.pages.pdf import write_pdf
from kdc_desktop.screens.pages.pictures import painted, slides_of
from kdc_desktop.services.pages.making import make_document, pictures_in
from kdc_desktop.storage import Database

_ON_LETTER = frozenset(
    {
        QLocale.Country.UnitedStates,
        QLocale.Country.Canada,
        QLocale.Country.Mexico,
        QLocale.Country.Philippines,
        QLocale.Country.Chile,
        QLocale.Country.Colombia,
        QLocale.Country.Venezuela,
        QLocale.Country.PuertoRico,
    }
)


def usual_paper() -> PaperSize:
    """What lies in the printers of the country that this laptop is set to."""
    country = QLocale.system().territory()
    return PaperSize.LETTER if country in _ON_LETTER else PaperSize.A4


@dataclass
class Draft:
    """Pages that are made but not written: the document, and slides that are still to be painted.

    Make it in any thread, paint it on the GUI thread, write it in any thread.
    """

    document: Document
    slides: list[tuple[str, Slide]]
    pictures: dict[str, list[bytes]] = field(default_factory=dict)

    def paint(self) -> Iterator[None]:
        """Paint the slides one by one, so that a window has its turn between."""
        load_fonts()
        for name, slide in self.slides:
            self.pictures.setdefault(name, []).append(painted(slide))
            yield

    def write(self, path: Path, paper: PaperSize) -> None:
        """Write it as the ending of the path says."""
        write_pdf(path, self.document, self.pictures, paper)


def drafted(database: Database, kind: PageKind, session_id: int) -> Draft:
    """Make the pages of a kind.

    Raises:
        UserError: the session does not exist.
    """
    document = make_document(database, kind, session_id)
    return Draft(document, list(slides_of(database, session_id, pictures_in(document))))
