"""Passphrases for the command line: from a file, from the environment, or asked at a terminal."""

import os
import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path
from typing import TextIO

from desktop.bootstrap import PLAIN, Fresh, OpenDesk
from desktop.errors import UserError
from desktop.storage.opening import Secret
from reports.texts import Texts

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    def _is_console(stream: TextIO) -> bool:
        """Windows calls the empty device a terminal too, where nobody types."""
        handle = msvcrt.get_osfhandle(stream.fileno())
        mode = wintypes.DWORD()
        return bool(ctypes.windll.kernel32.GetConsoleMode(handle, ctypes.byref(mode)))

else:

    def _is_console(stream: TextIO) -> bool:
        return stream.isatty()


VARIABLE = "HOMEWARD_PASSPHRASE"
"""For commands that run by themselves; whoever works as the same user can read it."""


def secret_of(args: Namespace, words: Texts) -> Secret | None:
    """Where the passphrase of this command comes from; None where nobody can be asked."""
    file: Path | None = getattr(args, "passphrase_file", None)
    if file is not None:
        return lambda: read_passphrase(file)
    if given := os.environ.get(VARIABLE):
        return lambda: given
    if _is_at_terminal():
        return lambda: getpass(words.t("Passphrase: "))
    return None


def fresh_passphrase(args: Namespace, words: Texts) -> str:
    """A new passphrase, typed twice where it is typed.

    Raises:
        UserError: `key.different`, `key.unread`, `key.needed` where nobody can be asked.
    """
    if args.new_passphrase_file is not None:
        return read_passphrase(args.new_passphrase_file)
    if not _is_at_terminal():
        raise UserError("key.nobody")
    return _typed_twice(words)


def fresh_register(args: Namespace, words: Texts) -> Fresh:
    """How this command makes a register that is not there yet.

    Raises:
        UserError: `key.different`, `key.unread`.
    """
    if getattr(args, "plain", False):
        return PLAIN
    secret = secret_of(args, words)
    if secret is None:
        return PLAIN
    return Fresh(_typed_twice(words) if _asks(args) else secret())


def tell_how_it_lies(opened: OpenDesk, words: Texts) -> None:
    """Say on the error stream what nobody may overlook: a recovery code, a file without a key."""
    if opened.recovery_code:
        sys.stderr.write(
            words.t("A new register, encrypted. Recovery code: {code}", code=opened.recovery_code)
            + "\n"
            + words.t(
                "Print it and lock it away: without it and the passphrase nobody can read this."
            )
            + "\n"
        )
    file = opened.database.file
    if file is not None and file.key is None:
        sys.stderr.write(words.t("This file is not encrypted: whoever has it can read it.") + "\n")


def _asks(args: Namespace) -> bool:
    return getattr(args, "passphrase_file", None) is None and not os.environ.get(VARIABLE)


def _is_at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and _is_console(sys.stdin)


def _typed_twice(words: Texts) -> str:
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
