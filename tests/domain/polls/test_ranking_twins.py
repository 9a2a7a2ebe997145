"""Rankings are counted as slow twins count them, and as each rule promises."""

import random
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls import orders
from kdc_desktop.domain.polls.cast import cast_of, papers_of
from kdc_desktop.domain.polls.method import Count
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.terms import PollChoice, Terms
from tests.domain.polls import ranking_twins as twins
from tests.domain.polls.elections import Ranks, count_papers
from tests.examples import examples

RULES = ("borda", "schulze", "irv", "condorcet")
IDS = (11, 7, 30, 4, 25)
Cast = Sequence[tuple[Ranks, int]]

sizes = st.integers(1, len(IDS))
times = st.sampled_from((1, 1, 1, 2, 7))


def papers(size: int) -> st.SearchStrategy[Cast]:
    """Papers with ties, gaps and options left out, some blank."""
    paper = st.dictionaries(st.sampled_from(IDS[:size]), st.integers(1, 7), max_size=size)
    return st.lists(st.tuples(paper, times), max_size=12)


elections = sizes.flatmap(lambda size: st.tuples(st.just(IDS[:size]), papers(size)))
whole = st.lists(st.tuples(st.permutations(IDS), times), min_size=1, max_size=9)
"""Papers that rank all options, without ties."""


def counted(rule: str, ids: tuple[int, ...], cast: Cast) -> Count:
    terms = Terms(tuple(PollChoice(key, f"Option {key}") for key in ids))
    return count_papers(rule, terms, cast_of(papers_of(ids, cast)))


def values(count: Count) -> dict[int, object]:
    return {one.option_id: one.value for one in count.options}


def places(count: Count) -> dict[int, int]:
    return {one.option_id: one.place for one in count.options}


def by_hand(ranks: Mapping[int, object]) -> dict[int, int]:
    """1 and how many are better."""
    return {key: 1 + sum(x > own for x in ranks.values()) for key, own in ranks.items()}  # type: ignore[operator]


@pytest.fixture(params=[orders.AT_A_TIME, 1, 7])
def _at_a_time(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many papers are looked at together, and few enough that there are several pieces."""
    monkeypatch.setattr(orders, "AT_A_TIME", request.param)


@pytest.mark.usefixtures("_at_a_time")
def test_each_rule_counts_as_its_twin() -> None:
    @settings(max_examples=examples(30), deadline=None)
    @given(elections)
    def look(election: tuple[tuple[int, ...], Cast]) -> None:
        ids, cast = election
        read = [(twins.levels(ranks), count) for ranks, count in cast]
        said = any(ranks for ranks, _count in cast)
        borda, schulze = counted("borda", ids, cast), counted("schulze", ids, cast)
        assert values(borda) == twins.borda(ids, read)
        if said:
            beaten = twins.schulze(ids, read)
            assert values(schulze) == {key: len(ids) - 1 - n for key, n in beaten.items()}
            assert set(schulze.winners) == {key for key, n in beaten.items() if not n}
            scores = twins.copeland(ids, read)
            condorcet = counted("condorcet", ids, cast)
            assert values(condorcet) == scores
            assert places(condorcet) == by_hand(scores)
            assert condorcet.winners == tuple(k for k in ids if scores[k] == len(ids) - 1)
        assert places(borda) == by_hand(twins.borda(ids, read))
        assert borda.blank == sum(count for ranks, count in cast if not ranks)
        assert borda.papers == sum(count for _ranks, count in cast)

    look()


@pytest.mark.usefixtures("_at_a_time")
def test_a_run_off_goes_as_its_twin() -> None:
    @settings(max_examples=examples(50), deadline=None)
    @given(elections)
    def look(election: tuple[tuple[int, ...], Cast]) -> None:
        ids, cast = election
        found = counted("irv", ids, cast)
        rounds = twins.irv(ids, [(twins.levels(ranks), count) for ranks, count in cast])
        assert [dict(step.values) for step in found.rounds] == [votes for votes, _no in rounds]
        for step, (_votes, exhausted) in zip(found.rounds, rounds, strict=True):
            assert step.words.endswith("no more.") == (exhausted > 0)
            assert not exhausted or f" {exhausted} paper" in step.words
        if rounds:
            last = {key: at for at, (votes, _no) in enumerate(rounds) for key in votes}
            reached = {key: (at, rounds[at][0][key]) for key, at in last.items()}
            assert places(found) == by_hand(reached)
            assert set(found.winners) == {
                k for k, at in reached.items() if at == max(reached.values())
            }

    look()


@pytest.mark.parametrize("rule", RULES)
def test_neither_ids_nor_the_order_of_papers_count(rule: str) -> None:
    @settings(max_examples=examples(25), deadline=None)
    @given(elections, st.permutations(IDS), st.integers(0, 99))
    def look(election: tuple[tuple[int, ...], Cast], others: list[int], seed: int) -> None:
        ids, cast = election
        other = dict(zip(IDS, others, strict=True))
        moved = [
            ({other[key]: rank for key, rank in ranks.items()}, 1)
            for ranks, count in cast
            for _time in range(count)
        ]
        random.Random(seed).shuffle(moved)
        one = counted(rule, ids, cast)
        two = counted(rule, tuple(sorted(other[key] for key in ids)), moved)
        assert {other[key]: value for key, value in values(one).items()} == values(two)
        assert {other[key]: place for key, place in places(one).items()} == places(two)
        assert {other[key] for key in one.winners} == set(two.winners)

    look()


@pytest.mark.parametrize("rule", RULES)
def test_what_everybody_puts_first_wins_alone(rule: str) -> None:
    @settings(max_examples=examples(20), deadline=None)
    @given(elections, st.data())
    def look(election: tuple[tuple[int, ...], Cast], data: st.DataObject) -> None:
        ids, cast = election
        assume(cast)
        best = data.draw(st.sampled_from(ids))
        assert counted(rule, ids, [({**ranks, best: 0}, n) for ranks, n in cast]).winners == (best,)

    look()


@pytest.mark.parametrize("rule", ["borda", "schulze", "condorcet"])
def test_who_wins_still_wins_where_one_paper_puts_it_higher(rule: str) -> None:
    @settings(max_examples=examples(40), deadline=None)
    @given(elections, st.data())
    def look(election: tuple[tuple[int, ...], Cast], data: st.DataObject) -> None:
        ids, cast = election
        won = counted(rule, ids, cast).winners
        assume(won)
        best, at = data.draw(st.sampled_from(won)), data.draw(st.integers(0, len(cast) - 1))
        ranks, number = cast[at]
        higher = data.draw(st.integers(0, ranks.get(best, 8)))
        raised = {key: 2 * rank for key, rank in ranks.items()} | {best: 2 * higher - 1}
        after = [*cast[:at], (raised, number), *cast[at + 1 :]]
        assert best in counted(rule, ids, after).winners

    look()


def test_turned_round_the_places_of_borda_turn_round_and_no_winner_of_schulze_stays_alone() -> None:
    @settings(max_examples=examples(40), deadline=None)
    @given(whole)
    def look(cast: list[tuple[list[int], int]]) -> None:
        up = [({key: at for at, key in enumerate(row, 1)}, count) for row, count in cast]
        down = [({key: -at for at, key in enumerate(row, 1)}, count) for row, count in cast]
        most = (len(IDS) - 1) * sum(count for _row, count in cast)
        turned = {k: most - v for k, v in values(counted("borda", IDS, up)).items()}  # type: ignore[operator]
        assert values(counted("borda", IDS, down)) == turned
        won, lost = counted("schulze", IDS, up).winners, counted("schulze", IDS, down).winners
        assert len(won) > 1 or won != lost or len(IDS) == 1

    look()


@pytest.mark.parametrize("rule", RULES)
def test_every_paper_thrice_is_the_same_result(rule: str) -> None:
    @settings(max_examples=examples(20), deadline=None)
    @given(elections)
    def look(election: tuple[tuple[int, ...], Cast]) -> None:
        ids, cast = election
        one, three = counted(rule, ids, cast), counted(rule, ids, [*cast, *cast, *cast])
        assert places(one) == places(three)
        assert one.winners == three.winners

    look()


def test_by_schulze_a_twin_of_an_option_changes_nothing_for_the_others() -> None:
    """Section 4.6 of his paper: clones are options that no paper puts another one between."""

    @settings(max_examples=examples(40), deadline=None)
    @given(whole, st.sampled_from(IDS), st.data())
    def look(cast: list[tuple[list[int], int]], twin: int, data: st.DataObject) -> None:
        one = [({key: 3 * at for at, key in enumerate(row)}, count) for row, count in cast]
        beside = [data.draw(st.sampled_from((-1, 0, 1))) for _paper in one]
        two = [
            ({**ranks, 99: ranks[twin] + step}, count)
            for (ranks, count), step in zip(one, beside, strict=True)
        ]
        before, after = counted("schulze", IDS, one), counted("schulze", (*IDS, 99), two)
        assert set(before.winners) - {twin} == set(after.winners) - {twin, 99}
        assert (twin in before.winners) == bool({twin, 99} & set(after.winners))

    look()


def test_a_condorcet_winner_wins_by_schulze_and_is_named_by_every_rule() -> None:
    @settings(max_examples=examples(40), deadline=None)
    @given(elections)
    def look(election: tuple[tuple[int, ...], Cast]) -> None:
        ids, cast = election
        won = counted("condorcet", ids, cast).winners
        assume(len(won) == 1 and len(ids) > 1)
        assert counted("schulze", ids, cast).winners == won
        said = f"Compared two by two, “Option {won[0]}” beats every other option."
        assert [counted(rule, ids, cast).remarks[0] for rule in RULES] == [said] * 4

    look()


def test_rules_that_choose_another_say_so() -> None:
    @settings(max_examples=examples(40), deadline=None)
    @given(elections)
    def look(election: tuple[tuple[int, ...], Cast]) -> None:
        ids, cast = election
        assume(len(ids) > 1 and any(ranks for ranks, _count in cast))
        counts = {rule: counted(rule, ids, cast) for rule in RULES}
        for rule, own in counts.items():
            others = [
                other
                for other in RULES
                if other not in (rule, "condorcet") and counts[other].winners != own.winners
            ]
            names = [str(counts[other].rule.name) for other in others]
            told = [one for one in own.remarks if one.startswith("Counted by ")]
            said = [one.split(",")[0].removeprefix("Counted by ") for one in told]
            assert said == names

    look()


def test_support_is_what_papers_gave_of_the_points_they_had() -> None:
    method = method_of("ranking")

    @settings(max_examples=examples(40), deadline=None)
    @given(elections)
    def look(election: tuple[tuple[int, ...], Cast]) -> None:
        ids, cast = election
        terms = Terms(tuple(map(PollChoice, ids)))
        found = method.shares(cast_of(papers_of(ids, cast)), terms)
        of_all = sum(count for _ranks, count in cast)
        for key in ids:
            given = Fraction(0)
            for ranks, times in cast:
                points = twins.borda(ids, [(twins.levels(ranks), times)])
                alone = Fraction(times) if len(ids) == 1 else points[key] / (len(ids) - 1)
                given += alone if key in ranks else 0
            assert found[key] == (given / of_all if of_all else 0)
            assert 0 <= found[key] <= 1

    look()
