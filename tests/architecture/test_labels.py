"""Every fixed word has a label that a reader understands and an import cannot mistake."""

import re
from enum import StrEnum

import pytest

from bccc_dash.domain import case_vocabulary, outcome_vocabulary, vocabulary
from bccc_dash.domain.labels import label

WORDS = [
    value
    for module in (vocabulary, case_vocabulary, outcome_vocabulary)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]
ALWAYS_CAPITALS = re.compile(r"\b(?:bccc|dbs|lado|ico|naccc)\b", re.IGNORECASE)


def without_case(words: str) -> str:
    return re.sub(r"[\s_-]+", "", words).casefold()


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_labels_are_unique_without_regard_to_case(words):
    assert len({without_case(label(value)) for value in words}) == len(words)


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_no_label_is_the_stored_name_of_another_word(words):
    stored = {without_case(value.value): value for value in words}

    assert [value for value in words if stored.get(without_case(label(value)), value) is not value] == []


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_a_label_reads_as_english_not_as_code(words):
    labels = [label(value) for value in words]

    assert [text for text in labels if "_" in text or not text[0].isupper()] == []
    assert [text for text in labels if text.isupper() and text != "BCCC"] == []
    assert [text for text in labels for found in ALWAYS_CAPITALS.findall(text) if not found.isupper()] == []


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_a_label_fits_a_list_cell_of_the_workbook(words):
    assert [label(value) for value in words if ";" in label(value) or len(label(value)) > 80] == []


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_a_word_is_stored_under_its_own_name(words):
    assert [value for value in words if value.name != value.value] == []
