"""File names: whatever the text, the name stays in its folder and opens everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.names import LONGEST, RESERVED, is_safe, safe_file_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Manifest TJ-2020-11 v2", "Manifest TJ-2020-11 v2.pdf"),
        ("Рӯйхат (Жибек Жолы)", "Рӯйхат (Жибек Жолы).pdf"),
        ("../../etc/passwd", "_.._etc_passwd.pdf"),
        ("..\\..\\x", "_.._x.pdf"),
        ("C:\\a", "C_a.pdf"),
        ("\\\\srv\\x", "_srv_x.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.txt", "_nul.txt.pdf"),
        ("COM¹", "_COM¹.pdf"),
        ("lpt3 .old", "_lpt3 .old.pdf"),
        ("a:stream", "a_stream.pdf"),
        ("x\u202efdp.exe", "xfdp.exe.pdf"),
        ("a\x00b\u200bc", "abc.pdf"),
        ("a\r\nb\tc", "a b c.pdf"),
        ("  .hidden. ", "hidden.pdf"),
        ("-rf", "rf.pdf"),
        ("a<>|?*b", "a_b.pdf"),
        ("", "document.pdf"),
        ("...", "document.pdf"),
        ("\u202e", "document.pdf"),
        ("e\u0301", "é.pdf"),
    ],
)
def test_known_traps(text, name):
    assert safe_file_name(text, ".pdf") == name


def test_long_names_are_cut_before_the_ending():
    name = safe_file_name("ш" * 300, ".xlsx")
    assert len(name) < LONGEST
    assert name.endswith("ш.xlsx")


@given(st.text(max_size=400), st.sampled_from([".pdf", ".xlsx", ".eml", ".tar.gz"]))
def test_any_text_gives_a_name_that_is_safe(text, suffix):
    name = safe_file_name(text, suffix)
    assert name.endswith(suffix)
    assert len(name) <= LONGEST
    assert len(name.encode()) <= 255
    assert not set(name) & set('/\\:*?"<>|\0\r\n\t')
    assert name[0] not in " .-"
    assert name.split(".")[0].casefold() not in RESERVED
    assert name.isprintable()
    assert safe_file_name(name.removesuffix(suffix), suffix) == name


@given(st.text(max_size=100))
def test_a_made_name_is_known_as_safe(text):
    assert is_safe(safe_file_name(text, ".pdf"))


@pytest.mark.parametrize("name", ["../a.pdf", "a", ".pdf", "a.", "a\r\n.pdf", "a.PDF", "con.pdf"])
def test_other_names_are_not(name):
    assert not is_safe(name)


@pytest.mark.parametrize("suffix", ["", "pdf", ".PDF", "./x", ".a b", ".abcdefghijkl"])
def test_an_ending_that_is_none_is_a_bug(suffix):
    with pytest.raises(ValueError, match=r".*"):
        safe_file_name("a", suffix)
