"""Which offers meet which needs: by the words that both say, whatever they say."""

from collections import Counter
from itertools import permutations
from time import process_time
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.offers.matching import MOST_EACH, matches


class Said(NamedTuple):
    id: int
    text: str
    person_id: int | None
    organisation_id: int | None = None
    department_id: int | None = None
    speaks_for: int | None = None


def offers(*texts: str) -> list[Said]:
    return [Said(at, text, at) for at, text in enumerate(texts, 1)]


def needs(*texts: str) -> list[Said]:
    return [Said(100 + at, text, 100 + at) for at, text in enumerate(texts, 1)]


def pairs(found: list) -> list[tuple[int, int]]:
    return [(one.offer_id, one.need_id) for one in found]


@pytest.mark.parametrize(
    ("offer", "need", "words"),
    [
        ("Pilot funding from the city", "Funding for a pilot", ("Funding", "pilot")),
        ("Three developers for two weeks", "A developer", ("developer",)),
        ("Permits for street experiments", "a permit for our street", ("permit", "street")),
        ("AI and IT expertise", "Somebody who has used AI", ("AI",)),
        ("Rahoitusta pilotteihin", "Alkurahoitus", ("Alkurahoitus",)),
        ("Tilaa kaupungin varikolla", "Kaupunki mukaan", ("Kaupunki",)),
        ("Tutkimuksen tuloksia", "Tutkimus kävelystä", ("Tutkimus",)),
        ("Möteslokal i centrum", "En lokal för tjugo", ("lokal",)),
        ("Finansiering av piloter", "finansiär", ("finansiär",)),
    ],
)
def test_words_meet_in_other_forms_in_three_languages(offer, need, words):
    (one,) = matches(offers(offer), needs(need))
    assert one.words == words


@pytest.mark.parametrize(
    ("offer", "need"),
    [
        ("Marketing help", "Help with permits"),
        ("Communication", "A community garden"),
        ("Car sharing", "Care for the old"),
        ("Our company offers a project", "We need a project with your company in 2026"),
        ("100 chairs", "100 cyclists"),
        ("", "A yard"),
        ("🚲", "🚲"),
    ],
)
def test_what_everybody_says_and_what_only_looks_alike_meets_nothing(offer, need):
    assert matches(offers(offer), needs(need)) == []


def test_nobody_meets_their_own_need_nor_that_of_their_organisation():
    need = Said(9, "a test lab", None, 4, 2)
    assert matches([Said(1, "a test lab", None, 4, 2)], [need]) == []
    assert matches([Said(2, "a test lab", 7, speaks_for=4)], [need]) == []
    assert matches([Said(3, "a test lab", 7)], [Said(8, "a test lab", 7)]) == []
    assert matches([Said(3, "a test lab", None, 4)], [need]) == []
    assert pairs(matches([Said(4, "a test lab", None, 4, 3)], [need])) == [(4, 9)]
    assert pairs(matches([Said(5, "a test lab", 7, speaks_for=5)], [need])) == [(5, 9)]


def test_the_best_come_first_and_no_more_than_can_be_read():
    many = offers(*(f"electric bike of colour{at}" for at in range(10)), "electric cargo bike")
    found = matches(many, needs("an electric cargo bike"))
    assert found[0].offer_id == 11
    assert len(found) == len(many)  # each offer's best need is this one
    alike = matches(offers(*["a bike"] * 10), needs(*["bikes"] * 10))
    several = Counter(one.need_id for one in alike)
    assert min(several.values()) >= MOST_EACH
    assert len(alike) < 10 * 10


@pytest.mark.parametrize("text", ["Funding", "Pilot funding", "Funding for bikes in our yards"])
@pytest.mark.parametrize("besides", [0, 60])
def test_one_more_who_says_it_leaves_no_need_empty(text, besides):
    others = [f"word{chr(97 + at % 26)}x{at} thing{at}" for at in range(besides)]
    before = 0
    for many in range(1, 61):
        found = matches(offers(*[text] * many, *others), needs(*[text] * many))
        assert {one.need_id for one in found} == {100 + at for at in range(1, many + 1)}
        assert len(found) >= before
        before = len(found)


def test_who_needs_what_all_offer_is_met_by_them_and_best_by_who_offers_the_rest():
    many = offers(*["Pilot funding from the city"] * 40, "A yard in the city", "Pilot funding")
    found = matches(many, needs("Funding for pilots", "A yard"))
    assert {one.need_id for one in found} == {101, 102}
    assert [one.offer_id for one in found if one.need_id == 102] == [41]


WORD = ["".join(way) for way in permutations("bikru")][:100]


def test_a_place_that_everybody_names_is_no_reason_by_itself():
    things = ("permits", "greenhouse", "robots", "ferries", "sensors", "timber", "welding")
    said = [f"Helsinki Kalasatama: {things[at % 7]} {WORD[at]} {WORD[-at - 1]}" for at in range(40)]
    found = matches(offers(*said[:20]), needs(*said[20:]))
    assert {one.words[-1] for one in found} <= {*things}
    assert {things[(one.offer_id - 1) % 7] for one in found} == {*things}
    assert [one for one in found if (one.offer_id - 1) % 7 != (one.need_id - 81) % 7] == []


WORDS = st.sampled_from(
    (
        *("bike", "bikes", "Bikers", "rahoitus", "rahoituksen", "lokal", "lokaler", "yard", "AI"),
        *("kaupunki", "kaupungin", "alkurahoitus", "help", "🚲", "10", "\u202e", "e\u0301tude"),
    )
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=6).map(" ".join)
MANY = st.lists(st.tuples(TEXTS, st.integers(1, 4)), max_size=8)


def said(many: list[tuple[str, int]], first: int) -> list[Said]:
    return [Said(first + at, text, who) for at, (text, who) in enumerate(many)]


@given(MANY, MANY)
def test_it_is_as_good_for_both_sides_and_the_order_does_not_matter(left, right):
    one, other = said(left, 1), said(right, 50)
    found = matches(one, other)
    assert matches(one[::-1], other[::-1]) == found
    mirrored = matches(other, one)
    assert {(x.offer_id, x.need_id, x.score) for x in found} == {
        (x.need_id, x.offer_id, x.score) for x in mirrored
    }
    who = {each.id: each.person_id for each in (*one, *other)}
    assert [x for x in found if who[x.offer_id] == who[x.need_id]] == []
    assert all(0 < x.score <= 1 and x.words for x in found)


@given(MANY, MANY, st.data())
def test_what_does_not_fit_is_never_found_and_makes_room_for_nothing_worse_than_it(
    left, right, data
):
    one, other = said(left, 1), said(right, 50)
    found = pairs(matches(one, other))
    unfit = data.draw(st.sets(st.sampled_from(found))) if found else set()
    left_over = pairs(matches(one, other, unfit))
    assert unfit.isdisjoint(left_over)
    assert set(found) - unfit <= set(left_over)


def alike(at: int) -> str:
    return " ".join(f"electric{chr(97 + at % 26)}{chr(97 + n % 26)}" for n in range(99))


HOSTILE = {
    "the same": lambda _at: "bike yard permit funding " * 80,
    "much the same": lambda at: " ".join(f"{chr(97 + n)}thing{n}" for n in range(9)) + f" x{at}",
    "all different": lambda at: " ".join(f"word{at}x{n}" for n in range(300)),
    "alike": alike,
    "one long word": lambda at: "ab" * 1000 + str(at),
    "nothing": lambda _at: "",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_six_hundred_of_each_are_matched_in_moments_whatever_they_say(kind):
    every = [Said(at, HOSTILE[kind](at), at) for at in range(1200)]
    matches(every[:2], every[600:602])
    begun = process_time()
    matches(every[:600], every[600:])
    assert process_time() - begun < 4  # a second on a laptop
