"""What was cast is tallied as by hand, whatever stands on papers and however often."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import SectorLetter, Spot, papers_of, tally_of
from tests.examples import examples

OPTIONS = (3, 1, 900)
levels = st.one_of(st.integers(-3, 3), st.sampled_from([-(10**15), 10**15]))
marks = st.dictionaries(
    st.builds(Spot, st.sampled_from(OPTIONS), st.sampled_from([0, 1, 10**9])), levels, max_size=5
)
papers = st.lists(
    st.tuples(marks, st.integers(0, 10**12), st.sampled_from(["C", "R", None])), max_size=12
)


def test_a_tally_is_what_counting_one_mark_after_the_other_comes_to() -> None:
    @settings(max_examples=examples(100), deadline=None)
    @given(papers)
    def look(cast: list[tuple[dict[Spot, int], int, SectorLetter]]) -> None:
        tally = tally_of(papers_of(OPTIONS, cast))
        expected: Counter[tuple[SectorLetter, Spot, int]] = Counter()
        for said, times, sector in cast:
            for spot, value in said.items():
                expected[sector, spot, value] += times
        found = {
            (sector, spot, value): count
            for sector, by_spot in tally.given.items()
            for spot, by_value in by_spot.items()
            for value, count in by_value.items()
        }
        assert found == dict(expected)
        assert tally.cast == sum(times for _said, times, _sector in cast)
        assert sum(tally.blank.values()) == sum(times for said, times, _s in cast if not said)
        for sector in {None, "C", "R"}:
            assert tally.only(sector).papers.get(sector, 0) == sum(
                times for _said, times, own in cast if own == sector
            )

    look()


def test_many_papers_are_tallied_without_being_sorted_mark_by_mark() -> None:
    """With as many levels as there are marks, and with few, it comes to the same sums."""
    cast = [({Spot(1): value % 5, Spot(3): value * 10**9}, 2) for value in range(2000)]
    tally = tally_of(papers_of(OPTIONS, cast))
    assert tally.levels(Spot(1)) == dict.fromkeys(range(5), 800)
    assert tally.levels(Spot(3)) == {value * 10**9: 2 for value in range(2000)}
