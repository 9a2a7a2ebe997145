"""The rows of a result: what is told of each option, and what stands where a number is not told."""

from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.giving import Giving
from kdc_desktop.domain.polls.hiding import ToldPart, told_words, with_hands
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.ranking import Result
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.services.polls.rows import OptionRow, ResultRow, ShareRow


def result_row(outcome: Result, ballots: Ballots, option: OptionRow, winner: bool) -> ResultRow:
    """One option; `winner`: it is taken further."""
    papers, one = ballots.cast.tally.papers, outcome.placed
    voting = [letter for letter in COUNTED if papers.get(letter)]
    every = len(voting) > 1 and all(outcome.share.get(letter, 0) > 0 for letter in voting)
    share = None if outcome.weakest_share is None else float(outcome.weakest_share)
    return ResultRow(
        option_id=option.id,
        idea_id=option.idea_id,
        cluster_id=option.cluster_id,
        title=option.title,
        place=outcome.rank_label,
        rank=outcome.rank,
        tied=outcome.tied,
        told=outcome.told,
        value=one.value,
        written=written_of(outcome, ballots.method, ballots.terms),
        length=_length(outcome, ballots),
        adds_up=ballots.method.adds_up,
        voters=one.voters,
        chosen=one.winner,
        spread=one.spread,
        low=one.low,
        high=one.high,
        parts=one.parts,
        cost=option.cost,
        shares=tuple(_share(letter, outcome, ballots) for letter in voting),
        rest=outcome.together,
        weakest_sector=outcome.weakest_sector,
        weakest_share=share,
        every_sector=every,
        winner=winner,
    )


def written_of(outcome: Result, method: Method, terms: Terms) -> str:
    """The value of an option, or the words that stand where it is not told."""
    if outcome.told is ToldPart.NUMBER:
        return method.written(outcome.value, terms)
    if outcome.told is ToldPart.AT_MOST:
        return with_hands(told_words(outcome.told, outcome.outcome.most), outcome.outcome.hands)
    return with_hands(method.nearly_words(outcome.told), outcome.outcome.hands)


def _length(outcome: Result, ballots: Ballots) -> float:
    """How long its bar is: where papers are told of by a bound or by “nearly”, as long as that."""
    method, terms, its = ballots.method, ballots.terms, outcome.outcome
    if its.told is ToldPart.NUMBER:
        return method.length(outcome.value, terms)
    if isinstance(method, Giving):
        papers = {ToldPart.AT_MOST: its.most, ToldPart.NEARLY_ALL: its.most}.get(its.told, 0)
        return float(papers + its.hands)
    return method.length(terms.highest, terms) if its.told is ToldPart.NEARLY_ALL else 0.0


def _share(letter: str, outcome: Result, ballots: Ballots) -> ShareRow:
    nearly = outcome.nearly.get(letter)
    if letter not in outcome.by_sector:
        return ShareRow(letter, None, told_words(nearly) if nearly else "", nearly)
    value = outcome.by_sector[letter]
    return ShareRow(letter, value, ballots.method.written(value, ballots.terms))
