"""What the nouns look at in a club file, beside storage."""

from kdc_desktop.services.polls import checks as poll_checks
from kdc_desktop.services.visions import checks as vision_checks

FILE_CHECKS = (poll_checks.papers_fit_the_roll, vision_checks.years_fit_together)
"""What nouns know to be wrong with a club file, beside what storage looks at."""
