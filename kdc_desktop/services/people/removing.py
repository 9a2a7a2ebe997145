"""Several people, or organisations, leave the club file in one step."""

from collections.abc import Callable, Sequence

from kdc_desktop.i18n import Fillable, nfillable
from kdc_desktop.model.people import Person
from kdc_desktop.services.people.forgetting import has_left_traces
from kdc_desktop.services.people.joins import LooseTrail, OrganisationTrail
from kdc_desktop.services.people.organisations import delete_organisation, why_it_stays
from kdc_desktop.services.people.remembered_answers import drop_answers
from kdc_desktop.storage import Database, Edit, Snapshot

Stays = Callable[[Snapshot, int], bool]


def remove_people(database: Database, ids: Sequence[int], loose: Sequence[LooseTrail]) -> int:
    """Take away those of these people who have left no trace; how many stay."""

    def stays(snapshot: Snapshot, person_id: int) -> bool:
        return has_left_traces(snapshot, person_id, loose)

    def take(edit: Edit, person_id: int) -> None:
        for trail in loose:
            trail.take_along(edit, person_id)
        drop_answers(edit, person_id)
        edit.delete(edit.get_one(Person, person_id))

    label = nfillable("Removed {count} person", "Removed {count} people")
    return _remove(database, ids, label, stays, take)


def remove_organisations(
    database: Database, ids: Sequence[int], trails: Sequence[OrganisationTrail]
) -> int:
    """Take away those of these organisations that nobody belongs to; how many stay."""

    def stays(snapshot: Snapshot, organisation_id: int) -> bool:
        return why_it_stays(snapshot, organisation_id, trails, "") is not None

    label = nfillable("Removed {count} organisation", "Removed {count} organisations")
    return _remove(database, ids, label, stays, delete_organisation)


def _remove(
    database: Database,
    ids: Sequence[int],
    label: Fillable,
    stays: Stays,
    take: Callable[[Edit, int], None],
) -> int:
    """What takes long is asked before the write; where something was written since, once more."""
    written = dict(database.written)
    with database.read() as snapshot:
        free = [key for key in ids if not stays(snapshot, key)]
    if free:
        with database.edit(label) as edit:
            if dict(database.written) != written:
                free = [key for key in free if not stays(edit, key)]
            edit.count = len(free)
            for key in free:
                take(edit, key)
    return len(ids) - len(free)
