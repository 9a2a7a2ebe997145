"""What the nouns look at in a club file, beside storage."""

from kdc_desktop.services.polls import checks as poll_checks

FILE_CHECKS = (poll_checks.papers_fit_the_roll,)
"""What nouns know to be wrong with a club file, beside what storage looks at."""
