"""What the list of the whole club says of a consortium."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.consortia.due import SILENT_AFTER, WhyDue
from kdc_desktop.domain.consortia.states import OVER, is_alive, is_on_its_own
from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.i18n import Text, _, date_text, lazy, listed, ngettext, number_text, sentences
from kdc_desktop.instants import Zone, day_of
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.consortia.membership import MembershipRow, RoleStepRow
from kdc_desktop.services.consortia.steps import StateRow

DUE: Mapping[WhyDue, Text] = {
    WhyDue.ANSWERS: lazy("answers to reveal"),
    WhyDue.UNANSWERED: lazy("to be asked"),
    WhyDue.OVERDUE: lazy("commitment over"),
    WhyDue.FALLEN: lazy("fell"),
    WhyDue.LOOK_AGAIN: lazy("look again"),
    WhyDue.SILENT: lazy("silent"),
}


DUE_TOLD: Mapping[WhyDue, Text] = {
    WhyDue.ANSWERS: lazy("Its answers wait to be revealed."),
    WhyDue.UNANSWERED: lazy("Not all of its members have answered the latest version."),
    WhyDue.OVERDUE: lazy("The day of a commitment has passed, and it is not kept."),
    WhyDue.FALLEN: lazy("Somebody stands well below what they said before."),
    WhyDue.LOOK_AGAIN: lazy("The day has come to look at it again."),
    WhyDue.SILENT: lazy("Nothing was heard of it for a quarter of a year."),
}
AGAIN = (
    (lazy("In a month"), 4),
    (lazy("In a quarter"), 13),
    (lazy("In half a year"), 26),
    (lazy("In a year"), 52),
)
"""When a consortium may be looked at again, in weeks."""


def summary(rows: Sequence[ClubRow]) -> str:
    """How many there are, and how many of them are over."""
    if not rows:
        return _("None yet")
    alive = sum(is_alive(row.state) for row in rows)
    own = sum(is_on_its_own(row.state) for row in rows)
    over, due = len(rows) - alive, sum(bool(row.due) for row in rows)
    told = [alive_words(alive, own)]
    if over:
        told.append(ngettext("{count} over", "{count} over", over))
    if due:
        told.append(ngettext("{count} is due", "{count} are due", due))
    return listed(told)


def alive_words(alive: int, on_their_own: int) -> str:
    """How many live, and how many of them go on without the club."""
    words = ngettext("{count} alive", "{count} alive", alive)
    if not on_their_own:
        return words
    return ngettext(
        "{alive}, {count} of them by itself",
        "{alive}, {count} of them by themselves",
        on_their_own,
        alive=words,
    )


def silence(row: ClubRow) -> str:
    """When it was last heard, or for how long it has not been."""
    if row.state in OVER or row.silent_days < SILENT_AFTER:
        return date_text(row.heard_on)
    days = row.silent_days
    return ngettext("silent {count} day", "silent {count} days", days)


def sectors(row: ClubRow) -> str:
    """Its members by sector in words, and what it lacks."""
    inside = [
        _("{sector} {count}", sector=name_of(letter), count=number_text(count))
        for letter, count in sorted(row.sectors.items(), key=lambda one: COUNTED.index(one[0]))
    ]
    told = [listed(inside)] if inside else [_("Nobody is in it.")]
    if row.missing:
        told.append(_("Missing: {sectors}", sectors=listed(map(name_of, row.missing))))
    return "\n".join(told)


def due_words(row: ClubRow) -> str:
    """Why it is due: whatever is counted as due says so here."""
    return listed(str(DUE[reason]) for reason in row.due)


def held_up_words(row: ClubRow) -> str:
    """The kind of the oldest of its obstacles and how long that has lasted; how many there are."""
    held = row.held_up
    if held is None:
        return ""
    days = ngettext("{count} day", "{count} days", held.age_days)
    told = dotted(str(held.kind), days)
    if held.open == 1:
        return told
    return _("{oldest}, +{more}", oldest=told, more=number_text(held.open - 1))


def held_up_told(row: ClubRow) -> str:
    """What the oldest of its obstacles is, who takes care of it, and how many there are."""
    held = row.held_up
    if held is None:
        return ""
    who = _("{owner} takes care of it.", owner=held.owner) if held.owner else ""
    more = ngettext("{count} obstacle.", "{count} obstacles.", held.open)
    return "\n".join(filter(None, (more, _("The oldest: {obstacle}", obstacle=held.text), who)))


def state_told(row: ClubRow) -> str:
    """Since when it is in its state, who said so, and what was noted."""
    since = _("Since {day}.", day=date_text(row.since))
    return sentences(filter(None, (since, _said(row.said_by, row.note))))


def steps_told(steps: Sequence[StateRow], zone: Zone) -> str:
    """Every step that was said, a line each, the newest first; or nothing."""
    return "\n".join(_step_told(step, zone) for step in steps)


def _step_told(step: StateRow, zone: Zone) -> str:
    day, state = day_of(step.at, zone), str(STATE_ENTRIES[step.state])
    when = _("{day}: {state}.", day=date_text(day), state=state)
    return sentences(filter(None, (when, _said(step.said_by, step.note))))


def _said(person: str, note: str) -> str:
    by = _("Said by {person}.", person=person) if person else ""
    return sentences(filter(None, (by, note)))


def role_told(row: MembershipRow) -> str:
    """A member and what it is by now."""
    return _("{member}, {role}", member=row.name, role=ROLE_WORDS[row.role])


def roles_told(row: MembershipRow) -> str:
    """What a member became, a line each, the newest first; or nothing, where it was always that."""
    return "\n".join(map(_role_step_told, row.roles))


def _role_step_told(step: RoleStepRow) -> str:
    told = _(
        "{day}: {role}, before {was}.",
        day=date_text(step.on),
        role=ROLE_WORDS[step.role],
        was=ROLE_WORDS[step.was],
    )
    return sentences(filter(None, (told, _said(step.said_by, ""))))


def due_told(row: ClubRow) -> str:
    """Why it is due, in sentences."""
    return sentences(str(DUE_TOLD[reason]) for reason in row.due)


def sessions(row: ClubRow) -> str:
    """Where it was born, and where it was worked on since."""
    if row.born_in is None:
        told = [_("Born outside any session.")]
    else:
        born_on = date_text(row.born_in.on)
        told = [_("Born in “{session}”, {day}.", session=row.born_in.title, day=born_on)]
        if row.born_in.in_trash:
            told.append(_("That session lies in the trash; the consortium lives on."))
    if row.taken_up:
        titles = listed(one.title for one in row.taken_up)
        told.append(_("Taken up in: {sessions}.", sessions=titles))
    return sentences(told)


def look_again_days(chosen: date | None, today: date) -> list[tuple[str, date | None]]:
    """On which days it may be looked at again, and what each is called."""
    days: list[tuple[str, date | None]] = [
        (_("On no day"), None),
        *(
            (_("{when}, {day}", when=str(when), day=date_text(day)), day)
            for when, weeks in AGAIN
            for day in (today + timedelta(weeks=weeks),)
        ),
    ]
    if chosen is not None and all(day != chosen for _text, day in days):
        days.insert(1, (date_text(chosen), chosen))
    return days


def no_session() -> str:
    """Why nothing can be taken up."""
    return _("Plan a session first, or open one: a consortium is taken up in one.")
