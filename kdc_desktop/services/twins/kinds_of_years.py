"""What is compared of consortia over the years: members, visions, answers, what is promised.

What a member answered to a pulse is told nowhere.
"""

from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Asking,
    Commitment,
    Consortium,
    ConsortiumStep,
    Delegate,
    Estimate,
    Leaving,
    Member,
    OpenRole,
    Position,
    Pulse,
    Reading,
    Reservation,
    ReservationStep,
    RoleStep,
    SignOfLife,
    Stake,
    StakeServed,
    TakenUp,
    Vision,
)
from kdc_desktop.services.twins.kinds import TwinKind
from kdc_desktop.services.twins.rows import TwinNoun

_STATE, _NOTE, _OWNER = lazy("State"), lazy("Note"), lazy("Owner")
_REVEALED, _WHO_SAID_SO = lazy("Revealed"), lazy("Who said so")
_CONSORTIA = (
    TwinKind(
        TwinNoun.CONSORTIA,
        Consortium,
        ("name",),
        {
            "confirmed_at": lazy("Confirmed"),
            "let_go_at": lazy("Not with the club any more"),
            "owner_id": _OWNER,
            "look_again_on": lazy("Look again on"),
            "about": lazy("About"),
            "agreed_level": lazy("Agreed level"),
            "contacts_shared_at": lazy("Contacts shared"),
            "contacts_said_by": lazy("Who said that contacts are shared"),
        },
    ),
    TwinKind(
        TwinNoun.CONSORTIA,
        ConsortiumStep,
        ("consortium_id", "state", "at"),
        {"said_by": _WHO_SAID_SO, "note": _NOTE},
    ),
    TwinKind(TwinNoun.CONSORTIA, TakenUp, ("consortium_id", "session_id"), {}),
    TwinKind(
        TwinNoun.CONSORTIA,
        Member,
        ("organisation_id", "department_id", "person_id", "consortium_id"),
        {"role": lazy("Role")},
    ),
    TwinKind(
        TwinNoun.CONSORTIA,
        RoleStep,
        ("member_id", "role", "at"),
        {"was": lazy("Role before"), "said_by": _WHO_SAID_SO},
    ),
    TwinKind(
        TwinNoun.CONSORTIA,
        Leaving,
        ("member_id", "left_at"),
        {
            "back_at": lazy("Came back"),
            "handed_to_id": lazy("Handed over to"),
            "why": lazy("Why"),
        },
    ),
    TwinKind(TwinNoun.CONSORTIA, Delegate, ("person_id", "member_id"), {}),
    TwinKind(
        TwinNoun.CONSORTIA,
        OpenRole,
        ("title", "consortium_id"),
        {"sector": lazy("Sector"), "role": lazy("Role"), "filled_by_id": lazy("Filled by")},
    ),
    TwinKind(
        TwinNoun.CONSORTIA, SignOfLife, ("text", "consortium_id", "at"), {"said_by": _WHO_SAID_SO}
    ),
)
_VISIONS = (
    TwinKind(
        TwinNoun.VISIONS,
        Vision,
        ("text", "consortium_id"),
        {
            "note": lazy("What changed"),
            "who": lazy("Who"),
            "change": lazy("What changes"),
            "so_that": lazy("So that"),
            "by_when": lazy("By when"),
            "how_known": lazy("How we will know"),
        },
    ),
    TwinKind(TwinNoun.VISIONS, Reading, ("text", "member_id"), {}),
    TwinKind(TwinNoun.VISIONS, Stake, ("text", "member_id"), {}),
    TwinKind(TwinNoun.VISIONS, StakeServed, ("stake_id", "vision_id"), {"served": lazy("Served")}),
)
_BUY_IN = (
    TwinKind(TwinNoun.POSITIONS, Asking, ("vision_id", "opened_at"), {"revealed_at": _REVEALED}),
    TwinKind(
        TwinNoun.POSITIONS,
        Position,
        ("member_id", "vision_id", "at"),
        {
            "level": lazy("Level"),
            "reason": lazy("Reason"),
            "would_move": lazy("What would move it one step"),
        },
    ),
    TwinKind(
        TwinNoun.POSITIONS,
        Reservation,
        ("text", "member_id"),
        {"state": _STATE, "owner": _OWNER, "owner_id": _OWNER, "answer": lazy("Answer")},
    ),
    TwinKind(
        TwinNoun.POSITIONS,
        ReservationStep,
        ("reservation_id", "event", "at"),
        {"vision_id": lazy("Version"), "note": _NOTE},
    ),
    TwinKind(
        TwinNoun.POSITIONS,
        Estimate,
        ("member_id", "at"),
        {"now": lazy("Now"), "needed": lazy("Needed")},
        private=lazy("an estimate"),
    ),
    TwinKind(TwinNoun.POSITIONS, Pulse, ("consortium_id", "opened_at"), {"revealed_at": _REVEALED}),
)
_PROMISES = (
    TwinKind(
        TwinNoun.COMMITMENTS,
        Commitment,
        ("what", "member_id"),
        {
            "due_on": lazy("Due"),
            "done_at": lazy("Done"),
            "reservation_id": lazy("Meets the reservation"),
        },
    ),
)
OF_YEARS = (*_CONSORTIA, *_VISIONS, *_BUY_IN, *_PROMISES)
"""In the order in which it is told."""
