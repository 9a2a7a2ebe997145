"""What the nouns above tell Home, and what is done there."""

from functools import partial

from kdc_desktop.services.consortia.signs import write_sign_of_life
from kdc_desktop.services.consortia.trashing import leaves_with, trash_and_keep
from kdc_desktop.services.network.questions import MET_AT, first_meetings_of_year
from kdc_desktop.services.obstacles.going_on import note_heard, put_off, solve
from kdc_desktop.services.sessions.home import HeldUpVerbs, HomeAsks, PromiseVerbs
from kdc_desktop.services.visions.commitments import fulfil_commitment
from kdc_desktop.services.visions.home import TABLES, home_told
from kdc_desktop.services.visions.promises import (
    drop_commitment,
    hand_commitment,
    other_givers,
    postpone_commitment,
)

_PROMISES = PromiseVerbs(
    keep=fulfil_commitment,
    postpone=postpone_commitment,
    drop=drop_commitment,
    givers=other_givers,
    hand_over=hand_commitment,
)
_OBSTACLES = HeldUpVerbs(note_heard, solve, put_off)
_SEEN_NO_MORE = leaves_with, trash_and_keep
_TOLD = partial(home_told, first_meetings_of_year)
HOME = HomeAsks(TABLES | MET_AT, _TOLD, _PROMISES, _OBSTACLES, write_sign_of_life, *_SEEN_NO_MORE)
"""What is due, what became of past evenings, the year, and what the next evening needs."""
