"""Ranked papers written as in books: “12 A>B=C, 8 ACDB”."""

from collections.abc import Mapping, Sequence

from kdc_desktop.domain.polls.cast import Cast, Papers, cast_of, papers_of
from kdc_desktop.domain.polls.method import Count, Number
from kdc_desktop.domain.polls.methods import rule_of
from kdc_desktop.domain.polls.terms import PollChoice, Terms

Ranks = Mapping[int, int]
"""What a paper says: the rank of each option that it ranks."""


def ranks(order: str, titles: Sequence[str]) -> dict[int, int]:
    """The ranks that an order gives; titles of one letter need no signs between them."""
    if not order:
        return {}
    letters = not set(order) & set(">=") and max(map(len, titles)) == 1
    levels = list(order) if letters else order.split(">")
    return {
        titles.index(title) + 1: rank
        for rank, level in enumerate(levels, start=1)
        for title in level.split("=")
    }


def terms_of(titles: Sequence[str]) -> Terms:
    """Options with these titles and the ids 1, 2, …"""
    return Terms(tuple(PollChoice(at, title) for at, title in enumerate(titles, start=1)))


def papers(titles: Sequence[str], cast: str) -> Papers:
    """Papers with the number of each before it, between commas."""
    rows = [row.strip().partition(" ") for row in cast.split(",")]
    return papers_of(
        range(1, len(titles) + 1),
        [(ranks(order, titles), int(times)) for times, _space, order in rows],
    )


def count(rule: str, titles: Sequence[str], cast: str) -> Count:
    """What these papers come to by a rule."""
    return count_papers(rule, terms_of(titles), cast_of(papers(titles, cast)))


def count_papers(rule: str, terms: Terms, cast: Cast) -> Count:
    """What papers come to by a rule."""
    method, found = rule_of(rule)
    return method.count(cast, terms, found)


def order(counted: Count, titles: Sequence[str]) -> str:
    """Who stands where: “E>A=C>B”."""
    levels: dict[int, list[str]] = {}
    for one in counted.options:
        levels.setdefault(one.place, []).append(titles[one.option_id - 1])
    return ">".join("=".join(level) for level in levels.values())


def winners(counted: Count, titles: Sequence[str]) -> str:
    """Who wins: “B=D”."""
    return "=".join(titles[key - 1] for key in counted.winners)


def values(counted: Count, titles: Sequence[str]) -> dict[str, Number | None]:
    """What each is ranked by."""
    return {titles[one.option_id - 1]: one.value for one in counted.options}
