"""What is said of each sector, in whole sentences, because every language bends its noun anew."""

from typing import NamedTuple

from kdc_desktop.i18n import Fillable, Text, fillable, lazy, nfillable


class SectorWords(NamedTuple):
    """The sentences about a sector; a template is filled with `group`, `chose` with `count`.

    `gains` says it of the first delegate of the sector, of the second, and so on; `gains_another`
    of those beyond. `chose` says it of a first choice, of a second, and so on; its last one of any
    that is later.
    """

    missing: Text
    only_observing: Text
    wanted: Text
    lacks: Fillable
    gains: tuple[Fillable, ...]
    gains_another: Fillable
    loses: Fillable
    chose: tuple[Fillable, ...]

    def nobody(self, *, observing: bool) -> Text:
        """That a needed sector is missing; `observing`: it only looks on."""
        return self.only_observing if observing else self.missing

    def gained(self, group: str, now: int) -> Text:
        """That a group gains somebody of the sector, of whom it then has so many."""
        known = self.gains[now - 1] if now <= len(self.gains) else self.gains_another
        return known.filled(group=group)

    def asked(self, people: int, rank: int) -> Text:
        """That so many chose a group, `rank` 0 for first, and are to be asked."""
        return self.chose[min(rank, len(self.chose) - 1)].filled(count=people)


COMPANY = SectorWords(
    missing=lazy("No company is in."),
    only_observing=lazy("No company is in, except as an observer."),
    wanted=lazy("a company"),
    lacks=fillable("{group} has no company."),
    gains=(
        fillable("{group} gains its first company delegate."),
        fillable("{group} gains its second company delegate."),
        fillable("{group} gains its third company delegate."),
        fillable("{group} gains its fourth company delegate."),
        fillable("{group} gains its fifth company delegate."),
        fillable("{group} gains its sixth company delegate."),
        fillable("{group} gains its seventh company delegate."),
        fillable("{group} gains its eighth company delegate."),
        fillable("{group} gains its ninth company delegate."),
    ),
    gains_another=fillable("{group} gains another company delegate."),
    loses=fillable("{group} loses its only company delegate."),
    chose=(
        nfillable(
            "{count} company delegate chose this first: ask them.",
            "{count} company delegates chose this first: ask them.",
        ),
        nfillable(
            "{count} company delegate chose this second: ask them.",
            "{count} company delegates chose this second: ask them.",
        ),
        nfillable(
            "{count} company delegate chose this third: ask them.",
            "{count} company delegates chose this third: ask them.",
        ),
        nfillable(
            "{count} company delegate chose this later: ask them.",
            "{count} company delegates chose this later: ask them.",
        ),
    ),
)
CITY = SectorWords(
    missing=lazy("No city department is in."),
    only_observing=lazy("No city department is in, except as an observer."),
    wanted=lazy("a city department"),
    lacks=fillable("{group} has no city department."),
    gains=(
        fillable("{group} gains its first city delegate."),
        fillable("{group} gains its second city delegate."),
        fillable("{group} gains its third city delegate."),
        fillable("{group} gains its fourth city delegate."),
        fillable("{group} gains its fifth city delegate."),
        fillable("{group} gains its sixth city delegate."),
        fillable("{group} gains its seventh city delegate."),
        fillable("{group} gains its eighth city delegate."),
        fillable("{group} gains its ninth city delegate."),
    ),
    gains_another=fillable("{group} gains another city delegate."),
    loses=fillable("{group} loses its only city delegate."),
    chose=(
        nfillable(
            "{count} city delegate chose this first: ask them.",
            "{count} city delegates chose this first: ask them.",
        ),
        nfillable(
            "{count} city delegate chose this second: ask them.",
            "{count} city delegates chose this second: ask them.",
        ),
        nfillable(
            "{count} city delegate chose this third: ask them.",
            "{count} city delegates chose this third: ask them.",
        ),
        nfillable(
            "{count} city delegate chose this later: ask them.",
            "{count} city delegates chose this later: ask them.",
        ),
    ),
)
ACADEMIC = SectorWords(
    missing=lazy("Nobody from academia is in."),
    only_observing=lazy("Nobody from academia is in, except as an observer."),
    wanted=lazy("an academic"),
    lacks=fillable("{group} has no academic."),
    gains=(
        fillable("{group} gains its first academic."),
        fillable("{group} gains its second academic."),
        fillable("{group} gains its third academic."),
        fillable("{group} gains its fourth academic."),
        fillable("{group} gains its fifth academic."),
        fillable("{group} gains its sixth academic."),
        fillable("{group} gains its seventh academic."),
        fillable("{group} gains its eighth academic."),
        fillable("{group} gains its ninth academic."),
    ),
    gains_another=fillable("{group} gains another academic."),
    loses=fillable("{group} loses its only academic."),
    chose=(
        nfillable(
            "{count} academic chose this first: ask them.",
            "{count} academics chose this first: ask them.",
        ),
        nfillable(
            "{count} academic chose this second: ask them.",
            "{count} academics chose this second: ask them.",
        ),
        nfillable(
            "{count} academic chose this third: ask them.",
            "{count} academics chose this third: ask them.",
        ),
        nfillable(
            "{count} academic chose this later: ask them.",
            "{count} academics chose this later: ask them.",
        ),
    ),
)
ASSOCIATION = SectorWords(
    missing=lazy("Nobody from the third sector is in."),
    only_observing=lazy("Nobody from the third sector is in, except as an observer."),
    wanted=lazy("an association"),
    lacks=fillable("{group} has no association."),
    gains=(
        fillable("{group} gains its first association delegate."),
        fillable("{group} gains its second association delegate."),
        fillable("{group} gains its third association delegate."),
        fillable("{group} gains its fourth association delegate."),
        fillable("{group} gains its fifth association delegate."),
        fillable("{group} gains its sixth association delegate."),
        fillable("{group} gains its seventh association delegate."),
        fillable("{group} gains its eighth association delegate."),
        fillable("{group} gains its ninth association delegate."),
    ),
    gains_another=fillable("{group} gains another association delegate."),
    loses=fillable("{group} loses its only association delegate."),
    chose=(
        nfillable(
            "{count} association delegate chose this first: ask them.",
            "{count} association delegates chose this first: ask them.",
        ),
        nfillable(
            "{count} association delegate chose this second: ask them.",
            "{count} association delegates chose this second: ask them.",
        ),
        nfillable(
            "{count} association delegate chose this third: ask them.",
            "{count} association delegates chose this third: ask them.",
        ),
        nfillable(
            "{count} association delegate chose this later: ask them.",
            "{count} association delegates chose this later: ask them.",
        ),
    ),
)
RESIDENT = SectorWords(
    missing=lazy("No resident is in."),
    only_observing=lazy("No resident is in, except as an observer."),
    wanted=lazy("a resident"),
    lacks=fillable("{group} has no resident."),
    gains=(
        fillable("{group} gains its first resident."),
        fillable("{group} gains its second resident."),
        fillable("{group} gains its third resident."),
        fillable("{group} gains its fourth resident."),
        fillable("{group} gains its fifth resident."),
        fillable("{group} gains its sixth resident."),
        fillable("{group} gains its seventh resident."),
        fillable("{group} gains its eighth resident."),
        fillable("{group} gains its ninth resident."),
    ),
    gains_another=fillable("{group} gains another resident."),
    loses=fillable("{group} loses its only resident."),
    chose=(
        nfillable(
            "{count} resident chose this first: ask them.",
            "{count} residents chose this first: ask them.",
        ),
        nfillable(
            "{count} resident chose this second: ask them.",
            "{count} residents chose this second: ask them.",
        ),
        nfillable(
            "{count} resident chose this third: ask them.",
            "{count} residents chose this third: ask them.",
        ),
        nfillable(
            "{count} resident chose this later: ask them.",
            "{count} residents chose this later: ask them.",
        ),
    ),
)


UNKNOWN = SectorWords(
    missing=lazy("Nobody is in whose sector is not known."),
    only_observing=lazy("Nobody is in whose sector is not known, except as an observer."),
    wanted=lazy("somebody whose sector is not known"),
    lacks=fillable("{group} has nobody whose sector is not known."),
    gains=(),
    gains_another=fillable("{group} gains somebody whose sector is not known."),
    loses=fillable("{group} loses the only one whose sector is not known."),
    chose=(
        nfillable(
            "{count} person whose sector is not known chose this: ask them.",
            "{count} people whose sector is not known chose this: ask them.",
        ),
    ),
)


def words_with(letter: str) -> SectorWords:
    """What is said of a sector that only a newer program knows, by its letter."""
    return SectorWords(
        missing=lazy("No {letter} is in.", letter=letter),
        only_observing=lazy("No {letter} is in, except as an observer.", letter=letter),
        wanted=lazy("a {letter}", letter=letter),
        lacks=fillable("{group} has no {letter}.").having(letter=letter),
        gains=(
            fillable("{group} gains its first person from {letter}.").having(letter=letter),
            fillable("{group} gains its second person from {letter}.").having(letter=letter),
            fillable("{group} gains its third person from {letter}.").having(letter=letter),
            fillable("{group} gains its fourth person from {letter}.").having(letter=letter),
            fillable("{group} gains its fifth person from {letter}.").having(letter=letter),
            fillable("{group} gains its sixth person from {letter}.").having(letter=letter),
            fillable("{group} gains its seventh person from {letter}.").having(letter=letter),
            fillable("{group} gains its eighth person from {letter}.").having(letter=letter),
            fillable("{group} gains its ninth person from {letter}.").having(letter=letter),
        ),
        gains_another=fillable("{group} gains another person from {letter}.").having(letter=letter),
        loses=fillable("{group} loses its only person from {letter}.").having(letter=letter),
        chose=(
            nfillable(
                "{count} person from {letter} chose this first: ask them.",
                "{count} people from {letter} chose this first: ask them.",
            ).having(letter=letter),
            nfillable(
                "{count} person from {letter} chose this second: ask them.",
                "{count} people from {letter} chose this second: ask them.",
            ).having(letter=letter),
            nfillable(
                "{count} person from {letter} chose this third: ask them.",
                "{count} people from {letter} chose this third: ask them.",
            ).having(letter=letter),
            nfillable(
                "{count} person from {letter} chose this later: ask them.",
                "{count} people from {letter} chose this later: ask them.",
            ).having(letter=letter),
        ),
    )
