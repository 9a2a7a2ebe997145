"""Lines that were copied elsewhere become ideas."""

from kdc_desktop.domain.board.idea_fields import IdeaChoices, IdeaField
from kdc_desktop.interchange.board_pasted import ideas_in_lines


def texts(copied: str) -> list[str]:
    return [idea.text for idea in ideas_in_lines(copied).rows]


def test_each_line_is_an_idea_and_empty_ones_are_none() -> None:
    assert texts("Parcel lockers\r\n\r\n  Shared saunas \n\n") == [
        "Parcel lockers",
        "Shared saunas",
    ]
    assert texts("\n \t \n") == []


def test_bullets_and_numbers_that_count_on_are_taken_off() -> None:
    assert texts("• Lockers\n• Saunas\n•\n") == ["Lockers", "Saunas"]
    assert texts("- [ ] Lockers\n- [x] Saunas") == ["Lockers", "Saunas"]
    assert texts("1. Lockers\n2. Saunas\n  3) Trams") == ["Lockers", "Saunas", "Trams"]
    assert texts("1. Lockers\n1. Saunas") == ["Lockers", "Saunas"]
    assert texts("a) Lockers\nb) Saunas") == ["Lockers", "Saunas"]
    assert ideas_in_lines("1. Lockers\n2. Saunas").notes == (
        "Bullets and numbers in front were taken off.",
    )


def test_a_number_counts_among_bullets_where_it_is_the_next_of_the_list() -> None:
    wanted = ["Lockers", "Saunas", "Trams", "Parks", "Neighbours' tool library"]
    for marks in (
        ("-", "*", "•", "–", "5)"),
        ("1.", "-", "•", "(4)", "5)"),
        ("•", "-", "*", "1.", "2)"),
        ("-", "b)", "*", "•", "e)"),
        ("-", "*", "a)", "4.", "5)"),
    ):
        lines = [f"{mark} {text}" for mark, text in zip(marks, wanted, strict=True)]
        found = ideas_in_lines("\n".join(lines))
        assert ([idea.text for idea in found.rows], found.notes) == (
            wanted,
            ("Bullets and numbers in front were taken off.",),
        )


def test_no_number_is_said_to_be_taken_off_where_it_stays() -> None:
    found = ideas_in_lines("- Lockers\n* Saunas\n24. December open")
    assert [idea.text for idea in found.rows] == ["Lockers", "Saunas", "24. December open"]
    assert found.notes == ("Bullets in front were taken off.",)
    assert texts("Lockers\n2. floor for everybody") == ["Lockers", "2. floor for everybody"]


def test_what_only_looks_like_a_mark_stays() -> None:
    for line in (
        "3. floor for everybody",
        "-5 degrees inside",
        "A. Smith's garden",
        "2030: no cars",
    ):
        assert texts(line) == [line]
    assert texts("24. December open\n6. January closed") == [
        "24. December open",
        "6. January closed",
    ]
    assert ideas_in_lines("Lockers\nSaunas").notes == ()


def test_cells_of_a_sheet_give_the_column_with_the_texts() -> None:
    found = ideas_in_lines("1\tShared tool library\tAino\n2\tParcel lockers\tBo\n")
    assert [idea.text for idea in found.rows] == ["Shared tool library", "Parcel lockers"]
    assert found.notes == ("Of 3 columns only column 2 is taken: its texts are the ideas.",)


def test_other_columns_of_copied_cells_can_be_chosen() -> None:
    copied = "1\tShared tool library\tAino\n2\tParcel lockers\tBo\n"
    chosen = IdeaChoices(columns={2: IdeaField.IDEA, 1: IdeaField.DETAILS})
    found = ideas_in_lines(copied, chosen)
    assert [(one.text, one.details) for one in found.rows] == [
        ("Aino", "Shared tool library"),
        ("Bo", "Parcel lockers"),
    ]
    assert (found.headers, found.notes) == (("Column 1", "Column 2", "Column 3"), ())


def test_known_headings_say_who_wrote_it_and_where_it_belongs() -> None:
    found = ideas_in_lines("Idea\tAuthor\tCluster\nLockers\tAino\tLogistics\n")
    assert [(one.text, one.author, one.cluster) for one in found.rows] == [
        ("Lockers", "Aino", "Logistics")
    ]
    assert found.notes == ()


def test_a_cell_of_several_lines_is_one_idea() -> None:
    assert texts('"Lockers\nat every ""hub"""\nSaunas') == ['Lockers\nat every "hub"', "Saunas"]
    assert texts('Lockers\tx\n"Saunas\ty\nTrams\tz') == ["Lockers", '"Saunas', "Trams"]


def test_quotes_that_people_write_stay() -> None:
    assert texts('"Yes" to lockers\n"No" to cars') == ['"Yes" to lockers', '"No" to cars']
