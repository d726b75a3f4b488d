"""How mail programs mark in HTML what they quote."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

# Boxes that hold a quote, by class and by id.
_CLASSES = frozenset(
    [
        *("gmail_attr", "moz-cite-prefix", "moz-forward-container", "moz-email-headers-table", "yahoo_quoted"),
        *("protonmail_quote", "zmail_extra", "tutanota_quote", "k9mail-quote", "gmail_quote_attribution"),
        *("front-blockquote", "missive_quote", "freshdesk_quote", "airmail_ext_on", "quotedreply", "email_quote"),
        *("zendesk_quote", "mailru_quote", "ms-outlook-mobile-reference-message", "quotedmessage", "wf-quote"),
    ]
)
_IDS = frozenset(
    ("yahoo_quoted", "replybody", "mailru_quote", "orgmail", "ms-outlook-mobile-reference-message", "reply-intro")
)
_NAMES = frozenset(("quote", "quoted-content", "messagereplysection"))
# Lines from which on everything is an older mail.
_RULER_IDS = frozenset(
    ("divrplyfwdmsg", "appendonsend", "stopspelling", "zwchr", "mail-editor-reference-message-container")
)
_RULER_CLASSES = frozenset(
    ("outlookmessageheader", "ms-outlook-reply-header", "outlook_quote_header", "gmail_quote_header")
)
# Outlook for Windows draws a line above the old mail's fields, and says nothing else.
_RULER_STYLE = re.compile(
    r"border:none;\s*border-top:\s*solid #(?:E1E1E1|B5C4DF|CCCCCC) 1\.0pt;\s*padding:\s*3\.0pt", re.IGNORECASE
)
# What stands in that box: a line of fields such as `From:`, in any language.
_MOST_BETWEEN = 4
_FIELD = re.compile(r"^\s*[^\s:<>]{2,20}(?: [^\s:<>]{1,20})?\s?[:：]")


def is_quote(element: Any) -> bool:
    """Tell whether everything in this element is quoted."""
    if element.tag == "blockquote":
        return True
    attributes = element.attrib
    if not attributes:
        return False
    classes = attributes.get("class", "").lower().split()
    if "gmail_quote" in classes or "gmail_quote_container" in classes:
        # Who answers between the lines writes inside this box; then only what is quoted in it counts. A forwarded mail
        # stands in the box itself.
        return element.find("blockquote") is None
    if not _CLASSES.isdisjoint(classes):
        return True
    if attributes.get("id", "").lower() in _IDS or attributes.get("name", "").lower() in _NAMES:
        return True
    marker = attributes.get("data-marker", "")
    return marker == "__HEADERS__" or (marker == "__QUOTED_TEXT__" and not _holds_box(element)) or _is_ruler(element)


def begins_quoting(element: Any) -> bool:
    """Tell whether everything from this element on is an older mail, as Outlook and Zimbra put it.

    Where boxes follow the line, only they are quoted, so that answers can stand between them.
    """
    return _is_ruler(element) and not _is_above_box(element)


def _is_above_box(element: Any) -> bool:
    for following in islice(element.itersiblings(), _MOST_BETWEEN):
        if _holds_box(following):
            return True
        if not (_is_ruler(following) or is_quote(following) or following.tag in ("hr", "br")):
            return False
    return False


def _holds_box(element: Any) -> bool:
    return element.tag == "blockquote" or element.find("blockquote") is not None


def _is_ruler(element: Any) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    if (
        attributes.get("id", "").lower().removeprefix("x_") in _RULER_IDS
        or attributes.get("data-marker") == "__DIVIDER__"
    ):
        return True
    if not _RULER_CLASSES.isdisjoint(attributes.get("class", "").lower().split()):
        return True
    style = attributes.get("style", "")
    return _RULER_STYLE.search(style[:300]) is not None and _has_fields(element)


def _has_fields(element: Any) -> bool:
    text = " ".join("".join(element.itertext())[:200].split())
    return _FIELD.match(text) is not None
