"""Names of kept and restored files do not pile up, and lead back to the first."""

from datetime import datetime
from pathlib import Path

import pytest

from kdc_desktop.screens.club.files import restored_name
from kdc_desktop.storage.backups import Backup
from kdc_desktop.storage.first_names import first_name


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("club", "club"),
        ("Club 2026", "Club 2026"),
        ("club (kept 2026-11-03 17.30)", "club"),
        ("club (kept 2026-11-03 17.30, 2)", "club"),
        ("club (pidetty 2026-11-03 17.30)", "club"),
        ("club (kept 2026-11-03 17.30) (kept 2026-11-03 18.00)", "club"),
        ("club 2026-11-03 17.30.00 restored", "club"),
        ("club 2026-11-03 17.30.00 restored 2", "club"),
        ("club 2026-11-03 17.30.00 restored 2026-11-04 09.00.00 restored", "club"),
        ("club (kept 2026-11-03 17.30) 2026-11-04 09.00.00 restored", "club"),
        ("2026-11-03 evening", "2026-11-03 evening"),
    ],
)
def test_the_first_name_of_a_club_is_known(name: str, first: str) -> None:
    assert first_name(name) == first


def test_what_is_put_back_twice_says_so_once() -> None:
    club = "club 2026-11-03 17.30.00 restored"
    file = Path(f"{club} 2026-11-04 09.00.00 #3.kdc")
    backup = Backup(file, datetime(2026, 11, 4, 9), 1, 3, club)
    assert restored_name(backup) == "club 2026-11-04 09.00.00 restored.kdc"


def test_a_file_that_somebody_named_keeps_its_name() -> None:
    backup = Backup(Path("my old one.kdc"), datetime(2026, 11, 4, 9), 1, 0, "my old one")
    assert restored_name(backup) == "my old one restored.kdc"
