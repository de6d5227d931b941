import pytest
from hypothesis import given
from hypothesis import strategies as st

from bccc_dash.web.codings import gzip_or_plain


@pytest.mark.parametrize(
    "header",
    [
        "gzip",
        "GZIP",
        "x-gzip",
        "gzip, deflate, br, zstd",
        "br;q=1.0, gzip;q=0.8, *;q=0.1",
        "*",
        "*;q=0.001",
        "gzip;q=0.001",
        "identity;q=0.5, gzip;q=0.5",
        "identity;q=0.4, gzip;q=0.5",
        "gzip ; q=1.000 , identity",
        "gzip\t;\tQ=1.",
        "identity;q=0, gzip",
        "identity;q=0, *",
        "identity;q=0, *;q=0, gzip;q=0.1",
        ",, ,gzip,",
    ],
)
def test_gzip_is_sent_where_it_is_wanted_at_least_as_much(header):
    assert gzip_or_plain(header) == "gzip"


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        " ",
        ",",
        "identity",
        "br",
        "deflate, zstd",
        "gzip;q=0",
        "gzip;q=0.000",
        "gzip;q=0, *",
        "*, gzip;q=0",
        "identity, gzip;q=0.999",
        "gzip;q=0.5, *",
        "*;q=0, identity;q=0.1",
        "gzip, gzip;q=0",
        "gzip;q=0, x-gzip",
    ],
)
def test_the_plain_form_is_sent_where_gzip_is_not_wanted_or_wanted_less(header):
    assert gzip_or_plain(header) == "identity"


@pytest.mark.parametrize(
    "header", ["identity;q=0", "*;q=0", "identity;q=0, br", "gzip;q=0, identity;q=0", "*;q=0.0, br"]
)
def test_where_both_are_refused_neither_is_sent(header):
    assert gzip_or_plain(header) is None


@pytest.mark.parametrize(
    "header",
    [
        "gzip;q=2",
        "gzip;q=1.001",
        "gzip;q=-1",
        "gzip;q=0.1234",
        "gzip;q=nan",
        "gzip;q=",
        "gzip;q=\u0661",  # a one, but not an ASCII one
        "gzip;level=9",
        "gzip;q=1;q=1",
        "gzip deflate",
        "g\xfczip",
        "gzipx",
        "notgzip",
        '"gzip"',
        "gzip\x00",
        "gzip\r\nx: y",
    ],
)
def test_what_breaks_the_grammar_asks_for_nothing(header):
    assert gzip_or_plain(header) == "identity"


def test_a_broken_element_leaves_the_others_as_they_are():
    assert gzip_or_plain("br;q=high, gzip, ;;;") == "gzip"
    assert gzip_or_plain("gzip;q=high, identity;q=0") is None


def test_a_header_as_long_as_a_server_lets_in_is_read():
    assert gzip_or_plain("x" * 65_000 + ", gzip") == "gzip"
    assert gzip_or_plain("gzip" + " " * 65_000 + "x") == "identity"
    assert gzip_or_plain("a;q=0," * 10_000 + "gzip") == "gzip"


@given(
    st.text(st.characters(max_codepoint=255))
    | st.lists(st.sampled_from(["gzip", "*", ";q=", "0", "1", ",", " "])).map("".join)
)
def test_any_header_has_an_answer_and_gzip_goes_only_to_who_named_it(header):
    answer = gzip_or_plain(header)

    assert answer in ("gzip", "identity", None)
    assert answer != "gzip" or "gzip" in header.lower() or "*" in header
