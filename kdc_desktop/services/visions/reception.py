"""How a version of a vision was received by the members who are asked, by now and each time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kdc_desktop.domain.consortia.seats import shared
from kdc_desktop.domain.visions.scales import DEFAULT, SCALES, Scale
from kdc_desktop.i18n import _, date_text, listed, listed_apart, ngettext, sentences
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Asking, Position, Vision
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
    level = book.agreed_level(consortium, vision)
    levels = [None if stand is None else stand.level for stand in found]
    carried = tuple(
        (book.of.members[key].name, book.day(at)) for key, at in book.carried(vision).items()
    )
    return replace(_reception(levels, level, scale_of(consortium)), carried=carried)


def reception_at(book: VisionBook, asking: Asking) -> Reception:
    """Where those stood who were asked then, however they stand by now.

    A call between evenings asks whom it reaches; what the others had said of the version counts on.
    """
    given = book.given[asking.id]
    if book.only_called(asking):
        given = _until(book, asking, max(one.at for one in given))
    last = {one.member_id: one.level for one in given}
    asked = [
        note.id
        for note in book.of.members_of(book.of.consortia[asking.consortium_id])
        if note.id in last or note.was_asked_at(asking.revealed_at or asking.opened_at)
    ]
    scale = SCALES.get(asking.scale, DEFAULT)
    return _reception([last.get(key) for key in asked], asking.agreed_level, scale)


def _until(book: VisionBook, asking: Asking, at: Instant) -> list[Position]:
    """All that was answered about its version on its scale up to a moment, in the order of time."""
    return [
        one
        for one in book.positions
        if one.vision_id == asking.vision_id
        and one.at <= at
        and ((asked := book.askings.get(one.asking_id or 0)) is None or asked.scale == asking.scale)
    ]


def _reception(found: Sequence[int | None], level: int, scale: Scale) -> Reception:
    """Of everybody who was asked: what they answered, None where nothing."""
    levels = tuple(one for one in found if one is not None)
    told, neutral = shared(found, level), scale.neutral
    abstaining = 0 if neutral is None or neutral < level else levels.count(neutral)
    return Reception(told.asked, levels, told.agreed, abstaining)
