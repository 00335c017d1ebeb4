"""Small files that keep what was typed and not saved, sealed where the register is."""

import contextlib
import json
import logging
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.atomic import replace_file

logger = logging.getLogger(__name__)

_PLAIN, _SEALED = ".json", ".sealed"
_KEY_BYTES, _NONCE_BYTES = 32, 12


class Drawer:
    """Files of one folder that only the officer may read, each under a name of ours.

    With `key`, that of the register, nobody reads them without the register's passphrase.
    Sources: RFC 5869 (HKDF), NIST SP 800-38D (AES-GCM). The methods touch the disk: for jobs.
    """

    def __init__(self, folder: Path, key: bytes | None = None) -> None:
        self._folder = folder
        self._cipher = None if key is None else AESGCM(_derived(key))

    def read(self, name: str) -> Any:
        """What was kept under a name.

        Raises FileNotFoundError, OSError; ValueError for what is no file of ours, or is sealed
        with the key of another register.
        """
        if self._cipher is not None:
            with contextlib.suppress(FileNotFoundError):
                return json.loads(self._opened(name, self._path(name, _SEALED).read_bytes()))
        return json.loads(self._path(name, _PLAIN).read_bytes())

    def write(self, name: str, plain: object) -> None:
        """Keep something that JSON can hold, in one step. Raises OSError."""
        data = json.dumps(plain, ensure_ascii=False).encode()
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self._cipher is None:
            replace_file(self._path(name, _PLAIN), data, private=True)
            return
        nonce = os.urandom(_NONCE_BYTES)
        sealed = nonce + self._cipher.encrypt(nonce, data, name.encode())
        replace_file(self._path(name, _SEALED), sealed, private=True)
        self._path(name, _PLAIN).unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """Forget what was kept; what can't be removed now is offered again."""
        for ending in (_SEALED, _PLAIN):
            with contextlib.suppress(OSError):
                self._path(name, ending).unlink(missing_ok=True)

    def names(self, prefix: str) -> list[str]:
        """Names that begin so, in alphabetical order."""
        endings = (_PLAIN,) if self._cipher is None else (_PLAIN, _SEALED)
        found = (self._folder.glob(f"{prefix}*{ending}") for ending in endings)
        return sorted({path.stem for some in found for path in some})

    def forget_older(self, prefix: str, moment: datetime) -> None:
        """Put away what was kept under such names before `moment`."""
        for name in self.names(prefix):
            for ending in (_SEALED, _PLAIN):
                path = self._path(name, ending)
                with contextlib.suppress(OSError):
                    if path.stat().st_mtime < moment.timestamp():
                        path.unlink()

    def seal_all(self) -> None:
        """Seal what was kept before the register had its key; what can't be sealed stays."""
        if self._cipher is None:
            return
        for path in self._folder.glob(f"*{_PLAIN}"):
            try:
                self.write(path.stem, json.loads(path.read_bytes()))
            except (OSError, ValueError):
                logger.info("a draft can't be sealed")

    def _opened(self, name: str, sealed: bytes) -> bytes:
        assert self._cipher is not None  # noqa: S101 - asked only with a key
        try:
            nonce, kept = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
            return self._cipher.decrypt(nonce, kept, name.encode())
        except InvalidTag as error:
            raise ValueError(name) from error

    def _path(self, name: str, ending: str) -> Path:
        return self._folder / f"{name}{ending}"


def _derived(key: bytes) -> bytes:
    """A key of its own: that of the register itself seals nothing but the register."""
    return HKDF(SHA256(), _KEY_BYTES, salt=None, info=b"homeward/drafts/1").derive(key)
