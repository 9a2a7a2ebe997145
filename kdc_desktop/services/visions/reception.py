"""How a version of a vision was received by the members who are asked."""

from dataclasses import dataclass

from kdc_desktop.domain.consortia.seats import shared
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.visions.book import VisionBook, scale_of


@dataclass(frozen=True)
class Reception:
    """How many members were asked, the levels of those who answered, and who stands how.

    `abstaining` are those of the `agreed`, at the agreed level or above, who abstain.
    """

    asked: int
    levels: tuple[int, ...]
    agreed: int
    abstaining: int

    def __str__(self) -> str:
        if not self.abstaining:
            return _(
                "At the agreed level or above: {agreed} of {asked}.",
                agreed=self.agreed,
                asked=self.asked,
            )
        return ngettext(
            "At the agreed level or above: {agreed} of {asked}, of them {count} abstains.",
            "At the agreed level or above: {agreed} of {asked}, of them {count} abstain.",
            self.abstaining,
            agreed=self.agreed,
            asked=self.asked,
        )


def reception_of(book: VisionBook, consortium: Consortium, vision: Vision) -> Reception:
    """Where those stand who were asked about this version; observers are not."""
    asked = book.asked_about(vision)
    found = [book.stands[note.id].get(vision.number) for note in asked]
    levels = tuple(stand.level for stand in found if stand is not None)
    level, neutral = book.agreed_level(consortium, vision), scale_of(consortium).neutral
    told = shared((None if stand is None else stand.level for stand in found), level)
    abstaining = 0 if neutral is None or neutral < level else levels.count(neutral)
    return Reception(told.asked, levels, told.agreed, abstaining)
