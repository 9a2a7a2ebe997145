"""What is due in the club, in words, for Home."""

from datetime import date

from kdc_desktop.domain.consortia.due import SILENT_AFTER
from kdc_desktop.domain.consortia.rings import STATE_RINGS
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.domain.obstacles.kinds import KIND_ICONS, KIND_WORDS
from kdc_desktop.domain.visions.ledger_flags import FlagKind, LedgerFlag
from kdc_desktop.i18n import Text, day_text, lazy, listed, nlazy
from kdc_desktop.services.obstacles.rows import ObstacleRow
from kdc_desktop.services.sessions.home import DueAct, DueGroup, DueLine, Lateness
from kdc_desktop.services.visions.club import ConsortiumNow
from kdc_desktop.services.visions.due import (
    Due,
    DueAsking,
    DueCommitment,
    FallenConsortium,
    Reason,
    SilentConsortium,
)
from kdc_desktop.services.visions.late_words import late_words, silent_words


def due_groups(due: Due) -> tuple[DueGroup, ...]:
    """The four groups in their order, those with nothing in them left out."""
    silent = [_silent(one) for one in due.silent]
    groups = (
        DueGroup(
            "commitments",
            lazy("Commitments"),
            _of_commitments(due),
            tuple(_commitment(one) for one in due.commitments),
        ),
        DueGroup(
            "silent",
            lazy("Consortia gone silent, or fallen"),
            lazy("no sign of life for {days} days, or two levels down", days=SILENT_AFTER),
            (*silent, *(_fallen(one) for one in due.fallen)),
        ),
        DueGroup(
            "askings",
            lazy("Askings due"),
            lazy("members have not answered, or it is time to look again"),
            tuple(_asking(one) for one in due.askings),
        ),
        DueGroup(
            "obstacles",
            lazy("Obstacles"),
            lazy("the oldest, and those whose next step is due"),
            tuple(_obstacle(one, due.today) for one in due.obstacles),
        ),
    )
    return tuple(group for group in groups if group.lines)


def _of_commitments(due: Due) -> Text:
    over = sum(one.days > 0 for one in due.commitments)
    soon = len(due.commitments) - over
    if not over:
        return nlazy("{count} due soon", "{count} due soon", soon)
    if not soon:
        return nlazy("{count} overdue", "{count} overdue", over)
    return lazy("{over} overdue, {soon} due soon", over=over, soon=soon)


def _commitment(one: DueCommitment) -> DueLine:
    who = (one.member, one.consortium.name)
    left = lazy("{who}; has left", who=listed(who))
    return DueLine(
        f"commitment-{one.id}",
        one.what,
        str(left) if one.has_left else listed(who),
        late_words(one.days),
        Lateness.LATE if one.days > 0 else Lateness.IN_TIME,
        DueAct.KEPT,
        lazy("Kept"),
        one.id,
        one.consortium.id,
        letter=one.sector,
    )


def _silent(one: SilentConsortium) -> DueLine:
    return DueLine(
        f"silent-{one.consortium.id}",
        one.consortium.name,
        _state_and_lead(one.consortium),
        silent_words(one.days),
        Lateness.SILENT,
        DueAct.WRITE,
        lazy("Write a line"),
        one.consortium.id,
        one.consortium.id,
        ring=STATE_RINGS[one.consortium.state],
    )


def _state_and_lead(one: ConsortiumNow) -> str:
    state = str(STATE_WORDS[one.state])
    led = lazy("led by {name}", name=one.lead) if one.lead else None
    return state if led is None else listed((state, str(led)))


def _fallen(one: FallenConsortium) -> DueLine:
    fall = one.fall
    who = lazy(
        "{member}, {before} to {now} on {day}",
        member=fall.member,
        before=fall.before,
        now=fall.now,
        day=day_text(one.fell_on),
    )
    return DueLine(
        f"fallen-{one.consortium.id}",
        one.consortium.name,
        str(who),
        LedgerFlag(FlagKind.FELL, fall.levels).text,
        Lateness.FELL,
        DueAct.LOOK,
        lazy("Look"),
        one.consortium.id,
        one.consortium.id,
        member_id=fall.member_id,
        ring=STATE_RINGS[one.consortium.state],
    )


def _asking(one: DueAsking) -> DueLine:
    consortium = one.consortium
    prepared = one.session_id is not None
    return DueLine(
        f"asking-{consortium.id}",
        consortium.name,
        str(_to_ask(one)),
        lazy("taken up") if prepared else _since(one),
        Lateness.IN_TIME if prepared or one.reason is Reason.UNANSWERED else Lateness.LATE,
        DueAct.PREPARE if prepared else DueAct.LOOK,
        lazy("Prepare") if prepared else lazy("Ask"),
        consortium.id,
        consortium.id,
        ring=STATE_RINGS[consortium.state],
        session_id=one.session_id,
    )


def _obstacle(one: ObstacleRow, today: date) -> DueLine:
    owner = one.owner or str(lazy("no owner"))
    return DueLine(
        f"obstacle-{one.id}",
        one.text,
        listed((str(KIND_WORDS[one.kind]), one.consortium, owner)),
        _how_old(one, today),
        _lateness(one, today),
        DueAct.HEAR,
        lazy("Write a line"),
        one.id,
        one.consortium_id,
        icon=KIND_ICONS[one.kind],
    )


def _how_old(one: ObstacleRow, today: date) -> Text:
    if one.is_due(today) and one.next_on is not None:
        return lazy("next step: {late}", late=late_words((today - one.next_on).days))
    return nlazy("{count} day old", "{count} days old", one.age_days)


def _lateness(one: ObstacleRow, today: date) -> Lateness:
    if one.band is AgeBand.VERY_OLD:
        return Lateness.LATE
    return Lateness.SILENT if one.band is AgeBand.OLD or one.is_due(today) else Lateness.IN_TIME


def _to_ask(one: DueAsking) -> Text:
    if one.waiting is None:
        return lazy("look again: {state}", state=STATE_WORDS[one.consortium.state])
    if one.waiting.answered:
        return lazy(
            "version {version}, {answered} of {asked} have answered",
            version=one.waiting.version_number,
            answered=one.waiting.answered,
            asked=one.waiting.asked,
        )
    return nlazy(
        "version {version}, {count} to ask",
        "version {version}, {count} to ask",
        one.waiting.asked,
        version=one.waiting.version_number,
    )


def _since(one: DueAsking) -> Text:
    if one.reason is Reason.LOOK_AGAIN:
        return late_words(one.days)
    if not one.days:
        return lazy("written today")
    return nlazy("{count} day old", "{count} days old", one.days)
