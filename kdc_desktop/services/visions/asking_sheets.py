"""When members were asked where they stand, and what each answered once it was revealed."""

from collections import Counter
from dataclasses import replace

from kdc_desktop.domain.visions.scales import DEFAULT, SCALES
from kdc_desktop.domain.visions.state_words import WAY_WORDS
from kdc_desktop.i18n import _, lazy
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.visions import Position
from kdc_desktop.services.consortia.life_sheets import OF_ASKING_SESSION, asked_in
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM, OF_MEMBER, OF_SECTOR
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.visions.book import AGREED_LEVEL, OF_SCALE, VisionBook
from kdc_desktop.services.visions.sheets import OF_VERSION

_ASKINGS = (
    key_of("Asking"),
    *OF_CONSORTIUM,
    *OF_VERSION,
    Column(lazy("Asked"), Kind.DATETIME, head=True, filled=True, means=lazy("When it was opened.")),
    *OF_ASKING_SESSION,
    Column(
        lazy("Revealed"),
        Kind.DATETIME,
        means=lazy("When the answers were revealed; until then there are none here."),
    ),
    Column(lazy("Answers"), Kind.NUMBER, means=lazy("How many members answered, once revealed.")),
    OF_SCALE,
    AGREED_LEVEL,
)
_ANSWERS = (
    key_of("Position"),
    *OF_CONSORTIUM,
    *OF_VERSION,
    *OF_MEMBER,
    OF_SECTOR,
    Column(
        lazy("Level"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How much the member supports it, on the scale."),
    ),
    Column(lazy("Position"), reader=Reader.PEOPLE),
    Column(
        lazy("At the agreed level"),
        Kind.BOOL,
        filled=True,
        means=lazy("Whether it is at the level that the consortium aimed at then, or above."),
    ),
    Column(
        lazy("Against"),
        Kind.BOOL,
        filled=True,
        means=lazy(
            "Whether the level itself is against it; an objection is told with the reservations."
        ),
    ),
    Column(lazy("Reason"), stays=True, means=lazy("Why.")),
    Column(
        lazy("What would move it one step"),
        stays=True,
        means=lazy("What would have to change for one level more."),
    ),
    Column(lazy("When"), Kind.DATETIME, aside=True, filled=True, means=lazy("When it was taken.")),
    *(replace(column, aside=True) for column in OF_ASKING_SESSION),
    Column(
        lazy("Way"),
        words=tuple(WAY_WORDS.items()),
        aside=True,
        filled=True,
        means=lazy("How the answer came in."),
    ),
    Column(
        lazy("Said by"),
        aside=True,
        stays=True,
        means=lazy("The name of who said it for the member."),
    ),
    replace(id_of("Person", "Said by"), stays=True),
    replace(OF_SCALE, aside=True),
    replace(AGREED_LEVEL, aside=True),
    id_of("Asking"),
)
_NOWHERE = (None, None)  # before askings were kept


def askings(source: Source) -> Table:
    """Every round of asking, also one that is open; of that nothing is told but that it is."""
    book = source.once(VisionBook)
    answers = Counter(asking_id for asking_id, _member in source.once(_answered))
    rows: list[Line] = []
    for asking in book.askings.values():
        consortium = book.of.consortia[asking.consortium_id]
        rows.append(
            (
                consortium.session_id,
                asking.id,
                consortium.id,
                consortium.name,
                asking.vision_id,
                book.visions[asking.vision_id].number,
                asking.opened_at,
                *asked_in(source, asking.session_id),
                asking.revealed_at,
                None if asking.revealed_at is None else answers[asking.id],
                asking.scale,
                asking.agreed_level,
            )
        )
    purpose = lazy("When each consortium was asked where it stands, and on which version.")
    return source.table("Askings", lazy("Askings"), _ASKINGS, rows, purpose=purpose, born=True)


def _answered(source: Source) -> set[tuple[int | None, int]]:
    return {(one.asking_id, one.member_id) for one in source.once(VisionBook).positions}


def answers(source: Source) -> Table:
    """Every answer with its reason, a row each; those that are not revealed yet are left out."""
    rows = [_answer(source, position) for position in source.once(VisionBook).positions]
    notes = (_("An answer is here once it has been revealed, and stays as it was then."),)
    purpose = lazy("Every answer that a member gave, with its reason.")
    title, formerly = lazy("Answers"), "Position_list"  # untranslated: a name in formulas
    return source.table(
        "Answers", title, _ANSWERS, rows, notes, purpose=purpose, formerly=formerly, born=True
    )


def _answer(source: Source, position: Position) -> Line:
    book = source.once(VisionBook)
    note, vision = book.of.members[position.member_id], book.visions[position.vision_id]
    asking = book.askings.get(position.asking_id or 0)
    asked = asking or note.consortium
    scale = SCALES.get(asked.scale, DEFAULT)
    on_scale = scale.lowest <= position.level <= scale.highest
    return (
        note.consortium.session_id,
        position.id,
        note.consortium.id,
        note.consortium.name,
        vision.id,
        vision.number,
        note.id,
        note.name,
        note.sector,
        position.level,
        str(scale.level(position.level).label) if on_scale else None,
        position.level >= asked.agreed_level,
        scale.is_objection(position.level),
        position.reason,
        position.would_move,
        position.at,
        *(_NOWHERE if asking is None else asked_in(source, asking.session_id)),
        position.way,
        source.who(position.said_by_id).name or None,
        position.said_by_id,
        scale.key,
        asked.agreed_level,
        position.asking_id,
    )
