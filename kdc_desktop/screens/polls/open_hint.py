"""What is said beside the voters of an open poll while no paper is filled in."""

from collections.abc import Callable

from kdc_desktop.domain.polls.promises import not_promised
from kdc_desktop.domain.polls.turnout import Turnout
from kdc_desktop.i18n import _, sentences
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.services.polls.rows import PollRow


def progress_of(poll: PollRow, turnout: Turnout) -> str:
    """How many have voted; that nobody does now where it is paused."""
    return turnout.progress if poll.paused_at is None else _("Paused")


def how_they_add_up(turnout: Turnout) -> str:
    """The channels added up, and what nobody knows of hands."""
    if not turnout.show_of_hands:
        return turnout.reconciliation
    return sentences((turnout.told.strip(), _("Whose hands they were is not noted.")))


def roll_words(hands: int) -> tuple[str, str]:
    """Which voters can be listed; so many `hands` were raised by some of those without a paper."""
    return _("Without a paper") if hands else _("Has not voted"), _("Everybody")


def show_hint(
    hint: EmptyState, poll: PollRow, slips: Callable[[], object], go_on: Callable[[], object]
) -> None:
    """How people vote and what their papers do not keep, or that it is paused; with what to do."""
    if poll.paused_at is None:
        hint.show_state("vote", _("The vote is open"), _how_one_votes(poll), _("Slips…"), slips)
        return
    told = _(
        "Nobody votes now: not at the kiosk, and no paper or slip is typed in. What is begun is "
        "kept, and goes on with the vote."
    )
    hint.show_state("pause", _("The vote is paused"), told, _("Let it go on"), go_on)


def _how_one_votes(poll: PollRow) -> str:
    how = _(
        "People vote at the kiosk, or tell you: choose a name and press Enter to fill in their "
        "paper. What was voted stays hidden until you reveal it."
    )
    limits = not_promised(poll.secrecy, poll.kind, poll.electorate, poll.smallest_group)
    told = _("On the paper stands: {limits}", limits=sentences(limits)) if limits else ""
    return sentences(filter(None, (how, told)))
