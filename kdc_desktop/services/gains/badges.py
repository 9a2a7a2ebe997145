"""What consortia give back, where all of the club are listed."""

from collections.abc import Mapping, Sequence

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.gains.sums import that_counts
from kdc_desktop.services.consortia.gives_back import GainsBadge, GivesBack
from kdc_desktop.services.gains.questions import gains_of
from kdc_desktop.storage import Snapshot


def _gives_back(snapshot: Snapshot, consortium_ids: Sequence[int]) -> Mapping[int, GivesBack]:
    return {
        key: GivesBack(one.minutes, one.people, one.worth, one.way is GainWay.MEASURED)
        for key, told in gains_of(snapshot, consortium_ids).items()
        if (one := that_counts(told)) is not None
    }


OF_CLUB = GainsBadge(frozenset({"gain"}), _gives_back)
"""Minutes a day × people of each consortium, by what was measured or guessed last."""
