"""The columns of the list of all ideas."""

from kdc_desktop.domain.chains.how_far import FAR_WORDS
from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.i18n import date_text, lazy
from kdc_desktop.screens.chains.dots import far_icon
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.services.chains.rows import ChainRow
from kdc_desktop.services.chains.words import came_to

COLUMNS = (
    Column[ChainRow](
        "idea",
        lazy("Idea"),
        lambda row: on_one_line(row.text),
        tooltip=lambda row: row.text,
    ),
    Column[ChainRow](
        "far",
        lazy("How far"),
        lambda row: str(FAR_WORDS[row.far]),
        sort=lambda row: row.far.steps,
        icon=lambda row: far_icon(row.far),
    ),
    Column[ChainRow]("came", lazy("What became of it"), lambda row: str(came_to(row))),
    Column[ChainRow](
        "since", lazy("Since"), lambda row: date_text(row.last_on), sort=lambda row: row.last_on
    ),
    Column[ChainRow]("author", lazy("Author"), lambda row: row.author),
    Column[ChainRow](
        "evening",
        lazy("Evening"),
        lambda row: row.session.title,
        sort=lambda row: (row.session.on, row.session.id),
    ),
)
WIDTHS = (280, 210, 280, 100, 130, 150)
WORDED = (1,)
MAY_BE_EMPTY = ("author",)
