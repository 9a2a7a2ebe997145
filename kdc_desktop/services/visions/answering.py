"""Who answers for what members have promised and still mind, also once they have left."""

from collections.abc import Collection, Mapping

from kdc_desktop.i18n import _
from kdc_desktop.services.consortia.leaving import takers_over
from kdc_desktop.storage import Snapshot


def answering_names(
    snapshot: Snapshot, consortium_ids: Collection[int], names: Mapping[int, str]
) -> dict[int, str]:
    """The names of members by their ids; for those who have left, of whom they handed over to."""
    takers = takers_over(snapshot, consortium_ids)
    return {
        key: answering_name(name, takers[key], names) if key in takers else name
        for key, name in names.items()
    }


def answering_name(name: str, heir_id: int | None, names: Mapping[int, str]) -> str:
    """Who answers for a member that has left: its heir, or nobody."""
    if heir_id is None:
        return _("{member}, who has left", member=name)
    return _("{heir}, for {member}", heir=names[heir_id], member=name)
