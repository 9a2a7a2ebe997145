"""What becomes of the presence of two people who are one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import listed, ngettext
from kdc_desktop.model.attendance import Attendance, Passage
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.services.people.joins import MergeTrail, PeopleMet
from kdc_desktop.storage import Edit, Snapshot

_ROLES = (
    AttendanceRole.FACILITATOR,
    AttendanceRole.STAFF,
    AttendanceRole.PARTICIPANT,
    AttendanceRole.OBSERVER,
)
"""From the one that does most to the one that only looks on."""
_STATES = (AttendanceState.PRESENT, AttendanceState.LEFT, AttendanceState.REGISTERED)
"""From what says most of somebody to what says least."""


def _bring(edit: Edit, met: PeopleMet) -> None:
    """Of both in one session there is one, with the passages of both."""
    both = _in_one_session(edit, met)
    edit.change_rows(Attendance, {stays.id: _joined(gone, stays) for gone, stays in both})
    relink(edit, Passage.attendance_id, {gone.id: stays.id for gone, stays in both})
    edit.remove_rows(Attendance, [gone.id for gone, _stays in both])
    relink(edit, Attendance.person_id, {met.gone_id: met.stays_id})


def _joined(gone: Attendance, stays: Attendance) -> dict[str, Any]:
    arrived = [one.arrived_at for one in (gone, stays) if one.arrived_at is not None]
    return {
        "role": min(gone.role, stays.role, key=_ROLES.index),
        "may_vote": gone.may_vote or stays.may_vote,
        "badge": stays.badge or gone.badge,
        "state": min(gone.state, stays.state, key=_STATES.index),
        "arrived_at": min(arrived, default=None),
    }


def _in_one_session(snapshot: Snapshot, met: PeopleMet) -> list[tuple[Attendance, Attendance]]:
    of: dict[int, dict[int, Attendance]] = {}
    for one in snapshot.scalars(select(Attendance).where(Attendance.person_id.in_(met))):
        of.setdefault(one.session_id, {})[one.person_id] = one
    return [
        (pair[met.gone_id], pair[met.stays_id]) for pair in of.values() if len(pair) == len(met)
    ]


def _told(snapshot: Snapshot, met: PeopleMet) -> Sequence[str]:
    listed_in = select(Session.title, Attendance.person_id).join(
        Attendance, Attendance.session_id == Session.id
    )
    both = {one.session_id for one, _stays in _in_one_session(snapshot, met)}
    titles = {True: list[str](), False: list[str]()}
    for key, title in snapshot.execute(
        listed_in.with_only_columns(Session.id, Session.title).where(
            Attendance.person_id == met.gone_id
        )
    ):
        titles[key in both].append(title)
    told = []
    if moved := sorted(titles[False], key=in_order):
        told.append(
            ngettext(
                "The presence in {sessions} becomes theirs.",
                "The presence in {count} sessions becomes theirs: {sessions}.",
                len(moved),
                sessions=listed(moved),
            )
        )
    if joined := sorted(titles[True], key=in_order):
        told.append(
            ngettext(
                "Both are listed in {sessions}: they are there once, and come and go as both did.",
                "Both are listed in {sessions}: in each they are there once.",
                len(joined),
                sessions=listed(joined),
            )
        )
    return told


PEOPLE_MET = MergeTrail(_bring, _told)
"""The lists of sessions, and who came and went."""
