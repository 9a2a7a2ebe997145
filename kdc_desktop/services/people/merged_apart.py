"""What becomes of being kept apart from others where two people are one, and where one goes."""

from typing import Any

from sqlalchemy import ColumnElement, or_, select

from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.people import KeptApart
from kdc_desktop.services.people.joins import LooseTrail, MergeTrail, PeopleMet
from kdc_desktop.services.people.merged_notes import words_of_both
from kdc_desktop.storage import Edit, Snapshot


def _check(snapshot: Snapshot, met: PeopleMet) -> None:
    """Raises UserError where somebody has said that these two are not to meet."""
    found = select(KeptApart.id).where(
        KeptApart.person_id.in_(met),
        KeptApart.other_id.in_(met),
        KeptApart.person_id != KeptApart.other_id,
    )
    if snapshot.scalar(found.limit(1)) is not None:
        raise UserError(
            _(
                "These two are kept apart from each other, so they are hardly one. If they are, "
                "keep them apart no longer, then merge them."
            )
        )


def _bring(edit: Edit, met: PeopleMet) -> None:
    """Of each who is kept apart from both, there is one pair, with what was said of both."""
    pairs: dict[int, list[KeptApart]] = {}
    for one in edit.scalars(select(KeptApart).where(_of(*met)).order_by(KeptApart.id)):
        other = one.other_id if one.person_id in met else one.person_id
        pairs.setdefault(other, []).append(one)
    changed: dict[int, dict[str, Any]] = {}
    gone: list[int] = []
    for other, found in pairs.items():
        first, *others = sorted(found, key=lambda one: met.gone_id in (one.person_id, one.other_id))
        gone += [one.id for one in others]
        changed[first.id] = {
            "person_id": min(met.stays_id, other),
            "other_id": max(met.stays_id, other),
            "why": words_of_both([one.why for one in (first, *others)], LINE),
            "at": min(one.at for one in found),
        }
    edit.remove_rows(KeptApart, gone)
    edit.change_rows(KeptApart, changed)


def _of(*person_ids: int) -> ColumnElement[bool]:
    return or_(KeptApart.person_id.in_(person_ids), KeptApart.other_id.in_(person_ids))


PEOPLE_MET = MergeTrail(_bring, check=_check)
"""From whom they are kept apart; why is for nobody else's eyes, so nothing is told of it."""


def _keeps_nobody(_snapshot: Snapshot, _person_id: int) -> bool:
    return False


def _take_along(edit: Edit, person_id: int) -> None:
    edit.remove_rows(KeptApart, list(edit.scalars(select(KeptApart.id).where(_of(person_id)))))


OF_KEPT_APART = LooseTrail(KeptApart.__tablename__, _keeps_nobody, _take_along)
"""From whom somebody was kept apart goes with them, and keeps nobody."""
