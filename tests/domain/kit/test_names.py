"""Names are found in texts however they are written there, and nothing else is."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.kit.names import Names, folded
from kdc_desktop.domain.kit.text import on_one_line

AINO = Names(["Aino Laine", "Aino Lainne"])
HOSTILE = (
    "aAıİſßẞςΣﬁǰŉ\u0345\u037aᾳ\u0301\u0316\u0323åÅ한ｱﾞ½¨—-_.…'\"\\/{}"
    "\u00a0\u200d\u202e\u00ad\x01\x7f🙂𝓐"
)
LETTERS = st.text(st.sampled_from(HOSTILE) | st.characters(exclude_categories=["Cs"]), max_size=6)
NAMES = st.builds("{}xq{} {}wv{}".format, LETTERS, LETTERS, LETTERS, LETTERS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Aino Laine", "P 1"),
        ("Ask AINO\n laine, not aino lainne", "Ask P 1, not P 1"),
        ("(Aino\u00a0Ｌaine)’s", "(P 1)’s"),
        ("Aino Lai…", "P 1…"),
        ("Added “Yard bikes of Aino L…”", "Added “Yard bikes of P 1…”"),
        ("\u202aAino La\u00adine\u202c", "\u202aP 1\u202c"),
        (r'["bikes\nAino Laine", "A\u0069no \"Laine\""]', r'["bikes\nP 1", "A\u0069no \"Laine\""]'),
        ("Aino Laine-Salmi, Eeva-Aino Laine", "Aino Laine-Salmi, Eeva-Aino Laine"),
        (
            "Aino Lainen, Aino Laine\u0301, KAino Laine",
            "Aino Lainen, Aino Laine\u0301, KAino Laine",
        ),
        ("Ask Aino…", "Ask P 1…"),
        ("Ask Ain…", "Ask P 1…"),
        ("Ask ain… or Ai… or KAin… or Aino …", "Ask ain… or Ai… or KAin… or Aino …"),
        ("Laine is a wave, and Aino a name", "Laine is a wave, and Aino a name"),
    ],
)
def test_a_name_of_several_words_goes_and_nothing_else(before, after):
    assert AINO.replaced(before, "P 1") == after


def test_letters_are_the_same_composed_decomposed_and_in_any_case():
    for form in ("NFC", "NFD"):
        names = Names([unicodedata.normalize(form, "Väinö Straße")])
        for said in ("väinö straße", "VÄINÖ STRASSE", "Va\u0308inö Strasse"):
            assert names.replaced(f"So {said}.", "P 1") == "So P 1."


@pytest.mark.parametrize(
    ("said", "words", "label"),
    [
        ("Park", "Park", "P 1"),
        ("PARK", "PARK", "P 1"),
        ("Added Park", "Added Park", "Added P 1"),
        ("Where to park", "Where to park", "Where to park"),
        ("Parks", "Parks", "Parks"),
        ("Where Par…", "Where Par…", "Where P 1…"),
        ("Where par…", "Where par…", "Where par…"),
    ],
)
def test_a_single_word_may_be_a_word_of_the_language(said, words, label):
    assert Names(["Park"]).replaced(said, "P 1") == words
    assert Names(["Park"]).replaced(said, "P 1", single=True) == label


def test_who_has_no_name_is_found_nowhere():
    for names in (Names([]), Names([" ", "\u200b"])):
        assert names.replaced("Aino \\ Laine", "P 1", single=True) == "Aino \\ Laine"
        assert not names.is_one("")


@given(NAMES, LETTERS)
def test_every_name_is_found_in_every_form(name, around):
    names = Names([name])
    for form in (name, *(unicodedata.normalize(form, name) for form in ("NFC", "NFD"))):
        for said in (form, form.casefold(), form.lower()):
            text = f"{around} “{said}”, {around}"
            assert names.is_one(said)
            for written in (text, json.dumps([text]), json.dumps([text], ensure_ascii=False)):
                told = folded(names.replaced(written, "P 1"))
                assert ("xq" in told, "wv" in told) == (False, False)


@given(NAMES, st.data())
def test_it_is_found_when_it_was_cut_in_a_later_word(name, data):
    name = on_one_line(name)  # as it is kept
    first, _blank, second = name.partition(" ")
    if not folded(first) or not folded(second[:1]):
        return
    cut = data.draw(st.integers(1, len(second)))
    told = Names([name]).replaced(f"So {first} {second[:cut].rstrip()}…", "P 1")
    assert "xq" not in folded(told)


@given(st.text(st.sampled_from("ab AB-äÄ\u0308"), max_size=12))
def test_what_is_left_is_what_was_there(text):
    left = Names(["a b", "b ä"]).replaced(text, "|").replace("|", "")
    letters = iter(text)
    assert all(letter in letters for letter in left)
