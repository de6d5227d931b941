"""What this product never reaches for: programs, other hosts, code from text, objects from bytes, guessable chance."""

import ast
from pathlib import Path

from tests.architecture.sources import MIGRATIONS, PACKAGE, imports, name_of
from tests.architecture.sources import product_files as product

PROGRAMS = {"subprocess", "pty", "ctypes"}
HOSTS = {"socket", "http.client", "urllib.request", "requests", "urllib3", "httpx", "ftplib", "smtplib", "ldap3"}
OBJECTS = {"pickle", "marshal", "shelve", "yaml", "dill", "xml.etree", "xml.dom", "xml.sax", "lxml"}
LOGS = {"logging"}
RUN = {"eval", "exec", "compile", "__import__", "breakpoint"}
RUN_OF_OS = {"system", "popen", "execv", "execve", "spawnv"}
WEAK = {"md5", "sha1", "new"}
INVENTED = PACKAGE / "workbook"


def reaches_for(means: set[str], files: list[Path]) -> list[str]:
    """Return the files that import one of these modules, or something of theirs."""
    return [
        f"{name_of(path)}: {name}"
        for path in files
        for name in imports(path)
        if any(name == one or name.startswith(f"{one}.") for one in means)
    ]


def calls(path: Path) -> set[str]:
    """Return what a file calls, by name: "eval" for eval(…), "os.system" for os.system(…)."""
    found = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    return {ast.unparse(one) for one in found if isinstance(one, ast.Name | ast.Attribute)}


def test_no_other_program_is_started():
    assert reaches_for(PROGRAMS, product()) == []
    assert [name_of(path) for path in product() if calls(path) & {f"os.{name}" for name in RUN_OF_OS}] == []


def test_no_other_host_is_asked_but_the_database():
    assert reaches_for(HOSTS, product()) == []


def test_no_text_is_run_as_code():
    assert [name_of(path) for path in product() if calls(path) & RUN] == []


def test_no_object_is_built_from_bytes_that_came_in():
    assert reaches_for(OBJECTS, product()) == []


def test_nothing_is_logged_behind_the_audits_back():
    assert reaches_for(LOGS, [path for path in product() if MIGRATIONS not in path.parents]) == []


def test_chance_that_can_be_foretold_is_for_the_invented_centre_alone():
    users = [path for path in product() if reaches_for({"random"}, [path])]

    assert users != []
    assert [name_of(path) for path in users if path.parent != INVENTED or not path.name.startswith("demo")] == []


def test_no_weak_hash_is_worked_out():
    assert [name_of(path) for path in product() if calls(path) & {f"hashlib.{name}" for name in WEAK}] == []
