"""Passwords: long enough, hard to guess, hashed one way only, and nothing odd breaks them."""

import unicodedata
from contextlib import suppress
from threading import BoundedSemaphore

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pwdlib import PasswordHash

from bccc_dash.commands import passwords
from bccc_dash.commands.passwords import check_password, hashed, matches
from bccc_dash.domain.errors import Refused

ABOUT = ("Asha Example", "asha.example@example.org")
WORDS = "umbrella violin teapot kestrel granite "
SHIPPED = passwords.NOBODYS  # before the fixture puts a cheap one in its place


@pytest.mark.parametrize(("letters", "sentence"), [(11, "too short"), (12, None), (256, None), (257, "too long")])
def test_a_password_has_12_to_256_characters(letters, sentence):
    text = ("qvzjkwxpfmhg" + WORDS * 10)[:letters]
    if sentence is None:
        check_password(text, about=ABOUT)
    else:
        with pytest.raises(Refused, match=sentence):
            check_password(text, about=ABOUT)


@pytest.mark.parametrize(
    "easy",
    [
        "password1234",
        "123456789012",
        "qwertyuiopas",
        "aaaaaaaaaaaaaaaa",
        "Asha.Example1",
        "Asha-Example-Asha-1!",
        "asha.example@example.org",
        "ExampleAsha!",
        "iloveyou1234",
    ],
)
def test_a_common_or_own_word_is_no_password(easy):
    with pytest.raises(Refused, match="too easy"):
        check_password(easy, about=ABOUT)


@pytest.mark.parametrize("odd", [None, 7, b"umbrella violin", "", "umbrella violin\x00teapot", "tea\ud800pot violin"])
def test_what_is_no_text_is_no_password(odd):
    with pytest.raises(Refused):
        check_password(odd, about=ABOUT)
    assert not matches(odd, hashed(WORDS))


def test_a_password_matches_its_hash_and_no_other():
    kept = hashed(WORDS)
    assert WORDS not in kept
    assert hashed(WORDS) != kept
    assert matches(WORDS, kept)
    assert not matches(WORDS.upper(), kept)


def test_an_accent_may_be_typed_either_way():
    word = "crème brûlée violin"
    assert matches(unicodedata.normalize("NFD", word), hashed(unicodedata.normalize("NFC", word)))


@pytest.mark.parametrize("kept", [None, "", "no hash", "$argon2id$v=19$m=8,t=1,p=1$broken", "$2b$12$bcrypt", "\ud800"])
def test_without_a_right_hash_nothing_matches(kept):
    assert not matches(WORDS, kept)


@settings(max_examples=50, deadline=None)
@given(text=st.one_of(st.text(), st.binary(), st.none()), kept=st.one_of(st.text(), st.none()))
def test_matching_never_breaks(text, kept):
    assert matches(text, kept) is False


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=300), about=st.lists(st.text(), max_size=2))
def test_checking_lets_through_or_refuses(text, about):
    with suppress(Refused):
        assert check_password(text, about=about) is None


def test_nobodys_hash_costs_what_a_real_one_costs():
    real = PasswordHash.recommended()
    assert not real.current_hasher.check_needs_rehash(SHIPPED)
    assert not real.verify("nobody's", SHIPPED)


def test_only_two_hashes_are_worked_out_at_once():
    assert isinstance(passwords.AT_ONCE, BoundedSemaphore)
    assert passwords.AT_ONCE._initial_value == 2


def test_a_hash_lets_the_next_in_also_after_a_fault():
    for _ in range(5):
        matches(WORDS, "no hash")
    assert matches(WORDS, hashed(WORDS))
