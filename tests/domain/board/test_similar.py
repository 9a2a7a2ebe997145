"""Ideas that may say the same are found, short ones with care."""

from kdc_desktop.domain.board.similar import similar_pairs


def test_the_same_thought_in_other_words_is_found() -> None:
    texts = {
        5: "Cargo bikes that a whole block can book for an hour",
        9: "A whole block can book cargo bikes by the hour",
        2: "Rooftop greenhouse on waste heat",
    }
    assert [pair[:2] for pair in similar_pairs(texts)] == [(5, 9)]


def test_a_short_text_is_not_like_every_long_one() -> None:
    texts = {1: "Bus", 2: "A bus that waits for the last metro", 3: "bus!", 4: "", 5: "..."}
    assert similar_pairs(texts) == [(1, 3, 100.0)]


def test_nothing_gives_nothing() -> None:
    assert similar_pairs({}) == []
    assert similar_pairs({1: "Only one idea here tonight"}) == []


def test_no_more_pairs_than_asked_for_even_when_all_are_equal() -> None:
    assert len(similar_pairs(dict.fromkeys(range(600), "one idea again and again"), most=50)) == 50


def test_looking_ends_at_once_when_it_is_cancelled() -> None:
    asks = iter([True])
    alike = dict.fromkeys(range(600), "one idea again and again")
    assert similar_pairs(alike, cancelled=lambda: next(asks)) == []
