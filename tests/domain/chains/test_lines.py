"""From an idea to what carries it further, and back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.chains.how_far import FAR_WORDS, HowFar, how_far
from kdc_desktop.domain.chains.lines import Hung, IdeaLine, Lines, line_of
from tests.examples import examples


def test_a_merged_idea_goes_on_with_the_one_that_lies_on_the_board() -> None:
    hung = {1: Hung(None, 7), 2: Hung(1, 8), 3: Hung(2, None)}
    assert line_of(3, hung) == IdeaLine((3, 2, 1), 7)
    assert line_of(1, hung) == IdeaLine((1,), 7)


def test_what_lies_in_the_trash_with_another_idea_has_no_line() -> None:
    hung = {1: Hung(None, 7, in_trash=True), 2: Hung(1, 7), 3: Hung(None, 7)}
    assert [line_of(key, hung) for key in (1, 2)] == [None, None]
    assert line_of(3, hung) == IdeaLine((3,), 7)


def test_a_circle_and_an_idea_that_is_gone_end_the_line() -> None:
    hung = {1: Hung(2, 7), 2: Hung(1, 8), 3: Hung(99, 9)}
    assert line_of(1, hung) == IdeaLine((1, 2), 8)
    assert line_of(3, hung) == IdeaLine((3,), 9)
    assert line_of(4, hung) is None


BOARDS = st.dictionaries(
    st.integers(1, 12),
    st.builds(
        Hung,
        st.one_of(st.none(), st.integers(1, 12)),
        st.one_of(st.none(), st.integers(1, 3)),
        st.booleans(),
    ),
)


def carries(hung: dict[int, Hung], idea_id: int, wanted: tuple[int | None, int | None]) -> bool:
    """The long way: walk up from the idea, looking at each step what lies there."""
    seen, at = [], idea_id
    while at in hung and at not in seen:
        if hung[at].in_trash:
            return False
        seen.append(at)
        parent = hung[at].parent_id
        if parent is None:
            break
        at = parent
    return bool(seen) and (wanted[0] in seen or wanted[1] == (hung[seen[-1]].cluster_id or -1))


@given(BOARDS)
@settings(max_examples=examples(100), derandomize=True, deadline=None)
def test_forwards_and_backwards_are_the_same(hung: dict[int, Hung]) -> None:
    lines = Lines(hung)
    things = [*((key, None) for key in range(1, 13)), *((None, key) for key in range(1, 4))]
    for thing in things:
        back = set(lines.carried(*thing))
        assert back == {key for key in hung if carries(hung, key, thing)}


def test_the_furthest_counts_whatever_lies_before_it() -> None:
    nothing = dict.fromkeys(("voted", "chosen", "formed", "has_vision", "has_promises"), False)
    reached = [how_far(**{**nothing, name: True}) for name in nothing]
    assert [how_far(**nothing), *reached] == list(HowFar)
    assert [far.steps for far in HowFar] == [1, 2, 3, 4, 5, 6]
    assert list(FAR_WORDS) == list(HowFar)
