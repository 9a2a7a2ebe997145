"""Copied lines and cells become a sheet of people."""

from kdc_desktop.domain.people.lines import sheet_of_lines


def test_a_line_is_a_name_and_an_organisation() -> None:
    assert sheet_of_lines("Aino Laine, Harbour Mobility\n\nEero Salmi\n") == [
        ["Name", "Organisation", "E-mail"],
        ["Aino Laine", "Harbour Mobility", ""],
        ["Eero Salmi", "", ""],
    ]


def test_an_address_in_a_line_is_one_and_a_line_of_a_letter_has_several() -> None:
    letter = 'Aino Laine <aino@x.fi>; "Salmi, Eero" <eero@x.fi>\nLiisa Oja, Kala Oy, liisa@x.fi\n'
    assert sheet_of_lines(letter)[1:] == [
        ["Aino Laine", "", "aino@x.fi"],
        ["Salmi, Eero", "", "eero@x.fi"],
        ["Liisa Oja", "Kala Oy", "liisa@x.fi"],
    ]


def test_cells_keep_their_headings_or_get_some() -> None:
    with_headings = "Name\tE-mail\nAino Laine\taino@x.fi\n"
    assert sheet_of_lines(with_headings) == [["Name", "E-mail"], ["Aino Laine", "aino@x.fi"]]
    assert sheet_of_lines("Aino Laine\taino@x.fi\tHarbour\nEero Salmi\n") == [
        ["Name", "E-mail", "Organisation"],
        ["Aino Laine", "aino@x.fi", "Harbour"],
        ["Eero Salmi", "", ""],
    ]
