"""An icon in the colour of how old something is; words beside it say so, too."""

from functools import lru_cache

from PySide6.QtGui import QIcon

from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.screens.kit.badges import worn_palette
from kdc_desktop.screens.kit.icons import TintedEngine


@lru_cache(maxsize=64)
def aged_icon(name: str, band: AgeBand) -> QIcon:
    """An icon of `resources/icons`, in the ink of the palette while it is fresh."""

    def colour() -> str:
        palette = worn_palette()
        inks = {AgeBand.OLD: palette.warning, AgeBand.VERY_OLD: palette.bad}
        return inks.get(band, palette.ink)

    return QIcon(TintedEngine(name, lambda _mode, _state: colour()))
