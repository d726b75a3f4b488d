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

### A konzol asztala: amit a munkatárs válaszolás közben olvas.

# Aminek nincs neve, azt úgy hívjuk, ami.
console-visitor = { NUMBER($id, useGrouping: 0) }. látogató
console-someone = Valaki
console-some-team = egy csapat
console-some-inbox = egy fiók
console-some-label = egy címke
console-a-program = Egy program
console-the-desk = Esmero
console-customer = Ügyfél
console-unknown = Nem tudjuk
console-you = Te

console-views = Listák
console-open-views = Listák megnyitása
console-find = Keresés, ugrás
console-find-what = Egy név, egy szó, egy művelet
console-view-mine = Sajátjaim
console-view-unassigned = Gazdátlan
console-view-all = Minden nyitott
console-view-every = Mind
console-inboxes = Fiókok
console-labels = Címkék
console-open-ones = , { $count } nyitott
console-settings = Beállítások
console-sign-out = Kijelentkezés
console-be-available = Itt vagyok
console-be-away = Nem vagyok itt
console-presence-available = Elérhető
console-presence-away = Nincs a helyén
console-presence-offline = Nincs kapcsolat
console-theme-system = Ahogy a rendszer
console-theme-light = Világos
console-theme-dark = Sötét
console-keys = Billentyűk
console-skip-list = Ugrás a listára
console-skip-talk = Ugrás a beszélgetésre

console-statuses = Állapot
console-status-open = Nyitott
console-status-pending = Válaszra vár
console-status-snoozed = Félretett
console-status-closed = Lezárt
console-sort-waiting = várakozás szerint
console-sort-newest = legújabb elöl
console-sort-other-waiting = Elöl az, aki a legrégebben vár
console-sort-other-newest = Elöl a legújabb
console-filter-off = A szűrő levétele: { $name }
console-list-more = Továbbiak
console-list-more-failed = A többit nem sikerült betölteni. Próbáld újra.
console-list-failed = A listát nem sikerült betölteni
console-unread = olvasatlan
console-blocked = Letiltva
console-writes = éppen ír…
console-note = Jegyzet
console-our-reply = A mi válaszunk
console-files = { $count ->
    [one] Egy fájl
   *[other] { $count } fájl
  }
console-no-words = Szöveg nélkül
console-also-here = Nála is nyitva: { $names }
console-now = most
console-since = { $time } óta
console-until = eddig: { $time }
console-answered = megválaszolva
console-their-turn = az ügyfélen a sor
console-is-closed = lezárva
console-when-tomorrow = holnap { $time }
console-when-yesterday = tegnap { $time }
console-when-day = { $day } { $time }
console-priority = Sürgősség
console-priority-low = ráér
console-priority-normal = szokásos
console-priority-high = fontos
console-priority-urgent = sürgős

console-empty-mine = Senki sem vár rád
console-empty-mine-why = Itt jelenik meg, amire válaszolsz, vagy amit rád bíznak.
console-empty-mine-next = { $count ->
    [one] Egy gazdátlan van
   *[other] { $count } gazdátlan van
  }
console-empty-unassigned = Mindenkinek van gazdája
console-empty-unassigned-why = Az új beszélgetés itt vár, amíg valaki el nem vállalja.
console-empty-all = Nincs nyitott beszélgetés
console-empty-all-why = Amint egy ügyfél ír, itt jelenik meg.
console-empty-pending = Senkitől sem várunk választ
console-empty-pending-why = Itt állnak azok a beszélgetések, amelyekben az ügyfélen a sor.
console-empty-snoozed = Nincs félretett beszélgetés
console-empty-snoozed-why = Amit félreteszel, a maga idejében visszatér, vagy amikor az ügyfél ír.
console-empty-closed = Még nincs lezárt beszélgetés
console-empty-closed-why = Itt őrizzük az elintézett ügyeket.

console-conversation = Beszélgetés
console-messages = Üzenetek
console-nobody = Nincs kiválasztott beszélgetés
console-nobody-why = Válassz egyet a listáról.
console-open-failed = Ezt a beszélgetést nem sikerült megnyitni
console-gone = Ezt nem láthatod
console-gone-why = Másik csapat fiókjába került, vagy soha nem is volt ezen a címen.
console-unreachable = A kiszolgáló nem érhető el
console-went-wrong = Ez nem sikerült. Kérjük, próbáld újra.
console-back = Vissza a listához
console-open-aside = Az ügyfél adatai
console-close-aside = Az ügyfél adatainak elrejtése
console-retitle = A tárgy átírása
console-subject = Tárgy
console-yours = a tiéd
console-nobodys = senkié
console-state-pending = az ügyfélre vár
console-state-closed = lezárva
console-state-snoozed = félretéve
console-snoozed-until = félretéve eddig: { $time }
console-agent-here = { $name } is itt van
console-agent-writes = { $name } éppen ír
console-others-here = { $count ->
    [one] Még valaki itt van
   *[other] Még { $count } kolléga itt van
  }

console-snooze = Félretesz
console-assign = Átad
console-close = Lezár
console-reopen = Újranyit
console-more = Egyebek
console-reply = Válasz
console-to-me = Nekem
console-to-nobody = Senkinek
console-snooze-more = Félreteszem…
console-pend = Az ügyfélen a sor
console-reopen-now = Vissza a nyitottak közé
console-mark-unread = Olvasatlannak jelölöm
console-label-more = Címkék…
console-priority-more = Sürgősség…
console-move-more = Áthelyezem másik fiókba…
console-block = Letiltom
console-unblock = Feloldom a tiltást
console-undo = Mégse
console-done-closed = Lezárva: { $name }
console-done-unread = Olvasatlannak jelölve

console-day-today = Ma
console-day-yesterday = Tegnap
console-new = Új
console-earlier = Korábbi üzenetek
console-below = Új üzenet
console-name-writes = { $name } éppen ír
console-note-by = { $name }, jegyzet csak nekünk
console-erased = Ezt a szöveget törölték.
console-said = { $name }, { $time }: { $text }
console-said-note = { $name } jegyzete, { $time }: { $text }
console-mark-queued = küldésre vár
console-mark-sent = elküldve
console-mark-delivered = megérkezett
console-mark-read = olvasta
console-mark-failed = nem érkezett meg
console-mark-unknown = lehet, hogy nem érkezett meg
console-mark-recalled = visszavonva
console-mark-sending = küldés
console-mark-kept = megőrizve, el fog menni
console-recall = Visszavonom
console-why-failed = Nem érkezett meg: { $reason }
console-why-unknown = Nem tudható, hogy megérkezett-e: { $reason }
console-why-refused = Nem ment el: { $reason }
console-send-again = Küldés újra
console-edit-again = Átírom
console-discard = Elvetem
console-file = { $name }, { $size }

console-fact-opened = { $inbox }
console-fact-taken = { $who } elvállalta
console-fact-given = { $who } átadta, új gazdája: { $name }
console-fact-team = { $who } átadta, új gazdája: { $team }
console-fact-put-back = { $who } szabadon hagyta
console-fact-pended = { $who }: az ügyfélen a sor
console-fact-snoozed = { $who } félretette eddig: { $time }
console-fact-woken = letelt a félretétel ideje
console-fact-closed = { $who } lezárta
console-fact-reopened = { $who } újranyitotta
console-fact-moved = { $who } áthelyezte ide: { $inbox }
console-fact-recognised = már ismerjük: bejelentkezett
console-fact-labelled = { $who } címkét tett rá: { $labels }
console-fact-unlabelled = { $who } címkét vett le róla: { $labels }
console-fact-priority = { $who } átállította a sürgősségét: { $priority }
console-fact-subject = { $who } ezt a tárgyat adta: „{ $subject }”
console-fact-no-subject = { $who } elvette a tárgyat
console-fact-contacted = elérhetőséget hagyott: { $what }
console-fact-named = ezt a nevet adta meg: { $name }

console-write-what = Mit írsz
console-write-reply = Válasz
console-write-note = Jegyzet
console-begun = elkezdve
console-write-to = címzett: { $name }
console-write-to-us = csak nekünk
console-write-here = Ide írd a választ
console-note-here = Jegyzet, amelyet csak a kollégák látnak
console-attach = Fájl csatolása
console-drop = Ide húzd a fájlokat
console-send = Küldés
console-send-close = Küldés és lezárás
console-add-note = Jegyzet mentése
console-will-send = Nincs kapcsolat. Amit elküldesz, azt megőrizzük, és magától elmegy.
console-writes-too = { $name } is ír ide
console-newer = { $count ->
    [one] Amíg írtál, { $name } is írt
   *[other] Amíg írtál, { $name } { $count } üzenetet írt
  }
console-newer-how = Még egy Enter, és a válaszod elmegy úgy, ahogy van.
console-blocked-why = { $name } le van tiltva, ezért a válaszok nem jutnak el hozzá.
console-uploading = { $name } feltöltése
console-file-off = { $name } levétele
console-file-many = { $limit ->
    [one] Egy üzenethez egy fájl csatolható.
   *[other] Egy üzenethez legfeljebb { $limit } fájl csatolható.
  }
console-file-empty = Ez a fájl üres: { $name }.
console-file-large = { $name } túl nagy. Egy fájl mérete legfeljebb { $limit } lehet.
console-file-failed = { $name } feltöltése nem sikerült. { $reason }

console-known = Igazolt személy
console-not-known = Nem igazolt személy
console-reach = Elérhetőség
console-reach-email = E-mail
console-reach-phone = Telefon
console-reach-address = Megszólítás
console-reach-form = Űrlap
console-reach-x = X
console-reach-mastodon = Mastodon
console-reach-whatsapp = WhatsApp
console-reach-call = Hívás
console-reach-nothing = Nincs ismert címe. A válaszodat a csevegésben olvassa.
console-address-formal = magázódva
console-address-familiar = tegeződve
console-about = Amit tudunk róla
console-edit = Szerkesztés
console-keep = Mentés
console-kept = Elmentve
console-cancel = Mégse
console-name = Név
console-language = Nyelv
console-with-us = Velünk van { DATETIME($date, month: "long", year: "numeric") } óta
console-all-matters = Mind a { $count } beszélgetés

console-snooze-until = Félreteszem eddig
console-snooze-find = Egy időpont
console-snooze-hour = Egy óra múlva
console-snooze-later = Ma később
console-snooze-evening = Ma este
console-snooze-tomorrow = Holnap reggel
console-snooze-monday = Hétfő reggel
console-snooze-at = Nap és óra
console-snooze-past = Olyan időpontot válassz, amely még hátravan.
console-snooze-why = Akkor visszatér, vagy amint az ügyfél ír.
console-label-find = Egy címke
console-no-labels = Még nincsenek címkék. Egy felügyelő a beállításokban vehet fel újakat.
console-priority-find = Mennyire sürgős
console-move-to = Áthelyezés másik fiókba
console-move-find = Egy fiók
console-block-title = Letiltod? { $name }
console-block-why = Nem fogadunk tőle több üzenetet. A tiltást bármikor feloldhatod.
console-none-found = Nincs találat
console-searching = Keresés…
console-search-failed = A keresés nem érhető el.
console-command-do = Ezzel a beszélgetéssel
console-command-go = Ugrás
console-command-people = Ügyfelek
console-command-said = Ami elhangzott

console-key-next = Következő beszélgetés
console-key-previous = Előző beszélgetés
console-key-reply = Válasz írása
console-key-note = Jegyzet írása
console-key-close = Lezárás
console-key-assign = Átadás
console-key-snooze = Félretétel
console-key-label = Címkék
console-key-unread = Olvasatlannak jelölés
console-key-search = Keresés
console-key-help = Ez a súgó
console-key-jump = Keresés, ugrás bárhonnan
console-key-send = Küldés
console-key-line = Új sor
console-key-back = Egy lépés vissza
console-letters = Egybetűs billentyűk
console-letters-why = Kapcsold ki, ha diktálsz, vagy ha véletlenül szoktál leütni billentyűket.

console-offline = { $count ->
    [0] Nincs kapcsolat. Tovább próbálkozunk; amit elküldesz, azt megőrizzük.
    [one] Nincs kapcsolat. Egy üzenetet őrzünk, el fog menni.
   *[other] Nincs kapcsolat. { $count } üzenetet őrzünk, el fognak menni.
  }
console-try-now = Most próbálom
console-given-to-you = { $name } rád bízott egy beszélgetést
