"""What is asked of the network: of an evening, of a year, of the whole club."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.network.folding import (
    RESIDENTS_TOGETHER,
    between,
    first_in,
    first_meetings,
    going_on,
    people_in,
    returned,
)
from kdc_desktop.domain.network.measures import (
    Two,
    betweenness,
    groups_apart,
    neighbours,
    on_the_edge,
    who_hold_together,
)
from kdc_desktop.domain.people.sectors import RESIDENTS, name_of
from kdc_desktop.domain.seating.ties import Gathering, Met, pairs_met
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.services.network.reading import (
    evenings_held,
    let_go,
    organisations_of,
    people_known,
    who_came,
)
from kdc_desktop.services.network.rows import (
    AfterRow,
    EveningHeld,
    NetOrganisation,
    NetPeriod,
    NetPerson,
    Network,
    PeriodKind,
)
from kdc_desktop.services.seating.ties import gatherings
from kdc_desktop.storage import Database, Snapshot

MET_AT = frozenset({"seating_round", "seating_table", "seat"})
"""The tables in which it stands who sat with whom."""
_A_NIGHT = timedelta(hours=16)  # after an evening has begun


def evenings_to_choose(database: Database) -> list[EveningHeld]:
    """The evenings of which can be asked who met whom, the newest first."""
    with database.read() as snapshot:
        return evenings_held(snapshot)[::-1]


def network(database: Database, period: NetPeriod) -> Network:
    """Who met whom in a period; nobody in one of which nothing is known."""
    with database.read() as snapshot:
        return network_in(snapshot, period)


def network_in(snapshot: Snapshot, period: NetPeriod) -> Network:
    """The same on a snapshot that is open already."""
    held = evenings_held(snapshot)
    wanted = [at for at, one in enumerate(held) if _is_of(one, period)]
    ids = {held[at].id for at in wanted}
    last = wanted[-1] if wanted else -1
    until = {one.id for one in held[: last + 1]}
    there = gatherings(snapshot)
    ties = pairs_met(one for one in there if one.session_id in ids)
    ever = ties if until == ids else pairs_met(one for one in there if one.session_id in until)
    came = who_came(snapshot)
    back = returned([came.get(one.id, set()) for one in held], wanted)
    known = people_known(snapshot)
    people = {key: known[key] for key in sorted(back.came | people_in(ties)) if key in known}
    of = organisations_of(known)
    folded = between(ties, of)
    folded_ever = folded if ties is ever else between(ever, of)
    firsts = first_in(folded_ever, ids)
    organisations = _organisations(people.values())
    near = neighbours(organisations, folded)
    return Network(
        period=period,
        evenings=tuple(held[at] for at in wanted),
        people=people,
        organisations=organisations,
        ties=ties,
        ever=ever,
        new=first_in(ever, ids),
        between=folded,
        met_ever=frozenset(folded_ever),
        first=frozenset(pair for pair in firsts if RESIDENTS_TOGETHER not in pair),
        returned=back,
        edge=on_the_edge(people, neighbours({*people, *people_in(ever)}, ever), of),
        connects=betweenness(near),
        held_by=who_hold_together(near),
        parts=len(groups_apart(near)),
        after=_after(snapshot, there, ever, held[: last + 1], period) if wanted else (),
    )


def first_meetings_of_year(snapshot: Snapshot, year: int) -> int:
    """How many pairs of organisations met for the first time in a year: as its network has it."""
    period = NetPeriod(PeriodKind.YEAR, year)
    ids = {one.id for one in evenings_held(snapshot) if _is_of(one, period)}
    if not ids:
        return 0
    first = first_meetings(gatherings(snapshot), organisations_of(people_known(snapshot)))
    return sum(session_id in ids for session_id in first.values())


def _is_of(one: EveningHeld, period: NetPeriod) -> bool:
    if period.kind is PeriodKind.EVENING:
        return one.id == period.number
    return period.kind is PeriodKind.ALL or one.on.year == period.number


def _organisations(people: Iterable[NetPerson]) -> dict[int, NetOrganisation]:
    """The organisations of these people by their names, and last the residents."""
    found: dict[int, list[NetPerson]] = {}
    for one in people:
        found.setdefault(one.organisation_id or RESIDENTS_TOGETHER, []).append(one)
    rows = [_organisation(key, own) for key, own in found.items()]
    rows.sort(key=lambda row: (row.id == RESIDENTS_TOGETHER, in_order(row.name), row.id))
    return {row.id: row for row in rows}


def _organisation(key: int, people: Sequence[NetPerson]) -> NetOrganisation:
    departments = sorted({one.department for one in people if one.department}, key=in_order)
    residents = key == RESIDENTS_TOGETHER
    name = name_of(RESIDENTS) if residents else people[0].organisation
    ids = [one.id for one in sorted(people, key=lambda one: (in_order(one.name), one.id))]
    return NetOrganisation(key, name, people[0].sector, tuple(ids), tuple(departments))


def _end(last: EveningHeld, period: NetPeriod) -> Instant | None:
    """When a period is over: an evening with its night, a year with its last day; None for all."""
    if period.kind is PeriodKind.ALL:
        return None
    if period.kind is PeriodKind.EVENING:
        return last.begins + _A_NIGHT
    return Instant.of(datetime(last.on.year + 1, 1, 1), laptop_zone())


def _after(
    snapshot: Snapshot,
    there: list[Gathering],
    ever: Mapping[Two, Met],
    held: Sequence[EveningHeld],
    period: NetPeriod,
) -> tuple[AfterRow, ...]:
    """What became of the ties of consortia that were let go before the end of the period.

    `held` are the evenings until then. Who works together now is told of all of them only.
    """
    end, until_now = _end(held[-1], period), held[-1].id == evenings_held(snapshot)[-1].id
    found = [
        one if until_now else one._replace(group=one.group._replace(together=frozenset()))
        for one in let_go(snapshot, there)
        if end is None or one.group.since < end
    ]
    return tuple(
        AfterRow(
            one.group.consortium_id,
            one.name,
            len(one.group.pairs),
            len(going_on(one.group, ever)),
        )
        for one in found
    )
