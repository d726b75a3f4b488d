"""What a mail of the desk's own says: text and HTML, in its recipient's language, without a trace that could tell."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from esmero.care.notify.words import has, language_of, say
from esmero.contract.own_mail import OwnLetter, OwnMail
from esmero.kit.text import clean_name

_BODY = (
    "margin:0;padding:24px 16px;font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',"
    "'Noto Sans Devanagari',sans-serif"
)
_SHEET = "max-width:34em;margin:0 auto"
_BUTTON = (
    "display:inline-block;padding:11px 20px;border-radius:8px;background:#2b5d4f;color:#ffffff;"
    "text-decoration:none;font-weight:600"
)
_CODE = "font:600 28px/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.12em;margin:.6em 0"
_QUIET = "font-size:14px;opacity:.75"


class _Part(NamedTuple):
    """A paragraph; a link or a code stands for itself."""

    kind: str
    text: str


def write(mail: OwnMail, *, key: str, desk: str) -> OwnLetter:
    """Write a mail. `desk` is the host under which people know the desk."""
    language = language_of(mail.language)
    values = {"desk": desk, **mail.values}
    name = f"post-{mail.purpose}" + (f"-{mail.about}" if mail.about else "")
    parts = [*_greeting(mail, language), *_parts(mail, language, name, values)]
    parts.append(_Part("quiet", say(language, "post-foot", desk=desk)))
    return OwnLetter(
        key=key,
        to=mail.to,
        to_name=mail.name,
        language=language,
        subject=say(language, f"{name}-subject", **values),
        text="\n\n".join(_plain(part, mail.link) for part in parts) + "\n",
        html=_page(parts, mail.link, language),
    )


def _greeting(mail: OwnMail, language: str) -> list[_Part]:
    name = clean_name(mail.name)
    said = say(language_of(language), "post-hello", name=name) if name else say(language_of(language), "post-hello-you")
    return [_Part("text", said)]


def _parts(mail: OwnMail, language: str, name: str, values: dict[str, str | int]) -> list[_Part]:
    known = language_of(language)
    parts = [_Part("text", say(known, name, **values))]
    if trouble := _trouble(values, known):
        parts.append(_Part("text", trouble))
    if code := values.get("code") if mail.purpose == "code" else "":
        parts.append(_Part("code", str(code)))
    if mail.link:
        parts.append(_Part("link", say(known, f"{name}-act")))
    parts += [_Part("text", say(known, f"{name}-{end}", **values)) for end in ("until", "why") if has(f"{name}-{end}")]
    return parts


def _trouble(values: dict[str, str | int], language: str) -> str:
    """Return what is wrong with a mail server, in the recipient's language where we know its name."""
    message = f"console-mail-trouble-{str(values.get('trouble', '')).replace('_', '-')}"
    if values.get("trouble") and has(message):
        return say(language_of(language), message)
    return str(values.get("words", ""))


def _plain(part: _Part, link: str) -> str:
    return f"{part.text}\n{link}" if part.kind == "link" else part.text


def _page(parts: Sequence[_Part], link: str, language: str) -> str:
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{language}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            '<meta name="color-scheme" content="light dark">',
            f'</head><body style="{_BODY}"><div style="{_SHEET}">',
            *(_block(part, link) for part in parts),
            "</div></body></html>\n",
        ]
    )


def _block(part: _Part, link: str) -> str:
    text = escape(part.text).replace("\n", "<br>")
    match part.kind:
        case "link":
            to = escape(link)
            return (
                f'<p style="margin:1.6em 0 .8em"><a style="{_BUTTON}" href="{to}">{text}</a></p>'
                f'<p style="{_QUIET};overflow-wrap:anywhere">{to}</p>'
            )
        case "code":
            return f'<p style="{_CODE}">{text}</p>'
        case "quiet":
            return f'<p style="{_QUIET};margin-top:2.4em">{text}</p>'
    return f'<p style="margin:0 0 1em">{text}</p>'
