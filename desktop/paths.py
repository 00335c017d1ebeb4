"""Where the program finds its parts and keeps what it writes. Nothing is created here.

Data is local to the computer, never roaming: a roaming profile would copy the register of
people through the network at every log-on.
"""

import os
from pathlib import Path

import platformdirs

APPLICATION = "Homeward"
HOME_VARIABLE = "HOMEWARD_HOME"
POLICY_VARIABLE = "HOMEWARD_POLICY"


def data_dir() -> Path:
    """Folder of the local database, its backups and attachments."""
    return _in_home("data") or Path(
        platformdirs.user_data_dir(APPLICATION, appauthor=False, roaming=False)
    )


def config_dir() -> Path:
    """Folder of the officer's settings file."""
    return _in_home("config") or Path(
        platformdirs.user_config_dir(APPLICATION, appauthor=False, roaming=False)
    )


def log_dir() -> Path:
    """Folder of the log files."""
    return _in_home("log") or Path(platformdirs.user_log_dir(APPLICATION, appauthor=False))


def machine_config_dir() -> Path:
    """Folder of the settings that an administrator gives to everybody on this computer."""
    return _in_home("machine") or Path(
        platformdirs.site_config_dir(APPLICATION, appauthor=False).split(os.pathsep)[0]
    )


def policy_file() -> Path:
    """File of what an administrator fixes for everybody, where there is no Windows registry."""
    return Path(os.environ.get(POLICY_VARIABLE) or "/etc/homeward/policy.toml")


def resources_dir() -> Path:
    """Folder of the fonts, icons, translations and reference data that are shipped."""
    return Path(__file__).resolve().parent.parent / "resources"


def default_database_path(folder: Path | None = None) -> Path:
    """File of the local database, in `folder` or else in `data_dir()`."""
    return (folder or data_dir()) / "homeward.db"


def _in_home(name: str) -> Path | None:
    """Folder `name` of a portable copy or a test, which keep everything under one folder."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / name if home else None
