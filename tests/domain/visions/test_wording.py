"""What changed from one version of a vision to the next."""

from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.visions.wording import Change, Run, changed_runs


def test_what_came_in_is_marked_word_by_word() -> None:
    before = "Every yard shares a cargo bike, so that a family gives up its car."
    after = "Every yard shares a cargo bike, insured and dry, so that a family gives up its car."
    assert changed_runs(before, after) == (
        Run("Every yard shares a cargo bike, ", Change.SAME),
        Run("insured and dry", Change.ADDED),
        Run(", so that a family gives up its car.", Change.SAME),
    )


def test_what_went_out_stands_before_what_took_its_place() -> None:
    assert changed_runs("Two bikes in May", "Ten bikes in May", removed=True) == (
        Run("Two", Change.REMOVED),
        Run(" ", Change.SAME),
        Run("Ten", Change.ADDED),
        Run(" bikes in May", Change.SAME),
    )


def test_a_word_that_is_only_gone_keeps_its_gaps() -> None:
    runs = changed_runs("a b c", "a c", removed=True)
    assert "".join(run.text for run in runs) == "a b c"
    assert [run.text for run in runs if run.change is Change.REMOVED] == ["b"]


@given(st.text("ab ,\n<", max_size=40), st.text("ab ,\n<", max_size=40))
def test_the_runs_are_the_text_as_it_is(before: str, after: str) -> None:
    assert "".join(run.text for run in changed_runs(before, after)) == after
