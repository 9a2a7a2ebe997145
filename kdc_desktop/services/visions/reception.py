"""How a version of a vision was received by the members who are asked."""

from dataclasses import dataclass
from datetime import date

from kdc_desktop.domain.consortia.seats import shared
from kdc_desktop.i18n import _, date_text, listed, listed_apart, ngettext, sentences
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.visions.book import VisionBook, scale_of


@dataclass(frozen=True)
class Reception:
    """How many members were asked, the levels of those who answered, and who stands how.

    `abstaining` are those of the `agreed`, at the agreed level or above, who abstain; `carried` who
    said nothing when it was asked last, with the day of the answer that counts on.
    """

    asked: int
    levels: tuple[int, ...]
    agreed: int
    abstaining: int
    carried: tuple[tuple[str, date], ...] = ()

    def __str__(self) -> str:
        return sentences((self._share(), self._from_before()))

    def _from_before(self) -> str:
        if not self.carried:
            return ""
        return ngettext(
            "{count} of the answers is from before, as its member gave none when asked last: "
            "{names}.",
            "{count} of the answers are from before, as their members gave none when asked last: "
            "{names}.",
            len(self.carried),
            names=listed_apart(listed((name, date_text(day))) for name, day in self.carried),
        )

    def _share(self) -> str:
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
    carried = tuple(
        (book.of.members[key].name, book.day(at)) for key, at in book.carried(vision).items()
    )
    return Reception(told.asked, levels, told.agreed, abstaining, carried)
