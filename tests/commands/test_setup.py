"""bin/setup makes the environment once, does nothing when it is there, and says what is missing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What any POSIX system has; nothing else is on the PATH of these tests.
TOOLS = ("sh", "cat", "cmp", "cp", "dirname", "env", "id", "mkdir", "rm", "sed", "sleep", "true", "uname")

PROBE = '#!/bin/sh\n. "$(dirname -- "$0")/setup"\nset_up serve\nexec "$python" "$@"\n'
WHICH = "import esmero, sys; print(esmero.__file__, sys.prefix)"

REAL_PYTHON = f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'
WITHOUT_VENV = f'#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"\n'
TOO_OLD = "#!/bin/sh\nexit 1\n"


class Machine:
    """A checkout with nothing locked, on a machine that has the programs it is given."""

    command = "probe"

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "a checkout"
        self.programs = folder / "programs"
        self.programs.mkdir()
        self.packages = folder / "packages"
        self.packages.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            if found:
                (self.programs / tool).symlink_to(found)
        shutil.copytree(ROOT / "bin", self.checkout / "bin")
        (self.checkout / "src" / "esmero").mkdir(parents=True)
        (self.checkout / "src" / "esmero" / "__init__.py").touch()
        (self.checkout / "requirements").mkdir()
        self.lock = self.checkout / "requirements" / "serve.txt"
        self.lock.touch()
        self.add(self.checkout / "bin" / "probe", PROBE)

    def add(self, path: Path, script: str) -> None:
        path.write_text(script)
        path.chmod(0o755)

    def be_set_up(self, level: str) -> None:
        """Have an environment that holds an empty lock, whose interpreter is the one of these tests."""
        held = self.checkout / ".venv" / ".esmero"
        held.mkdir(parents=True)
        (self.checkout / "requirements" / f"{level}.txt").touch()
        (held / f"{level}.txt").touch()
        (held / "python").write_text(f"{sys.version_info[0]} {sys.version_info[1]} {sys.base_prefix}")
        (self.checkout / ".venv" / "bin").mkdir()
        self.add(self.checkout / ".venv" / "bin" / "python", REAL_PYTHON)

    def has(self, name: str, script: str) -> None:
        self.add(self.programs / name, script)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self.checkout / "bin" / self.command, *arguments],
            env={
                "PATH": str(self.programs),
                "HOME": str(self.checkout.parent),
                # pip finds packages in this folder only, and never asks the network.
                "PIP_CONFIG_FILE": os.devnull,
                "PIP_NO_INDEX": "1",
                "PIP_FIND_LINKS": str(self.packages),
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
        )

    def run(self, *arguments: str, **environment: str) -> tuple[int, str, str]:
        process = self.start(*arguments, **environment)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    machine = Machine(tmp_path_factory.mktemp("machine"))
    machine.has("python3", REAL_PYTHON)
    both = [machine.start("-c", WHICH) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    # Started together on a fresh checkout, one makes the environment and the other waits for it.
    assert sum("Setting up" in err for _, err in said) == 1
    return machine


def test_the_environment_lies_in_the_checkout_and_runs_its_source(ready: Machine) -> None:
    _, out, _ = ready.run("-c", WHICH)
    assert out.strip() == f"{ready.checkout}/src/esmero/__init__.py {ready.checkout}/.venv"


def test_the_second_start_is_silent(ready: Machine) -> None:
    assert ready.run("-c", "pass") == (0, "", "")


def test_a_changed_lock_is_installed(ready: Machine) -> None:
    ready.lock.write_text("# nothing more\n")
    _, _, err = ready.run("-c", "pass")
    assert "Setting up" in err
    assert ready.run("-c", "pass") == (0, "", "")


def test_what_is_not_what_was_locked_is_refused_every_time(ready: Machine) -> None:
    wheel = tiny_wheel(ready.packages)
    ready.lock.write_text(f"tiny==1 --hash=sha256:{'0' * 64}\n")
    for _ in range(2):
        status, out, err = ready.run("-c", "print('ran')")
        assert (status != 0, out) == (True, "")
        assert "DO NOT MATCH THE HASHES" in err
    ready.lock.write_text("tiny==1\n")
    assert "Hashes are required" in ready.run("-c", "print('ran')")[2]
    ready.lock.write_text(f"tiny==1 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n")
    assert ready.run("-c", "import tiny; print('ran')")[:2] == (0, "ran\n")


def test_a_turn_that_was_never_ended_is_taken_over(ready: Machine) -> None:
    ready.lock.write_text("# once more\n")
    (ready.checkout / ".venv.lock").mkdir()
    finished = subprocess.Popen(["true"])
    finished.wait()
    (ready.checkout / ".venv.lock" / "pid").write_text(f"{finished.pid}\n")
    assert ready.run("-c", "print('ran')")[:2] == (0, "ran\n")
    assert not (ready.checkout / ".venv.lock").exists()


def test_variables_of_another_python_do_not_reach_ours(ready: Machine) -> None:
    stranger = ready.checkout.parent / "stranger"
    stranger.mkdir()
    (stranger / "esmero.py").write_text("raise SystemExit('the wrong one')")
    assert ready.run("-c", "import esmero", PYTHONPATH=str(stranger))[0] == 0


def test_a_missing_venv_module_is_said_with_the_command_that_brings_it(machine: Machine) -> None:
    machine.has("python3", WITHOUT_VENV)
    status, out, err = machine.run("-c", "print('ran')")
    sudo = "" if os.geteuid() == 0 else "sudo "
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    assert (status, out) == (1, "")
    assert err.endswith(f"This brings it: {sudo}apt-get install -y {package}\n")
    assert not (machine.checkout / ".venv.lock").exists()


def test_a_python_that_is_too_old_is_passed_over(machine: Machine) -> None:
    machine.has("python3", TOO_OLD)
    machine.has("python3.12", REAL_PYTHON)
    assert machine.run("-c", "print('ran')")[:2] == (0, "ran\n")


def test_without_any_python_it_says_so(machine: Machine) -> None:
    machine.has("python3", TOO_OLD)
    status, _, err = machine.run("-c", "print('ran')")
    assert status == 1
    assert "needs Python 3.11 or newer" in err


def test_a_chosen_interpreter_that_is_too_old_is_refused_by_name(ready: Machine) -> None:
    ready.has("ancient", TOO_OLD)
    status, out, err = ready.run("-c", "print('ran')", ESMERO_PYTHON="ancient")
    assert (status, out) == (1, "")
    assert "ESMERO_PYTHON=ancient is not Python 3.11 or newer" in err
    assert ready.run("-c", "print('ran')", ESMERO_PYTHON="python3") == (0, "ran\n", "")


def tiny_wheel(folder: Path) -> Path:
    """A package with one empty module, as a wheel."""
    path = folder / "tiny-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("tiny.py", "")
        wheel.writestr("tiny-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1\n")
        wheel.writestr("tiny-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("tiny-1.dist-info/RECORD", "")
    return path
