"""Sentences about tables: what a seating has come to, which wishes were not met, and why."""

from collections.abc import Iterable, Iterator, Mapping

from kdc_desktop.domain.seating.kind_words import ROUND_WORDS
from kdc_desktop.domain.seating.report import Measured, Report, Why
from kdc_desktop.domain.seating.states import RoundKind
from kdc_desktop.i18n import (
    Fillable,
    _,
    fillable,
    lazy,
    listed,
    ngettext,
    percent_text,
    sentences,
    titled,
)
from kdc_desktop.services.seating.planning import TablesPlan
from kdc_desktop.services.seating.rows import RoomSeating, RoundRow, TableRow

_WHY: Mapping[Why, Fillable] = {
    Why.APART: fillable(
        "{one} and {other} do not sit together, though one has what the other needs."
    ),
    Why.PINNED: fillable("{one} and {other} are pinned at different tables."),
    Why.GAVE_WAY: fillable("{one} and {other} do not meet: no better place was found for both."),
}
MOST_UNMET = 6
USE_FIRST = lazy("These tables are not used yet: press C first, then change them.")


def heading(round_: RoundRow | None) -> str:
    """How many people sit at how many tables."""
    if round_ is None:
        return _("Tables")
    people = sum(len(table.here) for table in round_.tables)
    return listed(
        (
            ngettext("{count} person", "{count} people", people),
            ngettext("{count} table", "{count} tables", len(round_.tables)),
        )
    )


def titled_round(round_: RoundRow | None) -> str:
    """The same, and what they sit together for."""
    what = heading(round_)
    return what if round_ is None else titled(str(ROUND_WORDS[round_.kind]), what)


def _kinds(rounds: Iterable[RoundRow]) -> str:
    return listed(dict.fromkeys(str(ROUND_WORDS[one.kind]) for one in rounds))


def would_replace(rounds: Iterable[RoundRow], kind: RoundKind) -> str:
    """That a plan would take the place of rounds of another kind; empty where it does not."""
    others = [one for one in rounds if one.kind is not kind]
    if not others:
        return ""
    return _("C puts this in the place of what has not met yet: {kinds}.", kinds=_kinds(others))


def has_replaced(rounds: Iterable[RoundRow]) -> str:
    """That rounds have made way."""
    return _("That took the place of: {kinds}. Ctrl+Z brings it back.", kinds=_kinds(rounds))


def not_seated_so(round_: RoundRow) -> str:
    """That the fields say something else than what is looked at."""
    kind = ROUND_WORDS[round_.kind]
    return _("These are still the tables of before ({kind}). S seats everybody anew.", kind=kind)


def round_is_open(seen: RoomSeating, round_: RoundRow | None) -> str:
    """That the room left a round which nobody has ticked; empty where somebody has."""
    if round_ is None or round_.met:
        return ""
    number = seen.rounds.index(round_) + 1
    return _("Round {number} is not ticked as met: Page Up, then Shift+K.", number=number)


def plan_line(plan: TablesPlan) -> str:
    """What a plan has come to, in sentences, the most important first."""
    return sentences((*_lacking(plan), *_told(plan.report)))


def _lacking(plan: TablesPlan) -> Iterator[str]:
    """That there are fewer tables than were wanted, and what has none."""
    if plan.left_out:
        yield _(
            "Nobody sits alone, so these have no table: {topics}.", topics=listed(plan.left_out)
        )
    elif plan.fewer:
        yield ngettext(
            "Nobody sits alone, so there is {count} table fewer.",
            "Nobody sits alone, so there are {count} tables fewer.",
            plan.fewer,
        )


def _told(report: Report) -> Iterator[str]:
    if report.rounds > 1:
        yield _again(report.again)
    yield _known(report.known)
    yield _mixed(report)
    if report.new_tables:
        yield _observed(report)
    wanted = len(report.helped) + len(report.unhelped)
    if wanted:
        yield ngettext(
            "{helped} of {count} pair who can help each other sits together.",
            "{helped} of {count} pairs who can help each other sit together.",
            wanted,
            helped=len(report.helped),
        )
    if report.too_close:
        yield ngettext(
            "{count} pair to be kept apart shares a table: take more tables, or unpin somebody.",
            "{count} pairs to be kept apart share a table: take more tables, or unpin somebody.",
            len(report.too_close),
        )


def _again(again: Measured) -> str:
    if not again.reached:
        return _("Nobody meets the same person twice.")
    told = ngettext(
        "{count} time somebody meets the same person again",
        "{count} times somebody meets the same person again",
        again.reached,
    )
    return _bounded(told, again)


def _known(known: Measured) -> str:
    if not known.reached:
        return _("Nobody sits with somebody they have met before.")
    told = ngettext(
        "{count} pair at a table has met before",
        "{count} pairs at a table have met before",
        known.reached,
    )
    return _bounded(told, known)


def _bounded(told: str, measured: Measured) -> str:
    if measured.is_best:
        return _("{what}; it cannot be less.", what=told)
    if not measured.best:
        return _("{what}.", what=told)
    return _("{what}; at least {best} it must be.", what=told, best=measured.best)


def _mixed(report: Report) -> str:
    sectors = report.sectors
    if report.alike.is_best:
        return _("Sectors are spread as evenly as they can be.")
    if sectors.is_best:
        return _("Each sector sits at as many tables as it can.")
    share = percent_text(sectors.reached / max(1, sectors.best))
    return _("Sectors are spread to at least {share} of what is possible.", share=share)


def _observed(report: Report) -> str:
    with_one = report.new_tables - report.unobserved.reached
    told = ngettext(
        "{observed} of {count} table with a start-up has somebody of a large company.",
        "{observed} of {count} tables with a start-up have somebody of a large company.",
        report.new_tables,
        observed=with_one,
    )
    if not with_one and report.unobserved.is_best:
        return sentences((told, _("Nobody of a large company is here.")))
    return told


def unmet_lines(report: Report, names: Mapping[int, str]) -> list[str]:
    """Which wishes were not met, and why, in sentences."""
    return [
        str(_WHY[why].filled(one=names[pair[0]], other=names[pair[1]]))
        for pair, why in report.unhelped
    ]


def and_more(count: int) -> str:
    """That there are so many more than are told."""
    return ngettext("And {count} more.", "And {count} more.", count)


def round_names(seen: RoomSeating) -> list[str]:
    """What the rounds are called, from the first on."""
    return [_("Round {number}", number=number) for number in range(1, len(seen.rounds) + 1)]


def where_they_sit(seen: RoomSeating, person_id: int) -> str:
    """At which table somebody sits, in every round where there are several."""
    lines = []
    for name, round_ in zip(round_names(seen), seen.rounds, strict=True):
        table = round_.table_of(person_id)
        told = _("no seat") if table is None else _named(table)
        lines.append(told if len(seen.rounds) == 1 else titled(name, told))
    return "\n".join(lines)


def _named(table: TableRow) -> str:
    if table.topic:
        return _("Table {table} · {topic}", table=table.letter, topic=table.topic)
    return _("Table {table}", table=table.letter)
