"""What is valid on a paper of pairs, and what is said of it."""

from collections.abc import Iterable

import pytest

from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.terms import Terms
from tests.domain.polls.elections import terms_of

METHOD = method_of("pairwise")


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ({}, None),
        ({(1, 2): 1, (3, 1): 1}, None),
        ({(1, 2): 2}, "A pair is answered by one of its two options: start again."),
        (
            {(1, 2): 1, (2, 1): 1},
            "You preferred “A” to “B”, and “B” to “A”: keep one of them.",
        ),
        (
            {(1, 2): 1, (1, 3): 1, (2, 3): 1},
            "You may answer 2 pairs and answered 3: take 1 back.",
        ),
        ({(1, 1): 1}, "One of these options is not on this paper: start again."),
        ({(1, 9): 1}, "One of these options is not on this paper: start again."),
    ],
)
def test_a_paper_is_checked_with_a_sentence(
    marks: dict[tuple[int, int], int], sentence: str | None
) -> None:
    terms = Terms(terms_of("ABC").options, marks_each=2)
    assert check(METHOD, terms, {Spot(*at): value for at, value in marks.items()}) == sentence


def test_many_papers_of_many_options_are_checked_without_laying_out_all_pairs_for_each() -> None:
    class Watched(type(METHOD)):  # type: ignore[misc]
        laid_out = 0

        def spots(self, terms: Terms) -> Iterable[Spot]:
            Watched.laid_out += 1
            found: Iterable[Spot] = super().spots(terms)
            return found

    method = Watched()
    for other in range(2, 201):
        terms = terms_of([f"Idea {at}" for at in range(200)])
        assert check(method, terms, {Spot(1, other): 1}) is None
    assert Watched.laid_out == 1


def test_a_poll_by_pairs_needs_a_pair() -> None:
    assert METHOD.least_options == 2
    assert list(METHOD.spots(terms_of("AB"))) == [Spot(1, 2), Spot(2, 1)]


def test_the_rule_and_a_mark_in_a_few_words() -> None:
    terms = terms_of("AB")
    assert METHOD.line(terms) == "Two at a time"
    assert METHOD.line(Terms(terms.options, marks_each=20)) == "Two at a time, up to 20"
    assert [METHOD.said(terms, mark) for mark in (0, 1)] == ["not preferred", "preferred"]
    assert METHOD.signs(terms, 1) == "✓"
    assert METHOD.written(None, terms) == "none"
