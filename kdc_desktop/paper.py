"""Which paper lies in the printers around this laptop."""

from PySide6.QtCore import QLocale

# As CLDR lists the places that print on Letter.
_LETTER = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)


def letter_is_usual() -> bool:
    """Whether it is Letter; else it is A4."""
    return QLocale.territoryToCode(QLocale.system().territory()) in _LETTER
