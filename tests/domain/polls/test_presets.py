"""Starting points: each is a poll that can be opened once it has options."""

import pytest

from kdc_desktop.domain.polls.cast import spots
from kdc_desktop.domain.polls.methods import KEYS, method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.presets import Preset, preset_of, presets
from kdc_desktop.domain.polls.terms import PollChoice, PollSetting

OPTIONS = (PollChoice(1, "A", 40), PollChoice(2, "B", 60), PollChoice(3, "C", 70))
each = pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.key)


@each
def test_it_can_be_voted_in_as_it_stands(preset: Preset) -> None:
    method, terms = method_of(preset.method), preset.terms(OPTIONS, total=100)
    assert method.unfit(terms) is None
    assert check(method, terms, {}) is None
    spot = next(iter(method.spots(terms)))
    assert check(method, terms, {spot: 1}) is None


@each
def test_it_sets_what_its_method_asks_for_and_nothing_else(preset: Preset) -> None:
    asks = method_of(preset.method).settings
    assert bool(preset.criteria) == (PollSetting.CRITERIA in asks)
    assert not preset.marks_each or PollSetting.MARKS_EACH in asks
    assert (preset.lowest, preset.highest) == (0, 5) or PollSetting.SCALE in asks
    assert preset.rule in {"", *(rule.key for rule in method_of(preset.method).rules)}


def test_each_has_a_name_and_a_sentence_of_its_own() -> None:
    for told in (
        [preset.key for preset in presets()],
        [str(preset.name) for preset in presets()],
        [str(preset.sentence) for preset in presets()],
    ):
        assert len(set(told)) == len(told)
        assert all(told)
    assert all(str(preset.sentence)[-1] in ".?" for preset in presets())


def test_every_method_has_one() -> None:
    assert {preset.method for preset in presets()} == set(KEYS)


def test_one_is_found_by_its_key() -> None:
    fist = preset_of("fist_to_five")
    assert fist is not None
    assert method_of(fist.method).line(fist.terms(OPTIONS)) == "Temperature: Fist to five"
    assert preset_of("of a newer program") is None


def test_criteria_are_numbered_as_they_stand_on_the_paper() -> None:
    preset = preset_of("impact_ease")
    assert preset is not None
    terms = preset.terms(OPTIONS)
    assert [(one.number, one.name, one.weight) for one in terms.criteria] == [
        (1, "Impact", 1),
        (2, "Ease", 1),
    ]
    assert check(method_of("criteria"), terms, spots({1: 1})) is not None
