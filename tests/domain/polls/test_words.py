"""What is said of a count: what won and how closely, ties by name, and nothing that nobody said."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.method import (
    Count,
    Method,
    PictureKind,
    Placed,
)
from kdc_desktop.domain.polls.methods import method_of, methods, rule_of
from kdc_desktop.domain.polls.placing import placed
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, Terms
from kdc_desktop.domain.polls.words import InWords, Weakest, in_words
from tests.domain.polls.papers import SILENT, Paper, counted, options, raised
from tests.domain.polls.test_properties import CASES, Case, Said, cases, valid_papers
from tests.examples import examples

THREE = Terms(options(3), lowest=0, highest=5)


def told(rule: str, papers: Sequence[Paper], terms: Terms = THREE, **more: object) -> InWords:
    method, _rule = rule_of(rule)
    return in_words(counted(rule, terms, papers), terms, method, **more)  # type: ignore[arg-type]


def test_what_won_is_said_with_how_much_it_is_ahead() -> None:
    said = told("score", [{1: 5, 2: 4, 3: 1}, {1: 5, 2: 4, 3: 2}, {}])
    assert said.outcome == "“A” has won with 5.00."
    assert said.close == "“B” comes next with 4.00, 1.00 behind."
    assert said.papers == "3 papers were counted. 1 of them is blank."
    assert said.rule == (
        "Ranked by the mean of those who gave a number. Leaving an option out is not the same as "
        "giving it 0."
    )
    assert said.sentences == (said.outcome, said.close, said.papers, said.rule)


def test_votes_are_counted_ahead() -> None:
    said = told("approval", [{1: 1, 2: 1}, {1: 1, 3: 1}, {1: 1}])
    assert (said.outcome, said.close) == (
        "“A” has won with 3.",
        "“B” and “C” come next with 1, 2 behind.",
    )


def test_a_tie_is_told_by_name() -> None:
    said = told("approval", [{1: 1, 2: 1}, {1: 1, 2: 1, 3: 1}])
    assert said.outcome == "“A” and “B” share the first place with 2."
    assert said.close == ""


def test_a_tie_of_all_is_told_by_name_while_there_are_few() -> None:
    said = told("approval", [{1: 1, 2: 1, 3: 1}])
    assert said.outcome == "“A”, “B” and “C” share the first place with 1."
    many = Terms(options(200))
    said = told("approval", [dict.fromkeys(many.ids, 1)], many)
    assert said.outcome == "All 200 options share the first place with 1."


def test_of_many_that_are_tied_the_first_are_named() -> None:
    terms = Terms(options(9))
    said = told("approval", [dict.fromkeys(range(1, 9), 1)], terms)
    assert said.outcome == ("“A”, “B”, “C”, “D”, “E” and 3 more share the first place with 1.")


def test_further_ties_are_told_up_to_three() -> None:
    terms = Terms(options(11))
    votes = {1: 6, 2: 5, 3: 5, 4: 4, 5: 4, 6: 3, 7: 3, 8: 2, 9: 2, 10: 1, 11: 1}
    papers = [{key: 1 for key, n in votes.items() if n > number} for number in range(6)]
    said = told("approval", papers, terms)
    assert said.close == "“B” and “C” come next with 5, 1 behind."
    assert said.ties == (
        "“D” and “E” share place 4.",
        "“F” and “G” share place 6.",
        "“H” and “I” share place 8.",
        "1 more place is shared.",
    )


def test_what_is_equal_when_it_is_rounded_is_said_to_be_close() -> None:
    papers: list[Paper] = [*[{1: 3, 2: 3}] * 999, {1: 4, 2: 3}]
    said = told("score", papers)
    assert said.close == "“B” comes next, so closely that 3.00 is written for both."


def test_grades_have_no_distance() -> None:
    said = told("majority_judgment", [{1: 5, 2: 3, 3: 3}])
    assert said.outcome == "“A” has won with “Excellent”."
    assert said.close == "“B” and “C” come next with “Good”."


ANY = Terms(
    (PollChoice(1, "A", 3), PollChoice(2, "B", 5)),
    marks_each=9,
    total=5,
    criteria=(CriterionTerms(1, "Impact"),),
)
every = pytest.mark.parametrize("method", methods(), ids=lambda method: method.key)


@every
def test_every_method_tells_what_won_alone(method: Method) -> None:
    spot = next(iter(method.spots(ANY)))
    for rule in method.rules:
        said = in_words(counted(rule.key, ANY, [{spot: 1}] * 3), ANY, method)
        assert all(one.endswith(".") for one in said.sentences)
        assert said.outcome.startswith("“A” ")
        assert said.papers == "3 papers were counted."


@every
@pytest.mark.parametrize("papers", SILENT)
def test_nothing_wins_where_nobody_said_anything(method: Method, papers: list[Paper]) -> None:
    for rule in method.rules:
        said = in_words(counted(rule.key, ANY, papers), ANY, method)
        assert said.outcome == "Nobody said anything, so nothing comes first."
        assert (said.close, said.ties, said.weakest) == ("", (), ())
        assert said.papers == (
            "2 papers were counted, and all of them are blank." if papers else "Nobody voted."
        )


def test_nothing_to_vote_on_is_said() -> None:
    assert told("approval", [], Terms(())).outcome == "There is nothing to vote on."


def test_hands_alone_are_said_to_be_hands() -> None:
    method = method_of("temperature")
    thumbs = Terms(options(1), lowest=-1, highest=1)
    count = method.count(raised(thumbs, (0, 4, 0)), thumbs, method.rule())
    said = in_words(count, thumbs, method)
    assert said.outcome == "“A”: 4 say “Thumb sideways”. The median is “Thumb sideways”."
    assert said.papers == "Raised hands were counted, no papers."


def test_a_temperature_tells_how_many_said_what_and_where_the_middle_is() -> None:
    method, fist = method_of("temperature"), Terms(options(1), lowest=0, highest=5)
    count = method.count(raised(fist, (1, 0, 0, 2, 3, 0)), fist, method.rule())
    assert in_words(count, fist, method).outcome == (
        "“A”: 1 says “Fist: no”, 2 say “Three: can live with it”, 3 say “Four: good”."
        " The median is “Three: can live with it”."
    )


def test_a_temperature_of_several_things_has_no_winner_in_words() -> None:
    said = told("temperature", [{1: 5, 2: 3, 3: 1}])
    assert said.outcome == "“A” stands first with “Five: I will lead”."


def test_a_rule_that_chooses_none_has_none() -> None:
    count = counted("approval", THREE, [{1: 1}])
    none = replace(count, options=tuple(replace(one, winner=False) for one in count.options))
    assert in_words(none, THREE, method_of("approval")).outcome == "Nothing has won by this rule."


def test_what_cannot_be_ranked_is_said_to_be_so() -> None:
    terms = Terms(options(2), criteria=(CriterionTerms(1, "Impact"), CriterionTerms(2, "Ease")))
    said = told("criteria", [{Spot(1, 1): 3}], terms)
    assert said.outcome == "Nothing can be ranked by this rule."


def test_what_is_funded_is_told_with_what_it_costs() -> None:
    class Money(type(method_of("approval"))):  # type: ignore[misc]
        picture = PictureKind.FUNDED

    terms = Terms(
        (PollChoice(1, "A", 30), PollChoice(2, "B", 50), PollChoice(3, "C", 90)), total=100
    )
    rows = [Placed(key, 0, False, key < 3, 4 - key, 4 - key) for key in terms.ids]
    rule = method_of("approval").rule()
    count = Count(rule, 3, 0, placed(rows, lambda row: row.value, chosen=False))
    said = in_words(count, terms, Money())
    assert said.outcome == "“A” and “B” are funded, for 80 of 100."
    assert (said.close, said.ties) == ("", ())
    none = replace(count, options=tuple(replace(one, winner=False) for one in count.options))
    assert in_words(none, terms, Money()).outcome == "The money is enough for none of them."


@pytest.mark.parametrize(
    ("share", "nearly", "sentence"),
    [
        (Fraction(1, 5), False, "Least support for “A”: Residents, 20 %."),
        (Fraction(0), False, "Least support for “A”: Residents, 0 %."),
        (Fraction(1), False, "Least support for “A”: Residents, 100 %."),
        (Fraction(1, 5), True, "Least support for “A”: Residents, 20 %."),
        (Fraction(0), True, "Least support for “A”: Residents, nearly none."),
        (Fraction(1, 40), True, "Least support for “A”: Residents, nearly none."),
        (Fraction(1), True, "Every sector supports “A”, nearly wholly."),
        (Fraction(39, 40), True, "Every sector supports “A”, nearly wholly."),
    ],
)
def test_the_weakest_sector_of_the_first_is_told(
    share: Fraction, nearly: bool, sentence: str
) -> None:
    weakest: Weakest = {1: ("R", share), 2: ("C", Fraction(1, 2))}
    said = told("approval", [{1: 1}], weakest=weakest, nearly=nearly)
    assert said.weakest == (sentence,)
    assert told("approval", [{2: 1}], weakest={1: ("R", share)}).weakest == ()


def test_what_the_rule_remarks_is_read_out_with_the_rest() -> None:
    said = told("score", [{1: 1, 2: 0}])
    assert said.remarks == ("Nobody said anything of “C”.",)
    assert said.remarks[0] in said.sentences


@cases
def test_whatever_was_cast_is_told_in_whole_sentences(case: Case) -> None:
    @settings(max_examples=examples(25), deadline=None)
    @given(valid_papers(case))
    def look(papers: list[Said]) -> None:
        method = method_of(case.method)
        count = counted(method.rule().key, case.terms, papers)
        said = in_words(count, case.terms, method)
        assert all(one.endswith(".") for one in said.sentences)
        first = [one.option_id for one in count.options if one.place == 1]
        assert ("has won" in said.outcome) == (len(count.winners) == 1 and method.decides)
        assert ("share the first place" in said.outcome) == (len(first) > 1 and bool(count.winners))

    look()


def test_every_method_here_is_told() -> None:
    assert {case.method for case in CASES} <= {method.key for method in methods()}
