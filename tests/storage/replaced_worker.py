"""A program that adds people until it is refused; it tells of each one that was acknowledged."""

import itertools
import os
import sys
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.storage import open_database
from tests.storage.places import add_person


def work(path: Path) -> None:
    """Say the number of each person that is in, then what was refused, and close the club."""
    database = open_database(path)
    try:
        for number in itertools.count():
            add_person(database, f"Person {number}")
            os.write(1, f"{number}\n".encode())
    except UserError as refused:
        database.close()
        os.write(1, f"{refused}\n".encode())


if __name__ == "__main__":
    work(Path(sys.argv[1]))
