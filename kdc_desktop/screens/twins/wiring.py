"""What two versions of a club bring to the window: an entry of the menu."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.wiring import Desk, MenuEntry, Wiring
from kdc_desktop.screens.twins.comparing import Compare, Comparing


def bring_twins(desk: Desk, compare: Compare) -> Wiring:
    """Comparing with another version."""
    comparing = Comparing(desk, compare)
    text = lazy("Compare with another version…")
    return Wiring(menu=((MenuEntry("compare", text, comparing.choose, "split"),),))
