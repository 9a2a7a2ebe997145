"""What the list of the whole club says."""

from kdc_desktop.domain.consortia.due import WhyDue
from kdc_desktop.screens.consortia.club_words import DUE, DUE_TOLD


def test_whatever_counts_as_due_says_in_the_list_why() -> None:
    assert DUE.keys() == DUE_TOLD.keys() == {*WhyDue}
