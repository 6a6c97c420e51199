"""Newsletters (.eml) and pages saved as one file (.mht), by the standard library's mail parser."""

import email
import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.utils import parseaddr

from workbench.model import Fact
from workbench.read.decode import Decoded, decode
from workbench.read.draft import Draft, Raw, UnreadableError
from workbench.read.stamps import iso

_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read(raw: Raw) -> Iterator[Draft]:
    """The article of a mail: the subject is its headline, the sender's name its source, its date the publication's.

    The HTML part is preferred, since its headings and captions say what they are; plain text where there is none.
    """
    message = _message(raw)
    facts: dict[str, Fact] = {}
    if subject := _FORWARDED.sub("", _header(message, "Subject")):
        facts["headline"] = Fact(subject, "the mail's subject")
    sender, address = parseaddr(_header(message, "From"))
    if sender and sender != address:
        facts["source"] = Fact(" ".join(sender.split()), "the mail's sender")
    if sent := iso(_header(message, "Date")):
        facts["published"] = Fact(sent, "the mail's date")
    for draft in _drafts(message, raw):
        yield Draft(draft.text, draft.encoding, draft.known, {**draft.facts, **facts}, draft.warnings)


def read_web_archive(raw: Raw) -> Iterator[Draft]:
    """The article of a page saved as .mht: what the page states counts, the saving browser's name and date do not."""
    message = _message(raw)
    facts: dict[str, Fact] = {}
    if title := _header(message, "Subject"):
        facts["headline"] = Fact(title, "the title under which the page was saved")
    if (url := _header(message, "Snapshot-Content-Location")).startswith(("http://", "https://")):
        facts["url"] = Fact(url, "the address from which the page was saved")
    for draft in _drafts(message, raw):
        yield Draft(draft.text, draft.encoding, draft.known, {**facts, **draft.facts}, draft.warnings)


def _message(raw: Raw) -> EmailMessage:
    message = email.message_from_bytes(raw.data, policy=policy.default)
    if not message.keys():
        raise UnreadableError("has no mail header, so it is no saved mail or page: save it anew, or as text.")
    return message


def _drafts(message: EmailMessage, raw: Raw) -> Iterator[Draft]:
    parts = [part for part in message.walk() if not part.is_multipart() and not part.is_attachment()]
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    if pages:
        from workbench.read import html

        try:
            yield from html.read(Raw(raw.path, raw.name, _payload(pages[0])), pages[0].get_content_charset())
            return
        except UnreadableError:
            if not plain:
                raise
    if not plain:
        raise UnreadableError("holds no text, only attachments: save the attached article as a file of its own.")
    texts: list[Decoded] = [decode(_payload(part), part.get_content_charset()) for part in plain]
    warnings = tuple(warning for text in texts for warning in text.warnings)
    yield Draft("\n\n".join(text.text for text in texts), texts[0].encoding, warnings=warnings)


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(message: EmailMessage, name: str) -> str:
    """A header's text on one line; empty where there is none, or none that can be read."""
    try:
        return " ".join(str(message.get(name) or "").split())
    except Exception:  # the standard library raises what it likes on hostile headers
        return ""
