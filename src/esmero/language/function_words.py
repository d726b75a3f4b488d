"""Which language a text is in, by its smallest words. It costs a tenth of what the model does, and serves to choose a
stemmer: for most messages it is enough, and what it leaves open the model is asked for.

Words stand in the form in which search has them: in small letters and without accents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

FEWEST = 2
"""Small words that must speak for a language before it is believed."""

_WORDS = {
    "en": "the and is are was were have has had not with for from this that my your our you we they it its be been to "
    "of at on in when where what which please but would could can will about still any me i am",
    "es": "el la los las un una unos y es son esta estan fue no con por para desde que mi mis su sus nuestro usted yo "
    "lo le se me de del al en cuando donde como pero puede puedo han ha he hola gracias muy todavia ya este esta",
    "hu": "a az egy es van vannak volt nem meg mar csak hogy ez azt ezt itt ott ki mi mit hol mikor kerem koszonom "
    "szeretnem kell lehet lesz vagyok vagy de ha mert is sem jo napot szia udvozlettel nekem onok hozzam le fel",
    "hi": "है हैं था थी थे का की के को से में पर और नहीं यह वह मैं मेरा मेरी मेरे आप आपका हम क्या कब कहाँ कृपया लेकिन भी तो ने "
    "एक हो रहा रही रहे गया गई कि जो",
    "de": "der die das und ist sind war nicht mit fur von zu zum zur ein eine einen ich wir sie mein meine mir mich "
    "ihr auf bei wann wo wie aber kann noch bitte habe haben hat dem den des es im am",
    "fr": "le les et est sont etait pas avec pour de du des un une je nous vous mon ma mes votre vos ce cette que qui "
    "dans sur quand ou mais peut encore ai avez bonjour merci il elle au aux en",
    "it": "il lo gli e sono era non con per di del della un una io noi mi mio mia il che chi dove quando ma puo ancora "
    "ho ha hanno avete grazie buongiorno nel alla al sul questo questa",
    "pt": "o os as e sao foi nao com para de do da dos das um uma eu nos voces meu minha que quem onde quando mas pode "
    "ainda tenho tem obrigado obrigada ola no na ao este esta isso",
    "nl": "de het een en is zijn was niet met voor van te ik wij jullie mijn uw onze dat die dit waar wanneer maar kan "
    "nog graag heb heeft hebben op bij naar ook er",
    "sv": "och ar var inte med for fran en ett jag vi ni min mitt mina er som det den pa nar men kan har hade till om "
    "av att tack hej",
    "da": "og er var ikke med fra en et jeg vi min mit mine jeres som det den pa nar men kan har havde til om af at "
    "tak hej hvor",
    "fi": "ja on ovat oli ei kanssa mina olen olemme te minun teidan se tama etta missa milloin mutta voi viela kiitos "
    "hei jos kun ole en",
    "ro": "si este sunt era nu cu pentru din un o eu noi meu mea dumneavoastra ce care unde cand dar poate inca am ati "
    "multumesc buna la pe de sa",
    "pl": "i jest sa byl nie z dla od ja my moj moja pan pani co ktory gdzie kiedy ale moze jeszcze mam dziekuje dzien "
    "dobry na do sie to w",
    "ru": "и в не на я что с он она мы вы мой моя это как где когда но можно еще у меня спасибо здравствуйте по за из "
    "для был была",
    "tr": "ve bir bu su ne degil ile icin ben biz siz benim sizin nerede zaman ama henuz var yok merhaba tesekkurler "
    "mi da de cok",
}


def _languages_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, words in _WORDS.items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


_LANGUAGES = _languages_by_word()


def language_by_words(words: Iterable[str]) -> str | None:
    """Return the language that most small words speak for; None where they are few, or two languages are level."""
    votes: Counter[str] = Counter()
    times = Counter(words)
    for word in times.keys() & _LANGUAGES.keys():
        for language in _LANGUAGES[word]:
            votes[language] += times[word]
    best = max(votes, key=votes.__getitem__, default="")
    most = votes.get(best, 0)
    return best if most >= FEWEST and list(votes.values()).count(most) == 1 else None
