"""Every scale runs from least support to most."""

import pytest

from kdc_desktop.domain.visions.scales import DEFAULT, SCALES


def test_scales_run_from_cold_to_hot_without_gaps() -> None:
    assert set(SCALES) == {"kaner8", "fist5", "consent"}
    for scale in SCALES.values():
        values = [level.value for level in scale.levels]
        assert values == list(range(scale.lowest, scale.highest + 1))
        assert (scale.heat(scale.lowest), scale.heat(scale.highest)) == (0, 1)
        assert scale.is_objection(scale.lowest)
        assert not scale.is_objection(scale.agreed)
    with pytest.raises(ValueError, match="has no level 9"):
        DEFAULT.level(9)
