"""Copied lines become stages."""

from kdc_desktop.domain.sessions.lines import stages_in_lines


def test_a_line_is_a_stage_and_may_end_with_its_minutes() -> None:
    assert stages_in_lines("Welcome, 10 min\n\nIdeas (45 minutes)\nThe next 5 years\n20 min\n") == [
        ("Welcome", 10),
        ("Ideas", 45),
        ("The next 5 years", None),
        ("20 min", None),
    ]


def test_of_cells_the_first_number_is_the_minutes() -> None:
    assert stages_in_lines("Welcome\t17:30\t15\nBreak\tcoffee") == [
        ("Welcome", 15),
        ("Break", None),
    ]


def test_a_table_that_was_copied_has_its_headings_and_times_left_out() -> None:
    table = "Time\tStage\tMinutes\n17:30\tWelcome\t15\n5:45 PM\tIdeas\t45\n18.30\tTime\t5\n"
    assert stages_in_lines(table, ["Time", "Stage", "Minutes"]) == [
        ("Welcome", 15),
        ("Ideas", 45),
        ("Time", 5),
    ]
