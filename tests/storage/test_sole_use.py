"""One window per club file."""

import subprocess
import sys
from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.storage import sole_use

ROOT = Path(__file__).parents[2]
HOLD = (
    "import sys, pathlib; from kdc_desktop.storage.sole_use import claim; "
    "held = claim(pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def other(path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_window_is_told_and_may_come_after_the_first(path):
    with sole_use.claim(path), pytest.raises(UserError, match="another window"):
        sole_use.claim(path)
    with sole_use.claim(path):
        pass
    assert list(path.parent.iterdir()) == []


def test_another_program_instance_is_told(path, other):
    with pytest.raises(UserError, match="another window"):
        sole_use.claim(path)


def test_a_killed_window_leaves_no_claim(path, other):
    other.kill()
    other.wait()
    assert [file.name for file in path.parent.iterdir()] == [".club.kdc.in-use"]
    with sole_use.claim(path):
        pass


def test_other_files_can_be_claimed_meanwhile(path):
    with sole_use.claim(path), sole_use.claim(path.with_name("other.kdc")):
        pass


def test_the_same_file_by_another_name_is_the_same_file(path):
    path.touch()
    path.with_name("link.kdc").symlink_to(path)
    with sole_use.claim(path), pytest.raises(UserError, match="another window"):
        sole_use.claim(path.with_name("link.kdc"))


def test_closing_twice_does_no_harm_to_the_next_claim(path):
    first = sole_use.claim(path)
    first.close()
    with sole_use.claim(path):
        first.close()
        with pytest.raises(UserError, match="another window"):
            sole_use.claim(path)


def test_a_missing_folder_is_said_in_a_sentence(tmp_path):
    with pytest.raises(UserError, match="there is no folder") as told:
        sole_use.claim(tmp_path / "nowhere" / "club.kdc")
    assert "Errno" not in str(told.value)
    assert "in-use" not in str(told.value)
