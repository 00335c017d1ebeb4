"""Runs one command and says how it went, in words or as one JSON document."""

import dataclasses
import json
import locale
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import Any

from desktop import log, paths
from desktop.catalogue import LANGUAGES, texts
from desktop.cli.options import read_options
from desktop.cli.window import open_window
from desktop.errors import AppError, Cancelled, Corrupt, Unavailable
from desktop.messages.sentences import error_sentence
from desktop.settings import Settings, load
from reports.texts import Texts

logger = logging.getLogger(__name__)

FINE, PROBLEMS, WRONG_USE, REFUSED, SURROUNDINGS = range(5)

Answer = tuple[dict[str, Any], list[str], int]
"""JSON document, lines for a reader, exit code."""


def run(argv: Sequence[str]) -> int:
    """Run one command; returns the exit code."""
    args = read_options(argv)
    as_json = getattr(args, "json", False)
    if args.version or args.selftest:
        return _tell_version(as_json) if args.version else _test_itself(args)
    if args.command in (None, "open"):
        return open_window(
            getattr(args, "database", None),
            getattr(args, "list", None),
            plain=getattr(args, "plain", False),
        )
    words = texts("en")
    try:
        settings = load()
        words = texts(chosen_language(settings))
        log.configure(paths.log_dir())
        document, lines, code = _command(args.command)(args, settings, words)
    except AppError as error:
        return _failed(error, words, as_json)
    except KeyboardInterrupt:
        return _failed(Cancelled(), words, as_json)
    except Exception as error:
        # Python would end with 1, which says that the work was done.
        report = log.describe(error)
        logger.error("The command %s made a mistake\n%s", args.command, report)
        return _failed(Corrupt("work.mistake", report=report), words, as_json)
    if as_json:
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return code


def chosen_language(settings: Settings) -> str:
    """Language of the settings, else of the system where we speak it, else English."""
    wanted = settings.language or os.environ.get("LANG", "") or (locale.getlocale()[0] or "")
    code = wanted[:2].lower()
    return code if code in LANGUAGES else "en"


def _tell_version(as_json: bool) -> int:
    from desktop.about import about  # noqa: PLC0415 - not for commands

    known = about()
    document = dataclasses.asdict(known)
    text = json.dumps(document, ensure_ascii=False, indent=1) if as_json else str(known)
    sys.stdout.write(text + "\n")
    return FINE


def _test_itself(args: Namespace) -> int:
    from desktop.selftest import run as test_all  # noqa: PLC0415 - loads everything there is

    try:
        passed = test_all(args.selftest, args.picture, args.platform)
    except AppError as error:
        return _failed(error, texts("en"), as_json=False)
    return FINE if passed else PROBLEMS


def _command(name: str) -> Callable[[Namespace, Settings, Texts], Answer]:
    from desktop.cli import commands  # noqa: PLC0415 - the database layer only where it is used

    return commands.COMMANDS[name]


def _failed(error: AppError, words: Texts, as_json: bool) -> int:
    text = error_sentence(words, error)
    if as_json:
        document = {"error": {"code": error.code, "text": text}}
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(f"{text}\n")
    return SURROUNDINGS if isinstance(error, Unavailable | Corrupt) else REFUSED
