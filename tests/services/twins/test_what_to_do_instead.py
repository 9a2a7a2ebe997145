"""Where something cannot be taken over, a sentence says what to do instead."""

import re

import pytest

from kdc_desktop.services.twins import instead, years
from kdc_desktop.services.twins.rows import Fate, TwinDifference
from kdc_desktop.services.twins.words import KINDS
from kdc_desktop.services.twins.years import TABLES

_TEXTS = [
    *years._INSTEAD.values(),
    *(years._SAY_IT_HERE, years._NOT_REVEALED, years._ASKED_HERE, years._TWO_VERSIONS),
    *(years._LEFT_HERE, years._IN_THE_TRASH),
    *years._CHANGED.values(),
    *instead._ADDED.values(),
    *instead._REMOVED.values(),
    *instead._CHANGED.values(),
    *(instead._SAY_IT_HERE, instead._REMOVE_IT_HERE),
]


@pytest.mark.parametrize("sentence", sorted({str(text) for text in _TEXTS}))
def test_it_is_made_of_whole_sentences_in_plain_words(sentence) -> None:
    parts = re.split(r"(?<=\.) ", sentence)
    assert all(re.fullmatch(r"[A-Z][^.]+\.", part) for part in parts)
    words = [word for part in parts for word in re.findall(r"\w+", part)[1:]]
    assert [word for word in words if word != word.lower() or "_" in word] == []


@pytest.mark.parametrize("fate", [Fate.ADDED_THERE, Fate.CHANGED_THERE, Fate.CHANGED_BOTH])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_everything_of_there_comes_over_or_has_such_a_sentence(kind, fate) -> None:
    one = TwinDifference(kind.noun, fate, kind.table, 1, "Called so", "", "")
    comes = fate is Fate.ADDED_THERE and kind.table in {"person", "organisation", *TABLES}
    told = instead.with_instead(one).instead or kind.table in {*years._INSTEAD, *TABLES}
    assert comes or told
