"""What waits for whom: the obstacles of a person, a department or an organisation, for a visit."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.obstacles.kinds import KIND_ENTRIES
from kdc_desktop.domain.obstacles.states import ObstacleEvent
from kdc_desktop.domain.obstacles.steps import EVENT_WORDS, step_and_day
from kdc_desktop.domain.pages.kinds import WAITING
from kdc_desktop.domain.pages.values import (
    Block,
    Bullets,
    Document,
    Heading,
    Manner,
    PageBreak,
    PageTable,
    Paragraph,
)
from kdc_desktop.i18n import _, date_text, listed, ngettext, sentences, titled
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.obstacles.histories import histories
from kdc_desktop.services.obstacles.questions import obstacles_of, waiting_for
from kdc_desktop.services.obstacles.rows import (
    NOBODY,
    ObstacleOwner,
    ObstacleRow,
    ObstacleStepRow,
)
from kdc_desktop.services.pages.held_back import overdue_told
from kdc_desktop.services.pages.record import Record
from kdc_desktop.storage import Database, Snapshot

StepsOfEach = Mapping[int, tuple[ObstacleStepRow, ...]]


def waiting(record: Record) -> Document:
    """A page for each whom something waits for, of what the session's consortia wait for."""
    title = titled(str(WAITING.title), record.session.title)
    zone, now = record.source.zone_of(record.session.id), record.source.now
    rows = _waited_for(record.snapshot, list(record.book.consortia), now, zone)
    told = histories(record.snapshot, [row.id for row in rows], zone, to_hand_out=True)
    blocks: list[Block] = []
    for name, theirs in _by_owner(rows):
        blocks += [PageBreak()] if blocks else []
        blocks += _page(name, theirs, told, day_of(now, zone))
    if not blocks:
        blocks = [Heading(title, 1), Paragraph(_("Nothing holds these consortia back."))]
    return Document(title, record.foot, tuple(blocks))


def waiting_for_one(database: Database, owner: ObstacleOwner, name: str) -> Document:
    """The page for a visit: all that waits for one who is called so, whichever consortium for."""
    with database.read() as snapshot:
        now, zone = database.now(), club_zone(snapshot)
        rows = waiting_for(snapshot, _waited_for(snapshot, None, now, zone), owner)
        told = histories(snapshot, [row.id for row in rows], zone, to_hand_out=True)
    blocks = tuple(_page(name, rows, told, day_of(now, zone)))
    return Document(_("What waits for {name}", name=name), name, blocks)


def _waited_for(
    snapshot: Snapshot, consortium_ids: Sequence[int] | None, now: Instant, zone: Zone
) -> list[ObstacleRow]:
    found = obstacles_of(snapshot, consortium_ids, now, zone).values()
    rows = (row for of in found for row in of if not row.is_over)
    return sorted(rows, key=lambda row: (row.raised_on, row.id))


def _by_owner(rows: Sequence[ObstacleRow]) -> Iterator[tuple[str, list[ObstacleRow]]]:
    """By the name of the owner, and last what nobody takes care of."""
    found: dict[ObstacleOwner, list[ObstacleRow]] = {}
    for row in rows:
        found.setdefault(row.taken_care_of_by, []).append(row)
    for owner, theirs in sorted(
        found.items(), key=lambda one: (one[0] == NOBODY, in_order(one[1][0].owner))
    ):
        yield theirs[0].owner if owner != NOBODY else "", theirs


def _page(
    name: str, rows: Sequence[ObstacleRow], told: StepsOfEach, today: date
) -> Iterator[Block]:
    title = _("What waits for {name}", name=name) if name else _("What waits, and for nobody yet")
    yield Heading(title, 1)
    yield Paragraph(_("As of {day}.", day=date_text(today)), Manner.QUIET)
    if not rows:
        yield Paragraph(_("Nothing waits for them."))
        return
    count = ngettext("{count} obstacle", "{count} obstacles", len(rows))
    yield Paragraph(f"{titled(count, listed(dict.fromkeys(row.consortium for row in rows)))}.")
    for row in rows:
        yield from _obstacle(row, told.get(row.id, ()), today, name)
    yield Heading(_("What is decided"))
    heads = (_("What"), _("Who"), _("By when"))
    yield PageTable(heads, (("", "", ""),) * max(3, len(rows)), (4, 2, 1.4), tall=True)


def _obstacle(
    row: ObstacleRow, steps: Sequence[ObstacleStepRow], today: date, name: str
) -> Iterator[Block]:
    yield Heading(titled(row.consortium, str(KIND_ENTRIES[row.kind])), 3)
    yield Paragraph(row.text, Manner.QUOTED)
    lasts = ngettext("It has waited {count} day.", "It has waited {count} days.", row.age_days)
    whose = _("{owner} takes care of it.", owner=row.owner) if row.owner not in ("", name) else ""
    yield Paragraph(sentences((lasts, whose, _to_decide(row, today))))
    yield Bullets(tuple(_steps(steps)))


def _steps(steps: Sequence[ObstacleStepRow]) -> Iterator[str]:
    """What became of it. Its words stand above; what was only heard of it stays with the club."""
    for step in steps:
        if step.event is ObstacleEvent.NOTED:
            continue
        raised = step.event is ObstacleEvent.RAISED
        told = str(EVENT_WORDS[step.event]) if raised else step.told
        yield titled(date_text(step.on), told)


def _to_decide(row: ObstacleRow, today: date) -> str:
    """The next step and whether it is due; without one that is what is to be decided."""
    step = step_and_day(row.next_step, row.next_on)
    if not step:
        return _("To decide: what comes next, and until when.")
    step = step.rstrip(".")
    if row.is_due(today):
        return overdue_told(row, step, today) or _("The next step is due: {step}.", step=step)
    return _("The next step: {step}.", step=step)
