"""What a club file keeps of a poll: larger numbers and longer names are refused in own words."""

from collections.abc import Container

from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.terms import MOST_LEVEL, PollSetting, Terms
from kdc_desktop.i18n import _, number_text
from kdc_desktop.model.values import BILLION, MANY_THINGS


def too_much(asks: Container[PollSetting], terms: Terms) -> str | None:
    """What is said where something that a method asks for is more than is kept; else None."""
    if PollSetting.SCALE in asks and max(abs(terms.lowest), abs(terms.highest)) > MOST_LEVEL:
        return _(
            "Let the scale lie between {lowest} and {highest}.",
            lowest=number_text(-MOST_LEVEL),
            highest=number_text(MOST_LEVEL),
        )
    if PollSetting.COSTS in asks and max(terms.total, *(o.cost for o in terms.options)) > BILLION:
        return _("Sums of money go up to {most} here.", most=number_text(BILLION))
    return _of_criteria(terms) if PollSetting.CRITERIA in asks else None


def _of_criteria(terms: Terms) -> str | None:
    if any(one.weight > MANY_THINGS for one in terms.criteria):
        return _("A criterion weighs at most {most}.", most=number_text(MANY_THINGS))
    long = next((one.name for one in terms.criteria if len(one.name) > LINE), None)
    if long is None:
        return None
    return _(
        "Shorten the criterion “{name}” to {longest} characters; it has {length}.",
        name=shortened(long),
        longest=LINE,
        length=len(long),
    )
