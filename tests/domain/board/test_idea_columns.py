"""What the columns of a list of ideas hold is told from its tool, its headers, and its cells."""

import pytest

from kdc_desktop.domain.board.columns import likeness_to_ideas, plan_idea_columns
from kdc_desktop.domain.board.idea_fields import IdeaField
from kdc_desktop.domain.board.profiles import IDEA_PROFILES
from tests.domain.board.idea_exports import EXPORTS, A, B, Export

TEXTS = (A, B, "Neighbourhood battery that earns money", "Night bus, also on Sundays")


def held(headers: tuple[str, ...], *columns: tuple[str, ...]) -> dict[str, IdeaField]:
    """What is found in a table of these columns."""
    plan = plan_idea_columns(headers, list(zip(*columns, strict=True)))
    return {headers[at]: field for at, field in sorted(plan.columns.items())}


@pytest.mark.parametrize("export", EXPORTS, ids=[f"{one.tool} {one.headers[0]}" for one in EXPORTS])
def test_an_export_is_read_as_its_tool_means_it(export: Export) -> None:
    plan = plan_idea_columns(export.headers, export.rows)
    assert plan.tool == export.tool
    assert {export.headers[at]: field for at, field in plan.columns.items()} == export.held
    shuffled = tuple(reversed(export.headers))
    again = plan_idea_columns(shuffled, [tuple(reversed(row)) for row in export.rows])
    assert {shuffled[at]: field for at, field in again.columns.items()} == export.held


def test_every_profile_has_an_example() -> None:
    assert {one.tool for one in IDEA_PROFILES} == {one.tool for one in EXPORTS}


@pytest.mark.parametrize(
    "header",
    [
        *("Idea", "Your idea?", "Ideasi", "Ehdotus", "Idé", "Ditt förslag", "Forslag", "Din idé"),
        *("Vorschlag", "Ihre Idee", "Jouw idee", "Voorstel", "Votre idée", "Proposition"),
        *("Propuesta", "Tu idea", "Ettepanek", "Mõte", "comment-body"),
    ],
)
def test_a_whole_header_in_any_of_ten_languages_names_the_ideas(header: str) -> None:
    found = held(
        (header, "Explanation of all of it at some length"), TEXTS, tuple(t * 3 for t in TEXTS)
    )
    assert found == {header: IdeaField.IDEA}


def test_a_part_of_a_header_names_nothing() -> None:
    found = held(("Ideally by", "What should we do?"), ("x", "y", "x", "y"), TEXTS)
    assert found == {"What should we do?": IdeaField.IDEA}


@pytest.mark.parametrize(
    "cells",
    [
        ("1", "2", "3", "4"),
        ("2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06"),
        ("11/3/2025 9:15:10", "11/3/2025 9:15:10", "11/3/2025 9:15:10", "11/3/2025 9:15:10"),
        ("aino@a.example", "bo@a.example", "carl@a.example", "dora@a.example"),
        ("https://a.example/1", "https://a.example/2", "https://a.example/3", "www.a.example/4"),
        ("Aino Laine", "Bo Ek", "Noor van der Berg", "José García Márquez"),
    ],
)
def test_numbers_days_addresses_and_names_are_never_ideas(cells: tuple[str, ...]) -> None:
    assert held(("What we asked",), cells) == {}


@pytest.mark.parametrize(
    "question",
    [
        *("Any allergies or diets?", "Do you consent to being photographed?"),
        *("Onko sinulla erityisruokavalioita?", "Haben Sie Unverträglichkeiten?"),
        *("Avez-vous un régime particulier ?", "Anything else you want to tell us?"),
    ],
)
def test_a_long_answer_about_food_or_consent_is_no_idea(question: str) -> None:
    answers = tuple(
        f"Nothing at all, thank you for asking me so kindly, said number {n} of us"
        for n in range(4)
    )
    assert held(("What should we do?", question), TEXTS, answers) == {
        "What should we do?": IdeaField.IDEA
    }
    assert held((question,), answers) == {}


def test_a_title_is_the_idea_and_the_description_its_details() -> None:
    found = held(("Title", "Description", "Theme"), TEXTS, tuple(t * 3 for t in TEXTS), ("a",) * 4)
    assert found == {
        "Title": IdeaField.IDEA,
        "Description": IdeaField.DETAILS,
        "Theme": IdeaField.CLUSTER,
    }
    named = held(("Idea title", "Idea"), TEXTS, tuple(t * 3 for t in TEXTS))
    assert named == {"Idea title": IdeaField.IDEA, "Idea": IdeaField.DETAILS}
    assert held(("Name", "Description"), TEXTS, tuple(t * 3 for t in TEXTS)) == {
        "Name": IdeaField.IDEA,
        "Description": IdeaField.DETAILS,
    }


def test_titles_in_capitals_are_no_names_where_something_explains_them() -> None:
    titles = ("Shared Cargo Bikes", "Repair Café", "Neighbourhood Battery", "Night Bus Line")
    why = tuple(text * 3 for text in TEXTS)
    assert held(("Title", "Description"), titles, why)["Title"] is IdeaField.IDEA
    names = ("Aino Laine", "Bo Ek", "Carl Berg", "Dora Ott")
    found = held(("Name", "Description", "Created by"), titles, why, names)
    assert (found["Name"], found["Created by"]) == (IdeaField.IDEA, IdeaField.AUTHOR)
    noted = held(("Name", "Notes", "Created by"), TEXTS, why, names)
    assert (noted["Name"], noted["Notes"]) == (IdeaField.IDEA, IdeaField.DETAILS)


@pytest.mark.parametrize(
    "headers",
    [
        *(("Idea #1", "Idea #2"), ("Idea A", "Idea B"), ("Your first idea", "Your second idea")),
        *(("Ensimmäinen ideasi", "Toinen ideasi"), ("Idee 1", "Idee 2"), ("Idea", "Idea (2)")),
    ],
)
def test_columns_that_are_counted_are_of_one_kind(headers: tuple[str, ...]) -> None:
    assert held(headers, TEXTS, TEXTS) == dict.fromkeys(headers, IdeaField.IDEA)


def test_several_columns_of_ideas_each_hold_ideas_also_where_one_is_empty() -> None:
    found = held(("Idea 1", "Idea 2", "Idea 3"), TEXTS, TEXTS, ("",) * 4)
    assert set(found.values()) == {IdeaField.IDEA}
    assert len(found) == 3
    asked = held(("What is your first idea?", "What is your second idea?"), TEXTS, TEXTS)
    assert set(asked.values()) == {IdeaField.IDEA}
    one = held(("What is your idea?", "Who gains from your idea?"), TEXTS, TEXTS)
    assert one == {
        "What is your idea?": IdeaField.IDEA,
        "Who gains from your idea?": IdeaField.NOTE,
    }


@pytest.mark.parametrize(
    "questions",
    [
        ("What is your first idea?", "Second idea (optional)", "Any other idea?", "Idea 3"),
        ("Mikä on ideasi?", "Toinen ideasi (valinnainen)", "Muita ideoita?", "Idea 4"),
        ("Vilken är din idé?", "Din andra idé (valfritt)", "Fler idéer?", "Idé 4"),
        ("Hva er ideen din?", "Din andre idé (valgfritt)", "Flere ideer?", "Idé 4"),
        ("Hvad er din idé?", "Din anden idé (valgfrit)", "Flere idéer?", "Idé 4"),
        ("Wie lautet Ihre Idee?", "Zweite Idee (optional)", "Weitere Ideen?", "Idee 4"),
        ("Wat is je idee?", "Tweede idee (optioneel)", "Andere ideeën?", "Idee 4"),
        ("Quelle est votre idée ?", "Deuxième idée (facultatif)", "Autres idées ?", "Idée 4"),
        ("¿Cuál es tu idea?", "Segunda idea (opcional)", "¿Alguna otra idea?", "Idea 4"),
        ("Mis on sinu idee?", "Teine idee (valikuline)", "Muid ideid?", "Idee 4"),
    ],
)
def test_each_question_for_an_idea_is_one_in_ten_languages(questions: tuple[str, ...]) -> None:
    first = ("G01Q01. What is your name?", "Start time")
    for headers in (questions, (*questions, *first)):
        cells = (*(TEXTS,) * 4, ("Aino Laine",) * 4, ("2026-11-03 9:15",) * 4)
        found = held(headers, *cells[: len(headers)])
        assert {header for header, what in found.items() if what is IdeaField.IDEA} == {*questions}


@pytest.mark.parametrize(
    ("idea", "description", "theme", "reason"),
    [
        ("Your idea", "Describe your idea", "Which theme does it belong to?", "Why?"),
        ("Ideasi", "Kuvaile ideaasi", "Mihin teemaan ideasi kuuluu?", "Miksi?"),
        ("Din idé", "Beskriv din idé", "Vilket tema hör idén till?", "Varför?"),
        ("Ideen din", "Beskriv ideen din", "Hvilket tema hører ideen til?", "Hvorfor?"),
        ("Din idé", "Beskriv din idé", "Hvilket emne hører din idé til?", "Hvorfor?"),
        ("Ihre Idee", "Beschreiben Sie Ihre Idee", "Zu welchem Thema gehört sie?", "Warum?"),
        ("Jouw idee", "Beschrijf je idee", "Bij welk onderwerp hoort je idee?", "Waarom?"),
        ("Votre idée", "Décrivez votre idée", "Quel thème ?", "Pourquoi ?"),
        ("Tu idea", "Describe tu idea", "¿A qué categoría pertenece?", "¿Por qué?"),
        ("Sinu idee", "Kirjelda oma ideed", "Millisesse valdkonda see kuulub?", "Miks?"),
    ],
)
@pytest.mark.parametrize("stamp", ["Timestamp", "Number"])
def test_what_explains_an_idea_or_says_where_it_belongs_goes_beside_it(
    stamp: str, idea: str, description: str, theme: str, reason: str
) -> None:
    why = tuple(f"Because of this: {text}" for text in TEXTS)
    headers = (stamp, idea, description, theme, reason)
    days = ("2026-11-03 9:15",) * 4
    found = held(headers, days, TEXTS, why, ("Mobility", "Energy", "Mobility", "Food"), why)
    assert found == {
        idea: IdeaField.IDEA,
        description: IdeaField.DETAILS,
        theme: IdeaField.CLUSTER,
        reason: IdeaField.NOTE,
    }


def test_a_description_alone_is_the_idea_and_a_name_beside_it_is_before_it() -> None:
    for stamp in ("Timestamp", "Number"):
        days = ("2026-11-03 9:15",) * 4
        assert held((stamp, "Describe your idea"), days, TEXTS) == {
            "Describe your idea": IdeaField.IDEA
        }
        names = ("Give your idea a name", "Describe your idea")
        assert held((stamp, *names), days, TEXTS, tuple(text * 3 for text in TEXTS)) == {
            names[0]: IdeaField.IDEA,
            names[1]: IdeaField.DETAILS,
        }


@pytest.mark.parametrize(
    "question", ["Why do you want to join?", "Describe your role", "Which topics interest you?"]
)
def test_a_question_about_a_person_explains_no_idea(question: str) -> None:
    answers = ("I like it", "I have to", "I was told", "I am new")
    assert question not in held(("Your idea", question), TEXTS, answers)


@pytest.mark.parametrize(
    "questions",
    [
        ("What is your idea? (be brief)", "Second idea (max. 200 characters)"),
        ("What is your idea? Describe it in a few words.", "Do you have another idea? Why?"),
        ("Idea", "Idea2", "Idea3"),
        ("Vilken är din bästa idé?", "En till idé", "Ännu en idé"),
        ("Mikä on paras ideasi?", "Vielä yksi idea", "Jokin muu idea?"),
        ("Was ist Ihre beste Idee?", "Noch eine Idee?", "Haben Sie weitere Ideen?"),
        ("Mis on sinu parim idee?", "Veel üks idee"),
        ("What is your idea?", "What is your idea?2", "What is your idea?3"),
    ],
)
def test_what_stands_around_a_question_changes_nothing(questions: tuple[str, ...]) -> None:
    found = held(("Timestamp", *questions), ("2026-11-03 9:15",) * 4, *[TEXTS] * len(questions))
    assert found == dict.fromkeys(questions, IdeaField.IDEA)


def test_a_form_may_ask_for_title_and_description_of_each_idea() -> None:
    titles, others = ("Idea 1: title", "Idea 2: title"), ("Idea 1: description", "Idea 2 - why?")
    headers = (titles[0], others[0], titles[1], others[1])
    found = held(headers, TEXTS, TEXTS, TEXTS, TEXTS)
    assert [found[one] for one in titles] == [IdeaField.IDEA] * 2
    assert [found[one] for one in others] == [IdeaField.DETAILS, IdeaField.NOTE]


def test_who_wrote_it_is_known_where_a_form_asked_for_names_and_got_them() -> None:
    question = "What is your name?"
    names = ("Aino Laine", "Bo Ek", "Carl Berg", "Dora Ott")
    assert held(("Your idea", question), TEXTS, names)[question] is IdeaField.AUTHOR
    places = "What is the name of the place?"
    assert places not in held(("Your idea", places), TEXTS, ("the square", "a pier", "it", "all"))


def test_a_group_is_a_sector_where_sectors_stand_in_it() -> None:
    assert held(("Idea", "Group"), TEXTS, ("Residents", "Companies", "Residents", "City"))[
        "Group"
    ] == (IdeaField.SECTOR)
    assert held(("Idea", "Group"), TEXTS, ("Mobility", "Energy", "Mobility", "Food"))["Group"] == (
        IdeaField.CLUSTER
    )


def test_minutes_tags_links_and_what_is_archived_are_known_by_their_headers() -> None:
    headers = ("Ehdotus", "Minuuttia päivässä", "Tunnisteet", "Linkki", "Arkistoitu", "Äänet")
    cells = (("15",) * 4, ("a, b",) * 4, ("https://a.example",) * 4, ("ei",) * 4, ("3",) * 4)
    assert list(held(headers, TEXTS, *cells).values()) == [
        *(IdeaField.IDEA, IdeaField.MINUTES, IdeaField.TAGS, IdeaField.LINK, IdeaField.STATUS),
        IdeaField.VOTES,
    ]


def test_likeness_is_highest_for_what_calls_itself_ideas() -> None:
    rows = [(text, "x") for text in TEXTS]
    exported = EXPORTS[1]
    known = likeness_to_ideas(exported.headers, exported.rows)
    called = likeness_to_ideas(("Idea", "Code"), rows)
    guessed = likeness_to_ideas(("What we heard", "Code"), rows)
    none = likeness_to_ideas(("Amount", "Price"), [("1", "2")])
    assert known > called >= 2 > guessed > none == 0
