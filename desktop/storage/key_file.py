"""The key of a local file: random, and wrapped once for every secret that may open the file.

It lies beside the register as `<register>.key`, so that a wrong passphrase is told from a damaged
file, and another passphrase does not mean that the file is written anew. Sources: RFC 9106
(argon2id, the second recommended choice), NIST SP 800-38D (AES-GCM).
"""

import json
import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from desktop.atomic import replace_file
from desktop.errors import Corrupt, Unavailable, UserError

SHORTEST_PASSPHRASE = 10
"""Characters; a lower bound only, the words beside the field say what is good."""

_VERSION = 1
_KEY_BYTES, _SALT_BYTES, _NONCE_BYTES = 32, 16, 12
_RECOVERY_BYTES = 20
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: nothing in it is read for something else."""
_MISREAD = str.maketrans("OIL", "011")
_GROUP = 4
RECOVERY = "recovery"


@dataclass(frozen=True)
class Cost:
    """What guessing costs: memory in KiB, passes over it, lanes."""

    m_kib: int = 65_536
    t: int = 3
    p: int = 4

    @property
    def is_sane(self) -> bool:
        """Whether a computer of an office can pay it: a changed file asks for no more."""
        return 8 * self.p <= self.m_kib <= 2**21 and 1 <= self.t <= 20 and 1 <= self.p <= 64


@dataclass(frozen=True)
class Slot:
    """The key, wrapped by the passphrase of the officer `login`, or by the recovery code."""

    login: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True)
class KeyFile:
    """Every wrapping of one key. `database` (hexadecimal) names the file that it belongs to."""

    database: str
    slots: tuple[Slot, ...]

    def opened(self, secret: str) -> tuple[str, bytes]:
        """Whose secret it is, or `RECOVERY`, and the key of 32 bytes.

        Raises:
            UserError: `key.wrong` when it opens nothing.
        """
        for slot in self.slots:
            key = self._unwrapped(slot, secret)
            if key is not None:
                return slot.login, key
        raise UserError("key.wrong")

    def with_secret(
        self, key: bytes, login: str, secret: str, cost: Cost | None = None
    ) -> "KeyFile":
        """The same key, opened by another secret of `login` from now on; the others stay."""
        cost = cost or Cost()
        salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
        wrapped = AESGCM(_stretched(_spoken(secret, login), salt, cost)).encrypt(
            nonce, key, self._bound_to(login)
        )
        others = tuple(slot for slot in self.slots if slot.login != login)
        return replace(self, slots=(*others, Slot(login, cost, salt, nonce, wrapped)))

    def _unwrapped(self, slot: Slot, secret: str) -> bytes | None:
        stretched = _stretched(_spoken(secret, slot.login), slot.salt, slot.cost)
        try:
            return AESGCM(stretched).decrypt(slot.nonce, slot.wrapped, self._bound_to(slot.login))
        except InvalidTag:
            return None

    def _bound_to(self, login: str) -> bytes:
        """A wrapping moved to another file, or to another officer, opens nothing."""
        return f"homeward/{_VERSION}/{self.database}/{login}".encode()


def fresh_key_file(
    passphrase: str, login: str, cost: Cost | None = None
) -> tuple[KeyFile, bytes, str]:
    """A new key: its file, the key itself, and the recovery code that is printed once.

    Raises:
        UserError: `key.short`.
    """
    check_passphrase(passphrase)
    key, code = os.urandom(_KEY_BYTES), _recovery_code()
    made = KeyFile(os.urandom(16).hex(), ())
    made = made.with_secret(key, login, passphrase, cost).with_secret(key, RECOVERY, code, cost)
    return made, key, code


def check_passphrase(passphrase: str) -> None:
    """Raises UserError: `key.short`."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UserError("key.short", least=SHORTEST_PASSPHRASE)


def key_path(database: Path) -> Path:
    """Where the key of a register lies."""
    return database.with_name(database.name + ".key")


def next_key_path(database: Path) -> Path:
    """The key of a register that is just taking the place of another one."""
    return database.with_name(database.name + ".key.next")


def take_next_key(database: Path) -> None:
    """The key that lies ready counts from now on, if there is one. Raises OSError."""
    if next_key_path(database).is_file():
        next_key_path(database).replace(key_path(database))


def load_key_file(path: Path) -> KeyFile:
    """Read a key file.

    Raises:
        Unavailable: `key.unreadable` when the disk refuses.
        Corrupt: `key.damaged` when it is none.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unavailable("key.unreadable", file=path.name) from error
    try:
        plain = json.loads(data)
        if plain["v"] != _VERSION or not isinstance(plain["database"], str):
            raise ValueError(plain["v"])
        return KeyFile(plain["database"], tuple(_slots(plain["slots"])))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Corrupt("key.damaged", file=path.name) from error


def save_key_file(path: Path, keys: KeyFile) -> None:
    """Write a key file in one step: the former one stays whole until the new one is.

    Raises:
        Unavailable: `key.not_saved`.
    """
    plain = {
        "v": _VERSION,
        "database": keys.database,
        "slots": [
            {
                "login": slot.login,
                "kdf": "argon2id",
                "m_kib": slot.cost.m_kib,
                "t": slot.cost.t,
                "p": slot.cost.p,
                "salt": slot.salt.hex(),
                "nonce": slot.nonce.hex(),
                "wrapped": slot.wrapped.hex(),
            }
            for slot in keys.slots
        ],
    }
    try:
        replace_file(path, json.dumps(plain, indent=1).encode(), private=True)
    except OSError as error:
        raise Unavailable("key.not_saved", file=path.name) from error


def _slots(rows: Iterable[dict[str, object]]) -> Iterable[Slot]:
    for row in rows:
        cost = Cost(*(_whole(row[name]) for name in ("m_kib", "t", "p")))
        if row["kdf"] != "argon2id" or not cost.is_sane:
            raise ValueError(row["kdf"])
        salt, nonce, wrapped = (
            bytes.fromhex(str(row[one])) for one in ("salt", "nonce", "wrapped")
        )
        if len(salt) < _SALT_BYTES or len(nonce) != _NONCE_BYTES:
            raise ValueError("lengths")
        yield Slot(str(row["login"]), cost, salt, nonce, wrapped)


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(type(value).__name__)
    return value


def _stretched(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    return Argon2id(
        salt=salt, length=_KEY_BYTES, iterations=cost.t, lanes=cost.p, memory_cost=cost.m_kib
    ).derive(secret)


def _spoken(secret: str, login: str) -> bytes:
    """A secret as bytes: the same whichever keyboard composed its letters.

    A recovery code is read from paper: blanks, hyphens and case don't count, nor letters that
    are taken for figures.
    """
    if login == RECOVERY:
        secret = "".join(secret.upper().translate(_MISREAD).replace("-", " ").split())
    return unicodedata.normalize("NFC", secret).encode()


def _recovery_code() -> str:
    """160 bits in groups, as they are printed and typed."""
    number = int.from_bytes(os.urandom(_RECOVERY_BYTES), "big")
    letters = "".join(
        _LETTERS[(number >> 5 * place) & 31] for place in range(_RECOVERY_BYTES * 8 // 5)
    )
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))
