"""How a vote is to be read, in sentences: what counts, where “together” comes from, what is out."""

from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import _, listed, ngettext, sentences, titled
from kdc_desktop.model.polls import Poll
from kdc_desktop.services.polls.rows import PollResult


def not_shown(poll: Poll) -> str:
    """What was asked in a vote whose result nobody has seen, and why that is."""
    asked = _("The room was asked: “{question}”", question=poll.question)
    if poll.state is PollState.OPEN:
        return sentences((asked, _("The vote is still open.")))
    return sentences((asked, _("The result has not been shown.")))


def counted_as(found: PollResult) -> str:
    """What counts as a vote."""
    several = found.turnout.show_of_hands and found.poll.terms.marks_each != 1
    return sentences((_paper(found.poll.terms.marks_each), _hands_again() if several else ""))


def _paper(marks_each: int) -> str:
    if not marks_each:
        return _("A yes on a paper counts one vote, and so does a raised hand.")
    return ngettext(
        "A paper has one dot. A dot counts one vote, and so does a raised hand.",
        "A paper has up to {count} dots. A dot counts one vote, and so does a raised hand.",
        marks_each,
    )


def _hands_again() -> str:
    return _("In a show of hands one person may raise a hand more than once.")


def all_taken(found: PollResult) -> str:
    """That every option is taken further, so that nobody looks for others; empty otherwise."""
    if len(found.rows) < 2 or not all(row.winner for row in found.rows):
        return ""
    return ngettext(
        "{count} option was asked about and is taken further: nothing was rejected.",
        "All {count} options are taken further: nothing was rejected.",
        len(found.rows),
    )


def hides_sectors(found: PollResult) -> bool:
    """Whether some sector had so few papers that it is told with others."""
    return any(share.hidden for row in found.rows for share in row.shares)


def has_hands(found: PollResult) -> bool:
    """Whether hands are among what belongs to no sector."""
    left = any(row.rest for row in found.rows)
    return bool(found.turnout.show_of_hands) or (left and not hides_sectors(found))


def legend(found: PollResult) -> str:
    """What the signs and heads of its table mean."""
    told = [_("★ is taken further.")]
    voting = [share.sector for share in found.rows[0].shares] if found.rows else []
    if voting:
        told.append(f"{listed(titled(letter, name_of(letter)) for letter in voting)}.")
    return sentences((*told, _together(small=hides_sectors(found), hands=has_hands(found))))


def _together(*, small: bool, hands: bool) -> str:
    if small and hands:
        return _(
            "“Together” has two parts: the votes of sectors with so few papers that somebody "
            "could be made out, hatched in the picture, and raised hands, which belong to no "
            "sector and are dotted there."
        )
    if small:
        return _(
            "“Together” are the votes of sectors with so few papers that somebody could be made "
            "out; they are hatched in the picture."
        )
    if hands:
        return _(
            "“Together” are raised hands, which belong to no sector and are dotted in the picture."
        )
    return ""


def rest_told(found: PollResult, count: str) -> str:
    """So many votes that are of no sector that is shown, and of whom they are."""
    if not hides_sectors(found):
        return _("raised hands {count}", count=count)
    if not has_hands(found):
        return _("small sectors together {count}", count=count)
    return _("small sectors and hands together {count}", count=count)
