### A widget: amit az ügyfél egy bolt oldalán olvas.

widget-greeting = { $address ->
    [familiar] Miben segíthetünk neked?
   *[formal] Miben segíthetünk?
  }
widget-people = { $count ->
    [one] Egy munkatársunk van itt.
   *[other] { $count } munkatársunk van itt.
  }
widget-languages = Így is beszélünk: { $list }.
widget-ways = Elérhetőségeink
widget-write = { $address ->
    [familiar] Írj nekünk most
   *[formal] Írjon nekünk most
  }
widget-leave = { $address ->
    [familiar] Hagyj üzenetet
   *[formal] Hagyjon üzenetet
  }
widget-box = { $address ->
    [familiar] Írd ide a kérdésed
   *[formal] Írja ide a kérdését
  }
widget-phone = { $address ->
    [familiar] Hívj minket
   *[formal] Hívjon minket
  }
widget-email = E-mail

widget-by = Válaszolunk eddig: { $time }.
widget-here = Van itt valaki.
widget-open = Válaszolunk, amint egy munkatársunk visszaér.
widget-until = Ma eddig vagyunk itt: { $time }.
widget-away = Most nincs itt senki. Válaszolunk, amint visszatértünk.
widget-today = Ma újra itt leszünk: { $time }.
widget-tomorrow = Holnap újra itt leszünk: { $time }.
widget-weekday = Újra itt leszünk: { $weekday }, { $time }.
widget-date = Újra itt leszünk: { $date }, { $time }.
widget-waits = { $address ->
    [familiar] Bezárhatod az oldalt, a válasz itt vár rád.
   *[formal] Bezárhatja az oldalt, a válasz itt várja Önt.
  }

widget-trust = { $address ->
    [familiar] Titkosítva utazik. Csak az látja, aki neked válaszol, és a vezetője.
   *[formal] Titkosítva utazik. Csak az látja, aki Önnek válaszol, és a vezetője.
  }
widget-trust-plain = { $address ->
    [familiar] Csak az látja, aki neked válaszol, és a vezetője.
   *[formal] Csak az látja, aki Önnek válaszol, és a vezetője.
  }
widget-connected = { $address ->
    [familiar] Van kapcsolat. Ha megszakad, az üzeneted megmarad, és magától elmegy.
   *[formal] Van kapcsolat. Ha megszakad, az üzenete megmarad, és magától elmegy.
  }
widget-offline = { $address ->
    [familiar] Nincs kapcsolat. Az üzeneted megmarad, és el fogjuk küldeni.
   *[formal] Nincs kapcsolat. Az üzenete megmarad, és el fogjuk küldeni.
  }
widget-offline-open = { $address ->
    [familiar] Nincs kapcsolat. Hagyd nyitva az oldalt, és az üzeneted elmegy.
   *[formal] Nincs kapcsolat. Hagyja nyitva az oldalt, és az üzenete elmegy.
  }
widget-unsure = { $address ->
    [familiar] A böngésződ itt nem őriz meg semmit. A beszélgetés ezzel az oldallal véget ér.
   *[formal] A böngészője itt nem őriz meg semmit. A beszélgetés ezzel az oldallal véget ér.
  }
widget-refused = Innen ez a chat nem használható.

widget-answers = { $address ->
    [familiar] { $name } válaszol neked
   *[formal] { $name } válaszol Önnek
  }
widget-is-here = Itt van.
widget-message = { $address ->
    [familiar] Írd ide az üzeneted
   *[formal] Írja ide az üzenetét
  }
widget-send = Küldés
widget-attach = Fájl csatolása
widget-emoji = Emoji
widget-close = Bezárás
widget-back = Minden elérhetőségünk
widget-continue = A beszélgetés folytatása
widget-count = { $count } új
widget-conversation = Beszélgetés
widget-you = { $address ->
    [familiar] Te
   *[formal] Ön
  }
widget-said = { $name }, { $time }: { $text }
widget-typing = { $name } éppen ír
widget-new = Új
widget-below = Új üzenetek
widget-earlier = Korábbi üzenetek
widget-erased = Ezt az üzenetet törölték.
widget-day-today = Ma, { $time }
widget-day-yesterday = Tegnap, { $time }

widget-sent = Elküldve { $time }
widget-read = Elolvasták
widget-kept = Még nem ment el
widget-failed = Nem ment el.
widget-again = Újra
widget-discard = Elvetés

widget-assigned = { $address ->
    [familiar] Innentől { $name } válaszol neked.
   *[formal] Innentől { $name } válaszol Önnek.
  }
widget-opened = Új beszélgetés.
widget-closed = { $address ->
    [familiar] Ezt a beszélgetést lezártuk. Bármikor írhatsz újra.
   *[formal] Ezt a beszélgetést lezártuk. Bármikor írhat újra.
  }
widget-reopened = Ez a beszélgetés újra nyitva van.
widget-contacted = { $address ->
    [familiar] Megvan a címed: ha nem vagy itt, oda válaszolunk.
   *[formal] Megvan a címe: ha nincs itt, oda válaszolunk.
  }

widget-drop = { $address ->
    [familiar] Húzd ide a fájlokat
   *[formal] Húzza ide a fájlokat
  }
widget-remove = { $name } eltávolítása
widget-uploading = { $name }, { $percent } elküldve
widget-file-empty = { $name } üres.
widget-file-large = { $name } túl nagy. Egy fájl legfeljebb { $limit } lehet.
widget-file-kind = Ilyen fájl itt nem küldhető: { $name }.
widget-file-many = { $limit ->
    [one] Egy üzenethez egy fájl tartozhat.
   *[other] Egy üzenethez legfeljebb { $limit } fájl tartozhat.
  }
widget-file-failed = { $name } nem ment el. { $reason }
widget-file-open = { $name } megnyitása
widget-too-long = { $over ->
    [one] Egy karakterrel hosszabb a kelleténél.
   *[other] { $over } karakterrel hosszabb a kelleténél.
  }

widget-reach = { $address ->
    [familiar] Hol válaszoljunk, ha közben elmentél?
   *[formal] Hol válaszoljunk, ha közben elment?
  }
widget-reach-box = E-mail vagy telefonszám
widget-reach-send = Oda kérem a választ
widget-reach-invalid = { $address ->
    [familiar] Ez nem tűnik címnek vagy számnak. Kérünk, nézd meg újra.
   *[formal] Ez nem tűnik címnek vagy számnak. Kérjük, nézze meg újra.
  }
widget-reach-later = Most nem
