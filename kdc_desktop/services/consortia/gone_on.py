"""Which consortia go on by themselves, for what leaves the program."""

from sqlalchemy import select

from kdc_desktop.domain.consortia.states import ConsortiumState, by_itself_since
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import ConsortiumStep
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.kit.source import Source


def by_itself_since_in(source: Source) -> dict[int, Instant | None]:
    """By consortium: since when it goes on by itself, None where it does not."""
    consortia = source.once(ConsortiumBook).consortia
    steps: dict[int, list[tuple[ConsortiumState, Instant]]] = {}
    for key, state, at in source.snapshot.execute(
        select(ConsortiumStep.consortium_id, ConsortiumStep.state, ConsortiumStep.at)
        .where(ConsortiumStep.consortium_id.in_(list(consortia)))
        .order_by(ConsortiumStep.at, ConsortiumStep.id)
    ):
        steps.setdefault(key, []).append((state, at))
    return {
        key: by_itself_since(steps.get(key, ()), one.let_go_at) for key, one in consortia.items()
    }
