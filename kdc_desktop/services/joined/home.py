"""What the nouns above tell Home, and what is done there."""

from kdc_desktop.services.consortia.signs import write_sign_of_life
from kdc_desktop.services.sessions.home import HomeAsks
from kdc_desktop.services.visions.commitments import fulfil_commitment
from kdc_desktop.services.visions.home import TABLES, home_told

HOME = HomeAsks(TABLES, home_told, fulfil_commitment, write_sign_of_life)
"""What is due, what became of past evenings, the year, and what the next evening needs."""
