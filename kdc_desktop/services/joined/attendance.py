"""What the nouns above hand to attendance."""

from kdc_desktop.services.polls import trails as poll_trails

PRESENCE_TRAILS = (poll_trails.OF_PRESENCE,)
"""What shows that somebody was in a session."""
