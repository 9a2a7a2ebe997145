"""What the nouns above keep of a cluster, so that it is not removed under their feet."""

from collections.abc import Callable
from dataclasses import dataclass

from kdc_desktop.i18n import Text
from kdc_desktop.storage import Snapshot


@dataclass(frozen=True)
class ClusterTrail:
    """Where a noun keeps clusters; `keeps` says whether it keeps this one.

    `refusal` gets the name of the cluster and says that it stays, and what to do instead.
    """

    keeps: Callable[[Snapshot, int], bool]
    refusal: Callable[[str], Text]
