"""What the command does with a file of ballot papers: count it, without a club."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from kdc_desktop.i18n import _

if TYPE_CHECKING:
    from kdc_desktop.domain.polls.method import (
        Count,
        Method,
        Number,
        Placed,
    )
    from kdc_desktop.domain.polls.terms import Terms
    from kdc_desktop.interchange.elections.election import Election

RULES = (
    *("approval", "dots", "score", "borda", "schulze", "irv", "condorcet", "majority_judgment"),
    *("quadratic", "greedy", "equal_shares", "criteria", "pairwise", "temperature"),
)
"""What papers can be counted by, said without loading a method; a test knows of each rule."""


def count(given: argparse.Namespace) -> int:
    """Count the papers and print what they come to."""
    from kdc_desktop.domain.polls.cast import cast_of
    from kdc_desktop.domain.polls.methods import rule_of
    from kdc_desktop.interchange.elections.fitting import fitted
    from kdc_desktop.interchange.elections.reading import naming, read_election

    method, rule = rule_of(given.method)
    election = read_election(given.file, method.key)
    if given.total is not None:
        election = election.with_total(given.total)
    if given.scale is not None:
        lowest, highest = given.scale
        election = replace(election, terms=replace(election.terms, lowest=lowest, highest=highest))
    with naming(given.file):
        terms, papers = fitted(election, method)
    counted = method.count(cast_of(papers), terms, rule)
    if given.json:
        _print_json(counted, terms, election)
    else:
        for line in _told(counted, terms, method):
            print(line)
    return 0


def _print_json(counted: "Count", terms: "Terms", election: "Election") -> None:
    """What a program reads: ids as the file has them, values exactly."""
    import json

    ids = dict(zip(terms.ids, election.ids, strict=True))
    titles = {one.id: one.title for one in terms.options}
    options = [
        {
            "id": ids[one.option_id],
            "title": titles[one.option_id],
            "place": one.place,
            "tied": one.tied,
            "winner": one.winner,
            "value": _exact(one.value),
        }
        for one in counted.options
    ]
    rounds = [
        {
            "words": step.words,
            "values": {str(ids[key]): _exact(value) for key, value in step.values.items()},
        }
        for step in counted.rounds
    ]
    result = {
        "method": counted.rule.key,
        "papers": counted.papers,
        "blank": counted.blank,
        "options": options,
        "rounds": rounds,
        "rule": str(counted.rule.sentence),
    }
    print(json.dumps(result, ensure_ascii=False, indent=2))


def _exact(value: "Number | None") -> int | float | str | None:
    """A whole number as it is, a fraction as “7/3”."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else f"{value}"
    return value


def _told(counted: "Count", terms: "Terms", method: "Method") -> Iterator[str]:
    """What a person reads: the rule, the papers, each option on a line, rounds, what came first."""
    from kdc_desktop.domain.polls.words import in_words

    said = in_words(counted, terms, method)
    yield from (said.rule, said.papers, "")
    yield from _table([_row(one, terms, method) for one in counted.options])
    came = [one for one in (said.outcome, said.close, *said.ties) if one]
    for lines in ([step.words for step in counted.rounds], came, said.remarks):
        if lines:
            yield ""
        yield from lines


def _row(one: "Placed", terms: "Terms", method: "Method") -> tuple[str, ...]:
    """The cells of an option: its place, what it is called, what it came to, whether it wins."""
    from kdc_desktop.domain.kit.text import shortened
    from kdc_desktop.domain.polls.method import PictureKind

    won = _("funded") if method.picture is PictureKind.FUNDED else _("wins")
    place = f"={one.place}" if one.tied else str(one.place)
    value = method.written(one.value, terms)
    return place, shortened(terms.title(one.option_id)), value, won if one.winner else ""


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """The rows with their columns below each other; places and values stand at the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for place, title, value, won in rows:
        cells = (place.rjust(widths[0]), title.ljust(widths[1]), value.rjust(widths[2]), won)
        yield "  ".join(cells).rstrip()
