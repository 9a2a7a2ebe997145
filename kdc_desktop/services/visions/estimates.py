"""Where the facilitator sees each member, and where it is needed: for nobody else's eyes.

No page or slide shows one, no comparison of two versions says whose it is, and what the log says
names nobody. The one sheet that holds them (`estimate_sheet`) stays with the club: it is in the
full workbook, and not in the edition to share.
"""

from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.visions.states import Engagement
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.visions import Estimate
from kdc_desktop.storage import Database, Snapshot


@dataclass(frozen=True)
class EstimateRow:
    """How a member meets the change by now, and how it would have to."""

    now: Engagement
    needed: Engagement


def set_estimate(database: Database, member_id: int, now: Engagement, needed: Engagement) -> None:
    """Where the facilitator sees a member; what was thought on earlier days is kept."""
    at = database.now()
    with database.edit(lazy("Noted something for yourself")) as edit:
        edit.get_one(Member, member_id)
        last = _last(edit, member_id)
        if last is not None and (last.now, last.needed) == (now, needed):
            return
        today, zone = day_of(at, laptop_zone()), laptop_zone()
        if last is not None and day_of(last.at, zone) == today:
            last.now, last.needed = now, needed
        else:
            edit.add(Estimate(member_id=member_id, now=now, needed=needed, at=at))


def forget_estimate(database: Database, member_id: int) -> None:
    """Nothing is thought of a member, and nothing was."""
    with database.edit(lazy("Forgot something of yourself")) as edit:
        own = select(Estimate.id).where(Estimate.member_id == member_id)
        edit.remove_rows(Estimate, list(edit.scalars(own)))


def estimates(database: Database, consortium_id: int) -> dict[int, EstimateRow]:
    """By member of a consortium: what was thought last."""
    with database.read() as snapshot:
        found = snapshot.scalars(
            select(Estimate)
            .join(Member, Member.id == Estimate.member_id)
            .where(Member.consortium_id == consortium_id)
            .order_by(Estimate.at, Estimate.id)
        )
        return {one.member_id: EstimateRow(one.now, one.needed) for one in found}


def _last(snapshot: Snapshot, member_id: int) -> Estimate | None:
    return snapshot.scalar(
        select(Estimate)
        .where(Estimate.member_id == member_id)
        .order_by(Estimate.at.desc(), Estimate.id.desc())
        .limit(1)
    )
