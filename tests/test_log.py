"""Log files: rotated, useful, and without anybody's name."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import log
from desktop.errors import Conflict, UserError

CANARY = "Zzyzxquist"
pytestmark = pytest.mark.logs


@pytest.fixture
def log_dir(tmp_path):
    """Folder of a configured log; the process is as before afterwards."""
    root = logging.getLogger()
    before = (root.level, list(root.handlers), sys.excepthook, sys.unraisablehook)
    levels = {name: logging.getLogger(name).level for name in log.OUR_LOGGERS}
    root.handlers = [h for h in root.handlers if not isinstance(h, log._PrivateFile)]
    folder = tmp_path / "log"
    root.addHandler(_handler(folder))
    for name in log.OUR_LOGGERS:
        logging.getLogger(name).setLevel(logging.INFO)
    yield folder
    for handler in root.handlers:
        if isinstance(handler, log._PrivateFile):
            handler.close()
    root.level, root.handlers, sys.excepthook, sys.unraisablehook = before
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def _handler(folder: Path) -> logging.Handler:
    folder.mkdir()
    return log._PrivateFile(folder / "homeward.log")


def written(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(folder.glob("homeward.log*")))


def run(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    lines = f"import logging\nfrom pathlib import Path\nfrom desktop import log\n{program}"
    return subprocess.run(
        [sys.executable, "-c", lines, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )


def test_our_records_keep_ids_and_counts(log_dir):
    logging.getLogger("desktop.test").info("imported %d rows of %s", 102, "batch-7")
    assert "INFO [-] desktop.test: imported 102 rows of batch-7" in written(log_dir)


def test_records_carry_the_job(log_dir):
    with log.job("job-9"):
        logging.getLogger("desktop.test").info("inside")
    logging.getLogger("desktop.test").info("outside")
    assert "[job-9] desktop.test: inside" in written(log_dir)
    assert "[-] desktop.test: outside" in written(log_dir)


def test_an_app_error_leaves_its_code_and_drops_its_parameters(log_dir):
    error = UserError("intake.no_header", sheet=CANARY)
    logger = logging.getLogger("desktop.test")
    logger.warning("failed: %s", error)
    logger.warning("failed: %(error)s", {"error": error})
    logger.warning(error)
    try:
        raise error
    except UserError:
        logger.exception("failed")
    assert written(log_dir).count("UserError intake.no_header") == 4
    assert CANARY not in written(log_dir)


def test_a_trace_has_places_and_no_values(log_dir):
    def open_person(name: str) -> None:
        try:
            int(name)
        except ValueError as error:
            raise Conflict("people.changed", name=name) from error

    try:
        open_person(CANARY)
    except Conflict:
        logging.getLogger("desktop.test").exception("failed")
    text = written(log_dir)
    assert "in open_person" in text
    assert "ValueError" in text
    assert "Conflict people.changed" in text
    assert CANARY not in text


def test_values_in_the_messages_of_libraries_are_dropped(log_dir):
    library = logging.getLogger("some.library")
    library.warning("cannot store %s", CANARY)
    library.warning(f"cannot store {CANARY}")
    library.info("chatter")
    text = written(log_dir)
    assert "some.library: cannot store %s (test_log.py:" in text
    assert CANARY not in text
    assert "chatter" not in text


def test_other_handlers_still_see_the_whole_record(log_dir, caplog):
    logging.getLogger("some.library").warning("value %s", 5)
    assert "value 5" in caplog.text


def test_files_rotate(log_dir, monkeypatch):
    (handler,) = (h for h in logging.getLogger().handlers if isinstance(h, log._PrivateFile))
    handler.maxBytes = 500
    for number in range(200):
        logging.getLogger("desktop.test").info("line %d", number)
    files = list(log_dir.glob("homeward.log*"))
    assert len(files) == log.FILE_COUNT
    assert "line 199" in written(log_dir)


def test_a_full_disk_stops_no_work_and_prints_nothing(log_dir, monkeypatch, capsys):
    (handler,) = (h for h in logging.getLogger().handlers if isinstance(h, log._PrivateFile))

    def full(text: str) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(handler.stream, "write", full)
    logging.getLogger("desktop.test").warning(CANARY)
    assert capsys.readouterr().err == ""


def test_a_chain_that_bites_its_tail_ends():
    first, second = ValueError(CANARY), KeyError(CANARY)
    first.__context__, second.__context__ = second, first
    assert log.describe(first) == "KeyError\n--- led to ---\nValueError"


def test_a_system_error_is_told_by_its_number():
    assert log.label(OSError(28, "no space", CANARY)) == "OSError errno 28"


def test_whatever_nobody_catches_is_logged_without_values(tmp_path):
    program = (
        "import sys, threading\n"
        "assert log.configure(Path(sys.argv[1]))\n"
        f"def fall(): raise ValueError('{CANARY}')\n"
        "thread = threading.Thread(target=fall); thread.start(); thread.join()\n"
        "fall()"
    )
    answer = run(program, tmp_path)
    text = (tmp_path / "homeward.log").read_text("utf-8")
    assert answer.returncode == 1
    assert text.count("CRITICAL [-] desktop.log: uncaught") == 2
    assert "ValueError" in answer.stderr
    assert CANARY not in text + answer.stderr


def test_configuring_twice_writes_once(tmp_path):
    program = (
        "import sys\n"
        "folder = Path(sys.argv[1]) / 'new'\n"
        "assert log.configure(folder) and log.configure(folder, program='cli')\n"
        "logging.getLogger('desktop.x').info('once')"
    )
    assert run(program, tmp_path).returncode == 0
    assert (tmp_path / "new" / "cli.log").read_text("utf-8").count("once") == 1
    assert (tmp_path / "new" / "homeward.log").read_text("utf-8") == ""


def test_a_folder_that_cannot_be_made_leaves_the_program_running(tmp_path):
    (tmp_path / "log").write_text("a file stands here")
    program = "import sys\nassert not log.configure(Path(sys.argv[1]) / 'log')"
    assert run(program, tmp_path).returncode == 0


def test_a_dead_interpreter_is_told_once(tmp_path):
    program = "import sys, os\nlog.configure(Path(sys.argv[1]))\nos.abort()"
    assert run(program, tmp_path).returncode != 0
    assert "Fatal Python error" in log.take_faults(tmp_path)
    assert log.take_faults(tmp_path) == ""


def test_nothing_to_tell_where_no_file_is(tmp_path):
    assert log.take_faults(tmp_path) == ""
