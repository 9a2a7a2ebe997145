"""A person said in one line, as it is typed at the door."""

from kdc_desktop.domain.kit.text import on_one_line


def name_and_organisation(line: str) -> tuple[str, str]:
    """Name and organisation out of one line: "Aino Laine, Harbour Mobility"."""
    name, _, organisation = line.partition(",")
    return on_one_line(name), on_one_line(organisation)
