"""What holds a consortium back from outside, in sentences: since when, and what is next."""

from collections.abc import Mapping
from datetime import date

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.obstacles.kinds import KIND_ENTRIES
from kdc_desktop.domain.obstacles.steps import step_and_day
from kdc_desktop.i18n import _, date_text, ngettext, sentences, titled
from kdc_desktop.instants import day_of
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.obstacles.questions import obstacles_of
from kdc_desktop.services.obstacles.rows import ObstacleRow

_LONGEST = 160  # letters of an obstacle in a list


def obstacles_open(source: Source, group: Consortium) -> tuple[ObstacleRow, ...]:
    """What it waits for, the oldest first; one that has ended or was stopped waits for nothing."""
    return tuple(one for one in source.once(_open).get(group.id, ()) if not one.is_over)


def held_back(source: Source, group: Consortium) -> tuple[str, ...]:
    """A line for each obstacle that is open."""
    return tuple(_line(source, one) for one in obstacles_open(source, group))


def held_back_told(source: Source, group: Consortium) -> str:
    """How many things hold it back; empty where none does."""
    count = len(obstacles_open(source, group))
    if not count:
        return ""
    return ngettext("{count} thing holds it back:", "{count} things hold it back:", count)


def _open(source: Source) -> Mapping[int, tuple[ObstacleRow, ...]]:
    groups = list(source.once(ConsortiumBook).consortia)
    return obstacles_of(source.snapshot, groups, source.now, source.zone)


def _line(source: Source, one: ObstacleRow) -> str:
    since = ngettext(
        "It has waited {count} day, since {day}.",
        "It has waited {count} days, since {day}.",
        one.age_days,
        day=date_text(one.raised_on),
    )
    whose = _("{owner} takes care of it.", owner=one.owner) if one.owner else ""
    what = f"{shortened(one.text, _LONGEST).rstrip('.')}."
    return titled(str(KIND_ENTRIES[one.kind]), sentences((what, since, whose, _next(source, one))))


def _next(source: Source, one: ObstacleRow) -> str:
    """Its next step; one whose day has gone by is overdue."""
    step = step_and_day(one.next_step, one.next_on).rstrip(".")
    if not step:
        return _("Nobody has said what comes next.")
    today = day_of(source.now, source.zone)
    return overdue_told(one, step, today) or _("The next step: {step}.", step=step)


def overdue_told(one: ObstacleRow, step: str, today: date) -> str:
    """By how many days its next step is overdue; empty where it is not."""
    if one.next_on is None or one.next_on >= today:
        return ""
    return ngettext(
        "The next step is overdue by {count} day: {step}.",
        "The next step is overdue by {count} days: {step}.",
        (today - one.next_on).days,
        step=step,
    )
