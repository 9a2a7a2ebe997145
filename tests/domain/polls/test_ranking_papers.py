"""What is valid on a ranked paper, and that whatever was cast comes to something right."""

import pytest

from kdc_desktop.domain.polls.cast import Spot, cast_of, papers_of, spots
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.terms import PollChoice, Terms
from tests.domain.polls.elections import count, count_papers, order, terms_of, values, winners

RULES = ("borda", "schulze", "irv", "condorcet")
rules = pytest.mark.parametrize("rule", RULES)
METHOD = method_of("ranking")


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ({}, None),
        ({1: 1, 2: 1, 3: 4}, None),
        ({1: 0}, "The first rank is 1: start again."),
        ({1: 1, 2: 2, 3: 3, 4: 4}, "You may rank 3 and ranked 4: take 1 back."),
        ({9: 1}, "One of these options is not on this paper: start again."),
    ],
)
def test_a_paper_is_checked_with_a_sentence(marks: dict[int, int], sentence: str | None) -> None:
    terms = Terms(terms_of("ABCD").options, marks_each=3)
    assert check(METHOD, terms, spots(marks)) == sentence


def test_gaps_are_closed_when_a_paper_is_kept() -> None:
    kept = METHOD.kept(terms_of("ABCD"), spots({1: 4, 2: 9, 3: 4}))
    assert kept == {Spot(1): 1, Spot(2): 2, Spot(3): 1}


def test_what_stands_for_several_gets_the_best_of_their_ranks() -> None:
    assert METHOD.together(terms_of("AB"), [5, 2, 3]) == 2


def test_the_rule_and_a_mark_in_a_few_words() -> None:
    terms = terms_of("AB")
    assert METHOD.line(terms) == "Ranking"
    assert METHOD.line(Terms(terms.options, marks_each=3)) == "Ranking, up to 3"
    assert [METHOD.said(terms, rank) for rank in (0, 2)] == ["not ranked", "place 2"]
    assert METHOD.signs(terms, 2) == "2."
    assert METHOD.signature


@rules
def test_nobody_wins_where_nobody_says_anything(rule: str) -> None:
    for cast in ("0 ", "7 "):
        found = count(rule, "ABC", cast)
        assert (order(found, "ABC"), found.winners) == ("A=B=C", ())
        assert (found.rounds, found.remarks) == ((), ())
        assert values(found, "ABC") == {"A": 0, "B": 0, "C": 0}
        assert found.blank == found.papers
    empty = count_papers(rule, terms_of("AB"), cast_of(papers_of((1, 2), [])))
    assert (empty.papers, empty.blank, empty.winners) == (0, 0, ())


@rules
def test_a_single_option_wins_once_it_is_ranked(rule: str) -> None:
    found = count(rule, "A", "3 A, 1 ")
    assert (found.winners, found.remarks) == ((1,), ())
    assert found.options[0].voters == 3


@rules
def test_a_poll_without_options_comes_to_nothing(rule: str) -> None:
    found = count_papers(rule, Terms(()), cast_of(papers_of((), [({}, 3)])))
    assert (found.options, found.papers, found.winners) == ((), 3, ())


@rules
def test_a_tie_of_all_is_one(rule: str) -> None:
    everybody = "=".join("ABCDE")
    for cast in (f"4 {everybody}", "1 ABCDE, 1 BCDEA, 1 CDEAB, 1 DEABC, 1 EABCD"):
        found = count(rule, "ABCDE", cast)
        assert order(found, "ABCDE") == everybody
        assert all(one.tied for one in found.options)
        assert winners(found, "ABCDE") == ("" if rule == "condorcet" else everybody)


def test_a_tie_of_many_is_told_in_a_sentence_that_ends() -> None:
    titles = [f"Idea {at}" for at in range(200)]
    found = count("irv", titles, "3 " + "=".join(titles))
    assert found.rounds[0].words == (
        "“Idea 0”, “Idea 1”, “Idea 2”, “Idea 3”, “Idea 4” and 195 more"
        " are left with 0.02 votes each, so they are tied."
    )


@rules
def test_two_hundred_options_ranked_whole(rule: str) -> None:
    titles = [f"Idea {at}" for at in range(200)]
    up, down = ">".join(titles), ">".join(reversed(titles))
    assert order(count(rule, titles, f"2 {up}, 1 {down}"), titles) == up if rule != "irv" else True
    assert winners(count(rule, titles, f"2 {up}, 1 {down}"), titles) == "Idea 0"


@rules
def test_gaps_and_wild_numbers_mean_no_more_than_their_order(rule: str) -> None:
    terms = terms_of("ABCD")
    wild = [({1: -(10**15), 2: 0, 3: 10**15}, 3), ({4: 5, 2: 900}, 2)]
    tame = [({1: 1, 2: 2, 3: 3}, 3), ({4: 1, 2: 2}, 2)]
    one, two = (count_papers(rule, terms, cast_of(papers_of(terms.ids, p))) for p in (wild, tame))
    assert one == two


@rules
def test_what_is_no_longer_on_the_paper_is_passed_over(rule: str) -> None:
    """As where an option was taken out of the terms that papers are recounted by."""
    cast = cast_of(papers_of((1, 2, 3), [({3: 1, 1: 2}, 2), ({2: 1}, 1), ({3: 1}, 4)]))
    two = Terms((PollChoice(2, "B"), PollChoice(1, "A")))
    found = count_papers(rule, two, cast)
    assert found.winners == (1,)
    assert [one.voters for one in found.options] == [2, 1]


def test_values_are_written_as_people_write_them() -> None:
    terms = terms_of("AB")
    found = count("irv", "ABC", "1 A=B=C, 1 A")
    assert [METHOD.written(one.value, terms) for one in found.options] == ["1.33", "0.33", "0.33"]
    assert METHOD.written(1250, terms) == "1,250"
    assert METHOD.written(None, terms) == "none"
