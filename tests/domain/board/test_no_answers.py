"""Answers that say nothing are told from ideas, each as a whole."""

import pytest

from kdc_desktop.domain.board.no_answers import says_nothing


@pytest.mark.parametrize(
    "answer",
    [
        *("-", "–", "—", "?", ".", "...", "…", "/", "- -", "n/a", "N.A.", "None", "no", "No idea."),
        *("En osaa sanoa", "Ei ole", "ei", "Ei muita ideoita!", "EOS", "nej", "Vet ej", "Inga"),
        *("Nei", "vet ikke", "Ved ikke", "Keine", "k.A.", "weiß nicht", "Keine Ahnung", "geen"),
        *(
            "n.v.t.",
            "Weet ik niet",
            "Aucune",
            "je ne sais pas",
            "R.A.S.",
            "Ninguna",
            "No sé",
            "nada",
        ),
        *("Ei tea", "puudub"),
    ],
)
def test_a_dash_or_a_word_for_nothing_is_no_answer(answer: str) -> None:
    assert says_nothing(answer)


@pytest.mark.parametrize(
    "idea",
    [
        *(
            "No cars in the courtyard",
            "None of the streets for cars",
            "Ei autoja pihalle",
            "🚲",
            "",
        ),
        *("Keine Autos", "Nada de coches", "A", "42", "No idea is too small: a wall of ideas"),
    ],
)
def test_a_sentence_that_begins_so_is_an_idea(idea: str) -> None:
    assert not says_nothing(idea)
