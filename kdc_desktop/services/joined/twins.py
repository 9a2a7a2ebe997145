"""Two versions of a club, with what the nouns tell of theirs."""

from functools import partial

from kdc_desktop.services.joined.polls import WINNERS
from kdc_desktop.services.twins.outcomes import outcome_of

OUTCOME_OF = partial(outcome_of, WINNERS.won)
"""What a poll came to."""
