"""The kinds of pages there are: each is one entry here, and what makes it in services/pages."""

from pathlib import Path
from typing import NamedTuple

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy, listed

_TO_READ = (".pdf", ".docx", ".odt")


class PageKind(NamedTuple):
    """`key` is what the command calls it; the first of its `endings` is the usual one.

    `printed`: it is for the room, not to be sent.
    """

    key: str
    title: Text
    purpose: Text
    endings: tuple[str, ...] = _TO_READ
    printed: bool = False

    def named(self, path: Path) -> Path:
        """The file, when its ending is one that this is written as.

        Raises:
            UserError: it is not; the sentence offers the name with the usual one.
        """
        if path.suffix.lower() in self.endings:
            return path
        bare = path.with_suffix("") if _is_ending(path.suffix) else path
        raise UserError(
            _(
                "{file} would be another kind of file than {endings}. Call it {right}.",
                file=path.name,
                endings=listed(self.endings),
                right=f"{bare.name}{self.endings[0]}",
            )
        )


def _is_ending(suffix: str) -> bool:
    """Whether what stands after the last dot names a kind of file, and not the rest of a title."""
    return 1 < len(suffix) <= 5 and suffix[1:].isalnum()


OUTCOME = PageKind(
    "outcome",
    lazy("Outcome of the session"),
    lazy(
        "For those who were not there: who came, what was asked and what won, the consortia, "
        "and who owes what by when."
    ),
)
KINDS = (OUTCOME,)
BY_KEY = {kind.key: kind for kind in KINDS}
