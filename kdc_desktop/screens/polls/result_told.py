"""What is said of a result beside its table: what matters at once, and how it was counted."""

from typing import NamedTuple

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.states import PollEvent, Secrecy
from kdc_desktop.i18n import _, listed_and, ngettext, quoted, sentences
from kdc_desktop.screens.polls.level_table import has_levels_alone
from kdc_desktop.services.polls.parts_told import money_told
from kdc_desktop.services.polls.result_told import in_sentences, passes_over, shared_first
from kdc_desktop.services.polls.rows import PollResult

MOST_LINES = 3  # more are a paragraph again, which nobody reads
_USUAL = {PollEvent.OPENED, PollEvent.CLOSED, PollEvent.REVEALED}
_AT_ONCE = {PollEvent.VOIDED, PollEvent.OVERRULED}


class SaidOf(NamedTuple):
    """Lines: `warning` that it does not hold as it stands, `told` at once, `how` where asked."""

    warning: str
    told: str
    how: str


def said_of(result: PollResult, hands: str) -> SaidOf:
    """What is to be known of a result; `hands` is what a show of hands does to it."""
    steps = {event: [one.told for one in result.steps if one.event is event] for event in _AT_ONCE}
    other = [] if result.announced else [_("This is not the announced result: it is a recount.")]
    rule, aside = _rule(result)
    stands = in_sentences(result).outcome if has_levels_alone(result) else ""
    first = (
        stands,
        money_told(result),
        aside,
        shared_first(result),
        *(steps[PollEvent.OVERRULED][-1:] if passes_over(result) else ()),
        *result.remarks,
    )
    known = list(filter(None, first))
    at_once = 0 if result.is_void else MOST_LINES  # what does not hold is told where one asks
    secret = result.poll.secrecy == Secrecy.SECRET and result.poll.kind.adds_up
    plain = _("A secret poll knows no sectors: the bars compare the totals.") if secret else ""
    done = sentences(one.told for one in result.steps if one.event not in _USUAL | _AT_ONCE)
    how = (rule, *known[at_once:], plain, hands, _papers(result), done)
    return SaidOf(
        "\n".join((*steps[PollEvent.VOIDED][-1:], *_still_taken(result), *other)),
        "\n".join(known[:at_once]),
        "\n".join(filter(None, how)),
    )


def _still_taken(result: PollResult) -> list[str]:
    """What is still taken further by a result that is void."""
    taken = [quoted(shortened(row.title)) for row in result.rows if row.winner]
    if not result.is_void or not taken:
        return []
    return [
        ngettext(
            "{options} is still marked as a winner by it: unmark it, or hold another round.",
            "{options} are still marked as winners by it: unmark them, or hold another round.",
            len(taken),
            options=listed_and(taken),
        )
    ]


def _rule(result: PollResult) -> tuple[str, str]:
    """The rule, and why numbers are missing where some are: that is said at once."""
    if result.too_few:
        return "", result.rule
    if all(row.told is ToldPart.NUMBER for row in result.rows):
        return result.rule, ""
    rule = str(result.poll.kind.rule(result.rule_key).sentence)
    return rule, result.rule.removeprefix(rule).strip()


def _papers(result: PollResult) -> str:
    if not result.blank:
        return ""
    return ngettext(
        "{blank} of {count} paper is blank.",
        "{blank} of {count} papers are blank.",
        result.papers,
        blank=result.blank,
    )


def rounds_of(result: PollResult) -> str:
    """The rounds of the count, a line each; empty where it has none."""
    return "\n".join(
        _("{number}. {text}", number=number, text=one.words)
        for number, one in enumerate(result.rounds, start=1)
    )
