"""A first sentence is made of what was written step by step."""

import pytest

from kdc_desktop.domain.visions.parts import VisionParts, first_sentence


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (VisionParts(), ""),
        (VisionParts(who="Every yard"), ""),
        (VisionParts("every yard", "shares a bike."), "Every yard shares a bike."),
        (VisionParts("We", "share", by_when="2028"), "We share by 2028."),
        (VisionParts("We", "share", "cars go"), "We share, so that cars go."),
        (
            VisionParts("Every yard", "shares a bike ", "cars go.", "spring 2028", "counted"),
            "Every yard shares a bike by spring 2028, so that cars go.",
        ),
    ],
)
def test_a_sentence_is_made_as_far_as_the_parts_go(parts: VisionParts, sentence: str) -> None:
    assert first_sentence(parts) == sentence


def test_braces_in_a_part_stay_as_they_are() -> None:
    assert first_sentence(VisionParts("{who}", "share")) == "{who} share."


def test_only_what_says_something_is_said() -> None:
    assert VisionParts(" We ", " \n").said == {"who": "We"}
