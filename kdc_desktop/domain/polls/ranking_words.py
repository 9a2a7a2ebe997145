"""A count of rankings in words: its rounds, who beats everybody, and where rules disagree."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from kdc_desktop.domain.polls.levels import named
from kdc_desktop.domain.polls.method import Number, Round, Rule
from kdc_desktop.domain.polls.ranked_papers import RankedPapers, whole
from kdc_desktop.domain.polls.runoff import RunoffStep
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.i18n import _, decimal_text, ngettext, number_text, sentences


def points_text(value: Number) -> str:
    """A number of points or votes: “12”, “12.5”, “4.33”."""
    if isinstance(value, int):
        return number_text(value)
    return decimal_text(float(value), 2, trimmed=True)


def round_of(step: RunoffStep, terms: Terms) -> Round:
    """A round of an instant run-off, told."""
    values = {terms.ids[option]: whole(votes) for option, votes in step.votes.items()}
    return Round(sentences((_decision(step, terms), _exhausted(step))), values)


def remarks_of(papers: RankedPapers, terms: Terms, rule: Rule, rules: Sequence[Rule]) -> list[str]:
    """Who beats every other option, and by which of the other rules somebody else would win."""
    if not papers.said or len(terms.options) < 2:
        return []
    told = (_condorcet(papers, terms, rule), *_disagreeing(papers, terms, rule, rules))
    return list(filter(None, told))


def _decision(step: RunoffStep, terms: Terms) -> str:
    most, of_all = max(step.votes.values()), sum(step.votes.values(), Fraction(0))
    if step.out:
        fewest = points_text(whole(step.votes[step.out[0]]))
        return ngettext(
            "{options} has the fewest votes, {votes}, and drops out.",
            "{options} have the fewest votes, {votes} each, and drop out.",
            len(step.out),
            options=_names(terms, step.out),
            votes=fewest,
        )
    first = [option for option, votes in step.votes.items() if votes == most]
    if len(first) > 1:
        return _(
            "{options} are left with {votes} votes each, so they are tied.",
            options=_names(terms, first),
            votes=points_text(whole(most)),
        )
    return _(
        "{option} has {votes} of {all} votes, more than half, and wins.",
        option=_names(terms, first),
        votes=points_text(whole(most)),
        all=points_text(whole(of_all)),
    )


def _exhausted(step: RunoffStep) -> str:
    if not step.exhausted:
        return ""
    return ngettext(
        "{count} paper ranks nobody who is still in, and counts no more.",
        "{count} papers rank nobody who is still in, and count no more.",
        step.exhausted,
    )


def _condorcet(papers: RankedPapers, terms: Terms, rule: Rule) -> str:
    winner = papers.condorcet_winner
    if winner is not None:
        name = _names(terms, [winner])
        return _("Compared two by two, {option} beats every other option.", option=name)
    if papers.has_unbeaten and len(papers.outcome(rule.key).winners) > 1:
        return ""  # they are level, and share the first place: no circle is behind it
    return _("Compared two by two, no option beats every other one.")


def _disagreeing(
    papers: RankedPapers, terms: Terms, rule: Rule, rules: Iterable[Rule]
) -> Iterator[str]:
    """The Condorcet winner has been named: it is left out here."""
    own = papers.outcome(rule.key).winners
    for other in rules:
        won = papers.outcome(other.key).winners
        if other.key not in (rule.key, "condorcet") and won != own:
            names = _names(terms, won)
            yield _("Counted by {rule}, {options} would win.", rule=other.name, options=names)


def _names(terms: Terms, places: Iterable[int]) -> str:
    return named(terms, [terms.ids[place] for place in places])
