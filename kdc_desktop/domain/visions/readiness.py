"""Whether a consortium can go with its vision, and what it still lacks."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kdc_desktop.domain.people.sectors import LETTERS, words_of
from kdc_desktop.domain.visions.positions import PositionAt, Stakeholder, latest_positions
from kdc_desktop.domain.visions.scales import Scale
from kdc_desktop.i18n import Text, lazy, nlazy
from kdc_desktop.instants import Instant, Zone, days_between

_MOST_NAMED = 3
_LONG_OPEN = 7  # days after which it is said how long an objection has been open
_NOT_YET = (
    lazy("Not yet: one thing"),
    lazy("Not yet: two things"),
    lazy("Not yet: three things"),
    lazy("Not yet: four things"),
    lazy("Not yet: five things"),
    lazy("Not yet: six things"),
    lazy("Not yet: seven things"),
    lazy("Not yet: eight things"),
    lazy("Not yet: nine things"),
    lazy("Not yet: ten things"),
    lazy("Not yet: eleven things"),
    lazy("Not yet: twelve things"),
)


@dataclass(frozen=True)
class OpenObjection:
    """A reservation that is still open and stands in the way; `name` is whose it is."""

    name: str
    opened_at: Instant


@dataclass(frozen=True)
class Readiness:
    """What keeps a consortium from going, in sentences; it is ready when there is nothing.

    A sentence may tell of several things, such as who has not answered; each of them counts, but
    for answers that are hidden: one reveal is all that they lack. The first sentences, so many as
    `of_version`, are of who is asked and where they stand.
    """

    reasons: tuple[Text, ...] = ()
    more: int = 0  # things than sentences
    of_version: int = 0
    low: tuple[Text, ...] = ()  # of the reasons, who stands below the agreed level
    objections: tuple[Text, ...] = ()  # of them, the reservations that stand in the way

    @property
    def unsettled(self) -> tuple[Text, ...]:
        """What keeps all from standing behind the version."""
        return self.reasons[: self.of_version]

    @property
    def beside(self) -> tuple[Text, ...]:
        """What else is missing."""
        return self.reasons[self.of_version :]

    @property
    def count(self) -> int:
        """How many things that are."""
        return len(self.reasons) + self.more

    @property
    def ready(self) -> bool:
        return not self.reasons

    @property
    def headline(self) -> Text:
        """Whether it can go, in a few words."""
        return headline_of(self.count)


def headline_of(count: int) -> Text:
    """Whether a consortium can go from which so many things keep it, in a few words."""
    if not count:
        return lazy("Ready to go")
    if count <= len(_NOT_YET):
        return _NOT_YET[count - 1]
    return nlazy("Not yet: {count} thing", "Not yet: {count} things", count)


def readiness(
    scale: Scale,
    agreed_level: int,
    members: Sequence[Stakeholder],
    positions: Iterable[PositionAt],
    open_objections: Sequence[OpenObjection],
    needed_sectors: Collection[str],
    now: Instant,
    zone: Zone,
    *,
    version_number: int,
    observing: Collection[str] = (),
    open_roles: Sequence[str] = (),
    hidden: Collection[int] = (),
) -> Readiness:
    """Can this consortium go with version `version_number` of its vision (0: there is none yet)?

    Ready means: no member below the agreed level, all have answered, every needed sector is in, no
    role is open and no objection. Leave observers out of `members`; `observing` are their sectors:
    that a sector is seen and does not count is said. Of the `hidden` nobody sees yet what they
    answer now, so nothing else is said of where they stand.
    """
    reasons, more = [] if members else [lazy("Nobody is in yet.")], 0
    low: list[Text] = []
    if version_number < 1:
        reasons.append(lazy("There is no vision yet."))
    else:
        answers = latest_positions(positions, version_number)
        shown = [one for one in members if one.id not in hidden]
        low = list(_low(scale, agreed_level, shown, answers))
        silent = [one for one in shown if one.id not in answers]
        more = len(silent) - 1 if len(silent) > _MOST_NAMED else 0
        reasons += [*low, *_silent(silent, version_number), *_hidden(len(hidden))]
    of_version = len(reasons)
    missing = set(needed_sectors) - {member.sector for member in members}
    reasons += _nobody_of(missing, observing)
    reasons += [lazy("Still looked for: {role}.", role=role.rstrip(".")) for role in open_roles]
    objections = [_open(one, days_between(one.opened_at, now, zone)) for one in open_objections]
    return Readiness((*reasons, *objections), more, of_version, tuple(low), tuple(objections))


def _nobody_of(missing: Collection[str], observing: Collection[str]) -> Iterator[Text]:
    for letter in (one for one in LETTERS if one in missing):
        yield words_of(letter).nobody(observing=letter in observing)


def _hidden(count: int) -> Iterator[Text]:
    if count:
        words = nlazy("{count} answer is hidden.", "{count} answers are hidden.", count)
        yield words


def _silent(members: Sequence[Stakeholder], version_number: int) -> Iterator[Text]:
    """Who has not answered: by name, or only how many where a list of names would hide the rest."""
    if len(members) > _MOST_NAMED:
        words = nlazy(
            "{count} member has not answered version {version}.",
            "{count} members have not answered version {version}.",
            len(members),
            version=version_number,
        )
        yield words
        return
    for member in members:
        words = lazy(
            "{name} has not answered version {version}.", name=member.name, version=version_number
        )
        yield words


def _low(
    scale: Scale,
    agreed_level: int,
    members: Sequence[Stakeholder],
    answers: Mapping[int, PositionAt],
) -> Iterator[Text]:
    below = [
        (scale.level(answers[member.id].level).value, member.name)
        for member in members
        if member.id in answers and answers[member.id].level < agreed_level
    ]
    for level, name in sorted(below, key=lambda low: low[0]):
        yield _below(name, level, agreed_level, chosen=agreed_level != scale.agreed)


def _below(name: str, level: int, agreed_level: int, *, chosen: bool) -> Text:
    """Of a level that nobody chose is not said that it was agreed on."""
    if chosen:
        return lazy(
            "{name} stands at {level}, you agreed on {agreed}.",
            name=name,
            level=level,
            agreed=agreed_level,
        )
    return lazy(
        "{name} stands at {level}; usually all stand at {agreed} or higher.",
        name=name,
        level=level,
        agreed=agreed_level,
    )


def _open(objection: OpenObjection, days: int) -> Text:
    if days < _LONG_OPEN:
        return lazy("An objection of {name} is open.", name=objection.name)
    return nlazy(
        "An objection of {name} has been open for {count} day.",
        "An objection of {name} has been open for {count} days.",
        days,
        name=objection.name,
    )
