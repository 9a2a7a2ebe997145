"""What the summary tells of consortia: who is in them, and what is said of each."""

from collections.abc import Callable, Mapping

from kdc_desktop.domain.consortia.stages import KINDS
from kdc_desktop.domain.consortia.states import ConsortiumState, state_of
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _, full_date_text, lazy, listed, listed_apart, titled
from kdc_desktop.instants import Instant
from kdc_desktop.interchange.workbook import Column, SheetBlock
from kdc_desktop.model.consortia import Consortium, ConsortiumStep, SignOfLife
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.life_sheets import heard_in, steps_in, taken_up_in
from kdc_desktop.services.consortia.sheets import delegates_of
from kdc_desktop.services.kit.source import Columns, Line, Source
from kdc_desktop.services.kit.who import sector_name
from kdc_desktop.services.sessions.sheets import has_stage

MoreSaid = Callable[[Source], Callable[[int], tuple[str, ...]]]
"""Sentences that a noun above says of a consortium, by its id: its vision and its gaps."""

_SPANS, _GONE_SPANS = (1, 2, 2, 4), (1, 1, 2, 3, 2)


def consortia_told(more: MoreSaid, source: Source) -> list[SheetBlock]:
    """Each consortium that goes on, with its members."""
    going = _going(source)
    if not going:
        if not source.every_session and not has_stage(source, KINDS):
            return []
        return [SheetBlock(_("Consortia"), (_("No consortium was formed."),))]
    said = more(source)
    meant = _(
        "A consortium is a group that goes on with what won. Its members say on a scale how far "
        "they support its vision; the agreed level is what it aims at for all of them. What is "
        "still missing stands below “Not yet”."
    )
    return [
        SheetBlock(_("Consortia"), (meant,)),
        *(_told(source, one, said(one.id)) for one in going),
    ]


def _going(source: Source) -> list[Consortium]:
    return [c for c in source.once(ConsortiumBook).consortia.values() if c.let_go_at is None]


def _told(source: Source, consortium: Consortium, said: tuple[str, ...]) -> SheetBlock:
    notes = source.once(ConsortiumBook).members_of(consortium)
    members = [note for note in notes if not note.has_left]
    names = source.once(delegates_of)
    rows = tuple(
        (
            note.name,
            sector_name(note.sector),
            str(ROLE_WORDS[note.role]),
            _speakers(note.name, names.get(note.id, [])),
        )
        for note in members
    )
    heading = consortium.name
    if source.every_session:
        session = source.sessions.get(consortium.session_id or 0)
        heading = titled(session.title, consortium.name) if session else consortium.name
    header = (_("Member"), _("Sector"), _("Role"), _("Who speaks for it"))
    if not rows:
        return SheetBlock(heading, (*said, _("Nobody is in it.")), level=2)
    return SheetBlock(heading, said, header, rows, _SPANS, level=2)


def _speakers(member: str, names: list[str]) -> str:
    """Who speaks for a member; whoever is in it for themselves is named already."""
    return "" if names == [member] else listed(sorted(names, key=in_order))


def gone_on(source: Source) -> list[SheetBlock]:
    """Those that go on by themselves or came to an end: since when, and what was heard last."""
    gone = [one for one in source.once(ConsortiumBook).consortia.values() if one.let_go_at]
    if not gone:
        return []
    said = {step.consortium_id: step for step in source.once(steps_in)}
    heard = {sign.consortium_id: sign for sign in source.once(heard_in)}
    rows = tuple(
        _gone(source, one, said.get(one.id), heard.get(one.id))
        for one in sorted(gone, key=lambda one: (one.let_go_at, one.id))
    )
    header = (_("Consortium"), _("State"), _("Since"), _("Heard last"), _("Look again on"))
    return [
        SheetBlock(
            _("Consortia that go on by themselves or are over"), (), header, rows, _GONE_SPANS
        )
    ]


def _gone(
    source: Source, one: Consortium, step: ConsortiumStep | None, sign: SignOfLife | None
) -> Line:
    assert one.let_go_at is not None
    state = state_of(step.state if step else None, let_go=True, has_vision=True)
    since = step.at if step is not None and step.state is state else one.let_go_at
    heard = "" if sign is None else titled(_day(source, sign.at), sign.text)
    again = "" if one.look_again_on is None else full_date_text(one.look_again_on)
    return (one.name, str(STATE_WORDS[state]), _day(source, since), heard, again)


def _day(source: Source, at: Instant) -> str:
    return full_date_text(source.day(at))


def let_go_in_year(source: Source) -> Mapping[int, str]:
    """By year: which consortia were let go in it, also those that came back to the club since."""
    consortia, steps = source.once(ConsortiumBook).consortia, source.once(steps_in)
    first = {step.consortium_id: step.at for step in reversed(steps)}
    gone = [(step.at, step.consortium_id) for step in steps if step.state is ConsortiumState.LET_GO]
    gone += [  # files of before have no steps
        (one.let_go_at, one.id)
        for one in consortia.values()
        if one.let_go_at is not None and (one.id not in first or one.let_go_at < first[one.id])
    ]
    names: dict[int, dict[int, str]] = {}
    for at, key in sorted(gone):
        names.setdefault(source.day(at).year, {})[key] = consortia[key].name
    return {
        year: _("Let go in this year: {consortia}.", consortia=listed_apart(some.values()))
        for year, some in names.items()
    }


def _names(source: Source) -> Callable[[int], Line]:
    """The consortia that were formed in a session, and those of before that it took up."""
    consortia = source.once(ConsortiumBook).consortia
    formed: dict[int, list[str]] = {}
    for consortium in consortia.values():
        formed.setdefault(consortium.session_id or 0, []).append(consortium.name)
    again: dict[int, list[str]] = {}
    for found in source.once(taken_up_in):
        again.setdefault(found.session_id, []).append(consortia[found.consortium_id].name)
    return lambda session_id: (
        listed_apart(formed.get(session_id, ())),
        listed_apart(again.get(session_id, ())),
    )


SIDE_BY_SIDE = Columns((Column(lazy("Consortia")), Column(lazy("Taken up again"))), _names)
"""The consortia of each session."""
