"""Who supplies the shop: one in each language, who answers what an agent forwards. No customer hears of them."""

from __future__ import annotations

from typing import NamedTuple

from esmero.channels.email.reading.mail import Mail
from esmero.demo.mailbox.owners import Owner
from esmero.demo.mailbox.writing import Draft, quotation


class Supplier(NamedTuple):
    """Somebody who makes parts for the shop, and what they answer: with a price that isn't the customer's business."""

    writer: Owner
    says: str


SUPPLIERS: dict[str, Supplier] = {
    "en": Supplier(
        Owner("en", "Edith Crane", "edith@crane-glass.example"),
        "Good morning,\n\nthree of them are on the shelf. For you it is 11.40 a piece, as ever; please don't pass the"
        " price on.\nIt leaves with Thursday's box.\n\nEdith",
    ),
    "es": Supplier(
        Owner("es", "Óscar Soler", "taller@vidrios-soler.example"),
        "Buenos días:\n\nquedan tres en el estante. Para ustedes, a 11,40 la pieza, como siempre; el precio, por favor,"
        " que quede entre nosotros.\nSale con la caja del jueves.\n\nÓscar",
    ),
    "hi": Supplier(
        Owner("hi", "फ़िरोज़ अंसारी", "firoz@kaanchghar.example"),
        "नमस्ते,\n\nऐसे तीन अभी रखे हैं। आपके लिए दाम वही पुराना, 11.40 प्रति नग; यह दाम किसी और को न बताएँ।"
        "\nगुरुवार की पेटी के साथ भेज देंगे।\n\nफ़िरोज़",
    ),
    "hu": Supplier(
        Owner("hu", "Tatai Gábor", "muhely@tatai-uveg.example"),
        "Jó reggelt!\n\nHárom darab van belőle a polcon. Önöknek darabja 11,40, mint mindig; kérem, az ár maradjon"
        " köztünk.\nA csütörtöki dobozzal indul.\n\nTatai Gábor",
    ),
}


def supplier_of(address: str) -> Supplier | None:
    """Return whose address this is, if it is a supplier's."""
    return next((one for one in SUPPLIERS.values() if one.writer.address == address.lower()), None)


def answer_to(supplier: Supplier, asked: Mail, *, at: int) -> Draft | None:
    """Return what a supplier answers; None to what answers them already, so that nothing goes on for ever."""
    if asked.sender is None or asked.message_id is None or asked.in_reply_to:
        return None
    whom = asked.reply_to or (asked.sender,)
    quoted = quotation(asked.sender.name or asked.sender.address, asked.date or at, asked.text, supplier.writer)
    return Draft(
        to=tuple((one.name, one.address) for one in whom),
        subject=f"Re: {asked.subject}",
        text=f"{supplier.says}\n\n{quoted}",
        answers=(asked.message_id,),
    )
