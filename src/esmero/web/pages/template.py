"""Pages: a template of the user interface, what stands in its places, and what its browser may load."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Mapping

from litestar import Response

from esmero.kit.errors import NotFound
from esmero.web.assets import Assets

LIBRARIES = "shared/libraries.html"

# Scripts that run: import maps and inline modules. Data blocks (`application/json`) don't.
_INLINE = re.compile(rb"<script(?P<attributes>[^>]*)>(?P<source>.*?)</script>", re.DOTALL)
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)


def draw(assets: Assets, path: str, **values: str) -> bytes:
    """Return a page of the user interface with these values in its places, and with those that pages share.

    Raises:
        NotFound: there is no such page.
    """
    template = assets.template(path)
    if template is None:
        raise NotFound
    shared = {"assets": assets.path, "libraries": _libraries(assets)}
    return render(template, shared | values)


def _libraries(assets: Assets) -> str:
    """The import map of the vendored libraries."""
    written = assets.template(LIBRARIES)
    return "" if written is None else render(written, {"assets": assets.path}).decode()


def render(template: str, values: Mapping[str, str]) -> bytes:
    """Put the values into their places. They are put in as they are: the caller has made them safe.

    Raises:
        KeyError: the template has a place that nobody fills.
    """
    page = _PLACE.sub(lambda found: values[found[1]], _COMMENT.sub("", template))
    return page.encode()


def answer(
    page: bytes,
    *,
    own: str,
    ancestors: str,
    cache: str = "no-cache",
    frames: str = "'none'",
    letters: bool = False,
    packed: bool = False,
) -> Response[bytes]:
    """Answer with a page that runs its own scripts and nothing else.

    Args:
        own: the desk's origin, whose live edge the page talks to.
        ancestors: which pages may show it in a frame, as `frame-ancestors` writes it.
        letters: it shows mails as they were designed, in frames of its own text (`srcdoc`). Such a frame inherits this
            policy (HTML, 7.2.2), so that the page must allow what a mail needs: styles in attributes, and no more.
        packed: the browser takes gzip. Nothing that a stranger chose stands beside a secret in these pages, so their
            length tells nothing (BREACH).
    """
    # Safari did not take 'self' for WebSockets until lately, so their address is written out.
    sockets = own.replace("http", "ws", 1)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {' '.join(_hashes(page))}".rstrip(),
            "style-src 'self'",
            *(("style-src-attr 'unsafe-inline'",) if letters else ()),
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "media-src 'self' blob: data:",
            f"connect-src 'self' {sockets}",
            "manifest-src 'self'",
            f"frame-src {frames}",
            f"frame-ancestors {ancestors}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    headers = {"Content-Security-Policy": policy, "Cache-Control": cache, "Vary": "Accept-Encoding"}
    if packed:
        page, headers["Content-Encoding"] = gzip.compress(page, mtime=0), "gzip"
    return Response(page, media_type="text/html; charset=utf-8", headers=headers)


def _hashes(page: bytes) -> list[str]:
    """The inline scripts of a page as `script-src` names them (CSP level 3, section 6.7.3)."""
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(found['source']).digest()).decode()}'"
        for found in _INLINE.finditer(page)
        if found["source"].strip()
        and b"src=" not in found["attributes"]
        and b"application/json" not in found["attributes"]
    ]
