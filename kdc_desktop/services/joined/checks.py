"""What the nouns look at in a club file, beside storage."""

from kdc_desktop.services.gains.checks import gains_are_ranges
from kdc_desktop.services.interests.checks import wishes_fit_together
from kdc_desktop.services.obstacles.checks import obstacles_fit_together
from kdc_desktop.services.offers.checks import offers_fit_together
from kdc_desktop.services.people.checks import pairs_are_two
from kdc_desktop.services.polls.checks import papers_fit_the_roll
from kdc_desktop.services.seating.checks import tables_fit_together
from kdc_desktop.services.visions.checks import years_fit_together

FILE_CHECKS = (
    papers_fit_the_roll,
    years_fit_together,
    pairs_are_two,
    wishes_fit_together,
    offers_fit_together,
    obstacles_fit_together,
    gains_are_ranges,
    tables_fit_together,
)
"""What nouns know to be wrong with a club file, beside what storage looks at."""
