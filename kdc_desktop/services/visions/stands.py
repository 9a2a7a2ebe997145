"""What an asking has revealed: where its members stand on a version, and where they stood."""

from collections.abc import Sequence
from dataclasses import dataclass

from kdc_desktop.domain.visions.scales import SCALES, Scale
from kdc_desktop.services.visions.rows import (
    AskingRow,
    PositionRow,
    StakeholderRow,
    VersionRow,
    VisionPage,
)


@dataclass(frozen=True)
class Stand:
    """Where a member stands, and where it stood on the same scale (None: it had not answered).

    Who `is_new` has joined since the members were asked before.
    """

    member: StakeholderRow
    level: int
    before: int | None
    is_new: bool


@dataclass(frozen=True)
class Revealed:
    """All stands that an asking has revealed, with its scale and agreed level.

    `waiting` were asked and have not answered.
    """

    scale: Scale
    agreed_level: int
    stands: tuple[Stand, ...]
    waiting: int


def revealed(page: VisionPage, version: VersionRow) -> Revealed | None:
    """What the last asking about a version has revealed; None where nothing is, or one is open.

    What calls have brought since belongs to it. Who has not answered again about the same version
    stands where it stood.
    """
    if not page.is_revealed(version.id):
        return None
    last = page.last_asking(version.id)
    assert last is not None
    asked = [a for a in page.askings if a.vision_id == version.id and a.scale == last.scale]
    evenings = [at for at, asking in enumerate(asked) if not asking.is_of_calls]
    own = asked[evenings[-1] :] if evenings else asked
    before = page.askings[: page.askings.index(own[0])]
    since = before[-1].opened_at if before else None
    ended = own[0].revealed_at if evenings else None  # by calls nobody is asked at one moment
    stands = []
    waiting = 0
    for member in page.members:
        said = _answers(page, member.id, own)
        earlier = _answers(page, member.id, [a for a in before if a.scale == last.scale])
        if not said:
            was_asked = member.is_asked if ended is None else member.was_asked_at(ended)
            if was_asked:
                kept = _answers(page, member.id, [a for a in asked if a not in own])
                stands += [Stand(member, one.level, one.level, False) for one in kept[-1:]]
                waiting += not kept
            continue
        stood = [*earlier, *said[:-1]]
        is_new = since is not None and member.joined_at > since and not stood
        stands.append(Stand(member, said[-1].level, stood[-1].level if stood else None, is_new))
    return Revealed(SCALES[last.scale], own[0].agreed_level, tuple(stands), waiting)


def _answers(page: VisionPage, member_id: int, askings: Sequence[AskingRow]) -> list[PositionRow]:
    """What a member said in these askings, in their order."""
    keys = ((member_id, asking.vision_id, asking.id or 0) for asking in askings)
    return [page.given[key] for key in keys if key in page.given]
