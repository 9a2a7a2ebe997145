"""What the nouns above hand to attendance."""

from kdc_desktop.services.polls import trails as poll_trails
from kdc_desktop.services.seating import trails as seating_trails

PRESENCE_TRAILS = (poll_trails.OF_PRESENCE, seating_trails.OF_PRESENCE)
"""What shows that somebody was in a session."""
