"""The sectors of the quadruple helix and residents: each a letter, a shape, a colour and words."""

from dataclasses import dataclass

from kdc_desktop.i18n import Text, lazy, nlazy


@dataclass(frozen=True)
class SectorWords:
    """What is said of a sector, each a whole sentence, because languages bend its noun.

    Those with `{group}`, `{nth}` or `{place}` are filled by `Text.having`; `chose` by `count` too.
    """

    missing: Text
    only_observing: Text
    wanted: Text
    lacks: Text
    gains: Text
    gains_another: Text
    loses: Text
    chose: Text


@dataclass(frozen=True)
class Sector:
    """A kind of stakeholder; `letter` is its key in the database, `title` what it is called."""

    letter: str
    title: Text
    shape: str
    light: str
    dark: str
    words: SectorWords

    @property
    def name(self) -> str:
        """The title in the language in use."""
        return str(self.title)


_COMPANY = SectorWords(
    missing=lazy("No company is in."),
    only_observing=lazy("No company is in, except as an observer."),
    wanted=lazy("a company"),
    lacks=lazy("{group} has no company."),
    gains=lazy("{group} gains its {nth} company delegate."),
    gains_another=lazy("{group} gains another company delegate."),
    loses=lazy("{group} loses its only company delegate."),
    chose=nlazy(
        "{count} company delegate chose this {place}: ask them.",
        "{count} company delegates chose this {place}: ask them.",
        0,
    ),
)
_CITY = SectorWords(
    missing=lazy("No city department is in."),
    only_observing=lazy("No city department is in, except as an observer."),
    wanted=lazy("a city department"),
    lacks=lazy("{group} has no city department."),
    gains=lazy("{group} gains its {nth} city delegate."),
    gains_another=lazy("{group} gains another city delegate."),
    loses=lazy("{group} loses its only city delegate."),
    chose=nlazy(
        "{count} city delegate chose this {place}: ask them.",
        "{count} city delegates chose this {place}: ask them.",
        0,
    ),
)
_ACADEMIC = SectorWords(
    missing=lazy("No academic is in."),
    only_observing=lazy("No academic is in, except as an observer."),
    wanted=lazy("an academic"),
    lacks=lazy("{group} has no academic."),
    gains=lazy("{group} gains its {nth} academic."),
    gains_another=lazy("{group} gains another academic."),
    loses=lazy("{group} loses its only academic."),
    chose=nlazy(
        "{count} academic chose this {place}: ask them.",
        "{count} academics chose this {place}: ask them.",
        0,
    ),
)
_ASSOCIATION = SectorWords(
    missing=lazy("No association is in."),
    only_observing=lazy("No association is in, except as an observer."),
    wanted=lazy("an association"),
    lacks=lazy("{group} has no association."),
    gains=lazy("{group} gains its {nth} association delegate."),
    gains_another=lazy("{group} gains another association delegate."),
    loses=lazy("{group} loses its only association delegate."),
    chose=nlazy(
        "{count} association delegate chose this {place}: ask them.",
        "{count} association delegates chose this {place}: ask them.",
        0,
    ),
)
_RESIDENT = SectorWords(
    missing=lazy("No resident is in."),
    only_observing=lazy("No resident is in, except as an observer."),
    wanted=lazy("a resident"),
    lacks=lazy("{group} has no resident."),
    gains=lazy("{group} gains its {nth} resident."),
    gains_another=lazy("{group} gains another resident."),
    loses=lazy("{group} loses its only resident."),
    chose=nlazy(
        "{count} resident chose this {place}: ask them.",
        "{count} residents chose this {place}: ask them.",
        0,
    ),
)
_UNKNOWN = SectorWords(
    missing=lazy("No {letter} is in."),
    only_observing=lazy("No {letter} is in, except as an observer."),
    wanted=lazy("a {letter}"),
    lacks=lazy("{group} has no {letter}."),
    gains=lazy("{group} gains its {nth} person from {letter}."),
    gains_another=lazy("{group} gains another person from {letter}."),
    loses=lazy("{group} loses its only person from {letter}."),
    chose=nlazy(
        "{count} person from {letter} chose this {place}: ask them.",
        "{count} people from {letter} chose this {place}: ask them.",
        0,
    ),
)

SECTORS = (
    Sector("C", lazy("Companies"), "circle", "#C2410C", "#FB923C", _COMPANY),
    Sector("P", lazy("City and public"), "square", "#1D4ED8", "#7AA2FF", _CITY),
    Sector("A", lazy("Academia"), "triangle", "#7C3AED", "#B794F6", _ACADEMIC),
    Sector("T", lazy("Third sector"), "diamond", "#15803D", "#5FCB88", _ASSOCIATION),
    Sector("R", lazy("Residents"), "hexagon", "#BE185D", "#F472B6", _RESIDENT),
)
BY_LETTER = {sector.letter: sector for sector in SECTORS}
LETTERS = tuple(BY_LETTER)
RESIDENTS = "R"


def sector_of(organisation_sector: str | None) -> str:
    """The sector a person counts in: that of the organisation, and Residents without one."""
    return organisation_sector or RESIDENTS


def name_of(letter: str) -> str:
    """What a sector is called; the letter itself for one of a newer program."""
    return BY_LETTER[letter].name if letter in BY_LETTER else letter


def words_of(letter: str) -> SectorWords:
    """What is said of a sector; of one that only a newer program knows, by its letter."""
    if letter in BY_LETTER:
        return BY_LETTER[letter].words
    unknown = {name: text.having(letter=letter) for name, text in vars(_UNKNOWN).items()}
    return SectorWords(**unknown)


def nobody_of(letter: str, *, observing: bool = False) -> str:
    """That a needed sector is missing, as a sentence; `observing`: it only looks on."""
    words = words_of(letter)
    return str(words.only_observing if observing else words.missing)
