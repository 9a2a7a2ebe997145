"""A result in whole sentences, as pages, the workbook and the command tell it."""

from dataclasses import replace
from fractions import Fraction

from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.levels import named
from kdc_desktop.domain.polls.method import Count, PictureKind, Placed
from kdc_desktop.domain.polls.states import Order, PollEvent, Secrecy
from kdc_desktop.domain.polls.terms import PollChoice, Terms
from kdc_desktop.domain.polls.words import InWords, Weakest, in_words
from kdc_desktop.i18n import _, ngettext, sentences
from kdc_desktop.services.polls.rows import PollResult


def in_sentences(found: PollResult) -> InWords:
    """What it came to, by the rule and in the order by which it was asked for.

    Whatever is not told is said with the rule; what a void result says is told as what was.
    """
    told = _in_sentences(found)
    if found.poll.voided_at is None or not told.outcome:
        return told
    return told._replace(outcome=_("Before that it read: {outcome}", outcome=told.outcome))


def _in_sentences(found: PollResult) -> InWords:
    if any(one.told is not ToldPart.NUMBER for one in found.rows):
        return _partly(found)
    method = found.poll.kind
    terms = _terms(found)
    rows = tuple(
        Placed(one.option_id, one.rank, one.tied, one.chosen, one.value, one.voters, one.spread)
        for one in found.rows
    )
    count = Count(
        method.rule(found.rule_key), found.papers, found.blank or 0, rows, remarks=found.remarks
    )
    told = in_words(
        count, terms, method, _weakest(found), nearly=found.poll.secrecy != Secrecy.NAMED
    )
    if found.order is Order.WEAKEST:
        told = told._replace(outcome=_least_behind(found, terms), close="", ties=())
    return told._replace(rule=found.rule)


def _partly(found: PollResult) -> InWords:
    """What it came to where some numbers may not be told."""
    first = [one for one in found.rows if one.rank == 1 and one.place and one.has_votes]
    outcome = ""
    if first:
        names = named(_terms(found), [one.option_id for one in first])
        outcome = (
            _("{options} came first.", options=names)
            if first[0].told is ToldPart.PLACE
            else _("{options} came first: {value}.", options=names, value=first[0].written)
        )
    papers = ngettext("{count} paper was counted.", "{count} papers were counted.", found.papers)
    return InWords(found.rule, papers, outcome, "", (), (), found.remarks)


def what_became_of_it(found: PollResult) -> tuple[str, ...]:
    """That it is void, or that others than the first are taken further, each with the reason.

    Empty of a result that holds and was followed.
    """
    announced = [at for at, one in enumerate(found.steps) if one.event is PollEvent.REVEALED]
    since = found.steps[announced[-1] :] if announced else ()
    last = {one.event: one for one in since}
    told = []
    if PollEvent.VOIDED in last:
        told.append(last[PollEvent.VOIDED])
    if PollEvent.OVERRULED in last and passes_over(found):
        told.append(last[PollEvent.OVERRULED])
    return tuple(ended(one.told) for one in told)


def shared_first(found: PollResult) -> str:
    """That several share the first place; empty where one has it, or nothing is ranked."""
    first = [one for one in found.rows if one.rank == 1 and one.place and one.has_votes]
    if len(first) < 2 or found.poll.kind.picture is PictureKind.FUNDED:
        return ""
    names = named(_terms(found), [one.option_id for one in first])
    if len(first) == 2:
        return _("Two share the first place: {options}.", options=names)
    return ngettext(
        "{count} shares the first place: {options}.",
        "{count} share the first place: {options}.",
        len(first),
        options=names,
    )


def why_void(found: PollResult) -> str:
    """The reason for which it was declared void; empty of a result that holds."""
    said = [one.reason for one in found.steps if one.event is PollEvent.VOIDED]
    return said[-1] if found.poll.voided_at is not None and said else ""


def why_others(found: PollResult) -> str:
    """Why others than the first were taken further; empty where nobody was passed over."""
    said = [one.reason for one in found.steps if one.event is PollEvent.OVERRULED]
    return said[-1] if said and passes_over(found) else ""


def passes_over(found: PollResult) -> bool:
    """Whether something is taken further that came after something that is not."""
    comes = found.taken_in_order
    taken = [comes[one.option_id] for one in found.rows if one.winner]
    left = [comes[one.option_id] for one in found.rows if not one.winner]
    return bool(taken and left) and min(left) < max(taken)


def all_told(found: PollResult) -> str:
    """All of it, in the order in which it is read out; first of all whether it holds."""
    said = in_sentences(found)
    rounds = tuple(one.words for one in found.rounds)
    told = (said.outcome, said.close, *said.ties, *said.weakest, *said.remarks, *rounds)
    return sentences((*what_became_of_it(found), *told, said.papers, said.rule))


def ended(sentence: str) -> str:
    """A sentence that ends with what somebody wrote, with its full stop."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else _("{words}.", words=sentence)


def _terms(found: PollResult) -> Terms:
    """With options called as in the result: with those that are counted with them."""
    titles = {one.option_id: one.title for one in found.rows}
    given = found.terms.options
    options = (PollChoice(one.id, titles.get(one.id, one.title), one.cost) for one in given)
    return replace(found.terms, options=tuple(options))


def _weakest(found: PollResult) -> Weakest:
    return {
        one.option_id: (one.weakest_sector, Fraction(one.weakest_share))
        for one in found.rows
        if one.weakest_sector is not None and one.weakest_share is not None
    }


def _least_behind(found: PollResult, terms: Terms) -> str:
    first = [one for one in found.rows if one.rank == 1]
    if not first or first[0].weakest_share is None:
        return _("No sector can be shown by itself, so nothing comes first by the weakest one.")
    return ngettext(
        "{options} has the most support in the sector that supports it least.",
        "{options} share the most support in the sector that supports each least.",
        len(first),
        options=named(terms, [one.option_id for one in first]),
    )
