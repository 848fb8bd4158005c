"""Rules about the repository itself that are written down elsewhere; here they are kept."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"
BENCH = ROOT / "benchmarks" / "requirements.lock"
ARTICLES = ROOT.parent / "shared" / "article"

# Written so that no pattern matches its own source.
REGISTRY = re.compile(
    r"pypi(?:\.)org|pythonhosted(?:\.)org|registry(?:\.)(?:npmjs|yarnpkg|hub)|conda(?:\.)(?:anaconda|io)"
    r"|(?:docker|ghcr|quay|gcr)(?:\.)io|deb(?:\.)(?:debian|nodesource)",
    re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.~/\-])/(?:work|root|home|Users)(?:/)[\w.]")

# A pin with its marker, a hash, or a comment.
LOCK_LINE = re.compile(
    r"""
    [a-z0-9][a-z0-9._-]*(?:\[[a-z0-9,_-]+\])?==[^\s;]+(?:\ ;\ [^/]+?)?\ \\
    | \ {4}--hash=sha256:[0-9a-f]{64}(?:\ \\)?
    | \ {4}\#.*
    """,
    re.VERBOSE,
)

SQUEEZED_OUT = re.compile(r"[\s·ㆍ‘’“”'\"()\[\],.…]+")
LONGEST_LOAN = 25
SENTENCE_LIKE = re.compile(r"[가-힣]{4}")


@cache
def committed_texts() -> dict[str, str]:
    """Every file that is committed, or would be by `git add .`."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("not a git repository, or no git: which files are committed is unknown")
    paths = [ROOT / name for name in listing.split("\0") if name]
    return {str(path.relative_to(ROOT)): path.read_text("utf-8", errors="ignore") for path in paths if path.is_file()}


def occurrences(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in committed_texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def pins(lock: Path) -> dict[str, Version]:
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)", lock.read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): Version(version) for name, version in found}


def declared() -> Iterator[tuple[Path, Requirement]]:
    """Each dependency of pyproject.toml, with the lock that must hold it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for lock, lines in (
        (RUNTIME, project["build-system"]["requires"]),
        (RUNTIME, project["project"]["dependencies"]),
        (DEVELOPMENT, project["dependency-groups"]["dev"]),
        (BENCH, project["dependency-groups"]["bench"]),
    ):
        for line in lines:
            yield lock, Requirement(line)


def squeezed(text: str) -> str:
    return SQUEEZED_OUT.sub("", text)


def runs(text: str) -> Iterator[str]:
    """Every stretch one character longer than a loan may be."""
    dense = squeezed(text)
    return (dense[i : i + LONGEST_LOAN + 1] for i in range(len(dense) - LONGEST_LOAN))


@pytest.mark.parametrize(
    ("pattern", "line", "matches"),
    [
        (REGISTRY, "index-url = https://" + "pypi" + ".org/simple", True),
        (REGISTRY, "FROM " + "docker" + ".io/library/python", True),
        (REGISTRY, "https://opencollective.com/pytest", False),
        (MACHINE_PATH, "see /" + "work/main", True),
        (MACHINE_PATH, 'open("/' + 'root/x")', True),
        (MACHINE_PATH, "https://example.com/work/hours", False),
        (MACHINE_PATH, "sqlite:////data/haigui.db", False),
    ],
)
def test_the_patterns_match_what_they_should(pattern: re.Pattern[str], line: str, *, matches: bool) -> None:
    assert bool(pattern.search(line)) is matches


def test_no_committed_file_names_a_registry() -> None:
    assert occurrences(REGISTRY) == []


def test_no_committed_file_holds_a_path_of_one_machine() -> None:
    assert occurrences(MACHINE_PATH) == []


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT, BENCH], ids=lambda lock: str(lock.relative_to(ROOT)))
def test_a_lock_holds_pins_and_hashes_only(lock: Path) -> None:
    lines = lock.read_text("utf-8").splitlines()
    assert [line for line in lines if not LOCK_LINE.fullmatch(line) or "://" in line] == []
    for pin, after in pairwise(lines):
        assert "==" not in pin or after.startswith("    --hash="), f"{pin} has no hash"


def test_the_development_lock_contains_the_runtime_lock() -> None:
    runtime, development = pins(RUNTIME), pins(DEVELOPMENT)
    assert {name: development.get(name) for name in runtime} == runtime


@pytest.mark.parametrize(
    ("lock", "requirement"),
    [pytest.param(*pair, id=f"{pair[0].relative_to(ROOT)}-{pair[1].name}") for pair in declared()],
)
def test_a_lock_satisfies_pyproject(lock: Path, requirement: Requirement) -> None:
    version = pins(lock).get(canonicalize_name(requirement.name))
    assert version is not None, f"run `make lock`: {requirement} is not in {lock.name}"
    assert version in requirement.specifier


def test_no_file_repeats_an_article() -> None:
    """Facts are free and words are not: beyond its title, no stretch of an article is copied."""
    articles = sorted(ARTICLES.glob("*.txt"))
    if not articles:
        pytest.skip("the original articles are not beside this repository")
    forbidden: set[str] = set()
    for article in articles:
        title, _, body = article.read_text("utf-8").partition("\n")
        forbidden |= {run for run in runs(body) if SENTENCE_LIKE.search(run)} - set(runs(title))
    copied = {
        f"{name}: {run}"
        for name, text in committed_texts().items()
        if SENTENCE_LIKE.search(text)
        for run in runs(text)
        if run in forbidden
    }
    assert sorted(copied) == []
