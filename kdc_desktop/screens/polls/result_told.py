"""What is said of a result beside its table: the rule, papers, what was done, and the rounds."""

from kdc_desktop.domain.polls.states import PollEvent, Secrecy
from kdc_desktop.i18n import _, ngettext, sentences
from kdc_desktop.screens.polls.level_table import has_levels_alone
from kdc_desktop.services.polls.result_told import in_sentences
from kdc_desktop.services.polls.rows import PollResult

_USUAL = {PollEvent.OPENED, PollEvent.CLOSED, PollEvent.REVEALED}


def said_of(result: PollResult, hands: str) -> str:
    """The rule and what else is to be known of it; `hands` is what a show of hands does to it."""
    void = [step.told for step in result.steps if step.event is PollEvent.VOIDED]
    other = [] if result.announced else [_("This is not the announced result: it is a recount.")]
    secret = result.poll.secrecy == Secrecy.SECRET and result.poll.kind.adds_up
    plain = [_("A secret poll knows no sectors: the bars compare the totals.")] if secret else []
    done = [step.told for step in result.steps if step.event not in _USUAL | {PollEvent.VOIDED}]
    stands = [in_sentences(result).outcome] if has_levels_alone(result) else [result.rule]
    said = (*void, *other, *stands, *plain, hands, _papers(result), *result.remarks, *done)
    return sentences(filter(None, said))


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
