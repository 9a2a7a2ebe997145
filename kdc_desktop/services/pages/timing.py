"""When an evening and its stages began and ended, beside when they were to, in sentences."""

from datetime import datetime

from kdc_desktop.i18n import _, date_text, listed, span_text, time_text
from kdc_desktop.model.sessions import Stage
from kdc_desktop.services.pages.record import Record

_FELT = 5
"""Minutes: a stage that takes so much more or less than planned is told of."""


def begun_told(record: Record) -> str:
    """When it began; what was planned only where a clock shows another time. Empty before that."""
    if record.session.went_live_at is None:
        return ""
    began, planned = record.starts_at, record.session.starts_at
    at = time_text(began)
    if _same(began, planned):
        return _("The session began at {time}, as planned.", time=at)
    return _(
        "The session began at {time}; it was planned for {planned}.",
        time=at,
        planned=_beside(planned, began),
    )


def ended_told(record: Record) -> str:
    """The same of its end; empty of one that was not closed."""
    ended, planned = record.ended_at, record.planned_end
    if ended is None:
        return ""
    at = _beside(ended, record.starts_at)
    if planned is None or _same(ended, planned):
        return _("The session was closed at {time}.", time=at)
    return _(
        "The session was closed at {time}; it was planned to end at {planned}.",
        time=at,
        planned=_beside(planned, ended),
    )


def stage_told(stage: Stage) -> str:
    """How long it took beside what was planned; empty where nobody would have noticed."""
    if stage.started_at is None or stage.ended_at is None:
        return ""
    took = round((stage.ended_at - stage.started_at).total_seconds() / 60)
    if abs(took - stage.planned_minutes) < _FELT:
        return ""
    return _(
        "It took {time}; {planned} were planned.",
        time=span_text(took),
        planned=span_text(stage.planned_minutes),
    )


def lasted(stage: Stage) -> str:
    """How long it took, where nothing else is to be said of it."""
    if stage.started_at is None or stage.ended_at is None:
        return _("It is still going on.")
    took = round((stage.ended_at - stage.started_at).total_seconds() / 60)
    return _("It took {time}.", time=span_text(took))


def _same(one: datetime, other: datetime) -> bool:
    return _minute(one) == _minute(other)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0, tzinfo=None)


def _beside(moment: datetime, other: datetime) -> str:
    """A time, with its day where that is not the day of the other one."""
    if moment.date() == other.date():
        return time_text(moment)
    return listed((date_text(moment), time_text(moment)))
