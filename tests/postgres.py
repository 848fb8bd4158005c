"""A PostgreSQL server of the tests' own: a socket in a temporary folder, no port, no password, gone afterwards.

`HAIGUI_TEST_POSTGRES_URL` names another server to use instead: the URL of one who may create databases. Its locale
should be a UTF-8 one, since under the C locale pg_trgm does not see Hangul.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

# The server's life hangs on our end of a pipe: when that closes, however we end, `read` returns, the server is stopped
# (fast: SIGINT) and its folder removed. A `finally` here would leave both behind after a kill.
KEEPER = r"""
binaries=$1 folder=$2 locale=$3
trap 'rm -rf "$folder"' EXIT
{
  "$binaries/initdb" -D "$folder/cluster" -U haigui -A trust -E UTF8 --locale="$locale" --no-sync &&
  "$binaries/pg_ctl" -D "$folder/cluster" -l "$folder/log" -w -t 60 start -o "-k '$folder' -h '' -p 5432 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=32MB"
} >"$folder/start" 2>&1 || { cat "$folder/start" "$folder/log" 2>/dev/null; exit 1; }
echo ready
read -r _
"$binaries/pg_ctl" -D "$folder/cluster" -m fast stop >/dev/null
"""


def absent(what: str) -> NoReturn:
    """Skip the test for want of `what`; fail it where nothing may be missing (`HAIGUI_REQUIRE_ALL=1`, as CI sets)."""
    if os.environ.get("HAIGUI_REQUIRE_ALL") == "1":
        pytest.fail(f"{what} is missing, and HAIGUI_REQUIRE_ALL=1")
    pytest.skip(f"{what} is missing")


def find_postgres() -> Path | None:
    """Give the folder of PostgreSQL's programs; where Debian has several versions, the newest."""
    debian = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if folder.parent.name.isdigit()]
    folders = sorted(debian, key=lambda folder: int(folder.parent.name), reverse=True)
    if program := shutil.which("pg_config"):
        answer = subprocess.run([program, "--bindir"], capture_output=True, text=True, check=False)
        folders.append(Path(answer.stdout.strip()))
    if program := shutil.which("initdb"):
        folders.append(Path(program).resolve().parent)
    for prefix in ("/opt/homebrew/opt", "/usr/local/opt"):
        folders += sorted(Path(prefix).glob("postgresql*/bin"), reverse=True)
    return next((f for f in folders if (f / "initdb").exists() and (f / "pg_ctl").exists()), None)


@dataclass(frozen=True)
class PostgresServer:
    """A running server, known by the SQLAlchemy URL of a database one can always connect to."""

    url: str

    def create_database(self, template: str | None = None) -> str:
        """Give the SQLAlchemy URL of a new database: empty, or a copy of the one whose URL is `template`.

        Nobody may be connected to a template while it is copied: dispose of its engine first.
        """
        name = f"haigui_{uuid4().hex}"
        statement = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
        if template is not None:
            statement += sql.SQL(" TEMPLATE {}").format(sql.Identifier(make_url(template).database or ""))
        self._execute(statement)
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def drop_database(self, url: str) -> None:
        """Remove the database at `url`, and whoever is still connected to it."""
        name = make_url(url).database or ""
        self._execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _execute(self, statement: sql.Composed) -> None:
        conninfo = make_url(self.url).set(drivername="postgresql").render_as_string(hide_password=False)
        # autocommit: databases are neither created nor dropped inside a transaction.
        with psycopg.connect(conninfo, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """Give the server of `HAIGUI_TEST_POSTGRES_URL`, else a new one (1 to 2 s); where neither can be had, see `absent`.

    One for each pytest-xdist worker: they start at the same time, and share nothing that could go wrong.
    """
    if named := os.environ.get("HAIGUI_TEST_POSTGRES_URL"):
        yield PostgresServer(make_url(named).set(drivername="postgresql+psycopg").render_as_string(hide_password=False))
        return
    binaries = find_postgres()
    if binaries is None:
        absent("PostgreSQL (Debian: apt install postgresql)")
    # C, the usual choice for tests, would blind pg_trgm to Hangul.
    locale = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
    folder = Path(tempfile.mkdtemp(prefix="haigui-pg-"))
    # PostgreSQL refuses to run as root.
    nobody = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    if nobody:
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    with subprocess.Popen(
        ["sh", "-c", KEEPER, "keeper", binaries, folder, locale],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd="/",
        start_new_session=True,  # Ctrl-C is for pytest; the server goes when pytest has gone
        user=nobody.pw_uid if nobody else None,
        group=nobody.pw_gid if nobody else None,
        extra_groups=[] if nobody else None,
    ) as keeper:
        assert keeper.stdout is not None
        said = keeper.stdout.readline()
        if said != "ready\n":
            raise RuntimeError(f"PostgreSQL did not start: {said}{keeper.stdout.read()}")
        yield PostgresServer(f"postgresql+psycopg://haigui@/postgres?host={folder}&port=5432")
    with suppress(OSError):  # `nobody` may be unable to remove an entry of a private TMPDIR
        folder.rmdir()
