"""What the ledger says in words: the heads of its columns, its cells, and all of it as a table."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect

from kdc_desktop.domain.interests.roles import role_title
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.domain.visions.ledger import LedgerCellKind, LedgerRow, LedgerSpan
from kdc_desktop.domain.visions.ledger_sums import Course, Middle
from kdc_desktop.domain.visions.positions import Trend
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import (
    _,
    day_text,
    full_date_text,
    lazy,
    listed,
    month_names,
    ngettext,
    paired,
    pgettext,
    quoted,
    time_text,
)
from kdc_desktop.instants import day_of
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.services.visions.ledger_rows import (
    ConsortiumLedger,
    LedgerAnswer,
    LedgerEvening,
)

KIND_WORDS = {
    LedgerCellKind.HIDDEN: lazy("answered"),
    LedgerCellKind.NOT_YET: lazy("not yet"),
    LedgerCellKind.ABSENT: lazy("absent"),
    LedgerCellKind.UNANSWERED: lazy("no answer"),
    LedgerCellKind.NOT_ASKED: lazy("not asked"),
}
"""Why a member has no answer to an asking that is seen."""
_TRENDS = {
    Trend.RISING: lazy("rising"),
    Trend.STEADY: lazy("steady"),
    Trend.FALLING: lazy("falling"),
    Trend.SILENT: lazy("no answer yet"),
}


def day_words(ledger: ConsortiumLedger, column: int) -> str:
    """The day of an asking, as short as it can be told from the others."""
    return day_text(ledger.days[column])


def version_mark(ledger: ConsortiumLedger, column: int) -> str:
    """The version that was asked about: “V3”."""
    return _("V{number}", number=ledger.columns[column].version_number)


def evening_words(ledger: ConsortiumLedger, evening: LedgerEvening) -> str:
    """What stands over the columns of one evening: its month; between evenings, how it was."""
    if evening.by_phone:
        return _("by phone")
    if ledger.columns[evening.first].session_id is None:
        return _("between")
    if evening.day == ledger.today:
        return pgettext("an evening", "Today")
    month = month_names()[evening.day.month - 1]
    if evening.day.year == ledger.today.year:
        return month
    return _("{month} {year}", month=month, year=str(evening.day.year))


def span_words(ledger: ConsortiumLedger, row: LedgerRow, span: LedgerSpan) -> str:
    """Why a member has no answers for a while."""
    if span.kind is LedgerCellKind.OBSERVES:
        return _("observes, is not asked")
    if span.kind is LedgerCellKind.NOT_JOINED:
        joined = ledger.joined[row.member.id]
        if joined == ledger.today:
            return _("joined today")
        return _("joined {day}", day=long_day(ledger, joined))
    away = span.away
    if away is None:
        return _("left")
    left = long_day(ledger, day_of(away.left_at, ledger.zone))
    said = _("left on {day}", day=left)
    if away.handed_to:
        said = _("left on {day}, handed to {member}", day=left, member=away.handed_to)
    if away.back_at is None:
        return said
    back = long_day(ledger, day_of(away.back_at, ledger.zone))
    return _("{left}, back on {day}", left=said, day=back)


def long_day(ledger: ConsortiumLedger, day: date) -> str:
    """A day, with its year where that is not this one."""
    return day_text(day) if day.year == ledger.today.year else full_date_text(day)


def said_words(ledger: ConsortiumLedger, row: LedgerRow, column: int) -> str:
    """What stands in a cell."""
    cell, span = row.cells[column], row.span_at(column)
    if span is not None:
        return span_words(ledger, row, span)
    if cell.kind is LedgerCellKind.STANDS and cell.answer is not None:
        return _("not asked, {level} stands", level=cell.answer.level)
    if cell.given is None:
        return str(KIND_WORDS[cell.kind])
    scale = SCALES[ledger.columns[column].scale]
    level = cell.given.level
    return listed((str(level), str(scale.level(level).label)))


def ledger_cell_words(ledger: ConsortiumLedger, row: LedgerRow, column: int) -> str:
    """A cell as a screen reader says it."""
    return _(
        "{member} · version {number}, {day} · {said}",
        member=row.member.name,
        number=ledger.columns[column].version_number,
        day=day_words(ledger, column),
        said=said_words(ledger, row, column),
    )


def ledger_tip(ledger: ConsortiumLedger, row: int, column: int) -> str:
    """A cell with what was said there, for whoever points at it; empty where there is none."""
    if column >= len(ledger.columns):
        return ""
    line = ledger.rows[row]
    given = line.cells[column].given
    full = ledger.answers.get(given.id) if given else None
    parts = [ledger_cell_words(ledger, line, column)]
    if full is not None and full.reason:
        parts.append(quoted(full.reason))
    if full is not None and full.would_move:
        parts.append(_("One step up: {wish}", wish=full.would_move))
    return "\n".join(parts)


def way_words(ledger: ConsortiumLedger, answer: LedgerAnswer) -> str:
    """When an answer came, how, and about which version."""
    same_day = answer.at.date() == ledger.today
    when = time_text(answer.at) if same_day else long_day(ledger, answer.at.date())
    number = answer.version_number
    match answer.way:
        case AnswerWay.HAND:
            return _("{when}, noted by hand, version {number}", when=when, number=number)
        case AnswerWay.KIOSK:
            return _("{when} at the kiosk, version {number}", when=when, number=number)
        case AnswerWay.CALL:
            return _("{when} by phone, version {number}", when=when, number=number)


def heard_ledger(
    ledger: ConsortiumLedger, here: tuple[int, int] | None, rect_of: Callable[[int, int], QRect]
) -> list[SpokenItem]:
    """All cells row by row; `here` is the current one."""
    return [
        SpokenItem(
            ledger_cell_words(ledger, row, column), rect_of(at, column), (at, column) == here
        )
        for at, row in enumerate(ledger.rows)
        for column in range(len(ledger.columns))
    ]


def agreed_words(ledger: ConsortiumLedger, column: int) -> tuple[str, str]:
    """How many stand at the agreed level or higher, large, and of how many, small."""
    told, phone = ledger.sums[column], ledger.columns[column].by_phone
    if phone:
        return "", ngettext("{count} call", "{count} calls", told.answered)
    if told.agreed is None:
        return str(told.answered), ngettext("of {count} in", "of {count} in", told.asked)
    return str(told.agreed), ngettext("of {count}", "of {count}", told.asked)


def middle_words(middle: Middle | None) -> tuple[str, str]:
    """The middle level, large, and from the lowest to the highest, small."""
    if middle is None:
        return "", ""
    if not middle.spread:
        return str(middle.level), ""
    return str(middle.level), _("{lowest}–{highest}", lowest=middle.lowest, highest=middle.highest)


def course_name(course: Course) -> str:
    """All together, or a sector."""
    return name_of(course.letter) if course.letter else _("All together")


def course_words(course: Course) -> str:
    """Which way it goes, and how far apart its members stand."""
    if course.spread is None:
        return str(_TRENDS[course.trend])
    if course.spread == 0:
        return _("{trend}, all at one level", trend=_TRENDS[course.trend])
    if course.spread_before in (None, course.spread):
        return _("{trend}, {levels} apart", trend=_TRENDS[course.trend], levels=course.spread)
    return _(
        "{trend}, {levels} apart, was {before}",
        trend=_TRENDS[course.trend],
        levels=course.spread,
        before=course.spread_before,
    )


def ledger_sheet(ledger: ConsortiumLedger) -> list[list[str]]:
    """The whole ledger as a table: a line a member, and below them what it comes to.

    Of an asking that is open only what everybody may know: who knows where it is pasted.
    """
    columns = range(len(ledger.columns))
    is_told = [not column.is_open for column in ledger.columns]
    heads = [listed((version_mark(ledger, at), full_date_text(ledger.days[at]))) for at in columns]
    lines = [[_("Member"), _("Role"), *heads, _("Change")]]
    for row in ledger.rows:
        flag = ledger.flags.get(row.member.id)
        cells = [_sheet_cell(ledger, row, at) for at in columns]
        change = str(flag.text) if flag and all(is_told) else ""
        lines.append([row.member.name, role_title(row.member.role), *cells, change])
    agreed = [
        _beside(*agreed_words(ledger, at)) if is_told[at] else _how_many(ledger, at)
        for at in columns
    ]
    lines.append([_("At the agreed level or better"), "", *agreed, ""])
    for course in ledger.courses:
        middles = zip(course.points, is_told, strict=True)
        cells = [_beside(*middle_words(point)) if told else "" for point, told in middles]
        words = course_words(course) if all(is_told) else ""
        lines.append([course_name(course), "", *cells, words])
    return lines


def _how_many(ledger: ConsortiumLedger, column: int) -> str:
    told = ledger.sums[column]
    words = ngettext("of {count} in", "of {count} in", told.asked)
    return _beside(str(told.answered), words)


def _sheet_cell(ledger: ConsortiumLedger, row: LedgerRow, column: int) -> str:
    cell = row.cells[column]
    if cell.given is not None and ledger.columns[column].is_open:
        return str(KIND_WORDS[LedgerCellKind.HIDDEN])
    if cell.given is not None:
        return str(cell.given.level)
    if cell.kind in (LedgerCellKind.STANDS, LedgerCellKind.NOT_ASKED):
        return ""
    return said_words(ledger, row, column)


def _beside(large: str, small: str) -> str:
    return paired(large, small) if large and small else large or small
