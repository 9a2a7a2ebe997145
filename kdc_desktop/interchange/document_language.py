"""In which language a document says that it is written: it is read aloud and spelt by that."""

from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.i18n import current

_ENGLISH = {PaperSize.A4: "en-GB", PaperSize.LETTER: "en-US"}


def language_of(paper: PaperSize) -> str:
    """The language that is spoken now, by its code; English is that of where the paper is."""
    code = current().partition("-")[0].replace("_", "-")
    return _ENGLISH[paper] if code == "en" else code
