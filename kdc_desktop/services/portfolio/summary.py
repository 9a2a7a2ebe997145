"""What the summary tells of all consortia together: a row for each, and what they give back."""

from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.gains.sums import GivenBack, Gives, given_back
from kdc_desktop.domain.kit.amounts import Amount
from kdc_desktop.i18n import _, decimal_text, ngettext, number_text, sentences
from kdc_desktop.interchange.workbook import SheetBlock
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.kit.source import Line, Source
from kdc_desktop.services.portfolio.sheets import all_of_them
from kdc_desktop.services.sessions.programme_sheet import programmes_in

_SPANS = (1, 2, 1, 1, 2, 1, 2)


def portfolio_told(source: Source) -> list[SheetBlock]:
    """The portfolio of the club with its sums; nothing where there is no consortium."""
    rows = list(source.once(all_of_them).values())
    if not rows:
        return []
    header = (
        _("Consortium"),
        _("State"),
        _("Members asked"),
        _("At the agreed level or above"),
        _("Held back by"),
        _("Days"),
        _("Minutes a day together"),
    )
    lines = (*map(_line, rows), _together(rows))
    said = tuple(filter(None, (_held_told(rows), _given_told(rows), _goal_told(source))))
    strong = frozenset({len(rows)})
    return [SheetBlock(_("All consortia and projects"), said, header, lines, _SPANS, strong)]


def _line(row: ClubRow) -> Line:
    held, counted = row.held_up, row.counted
    return (
        row.name,
        str(STATE_WORDS[row.state]),
        row.buy_in.asked,
        row.buy_in.agreed,
        None if held is None else str(held.kind),
        None if held is None else held.age_days,
        None if counted is None else round(counted.value),
    )


def _together(rows: list[ClubRow]) -> Line:
    asked, agreed = (sum(getattr(row.buy_in, name) for row in rows) for name in ("asked", "agreed"))
    counted = [row.counted.value for row in rows if row.counted is not None]
    return (_("All together"), None, asked, agreed, None, None, round(sum(counted)))


def _held_told(rows: list[ClubRow]) -> str:
    """How many wait for something from outside, and how long the oldest has."""
    held = [row.held_up for row in rows if row.held_up is not None]
    if not held:
        return ""
    return ngettext(
        "{count} of them is held back from outside, for {days} days.",
        "{count} of them are held back from outside, the longest for {days} days.",
        len(held),
        days=number_text(max(one.age_days for one in held)),
    )


def _given_told(rows: list[ClubRow]) -> str:
    """What they give back by now, what is guessed to come, and both together."""
    found = _sum(rows)
    if not found.whole.value:
        return ""
    told = [_("Given back, as measured: {minutes} minutes a day.", minutes=_amount(found.measured))]
    if found.on_the_way.value:
        told += [
            _("On the way, as guessed: {minutes}.", minutes=_amount(found.on_the_way)),
            _("Both together: {minutes}.", minutes=_amount(found.whole)),
        ]
    return sentences(told)


def _goal_told(source: Source) -> str:
    """What is wanted for how many people, of programmes that say so."""
    return sentences(
        _(
            "The goal is {target} {unit} for {people} people: {whole} for all together.",
            target=number_text(one.target),
            unit=one.unit,
            people=number_text(one.people),
            whole=number_text(one.target * one.people),
        )
        for one in source.once(programmes_in)
        if one.target is not None and one.people is not None
    )


def _sum(rows: list[ClubRow]) -> GivenBack:
    gives = ((row.gives_back, row.state) for row in rows)
    return given_back(
        Gives(one.worth, GainWay.MEASURED if one.is_measured else GainWay.GUESSED, state)
        for one, state in gives
        if one is not None
    )


def _amount(amount: Amount) -> str:
    value = decimal_text(amount.value, 0)
    if not amount.is_spread:
        return value
    ends = decimal_text(amount.least, 0), decimal_text(amount.most, 0)
    return _("{value} (likely {least} to {most})", value=value, least=ends[0], most=ends[1])
