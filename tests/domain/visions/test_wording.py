"""What changed from one version of a vision to the next."""

from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.visions.wording import Run, changed_runs


def test_what_came_in_is_marked_word_by_word():
    before = "Every yard shares a cargo bike, so that a family gives up its car."
    after = "Every yard shares a cargo bike, insured and dry, so that a family gives up its car."
    assert changed_runs(before, after) == (
        Run("Every yard shares a cargo bike, ", "same"),
        Run("insured and dry", "added"),
        Run(", so that a family gives up its car.", "same"),
    )


def test_what_went_out_stands_before_what_took_its_place():
    assert changed_runs("Two bikes in May", "Ten bikes in May", removed=True) == (
        Run("Two", "removed"),
        Run(" ", "same"),
        Run("Ten", "added"),
        Run(" bikes in May", "same"),
    )


def test_a_word_that_is_only_gone_keeps_its_gaps():
    runs = changed_runs("a b c", "a c", removed=True)
    assert "".join(run.text for run in runs) == "a b c"
    assert [run.text for run in runs if run.kind == "removed"] == ["b"]


@given(st.text("ab ,\n<", max_size=40), st.text("ab ,\n<", max_size=40))
def test_the_runs_are_the_text_as_it_is(before, after):
    assert "".join(run.text for run in changed_runs(before, after)) == after
