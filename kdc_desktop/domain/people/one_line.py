"""A person said in one line, as it is typed at the door."""

from kdc_desktop.domain.kit.text import clean


def name_and_organisation(line: str) -> tuple[str, str]:
    """Name and organisation out of one line: "Aino Laine, Harbour Mobility"."""
    name, _, organisation = line.partition(",")
    return clean(name), clean(organisation)
