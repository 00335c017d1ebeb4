"""The whole way from locked packages to what is shipped, one step after the other."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from packing import contents, fetch, launcher, product, sbom, stage
from packing.archives import make_tar, make_zip
from packing.authenticode import check_runtime
from packing.locks import sha256
from packing.package import make_package
from packing.setup_program import make_setup
from packing.signing import Signer, chosen_signer
from packing.tools import ensure

SETUP, PACKAGE, PORTABLE, LINUX = "setup", "msi", "portable", "linux"
FORMS = (SETUP, PACKAGE, PORTABLE, LINUX)
SUMS = "SHA256SUMS"
GUIDE = "ADMINISTRATORS.md"

_TOOLS = {SETUP: ["makensis"], PACKAGE: ["wixl", "wixl-heat"]}
_PORTABLE_TEXT = """\
While this file lies beside Homeward.exe, everything is kept in the folder "data" here:
the register, its backups, settings and logs. The folder can be carried on a stick.
"""


@dataclass(frozen=True)
class Order:
    """What is to be made, from what, and where it goes."""

    forms: tuple[str, ...]
    out: Path
    cache: Path
    work: Path
    version: str
    quick: bool = False
    runtime: Path | None = None
    runtime_sha256: str = ""


def file_name(form: str, version: str) -> str:
    """Name of the file of a form."""
    ending = {
        SETUP: "x64-setup.exe",
        PACKAGE: "x64.msi",
        PORTABLE: "x64-portable.zip",
        LINUX: f"linux-x86_64-py{product.python_name()}.tar.xz",
    }
    return f"{product.NAME}-{version}-{ending[form]}"


def make(order: Order) -> list[Path]:
    """Make everything that is ordered; answers the files. Raises BuildError.

    What is made on the way stays in the work folder, payloads too.
    """
    _ensure_tools(order.forms)
    order.out.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    with chosen_signer() as signer:
        if signer.is_test:
            say("signing with a test key, made for this build alone")
        if set(order.forms) - {LINUX}:
            made += _make_windows(order, signer)
        if LINUX in order.forms:
            made.append(_make_linux(order))
        made += _finish(order, made, signer)
    return made


def windows_payload(order: Order, signer: Signer) -> Path:
    """Stage what is installed on Windows, launchers signed; answers the folder."""
    payload = order.work / f"windows-{order.version}"
    shutil.rmtree(payload, ignore_errors=True)
    with _step("fetch"):
        wheels = fetch.fetch_wheels(order.cache, fetch.WINDOWS)
        runtime = (
            fetch.given_runtime(order.runtime, order.runtime_sha256)
            if order.runtime
            else fetch.fetch_runtime(order.cache)
        )
        fetch.unpack_runtime(runtime, payload / stage.RUNTIME)
        say(check_runtime(payload / stage.RUNTIME))
    parts = [sbom.wheel_part(wheel) for wheel in wheels.values()]
    version = fetch.runtime_version(payload / stage.RUNTIME)
    parts.append(sbom.runtime_part(version, runtime.sha256, runtime.origin))
    with _step("stage"):
        inputs = _inputs(order)
        path_file = payload / stage.RUNTIME / stage.PATH_FILE
        path_file.write_text(stage.path_file(), "ascii", newline="")
        launchers = launcher.make_launchers(payload, order.version)
        _fill(payload, inputs, list(wheels.values()))
        _close(payload, inputs, parts)
        for path in launchers:
            signer.sign(path)
            signer.verify(path)
        contents.write_list(payload)
        contents.set_times(payload, inputs.time_s)
        said = (
            f"{contents.size(payload) / 1e6:.1f} MB in {len(list(contents.files(payload)))} files"
        )
        say(f"payload: {said}")
    return payload


def say(text: str) -> None:
    """Tell what is going on."""
    print(text, flush=True)


def _make_windows(order: Order, signer: Signer) -> list[Path]:
    payload = windows_payload(order, signer)
    made: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="homeward-") as scratch:
        for form in (form for form in order.forms if form != LINUX):
            target = order.out / file_name(form, order.version)
            with _step(form):
                if form == SETUP:
                    make_setup(payload, target, order.version, signer, quick=order.quick)
                    signer.verify(target)
                elif form == PACKAGE:
                    make_package(payload, target, order.version, Path(scratch))
                    signer.sign(target)
                    signer.verify(target)
                else:
                    more = {product.PORTABLE_MARK: _PORTABLE_TEXT}
                    top = f"{product.NAME}-{order.version}"
                    make_zip(payload, target, top, product.build_time(), more)
            made.append(target)
    return made


def _make_linux(order: Order) -> Path:
    payload = order.work / f"linux-{order.version}"
    shutil.rmtree(payload, ignore_errors=True)
    payload.mkdir(parents=True)
    with _step(LINUX):
        wheels = fetch.fetch_wheels(order.cache, fetch.LINUX)
        inputs = _inputs(order)
        source = product.INSTALLER / "linux"
        dotted, numbers = (sign.join(map(str, product.PYTHON)) for sign in (".", ", "))
        script = (source / "homeward").read_text("utf-8")
        script = script.replace("@PYTHON@", dotted).replace("@NUMBERS@", numbers)
        (payload / "homeward").write_text(script, "utf-8", newline="\n")
        (payload / "homeward").chmod(0o755)
        _fill(payload, inputs, list(wheels.values()))
        _close(payload, inputs, [sbom.wheel_part(wheel) for wheel in wheels.values()])
        contents.write_list(payload)
        top = f"{product.NAME.lower()}-{order.version}"
        return make_tar(
            payload,
            order.out / file_name(LINUX, order.version),
            top,
            inputs.time_s,
            frozenset({"homeward"}),
            quick=order.quick,
        )


def _inputs(order: Order) -> stage.Inputs:
    return stage.Inputs(product.PROJECT, order.version, product.build_time())


def _fill(payload: Path, inputs: stage.Inputs, wheels: Sequence[Path]) -> None:
    stage.unpack_wheels(wheels, payload / stage.SITE)
    stage.copy_app(inputs, payload / stage.APP)
    stage.compile_payload(payload)
    stage.copy_licences(payload)


def _close(payload: Path, inputs: stage.Inputs, parts: Sequence[sbom.Part]) -> None:
    """Write the bill of materials and tell the hash, before a signature makes files differ."""
    hashed = contents.payload_hash(payload)
    say(f"payload hash {hashed}")
    bill = sbom.document(parts, inputs.version, inputs.time_s, hashed)
    sbom.write(payload / contents.BILL, bill)


def _finish(order: Order, made: Sequence[Path], signer: Signer) -> list[Path]:
    """What goes with the files: bill of materials, policies, hashes and their signature."""
    system = "linux" if order.forms == (LINUX,) else "windows"
    bill = order.out / f"{product.NAME}-{order.version}.{contents.BILL}"
    shutil.copyfile(order.work / f"{system}-{order.version}" / contents.BILL, bill)
    policies = order.out / f"{product.NAME}-{order.version}-policies.zip"
    guide = {GUIDE: (product.INSTALLER / GUIDE).read_text("utf-8")}
    make_zip(product.INSTALLER / "policies", policies, "policies", product.build_time(), guide)
    sums = order.out / SUMS
    named = sorted([*made, bill, policies], key=lambda path: path.name)
    lines = [f"{sha256(path)}  {path.name}\n" for path in named]
    sums.write_text("".join(lines), "utf-8", newline="\n")
    signature = signer.sign_detached(sums)
    return [bill, policies, sums, *([signature] if signature else [])]


def _ensure_tools(forms: Sequence[str]) -> None:
    tools = [tool for form in forms for tool in _TOOLS.get(form, [])]
    if set(forms) - {LINUX}:
        tools += [*launcher.programs(), "osslsigncode", "openssl"]
    ensure(tools)


@contextlib.contextmanager
def _step(name: str) -> Iterator[None]:
    start = time.monotonic()
    say(f"{name} ...")
    yield
    say(f"{name}: {time.monotonic() - start:.0f} s")


def sizes(made: Sequence[Path], payload: Path) -> list[tuple[str, int, int]]:
    """Name, size and largest size, in bytes, of what has a limit."""
    found = [
        (path.name, path.stat().st_size, product.LARGEST_SETUP)
        for path in made
        if path.name.endswith("-setup.exe")
    ]
    if payload.is_dir():
        found.append(("installed", contents.size(payload), product.LARGEST_INSTALLED))
    return found
