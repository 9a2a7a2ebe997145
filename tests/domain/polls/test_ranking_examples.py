"""Rankings are counted as published examples say."""

from fractions import Fraction

import pytest

from tests.domain.polls.elections import count, order, values, winners

TENNESSEE = ("Memphis", "Nashville", "Chattanooga", "Knoxville")
CAPITAL = (
    "42 Memphis>Nashville>Chattanooga>Knoxville, 26 Nashville>Chattanooga>Knoxville>Memphis, "
    "15 Chattanooga>Knoxville>Nashville>Memphis, 17 Knoxville>Chattanooga>Nashville>Memphis"
)
"""Where the capital of Tennessee should be: Wikipedia's example for each of these rules."""

SCHULZE = {
    "21 voters": (
        "8 ACDB, 2 BADC, 4 CDBA, 4 DBAC, 3 DCBA",
        "D",
    ),
    "9 voters, two winners": (
        "3 ABCD, 2 CBDA, 2 DABC, 2 DBCA",
        "B=D",
    ),
    "30 voters": (
        "5 ACBD, 2 ACDB, 3 ADCB, 4 BACD, 3 CBDA, 3 CDBA, 1 DACB, 5 DBAC, 4 DCBA",
        "D",
    ),
    "30 voters, five options": (
        "3 ABDEC, 5 ADEBC, 1 ADECB, 2 BADEC, 2 BDECA, 4 CABDE, 6 CBADE, 2 DBECA, 5 DECAB",
        "B",
    ),
    "63 voters": (
        "12 ABCD, 6 ADBC, 9 BCDA, 15 CDAB, 21 DBAC",
        "D",
    ),
    "15 voters, two winners": (
        "6 ACDB, 1 BADC, 3 CBDA, 3 DBAC, 2 DCBA",
        "A=D",
    ),
    "19 voters": (
        "3 ADEBCF, 3 BFECDA, 4 CABFDE, 1 DBCEFA, 4 DEFABC, 2 ECBDFA, 2 FACDBE",
        "A",
    ),
    "19 voters and 2 more, who harm whom they put first": (
        "3 ADEBCF, 3 BFECDA, 4 CABFDE, 1 DBCEFA, 4 DEFABC, 2 ECBDFA, 2 FACDBE, 2 AEFCBD",
        "D",
    ),
    "what is not ranked stands behind": (
        (
            "6 A>B>C>D, 8 A=B, 8 A=C, 18 A=C>D, 8 A=C=D, 40 B, 4 C>B>D, 9 C>D>A, 8 C=D, "
            "14 D>A>B, 11 D>B>C, 4 D>C>A"
        ),
        "D",
    ),
    "45 voters": (
        "5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC",
        "E",
    ),
}
"""Markus Schulze, “A New Monotonic, Clone-Independent, Reversal Symmetric, and Condorcet-Consistent
Single-Winner Election Method”, section 3, in its drafts of 2011 and 2017."""


@pytest.mark.parametrize(("cast", "won"), SCHULZE.values(), ids=SCHULZE)
def test_schulze_wins_as_in_his_own_examples(cast: str, won: str) -> None:
    titles = "".join(sorted({letter for letter in cast if letter.isalpha()}))
    assert winners(count("schulze", titles, cast), titles) == won


def test_schulze_ranks_all_as_in_his_example_of_45_voters() -> None:
    found = count("schulze", "ABCDE", SCHULZE["45 voters"][0])
    assert order(found, "ABCDE") == "E>A>C>B>D"
    assert values(found, "ABCDE") == {"E": 4, "A": 3, "C": 2, "B": 1, "D": 0}
    assert found.remarks[0] == "Compared two by two, no option beats every other one."


def test_schulze_lets_two_win_who_beat_neither_each_other() -> None:
    found = count("schulze", "ABCD", SCHULZE["9 voters, two winners"][0])
    assert order(found, "ABCD") == "B=D>A=C"


RBVOTE = (
    "98 ACEDB, 64 BAECD, 12 BAEDC, 98 BEACD, 13 BEADC, 125 BEDAC, 124 CAEDB, "
    "76 CEADB, 21 DABEC, 30 DBAEC, 98 DBECA, 139 DCABE, 23 DCBAE"
)
"""Rob LeGrand, “Descriptions of ranked-ballot voting methods”."""


def test_rules_disagree_as_legrand_says() -> None:
    assert order(count("schulze", "ABCDE", RBVOTE), "ABCDE") == "A>B>E>D>C"
    assert order(count("condorcet", "ABCDE", RBVOTE), "ABCDE") == "A=B>D=E>C"
    assert count("condorcet", "ABCDE", RBVOTE).winners == ()
    assert winners(count("irv", "ABCDE", RBVOTE), "ABCDE") == "D"
    borda = count("borda", "ABCDE", RBVOTE)
    assert winners(borda, "ABCDE") == "A"


def test_tennessee_by_borda() -> None:
    found = count("borda", TENNESSEE, CAPITAL)
    assert values(found, TENNESSEE) == {
        "Nashville": 194,
        "Chattanooga": 173,
        "Memphis": 126,
        "Knoxville": 107,
    }
    assert order(found, TENNESSEE) == "Nashville>Chattanooga>Memphis>Knoxville"


def test_tennessee_two_by_two() -> None:
    found = count("condorcet", TENNESSEE, CAPITAL)
    assert winners(found, TENNESSEE) == "Nashville"
    assert order(found, TENNESSEE) == "Nashville>Chattanooga>Knoxville>Memphis"
    assert order(count("schulze", TENNESSEE, CAPITAL), TENNESSEE) == order(found, TENNESSEE)


def test_tennessee_by_instant_run_off_and_what_the_room_is_told() -> None:
    found = count("irv", TENNESSEE, CAPITAL)
    assert order(found, TENNESSEE) == "Knoxville>Memphis>Nashville>Chattanooga"
    assert [dict(step.values) for step in found.rounds] == [
        {1: 42, 2: 26, 3: 15, 4: 17},
        {1: 42, 2: 26, 4: 32},
        {1: 42, 4: 58},
    ]
    assert [step.words for step in found.rounds] == [
        "“Chattanooga” has the fewest votes, 15, and drops out.",
        "“Nashville” has the fewest votes, 26, and drops out.",
        "“Knoxville” has 58 of 100 votes, more than half, and wins.",
    ]
    assert found.remarks == (
        "Compared two by two, “Nashville” beats every other option.",
        "Counted by Borda, “Nashville” would win.",
        "Counted by Schulze, “Nashville” would win.",
    )


def test_borda_where_a_majority_loses() -> None:
    """French Wikipedia, “Méthode Borda”, whose points are one more for each of 100 papers."""
    found = count("borda", "ABCD", "30 BACD, 30 BADC, 25 ACDB, 15 ADCB")
    assert values(found, "ABCD") == {"A": 240, "B": 180, "C": 95, "D": 85}
    assert winners(count("irv", "ABCD", "60 BACD, 40 ACDB"), "ABCD") == "B"


def test_two_that_are_level_are_no_circle() -> None:
    assert count("borda", "ABC", "2 A>B>C, 2 B>A>C").remarks == ()
    assert count("condorcet", "ABC", "2 A>B>C, 2 B>A>C").remarks[0] == (
        "Compared two by two, no option beats every other one."
    )
    circle = count("borda", "ABC", "1 A>B>C, 1 B>C>A, 1 C>A>B")
    assert circle.remarks[0] == "Compared two by two, no option beats every other one."


def test_copeland_of_wikipedia() -> None:
    """English Wikipedia, “Copeland's method”: no Condorcet winner, five options."""
    cast = "31 A>E>C>D>B, 30 B>A>E>C=D, 29 C>D>B>A=E, 10 D>A>E>B=C"
    found = count("condorcet", "ABCDE", cast)
    assert order(found, "ABCDE") == "A>B=C=E>D"
    assert values(found, "ABCDE") == {"A": 3, "B": 2, "C": 2, "E": 2, "D": 1}
    assert found.winners == ()
    assert found.remarks[0] == "Compared two by two, no option beats every other one."


BURLINGTON = ("Montroll", "Kiss", "Wright")
MAYOR = (
    "1332 Montroll>Kiss>Wright, 767 Montroll>Wright>Kiss, 455 Montroll, 2043 "
    "Kiss>Montroll>Wright, 371 Kiss>Wright>Montroll, 568 Kiss, 1513 "
    "Wright>Montroll>Kiss, 495 Wright>Kiss>Montroll, 1289 Wright"
)
"""The mayor of Burlington, Vermont, in 2009: the last three, as Warren D. Smith and others tell it;
English Wikipedia, “2009 Burlington mayoral election”."""


def test_burlington_where_the_run_off_passes_over_who_beats_everybody() -> None:
    found = count("irv", BURLINGTON, MAYOR)
    assert [dict(step.values) for step in found.rounds] == [
        {1: 2554, 2: 2982, 3: 3297},
        {2: 4314, 3: 4064},
    ]
    assert [step.words for step in found.rounds] == [
        "“Montroll” has the fewest votes, 2,554, and drops out.",
        "“Kiss” has 4,314 of 8,378 votes, more than half, and wins."
        " 455 papers rank nobody who is still in, and count no more.",
    ]
    assert found.remarks[0] == "Compared two by two, “Montroll” beats every other option."
    assert winners(count("schulze", BURLINGTON, MAYOR), BURLINGTON) == "Montroll"
    assert order(count("condorcet", BURLINGTON, MAYOR), BURLINGTON) == "Montroll>Kiss>Wright"


def test_a_run_off_may_harm_whoever_is_raised() -> None:
    """The usual example that instant run-off is not monotonic, as in Fishburn and Brams (1983)."""
    before = "39 ABC, 35 BCA, 26 CAB"
    assert winners(count("irv", "ABC", before), "ABC") == "A"
    raised = "49 ABC, 25 BCA, 26 CAB"
    assert winners(count("irv", "ABC", raised), "ABC") == "C"
    assert winners(count("schulze", "ABC", before), "ABC") == "A"
    assert winners(count("schulze", "ABC", raised), "ABC") == "A"


def test_bob_sue_and_bill() -> None:
    """English Wikipedia, “Instant-runoff voting”, five voters."""
    titles = ("Bob", "Sue", "Bill")
    cast = "2 Bob>Bill>Sue, 2 Sue>Bob>Bill, 1 Bill>Sue>Bob"
    assert order(count("irv", titles, cast), titles) == "Sue>Bob>Bill"


def test_ties_share_their_places_and_what_is_unranked_shares_what_is_left() -> None:
    assert values(count("borda", "ABCD", "1 A=B>C>D"), "ABCD") == {
        "A": Fraction(5, 2),
        "B": Fraction(5, 2),
        "C": 1,
        "D": 0,
    }
    assert values(count("borda", "ABCD", "1 A"), "ABCD") == {"A": 3, "B": 1, "C": 1, "D": 1}
    assert values(count("borda", "ABC", "2 A>B, 5 "), "ABC") == {"A": 4, "B": 2, "C": 0}


def test_equal_firsts_are_split_to_the_last_third() -> None:
    found = count("irv", "ABCD", "1 A=B=C>D, 1 A, 1 D")
    assert found.rounds[0].values == {1: Fraction(4, 3), 2: Fraction(1, 3), 3: Fraction(1, 3), 4: 1}
    assert found.rounds[0].words == ("“B” and “C” have the fewest votes, 0.33 each, and drop out.")
    assert found.rounds[1].values == {1: 2, 4: 1}
    assert order(found, "ABCD") == "A>D>B=C"
