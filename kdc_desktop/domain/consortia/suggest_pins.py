"""What a problem asks that cannot be: pins beyond limits, sizes that contradict each other."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kdc_desktop.domain.consortia.fitting import Candidate, Group, Problem
from kdc_desktop.i18n import _, ngettext


def sane(group: Group, complaints: list[str]) -> Group:
    """A group whose sizes do not contradict each other; if they did, that becomes a complaint."""
    if group.smallest <= group.largest:
        return group
    complaints.append(
        ngettext(
            "{group} asks for at least {smallest} and at most {count} person; "
            "{count} is used for both.",
            "{group} asks for at least {smallest} and at most {count} people; "
            "{count} is used for both.",
            group.largest,
            group=group.title,
            smallest=group.smallest,
        )
    )
    return Group(group.winner_id, group.title, group.largest, group.largest, group.needed_sectors)


def pins_of(
    problem: Problem,
    folk: Mapping[int, Candidate],
    groups: Mapping[int, Group],
    complaints: list[str],
) -> dict[int, int]:
    """The pins that can be honoured; the others become complaints."""
    kept = {}
    for person_id, winner_id in sorted(problem.pinned.items()):
        if person_id in folk and winner_id in groups:
            kept[person_id] = winner_id
        elif person_id in folk:
            complaints.append(
                _(
                    "{name} is pinned to a winner that is no longer there.",
                    name=folk[person_id].name,
                )
            )
    return kept


def complain_of_pins(
    problem: Problem,
    groups: Mapping[int, Group],
    fixed: Mapping[int, Sequence[Candidate]],
    complaints: list[str],
) -> None:
    """Say where more people are pinned than a group may take, or than an organisation may send."""
    for winner_id, members in fixed.items():
        group = groups[winner_id]
        if len(members) > group.largest:
            complaints.append(
                ngettext(
                    "{count} person is pinned to {group}, its limit is {limit}.",
                    "{count} people are pinned to {group}, its limit is {limit}.",
                    len(members),
                    group=group.title,
                    limit=group.largest,
                )
            )
        shares = Counter(one.organisation_id for one in members)
        names = {one.organisation_id: one.organisation for one in members}
        complaints += [
            ngettext(
                "{count} person from {organisation} is pinned to {group}, the limit is {limit}.",
                "{count} people from {organisation} are pinned to {group}, the limit is {limit}.",
                count,
                organisation=names[key],
                group=group.title,
                limit=problem.per_organisation,
            )
            for key, count in shares.items()
            if key is not None and count > problem.per_organisation
        ]
