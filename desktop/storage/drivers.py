"""What the database drivers are, asked of the libraries that were really loaded."""

import psycopg
import sqlcipher3.dbapi2 as sqlcipher


def sqlite_version() -> str:
    """Version of SQLite inside the local driver."""
    version: str = sqlcipher.sqlite_version
    return version


def cipher_version() -> str:
    """Version of the encryption of local files; empty where the driver has none."""
    connection = sqlcipher.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
        return row[0] if row else ""
    finally:
        connection.close()


def postgres_client() -> tuple[str, str]:
    """How psycopg reaches libpq ("binary", "c", "python"), and the version of libpq."""
    number = psycopg.pq.version()
    return psycopg.pq.__impl__, f"{number // 10_000}.{number % 10_000}"
