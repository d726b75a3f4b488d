"""What the writer of a mail wrote, apart from what they quote and from their signature.

A line is the writer's own unless something says otherwise; in doubt it stays theirs, since a line too many is read past
and a line too few is an answer that nobody gets. Three things can say otherwise:

- a **mark**: `>` at its beginning (RFC 3676 section 4.5). Lines between marked ones are answers.
- an **opening**: an attribution ("On …, Ana wrote:"), copied headers (From, Sent, To, Subject), a ruler with words
  (`-----Original Message-----`) or a desk's "reply above this line". They are known by their structure (a date, a time,
  an address, a verb of writing or labels in the vocabulary of `words`, and hardly anything else), not by their wording.
  Where the quote below is marked, only marked lines belong to it; where it is not, everything to the end does.
- a **signature**: what follows `-- ` (RFC 3676 section 4.3), and what a device says about itself.

Where the quote below an opening is not marked and answers may stand in it, nothing tells them apart, so all of it is
kept as the writer's own: if they announce it ("see my answers in red below"), if lines are marked further down below
copied headers, or if nothing of theirs stands above. The exception is a mail that says it is forwarded: with nothing
above it, all of it is quoted and `own` is empty.

The work is bounded: lines are looked at once, the costly looks are counted, and a text of more than
`splitting.MOST_LINES` lines is kept whole.
"""

from __future__ import annotations

from esmero.language.quotes.parts import Kind, Part, Split
from esmero.language.quotes.splitting import may_hold_answers, split

__all__ = ["Kind", "Part", "Split", "may_hold_answers", "split"]
