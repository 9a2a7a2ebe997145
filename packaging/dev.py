"""Set up, run, test and measure KDC Desktop from a checkout.

Needs Python 3.11 or newer and nothing else: `setup` makes `.venv` beside pyproject.toml and fills
it from packaging/requirements.lock; the other commands do that first when something has changed.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "dev-setup.sha256"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
IDEAS = ROOT / "resources" / "sample" / "bowling-green-2050" / "comments.csv"
SAMPLE = ROOT / "resources" / "sample" / "sample-club.kdc"
REHEARSAL = ROOT / "rehearsal"
BOWLING_GREEN = "America/Chicago"  # where those live whose ideas are in the sample
AN_EVENING: Command = ("--people", "60", "--seed", "1", "--ideas", IDEAS)

if TYPE_CHECKING:
    Command = Sequence[str | Path]

# What Qt loads from the system, by file name, and the Debian package that brings it; a test reads
# the files of Qt for names that are missing there. docs/linux.md tells people.
SYSTEM = json.loads((ROOT / "packaging" / "system_libraries.json").read_text(encoding="utf-8"))
OFF_SCREEN_LIBRARIES: dict[str, str] = SYSTEM["off_screen"]
WINDOW_LIBRARIES: dict[str, str] = SYSTEM["window"]
MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
ROOM = 4 * 2**30  # bytes


def say(text: str) -> None:
    """A line for the person at the terminal, before anything that a tool prints after it."""
    print(text, flush=True)


def call(command: Command, **variables: str) -> int:
    """Run a tool with these environment variables added; its exit status."""
    environment = {**os.environ, "PYTHONUTF8": "1", **variables}
    return subprocess.run(list(map(str, command)), env=environment, check=False).returncode


def must(command: Command, **variables: str) -> None:
    """Run a tool; leave with its exit status when it fails."""
    status = call(command, **variables)
    if status:
        say(f"This failed with exit status {status}: {shlex.join(map(str, command))}")
        raise SystemExit(status)


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can open: always on macOS and Windows, with X11 or Wayland elsewhere."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    """Whether the system's loader finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(libraries: Iterable[str]) -> list[str]:
    """Those that cannot be loaded."""
    return [library for library in libraries if not loads(library)]


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """The Debian packages of those libraries that cannot be loaded, each once."""
    return list(dict.fromkeys(libraries[missing] for missing in missing_libraries(libraries)))


def apt_line(packages: Iterable[str]) -> str:
    """The line with which a person installs these packages."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def rpm_line(tool: str, libraries: Iterable[str]) -> str:
    """The same on Fedora and openSUSE, where each library can be asked for by its own name."""
    return f"sudo {tool} install " + " ".join(f"'{library}()(64bit)'" for library in libraries)


def name_libraries(libraries: Sequence[str]) -> None:
    """Say what is missing where there is no apt-get; the window will not open without it."""
    tool = next((name for name in ("dnf", "zypper") if shutil.which(name)), "")
    if libraries and tool:
        raise SystemExit(
            "Some system libraries are missing. Type this, then try again:\n"
            f"  {rpm_line(tool, libraries)}"
        )
    if libraries and sys.platform == "linux":
        say("These system libraries are missing; docs/linux.md says more: " + " ".join(libraries))


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages when we are root; otherwise print the line to type and leave."""
    if not packages:
        return
    if getattr(os, "geteuid", lambda: 1)() != 0:
        raise SystemExit(
            f"Some system packages are missing. Type this, then try again:\n  {apt_line(packages)}"
        )
    say("Installing system packages: " + " ".join(packages))
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "update", "-qq"], **quiet)
    must(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], **quiet)


def ensure_system(libraries: Mapping[str, str]) -> None:
    """Have the shared libraries for Qt and the parts of Python that Debian ships separately."""
    if not shutil.which("apt-get"):
        name_libraries(missing_libraries(libraries) if sys.platform == "linux" else [])
        return
    packages = missing_packages(libraries)
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    install_packages(packages)


def fingerprint(files: Iterable[Path], *facts: str) -> str:
    """Changes when one of the files or facts does."""
    digest = hashlib.sha256("\0".join(facts).encode())
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def make_venv() -> None:
    """Make `.venv`, anew when the one that is there does not start."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        return
    if not PYTHON.exists() or call([PYTHON, "-c", "import pip"]):
        must([sys.executable, "-m", "venv", "--clear", VENV])


def setup(libraries: Mapping[str, str] = OFF_SCREEN_LIBRARIES) -> None:
    """Have everything that the program and its tests need; quick when nothing has changed."""
    ensure_system(libraries)
    wanted = fingerprint([LOCK, ROOT / "pyproject.toml"], str(ROOT), sys.version)
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    started = time.monotonic()
    say(f"Setting up {VENV} (a few minutes the first time)")
    make_venv()
    STAMP.unlink(missing_ok=True)
    pip: Command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    must([*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK])
    must([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT])
    STAMP.write_text(wanted, encoding="utf-8")
    say(f"Set up in {time.monotonic() - started:.0f} s")


def run(arguments: Sequence[str]) -> int:
    """Open the program; without a display, play a rehearsal off-screen instead."""
    program: Command = [PYTHON, "-m", "kdc_desktop"]
    if has_display(os.environ, sys.platform):
        setup({**OFF_SCREEN_LIBRARIES, **WINDOW_LIBRARIES})
        return call([*program, *arguments])
    setup()
    platform = os.environ.get("QT_QPA_PLATFORM") or "offscreen"  # set but empty says nothing
    if arguments:
        return call([*program, *arguments], QT_QPA_PLATFORM=platform)
    say("There is no display here: rehearsing an evening of 60 people and 371 ideas off-screen.")
    return call([*program, "rehearse", *AN_EVENING, "--out", REHEARSAL], QT_QPA_PLATFORM=platform)


def checks(arguments: Sequence[str]) -> list[tuple[str, Command]]:
    """What CI checks, in order: a headline and a command each."""
    workers = str((os.cpu_count() or 2) + 1)  # one more, for now and then each waits for a timer
    parallel = ["-n", workers, "--dist", "worksteal", "--ignore", "tests/benchmarks"]
    return [
        ("Lint", [PYTHON, "-m", "ruff", "check"]),
        ("Format", [PYTHON, "-m", "ruff", "format", "--check"]),
        ("Types", [PYTHON, "-m", "mypy"]),
        ("Imports", [SCRIPTS / "lint-imports", "--no-logo"]),
        ("Tests", [PYTHON, "-m", "pytest", *parallel, *arguments]),
    ]


def quick_folder(memory: Path = MEMORY) -> dict[str, str]:
    """Where tests write, as a variable: in memory where there is room, for a disk is slow."""
    roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free >= ROOM
    return {"TMPDIR": str(memory)} if roomy else {}


def test(arguments: Sequence[str]) -> int:
    """Lint, types, import rules and tests, up to the first that fails; its exit status."""
    setup()
    os.chdir(ROOT)
    for headline, command in checks(arguments):
        say(f"\n== {headline}")
        started = time.monotonic()
        status = call(command, QT_QPA_PLATFORM="offscreen", **quick_folder())
        seconds = time.monotonic() - started
        if status:
            say(f"== {headline} failed after {seconds:.1f} s with exit status {status}")
            return status
        say(f"== {headline} passed in {seconds:.1f} s")
    return 0


def bench(arguments: Sequence[str]) -> int:
    """Measure what the program promises and print the table, each figure beside its floor."""
    setup()
    os.chdir(ROOT)
    pytest = ["pytest", "tests/benchmarks", "-p", "benchmark", "--timeout", "900", "-q"]
    return call([PYTHON, "-m", *pytest, *arguments], QT_QPA_PLATFORM="offscreen")


def lock() -> int:
    """Write requirements.lock anew from pyproject.toml."""
    uv = shutil.which("uv")
    if uv is None:
        say("Install uv first (https://docs.astral.sh/uv), then try again.")
        return 1
    os.chdir(ROOT)
    plain = ["--no-header", "--no-emit-index-url", "--no-annotate"]
    every = ["--universal", "--python-version", "3.11", "--generate-hashes", *plain]
    files: Command = ["pyproject.toml", "--group", "dev", "-o", LOCK]
    return call([uv, "pip", "compile", "--quiet", *every, *files])


def sample() -> int:
    """Rehearse an evening and ship its club file as the sample."""
    setup()
    with tempfile.TemporaryDirectory() as folder:
        program: Command = [PYTHON, "-m", "kdc_desktop", "rehearse", *AN_EVENING, "--out", folder]
        status = call(program, QT_QPA_PLATFORM="offscreen", TZ=BOWLING_GREEN)
        if status == 0:
            shutil.copyfile(Path(folder) / "session.kdc", SAMPLE)
    return status


def texts(arguments: Sequence[str]) -> int:
    """Collect the texts for translators and compile the catalogues."""
    setup()
    return call([PYTHON, ROOT / "packaging" / "texts.py", *arguments])


def parse(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The command and what is handed on to the program or to pytest."""
    parser = argparse.ArgumentParser(description="Set up, run, test and measure KDC Desktop.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("setup", help="make .venv and install what is missing")
    commands.add_parser("run", help="open the program; arguments are handed to it", add_help=False)
    commands.add_parser(
        "test", help="everything that CI runs; arguments go to pytest", add_help=False
    )
    commands.add_parser("bench", help="measure; arguments go to pytest", add_help=False)
    commands.add_parser("lock", help="write requirements.lock anew (needs uv)")
    commands.add_parser("sample", help="make the sample club anew, by a rehearsal")
    commands.add_parser("texts", help="collect the texts and compile translations", add_help=False)
    known, rest = parser.parse_known_args(arguments)
    command = str(known.command)
    if rest and command not in ("run", "test", "bench", "texts"):
        parser.error(f"{command} takes no arguments: {' '.join(rest)}")
    return command, rest


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; the exit status."""
    if sys.hexversion < 0x030B0000:
        say("KDC Desktop needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
        return 1
    command, rest = parse(arguments)
    if command == "setup":
        setup()
        return 0
    if command in ("lock", "sample"):
        return {"lock": lock, "sample": sample}[command]()
    return {"run": run, "test": test, "bench": bench, "texts": texts}[command](rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
