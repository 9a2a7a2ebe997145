"""Texts are worded in the language in use, and what people wrote in them stays as they wrote it."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop import i18n, paths
from kdc_desktop.i18n import (
    Text,
    _,
    fillable,
    lazy,
    nfillable,
    ngettext,
    nlazy,
    npgettext,
    pgettext,
    plazy,
)
from tests.catalogues import write_catalogue

EVENING = datetime(2027, 3, 5, 18, 5, 9)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use("en")


@pytest.fixture
def finnish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_catalogue(
        tmp_path / "translations" / "fi" / "LC_MESSAGES" / "kdc-desktop.mo",
        {
            "the name of this language in itself\x04English": "Suomi",
            "Open": "Avaa",
            "state\x04Open": "Avoin",
            "{count} idea\0{count} ideas": "{count} idea.\0{count} ideaa",
            "card\x04{count} idea\0{count} ideas": "{count} kortti\0{count} korttia",
            "{name} came at {time}": "{time} tuli {name}",
            "{name} left": "{nimi} lähti",
            "between thousands\x04,": "\N{NO-BREAK SPACE}",
            "decimal point\x04.": ",",
            "share\x04{number} %": "{number}\N{NO-BREAK SPACE}%",
            "date\x04{day}.{month}.{year}": "{short_day}.{short_month}.{year}",
            "time\x04{hour}:{minute}": "{hour}.{minute}",
            "Mar": "maalis",
            "items\x04{items} and {last}": "{items} ja {last}",
        },
    )
    monkeypatch.setattr(paths, "resource", tmp_path.joinpath)
    i18n.use("fi")


def test_english_is_the_source() -> None:
    assert i18n.current() == "en"
    assert _("{count} here of {registered} registered", count=5, registered=12) == (
        "5 here of 12 registered"
    )
    assert pgettext("state", "Open") == "Open"
    assert [ngettext("{count} idea", "{count} ideas", n) for n in (0, 1, 2, 1250)] == [
        "0 ideas",
        "1 idea",
        "2 ideas",
        "1,250 ideas",
    ]


def test_a_plural_takes_more_values() -> None:
    text = ngettext("{count} idea of {name}", "{count} ideas of {name}", 2, name="Aino")
    assert text == "2 ideas of Aino"
    assert npgettext("card", "{count} idea", "{count} ideas", 1) == "1 idea"


@pytest.mark.usefixtures("finnish")
def test_a_translation_is_found_by_text_context_and_number() -> None:
    assert i18n.current() == "fi"
    assert _("Open") == "Avaa"
    assert pgettext("state", "Open") == "Avoin"
    assert ngettext("{count} idea", "{count} ideas", 1) == "1 idea."
    assert ngettext("{count} idea", "{count} ideas", 1250) == "1\N{NO-BREAK SPACE}250 ideaa"
    assert npgettext("card", "{count} idea", "{count} ideas", 2) == "2 korttia"
    assert _("{name} came at {time}", name="Aino", time="18:05") == "18:05 tuli Aino"


@pytest.mark.usefixtures("finnish")
def test_what_has_no_translation_is_said_in_english() -> None:
    assert _("Saved") == "Saved"
    assert ngettext("{count} note", "{count} notes", 1) == "1 note"


@pytest.mark.usefixtures("finnish")
def test_a_translation_with_a_wrong_placeholder_is_not_used() -> None:
    assert _("{name} left", name="Aino") == "Aino left"


@pytest.mark.usefixtures("finnish")
@pytest.mark.parametrize("code", ["xx", "", "x" * 300, "../../fi", "fi/../fi", "fi\0", "fi\n", "…"])
def test_a_language_without_a_catalogue_is_english(code: str) -> None:
    i18n.use(code)
    assert (i18n.current(), _("Open")) == ("en", "Open")


@pytest.mark.usefixtures("finnish")
@pytest.mark.parametrize("code", ["fi", "fi_FI", "fi-FI"])
def test_a_country_has_the_language_of_its_catalogue(code: str) -> None:
    i18n.use(code)
    assert (i18n.current(), _("Open")) == ("fi", "Avaa")


@pytest.mark.usefixtures("finnish")
def test_the_languages_are_those_that_have_a_catalogue() -> None:
    for spoken in ("en", "fi", i18n.PSEUDO):  # each by its own name, whatever is spoken
        i18n.use(spoken)
        assert i18n.languages() == {"en": "English", "fi": "Suomi"}
        assert i18n.pseudo_language() == "⟦Éñĝļîšĥ ~~~⟧"


def test_an_empty_text_is_empty_in_every_language() -> None:
    for language in ("en", i18n.PSEUDO):
        i18n.use(language)
        assert (_(""), i18n.translate(""), str(lazy(""))) == ("", "", "")


@given(st.text())
def test_what_people_wrote_is_put_in_as_it_is(words: str) -> None:
    assert _("Renamed {old} to {new}", old=words, new="{old}") == f"Renamed {words} to {{old}}"


def test_only_plain_names_are_placeholders() -> None:
    assert _("{name.upper} {0} {} {{name}}", name="Aino") == "{name.upper} {0} {} {Aino}"


def test_a_text_is_worded_in_the_language_of_the_moment() -> None:
    text = lazy("Planned {title}", title="Kevät")
    assert str(text) == "Planned Kevät"
    i18n.use(i18n.PSEUDO)
    assert str(text) == "⟦Þļåññéð Kevät ~~~⟧"


def test_texts_are_equal_by_what_they_say() -> None:
    first = lazy("{a} and {b}", a="x", b=2)
    assert first == lazy("{a} and {b}", b=2, a="x")
    assert len({first, lazy("{a} and {b}", a="x", b=2), lazy("{a} and {b}", a="x", b=3)}) == 2


def test_a_text_may_hold_another() -> None:
    stage = plazy("stage", "Check-in")
    assert str(lazy("Started {stage}", stage=stage)) == "Started Check-in"


TEXTS = [
    lazy("Check-in"),
    plazy("state", "Open"),
    nlazy("Moved {count} idea", "Moved {count} ideas", 3),
    nlazy("Put {count} idea to {what}", "Put {count} ideas to {what}", 1, what=lazy("the trash")),
    lazy("{a} “{b}”", a="{b}", b='"\n'),
    lazy("{text}", text=Text.plain("was {never} filled in")),
    Text.plain("Moved {count} ideas"),
]


@pytest.mark.parametrize("text", TEXTS, ids=str)
def test_a_text_comes_back_from_the_journal_as_it_was(text: Text) -> None:
    assert Text.from_json(text.message, text.to_json()) == text


def test_the_arguments_are_stored_apart_from_the_message() -> None:
    text = nlazy("Put {count} idea to {what}", "Put {count} ideas to {what}", 1, what=lazy("Box"))
    assert text.to_json() == (
        '{"plural":"Put {count} ideas to {what}","values":{"count":1,"what":{"message":"Box"}}}'
    )
    assert lazy("Check-in").to_json() == "{}"


def test_an_entry_without_arguments_is_shown_as_it_was_written() -> None:
    i18n.use(i18n.PSEUDO)
    text = Text.from_json("Named {count} “Open”", None)
    assert (str(text), text.to_json()) == ("Named {count} “Open”", None)


@pytest.mark.parametrize("arguments", ["", "[]", "{", "1", '{"values":{"a":[1]}}', '{"values":1}'])
def test_what_no_text_was_stored_with_is_refused(arguments: str) -> None:
    with pytest.raises(ValueError):
        Text.from_json("Moved {count}", arguments)


def test_the_words_of_people_can_be_changed_at_every_depth() -> None:
    text = lazy("{who}: {what} {n}", who="Aino", what=lazy("hid {name}", name="Aino"), n=3)
    assert text.with_values(lambda words: words.replace("Aino", "—")) == (
        lazy("{who}: {what} {n}", who="—", what=lazy("hid {name}", name="—"), n=3)
    )
    assert Text.plain("Aino came").with_values(str.upper) == Text.plain("AINO CAME")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (i18n.number_text(1_234_567), "1,234,567"),
        (i18n.number_text(-999), "-999"),
        (i18n.decimal_text(1234.5, 2), "1,234.50"),
        (i18n.decimal_text(0, 1), "0.0"),
        (i18n.decimal_text(3.25, 1), "3.3"),
        (i18n.decimal_text(3.75, 1), "3.8"),
        (i18n.decimal_text(2.675, 2), "2.68"),
        (i18n.decimal_text(2.50, 2, trimmed=True), "2.5"),
        (i18n.decimal_text(100, 0, trimmed=True), "100"),
        (i18n.percent_text(0.285), "28 %"),
        (i18n.percent_text(1), "100 %"),
        (i18n.date_text(EVENING), "05.03.2027"),
        (i18n.date_text(date(2027, 12, 24)), "24.12.2027"),
        (i18n.date_order(), "dmy"),
        (i18n.day_text(EVENING), "5 Mar"),
        (i18n.time_text(EVENING), "18:05"),
        (i18n.time_text(time(7, 0)), "07:00"),
        (i18n.moment_text(EVENING), "05.03.2027 18:05"),
        (i18n.exact_moment_text(EVENING), "05.03.2027 18:05:09"),
        (i18n.day_moment_text(EVENING), "05.03. 18:05"),
        (i18n.span_text(65), "1 h 05 min"),
        (i18n.listed(["a", "b", "c"]), "a, b, c"),
        (i18n.listed([]), ""),
        (i18n.listed_and(["a", "b", "c"]), "a, b and c"),
        (i18n.listed_and(["a"]), "a"),
        (i18n.listed_and([]), ""),
    ],
)
def test_numbers_dates_and_lists_in_english(written: str, shown: str) -> None:
    assert written == shown


@pytest.mark.usefixtures("finnish")
def test_numbers_dates_and_lists_in_another_language() -> None:
    assert i18n.decimal_text(1234.5, 2) == "1\N{NO-BREAK SPACE}234,50"
    assert i18n.percent_text(0.4512, 1) == "45,1\N{NO-BREAK SPACE}%"
    assert i18n.moment_text(EVENING) == "5.3.2027 18.05"
    assert i18n.date_order() == "dmy"
    assert i18n.day_text(EVENING) == "5 maalis"
    assert i18n.listed_and(["a", "b", "c"]) == "a, b ja c"


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("Open", "⟦Öþéñ ~~⟧"),
        ("&Open", "⟦&Oþéñ ~~⟧"),
        ("{count} h", "⟦{count} ĥ ~⟧"),
        ("One\n\nTwo", "⟦Öñé ~~\n\nŢŵö ~~⟧"),
        ("<b>No</b>", "⟦<b>Ñö</b> ~⟧"),
        ("%1 of %n", "⟦%1 öƒ %n ~⟧"),
        ("Sheets (*.xlsx *.csv)", "⟦Šĥééţš (*.xlsx *.csv) ~~~⟧"),
        ("{done} / {all}", "{done} / {all}"),
        ("·", "·"),
    ],
)
def test_the_pseudo_language_leaves_all_but_the_words(message: str, shown: str) -> None:
    i18n.use(i18n.PSEUDO)
    assert i18n.translate(message) == shown


def test_the_pseudo_language_is_longer_by_two_fifths() -> None:
    i18n.use(i18n.PSEUDO)
    message = "Ten idea cards are in the trash."
    assert _(message).count("~") == -(-len(message) * 2 // 5)
    assert ngettext("{count} idea", "{count} ideas", 2) == "⟦2 îðéåš ~~⟧"
    assert npgettext("card", "{count} idea", "{count} ideas", 1) == "⟦1 îðéå ~~⟧"
    assert pgettext("state", "Open") == _("Open") == "⟦Öþéñ ~~⟧"


def test_english_costs_nothing_at_the_start() -> None:
    seen = subprocess.run(
        [sys.executable, "-c", "import kdc_desktop.i18n, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {"gettext", "json", "PySide6", "babel", "kdc_desktop.storage"}
    assert heavy & set(seen.stdout.split()) == set()


def test_a_sentence_can_be_filled_later_in_one_go_or_in_two() -> None:
    held = nfillable("{name} holds {count} vote", "{name} holds {count} votes").having(name="Aino")
    assert (str(held.filled(count=1)), str(held.filled(count=2))) == (
        "Aino holds 1 vote",
        "Aino holds 2 votes",
    )
    assert fillable("{name} waits.").filled(name="Eino") == lazy("{name} waits.", name="Eino")
