"""The votes of a .pb file: yeses, points, scores, or an order, as its head says."""

from collections.abc import Mapping, Sequence

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed
from kdc_desktop.interchange.elections.election import MOST_SAID, Marked, fault, places_of, whole
from kdc_desktop.interchange.elections.paper_columns import PaperColumns

_KINDS = {
    "approval": (Marked.YESES, "budget"),
    "choose-1": (Marked.YESES, "budget"),
    "cumulative": (Marked.POINTS, "dots"),
    "scoring": (Marked.SCORES, "score"),
    "ordinal": (Marked.RANKS, "ranking"),
}

_COLUMNS = ("voter_id", "vote", "points", "sector")


class PabulibVotes:
    """Takes one vote after the other; `marked` and `method` are what its marks say."""

    def __init__(
        self, places: Mapping[str, int], meta: Mapping[str, str], headers: Sequence[str]
    ) -> None:
        self._places, self._meta = places, meta
        self._kind = meta.get("vote_type", "").strip().lower()
        if self._kind not in _KINDS:
            said = _(
                "The part META says vote_type “{kind}”; one of these is expected: {kinds}.",
                kind=self._kind[:40],
                kinds=listed(_KINDS),
            )
            raise UserError(said)
        self.marked, self.method = _KINDS[self._kind]
        self.columns = PaperColumns()
        self._voters: set[str] = set()
        self._wide = len(headers)
        at = {name: at for at, name in enumerate(headers)}
        self._at = [at.get(name, -1) for name in _COLUMNS]  # the last cell is always blank
        self._least, self._most = 0, 1
        self._ranks = list(range(1, len(places) + 1))
        default = meta.get("default_score", "").strip()
        self._default = whole(default) if self.marked is Marked.SCORES and default else None

    def take(self, row: Sequence[str], line: int) -> None:
        """One vote, as the cells of its line."""
        cells = [*row, *[""] * max(1, self._wide - len(row) + 1)]
        voter, vote, points, sector = [cells[at].strip() for at in self._at]
        if voter and voter in self._voters:
            said = _("voter “{voter}” has voted before. Leave one of both votes.", voter=voter[:40])
            raise fault(line, said)
        self._voters.add(voter)
        options = self._options(vote.split(",") if vote else [], line)
        if self._kind == "choose-1" and len(options) > 1:
            raise fault(line, _("with vote_type choose-1 there is one project on a vote."))
        values = self._values(points, len(options), line)
        if self._default is not None:
            rest = [at for at in range(len(self._places)) if at not in options]
            options, values = [*options, *rest], [*values, *[self._default] * len(rest)]
        if values and self.marked in (Marked.POINTS, Marked.SCORES):
            self._least, self._most = min(self._least, *values), max(self._most, *values)
        self.columns.add(options, values, 1, line, sector or None)

    def _options(self, names: list[str], line: int) -> list[int]:
        try:
            options = places_of(names, self._places)
        except KeyError as error:
            said = _(
                "project “{name}” is not among the projects. Correct the vote or add the project.",
                name=str(error.args[0])[:40],
            )
            raise fault(line, said) from None
        if len(set(options)) < len(options):
            raise fault(line, _("a project stands there twice."))
        return options

    def _values(self, points: str, count: int, line: int) -> list[int]:
        if self.marked is Marked.YESES:
            return [1] * count
        if self.marked is Marked.RANKS:
            return self._ranks[:count]
        said = [whole(one) for one in points.split(",")] if points.strip() else []
        if len(said) != count:
            text = _("{count} projects and {points} points.", count=count, points=len(said))
            raise fault(line, text)
        values = [one for one in said if one is not None and abs(one) <= MOST_SAID]
        if len(values) != count:
            raise fault(line, _("points are whole numbers, at most {most}.", most=MOST_SAID))
        return values

    @property
    def scale(self) -> tuple[int, int]:
        """From where to where points go: as the head says, and as far as votes go beyond."""
        least, most = (
            whole(self._meta.get("min_points", "")),
            whole(self._meta.get("max_points", "")),
        )
        return min(least or 0, self._least), max(most or 1, self._most)

    @property
    def limit(self) -> str:
        """What the head calls the most that everybody has."""
        return "max_sum_points" if self.marked is Marked.POINTS else "max_length"
