"""Where the disk is full, a club that is whole is not told as a broken one, nor as written to."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.rooms.workbook_room import an_evening

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="ulimit stands for a full disk")
_RUN = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
from kdc_desktop.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def club(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("full") / "club.kdc"
    an_evening(path).room.database.close()
    return path


def told(club: Path, room: int, *words: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", _RUN, str(room), *words, "--database", str(club)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    return run.stderr


@pytest.mark.parametrize("room", [65536, 8192])
def test_a_club_without_room_for_a_mended_copy_is_not_called_broken(club: Path, room: int) -> None:
    said = told(club, room, "check", "--repair", "--out", str(club.with_name("mended.kdc")))
    assert "There is no room for the mended copy mended.kdc" in said
    assert "newest backup" not in said
    assert not club.with_name("mended.kdc").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("export", "out.json"),
        ("export", "out.xlsx"),
        ("pages", "minutes", "minutes.docx", "--session", "1"),
        ("compare", "club.kdc"),
    ],
    ids=" ".join,
)
def test_who_only_reads_is_not_told_that_nothing_was_written(
    club: Path, words: tuple[str, ...]
) -> None:
    placed = (str(club.with_name(word)) if "." in word else word for word in words)
    said = told(club, 8192, *placed)
    assert "could not be read just now, because its disk is full" in said
    assert "nothing was written" not in said


def test_a_backup_says_which_file_found_no_room(club: Path) -> None:
    said = told(club, 8192, "backup", str(club.with_name("copy.kdc")))
    assert "so nothing was written to copy.kdc" in said
