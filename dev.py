#!/usr/bin/env python3
"""Sets everything up and runs it, with nothing but Python's standard library.

python3 dev.py run [PAGE]          the window, on the sample when no page is given
python3 dev.py test [ARGUMENTS]    the tests; the arguments go to pytest
python3 dev.py check               lint, types, contracts, translations, schemas, locks
python3 dev.py bench [NAME]        the benchmarks, or one of them; options go to it
python3 dev.py translate           after changing words of the interface
python3 dev.py lock                after changing dependencies (needs uv)
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = str(BIN / f"python{SUFFIX}")

# Both are exported from uv.lock; the second holds all of the first and the tools besides.
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"

# What Qt loads from the system, with the Debian package that holds it. Qt names only xcb-cursor,
# whichever of the xcb libraries is missing.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",  # for lupdate alone
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(arguments: Sequence[str]) -> int:
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "translate": translate,
        "lock": lock,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    try:
        return commands[arguments[0]](arguments[1:])
    except subprocess.CalledProcessError as error:
        return error.returncode
    except KeyboardInterrupt:
        return 130


def run(arguments: Sequence[str]) -> int:
    prepare(RUN_LOCK)
    samples = map(str, (ROOT / "resources" / "samples").glob("*.html"))
    command = [PYTHON, "-m", "reader", *(arguments or samples)]
    if os.name == "posix":  # the app takes this process's place, and with it every signal
        os.execve(PYTHON, command, environment())  # noqa: S606  no shell is wanted
    return subprocess.call(command, env=environment())


def test(arguments: Sequence[str]) -> int:
    prepare(DEV_LOCK)
    command = [PYTHON, "-m", "pytest", *arguments]
    return subprocess.call(command, cwd=ROOT, env=environment())


def check(_: Sequence[str]) -> int:
    prepare(DEV_LOCK)
    checks = {
        "lint": [tool("ruff"), "check", "."],
        "format": [tool("ruff"), "format", "--check", "."],
        "types": [tool("mypy")],
        "contracts": [tool("lint-imports")],
        "translations": [PYTHON, "packaging/translations.py", "--check"],
        "schemas": [PYTHON, "-m", "reader.store.schemas", "--check"],
        "locks": [PYTHON, "dev.py", "lock", "--check"],
    }
    failed = [name for name, command in checks.items() if not passes(name, command)]
    return 1 if failed else 0


def passes(name: str, command: Sequence[str]) -> bool:
    """Whether the check succeeds; what it printed is shown when it does not."""
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, encoding="utf-8"
    )
    print(f"{'ok' if done.returncode == 0 else 'FAILED':<7} {name}", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def bench(arguments: Sequence[str]) -> int:
    """Run benchmarks; what begins with a dash is for them to understand."""
    known = sorted(path.stem for path in (ROOT / "tests" / "benchmarks").glob("[!_]*.py"))
    options = [argument for argument in arguments if argument.startswith("-")]
    names = [argument for argument in arguments if not argument.startswith("-")]
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"No benchmark {', '.join(unknown)}. There are: {', '.join(known)}.")
        return 2
    prepare(DEV_LOCK)
    for name in names or known:
        command = [PYTHON, "-m", f"tests.benchmarks.{name}", *options]
        subprocess.run(command, cwd=ROOT, env=environment(), check=True)
    return 0


def translate(arguments: Sequence[str]) -> int:
    prepare(DEV_LOCK)
    command = [PYTHON, "packaging/translations.py", *arguments]
    return subprocess.call(command, cwd=ROOT, env=environment())


def lock(arguments: Sequence[str]) -> int:
    uv = shutil.which("uv")
    checking = "--check" in arguments
    if uv is None:
        print("uv is not installed, so uv.lock and what is exported from it cannot be compared.")
        return 0 if checking else 1
    relock = [uv, "lock", "--quiet", *(["--check"] if checking else [])]
    subprocess.run(relock, cwd=ROOT, check=True)
    stale = False
    for path, groups in ((RUN_LOCK, ["--no-dev"]), (DEV_LOCK, ["--dev"])):
        export = [uv, "export", "--frozen", "--quiet", "--no-emit-project", "--no-header", *groups]
        exported = subprocess.run(export, cwd=ROOT, check=True, capture_output=True).stdout
        if not checking:
            path.write_bytes(exported)
        elif not path.exists() or path.read_bytes() != exported:
            stale = True
            print(f"{path.name} is not what uv.lock says: run `python3 dev.py lock`.")
    return 1 if stale else 0


def tool(name: str) -> str:
    return str(BIN / f"{name}{SUFFIX}")


def environment() -> dict[str, str]:
    """The environment of what is run here: this checkout's packages, and nothing of the cwd."""
    # Bytecode that is not kept makes every start slow, that of the worker too.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}


def prepare(requirements: Path) -> None:
    """Make sure that Python, the system's libraries and `.venv` are as `requirements` wants."""
    if sys.version_info < (3, 11):  # noqa: UP036  nothing has checked it yet
        sys.exit(f"Isnad needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if missing := missing_packages():
        install_packages(missing)
    if not Path(PYTHON).exists():
        print(f"Making {VENV} …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    install(requirements)


def missing_packages() -> list[str]:
    """The Debian packages of what this system lacks; elsewhere than on Linux nothing is needed."""
    missing = []
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    if sys.platform == "linux":
        missing += [package for name, package in LIBRARIES.items() if not loads(name)]
    return missing


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: Sequence[str]) -> None:
    """Install them where that is allowed; otherwise say what to do, and end."""
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if not shutil.which("apt-get"):
        sys.exit(f"Missing, by the names of their Debian packages: {' '.join(packages)}.")
    if os.geteuid() != 0:
        sys.exit(
            f"Some system packages are missing. Install them, then try again:\n\n  sudo {line}"
        )
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet, check=True)
    subprocess.run(line.split(), env=quiet, check=True)


def install(requirements: Path) -> None:
    """Install the locked packages into `.venv`, unless what was installed last holds them."""
    stamp = VENV / "installed.sha256"
    if stamp.exists() and stamp.read_text() in (digest(requirements), digest(DEV_LOCK)):
        return
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check"]
    if subprocess.call([*pip, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        subprocess.run([PYTHON, "-m", "ensurepip"], check=True)  # uv makes a .venv without pip
    stamp.unlink(missing_ok=True)
    print(f"Installing {requirements.name} …", flush=True)
    # The lock is complete; resolving it again makes pip 23.0 fail on the extra of lxml.
    exactly = ["--no-deps", "--require-hashes", "--only-binary=:all:", "-r", str(requirements)]
    subprocess.run([*pip, "install", "--quiet", *exactly], check=True)
    stamp.write_text(digest(requirements))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
