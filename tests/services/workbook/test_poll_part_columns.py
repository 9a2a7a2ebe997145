"""The same of the sheets of what results consist of, of papers, and of who voted."""

from kdc_desktop.domain.polls.states import Channel, Secrecy, SlipState
from kdc_desktop.domain.polls.steps import EVENT_WORDS
from kdc_desktop.domain.polls.turnout import CHANNEL_WORDS
from kdc_desktop.model.polls import (
    BallotMark,
    BallotPaper,
    Elector,
    HandCount,
    Option,
    PollStep,
    RollEntry,
    Slip,
)
from tests.rooms.held_polls import Held, Row, clock, compared, number, sector, yes


def test_levels_and_criteria_of_results(held: Held) -> None:
    levels = [
        {
            **held.of(key),
            **held.void(key),
            "Option id": row.option_id,
            "Option": row.title,
            "Level": level.value,
            "In words": str(level.name),
            "How many": count,
        }
        for key, found in held.revealed.items()
        for row in found.rows
        for level, count in zip(found.poll.kind.levels(found.terms), row.spread, strict=False)
    ]
    compared(held, "Levels", levels, key=("Option id", "Level"))
    judged = [
        {
            **held.of(key),
            **held.void(key),
            "Option id": row.option_id,
            "Option": row.title,
            "Criterion": one.name,
            "Weight": one.weight,
            "Mean": number(value),
        }
        for key, found in held.revealed.items()
        for row in found.rows
        for one, value in zip(found.terms.criteria, row.parts, strict=False)
    ]
    compared(held, "By criterion", judged, key=("Option id", "Criterion"))


def test_steps_of_counts_and_of_polls(held: Held) -> None:
    counted = [
        {
            **held.of(key),
            **held.void(key),
            "Step": at,
            "What happened": step.words,
            "Option id": option_id,
            "Option": found.terms.title(option_id),
            "Papers then": number(value),
        }
        for key, found in held.revealed.items()
        for at, step in enumerate(found.rounds, start=1)
        for option_id, value in step.values.items()
    ]
    compared(held, "Count by steps", counted, key=("Option id", "Step"))
    done = [
        {
            "Poll step id": one.id,
            **held.of(one.poll_id),
            "When": clock(one.at),
            "What was done": str(EVENT_WORDS[one.event]),
            "Number": one.number or None,
            "Reason": one.reason or None,
        }
        for one in held.all(PollStep)
    ]
    compared(held, "How polls went", done, key="Poll step id")


def test_hands(held: Held) -> None:
    titles = {one.id: one.title for one in held.all(Option)}
    hands = [
        {
            **held.of(one.poll_id),
            **held.void(one.poll_id),
            "Option id": one.option_id,
            "Option": titles[one.option_id],
            "Sector": sector(one.sector),
            "Level": one.level,
            "Hands": one.hands,
        }
        for one in held.all(HandCount)
    ]
    compared(held, "Hands", hands, key=("Option id", "Level"))


def test_papers_and_roll(held: Held) -> None:
    titles = {one.id: one.title for one in held.all(Option)}
    marks: dict[int, list[BallotMark]] = {paper.id: [] for paper in held.all(BallotPaper)}
    for mark in held.all(BallotMark):
        marks[mark.paper_id].append(mark)
    papers: list[Row] = [
        {
            "Paper id": str(paper.id),
            **held.of(paper.poll_id),
            "Person id": paper.person_id,
            "Person": held.name(paper.person_id or 0),
            "Sector": sector(paper.sector),
            **(_mark(held, paper.poll_id, mark, titles) if mark is not None else BLANK),
        }
        for paper in held.all(BallotPaper)
        if held.polls[paper.poll_id].secrecy is Secrecy.NAMED
        for mark in (*marks[paper.id], *([] if marks[paper.id] else [None]))
    ]
    compared(held, "Ballot papers", papers, key=("Paper id", "Option id", "Part"))


BLANK = {
    "Option id": None,
    "Option": "blank paper",
    "Part": None,
    "By criterion, or rather than": None,
    "Marks": 0,
    "In words": None,
}


def _mark(held: Held, poll_id: int, mark: BallotMark, titles: dict[int, str]) -> Row:
    found = held.revealed[poll_id]
    return {
        "Option id": mark.option_id,
        "Option": titles[mark.option_id],
        "Part": mark.part or None,
        "By criterion, or rather than": _part(held, poll_id, mark),
        "Marks": mark.marks,
        "In words": found.poll.kind.said(found.terms, mark.marks),
    }


def _part(held: Held, poll_id: int, mark: BallotMark) -> str | None:
    if not mark.part:
        return None
    found = held.revealed[poll_id]
    names = {one.number: one.name for one in found.terms.criteria}
    return names[mark.part] if names else found.terms.title(mark.part)


def test_the_roll(held: Held) -> None:
    channels = {(row.poll_id, row.person_id): row.channel for row in held.all(RollEntry)}
    out = {(s.poll_id, s.person_id) for s in held.all(Slip) if s.state is SlipState.GIVEN}
    assert len(out) == 1
    roll = [
        {
            **held.of(one.poll_id),
            "Person id": one.person_id,
            "Person": held.name(one.person_id),
            "Organisation": _organisation(one.sector),
            "Sector at the opening": sector(one.sector),
            "Voted": yes((one.poll_id, one.person_id) in channels.keys() - out),
            "How": _how(channels.get((one.poll_id, one.person_id))),
        }
        for one in held.all(Elector)
    ]
    compared(held, "Voter roll", roll, key=("Poll id", "Person id"))


def _how(channel: Channel | None) -> str | None:
    return str(CHANNEL_WORDS[channel]) if channel else None


def _organisation(letter: str) -> str | None:
    names = {"C": "Works", "P": "City", "A": "School", "T": "Club"}
    return f"{names[letter]} of the yard" if letter in names else None
