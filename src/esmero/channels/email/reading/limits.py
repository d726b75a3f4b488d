"""How much of a mail is read. What lies beyond is told in `Mail.defects`; the source is kept, so nothing is lost."""

from __future__ import annotations

HEADER_BYTES = 256 * 1024
"""Of one header block. Real ones have 2 to 30 KB; some thousand recipients fit."""

HEADER_FIELDS = 2_000
"""Of one header block: a mail that went round in a loop for days has hundreds."""

VALUE_BYTES = 16 * 1024
"""Of one header that people read (a subject, a name): RFC 5322 section 2.1.1 allows lines of 998."""

MAILBOXES = 1_000
"""Of one header with addresses."""

IDS = 200
"""Of one header with message ids; the first and the newest are kept, since threads are found by these."""

PARTS = 1_000
"""Of one mail. Photo albums have some dozen; each part costs some 30 µs."""

DEPTH = 50
"""Levels that keep their meaning (which text stands for which). Deeper parts are read as if they stood at this one."""

LEVELS = 20_000
"""Levels that are looked into at all; real mails have up to ten."""

DELIMITER_LINES = 200_000
"""Lines that begin with two hyphens and might end a part: a tenth of a second of looking."""

TEXT_BYTES = 2 * 1024 * 1024
"""Of one text part before it is decoded."""

TEXT_LENGTH = 500_000
"""Characters of text that are kept: a novel."""

HTML_LENGTH = 1_000_000
"""Characters of HTML that are cleaned: 150 ms; the longest threads of desk work stay below."""

HTML_BYTES = 16 * 1024 * 1024
"""Of a page before its styles and comments are taken out; only their rest is measured by `HTML_LENGTH`."""

HTML_TAGS = 3_000
HTML_TANGLE = 250_000
"""Opening tags, and their product with the formatting ones, up to which HTML goes to the cleaner as it is. By HTML's
own rules for unclosed tags a tree can grow with their square; beyond, the form is made plain first (`plain_form`).
"""

WINMAIL_BYTES = 64 * 1024 * 1024
WINMAIL_FILES = 200
RTF_BYTES = 4 * 1024 * 1024
"""Of Rich Text after it has been unpacked, whatever it says of itself: four bytes can ask for four gigabytes."""

CALENDAR_BYTES = 256 * 1024
REPORT_BYTES = 256 * 1024
RECIPIENTS = 500
"""Failed recipients that one report can name."""

SCANNED_BYTES = 256 * 1024
"""Of a mail that is searched for the words of old mail programs' bounces."""
