"""Passphrases for the command line: from a file, from the environment, or asked at a terminal."""

import os
import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path

from desktop.errors import UserError
from desktop.storage.opening import Secret
from reports.texts import Texts

VARIABLE = "HOMEWARD_PASSPHRASE"
"""For commands that run by themselves; whoever works as the same user can read it."""


def secret_of(args: Namespace, words: Texts) -> Secret | None:
    """Where the passphrase of this command comes from; None where nobody can be asked."""
    file: Path | None = getattr(args, "passphrase_file", None)
    if file is not None:
        return lambda: read_passphrase(file)
    if given := os.environ.get(VARIABLE):
        return lambda: given
    if sys.stdin is not None and sys.stdin.isatty():
        return lambda: getpass(words.t("Passphrase: "))
    return None


def fresh_passphrase(args: Namespace, words: Texts) -> str:
    """A new passphrase, typed twice where it is typed.

    Raises:
        UserError: `key.different`, `key.unread`, `key.needed` where nobody can be asked.
    """
    if args.new_passphrase_file is not None:
        return read_passphrase(args.new_passphrase_file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise UserError("key.nobody")
    first = getpass(words.t("New passphrase: "))
    if first != getpass(words.t("Once more: ")):
        raise UserError("key.different")
    return first


def read_passphrase(file: Path) -> str:
    """First line of a file, or of what is piped in for “-”.

    Raises:
        UserError: `key.unread`.
    """
    try:
        text = sys.stdin.readline() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise UserError("key.unread", file=file.name) from error
    return text.partition("\n")[0].rstrip("\r")
