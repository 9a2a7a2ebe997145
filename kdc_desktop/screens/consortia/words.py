"""Sentences about consortia: what a move changes, what a card is, and what the room sees."""

from collections import Counter
from collections.abc import Sequence

from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide, ConsortiumCard
from kdc_desktop.audience.kit.marks import SectorCount
from kdc_desktop.domain.consortia.fitting import move_effect
from kdc_desktop.domain.kit.text import counted, people
from kdc_desktop.domain.people.sectors import LETTERS, words_of
from kdc_desktop.screens.consortia.contents import Card, helps_most, letter_of
from kdc_desktop.screens.consortia.inspector import MOST_WAITING, WaitingLine
from kdc_desktop.services.consortia.forming import ConsortiumRow, Overview

MOST_WISHES = 3


def effect_of(seen: Overview, person_ids: Sequence[int], to: int | None) -> list[str]:
    """What changes if these people move together to the consortium of the winner `to`."""
    placed = dict(seen.placed)
    groups: list[str] = []
    wishes: list[str] = []
    for person_id in person_ids:
        said = move_effect(seen.problem, placed, person_id, to)
        if not said:
            continue
        groups, wishes = list(said[:-1]), [*wishes, said[-1]]
        placed.pop(person_id, None)
        if to is not None:
            placed[person_id] = to
    if len(wishes) > MOST_WISHES:
        wishes = [*wishes[:MOST_WISHES], f"And {len(wishes) - MOST_WISHES} more with them."]
    return groups + wishes


def about(seen: Overview, card: Card, column: str) -> list[str]:
    """A card in sentences: where it is, and what each of its people wished."""
    titles = {group.winner_id: group.title for group in seen.problem.groups}
    found = {one.person_id: one for one in seen.problem.candidates}
    lines = [f"In {column}." if card.whole else f"{column}."]
    for person_id in card.person_ids[:6]:
        person = found.get(person_id)
        if person is None:
            continue
        wished = ", ".join(titles[key] for key in person.choices if key in titles)
        lines.append(f"{person.name} wished {wished}." if wished else f"{person.name}: no wish.")
    if len(card.person_ids) > 6:
        lines.append(f"And {len(card.person_ids) - 6} more.")
    return lines


def waiting_lines(seen: Overview) -> list[WaitingLine]:
    """The first of those who wait, with where they help most and the keys that send them there."""
    lines = []
    last = min(9, len(seen.consortia))
    for person in seen.waiting[:MOST_WAITING]:
        best = helps_most(seen, person)
        if best is not None:
            below, keys = f"helps most in {letter_of(best)}", str(best + 1)
        else:
            below = "no place left in what they wished" if person.choices else "no wish given"
            keys = f"1–{last}" if last > 1 else "1"
        if best is not None and best >= 9:
            keys = ""
        lines.append(WaitingLine(person.person_id, person.name, person.sector, below, keys))
    return lines


def overall(seen: Overview, bound_gap: float | None) -> tuple[str, str]:
    """The share with their first wish, and the sentence under it."""
    if not any(one.choices for one in seen.problem.candidates):
        return "", ""
    sentence = f"have their first wish, {percent(seen.any_wish_share)} one of three."
    if bound_gap is not None:
        beyond = f" beyond {bound_gap:.1f} %" if bound_gap >= 0.05 else ""
        sentence += f" No better answer exists{beyond}."
    return percent(seen.first_wish_share), sentence


def percent(share: float) -> str:
    """A share (0 to 1) as “81 %”."""
    return f"{round(100 * share)} %"


def nothing_yet(seen: Overview) -> tuple[str, str, str, str]:
    """Icon, headline, sentence and next step while there is no consortium."""
    if not seen.winners:
        return (
            "trophy",
            "No winners yet",
            "A consortium forms around each winner. Mark winners in the poll first, "
            "or choose them from the board.",
            "Choose winners…",
        )
    if not seen.people:
        return ("users", "Nobody is here yet", "Check people in first, then form consortia.", "")
    wished = sum(bool(one.choices) for one in seen.problem.candidates)
    return (
        "handshake",
        "No consortia yet",
        f"{wished} of {seen.people} present have said what they would join. "
        "A suggestion places everybody by wish, sector and size.",
        "Suggest consortia",
    )


def suggest_text(kept: Overview, before: bool) -> str:
    """What the button for suggestions is called."""
    if kept.pinned:
        return f"Suggest again around {counted(len(kept.pinned), 'pin', 'pins')}"
    return "Suggest again" if before else "Suggest consortia"


def placed_line(seen: Overview) -> str:
    """“84 of 87 people placed, 3 waiting”."""
    waiting = len(seen.waiting)
    line = f"{seen.people - waiting} of {people(seen.people)} placed"
    return f"{line}, {waiting} waiting" if waiting else line


def consortia_slide(seen: Overview, headline: str) -> ConsortiaSlide:
    """The consortia with what they still need, for the room."""
    cards = tuple(_slide_card(row, place) for place, row in enumerate(seen.consortia))
    below = placed_line(seen) if seen.consortia and seen.people else ""
    return ConsortiaSlide(headline=headline, cards=cards, below=below)


def _slide_card(row: ConsortiumRow, place: int) -> ConsortiumCard:
    sectors = Counter(member.sector for member in row.members)
    tally = tuple(SectorCount(letter, sectors[letter]) for letter in LETTERS if sectors[letter])
    return ConsortiumCard(letter_of(place), row.name, len(row.members), tally, needs(row))


def needs(row: ConsortiumRow) -> tuple[str, ...]:
    """What a consortium still needs, as phrases: “a resident”, “2 more people”."""
    found = []
    for gap in row.gaps:
        if gap.sector is not None:
            found.append(str(words_of(gap.sector).wanted))
        elif gap.people > 0:
            found.append(counted(gap.people, "more person", "more people"))
    found += [role.title.rstrip(".") for role in row.wanted_roles]
    return tuple(found)
