"""What two members have said who become one: both of it stays, and the later answer stands."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Select, select

from kdc_desktop.domain.kit.lengths import PAGE
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.model.visions import (
    Commitment,
    Estimate,
    Position,
    PulseAnswer,
    Reading,
    Reservation,
    Stake,
    Vision,
)
from kdc_desktop.services.consortia.folding import Folds, FoldTrail
from kdc_desktop.services.kit.relinking import relink
from kdc_desktop.storage import Edit, Snapshot

_SAID = (
    Position.member_id,
    Reservation.member_id,
    Commitment.member_id,
    Stake.member_id,
    Estimate.member_id,
)


def _bring(edit: Edit, folds: Folds) -> None:
    for said in _SAID:
        relink(edit, said, folds)
    _bring_readings(edit, folds)
    _bring_pulse(edit, folds)


def _bring_readings(edit: Edit, folds: Folds) -> None:
    """Of one version a member has one reading: the words of both stand in it."""
    members = {*folds, *folds.values()}
    rows = edit.execute(
        select(Reading.id, Reading.vision_id, Reading.member_id, Reading.text)
        .where(Reading.member_id.in_(members))
        .order_by(Reading.member_id.in_(list(folds)), Reading.id)
    ).all()
    readings: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for row in rows:
        readings[row.vision_id, folds.get(row.member_id, row.member_id)].append(row)
    gone: list[int] = []
    changed: dict[int, dict[str, Any]] = {}
    for (vision_id, member_id), (first, *others) in readings.items():
        words = {normalise(one.text): one.text for one in (first, *others)}
        text = "\n\n".join(words.values())
        if len(text) > PAGE:
            raise UserError(_too_long(edit, vision_id))
        gone += [one.id for one in others]
        changed[first.id] = {"member_id": member_id, "text": text}
    edit.remove_rows(Reading, gone)
    edit.change_rows(Reading, changed)


def _too_long(edit: Edit, vision_id: int) -> str:
    number = edit.get_one(Vision, vision_id).number
    return _(
        "What version {number} means for both is too long to be kept as one. Shorten one of the"
        " two readings first.",
        number=number,
    )


def _bring_pulse(edit: Edit, folds: Folds) -> None:
    """A member answers a question of a pulse once: what it said later stands."""
    members = {*folds, *folds.values()}
    rows = edit.execute(
        select(PulseAnswer.id, PulseAnswer.pulse_id, PulseAnswer.question, PulseAnswer.member_id)
        .where(PulseAnswer.member_id.in_(members))
        .order_by(PulseAnswer.at, PulseAnswer.id)
    ).all()
    last = {(pulse, question, folds.get(who, who)): key for key, pulse, question, who in rows}
    standing = set(last.values())
    edit.remove_rows(PulseAnswer, [row.id for row in rows if row.id not in standing])
    relink(edit, PulseAnswer.member_id, folds)


def _told(snapshot: Snapshot, folds: Folds) -> list[str]:
    answered: dict[tuple[int | None, int], set[int]] = defaultdict(set)
    for asking_id, member_id in snapshot.execute(
        select(Position.asking_id, Position.member_id).where(
            Position.member_id.in_({*folds, *folds.values()}), Position.asking_id.is_not(None)
        )
    ):
        answered[asking_id, folds.get(member_id, member_id)].add(member_id)
    both = sum(len(members) > 1 for members in answered.values())
    told = []
    if both:
        told.append(
            ngettext(
                "Both have answered {count} asking: both answers are kept, the later one stands.",
                "Both have answered {count} askings: both answers are kept, the later one stands.",
                both,
            )
        )
    members = {*folds, *folds.values()}
    read = select(Reading.member_id, Reading.vision_id).where(Reading.member_id.in_(members))
    if _both_have(snapshot, folds, read):
        told.append(_("What a version means for both stands in one reading."))
    felt = select(PulseAnswer.member_id, PulseAnswer.pulse_id, PulseAnswer.question)
    if _both_have(snapshot, folds, felt.where(PulseAnswer.member_id.in_(members))):
        told.append(_("Where both have answered a pulse, the later answer counts."))
    return told


def _both_have(snapshot: Snapshot, folds: Folds, said: Select[*tuple[Any, ...]]) -> bool:
    """Whether two members who become one have said such a thing of one and the same."""
    seen = [(folds.get(member, member), *of_what) for member, *of_what in snapshot.execute(said)]
    return len(seen) > len(set(seen))


OF_MEMBERS = FoldTrail(_bring, _told)
"""Answers, readings, reservations, commitments, stakes, estimates and the pulse."""
