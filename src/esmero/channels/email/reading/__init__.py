"""Reads a mail: any bytes become a `Mail`, without input or output and without ever raising.

The story is in `read.py`. Below it, each file has one subject: how bytes are split (`structure`, `headers`,
`transfer`, `charsets`), what headers mean (`words`, `parameters`, `addresses`, `ids`, `dates`, `relays`), what people
see (`bodies`, `flowed`, `page_text`, `page_clean`, `files`, `calendar`, `winmail`), and what a mail is (`kinds`,
`automatic`, `reports`, `wild`, `phrases`).
"""
