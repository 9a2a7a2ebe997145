"""The rounds in which consortia were asked, as rows."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import select

from kdc_desktop.domain.visions.askings import asked_once
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Asking, Vision
from kdc_desktop.services.visions.rows import AskingRow, PositionRow
from kdc_desktop.storage import Snapshot


def read_askings(
    snapshot: Snapshot, consortium_ids: Sequence[int], vision_ids: Sequence[int] | None = None
) -> Iterator[tuple[int, AskingRow]]:
    """The askings of these consortia in the order of time, each with its consortium's id.

    Those about some versions only, where these are given.
    """
    wanted = (
        select(Asking, Vision.number)
        .join(Vision, Vision.id == Asking.vision_id)
        .where(Asking.consortium_id.in_(consortium_ids))
    )
    if vision_ids is not None:
        wanted = wanted.where(Vision.id.in_(vision_ids))
    for asking, number in snapshot.execute(wanted.order_by(Asking.opened_at, Asking.id)):
        yield asking.consortium_id, _asking_row(asking, number)


def _asking_row(asking: Asking, number: int) -> AskingRow:
    return AskingRow(
        asking.id,
        asking.vision_id,
        number,
        asking.session_id,
        asking.scale,
        asking.agreed_level,
        asking.opened_at,
        asking.revealed_at,
    )


def old_askings(
    consortium: Consortium,
    visions: Sequence[Vision],
    given: Mapping[tuple[int, int, int], PositionRow],
) -> list[AskingRow]:
    """The askings that are known by what was answered before askings were kept.

    Args:
        consortium: whose it is.
        visions: its versions.
        given: every answer, by member id, version id and asking (0: from before).
    """
    answers = ((key[1], answer.asking_id, answer.at) for key, answer in given.items())
    known = {one.vision_id: one for one in asked_once(answers)}
    return [
        AskingRow(
            None,
            vision.id,
            vision.number,
            consortium.session_id,
            consortium.scale,
            consortium.agreed_level,
            known[vision.id].opened_at,
            known[vision.id].revealed_at,
        )
        for vision in visions
        if vision.id in known
    ]
