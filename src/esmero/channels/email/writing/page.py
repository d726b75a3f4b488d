"""The HTML of a mail, made of its text: paragraphs, lists, links, images of its own, and nothing from elsewhere.

It names no colour of a text or a ground, so that a reader in the dark keeps theirs (but for its one button, which
brings both); it loads nothing, so that no one learns that it was opened; and each block finds its own direction
(`dir="auto"`), so that Hebrew and English can mix.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from esmero.channels.email.writing.body import Body
from esmero.channels.email.writing.words import page_button, page_line

_STYLE = (
    "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif;"
    "font-size:15px;line-height:1.5;overflow-wrap:anywhere;max-width:42em"
)
_PARAGRAPH = "margin:0 0 1em"
_BEFORE_LIST = "margin:0 0 .4em"
_LIST = "margin:0 0 1em;padding:0 1.6em"
_SMALL = "font-size:13px;line-height:1.4"
# `background-color` and not `background`: programs that drop the latter would keep the white of the letters.
_BUTTON = (
    "display:inline-block;padding:10px 18px;border-radius:8px;background-color:#1c6b5d;color:#ffffff;"
    "text-decoration:none;font-weight:600"
)
_QUOTE = "margin:.5em 0 0;padding:0 1em;border:0 solid #8a8a8a;border-inline-start:2px solid #8a8a8a"
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_BULLET = re.compile(r" {0,3}[-*•] +(?=\S)")
_NUMBER = re.compile(r" {0,3}([0-9]{1,3})[.)] +(?=\S)")
_LIVE = re.compile(
    r"!\[(?P<alt>[^\]\n]{0,200})\]\(file:(?P<file>[0-9]{1,18})\)"
    r"|(?P<link>https?://[^\s<>\"“”«»]{1,2000})"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-]))",
    re.IGNORECASE,
)
_FILE = re.compile(r'"file:([0-9]{1,18})"')
_MARKS = ".,;:!?…'\"*_~।"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_SPACES = re.compile(r" {2,}")


def page(body: Body, images: Mapping[int, str]) -> str:
    """Return the body as HTML. `images` has the Content-ID of each file that the text shows as a picture."""
    inside = [
        *_blocks(body.text, images),
        *_way_on(body),
        *_signature(body.signature),
        *_quote(body),
        *_passed_on(body, images),
    ]
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{body.language}"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width">',
            '<meta name="color-scheme" content="light dark">',
            f'</head><body><div style="{_STYLE}">',
            *inside,
            "</div></body></html>\n",
        ]
    )


def named_images(text: str) -> list[int]:
    """Return the ids of the files that a text shows as pictures: `![what it shows](file:17)`."""
    return [int(found["file"]) for found in _LIVE.finditer(text) if found["file"]]


def without_images(text: str) -> str:
    """Return a text with what each picture shows in its place."""
    return _LIVE.sub(lambda found: f"[{found['alt']}]" if found["file"] else found[0], text)


def _blocks(text: str, images: Mapping[int, str]) -> Iterator[str]:
    for block in _BLANK_LINES.split(text):
        runs = _runs(block.split("\n"))
        for number, (kind, lines) in enumerate(runs, start=1):
            style = _LIST if kind != "p" else _PARAGRAPH if number == len(runs) else _BEFORE_LIST
            yield _block(kind, [line.rstrip() for line in lines], images, style)


def _runs(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Part a block's lines where a list begins or ends. One item alone is no list: a dash may open a sentence."""
    runs: list[tuple[str, list[str]]] = []
    for line in lines:
        kind = "ul" if _BULLET.match(line) else "ol" if _NUMBER.match(line) else "p"
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(line)
        else:
            runs.append((kind, [line]))
    joined: list[tuple[str, list[str]]] = []
    for kind, run in runs:
        kind = kind if _is_list(kind, run) else "p"
        if joined and joined[-1][0] == kind == "p":
            joined[-1][1].extend(run)
        else:
            joined.append((kind, run))
    return joined


def _is_list(kind: str, run: list[str]) -> bool:
    if kind == "ol":
        numbers = [int(found[1]) for line in run if (found := _NUMBER.match(line))]
        return len(run) > 1 and numbers == list(range(numbers[0], numbers[0] + len(run)))
    return kind == "ul" and len(run) > 1


def _block(kind: str, lines: list[str], images: Mapping[int, str], style: str) -> str:
    if kind == "p":
        inside = "<br>\n".join(_line(line, images) for line in lines)
        return f'<p dir="auto" style="{style}">{inside}</p>'
    bullet = _BULLET if kind == "ul" else _NUMBER
    first = _NUMBER.match(lines[0])
    start = f' start="{first[1]}"' if kind == "ol" and first and first[1] != "1" else ""
    items = "\n".join(f'<li dir="auto">{_line(bullet.sub("", line, count=1), images)}</li>' for line in lines)
    return f'<{kind} dir="auto"{start} style="{style}">\n{items}\n</{kind}>'


def _line(line: str, images: Mapping[int, str]) -> str:
    indent = len(line) - len(line.lstrip(" "))
    written, end = ["&nbsp;" * indent], indent
    for found in _LIVE.finditer(line):
        shown, after = _live(found, images)
        written += [_text(line[end : found.start()]), shown]
        end = after
    return "".join([*written, _text(line[end:])])


def _live(found: re.Match[str], images: Mapping[int, str]) -> tuple[str, int]:
    """Return a link or a picture, and where it ends."""
    if found["file"]:
        content_id = images.get(int(found["file"]))
        if content_id is None:
            return _text(f"[{found['alt']}]"), found.end()
        alt = html.escape(found["alt"])
        return f'<img src="cid:{content_id}" alt="{alt}" style="max-width:100%;height:auto">', found.end()
    link = _trimmed(found["link"]) if found["link"] else found["mail"]
    address = link if found["link"] else f"mailto:{link}"
    return f'<a href="{html.escape(address)}">{html.escape(link)}</a>', found.start() + len(link)


def _trimmed(link: str) -> str:
    """Return an address without the marks of the sentence around it; a bracket stays if it was opened inside."""
    while link[-1] in _MARKS or (link[-1] in _PAIRS and link.count(link[-1]) > link.count(_PAIRS[link[-1]])):
        link = link[:-1]
    return link


def _text(text: str) -> str:
    spaced = html.escape(text, quote=False).replace("\t", "    ")
    return _SPACES.sub(lambda run: "&nbsp;" * (len(run[0]) - 1) + " ", spaced)


def _way_on(body: Body) -> Iterator[str]:
    """Give the button that leads to the conversation's page, and its address for those who would rather see it."""
    if body.page:
        address = html.escape(body.page)
        button = f'<a href="{address}" style="{_BUTTON}">{html.escape(page_button(body.language))}</a>'
        yield f'<p style="{_PARAGRAPH}">{html.escape(page_line(body.language))}</p>'
        yield f'<p style="{_PARAGRAPH}">{button}</p>'
        yield f'<p style="{_PARAGRAPH};{_SMALL}"><a href="{address}">{address}</a></p>'


def _signature(signature: str) -> Iterator[str]:
    if signature:
        lines = "<br>\n".join(_line(line, {}) for line in signature.split("\n"))
        yield f'<div dir="auto" class="signature" style="{_SMALL}">-- <br>\n{lines}</div>'


def _quote(body: Body) -> Iterator[str]:
    if not body.attribution:
        return
    # Mail programs fold a block of this class away, and know a quotation by its type.
    yield '<div class="gmail_quote" style="margin:1.5em 0 0">'
    yield f'<div dir="auto" class="gmail_attr" style="{_SMALL}">{_text(body.attribution)}</div>'
    yield f'<blockquote type="cite" class="gmail_quote" style="{_QUOTE}">'
    yield from _blocks(body.quote, {})
    yield "</blockquote></div>"


def _passed_on(body: Body, images: Mapping[int, str]) -> Iterator[str]:
    for passage in body.passed_on:
        head = "<br>\n".join(_text(line) for line in passage.head)
        yield f'<div class="gmail_quote" style="margin:1.5em 0 0"><p dir="auto" style="{_PARAGRAPH}">{head}</p>'
        yield _shown_in(passage.markup, images) if passage.markup else "\n".join(_blocks(passage.text, {}))
        yield "</div>"


def _shown_in(markup: str, images: Mapping[int, str]) -> str:
    """Return cleaned HTML with the files that go with it in their places; the others show nothing."""
    return _FILE.sub(lambda found: f'"cid:{images[int(found[1])]}"' if int(found[1]) in images else '""', markup)
