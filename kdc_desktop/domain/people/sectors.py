"""The sectors of the quadruple helix and residents: each a letter, a shape, a colour and words."""

from dataclasses import dataclass

from kdc_desktop.i18n import Template, Text, fillable, lazy, nfillable


@dataclass(frozen=True)
class SectorWords:
    """What is said of a sector, each a whole sentence, because languages bend its noun.

    A template is filled with `group`; `gains` with `nth` as well, `chose` with `count` and `place`.
    """

    missing: Text
    only_observing: Text
    wanted: Text
    lacks: Template
    gains: Template
    gains_another: Template
    loses: Template
    chose: Template


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
    lacks=fillable("{group} has no company."),
    gains=fillable("{group} gains its {nth} company delegate."),
    gains_another=fillable("{group} gains another company delegate."),
    loses=fillable("{group} loses its only company delegate."),
    chose=nfillable(
        "{count} company delegate chose this {place}: ask them.",
        "{count} company delegates chose this {place}: ask them.",
    ),
)
_CITY = SectorWords(
    missing=lazy("No city department is in."),
    only_observing=lazy("No city department is in, except as an observer."),
    wanted=lazy("a city department"),
    lacks=fillable("{group} has no city department."),
    gains=fillable("{group} gains its {nth} city delegate."),
    gains_another=fillable("{group} gains another city delegate."),
    loses=fillable("{group} loses its only city delegate."),
    chose=nfillable(
        "{count} city delegate chose this {place}: ask them.",
        "{count} city delegates chose this {place}: ask them.",
    ),
)
_ACADEMIC = SectorWords(
    missing=lazy("No academic is in."),
    only_observing=lazy("No academic is in, except as an observer."),
    wanted=lazy("an academic"),
    lacks=fillable("{group} has no academic."),
    gains=fillable("{group} gains its {nth} academic."),
    gains_another=fillable("{group} gains another academic."),
    loses=fillable("{group} loses its only academic."),
    chose=nfillable(
        "{count} academic chose this {place}: ask them.",
        "{count} academics chose this {place}: ask them.",
    ),
)
_ASSOCIATION = SectorWords(
    missing=lazy("No association is in."),
    only_observing=lazy("No association is in, except as an observer."),
    wanted=lazy("an association"),
    lacks=fillable("{group} has no association."),
    gains=fillable("{group} gains its {nth} association delegate."),
    gains_another=fillable("{group} gains another association delegate."),
    loses=fillable("{group} loses its only association delegate."),
    chose=nfillable(
        "{count} association delegate chose this {place}: ask them.",
        "{count} association delegates chose this {place}: ask them.",
    ),
)
_RESIDENT = SectorWords(
    missing=lazy("No resident is in."),
    only_observing=lazy("No resident is in, except as an observer."),
    wanted=lazy("a resident"),
    lacks=fillable("{group} has no resident."),
    gains=fillable("{group} gains its {nth} resident."),
    gains_another=fillable("{group} gains another resident."),
    loses=fillable("{group} loses its only resident."),
    chose=nfillable(
        "{count} resident chose this {place}: ask them.",
        "{count} residents chose this {place}: ask them.",
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
    return SectorWords(
        missing=lazy("No {letter} is in.", letter=letter),
        only_observing=lazy("No {letter} is in, except as an observer.", letter=letter),
        wanted=lazy("a {letter}", letter=letter),
        lacks=fillable("{group} has no {letter}.").having(letter=letter),
        gains=fillable("{group} gains its {nth} person from {letter}.").having(letter=letter),
        gains_another=fillable("{group} gains another person from {letter}.").having(letter=letter),
        loses=fillable("{group} loses its only person from {letter}.").having(letter=letter),
        chose=nfillable(
            "{count} person from {letter} chose this {place}: ask them.",
            "{count} people from {letter} chose this {place}: ask them.",
        ).having(letter=letter),
    )


def nobody_of(letter: str, *, observing: bool = False) -> str:
    """That a needed sector is missing, as a sentence; `observing`: it only looks on."""
    words = words_of(letter)
    return str(words.only_observing if observing else words.missing)
