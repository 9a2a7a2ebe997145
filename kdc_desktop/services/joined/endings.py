"""What the nouns above tell of a session at its end."""

from kdc_desktop.services.attendance import facts as attendance_facts
from kdc_desktop.services.consortia import outcome as consortia_outcome
from kdc_desktop.services.offers import outcome as offers_outcome
from kdc_desktop.services.polls import outcome as poll_outcome
from kdc_desktop.services.sessions.joins import SessionEnding
from kdc_desktop.services.visions import outcome as vision_outcome
from kdc_desktop.services.visions.still_asked import STILL_ASKED
from kdc_desktop.services.winners import outcome as winners_outcome

ENDING = SessionEnding(
    came=attendance_facts.CAME,
    loose_ends=(poll_outcome.STILL_OPEN, STILL_ASKED, vision_outcome.WITHOUT_VISION),
    outcomes=(
        winners_outcome.WINNERS,
        consortia_outcome.CONSORTIA,
        vision_outcome.VISIONS,
        vision_outcome.COMMITMENTS,
        offers_outcome.MATCHES,
    ),
)
"""Who came, what is open, and what was decided."""
