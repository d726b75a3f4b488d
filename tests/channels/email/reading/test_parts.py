"""Small rules of reading, each where it can be seen alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esmero.channels.email.reading.addresses import parse_address, parse_mailboxes
from esmero.channels.email.reading.bodies import read_body
from esmero.channels.email.reading.dates import parse_date
from esmero.channels.email.reading.files import safe_name
from esmero.channels.email.reading.flowed import join_flowed
from esmero.channels.email.reading.ids import parse_ids
from esmero.channels.email.reading.limits import IDS, MAILBOXES
from esmero.channels.email.reading.page_text import text_of_page
from esmero.channels.email.reading.parameters import parse_value
from esmero.channels.email.reading.read import read_mail
from esmero.channels.email.reading.structure import leaves, split
from esmero.channels.email.reading.transfer import decode_transfer
from esmero.channels.email.reading.words import decode_words
from esmero.kit.filetypes import ending_of


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("ana@x.example", ["ana@x.example"]),
        ("<ana@x.example>", ["ana@x.example"]),
        ('"Vidal, Ana" <ana@x.example>', ["Vidal, Ana <ana@x.example>"]),
        ("Vidal, Ana <ana@x.example>, Béla <b@x.example>", ["Vidal, Ana <ana@x.example>", "Béla <b@x.example>"]),
        ("ana@x.example (Ana)", ["Ana <ana@x.example>"]),
        ("Ana O'Neil <o'neil@x.example>", ["Ana O'Neil <o'neil@x.example>"]),
        ("o'neil@x.example", ["o'neil@x.example"]),
        ("'ana@x.example'", ["ana@x.example"]),
        # Half of it would be somebody else's address, and what is encoded or quoted is a name.
        ('"two words"@x.example', []),
        ("ana@x.example@evil.example", []),
        ('"ana@x.example" eve@evil.example', ["ana@x.example <eve@evil.example>"]),
        ("=?utf-8?Q?ana=40x.example?= eve@evil.example", ["ana@x.example <eve@evil.example>"]),
        ("=?utf-8?Q?Ana_=3Cana=40x.example=3E?=", ["Ana <ana@x.example> <ana@x.example>"]),
        ("Ana <ana@x.example> Béla <b@x.example>", ["Ana <ana@x.example>", "Béla <b@x.example>"]),
        ("a@x.example; b@x.example", ["a@x.example", "b@x.example"]),
        ("Friends: a@x.example, b@x.example;", ["a@x.example", "b@x.example"]),
        ("undisclosed-recipients:;", []),
        ("\"'Ana'\" <ana@x.example>", ["Ana <ana@x.example>"]),
        ("<mailto:ana@x.example>", ["ana@x.example"]),
        ("<@relay.example:ana@x.example>", ["ana@x.example"]),
        ('"ana@x.example" <ana@x.example>', ["ana@x.example"]),
        ("=?utf-8?q?A=2C_B?= <a@x.example>", ["A, B <a@x.example>"]),
        ('"=?utf-8?b?w4FuYQ==?=" <a@x.example>', ["Ána <a@x.example>"]),
        ("Ana <ana@x.example", ["Ana <ana@x.example>"]),
        ("Ana", []),
        ("", []),
        ("@", []),
        ("<>", []),
        ('Ana \\"A\\" <a@x.example>', ['Ana "A" <a@x.example>']),
    ],
)
def test_addresses(written: str, found: list[str]) -> None:
    assert list(map(str, parse_mailboxes([written]))) == found


@given(st.text(alphabet='ab@.,;:<>()"\\ =?é\n', max_size=80))
def test_no_list_of_addresses_is_too_odd(written: str) -> None:
    for mailbox in parse_mailboxes([written]):
        assert "@" in mailbox.address
        assert not set(mailbox.address) & set(' <>\n",')


def test_addresses_are_bounded() -> None:
    assert len(parse_mailboxes([",".join(f"a{number}@x.example" for number in range(3_000))])) == MAILBOXES


def test_the_null_path_is_no_address() -> None:
    assert parse_address("<>") == ""
    assert parse_address("nonsense") is None
    assert parse_address("<ana@x.example>") == "ana@x.example"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("plain", "plain"),
        ("=?utf-8?Q?a_b=C3=A9?=", "a bé"),
        ("=?utf-8?B?w4E=?= =?utf-8?B?cnY=?= tail", "Árv tail"),
        ("=?utf-8?B?w4?= =?utf-8?B?gQ==?=", "Á"),
        ("=?UTF-8*en?Q?x?=y", "xy"),
        ("=?utf-8?Q?what??=", "what?"),
        ("=?x-nonsense?Q?a=E9?=", "aé"),
        ("=?utf-8?Q?with space?=", "with space"),
        ("=?utf-8?Q?never ends", "=?utf-8?Q?never ends"),
        ("a =?utf-8?Q?b?= c", "a b c"),
    ],
)
def test_encoded_words(written: str, text: str) -> None:
    assert decode_words(written) == text


def test_ids_are_bounded_and_the_first_and_newest_stay() -> None:
    found = parse_ids([" ".join(f"<{number}@x.example>" for number in range(1_000))])
    assert len(found) == IDS
    assert (found[0], found[-1]) == ("0@x.example", "999@x.example")


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("Mon, 2 Nov 2026 10:15:00 +0100", 1_793_610_900_000),
        ("2 Nov 2026 09:15:00 GMT", 1_793_610_900_000),
        ("Mon, 2 Nov 2026 10:15:00 +0100 (CET)", 1_793_610_900_000),
        ("2026-11-02T10:15:00+01:00", 1_793_610_900_000),
        ("Mon, 31 Dec 1979 00:00:00 +0000", None),
        ("Mon, 2 Nov 26126 10:15:00 +0100", None),
        ("32 Nov 2026 10:15:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(written: str, at: int | None) -> None:
    assert parse_date(written) == at


@given(st.text(max_size=60))
def test_no_date_is_too_odd(written: str) -> None:
    parse_date(written)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Text/Plain; Charset=UTF-8", ("text/plain", {"charset": "UTF-8"})),
        ('a/b; name="x; y=z"; q=1', ("a/b", {"name": "x; y=z", "q": "1"})),
        ('a/b; name="x \\"y\\""', ("a/b", {"name": 'x "y"'})),
        ("a/b; name=my file.pdf ; q=1", ("a/b", {"name": "my file.pdf", "q": "1"})),
        ("a/b; name*=utf-8'hu'%C5%91.pdf; name=o.pdf", ("a/b", {"name": "ő.pdf"})),
        ("a/b;; ; name=x", ("a/b", {"name": "x"})),
        ('a/b; name="never ends', ("a/b", {"name": "never ends"})),
        ("", ("", {})),
    ],
)
def test_parameters(written: str, found: tuple[str, dict[str, str]]) -> None:
    assert parse_value(written) == found


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\ana\\bill.pdf", "bill.pdf"),
        ("a\u202efdp.exe", "a fdp.exe"),
        ("bill\n.pdf", "bill .pdf"),
        ("", "file-3.pdf"),
        ("...", "file-3.pdf"),
        ("bill", "bill.pdf"),
        ("x" * 300 + ".docx", None),
    ],
)
def test_names_of_files(written: str, name: str | None) -> None:
    found = safe_name(written, "application/pdf", 3)
    assert len(found) <= 125
    assert found == name or (name is None and ending_of(found) == "docx")


@given(st.text(max_size=200))
def test_no_name_leaves_its_folder(written: str) -> None:
    found = safe_name(written, "application/pdf", 1)
    assert found.strip(". ")
    assert not set(found) & set('/\\:*?"<>|\n\r\x00')


@given(st.binary(max_size=300))
def test_base64_is_read_back_however_it_was_folded(content: bytes) -> None:
    import base64

    written = base64.encodebytes(content).replace(b"\n", b" \r\n")
    assert decode_transfer(written, "base64") == (content, "")


def test_paragraphs_end_where_their_writer_ended_them() -> None:
    assert join_flowed("a \nb\nc", delete_spaces=False) == "a b\nc"
    assert join_flowed("> a \n> b\n>> c \nd", delete_spaces=False) == "> a b\n>> c\nd"
    assert join_flowed("a \n-- \nb", delete_spaces=False) == "a\n-- \nb"


def test_a_child_with_its_parents_boundary_as_beginning_of_its_own() -> None:
    raw = (
        b'Content-Type: multipart/mixed; boundary="a"\n\n--a\nContent-Type: multipart/mixed; boundary="a-1"\n\n'
        b"--a-1\n\none\n--a-1--\n--a\n\ntwo\n--a--\n"
    )
    root, troubles = split(raw)
    assert [part.encoded() for part in leaves(root)] == [b"one", b"two"]
    assert [len(child.children) for child in root.children] == [1, 0]
    assert troubles == []
    assert read_body(root).text == "one\n\ntwo"


@given(
    st.recursive(
        st.text(alphabet="ab \n", max_size=5), lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=8
    )
)
def test_what_is_put_together_is_taken_apart(tree: object) -> None:
    raw, texts = written(tree, [0])
    root, _ = split(raw)
    assert [part.encoded() for part in leaves(root)] == texts


def written(tree: object, count: list[int]) -> tuple[bytes, list[bytes]]:
    """A mail of this form, and the contents of its leaves."""
    if not isinstance(tree, list):
        text = str(tree).encode()
        return b"Content-Type: text/plain\n\n" + text, [text]
    count[0] += 1
    boundary = b"b%d" % count[0]
    pieces = [written(child, count) for child in tree]
    body = b"".join(b"\n--" + boundary + b"\n" + raw for raw, _ in pieces)
    head = b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\n'
    return head + body + b"\n--" + boundary + b"--", [text for _, texts in pieces for text in texts]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n>\n>> b\n\nc"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<script>x</script><style>y</style>z", "z"),
        ("a&nbsp;b &amp; &lt;c&gt;", "a b & <c>"),
        ("<img src=x alt='A cup'>", "[A cup]"),
        ("<a href='mailto:ana@x.example'>ana@x.example</a>", "ana@x.example"),
        ("<unknown>a</unknown>", "a"),
        ("", ""),
        ("<", "<"),
    ],
)
def test_the_text_of_a_page(html: str, text: str) -> None:
    assert text_of_page(html) == text


def test_a_page_that_is_too_deep_for_its_parser_keeps_its_words() -> None:
    assert text_of_page("<div>" * 5_000 + "<b>the words</b>") == "the words"


def test_bytes_that_tell_what_they_are_are_believed_over_what_is_said() -> None:
    mail = read_mail(b"Content-Type: application/pkcs7-signature; name=a.p7s\n\n%PDF-1.4\n")
    assert [(file.type, file.declared) for file in mail.attachments] == [
        ("application/pdf", "application/pkcs7-signature")
    ]


def test_only_the_first_part_of_a_report_is_what_it_says() -> None:
    raw = (
        b"Content-Type: multipart/report; boundary=b\n\n--b\n\nIt failed.\n--b\nContent-Type: text/plain\n\n"
        b"X-For: programs\n--b--\n"
    )
    mail = read_mail(raw)
    assert mail.text == "It failed."
    assert [file.content for file in mail.attachments] == [b"X-For: programs"]
