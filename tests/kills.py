"""Kill a working process many times and print what it lost: the long form of `test_kill_run`.

    python tests/kills.py --kills 2000 --seed 1 --mode both

The exit code is 1 when an operation was lost, one was left by half, or a file was damaged.
"""

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0:1] = [str(ROOT), str(ROOT / "tests")]

from support.kill_check import DAMAGED, HALF, LOST  # noqa: E402 - after the path was set
from support.kill_run import Result, kill_run  # noqa: E402

MODES = {"plain": (False,), "encrypted": (True,), "both": (False, True)}
HEAD = ("mode", "kills", "acknowledged", "lost", "half", "damaged", "seconds")
SHOWN = 20


def main() -> int:
    """Print the table; 1 when something was lost."""
    options = _options()
    results = []
    for sealed in MODES[options.mode]:
        with tempfile.TemporaryDirectory(prefix="homeward-kills-", dir=options.folder) as folder:
            results.append(
                kill_run(
                    Path(folder), sealed=sealed, kills=options.kills, seed=options.seed, told=_tell
                )
            )
        sys.stderr.write("\n")
    lines = [HEAD, *map(_line, results)]
    for line in lines:
        sys.stdout.write("  ".join(cell.rjust(12) for cell in line).rstrip() + "\n")
    for result in results:
        at = ", ".join(f"{what} {count}" for what, count in result.during.most_common())
        sys.stdout.write(f"{result.mode}: killed at {at}\n")
        for fault in result.faults[:SHOWN]:
            sys.stdout.write(f"{result.mode}: {fault.kind}: {fault.what}\n")
    return 1 if any(result.faults for result in results) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Kill a working process many times.")
    parser.add_argument("--kills", type=int, default=2_000, help="kills of each mode")
    parser.add_argument("--seed", type=int, default=1, help="of moments and of the work")
    parser.add_argument("--mode", choices=MODES, default="both")
    parser.add_argument("--folder", type=Path, help="where the registers lie for the time")
    return parser.parse_args()


def _line(result: Result) -> tuple[str, ...]:
    faults = (str(result.count(kind)) for kind in (LOST, HALF, DAMAGED))
    return (
        result.mode, str(result.kills), str(result.acknowledged), *faults, f"{result.seconds:.0f}"
    )  # fmt: skip


def _tell(result: Result) -> None:
    sys.stderr.write(f"\r{result.mode}: {result.kills} kills, {len(result.faults)} faults")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
