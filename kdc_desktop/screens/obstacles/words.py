"""What is said of an obstacle where it is listed."""

from collections.abc import Sequence
from datetime import date

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.domain.obstacles.kinds import KIND_ENTRIES
from kdc_desktop.domain.obstacles.steps import BAND_WORDS, step_and_day
from kdc_desktop.i18n import _, date_text, listed, ngettext, sentences, titled
from kdc_desktop.services.obstacles.rows import ObstacleRow, ObstacleStepRow


def age_told(row: ObstacleRow) -> str:
    """For how long it lasts, and that this is long; of one that is solved how long it took."""
    days = ngettext("{count} day", "{count} days", row.age_days)
    if row.solved_on is not None:
        return _("solved after {days}", days=days)
    if row.band is AgeBand.FRESH:
        return days
    return _("{days}, {band}", days=days, band=BAND_WORDS[row.band])


def next_told(row: ObstacleRow, today: date) -> str:
    """Its next step with the day, and that this has passed."""
    step = step_and_day(row.next_step, row.next_on)
    return _("{step}: due", step=step) if row.is_due(today) else step


def about(row: ObstacleRow) -> str:
    """Kind, age and owner in one line."""
    return dotted(str(KIND_ENTRIES[row.kind]), age_told(row), row.owner or _("no owner"))


def summary(rows: Sequence[ObstacleRow], today: date) -> str:
    """How many there are, how many of them are very old, and how many next steps are due."""
    left = [row for row in rows if row.solved_on is None and not row.is_over]
    if not left:
        return _("Nothing holds a consortium back")
    told = [ngettext("{count} obstacle", "{count} obstacles", len(left))]
    if old := sum(row.band is AgeBand.VERY_OLD for row in left):
        told.append(ngettext("{count} very old", "{count} very old", old))
    if due := sum(row.is_due(today) for row in left):
        told.append(ngettext("{count} next step due", "{count} next steps due", due))
    if nobody := sum(not row.owner for row in left):
        told.append(ngettext("{count} without an owner", "{count} without an owner", nobody))
    return listed(told)


def history_told(steps: tuple[ObstacleStepRow, ...]) -> str:
    """Every step on a line of its own with its day, the newest first."""
    return "\n".join(_step(step) for step in reversed(steps))


def _step(step: ObstacleStepRow) -> str:
    told = titled(date_text(step.on), step.told)
    if not step.said_by:
        return told
    return sentences((f"{told}.", _("Said by {person}.", person=step.said_by)))
