"""How and when the copies are made, and that they are Streamlit's own files to the byte."""

import asyncio
import gzip
import os
import threading
from threading import Event

import pytest

from bccc_dash.web import static_files
from bccc_dash.web.static_files import SMALLEST, TYPES, Copies, StaticFiles, streamlit_folder

WORDS = b"export const committee = 'looks, and sees';\n" * 200


@pytest.fixture(scope="module")
def streamlits():
    copies = Copies(streamlit_folder())
    copies.make(Event())
    return copies


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "index.html").write_text('<link href="./static/b.css"><script src="/static/z.js"></script>', "utf-8")
    (tmp_path / "static").mkdir()
    for times, name in enumerate(["a.js", "b.css", "c.js", "z.js"], start=1):
        (tmp_path / "static" / name).write_bytes(WORDS * (10 - times))
    return tmp_path


def compressing():
    return [thread for thread in threading.enumerate() if thread.name == "static-files"]


def test_every_copy_of_streamlits_files_is_the_file_to_the_byte(streamlits):
    copies = {name: streamlits.get(name) for name in streamlits.files}
    made = {name: copy for name, copy in copies.items() if copy}

    assert [
        name for name, copy in made.items() if gzip.decompress(copy.body) != streamlits.files[name].read_bytes()
    ] == []
    assert len({copy.etag for copy in made.values()}) == len({streamlits.files[name].read_bytes() for name in made})


def test_every_script_and_style_of_streamlit_that_is_worth_it_has_a_copy(streamlits):
    large = {
        name for name, path in streamlits.files.items() if path.suffix in TYPES and path.stat().st_size >= SMALLEST
    }

    assert len(large) > 100
    assert {name for name in streamlits.files if streamlits.get(name)} == large


def test_the_copies_of_streamlits_files_take_a_third_of_their_room(streamlits):
    sizes = [
        (len(copy.body), streamlits.files[name].stat().st_size)
        for name in streamlits.files
        if (copy := streamlits.get(name))
    ]
    small, large = (sum(column) for column in zip(*sizes, strict=True))

    assert small < 12_000_000
    assert small * 3 < large


def test_what_streamlits_page_names_is_found_among_its_files():
    page = (streamlit_folder() / "index.html").read_text("utf-8")
    named = static_files._named_by_the_page(streamlit_folder() / "index.html")

    assert len(named) == page.count('"./static/')
    assert named <= set(Copies(streamlit_folder()).files)


def test_what_the_first_page_needs_is_compressed_first_then_small_before_large(folder, monkeypatch):
    order = []
    monkeypatch.setattr(static_files, "_compressed", lambda path: order.append(path.name))

    Copies(folder).make(Event())

    assert order == ["z.js", "b.css", "c.js", "a.js"]


def test_a_file_that_is_gone_or_may_not_be_read_is_left_to_streamlit(folder):
    copies = Copies(folder)
    (folder / "static" / "a.js").unlink()
    (folder / "static" / "c.js").unlink()
    (folder / "static" / "c.js").mkdir()
    copies.make(Event())

    assert [name for name in sorted(copies.files) if copies.get(name)] == ["/static/b.css", "/static/z.js"]


def test_a_file_that_changes_gets_another_tag_and_an_equal_one_the_same(folder):
    tags = []
    for body in (WORDS, WORDS + b"1", WORDS):
        (folder / "static" / "a.js").write_bytes(body)
        os.utime(folder / "static" / "a.js", (0, 0))
        copies = Copies(folder)
        copies.make(Event())
        tags.append(copies.get("/static/a.js").etag)

    assert tags[0] == tags[2] != tags[1]


def test_without_streamlit_there_is_nothing_to_compress(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    copies = Copies(streamlit_folder())
    copies.make(Event())

    assert copies.files == {}


def test_copies_are_made_while_the_server_lives_and_the_start_does_not_wait_for_them(folder, monkeypatch):
    go_on, seen = Event(), []
    compressed = static_files._compressed
    monkeypatch.setattr(static_files, "_compressed", lambda path: compressed(path) if go_on.wait(60) else None)
    copies = Copies(folder)

    async def inside(scope, receive, send):
        seen.append((len(compressing()), copies.get("/static/z.js")))
        go_on.set()
        await asyncio.to_thread(compressing()[0].join)
        seen.append((len(compressing()), copies.get("/static/z.js") is not None))

    asyncio.run(StaticFiles(inside, copies)({"type": "lifespan"}, None, None))
    assert seen == [(1, None), (0, True)]


def test_a_server_that_stops_early_leaves_the_rest_undone(folder, monkeypatch):
    started, go_on, order = Event(), Event(), []

    def slowly(path):
        order.append(path.name)
        started.set()
        go_on.wait(60)

    monkeypatch.setattr(static_files, "_compressed", slowly)
    with Copies(folder).made_meanwhile():
        started.wait(60)
        threading.Timer(0.2, go_on.set).start()

    assert (order, compressing()) == (["z.js"], [])


def test_a_server_that_fails_leaves_no_thread_behind(folder):
    async def fails(scope, receive, send):
        raise KeyError

    with pytest.raises(KeyError):
        asyncio.run(StaticFiles(fails, Copies(folder))({"type": "lifespan"}, None, None))
    assert compressing() == []


def test_a_websocket_goes_through(folder):
    reached = []

    async def inside(scope, receive, send):
        reached.append(scope["type"])

    asyncio.run(StaticFiles(inside, Copies(folder))({"type": "websocket", "path": "/static/a.js"}, None, None))
    assert reached == ["websocket"]
