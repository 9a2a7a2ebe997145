"""What a network comes to, in numbers and in sentences."""

from collections.abc import Iterator
from typing import NamedTuple

from kdc_desktop.i18n import listed, ngettext, number_text


class NetNumbers(NamedTuple):
    """How many there are of what: `ties` are pairs of people who met in the period, `new_ties`
    those who never had before, `first_meetings` pairs of organisations that never had.

    `going_on` of `let_go` ties go on of those in consortia that were let go. In so many `parts` no
    organisation has met one of another part. Where `is_all`, it is of as long as the club is there:
    each tie was new once.
    """

    evenings: int
    people: int
    organisations: int
    ties: int
    new_ties: int
    first_meetings: int
    first_time: int
    back: int
    edge: int
    let_go: int
    going_on: int
    parts: int = 1
    is_all: bool = False


def told_to_the_room(numbers: NetNumbers) -> list[str]:
    """What everybody may read, a sentence each; nothing where nobody has met."""
    return list(_met(numbers)) if numbers.ties else []


def _met(numbers: NetNumbers) -> Iterator[str]:
    pairs = numbers.first_meetings
    if numbers.is_all:
        yield ngettext(
            "{count} tie between people.", "{count} ties between people.", numbers.new_ties
        )
        if pairs:
            yield ngettext(
                "{count} pair of organisations has met.",
                "{count} pairs of organisations have met.",
                pairs,
            )
    else:
        yield ngettext(
            "{count} new tie between people who had never met.",
            "{count} new ties between people who had never met.",
            numbers.new_ties,
        )
        if pairs:
            yield ngettext(
                "{count} pair of organisations met for the first time.",
                "{count} pairs of organisations met for the first time.",
                pairs,
            )
    if numbers.back:
        yield ngettext("{count} person came back.", "{count} people came back.", numbers.back)
    if numbers.let_go:
        yield ngettext(
            "Of {count} tie in consortia that were let go, {on} goes on.",
            "Of {count} ties in consortia that were let go, {on} go on.",
            numbers.let_go,
            on=number_text(numbers.going_on),
        )


def told_to_facilitator(numbers: NetNumbers) -> list[str]:
    """The same with who there is, and what is nobody else's business."""
    told = told_to_the_room(numbers)
    if not told:
        return []
    there = listed(
        (
            ngettext("{count} person", "{count} people", numbers.people),
            ngettext("{count} organisation", "{count} organisations", numbers.organisations),
            *(() if numbers.is_all else (ngettext("{count} tie", "{count} ties", numbers.ties),)),
        )
    )
    told.insert(0, f"{there}.")
    if numbers.parts > 1:
        told.append(
            ngettext(
                "It is {count} part in which everybody is linked.",
                "It falls into {count} parts that have not met each other.",
                numbers.parts,
            )
        )
    if numbers.edge:
        told.append(
            ngettext(
                "{count} person stands on the edge.",
                "{count} people stand on the edge.",
                numbers.edge,
            )
        )
    return told
