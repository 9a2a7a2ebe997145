"""Every text for people can be translated, in the sources and in the forms, in whole sentences."""

from pathlib import Path

import pytest

from tests.missed_texts import in_form, in_source

ROOT = Path(__file__).resolve().parent.parent
NOT_FOR_PEOPLE = {
    "kdc_desktop/desktop_files.py": "words for a desktop, which are the same on each",
    "kdc_desktop/domain/board/column_words.py": "words that are recognised in sheets",
    "kdc_desktop/domain/board/no_answers.py": "words that are recognised in sheets",
    "kdc_desktop/domain/board/profiles.py": "column titles that are recognised in sheets",
    "kdc_desktop/domain/board/profiles_forms.py": "column titles that are recognised in sheets",
    "kdc_desktop/domain/board/question_counts.py": "words that are recognised in sheets",
    "kdc_desktop/domain/board/question_words.py": "words that are recognised in sheets",
    "kdc_desktop/domain/kit/common_words.py": "words that say little",
    "kdc_desktop/domain/offers/common_words.py": "words that say little",
    "kdc_desktop/domain/people/answer_times.py": "column titles that are recognised in sheets",
    "kdc_desktop/domain/people/attending.py": "words that are recognised in sheets",
    "kdc_desktop/domain/people/cells.py": "words that are recognised in sheets",
    "kdc_desktop/domain/people/denials.py": "words of column titles in sheets",
    "kdc_desktop/domain/people/denied_columns.py": "words of column titles in sheets",
    "kdc_desktop/domain/people/fitting.py": "words that are recognised in sheets",
    "kdc_desktop/domain/people/greeting.py": "titles and names of families",
    "kdc_desktop/domain/people/guessing.py": "words that are recognised in sheets",
    "kdc_desktop/domain/people/header_questions.py": "words of column titles in sheets",
    "kdc_desktop/domain/people/header_words.py": "column titles that are recognised in sheets",
    "kdc_desktop/domain/people/saying_words.py": "column titles that are recognised in sheets",
    "kdc_desktop/domain/people/made_up.py": "made-up people",
    "kdc_desktop/domain/people/name_parts.py": "column titles that are recognised in sheets",
    "kdc_desktop/domain/people/profiles.py": "column titles of other tools",
    "kdc_desktop/domain/people/profiles_contacts.py": "column titles of other tools",
    "kdc_desktop/domain/people/profiles_forms.py": "column titles of other tools",
    "kdc_desktop/domain/people/profiles_meetings.py": "column titles of other tools",
    "kdc_desktop/domain/people/profiles_registrations.py": "column titles of other tools",
    "kdc_desktop/domain/people/profiles_tickets.py": "column titles of other tools",
    "kdc_desktop/domain/people/sector_guess.py": "words that are recognised in sheets",
    "kdc_desktop/domain/people/session_roles.py": "words that are recognised in sheets",
    "kdc_desktop/domain/people/split_names.py": "parts of names",
    "kdc_desktop/domain/people/standing.py": "words that are recognised in sheets",
    "kdc_desktop/domain/people/unnamed.py": "words that are recognised in sheets",
    "kdc_desktop/domain/people/yes_no.py": "words that are recognised in sheets",
    "kdc_desktop/i18n/catalogue.py": "hands on what the others ask for",
    "kdc_desktop/interchange/cell_kinds.py": "words that are recognised in sheets",
    "kdc_desktop/interchange/format_words.py": "headers and keys of formats",
    "kdc_desktop/interchange/header_words.py": "column titles that are recognised in sheets",
    "kdc_desktop/interchange/headers.py": "joins what stands in header rows",
    "kdc_desktop/interchange/no_entries.py": "words that are recognised in sheets",
    "kdc_desktop/interchange/odt_styles.py": "names of styles, in XML",
    "kdc_desktop/interchange/pages_docx.py": "names of styles",
    "kdc_desktop/interchange/pages_odt.py": "names of styles, in XML",
    "kdc_desktop/interchange/workbook_rows.py": "the language of the file",
    "kdc_desktop/rehearsal/acts_attendance.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_between.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_gains.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_obstacles.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_offers.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_tables.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_kiosk.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_life.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_later.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/later.py": "a made-up evening, and pictures get names",
    "kdc_desktop/rehearsal/walking.py": "which acts were played, for nobody to read",
    "kdc_desktop/rehearsal/acts_board.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_consortia.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_methods.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_polls.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/acts_visions.py": "made-up people act, and pictures get names",
    "kdc_desktop/rehearsal/evening.py": "a made-up evening, and pictures get names",
    "kdc_desktop/rehearsal/hands.py": "tells a programmer where a rehearsal broke off",
    "kdc_desktop/rehearsal/scene.py": "tells a programmer where a rehearsal broke off",
    "kdc_desktop/storage/synced.py": "names of services, and what they call their folders",
    "kdc_desktop/storage/values.py": "makes SQL",
}
SOURCES = sorted(
    file.relative_to(ROOT).as_posix()
    for file in (ROOT / "kdc_desktop").rglob("*.py")
    if "migrations" not in file.parts
)
FORMS = sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "ui").rglob("*.ui"))


def missed(place: str) -> list[str]:
    source = (ROOT / place).read_text(encoding="utf-8")
    found = in_form(source) if place.endswith(".ui") else in_source(source)
    return [f"{place}:{one.line}: {one.why}" for one in found]


@pytest.mark.parametrize("place", sorted({*SOURCES, *FORMS} - NOT_FOR_PEOPLE.keys()))
def test_every_text_can_be_translated(place: str) -> None:
    assert missed(place) == []


def test_what_is_not_for_people_is_there() -> None:
    assert sorted(NOT_FOR_PEOPLE.keys() - {*SOURCES}) == []


FINE = [
    '"""A module about words."""',
    'label = _("Save the file")',
    'label = pgettext("state of a poll", "Open now")',
    'text = nlazy("{count} idea of {name}", "{count} ideas of {name}", n, name=name)',
    'TOO_LONG = fillable("Shorten it to {longest} characters")',
    'assert rows, "there must be rows"',
    'raise ValueError("no such row here")',
    'raise ValueError(f"no such row {row}")',
    'log.warning("could not read it")',
    'button.setObjectName("Save button")',
    'pattern = re.compile(r"Save the (file)")',
    'edit.execute(text("SELECT id FROM person"))',
    'QUERY = "SELECT id FROM person"',
    'SHEET = "QLabel { padding: 2px; }"',
    'KEYS = ("Ctrl+Shift+A", "Space")',
    'def f(a: "Some | None") -> "Other": ...',
    'kinds["Some thing"]',
    'class Role(StrEnum):\n    A = "Some role"',
    'line = f"{here} · {gone}"',
    'line = " · ".join([_("Here"), _("Gone")])',
    'text = " ".join(text.split())',
    'there = fold(f"{name} {organisation}")',
    'head = pgettext("choice", "1st")',
    'text = _("In row {row}", row=str(at + 1))',
    'label = nfillable("Moved {count} idea", "Moved {count} ideas")\ndatabase.edit(label)',
    'text = nlazy("{count} idea", "{count} ideas", n)',
    'FOLDER = "club backups"  # untranslated: a folder on disk',
    "width, _, height = text.partition('x')",
    'parser.add_argument("--out", help="where to write it")',
]


@pytest.mark.parametrize("source", FINE)
def test_what_is_no_text_for_people_is_left_alone(source: str) -> None:
    assert in_source(source) == []


MISSED = [
    ('label = "Save the file"', "not translated: 'Save the file'"),
    ('label = "Save"', "not translated: 'Save'"),
    ('raise UserError("Choose one")', "not translated: 'Choose one'"),
    ('label = f"{n} ideas"', "not translated: ' ideas'"),
    ('label = f"Wrote {file}"', "not translated: 'Wrote '"),
    ('label = _("{a} here", a="Some words")', "not translated: 'Some words'"),
    ("label = _(words)", "_ takes literal texts only"),
    ('label = _(f"Here {a}")', "_ takes literal texts only"),
    ('label = ngettext("{count} idea", n)', "ngettext takes literal texts only"),
    ('label = _("Here {a}", a)', "_ takes its values by name"),
    ('label = _("Here {a}")', "no value for a"),
    (
        'label = ngettext("{count} of {a}", "{count}", n, a=a)',
        "one and many have not the same places",
    ),
    ('label = ngettext("One idea", "{count} ideas", n) + x', "a sentence is put together with +"),
    ("label = f\"{_('Here')} {name}\"", "a sentence is put together in an f-string"),
    ('label = _("Here {a}").format(a=1)', "values are put in by format"),
    ('label = _("Here").lower()', "a text is changed by its letters"),
    ("line = f\"{name} · {_('no owner')}\"", "a sentence is put together in an f-string"),
    ('line = f"{said} {more}"', "values stand side by side in an f-string"),
    ('line = f"{name}: {count}"', "values stand side by side in an f-string"),
    ('line = " ".join(told)', "parts are joined by hand"),
    ('line = "; ".join(told)', "parts are joined by hand"),
    ('nth = plazy("the nth", "second")', "an ordinal is a text of its own"),
    ('nth = pgettext("place", "{number}th", number=n)', "an ordinal is a text of its own"),
    ('text = _("Their {wish} wish", wish=choice_text(2))', "an ordinal is put into a text"),
    ('text = _("{number} %", number=n)', "a share is written by hand"),
    ('text = _("Not {why}", why=why or _("here"))', "a text is put into a text"),
    ('text = NOT.filled(why=_("here"))', "a text is put into a text"),
    ('text = _("In row {row}", row=at + 1)', "a number that names something is counted"),
    ("text = number_text(row.number)", "a number that names something is counted"),
    (
        'database.edit(nlazy("Moved {count} idea", "Moved {count} ideas", len(ids)))',
        "a label counts before anything is done",
    ),
    ('label = "s" if n != 1 else ""', "a plural is made by hand"),
    ('label = counted(n, "idea")', "a plural is made by hand"),
    ('if label == _("Here"): ...', "something is decided by words"),
    ('def f(a):\n    b, _ = a\n    return _("Here")', "_ is a variable here, and called"),
]


@pytest.mark.parametrize(("source", "why"), MISSED)
def test_what_no_translator_would_see_is_found(source: str, why: str) -> None:
    assert why in [one.why for one in in_source(source)]


def test_a_form_marks_what_is_no_word() -> None:
    form = '<string>Save</string>\n<string notr="true">·</string>\n'
    assert in_form(form) == []
    form = '<string notr="true">Save it now</string>\n<string>·</string>'
    assert [one.why for one in in_form(form)] == [
        "words are marked notr: 'Save it now'",
        "no words, so mark it notr: '·'",
    ]
