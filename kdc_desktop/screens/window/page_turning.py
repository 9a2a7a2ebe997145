"""Which page of a slide the room sees: the one that was turned to, or each for a while."""

from datetime import timedelta

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.instants import Instant

A_PAGE = timedelta(seconds=12)
"""Long enough to find one's name on a wall, short enough for all pages to come round."""


class PageTurning:
    """Keeps the page; a slide that `turns_itself` goes on to the next one after a while."""

    def __init__(self) -> None:
        self._page = 0
        self._since: Instant | None = None

    def turn_to(self, page: int) -> None:
        """Somebody turned to this page, which stays for a while."""
        self._page, self._since = page, None

    def turned(self, slide: Slide, now: Instant, *, motion: bool) -> Slide:
        """The slide at its page now."""
        self._since = self._since or now
        if slide.turns_itself and motion and now - self._since >= A_PAGE:
            self.turn_to((self._page + 1) % slide.pages)
            self._since = now
        return slide.on_page(self._page)
