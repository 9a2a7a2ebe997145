"""A count in words: the rule, the papers, what came first and how closely, ties, least support.

Slides, pages, the workbook and the command tell a result by these sentences, so it is told alike
everywhere. Nothing is said to have won where nobody said anything, or where the rule chooses none.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.domain.polls.levels import NAMED, how_many_said, named
from kdc_desktop.domain.polls.method import (
    Average,
    Count,
    Method,
    Number,
    PictureKind,
    Placed,
)
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.i18n import _, ngettext, number_text, percent_text, quoted, sentences

_TIES = 3  # so many ties below the first place are named
_LEAST_TOLD = Fraction(1, 20)  # less than that, or all but that, is told as “nearly”
_FIRST = 3  # of so many that come first it is told which sector supports them least

Weakest = Mapping[int, tuple[str, Fraction]]
"""By option: the sector that supports it least, and how far it does, 0 to 1."""


class InWords(NamedTuple):
    """A count in whole sentences; what there is nothing to say of is empty.

    `outcome` says what came first, or that nothing did, and `close` what follows it. `ties` are the
    further ones, `weakest` is of what came first, `remarks` are the rule's own.
    """

    rule: str
    papers: str
    outcome: str
    close: str
    ties: tuple[str, ...]
    weakest: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, in the order in which it is read out."""
        said = (self.outcome, self.close, *self.ties, *self.weakest, *self.remarks)
        return tuple(filter(None, (*said, self.papers, self.rule)))


def in_words(
    count: Count,
    terms: Terms,
    method: Method,
    weakest: Weakest | None = None,
    *,
    nearly: bool = False,
) -> InWords:
    """A count in whole sentences.

    `weakest` has only sectors that may be shown. `nearly`: where votes are secret, all of a sector
    and nobody in it are told as “nearly”, so that nobody's vote follows from it.
    """
    return InWords(
        str(count.rule.sentence),
        _papers(count),
        _outcome(count, terms, method),
        _close(count, terms, method),
        tuple(_ties(count, terms, method)),
        tuple(_weakest(count, terms, weakest or {}, nearly)),
        count.remarks,
    )


def _papers(count: Count) -> str:
    if not count.papers:
        return _("Raised hands were counted, no papers.") if _said(count) else _("Nobody voted.")
    if count.papers == count.blank:
        return ngettext(
            "{count} paper was counted, and it is blank.",
            "{count} papers were counted, and all of them are blank.",
            count.papers,
        )
    counted = ngettext("{count} paper was counted.", "{count} papers were counted.", count.papers)
    if not count.blank:
        return counted
    blank = ngettext("{count} of them is blank.", "{count} of them are blank.", count.blank)
    return sentences((counted, blank))


def _said(count: Count) -> bool:
    """Whether anybody said anything, on paper or by hand."""
    on_paper = count.blank < count.papers
    return on_paper or bool(count.winners) or any(any(one.spread) for one in count.options)


def _outcome(count: Count, terms: Terms, method: Method) -> str:
    if not count.options:
        return _("There is nothing to vote on.")
    if not _said(count):
        return _("Nobody said anything, so nothing comes first.")
    if method.picture is PictureKind.FUNDED:
        return _funded(count, terms)
    first = _first(count)
    names, value = named(terms, _ids(first)), _written(first[0].value, terms, method)
    if first[0].value is None:
        return _("Nothing can be ranked by this rule.")
    if len(count.options) == 1:
        return _alone_at(first[0], names, terms, method)
    if not count.winners:
        return _("Nothing has won by this rule.")
    if len(first) == len(count.options) > NAMED:
        return ngettext(
            "{count} option is on the first place with {value}.",
            "All {count} options share the first place with {value}.",
            len(first),
            value=value,
        )
    if len(first) > 1:
        return _("{options} share the first place with {value}.", options=names, value=value)
    if not method.decides:
        return _("{option} stands first with {value}.", option=names, value=value)
    return _("{option} has won with {value}.", option=names, value=value)


def _alone_at(one: Placed, name: str, terms: Terms, method: Method) -> str:
    """Where the only option stands, and how many said what."""
    levels, value = method.levels(terms), _written(one.value, terms, method)
    told = how_many_said(levels, one.spread)
    if not told:
        return _("{option} stands at {value}.", option=name, value=value)
    if method.average is Average.MEDIAN:
        return _("{option}: {said}. The median is {value}.", option=name, said=told, value=value)
    return _("{option}: {said}. The mean is {value}.", option=name, said=told, value=value)


def _funded(count: Count, terms: Terms) -> str:
    if not count.winners:
        return _("The money is enough for none of them.")
    spent = sum(option.cost for option in terms.options if option.id in count.winners)
    return ngettext(
        "{options} is funded, for {spent} of {total}.",
        "{options} are funded, for {spent} of {total}.",
        len(count.winners),
        options=named(terms, count.winners),
        spent=spent,
        total=terms.total,
    )


def _close(count: Count, terms: Terms, method: Method) -> str:
    """What follows whatever is alone on the first place, and how far behind."""
    first, second = _first(count), _second(count)
    if len(first) != 1 or not second or method.picture is PictureKind.FUNDED:
        return ""
    names, number = named(terms, _ids(second)), len(second)
    value = _written(second[0].value, terms, method)
    ahead = _ahead(first[0].value, second[0].value)
    if ahead is None or _is_word(ahead, terms, method):
        return ngettext(
            "{options} comes next with {value}.",
            "{options} come next with {value}.",
            number,
            options=names,
            value=value,
        )
    if value == _written(first[0].value, terms, method):
        return ngettext(
            "{options} comes next, so closely that {value} is written for both.",
            "{options} come next, so closely that {value} is written for all of them.",
            number,
            options=names,
            value=value,
        )
    return ngettext(
        "{options} comes next with {value}, {distance} behind.",
        "{options} come next with {value}, {distance} behind.",
        number,
        options=names,
        value=value,
        distance=method.written(ahead, terms),
    )


def _is_word(value: Number | None, terms: Terms, method: Method) -> bool:
    """Whether a value is a level, which has a word; words have no distance."""
    return isinstance(value, int) and bool(method.levels(terms))


def _written(value: Number | None, terms: Terms, method: Method) -> str:
    written = method.written(value, terms)
    return quoted(written) if _is_word(value, terms, method) else written


def _ahead(first: Number | None, second: Number | None) -> int | Fraction | None:
    """How far one value is ahead of another, where that is known exactly."""
    if isinstance(first, int | Fraction) and isinstance(second, int | Fraction):
        return first - second if first > second else None
    return None


def _ties(count: Count, terms: Terms, method: Method) -> Iterator[str]:
    """The ties of which neither the outcome nor what follows it has told."""
    if method.picture is PictureKind.FUNDED:
        return
    told = {one.place for one in (*_first(count), *(_second(count) if _alone(count) else ()))}
    rest = [one for one in count.options if one.place not in told and one.value is not None]
    shared = [
        (place, _ids(some))
        for place, group in groupby(rest, key=lambda one: one.place)
        for some in (list(group),)
        if len(some) > 1
    ]
    for place, ids in shared[:_TIES]:
        yield _(
            "{options} share place {place}.", options=named(terms, ids), place=number_text(place)
        )
    more = len(shared) - _TIES
    if more > 0:
        yield ngettext("{count} more place is shared.", "{count} more places are shared.", more)


def _weakest(count: Count, terms: Terms, weakest: Weakest, nearly: bool) -> Iterator[str]:
    chosen = count.winners or _ids(_first(count))
    for key in chosen[:_FIRST] if _said(count) else ():
        if key in weakest:
            sector, share = weakest[key]
            yield _support(named(terms, [key]), name_of(sector), share, nearly)


def _support(option: str, sector: str, share: Fraction, nearly: bool) -> str:
    if nearly and share < _LEAST_TOLD:
        return _("Least support for {option}: {sector}, nearly none.", option=option, sector=sector)
    if nearly and share > 1 - _LEAST_TOLD:
        return _("Every sector supports {option}, nearly wholly.", option=option)
    return _(
        "Least support for {option}: {sector}, {share}.",
        option=option,
        sector=sector,
        share=percent_text(float(share)),
    )


def _first(count: Count) -> list[Placed]:
    return [one for one in count.options if one.place == 1]


def _alone(count: Count) -> bool:
    return len(_first(count)) == 1


def _second(count: Count) -> list[Placed]:
    """What comes right after the first place, where something was said of it."""
    rest = [one for one in count.options if one.place > 1 and one.value is not None]
    return [one for one in rest if one.place == rest[0].place]


def _ids(some: Sequence[Placed]) -> tuple[int, ...]:
    return tuple(one.option_id for one in some)
