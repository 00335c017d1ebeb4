"""Drafts of messages, read back by the standard parser."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Denied, UserError
from desktop.files.mail import Attachment, build_draft, one_address, refuse_other_domains
from desktop.messages.files import SENTENCES

NOON = datetime(2020, 11, 12, 12, 0, tzinfo=UTC)


def draft(subject="Рӯйхат", body="Салом", to=("desk@mfa.tj",), cc=(), attachments=(), sender=None):
    return build_draft(subject, body, to, cc, attachments, sender, NOON)


def read(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_opens_unsent_with_everything_in_it():
    pdf = Attachment("Рӯйхат ҳамсафарон v2.pdf", "application/pdf", bytes(range(256)) * 50)
    data = draft(
        subject="Рӯйхати 102 нафар: Жибек Жолы",
        body="Салом!\n\n102 нафар.\n",
        to=["desk@mfa.tj", "duty@border.uz"],
        cc=["ops@iom.int"],
        attachments=[pdf, Attachment("a.csv", "text/csv", b"1;2\n")],
        sender="almaty@mfa.tj",
    )
    message = read(data)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Рӯйхати 102 нафар: Жибек Жолы"
    assert message["From"] == "almaty@mfa.tj"
    assert message["To"] == "desk@mfa.tj, duty@border.uz"
    assert message["Cc"] == "ops@iom.int"
    assert message["Date"].datetime == NOON
    body = message.get_body()
    assert body is not None
    assert body.get_content().split("\r\n") == ["Салом!", "", "102 нафар.", ""]
    first, second = message.iter_attachments()
    assert (first.get_filename(), first.get_content_type()) == (pdf.file_name, pdf.media_type)
    assert first.get_content() == pdf.data
    assert (second.get_filename(), second.get_content_type()) == ("a.csv", "text/csv")
    assert not message.defects


def test_the_file_is_plain_ascii_with_the_line_ends_of_mail():
    data = draft(attachments=[Attachment("Рӯйхат.pdf", "application/pdf", b"%PDF")])
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"filename*=utf-8''%D0%A0%D3%AF" in data


def test_a_draft_may_still_be_without_recipients():
    message = read(draft(to=()))
    assert message["To"] is None
    assert message["From"] is None


@pytest.mark.parametrize("break_", ["\r\nBcc: evil@x.org", "\n", "\r", "\0", "\u2028", "\x85"])
def test_a_subject_of_two_lines_is_refused(break_):
    with pytest.raises(UserError) as caught:
        draft(subject=f"Report{break_}")
    assert caught.value.code == "files.mail_subject"


@pytest.mark.parametrize(
    "address",
    [
        "a@x.org, b@y.org",
        "a@x.org;b@y.org",
        "a@x.org b@y.org",
        "a@x.org\r\nBcc: evil@y.org",
        "Name <a@x.org>",
        "<a@x.org>",
        '"a b"@x.org',
        "a@b@x.org",
        "a@x",
        "a@-x.org",
        "a@x..org",
        "a..b@x.org",
        "@x.org",
        "a@",
        "a",
        "",
        "а@x.org",
        "a@[127.0.0.1]",
        f"{'a' * 65}@x.org",
        f"a@{'x' * 64}.org",
        f"a@{'x.' * 130}org",
    ],
)
@pytest.mark.parametrize("field", ["to", "cc", "sender"])
def test_anything_but_one_address_is_refused(field, address):
    with pytest.raises(UserError) as caught:
        draft(**{field: address if field == "sender" else ["ok@x.org", address]})
    assert (caught.value.code, caught.value.params) == ("files.mail_address", {"address": address})


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" Desk.One+list@MFA.tj ", "Desk.One+list@mfa.tj"),
        ("o'neil@x-y.example", "o'neil@x-y.example"),
        ("desk@мид.рф", "desk@xn--d1ahl.xn--p1ai"),
    ],
)
def test_one_address_is_taken(text, address):
    assert one_address(text) == address


@given(st.text(max_size=60))
def test_no_text_becomes_two_recipients(text):
    try:
        data = draft(to=[text])
    except UserError:
        return
    message = read(data)
    assert len(message["To"].addresses) == 1
    assert set(message.keys()) == {
        "X-Unsent",
        "Subject",
        "To",
        "Date",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200))
def test_any_line_is_a_subject(subject):
    message = read(draft(subject=subject))
    assert len(message.keys()) == 7
    assert "".join(message["Subject"].split()) == "".join(subject.split())


def test_recipients_outside_the_allowed_domains_are_refused():
    allowed = ["MFA.tj", "@iom.int"]
    refuse_other_domains(["a@mfa.tj", "b@almaty.mfa.tj", "c@IOM.int"], allowed)
    for address in ("a@evilmfa.tj", "a@mfa.tj.evil.org", "a@tj"):
        with pytest.raises((Denied, UserError)) as caught:
            refuse_other_domains(["a@mfa.tj", address], allowed)
        assert caught.value.params == {"address": address}


def test_an_empty_list_allows_every_domain():
    refuse_other_domains(["a@anywhere.org"], [])


@pytest.mark.parametrize(
    "attachment",
    [
        Attachment("../a.pdf", "application/pdf", b""),
        Attachment("a\r\nX: y.pdf", "application/pdf", b""),
        Attachment("a.pdf", "application", b""),
        Attachment("a.pdf", "application/pdf\r\nX: y", b""),
    ],
)
def test_an_attachment_that_is_not_ours_is_a_bug(attachment):
    with pytest.raises(ValueError, match=r".*"):
        draft(attachments=[attachment])


def test_a_date_without_a_zone_is_a_bug():
    with pytest.raises(ValueError, match="2020"):
        build_draft("s", "b", [], [], [], None, NOON.replace(tzinfo=None))


def test_every_code_has_a_sentence():
    assert "a@x" in SENTENCES["files.mail_address"].format(address="a@x")
    assert "a@x" in SENTENCES["files.mail_domain"].format(address="a@x")
    assert SENTENCES["files.mail_subject"]
