"""The pulse of consortia: what was answered to the five questions together, never by whom."""

from collections import Counter, defaultdict

from sqlalchemy import select

from kdc_desktop.domain.visions.pulse import QUESTIONS, SMALLEST, beats
from kdc_desktop.i18n import _, decimal_text, full_date_text, lazy, listed, paired, sentences
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.visions import Pulse, PulseAnswer
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.life_sheets import OF_ASKING_SESSION, asked_in
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of

_PULSE = (
    key_of("Pulse"),
    *OF_CONSORTIUM,
    Column(lazy("Taken"), Kind.DATETIME, filled=True, means=lazy("When it was taken.")),
    *OF_ASKING_SESSION,
    Column(
        lazy("Revealed"),
        Kind.DATETIME,
        aside=True,
        means=lazy("When it was revealed; until then no answer is here."),
    ),
    Column(lazy("Answers"), Kind.NUMBER, means=lazy("How many members answered, once revealed.")),
    *(
        Column(
            question.short,
            Kind.DECIMAL,
            means=lazy("The mean answer, from 1 to 5, to: {question}", question=question.text),
        )
        for question in QUESTIONS
    ),
)
_ANSWERS = (
    id_of("Pulse"),
    *OF_CONSORTIUM,
    Column(
        lazy("Question"),
        words=tuple((question.key, question.text) for question in QUESTIONS),
        filled=True,
        means=lazy("What was asked."),
    ),
    Column(lazy("Step"), Kind.NUMBER, filled=True, means=lazy("From 1, not at all, to 5, fully.")),
    Column(lazy("Members"), Kind.NUMBER, filled=True, means=lazy("How many answered this.")),
)


def pulses(source: Source) -> Table:
    """Every pulse that was taken, with the mean of each question where enough have answered."""
    consortia, given = source.once(ConsortiumBook).consortia, source.once(_given)
    rows: list[Line] = []
    for pulse in source.once(_pulses_in):
        steps = given[pulse.id]
        consortium = consortia[pulse.consortium_id]
        means = [beat.mean if beat.tells_nobody else None for beat in beats(steps)]
        rows.append(
            (
                consortium.session_id,
                pulse.id,
                consortium.id,
                consortium.name,
                pulse.opened_at,
                *asked_in(source, pulse.session_id),
                pulse.revealed_at,
                None if pulse.revealed_at is None else _most(steps),
                *(None if mean is None else round(mean, 2) for mean in means),
            )
        )
    notes = (
        _(
            "Where fewer than {count} have answered, or all of them gave one answer, nothing is "
            "told.",
            count=SMALLEST,
        ),
        _("Who gave which answer is told nowhere: that was promised to those who answered."),
    )
    purpose = lazy("How members say that their consortium does, in five short questions.")
    return source.table("Pulse", lazy("Pulse"), _PULSE, rows, notes, purpose=purpose, born=True)


def steps(source: Source) -> Table:
    """How many gave which answer; who gave it is told nowhere."""
    consortia, given = source.once(ConsortiumBook).consortia, source.once(_given)
    rows = [
        (
            consortia[pulse.consortium_id].session_id,
            pulse.id,
            pulse.consortium_id,
            consortia[pulse.consortium_id].name,
            beat.question.key,
            step,
            count,
        )
        for pulse in source.once(_pulses_in)
        for beat in beats(given[pulse.id])
        if beat.tells_nobody
        for step, count in enumerate(beat.counts, 1)
        if count
    ]
    purpose = lazy("How many members gave which answer to each question of the pulse.")
    title = lazy("Pulse answers")
    return source.table(
        "Pulse_answers", title, _ANSWERS, rows, purpose=purpose, stays=True, born=True
    )


def last_pulses(source: Source) -> dict[int, tuple[str, ...]]:
    """By consortium: what its last pulse came to, in a sentence, where enough have answered."""
    given, found = source.once(_given), dict[int, tuple[str, ...]]()
    for pulse in source.once(_pulses_in):
        asked = beats(given[pulse.id])
        told = [
            paired(str(beat.question.short), decimal_text(beat.mean, 1))
            for beat in asked
            if beat.mean is not None and beat.tells_nobody
        ]
        if told:
            day = full_date_text(source.day(pulse.opened_at))
            words = _("Pulse of {day}, from 1 to 5: {means}.", day=day, means=listed(told))
            hides = any(beat.mean is None or not beat.tells_nobody for beat in asked)
            rest = _("Other questions would tell who answered what.") if hides else ""
            found[pulse.consortium_id] = (sentences((words, rest)),)
    return found


def _most(steps: list[tuple[str, int]]) -> int:
    return max(Counter(question for question, _step in steps).values(), default=0)


def _pulses_in(source: Source) -> list[Pulse]:
    place = {key: number for number, key in enumerate(source.once(ConsortiumBook).consortia)}
    found = source.snapshot.scalars(
        select(Pulse)
        .where(Pulse.consortium_id.in_(list(place)))
        .order_by(Pulse.opened_at, Pulse.id)
    )
    return sorted(found, key=lambda one: place[one.consortium_id])


def _given(source: Source) -> dict[int, list[tuple[str, int]]]:
    """By pulse that was revealed: each answer as question and step."""
    given: dict[int, list[tuple[str, int]]] = defaultdict(list)
    shown = [pulse.id for pulse in source.once(_pulses_in) if pulse.revealed_at is not None]
    for pulse_id, question, step in source.snapshot.execute(
        select(PulseAnswer.pulse_id, PulseAnswer.question, PulseAnswer.step)
        .where(PulseAnswer.pulse_id.in_(shown))
        .order_by(PulseAnswer.id)
    ):
        given[pulse_id].append((question, step))
    return given
