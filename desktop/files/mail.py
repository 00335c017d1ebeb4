"""A message as a draft file that opens in the officer's own mail program.

The officer reads the recipients and presses *Send*; nothing is sent from here.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from desktop.errors import Denied, UserError
from desktop.files.names import is_safe

# RFC 5322 dot-atom and RFC 1035 labels: nothing that a mail program could read as two addresses.
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_MEDIA_TYPE = re.compile(r"([a-z0-9.+-]+)/([a-z0-9.+-]+)")
_POLICY = SMTP.clone(cte_type="7bit")
"""Old mail servers on the way cut the eighth bit off."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a message; `file_name` comes from `safe_file_name`."""

    file_name: str
    media_type: str
    data: bytes


def one_address(text: str) -> str:
    """The single address in `text`, its domain in the form that travels (lower case, ASCII).

    Raises UserError `files.mail_address` (address) for anything else: a name beside it, two
    addresses, a line break.
    """
    local, at, domain = text.strip(" ").rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise UserError("files.mail_address", address=text) from error
    labels = domain.split(".")
    usable = (
        at
        and len(local) <= 64
        and _LOCAL_PART.fullmatch(local)
        and len(domain) <= 253
        and len(labels) > 1
        and all(_LABEL.fullmatch(label) for label in labels)
    )
    if not usable:
        raise UserError("files.mail_address", address=text)
    return f"{local}@{domain}"


def refuse_other_domains(addresses: Iterable[str], allowed: Sequence[str]) -> None:
    """Check that every address lies in a domain of `allowed` or below it; empty allows all.

    Raises Denied `files.mail_domain` (address), UserError `files.mail_address` (address).
    """
    domains = {domain.casefold().lstrip("@.") for domain in allowed}
    for text in addresses:
        labels = one_address(text).rpartition("@")[2].split(".")
        parents = {".".join(labels[start:]) for start in range(len(labels))}
        if domains and not domains & parents:
            raise Denied("files.mail_domain", address=text)


def build_draft(
    subject: str,
    body: str,
    to: Sequence[str],
    cc: Sequence[str],
    attachments: Sequence[Attachment],
    sender: str | None,
    date: datetime,
) -> bytes:
    """Bytes of an .eml file with one plain text, addressed and not yet sent.

    Raises UserError `files.mail_address` (address) and `files.mail_subject`; ValueError for a
    naive `date` or an attachment whose name or media type no program of ours made.
    """
    if date.tzinfo is None:
        raise ValueError(date)
    if _CONTROL.search(subject):
        raise UserError("files.mail_subject")
    message = EmailMessage(_POLICY)
    message["X-Unsent"] = "1"
    message["Subject"] = subject
    if sender is not None:
        message["From"] = _address(sender)
    if to:
        message["To"] = [_address(text) for text in to]
    if cc:
        message["Cc"] = [_address(text) for text in cc]
    message["Date"] = date
    message.set_content(body)
    for attachment in attachments:
        kind = _MEDIA_TYPE.fullmatch(attachment.media_type)
        if kind is None or not is_safe(attachment.file_name):
            raise ValueError(attachment.file_name)
        message.add_attachment(
            attachment.data, maintype=kind[1], subtype=kind[2], filename=attachment.file_name
        )
    return message.as_bytes()


def _address(text: str) -> Address:
    return Address(addr_spec=one_address(text))
