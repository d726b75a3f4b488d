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

### Apróságok, amelyekre bármelyik oldalnak szüksége lehet.

shared-close = Bezárás
shared-show-password = A jelszó megjelenítése

### A konzol ajtaja: belépés, és ahová az egyszer használható hivatkozások vezetnek.

console-email = E-mail-cím
console-password = Jelszó
console-new-password = Új jelszó
console-password-why = Legalább 10 karakter. A legjobb néhány szó, amelyet csak Ön tenne egymás mellé.
console-your-name = Név
console-your-name-why = Az ügyfelek ezt látják, amikor választ kapnak.
console-loading = Betöltés
console-again = Újra
console-door-unreachable = Az ügyfélszolgálat nem érhető el
console-door-unreachable-why = Semmi nem veszett el. Ellenőrizze a kapcsolatot, és próbálja újra.

console-door-title = Bejelentkezés
console-door-enter = Bejelentkezés
console-door-language = Nyelv
console-door-forgotten = Elfelejtette a jelszavát? Egy adminisztrátor tud hivatkozást adni, amellyel újat választhat.
console-door-ended = A munkamenet lejárt. Az el nem küldött üzeneteket ez a böngésző megőrzi.
console-door-nobody = Itt még nincs adminisztrátor
console-door-nobody-why = Az első indításkor a kiszolgáló kiírt egy hivatkozást. A kezdéshez azt nyissa meg.

console-setup-title = Üdvözöljük
console-setup-why = Ön az első adminisztrátor. A többieket ezután hívhatja meg.
console-setup-go = Kezdjük
console-setup-done = Itt már van adminisztrátor.
console-setup-no-token = A hivatkozás hiányos. Másolja ki az egészet, azzal együtt, ami a # jel után áll.

console-join-title = Csatlakozás
console-join-why = A meghívó erre a címre szól: { $email }.
console-join-go = Csatlakozás
console-reset-title = Új jelszó választása
console-reset-why = Ehhez a fiókhoz: { $email }. Minden más eszközön kijelentkeztetjük.
console-reset-go = Mentés és belépés
console-link-useless = Ez a hivatkozás nem működik
console-link-useless-why = Már felhasználták, vagy lejárt az ideje. Kérjen újat egy adminisztrátortól.
console-link-to-door = A bejelentkezéshez
console-link-to-desk = Vissza a munkához

### Ami elromolhat, a hiba kódja szerint; ami egy mezőben hibás.

console-problem-internal = Belső hiba történt. Amit beírt, megvan. { $reference ->
    [""] Kérjük, próbálja újra.
   *[other] Ha megismétlődik, mondja meg az üzemeltetőnek: { $reference }.
  }
console-problem-unreachable = Nincs kapcsolat az ügyfélszolgálattal. Semmi nem változott; kérjük, próbálja újra.
console-problem-strange = Valami útközben válaszolt az ügyfélszolgálat helyett. Kérjük, próbálja újra.
console-problem-unavailable = A tároló most nem érhető el. Semmi nem változott; kérjük, próbálja újra kicsit később.
console-problem-too-many = Túl sok próbálkozás. Kérjük, várjon ennyit: { $wait }, azután próbálja újra.
console-problem-forbidden = Ehhez az Ön szerepköre nem elég.
console-problem-not-found = Ez már nincs itt.
console-problem-not-signed-in = A munkamenet lejárt. Kérjük, jelentkezzen be újra.
console-problem-csrf = Ez az oldal elavult. Kérjük, töltse be újra.
console-problem-wrong-password = Az e-mail-cím vagy a jelszó nem helyes.
console-problem-bad-input = Valami hiányzik vagy hibás.
console-problem-too-large = Ez túl nagy.
console-problem-key-in-use = Ez már folyamatban van.

console-field-empty = Ezt ki kell tölteni.
console-field-taken = Ez már foglalt.
console-field-too-short = Ez túl rövid.
console-field-too-long = Ez túl hosszú.
console-field-easy-to-guess = Ezt könnyű kitalálni. Válasszon hosszabbat vagy váratlanabbat.
console-field-not-a-mail-address = Ez nem látszik e-mail-címnek.
console-field-wrong-form = Ennek más a várt alakja.
console-field-wrong = Nem ez a jelenlegi jelszó.
console-field-unknown = Ez már nincs itt.
