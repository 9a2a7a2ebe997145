"""How a vote is to be read, in sentences: what counts, where “together” comes from, what is out."""

from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.domain.polls.method import PictureKind
from kdc_desktop.domain.polls.states import Order, PollState
from kdc_desktop.i18n import _, listed, ngettext, sentences, titled
from kdc_desktop.model.polls import Poll
from kdc_desktop.services.polls.poll_names import PollNames
from kdc_desktop.services.polls.rows import PollResult, ResultRow


def was_asked(names: PollNames, poll: Poll) -> str:
    """Which poll it is, by its number, method and round, and what the room was asked in it."""
    asked = _("The room was asked: “{question}”", question=poll.question)
    return sentences((names.told(poll), asked))


def not_shown(names: PollNames, poll: Poll) -> str:
    """What was asked in a vote whose result nobody has seen, and why that is."""
    asked = was_asked(names, poll)
    if poll.state is PollState.OPEN:
        return sentences((asked, _("The vote is still open.")))
    return sentences((asked, _("The result has not been shown.")))


def counted_as(found: PollResult) -> str:
    """What counts as a vote; where nothing is a vote, what the paper asked for."""
    poll = found.poll
    several = found.turnout.show_of_hands and poll.kind.adds_up and poll.terms.marks_each != 1
    return sentences((_paper(found), _hands_again() if several else ""))


def _paper(found: PollResult) -> str:
    poll, each = found.poll, found.poll.terms.marks_each
    if poll.method not in _VOTES:
        asked = _("The paper asked: “{sentence}”", sentence=poll.kind.sentence)
        hands = _("A raised hand counts as a paper that says the same.")
        return sentences((asked, hands if found.turnout.show_of_hands else ""))
    if not each:
        return _("A yes on a paper counts one vote, and so does a raised hand.")
    return _VOTES[poll.method](each)


def _yeses(each: int) -> str:
    return ngettext(
        "A paper has one yes. A yes counts one vote, and so does a raised hand.",
        "A paper has up to {count} yeses. A yes counts one vote, and so does a raised hand.",
        each,
    )


def _dots(each: int) -> str:
    return ngettext(
        "A paper has one dot. A dot counts one vote, and so does a raised hand.",
        "A paper has up to {count} dots. A dot counts one vote, and so does a raised hand.",
        each,
    )


_VOTES = {"approval": _yeses, "budget": _yeses, "dots": _dots}
"""The methods in which what is on a paper is a vote."""


def _hands_again() -> str:
    return _("In a show of hands one person may raise a hand more than once.")


def has_votes(found: PollResult) -> bool:
    """Whether options are ranked by votes, so that their numbers may be called that."""
    of_votes = found.poll.kind.adds_up and found.poll.kind.picture is PictureKind.BARS
    return of_votes and found.order is Order.TOTAL


def is_void(found: PollResult) -> bool:
    """Whether the result was declared void: then nothing has won by it."""
    return found.poll.voided_at is not None


def has_won(found: PollResult, row: ResultRow) -> bool:
    """Whether an option is taken further by this result."""
    return row.winner and not is_void(found)


def all_taken(found: PollResult) -> str:
    """That every option is taken further, so that nobody looks for others; empty otherwise."""
    if len(found.rows) < 2 or not all(has_won(found, row) for row in found.rows):
        return ""
    return ngettext(
        "{count} option was asked about and is taken further: nothing was rejected.",
        "All {count} options are taken further: nothing was rejected.",
        len(found.rows),
    )


def hides_sectors(found: PollResult) -> bool:
    """Whether something is not told by sector."""
    return any(share.hidden for row in found.rows for share in row.shares)


def has_hands(found: PollResult) -> bool:
    """Whether hands are among what belongs to no sector."""
    left = any(row.rest for row in found.rows)
    return bool(found.turnout.show_of_hands) or (left and not hides_sectors(found))


def legend(found: PollResult) -> str:
    """What the signs and heads of its table mean."""
    taken = any(has_won(found, row) for row in found.rows)
    told = [_("★ is taken further.")] if taken else []
    voting = [share.sector for share in found.rows[0].shares] if found.rows else []
    if voting:
        told.append(f"{listed(titled(letter, name_of(letter)) for letter in voting)}.")
    small = hides_sectors(found)
    if voting and found.poll.kind.adds_up:
        return sentences((*told, _together(small=small, hands=has_hands(found))))
    return sentences((*told, _dash() if small else ""))


def _dash() -> str:
    return _("“–” stands where nothing is told by sector, since somebody could be made out.")


def _together(*, small: bool, hands: bool) -> str:
    if small and hands:
        return _(
            "“Together” has two parts: votes that are not told by sector, since somebody could be "
            "made out, hatched in the picture, and raised hands, which belong to no sector and are "
            "dotted there."
        )
    if small:
        return _(
            "“Together” are votes that are not told by sector, since somebody could be made out; "
            "they are hatched in the picture."
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
        return _("not told by sector {count}", count=count)
    return _("not told by sector, and hands {count}", count=count)
