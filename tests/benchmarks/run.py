"""Measure Homeward and print one table of medians and ratios.

    python tests/benchmarks/run.py --people 100000
    python tests/benchmarks/run.py --only search,manifest --rounds 5

Registers and lists are made once and kept in `--folder` (else in the system's folder for
temporary files): filling 100,000 people takes some minutes. Run it on a quiet computer.
"""

import argparse
import sys
import tempfile
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Only what belongs here: modules of this folder are `benchmarks.…`.
sys.path[0:1] = [str(ROOT), str(ROOT / "tests")]

SUBJECTS = ("search", "first_page", "paint", "import_list", "manifest", "sealed", "start", "story")


def main() -> int:
    """Print the table; 1 when a goal was missed."""
    options = _options()
    from benchmarks import rig, table  # noqa: PLC0415 - after the path was set

    options.folder.mkdir(parents=True, exist_ok=True)
    setting = rig.Setting(options.folder, options.people, options.rounds)
    if options.task:
        rig.do_task(setting, options.task, options.measure[0], int(options.measure[1]))
        return 0
    lines = []
    for subject in options.only:
        for contest in import_module(f"benchmarks.{subject}").contests(setting):
            sys.stderr.write(f"{contest.what} …\n")
            lines.append(table.line(contest, rig.contest_samples(setting, contest)))
    sys.stdout.write(table.printed(lines) + "\n")
    return 1 if any(line[-1] == "NO" for line in lines) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure Homeward beside its peers.")
    parser.add_argument("--people", type=int, default=100_000, help="size of the register")
    parser.add_argument("--only", type=_subjects, default=SUBJECTS, help=", ".join(SUBJECTS))
    parser.add_argument("--rounds", type=int, default=3, help="processes for each measure")
    folder = Path(tempfile.gettempdir()) / "homeward-benchmarks"
    parser.add_argument("--folder", type=Path, default=folder, help="where registers are kept")
    # How this program starts itself for a single measure.
    parser.add_argument("--task", choices=("prepare", "measure"), help=argparse.SUPPRESS)
    parser.add_argument("measure", nargs="*", help=argparse.SUPPRESS)
    return parser.parse_args()


def _subjects(text: str) -> tuple[str, ...]:
    chosen = tuple(text.split(","))
    if unknown := set(chosen) - set(SUBJECTS):
        raise argparse.ArgumentTypeError(f"not known: {', '.join(sorted(unknown))}")
    return chosen


if __name__ == "__main__":
    sys.exit(main())
