"""Bytes that don't say their charset are read as what they look like."""

from __future__ import annotations

import pytest

from esmero.channels.email.reading.charsets import codec_of, decode

WRITTEN = {
    "cp1250": [
        "Köszönöm, megjött a csésze, de törött. Üdv, Őrsi Béla",
        "A tűzőgép és a gyűrű hiányzik a csomagból.",
        "Dobrý den, balíček přišel včera, ale hrníček je rozbitý. Děkuji",
        "Proszę o pomoc, przesyłka jest uszkodzona. Dziękuję, Łukasz",
        "Pozdrav, kada stiže moja pošiljka? Hvala, Živković",
    ],
    "cp1252": [
        "¿Cuándo llega mi pedido? Mañana salgo de viaje.",
        "Wann kommt die Bestellung? Schöne Grüße, Jürgen Müßig",
        "Où est ma commande ? J'ai reçu un colis abîmé, c'est très gênant.",
        "Olá, não recebi a encomenda. Podem ajudar?",
        "Dov'è il mio ordine? Perché è così in ritardo?",
        "Hvor er min ordre? Venlig hilsen Søren Ærø",
        "Es kostet 5 € – nicht „zehn“.",
    ],
    "cp1251": ["Где мой заказ? Спасибо", "Добрый день! Хочу вернуть чашку."],
    "koi8_r": ["Где мой заказ? Спасибо", "Добрый день! Хочу вернуть чашку."],
    "cp1253": ["Πού είναι η παραγγελία μου; Ευχαριστώ"],
    "cp1254": ["Siparişim nerede? Teşekkürler, Gökçe"],
    "cp1255": ["איפה ההזמנה שלי? תודה רבה"],
    "cp1256": ["أين طلبي؟ شكرا جزيلا لكم"],
    "cp874": ["สั่งของแล้วยังไม่ได้รับ ขอบคุณค่ะ"],
    "cp932": ["注文はまだ届いていません。"],
    "euc_jp": ["注文はまだ届いていません。よろしく"],
    "gb18030": ["我的订单在哪里？谢谢"],
    "cp950": ["我的訂單在哪裡？謝謝您"],
    "cp949": ["주문한 상품이 아직 안 왔어요."],
}


@pytest.mark.parametrize(("codec", "text"), [(codec, text) for codec, texts in WRITTEN.items() for text in texts])
def test_a_sentence_in_no_declared_charset_is_read(codec: str, text: str) -> None:
    assert decode(text.encode(codec), "")[0] == text


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("unicode-1-1-utf-7", "utf-7"),
        ("x-user-defined", "cp1252"),
        ("ks_c_5601-1987", "cp949"),
        ("cp-850", "cp850"),
        ("CP1252", "cp1252"),
        ("windows-1258", "cp1258"),
        ("iso-8859-8-i", "iso8859_8"),
        ("utf8mb4", "utf-8"),
        ("ansi_x3.110-1983", None),
        ("rot13", None),
        ("zlib", None),
        ("idna", None),
        ("unicode_escape", None),
        ("../../etc/passwd", None),
        ("", None),
    ],
)
def test_the_names_of_charsets(name: str, codec: str | None) -> None:
    assert codec_of(name) == codec


def test_what_is_declared_wrongly_is_told() -> None:
    assert decode("Grüße".encode("cp1252"), "utf-8") == ("Grüße", "wrong charset")
    assert decode("Grüße".encode(), "nonsense-7") == ("Grüße", "unknown charset nonsense-7")
    assert decode("Grüße".encode(), "utf-8") == ("Grüße", "")


def test_a_letter_cut_off_makes_utf8_no_other_charset() -> None:
    text, trouble = decode("Árvíztűrő tükörfúrógép".encode()[:-2], "utf-8")
    assert text.startswith("Árvíztűrő tükörfúróg")
    assert trouble == "broken utf-8"
    assert decode("Árvíztűrő ő".encode()[:-1], "")[0].startswith("Árvíztűrő ")


def test_a_word_in_a_declared_set_of_several_bytes_is_not_taken_for_utf8() -> None:
    for text, name in (("模模", "gb2312"), ("천천", "euc-kr")):
        raw = text.encode(name)
        assert decode(raw, name)[0] == text
    # Many letters that are well-formed UTF-8 are no accident.
    assert decode("我的订单在哪里？谢谢".encode(), "gb2312")[0] == "我的订单在哪里？谢谢"
