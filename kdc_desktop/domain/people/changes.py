"""What a row changes of somebody known, in words and in fact."""

from collections.abc import Mapping
from dataclasses import replace

from kdc_desktop.domain.kit.text import clean, normalise, shortened
from kdc_desktop.domain.people.roster import RosterPerson, merged
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.i18n import Fillable, fillable

_CHANGED: Mapping[str, Fillable] = {
    "name": fillable("name {old} → {new}"),
    "email": fillable("e-mail {old} → {new}"),
    "organisation": fillable("organisation {old} → {new}"),
    "department": fillable("department {old} → {new}"),
    "sector": fillable("sector {old} → {new}"),
    "phone": fillable("phone {old} → {new}"),
    "job_title": fillable("job title {old} → {new}"),
    "interests": fillable("interests {old} → {new}"),
    "notes": fillable("notes {old} → {new}"),
}
_ADDED: Mapping[str, Fillable] = {
    "name": fillable("name {new} added"),
    "email": fillable("e-mail {new} added"),
    "organisation": fillable("organisation {new} added"),
    "department": fillable("department {new} added"),
    "sector": fillable("sector {new} added"),
    "phone": fillable("phone {new} added"),
    "job_title": fillable("job title {new} added"),
    "interests": fillable("interests {new} added"),
    "notes": fillable("notes: {new} added"),
}
COMPARED = tuple(_CHANGED)
"""What of a row is kept of a person; a role and a badge code belong to a session, and consents
have days."""


def after(known: RosterPerson, incoming: RosterPerson, renames: bool) -> RosterPerson:
    """Somebody known, once a row has been taken over; only what `renames` changes a name."""
    told = merged(known, incoming)
    return replace(
        told,
        name=clean(incoming.name) if renames else known.name,
        email=known.email if normalise(known.email) == normalise(told.email) else told.email,
        notes=notes_after(known.notes, incoming),
    )


def notes_after(known: str, incoming: RosterPerson) -> str:
    """The notes once a row was taken over: those of a workbook of ours are all there are."""
    return (incoming.own_id and incoming.notes) or with_notes(known, incoming.notes)


def with_notes(known: str, incoming: str) -> str:
    """The notes with those lines of others at their end that are not among them."""
    lines = {clean(line) for line in known.splitlines()}
    new = [line for line in incoming.splitlines() if clean(line) and clean(line) not in lines]
    return "\n".join([known.rstrip(), *new]) if known.strip() and new else known or "\n".join(new)


def changed(known: RosterPerson, incoming: RosterPerson) -> int:
    """How much a row would change of somebody who keeps their name."""
    return len(changes(known, after(known, incoming, renames=False)))


def is_all_known(known: RosterPerson, incoming: RosterPerson) -> bool:
    """Whether a row says nothing of somebody that is not known, but for notes."""
    told = ((getattr(known, one), getattr(incoming, one)) for one in COMPARED if one != "notes")
    return all(normalise(old) == normalise(new) for old, new in told if new)


def changes(known: RosterPerson, then: RosterPerson) -> list[str]:
    """What differs, a phrase for each."""
    return [
        _told(detail, getattr(known, detail), getattr(then, detail))
        for detail in COMPARED
        if _differs(detail, getattr(known, detail), getattr(then, detail))
    ]


def _differs(detail: str, old: str, new: str) -> bool:
    return old != new and (detail == "notes" or clean(old) != clean(new))


def _told(detail: str, old: str, new: str) -> str:
    words = _CHANGED if clean(old) else _ADDED
    if detail == "sector":
        old, new = name_of(old), name_of(new)
    if detail == "notes" and new.startswith(old.rstrip()):
        words, new = _ADDED, new.removeprefix(old.rstrip())
    return str(words[detail].filled(old=shortened(old), new=shortened(new)))
