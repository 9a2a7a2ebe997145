"""In which form something is exported: the ending of its name says it, or it is said."""

from pathlib import Path

from kdc_desktop.domain.kit.editions import Form
from kdc_desktop.errors import MisnamedError
from kdc_desktop.i18n import _

_ENDINGS = {".xlsx": Form.XLSX, ".json": Form.JSON}
# Endings of other files: they give way to the right one instead of standing before it.
_OTHERS = frozenset(
    (".csv", ".tsv", ".txt", ".xls", ".xlsm", ".xlsb", ".ods", ".pdf", ".docx", ".odt", ".zip")
)


def says_a_form(path: Path) -> bool:
    """Whether the ending is one that programs know, right or wrong."""
    return path.suffix.lower() in _ENDINGS or path.suffix.lower() in _OTHERS


def form_of(path: Path, wanted: Form | None = None) -> Form:
    """The form of what is written under this name.

    Raises:
        MisnamedError: the name has no ending that says it, or another than that of `wanted`.
    """
    ending = path.suffix.lower()
    if wanted is Form.CSV or (wanted is None and ending == ".csv"):
        if wanted is None or ending in _ENDINGS or ending in _OTHERS:
            raise _needs_a_folder(path)
        return Form.CSV
    found = _ENDINGS.get(ending)
    if found is None and wanted is None and not says_a_form(path):
        raise _needs_an_ending(path)
    if found is None or wanted not in (None, found):
        raise _misnamed(path, wanted or Form.XLSX)
    return found


def _needs_a_folder(path: Path) -> MisnamedError:
    right = path.with_suffix("")
    return MisnamedError(
        _(
            "CSV is a folder with a file for each table. Name a folder: {name}, with --format csv.",
            name=right.name,
        ),
        right,
    )


def _needs_an_ending(path: Path) -> MisnamedError:
    right = path.with_name(f"{path.name}.xlsx")
    return MisnamedError(
        _(
            "The ending says what is written. For a workbook name it {workbook}; "
            "for a folder of CSV files add --format csv.",
            workbook=right.name,
        ),
        right,
    )


def _misnamed(path: Path, form: Form) -> MisnamedError:
    ending = f".{form}"
    right = path.with_suffix(ending) if says_a_form(path) else path.with_name(path.name + ending)
    if form is Form.JSON:
        sentence = _("A file for programs ends in .json. Name it {name}.", name=right.name)
    else:
        sentence = _("A workbook ends in .xlsx. Name it {name}.", name=right.name)
    return MisnamedError(sentence, right)
