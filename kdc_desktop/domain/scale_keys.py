"""The keys of the scales of positions in a file, for a noun that is below theirs."""

from kdc_desktop.domain.visions.scales import SCALES

SCALE_KEYS = tuple(SCALES)
