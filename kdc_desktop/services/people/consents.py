"""What people allow: being contacted, being photographed. The newest word counts, all are kept."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sqlalchemy import bindparam, select

from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.i18n import Fillable, Text, _, date_text, fillable, lazy
from kdc_desktop.instants import Instant, day_of, laptop_zone
from kdc_desktop.model.people import Consent, Person
from kdc_desktop.services.people.joins import LooseTrail
from kdc_desktop.services.people.rows import ConsentRow
from kdc_desktop.storage import Database, Edit, Snapshot

CONSENT_TITLES: dict[ConsentKind, Text] = {
    ConsentKind.CONTACT: lazy("May be contacted"),
    ConsentKind.PHOTOGRAPH: lazy("May be photographed"),
}
_SAID: dict[tuple[ConsentKind, bool], Fillable] = {
    (ConsentKind.CONTACT, True): fillable("{name} may be contacted"),
    (ConsentKind.CONTACT, False): fillable("{name} may not be contacted"),
    (ConsentKind.PHOTOGRAPH, True): fillable("{name} may be photographed"),
    (ConsentKind.PHOTOGRAPH, False): fillable("{name} may not be photographed"),
}
_NEWEST_FIRST = (
    select(Consent.person_id, Consent.kind, Consent.given, Consent.at, Consent.source)
).order_by(Consent.at.desc(), Consent.id.desc())
_OF_ONE = (
    _NEWEST_FIRST.where(Consent.person_id == bindparam("person"), Consent.kind == bindparam("kind"))
).limit(1)
_LISTS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".vcf", ".json")


def say_consent(
    database: Database, person_id: int, kind: ConsentKind, given: bool, source: str = ""
) -> None:
    """Somebody allows something from now on, or does not; what they said before is kept.

    `source` says how that is known: “told at the door”. Who says the same again has said it once.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Person, person_id).name
    with database.edit(_SAID[kind, given].filled(name=name)) as edit:
        newest = edit.execute(_OF_ONE, {"person": person_id, "kind": kind}).first()
        if newest is None or newest.given is not given:
            said = {"kind": kind, "given": given, "source": on_one_line(source)}
            edit.add(Consent(person_id=person_id, at=database.now(), **said))


def consents_of(database: Database, person_id: int) -> list[ConsentRow]:
    """What somebody has said, the newest first."""
    with database.read() as snapshot:
        found = snapshot.execute(_NEWEST_FIRST.where(Consent.person_id == person_id))
        return [_row(kind, given, at, source) for _who, kind, given, at, source in found]


def newest_consents(
    snapshot: Snapshot, day: Callable[[Instant], date]
) -> Mapping[int, Mapping[ConsentKind, ConsentRow]]:
    """What counts now, by person and kind; who has said nothing is missing.

    `day` tells which day an instant was.
    """
    newest: dict[int, dict[ConsentKind, ConsentRow]] = defaultdict(dict)
    for person_id, kind, given, at, source in snapshot.execute(_NEWEST_FIRST):
        newest[person_id].setdefault(kind, ConsentRow(kind, given, day(at), source))
    return newest


def _row(kind: ConsentKind, given: bool, at: Instant, source: str) -> ConsentRow:
    return ConsentRow(kind, given, day_of(at, laptop_zone()), source)


def newest_of(rows: Sequence[ConsentRow], kind: ConsentKind) -> ConsentRow | None:
    """What counts of one kind, of rows the newest first; None where nothing was said."""
    return next((row for row in rows if row.kind is kind), None)


def consent_sentence(kind: ConsentKind, row: ConsentRow | None) -> str:
    """What counts, since when and how it is known, in a sentence."""
    what = str(CONSENT_TITLES[kind])
    if row is None:
        return _("{consent}: not asked yet.", consent=what)
    day, source = date_text(row.on), _known_from(row.source)
    if row.given and source:
        return _("{consent}: yes, since {day}, {source}.", consent=what, day=day, source=source)
    if row.given:
        return _("{consent}: yes, since {day}.", consent=what, day=day)
    if source:
        return _("{consent}: no, since {day}, {source}.", consent=what, day=day, source=source)
    return _("{consent}: no, since {day}.", consent=what, day=day)


def _known_from(source: str) -> str:
    """How it is known; an import says which file told it."""
    told = source.lower().endswith(_LISTS)
    return _("from {file}", file=source) if told else source


def _keeps_nobody(_snapshot: Snapshot, _person_id: int) -> bool:
    return False


def _take_along(edit: Edit, person_id: int) -> None:
    edit.remove_rows(
        Consent, list(edit.scalars(select(Consent.id).where(Consent.person_id == person_id)))
    )


OF_CONSENTS = LooseTrail(Consent.__tablename__, _keeps_nobody, _take_along)
"""What somebody allowed goes with them, and keeps nobody."""
