"""The settings, read from the environment once, and the databases that they name."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from bccc_dash.domain.errors import CouldNotRun

REPOSITORY = Path(__file__).resolve().parent.parent
ROWS_A_SHEET = 100_000
MOST_ROWS_A_SHEET = 100_000_000
PORT = 8501
OWN_DATABASE = "bccc.db"
DEMO_DATABASE = "demo.db"
KINDS = ("sqlite:///", "postgresql://")
OWN_NAMES = ("127.0.0.1", "localhost", "::1")
NO_ADDRESS = (
    "BCCC_PUBLIC_URL must be the address that people type, with https:// and without a path, for instance "
    "https://dash.example.org; leave it unset where the dashboard is used on this machine only."
)


@dataclass(frozen=True)
class Settings:
    """`database_url` is None where the records live in the data folder; `public_url`, where only this machine asks."""

    database_url: str | None
    data_folder: Path
    rows_a_sheet: int
    public_url: str | None = None

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach the dashboard by https."""
        return self.public_url is not None

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds a session's token."""
        return "__Host-bccc" if self.is_secure else "bccc"

    @property
    def backups(self) -> Path:
        """The folder of the copies that are kept before a migration, an import or a restore."""
        return self.data_folder / "backups"


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this run.

    Raises: CouldNotRun, which names the variable that holds what it cannot.
    """
    folder = environ.get("BCCC_DATA_FOLDER", "").strip()
    return Settings(
        database_url=_database_url(environ),
        data_folder=Path(folder).expanduser().resolve() if folder else REPOSITORY / "data",
        rows_a_sheet=_rows_a_sheet(environ),
        public_url=_public_url(environ),
    )


def own_url(settings: Settings) -> str:
    """The database of the centre's own records."""
    return settings.database_url or sqlite_url(settings.data_folder / OWN_DATABASE)


def demo_url(settings: Settings) -> str:
    """The database of the invented centre."""
    return sqlite_url(settings.data_folder / DEMO_DATABASE)


def serving_url(settings: Settings) -> str:
    """The database to show: the centre's own where there is one, else the invented centre."""
    return demo_url(settings) if is_demo(settings) else own_url(settings)


def is_demo(settings: Settings) -> bool:
    """Whether there are no records of the centre's own, so that the invented centre is shown."""
    return settings.database_url is None and not (settings.data_folder / OWN_DATABASE).exists()


def home_address(settings: Settings, port: int = PORT) -> str:
    """Where the dashboard is opened."""
    return settings.public_url or f"http://127.0.0.1:{port}"


def sqlite_url(path: Path) -> str:
    """The address of a SQLite database file."""
    return f"sqlite:///{quote(path.as_posix(), safe='/: ')}"


def _database_url(environ: Mapping[str, str]) -> str | None:
    url = environ.get("BCCC_DATABASE_URL", "").strip()
    if url and not url.startswith(KINDS):
        raise CouldNotRun(
            "BCCC_DATABASE_URL names no database that BCCC Dash knows: write sqlite:///FILE or "
            "postgresql://USER:PASSWORD@HOST/NAME, or leave it unset."
        )
    return url or None


def _public_url(environ: Mapping[str, str]) -> str | None:
    """The address before which sign-in is asked for over a network: https alone keeps a password to itself."""
    given = environ.get("BCCC_PUBLIC_URL", "").strip().rstrip("/")
    if not given:
        return None
    try:
        parts = urlsplit(given)
        known = parts.scheme == "https" and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:
        raise CouldNotRun(NO_ADDRESS) from None
    if not known or given != f"https://{parts.netloc}" or "@" in parts.netloc or not given.isascii():
        raise CouldNotRun(NO_ADDRESS)
    return given.lower()


def _rows_a_sheet(environ: Mapping[str, str]) -> int:
    given = environ.get("BCCC_ROWS_A_SHEET", "").strip().replace("_", "")
    if not given:
        return ROWS_A_SHEET
    if not (given.isascii() and given.isdigit() and 0 < int(given[:12]) <= MOST_ROWS_A_SHEET):
        raise CouldNotRun(
            f"BCCC_ROWS_A_SHEET must be a whole number from 1 to {MOST_ROWS_A_SHEET}, for instance {ROWS_A_SHEET}."
        )
    return int(given)
