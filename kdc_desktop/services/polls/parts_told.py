"""What a result is made of, in words: how many said what, by which criteria, and at which cost."""

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.funding_words import money_text
from kdc_desktop.domain.polls.levels import how_many_said, mean_text
from kdc_desktop.domain.polls.method import PictureKind
from kdc_desktop.i18n import _, listed, listed_and, ngettext, number_text, paired, quoted, titled
from kdc_desktop.services.polls.rows import PollResult, ResultRow


def in_detail(found: PollResult, row: ResultRow) -> str:
    """How many said what of an option, or what it came to by each criterion.

    2 say “Poor”, 7 say “Good”; empty where a result has no such parts, or they may not be told.
    """
    if row.parts:
        parts = zip(found.terms.criteria, row.parts, strict=False)
        return listed(paired(one.name, mean_text(value)) for one, value in parts)
    return how_many_said(found.poll.kind.levels(found.terms), row.spread)


def detail_of(found: PollResult, row: ResultRow) -> str:
    """The same as a sentence that begins with the option; empty, too, where there is only one:
    what it came to tells that already."""
    detail = in_detail(found, row) if row.parts or len(found.rows) > 1 else ""
    return titled(quoted(shortened(row.title)), f"{detail}.") if detail else ""


def judged_by(found: PollResult) -> str:
    """By what options were judged: “Judged by Impact (weight 2) and Effort (weight 1).”"""
    criteria = found.terms.criteria
    if not criteria:
        return ""
    told = [
        _("{criterion} (weight {weight})", criterion=one.name, weight=number_text(one.weight))
        for one in criteria
    ]
    return ngettext(
        "Judged by one criterion: {criteria}.",
        "Judged by {count} criteria: {criteria}.",
        len(told),
        criteria=listed_and(told),
    )


def has_costs(found: PollResult) -> bool:
    """Whether its options have a cost, and some of them are funded."""
    return found.poll.kind.picture is PictureKind.FUNDED


def money_told(found: PollResult) -> str:
    """How many options of a budget are funded, and what is left; else, or untold, empty."""
    if not has_costs(found) or found.too_few:
        return ""
    costs = [row.cost for row in found.rows if row.chosen]
    if not costs:
        return _("The money is enough for none of them.")
    total, terms = found.terms.total, found.terms
    return ngettext(
        "{count} of {all} is funded, for {spent} of {total}: {left} left.",
        "{count} of {all} are funded, for {spent} of {total}: {left} left.",
        len(costs),
        all=number_text(len(found.rows)),
        spent=money_text(sum(costs), terms),
        total=money_text(total, terms),
        left=money_text(total - sum(costs), terms),
    )


def funded_told(row: ResultRow) -> str:
    """Whether an option is funded."""
    return _("yes") if row.chosen else _("no")
