"""Pages that are written one after the other, and what is said of them at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, sentences, titled

if TYPE_CHECKING:
    from kdc_desktop.domain.pages.kinds import PageKind
    from kdc_desktop.domain.pages.values import PaperSize


@dataclass(frozen=True)
class Batch:
    """Kinds with their files: those `left`, those `written`, and what was `said` of those."""

    left: "Sequence[tuple[PageKind, Path]]"
    session_id: int
    paper: "PaperSize"
    written: "tuple[tuple[PageKind, Path], ...]" = ()
    said: tuple[str, ...] = ()

    def after(self, said: str) -> "Batch":
        """The first of those left is written, and this is to be said of it."""
        (kind, path), *left = self.left
        several = bool(left or self.written)
        more = (titled(str(kind.title), said) if several else said,) if said else ()
        return replace(
            self, left=left, written=(*self.written, (kind, path)), said=(*self.said, *more)
        )

    def without(self, why: str) -> "Batch":
        """The first of those left has nothing to say, and is not written.

        Raises:
            UserError: nothing else was wanted.
        """
        (kind, _path), *left = self.left
        if not left and not self.written and not self.said:
            raise UserError(why)
        said = _("{pages}: not written. {why}", pages=kind.title, why=why)
        return replace(self, left=left, said=(*self.said, said))

    @property
    def shown(self) -> Path:
        """What is opened at the end: the file, or the folder of several."""
        _kind, first = self.written[0]
        return first if len(self.written) == 1 else first.parent

    @property
    def told(self) -> str:
        """All of it in a sentence, and what was said of single ones."""
        if not self.written:
            return sentences(self.said)
        if len(self.written) == 1:
            told = _("The pages are written: {file}", file=self.shown.name)
        else:
            told = _(
                "Written into “{folder}”: {pages}",
                folder=self.shown.name,
                pages=listed(str(kind.title) for kind, _path in self.written),
            )
        return sentences((f"{told}.", *self.said)) if self.said else told

    @property
    def told_halfway(self) -> str:
        """What was written, if anything, and what is left."""
        left = _(
            "Not written: {pages}.", pages=listed(str(kind.title) for kind, _path in self.left)
        )
        if not self.written:
            return left
        return sentences((self.told if self.said else f"{self.told}.", left))
