"""The sentence of a result: its rule, and what is not told, and why."""

from collections.abc import Iterable, Iterator, Sequence

from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.domain.polls.by_sector import BySector
from kdc_desktop.domain.polls.hiding import ToldBeside, ToldPart
from kdc_desktop.domain.polls.telling import Outcome
from kdc_desktop.i18n import _, listed, ngettext


def not_told(
    outcomes: Sequence[Outcome], splits: Iterable[BySector], few: int, beside: ToldBeside
) -> Iterator[str]:
    """Sentences that say what of a result is not told, and why."""
    kinds = {one.told for one in outcomes}
    if beside is ToldBeside.NUMBERS:
        yield _(
            "Numbers are not told: beside those of a vote before this one they would show how the"
            " few voted who took part in one of the two only."
        )
    elif ToldPart.PLACE in kinds:
        yield _(
            "Where papers say nearly the same, or nearly none says anything, only places are told."
        )
    if kinds & {ToldPart.NEARLY_ALL, ToldPart.NEARLY_NONE}:
        yield ngettext(
            "“Nearly” leaves open what {count} paper says; those of which it is said share a place,"
            " since more would tell how everybody voted.",
            "“Nearly” leaves open what up to {count} papers say; those of which it is said share a"
            " place, since more would tell how everybody voted.",
            few,
        )
    if ToldPart.AT_MOST in kinds:
        yield _("“Or fewer” keeps the numbers of the others from telling what nearly nobody chose.")
    if beside is ToldBeside.BY_SECTOR:
        yield _(
            "Nothing is told by sector: beside a vote before this one it would show how some few"
            " voted."
        )
    elif any(not one.numbers for one in splits):
        yield _(
            "By sector, numbers are told of an option only where no sector is nearly all for it, or"
            " nearly none."
        )


def only_together(left_out: Sequence[str]) -> str:
    """Which sectors are shown only together."""
    if not left_out:
        return ""
    return _(
        "Shown only together, so that nobody can be made out: {sectors}.",
        sectors=_names(left_out),
    )


def weakest_told(counted: Sequence[str], left_out: Sequence[str], smallest: int) -> str:
    """The rule by which the weakest sector ranks, and which sectors are not among them."""
    if not counted:
        return ngettext(
            "No sector can be shown with {count} paper or more, so all are tied: use the total.",
            "No sector can be shown with {count} papers or more, so all are tied: use the total.",
            smallest,
        )
    if left_out:
        return _(
            "Ranked by the share in the sector that supports it least."
            " Left out, too few papers to show: {sectors}.",
            sectors=_names(left_out),
        )
    return _("Ranked by the share in the sector that supports it least.")


def not_placed() -> str:
    """Why some options have no place by the weakest sector."""
    return _("Options of which too little may be told by sector have no place here.")


def _names(letters: Iterable[str]) -> str:
    return listed(BY_LETTER[letter].name for letter in letters)
