"""What is said of a result beside its table: what matters at once, and how it was counted."""

from typing import NamedTuple

from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.states import PollEvent, Secrecy
from kdc_desktop.i18n import _, ngettext, sentences
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
    secret = result.poll.secrecy == Secrecy.SECRET and result.poll.kind.adds_up
    plain = _("A secret poll knows no sectors: the bars compare the totals.") if secret else ""
    done = sentences(one.told for one in result.steps if one.event not in _USUAL | _AT_ONCE)
    how = (rule, *known[MOST_LINES:], plain, hands, _papers(result), done)
    return SaidOf(
        "\n".join((*steps[PollEvent.VOIDED][-1:], *other)),
        "\n".join(known[:MOST_LINES]),
        "\n".join(filter(None, how)),
    )


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
