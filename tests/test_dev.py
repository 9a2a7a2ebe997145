"""packaging/dev.py is how everybody starts: its decisions, without installing anything."""

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

from tests.benchmarks.conftest import Row

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent


def load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


dev = load("dev", ROOT / "packaging" / "dev.py")


def test_a_linux_machine_has_a_display_with_x11_or_wayland() -> None:
    assert dev.has_display({"DISPLAY": ":0"}, "linux")
    assert dev.has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert not dev.has_display({"DISPLAY": ""}, "linux")


@pytest.mark.parametrize(
    ("given", "used"), [(None, "offscreen"), ("", "offscreen"), ("vnc", "vnc")]
)
def test_without_a_display_the_program_draws_off_screen_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, given: str | None, used: str
) -> None:
    called: list[str] = []
    monkeypatch.setattr(dev, "setup", lambda *_: None)
    monkeypatch.setattr(dev, "has_display", lambda *_: False)
    monkeypatch.setattr(dev, "call", lambda *_, **known: called.append(known["QT_QPA_PLATFORM"]))
    monkeypatch.delenv("QT_QPA_PLATFORM")
    if given is not None:
        monkeypatch.setenv("QT_QPA_PLATFORM", given)
    for arguments in ([], ["rehearse"]):
        dev.run(arguments)
    assert called == [used, used]


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_macos_and_windows_always_have_a_display(platform: str) -> None:
    assert dev.has_display({}, platform)


def test_the_fingerprint_changes_with_content_and_facts(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    file.write_text("one", encoding="utf-8")
    before = dev.fingerprint([file], "3.11")
    assert dev.fingerprint([file], "3.11") == before
    assert dev.fingerprint([file], "3.12") != before
    file.write_text("two", encoding="utf-8")
    assert dev.fingerprint([file], "3.11") != before


def test_only_libraries_that_do_not_load_are_asked_for() -> None:
    libraries = {"libnowhere-to-be-found.so.7": "libnowhere7"}
    assert dev.missing_packages(libraries) == ["libnowhere7"]
    assert dev.missing_packages({}) == []


def test_without_root_the_line_to_type_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit) as leaving:
        dev.install_packages(["libegl1", "libgl1"])
    assert str(leaving.value).endswith(
        "\n  sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    )


def test_nothing_is_installed_when_nothing_is_missing() -> None:
    dev.install_packages([])


def test_arguments_are_handed_on() -> None:
    assert dev.parse(["test", "-k", "board", "-x"]) == ("test", ["-k", "board", "-x"])
    assert dev.parse(["run", "--temp"]) == ("run", ["--temp"])
    assert dev.parse(["run", "--help"]) == ("run", ["--help"])


@pytest.mark.parametrize("line", [["setup", "now"], ["nonsense"], []])
def test_wrong_usage_ends_with_status_two(line: list[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        dev.parse(line)
    assert leaving.value.code == 2


def test_the_checks_stop_at_the_first_that_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    statuses = iter([0, 0, 3])
    monkeypatch.setattr(dev, "setup", lambda: None)
    monkeypatch.setattr(dev, "call", lambda *_, **__: next(statuses))
    monkeypatch.chdir(ROOT)
    assert dev.test([]) == 3
    said = capsys.readouterr().out
    assert [
        line for line in said.splitlines() if line.startswith("== ") and " " not in line[3:]
    ] == [
        "== Lint",
        "== Format",
        "== Types",
    ]
    assert "== Types failed after" in said


def test_benchmarks_stay_out_of_the_tests() -> None:
    headline, command = dev.checks(["-x"])[-1]
    assert headline == "Tests"
    assert command[-3:] == ["--ignore", "tests/benchmarks", "-x"]


def test_tests_write_in_memory_where_there_is_room_for_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "ROOM", 0)
    assert dev.quick_folder(tmp_path) == {"TMPDIR": str(tmp_path)}
    assert dev.quick_folder(tmp_path / "none") == {}
    monkeypatch.setattr(dev, "ROOM", 2**80)
    assert dev.quick_folder(tmp_path) == {}


def test_the_lock_pins_hashes_and_names_no_host() -> None:
    lines = dev.LOCK.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "://" in line or line.startswith("-")]
    assert not [
        line for line in lines if line.strip() and "==" not in line and "sha256:" not in line
    ]


BENCHMARK = """
from benchmarks.conftest import median_seconds

def test_search(record):
    record("search | 5,000 ideas", 20.0, "ms", None, "≤ 50 ms")
    record("open the board | 5,000 notes", 3.0, "s", 1.0, "≤ 2 ×")
    record("memory", 100.0, "MB", None, "")
    assert median_seconds(lambda: None, 3) >= 0
"""


def test_benchmarks_end_in_a_table_of_what_was_promised(pytester: pytest.Pytester) -> None:
    folder = pytester.mkpydir("benchmarks")
    source = ROOT / "tests" / "benchmarks" / "conftest.py"
    (folder / "conftest.py").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "test_all.py").write_text(BENCHMARK, encoding="utf-8")
    result = pytester.runpytest_subprocess("benchmarks", "--bench-json", "figures.json")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        [
            "work *size *figure *floor *ratio *promise *slower",
            "search *5,000 ideas *20 ms *– *– *≤ 50 ms *met *×",
            "open the board *5,000 notes *3 s *1 s *3.00 × *≤ 2 × *short *×",
            "memory *100 MB *–*×",
        ]
    )
    figures = json.loads((pytester.path / "figures.json").read_text(encoding="utf-8"))
    assert [row["verdict"] for row in figures] == ["met", "short", ""]


def test_a_row_that_only_the_machine_makes_short_says_so() -> None:
    def verdict(figure: float, slower: float, promise: str = "≤ 50 ms") -> str:
        return Row("search", "5,000 ideas", figure, "ms", 10.0, promise, slower).verdict

    assert [verdict(40, 2), verdict(90, 2), verdict(110, 2), verdict(90, 1)] == [
        "met",
        "met at full speed",
        "short",
        "short",
    ]
    assert verdict(40, 9, "≤ 2 ×") == "short"  # a ratio is the same on every machine
    assert verdict(40, 9, "≥ 50 ms") == "short"


USED_OF_QT = (
    *(f"lib/libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets", "Svg", "DBus", "OpenGL")),
    *("lib/libQt6XcbQpa.so.6", "lib/libQt6WaylandClient.so.6", "plugins/platforms/libqxcb.so"),
    *("plugins/platforms/libqoffscreen.so", "plugins/platforms/libqwayland.so"),
    *("plugins/xcbglintegrations/*.so", "plugins/wayland-shell-integration/*.so"),
    *("plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",),
    *("plugins/platforminputcontexts/lib[ci]*.so", "plugins/imageformats/libqsvg.so"),
)
OF_EVERY_LINUX = ("libc.so", "libm.so", "libdl.so", "libgcc_s.so", "libstdc++.so", "libresolv.so")


def test_every_library_that_qt_asks_the_system_for_is_known() -> None:
    if sys.platform != "linux":
        return  # Qt brings everything along there
    folder = Path(PySide6.__file__).parent / "Qt"
    files = [file for pattern in USED_OF_QT for file in folder.glob(pattern)]
    assert len(files) > 15
    named = {
        name.decode()
        for file in files
        for name in re.findall(rb"\0(lib[\w.+-]+\.so\.\d[\d.]*)(?=\0)", file.read_bytes())
    }
    brought = {file.name for file in (folder / "lib").iterdir()}
    wanted = {name for name in named - brought if not name.startswith(OF_EVERY_LINUX)}
    known = dev.OFF_SCREEN_LIBRARIES.keys() | dev.WINDOW_LIBRARIES.keys()
    assert wanted - known == set()


def test_the_page_for_linux_names_every_package() -> None:
    page = (dev.ROOT / "docs" / "linux.md").read_text(encoding="utf-8")
    packages = {*dev.OFF_SCREEN_LIBRARIES.values(), *dev.WINDOW_LIBRARIES.values()}
    assert [name for name in sorted(packages) if f" {name}" not in page] == []


def test_without_apt_the_line_for_packages_of_the_rpm_kind_is_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: name if name == "dnf" else None)
    monkeypatch.setattr(dev.sys, "platform", "linux")
    with pytest.raises(SystemExit) as told:
        dev.ensure_system({"libnowhere.so.7": "libnowhere7"})
    assert "sudo dnf install 'libnowhere.so.7()(64bit)'" in str(told.value)
