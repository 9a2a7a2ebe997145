"""What winners hand to polls."""

from functools import partial

from kdc_desktop.services.joined.winners import WINNER_TRAILS
from kdc_desktop.services.polls.badges import WinnersBadge
from kdc_desktop.services.winners import marking, poll_badge

WINNERS = WinnersBadge(
    poll_badge.TABLES,
    poll_badge.won,
    marking.mark_winners,
    marking.overruled,
    partial(marking.unmark_options, trails=WINNER_TRAILS),
)
"""What polls are told of winners, and how they mark them."""
