"""The visions of all consortia, one after the other, until something is done for one of them."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.visions.vision_slide import VisionSlide
from kdc_desktop.i18n import spoken


@dataclass(frozen=True, kw_only=True)
class VisionRoundSlide(Slide):
    """A page for each consortium."""

    visions: tuple[VisionSlide, ...]

    @property
    def turns_itself(self) -> bool:
        """No consortium stands in front of the others."""
        return True

    @property
    def pages(self) -> int:
        """As many as there are consortia."""
        return len(self.visions)

    @property
    def title(self) -> str:
        """That of the vision on this page."""
        return self._shown().title

    @property
    def description(self) -> str:
        """All of them in words."""
        return spoken([vision.description for vision in self.visions])

    def paint_content(self, painter: QPainter) -> None:
        """The vision of this page."""
        self._shown().paint_content(painter)

    def paint_foot(self, painter: QPainter) -> None:
        """As beneath that vision."""
        self._shown().paint_foot(painter)

    def _shown(self) -> VisionSlide:
        vision = self.visions[self.page]
        return replace(vision, session=self.session, next_up=self.next_up, palette=self.palette)
