"""Sentences about a card: where it is, what a move would change, and what it has brought about."""

from collections.abc import Collection, Sequence

from kdc_desktop.domain.consortia.effects import move_effect, newly_broken
from kdc_desktop.i18n import _, listed, ngettext, sentences
from kdc_desktop.screens.consortia.contents import Card, ColumnText
from kdc_desktop.screens.consortia.words import and_more
from kdc_desktop.services.consortia.rows import ConsortiumRow, Overview

MOST_WISHES, MOST_NAMED, MOST_TOGETHER = 3, 6, 2


def effect_of(seen: Overview, person_ids: Sequence[int], to: int | None) -> list[str]:
    """What changes if these people move together to the consortium of the winner `to`."""
    placed = dict(seen.placed)
    groups: list[str] = []
    wishes: list[str] = []
    for person_id in person_ids:
        effect = move_effect(seen.problem, placed, person_id, to)
        if effect is None:
            continue
        groups, wishes = list(effect.groups), [*wishes, effect.wish]
        placed.pop(person_id, None)
        if to is not None:
            placed[person_id] = to
    if len(wishes) > MOST_WISHES:
        more = len(wishes) - MOST_WISHES
        wishes = [
            *wishes[:MOST_WISHES],
            ngettext("And {count} more with them.", "And {count} more with them.", more),
        ]
    return [*newly_broken(seen.problem, seen.placed, placed), *groups, *wishes]


def told_together(seen: Overview, person_ids: Collection[int], to: int | None) -> str:
    """That these people, who have just moved, are with somebody whom they are kept apart from."""
    row = _row(seen, to)
    if row is None:
        return ""
    told = [
        pair.told(row.name)
        for pair in row.together
        if not {pair.one_id, pair.other_id}.isdisjoint(person_ids)
    ]
    if len(told) > MOST_TOGETHER:
        told = [*told[:MOST_TOGETHER], and_more(len(told) - MOST_TOGETHER)]
    return sentences(told)


def about(seen: Overview, card: Card, column: ColumnText) -> list[str]:
    """A card in sentences: where it is, and what each of its people wished."""
    titles = {group.winner_id: group.title for group in seen.problem.groups}
    found = {one.person_id: one for one in seen.problem.candidates}
    waits = column.winner_id is None
    lines = [_("Waiting.") if waits else _("In {column}.", column=column.title)]
    for person_id in card.person_ids[:MOST_NAMED]:
        person = found.get(person_id)
        if person is None:
            continue
        wished = listed(titles[key] for key in person.choices if key in titles)
        lines.append(
            _("{name} wished {winners}.", name=person.name, winners=wished)
            if wished
            else _("{name}: no wish.", name=person.name)
        )
    if len(card.person_ids) > MOST_NAMED:
        lines.append(and_more(len(card.person_ids) - MOST_NAMED))
    row = _row(seen, column.winner_id)
    for pair in () if row is None else row.together:
        if not {pair.one_id, pair.other_id}.isdisjoint(card.person_ids):
            lines.insert(1, pair.sentence)
    return lines


def _row(seen: Overview, winner_id: int | None) -> ConsortiumRow | None:
    return next((row for row in seen.consortia if row.winner_id == winner_id), None)
