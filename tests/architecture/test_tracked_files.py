"""What is under version control: no machine, no host, no database, no secret."""

import re

import pytest

from tests.architecture.sources import ROOT, name_of, tracked_files

TEXT = {
    ".py",
    ".toml",
    ".md",
    ".txt",
    ".yml",
    ".yaml",
    ".ini",
    ".cfg",
    ".sh",
    ".css",
    ".js",
    ".json",
    ".html",
    ".mako",
    "",
}
A_PLACE = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w|[A-Z]:\\\\?Users\\")
AN_INDEX = re.compile(r"--(?:extra-)?index-url|--find-links|files\.pythonhosted")
A_DATABASE = re.compile(r"\.(?:db|db-wal|db-shm|sqlite\d?|dump)$")
A_KEY = re.compile(r"BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY")

FILES = tracked_files()
TEXTS = [path for path in FILES if path.suffix in TEXT]


def test_no_file_names_a_folder_of_any_machine():
    assert [name_of(path) for path in TEXTS if A_PLACE.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_pins_name_no_host(name):
    pins = (ROOT / name).read_text(encoding="utf-8")

    assert AN_INDEX.search(pins) is None
    assert "://" not in pins


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_is_exact_and_hashed(name):
    pins = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()

    assert [pin for pin in pins if pin and pin[0] != "#" and not re.match(r"\S+==\S+ .*--hash=sha256:", pin)] == []


def test_the_tests_run_on_the_very_versions_that_are_served():
    served = set(re.findall(r"^\S+==\S+", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE))
    tested = set(re.findall(r"^\S+==\S+", (ROOT / "requirements-dev.txt").read_text(encoding="utf-8"), re.MULTILINE))

    assert served - tested == set()


def test_no_database_is_ever_committed():
    assert [name_of(path) for path in FILES if A_DATABASE.search(path.name)] == []


def test_no_private_key_is_ever_committed():
    assert [name_of(path) for path in TEXTS if A_KEY.search(path.read_text(encoding="utf-8"))] == []


def test_the_read_me_stays_short_and_shows_a_picture():
    words = (ROOT / "README.md").read_text(encoding="utf-8")

    assert len(words.splitlines()) <= 120
    assert "docs/overview.png" in words
