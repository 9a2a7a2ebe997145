"""What the nouns above hand to winners."""

from kdc_desktop.services.consortia import trails as consortium_trails
from kdc_desktop.services.interests import trails as interest_trails

WINNER_TRAILS = (interest_trails.OF_WINNERS, consortium_trails.OF_WINNERS)
"""What stands on winners."""
