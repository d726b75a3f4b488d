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
talk-connected = { $address ->
    [familiar] Van kapcsolat. Ha megszakad, az üzeneted megmarad, és magától elmegy.
   *[formal] Van kapcsolat. Ha megszakad, az üzenete megmarad, és magától elmegy.
  }
talk-offline = { $address ->
    [familiar] Nincs kapcsolat. Az üzeneted megmarad, és el fogjuk küldeni.
   *[formal] Nincs kapcsolat. Az üzenete megmarad, és el fogjuk küldeni.
  }
talk-offline-open = { $address ->
    [familiar] Nincs kapcsolat. Hagyd nyitva az oldalt, és az üzeneted elmegy.
   *[formal] Nincs kapcsolat. Hagyja nyitva az oldalt, és az üzenete elmegy.
  }
talk-delayed = { $address ->
    [familiar] Az üzenetedet most nem tudjuk fogadni. Itt megmarad, és magától elmegy.
   *[formal] Az üzenetét most nem tudjuk fogadni. Itt megmarad, és magától elmegy.
  }
talk-unsure = { $address ->
    [familiar] A böngésződ itt nem őriz meg semmit. A beszélgetés ezzel az oldallal véget ér.
   *[formal] A böngészője itt nem őriz meg semmit. A beszélgetés ezzel az oldallal véget ér.
  }
talk-refused = Innen ez a chat nem használható.

talk-answers = { $address ->
    [familiar] { $name } válaszol neked
   *[formal] { $name } válaszol Önnek
  }
talk-is-here = Itt van.
widget-message = { $address ->
    [familiar] Írd ide az üzeneted
   *[formal] Írja ide az üzenetét
  }
widget-send = Küldés
widget-attach = Fájl csatolása
talk-emoji = Emoji
widget-close = Bezárás
talk-back = Minden elérhetőségünk
widget-continue = A beszélgetés folytatása
talk-conversation = Beszélgetés
talk-you = { $address ->
    [familiar] Te
   *[formal] Ön
  }
talk-said = { $name }, { $time }: { $text }
talk-typing = { $name } éppen ír
talk-new = Új
talk-below = Új üzenetek
talk-earlier = Korábbi üzenetek
talk-erased = Ezt az üzenetet törölték.
talk-day-today = Ma, { $time }
talk-day-yesterday = Tegnap, { $time }

talk-sent = Elküldve { $time }
talk-read = Elolvasták
talk-kept = Még nem ment el
talk-failed = Nem ment el.
talk-why-blocked = Ezt a beszélgetést a másik fél lezárta.
talk-why-too-long = Túl hosszú.
talk-why-too-many-files = Túl sok fájl egy üzenethez.
talk-why-identity-required = { $address ->
    [familiar] Előbb jelentkezz be a boltban.
   *[formal] Előbb jelentkezzen be a boltban.
  }
talk-held = Itt megőriztük. Még nem ment el.
talk-lost = { $address ->
    [familiar] A fájljaid már nincsenek itt. Újra csatolni kell őket.
   *[formal] A fájljai már nincsenek itt. Újra csatolni kell őket.
  }
talk-again = Újra
talk-discard = Elvetés

talk-assigned = { $address ->
    [familiar] Innentől { $name } válaszol neked.
   *[formal] Innentől { $name } válaszol Önnek.
  }
talk-opened = Új beszélgetés.
talk-closed = { $address ->
    [familiar] Ezt a beszélgetést lezártuk. Bármikor írhatsz újra.
   *[formal] Ezt a beszélgetést lezártuk. Bármikor írhat újra.
  }
talk-reopened = Ez a beszélgetés újra nyitva van.
talk-contacted = { $address ->
    [familiar] Megvan a címed: ha nem vagy itt, oda válaszolunk.
   *[formal] Megvan a címe: ha nincs itt, oda válaszolunk.
  }

talk-drop = { $address ->
    [familiar] Húzd ide a fájlokat
   *[formal] Húzza ide a fájlokat
  }
talk-remove = { $name } eltávolítása
talk-uploading = { $name }, { $percent } elküldve
talk-file-empty = { $name } üres.
talk-file-large = { $name } túl nagy. Egy fájl legfeljebb { $limit } lehet.
talk-file-kind = Ilyen fájl itt nem küldhető: { $name }.
talk-file-many = { $limit ->
    [one] Egy üzenethez egy fájl tartozhat.
   *[other] Egy üzenethez legfeljebb { $limit } fájl tartozhat.
  }
talk-file-failed = { $name } nem ment el. { $reason }
talk-file-lost = { $name } nem ért el hozzánk az oldal újratöltése előtt. Újra csatolni kell.
talk-file-open = { $name } megnyitása
widget-too-long = { $over ->
    [one] Egy karakterrel hosszabb a kelleténél.
   *[other] { $over } karakterrel hosszabb a kelleténél.
  }

talk-reach = { $address ->
    [familiar] Hol válaszoljunk, ha közben elmentél?
   *[formal] Hol válaszoljunk, ha közben elment?
  }
talk-reach-box = E-mail vagy telefonszám
talk-reach-send = Oda kérem a választ
talk-reach-invalid = { $address ->
    [familiar] Ez nem tűnik címnek vagy számnak. Kérünk, nézd meg újra.
   *[formal] Ez nem tűnik címnek vagy számnak. Kérjük, nézze meg újra.
  }
talk-reach-later = Most nem

### Apróságok, amelyekre bármelyik oldalnak szüksége lehet.

shared-close = Bezárás
shared-slow = Lassan jön a válasz. Amit beírtál, megvan.
shared-emoji = Emoji
shared-happened = Ami az imént történt
shared-show-password = A jelszó megjelenítése

### A konzol ajtaja: belépés, és ahová az egyszer használható hivatkozások vezetnek.

console-email = E-mail-cím
console-password = Jelszó
console-new-password = Új jelszó
console-password-why = Legalább 10 karakter. A legjobb néhány szó, amelyet csak te tennél egymás mellé.
console-your-name = Név
console-your-name-why = Az ügyfelek ezt látják, amikor választ kapnak.
console-loading = Betöltés
console-again = Újra
console-door-unreachable = Az ügyfélszolgálat nem érhető el
console-door-unreachable-why = Semmi nem veszett el. Ellenőrizd a kapcsolatot, és próbáld újra.

console-door-title = Bejelentkezés
console-door-enter = Bejelentkezés
console-door-language = Nyelv
console-door-forgotten = Elfelejtetted a jelszavad? Egy adminisztrátor tud hivatkozást adni, amellyel újat választhatsz.
console-door-ended = A munkamenet lejárt. Az el nem küldött üzeneteket ez a böngésző megőrzi.
console-door-nobody = Itt még nincs adminisztrátor
console-door-nobody-why = Az első indításkor a kiszolgáló kiírt egy hivatkozást. A kezdéshez azt nyisd meg.

console-setup-title = Üdvözlünk
console-setup-why = Te vagy az első adminisztrátor. A többieket ezután hívhatod meg.
console-setup-go = Kezdjük el
console-setup-done = Itt már van adminisztrátor.
console-setup-no-token = A hivatkozás hiányos. Másold ki az egészet, azzal együtt, ami a # jel után áll.

console-join-title = Csatlakozás
console-join-why = A meghívó erre a címre szól: { $email }.
console-join-go = Csatlakozás
console-reset-title = Új jelszó választása
console-reset-why = Ehhez a fiókhoz: { $email }. Minden más eszközön kijelentkeztetjük.
console-reset-go = Mentés és belépés
console-link-useless = Ez a hivatkozás nem működik
console-link-useless-why = Már felhasználták, vagy lejárt az ideje. Kérj újat egy adminisztrátortól.
console-link-to-door = A bejelentkezéshez
console-link-to-desk = Vissza a munkához

### Ami elromolhat, a hiba kódja szerint; ami egy mezőben hibás.

console-problem-internal = Belső hiba történt. Amit beírtál, megvan. Próbáld újra.
console-problem-internal-named = Belső hiba történt. Amit beírtál, megvan. Ha megismétlődik, mondd meg az üzemeltetőnek: { $reference }.
console-problem-unreachable = Nincs kapcsolat az ügyfélszolgálattal. Amit beírtál, megvan; ha újra próbálod, semmi nem történik kétszer.
console-problem-silent = Régóta nem jön válasz. Amit beírtál, megvan; ha újra próbálod, semmi nem történik kétszer.
console-problem-strange = Valami útközben válaszolt az ügyfélszolgálat helyett. Próbáld újra.
console-problem-unavailable = A tároló most nem érhető el. Semmi nem változott; próbáld újra kicsit később.
console-problem-too-many = Túl sok próbálkozás. Várj ennyit: { $wait }, azután próbáld újra.
console-problem-too-many-files = Csatolj kevesebb fájlt: ennyi nem fér egy üzenetbe.
console-problem-forbidden = Ehhez a szerepköröd nem elég.
console-problem-not-found = Ez már nincs itt.
console-problem-not-signed-in = A munkamenet lejárt. Jelentkezz be újra.
console-problem-csrf = Ez az oldal elavult. Töltsd be újra.
console-problem-wrong-password = Az e-mail-cím vagy a jelszó nem helyes.
console-problem-bad-input = Valami hiányzik vagy hibás.
console-problem-too-large = Ez túl nagy.
console-problem-key-in-use = Ez már folyamatban van.
console-problem-conflict = Közben más is történt. Nézd meg újra.
console-problem-taken = Ez már foglalt.
console-problem-customer-blocked = Ez az ügyfél le van tiltva. A válaszhoz oldd fel.
console-problem-on-its-way = Ez a válasz már úton van.
console-problem-not-again = Ez az üzenet elment, küldésre vár, vagy már más ment helyette.
console-problem-perhaps-left = Lehet, hogy ez az üzenet már elment. Nézd meg még egyszer, és utána dönts.
console-problem-inbox-off = A fiók, amelyből ez indulna, már nincs használatban. Tedd át a beszélgetést egy másikba, és küldd újra.
console-problem-open-elsewhere = Ennek az ügyfélnek másik nyitott beszélgetése van ebben a chatben.
console-problem-moved-on = Az ügyfél egy másik beszélgetésben folytatja, ezt itt nem látná.
console-problem-account-disabled = Ez a fiók le van tiltva.
console-problem-no-files-here = Itt nem küldhető fájl.
console-problem-bad-recipient = Az egyik címzettnek nem lehet írni. Nézd át a címeket.
console-problem-bad-sender = Ez a fiók arról a címről nem küld.
console-problem-cant-begin = Ebben a fiókban csak az ügyfél kezdhet.
console-problem-cant-forward = Ebből a fiókból semmit sem lehet továbbítani.
console-problem-file-gone = Az egyik fájl már nincs meg. Csatold újra.
console-problem-wrong-type = Ilyen fájlt nem fogadunk.
console-problem-too-slow = Ez túl sokáig tartott. Próbáld pontosabb kereséssel.
console-problem-too-long = Ez túl hosszú.
console-problem-newer-message = Az ügyfél közben újra írt.
console-problem-kept = Ezt régebben írtad, és nem ment el. Olvasd át még egyszer.
console-problem-key-reused = Ez már megtörtént. Töltsd be újra az oldalt.
console-problem-foreign-origin = Az ügyfélszolgálat másik címen érhető el.
console-problem-set-up-already = Az ügyfélszolgálatnak már van adminisztrátora. Jelentkezz be.
console-too-long = { $over } karakterrel hosszabb a megengedettnél.

console-field-empty = Ezt ki kell tölteni.
console-field-taken = Ez már foglalt.
console-field-too-short = Ez túl rövid.
console-field-too-long = Ez túl hosszú.
console-field-easy-to-guess = Ezt könnyű kitalálni. Válassz hosszabbat vagy váratlanabbat.
console-field-not-a-mail-address = Ez nem látszik e-mail-címnek.
console-field-wrong-form = Ennek más a várt alakja.
console-field-wrong = Nem ez a jelenlegi jelszó.
console-field-unknown = Ez már nincs itt.
console-field-no-address = Erre a címre semmi sem küldhető.
console-field-our-own = Ez a fiók saját címe.

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
console-view-junk = Levélszemét
console-view-held = Visszatartva
console-inboxes = Fiókok
console-labels = Címkék
console-open-ones = { $count } nyitott
console-settings = Beállítások
console-sign-out = Kijelentkezés
console-be-available = Itt vagyok
console-be-away = Nem vagyok itt
console-presence-available = Elérhető
console-presence-away = Nincs a helyén
console-presence-offline = Nincs kapcsolat
console-theme-system = Rendszer szerint
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
console-sort-waiting = várakozók elöl
console-sort-newest = újak elöl
console-sort-other-waiting = Elöl az, aki a legrégebben vár
console-sort-other-newest = Elöl a legújabb
console-filter-off = Szűrő törlése: { $name }
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
console-empty-junk = Nincs levélszemét
console-empty-junk-why = Itt marad, amit senki sem kért. Semmi sem törlődik, és egy gombnyomással visszahozható.
console-held-why = Ezek megérkeztek, de nem lehetett őket értelmezni. Hiánytalanul megvannak, és senki sem kapott rájuk választ.
console-held-none = Semmi sincs visszatartva
console-held-none-why = Ami megérkezik, de nem értelmezhető, itt vár hiánytalanul, amíg valaki meg nem nézi.
console-held-tries = { $count ->
    [0] még nem próbáltuk újra
   *[other] { $count } újabb próba
  }
console-held-retry = Újrapróbálás
console-held-away = Félretétel
console-held-away-ask = Félretegyük?
console-held-away-why = Lezárva megmarad, de többé egyetlen listában sem látszik, és nem lesz belőle beszélgetés.
console-held-understood = Most már érthető: a beszélgetésében van.
console-held-still = Még mindig nem érthető. Visszatartva marad.

console-conversation = Beszélgetés
console-messages = Üzenetek
console-nobody = Nincs kiválasztott beszélgetés
console-nobody-why = Válassz egyet a listáról.
console-open-failed = Ezt a beszélgetést nem sikerült megnyitni
console-gone = Ezt nem láthatod
console-gone-why = Másik csapat fiókjába került, vagy soha nem is volt ezen a címen.
console-unreachable = A kiszolgáló nem érhető el
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

console-snooze = Félretétel
console-assign = Átadás
console-close = Lezárás
console-reopen = Újranyitás
console-more = Egyebek
console-reply = Válasz
console-take = Elvállalom
console-to-me = Nekem
console-to-nobody = Senkinek
console-assign-more = Átadás…
console-assign-to = Átadás
console-teams = Csapatok
console-assign-find = Egy név vagy egy csapat
console-snooze-more = Félretétel…
console-pend = Az ügyfélen a sor
console-reopen-now = Vissza a nyitottak közé
console-mark-unread = Megjelölés olvasatlanként
console-label-more = Címkék…
console-priority-more = Sürgősség…
console-move-more = Áthelyezés másik fiókba…
console-junk = Levélszemét
console-not-junk = Nem levélszemét
console-done-junk = A levélszemét közé került: { $name }
console-block = Letiltás
console-unblock = Tiltás feloldása
console-undo = Visszavonás
console-done-closed = Lezárva: { $name }
console-done-unread = Olvasatlanként megjelölve

console-day-today = Ma
console-day-yesterday = Tegnap
console-new = Új
console-earlier = Korábbi üzenetek
console-newest = A legújabbhoz
console-below = Új üzenet
console-name-writes = { $name } éppen ír
console-note-by = { $name }, jegyzet csak nekünk
console-erased = Ezt a szöveget törölték.
console-said = { $name }, { $time }: { $text }
console-said-note = { $name } jegyzete, { $time }: { $text }
console-mark-queued = küldésre vár
console-mark-sent = elküldve
console-mark-delivered = megérkezett
console-mark-read = elolvasva
console-mark-failed = nem érkezett meg
console-mark-unknown = lehet, hogy nem érkezett meg
console-mark-recalled = visszahívva
console-mark-bounced = visszajött
console-mark-delayed = útközben elakadt
console-mark-sending = küldés
console-mark-kept = megőrizve, el fog menni
console-recall = Visszahívás
console-why-failed = Nem érkezett meg. { $why }
console-why-waits = Következő próba: { $time }. { $why }
console-why-unknown = Nem tudható, hogy megérkezett-e. { $why }
console-why-bounced = Nem érte el ezt a címet: { $address }. { $why }
console-why-delayed = Még nem érte el ezt a címet: { $address }. A kiszolgáló tovább próbálkozik. { $why }
console-why-refused = Nem ment el: { $reason }
console-send-again = Küldés újra
console-edit-again = Átírás
console-mark-replaced = más ment helyette
console-why-failed-to = Nem érkezett meg ide: { $address }. { $why }
console-why-for-all = A többiek sem kapták meg.
console-why-replaced = Ez nem érkezett meg. Javított üzenet ment helyette.
console-server-said = Amit a kiszolgáló mond
console-edit-and-send = Javítás és küldés
console-sent-again = Az üzenet újra úton van.
console-unsure-title = Lehet, hogy ez már megérkezett
console-unsure-why = A kiszolgáló az egész üzenetet megkapta, de nem felelt. Ha mégis megérkezett, most egy második is megérkezik mellé.
console-rewrite-first = Itt már egy másik válasz van elkezdve. Előbb küldd el, vagy töröld.
console-replacing = Ez a meg nem érkezett üzenet helyett megy el.
console-replacing-not = Küldés új üzenetként
console-trouble-no-such-address = Ezen a címen nincs senki.
console-trouble-mailbox-full = A postafiók megtelt.
console-trouble-domain-unknown = Erre a tartományra nem kézbesíthető levél. Jól van leírva?
console-trouble-junk = A kiszolgáló levélszemétnek tartja, vagy saját szabálya szerint utasítja el.
console-trouble-too-large = A levél túl nagy, valószínűleg a fájljai miatt.
console-trouble-sender-refused = A kiszolgáló a mi címünkről ezt nem engedi elküldeni.
console-trouble-sign-in-refused = A saját levelezőszerverünk nem engedi be ezt a fiókot. Egy adminisztrátor a beállításaiban rendbe teheti.
console-trouble-server-away = A levelezőszerver nem érhető el, vagy magával van baja.
console-trouble-greylisted = A kiszolgáló türelmet kér, mielőtt átveszi a levelünket.
console-trouble-timed-out = A levelezőszerver nem válaszolt időben.
console-trouble-encryption-failed = Nem jött létre biztonságos kapcsolat a levelezőszerverrel.
console-trouble-bad-address = Ilyen címre nem küldhető levél. Jól van leírva?
console-trouble-inbox-off = A fiók már nincs használatban, vagy nincs kiszolgálója a küldéshez.
console-trouble-file-gone = Az egyik fájlja már nincs meg.
console-trouble-erased = Amit el kellett volna küldeni, azt törölték.
console-trouble-expired = Nem mehetett el időben, és már nem ér semmit.
console-trouble-defect = A küldés az Esmerón belül akadt el; a naplófájl többet mond.
console-trouble-outcome-unknown = A levelezőszerver az egészet megkapta, és nem felelt.
console-trouble-other = Elutasították.
console-discard = Elvetés
console-file = { $name }, { $size }
console-machine-bounce = Kézbesítési jelentés
console-machine-auto-reply = Automatikus válasz
console-machine-list = Levelezőlista
console-machine-receipt = Olvasási visszaigazolás
console-machine-calendar = Naptár
console-copies-to = Címzett: { $names }
console-copies-cc = Másolat: { $names }
console-copies-bcc = Titkos másolat: { $names }
console-quoted = Az idézett rész
console-quoted-by = Idézet { $name } leveléből
console-designed-show = Eredeti formában
console-designed-hide = Eredeti forma elrejtése
console-designed-by = { $name } levele, eredeti formában
console-pictures-elsewhere = A máshonnan származó képeket nem töltjük be: { $count } ilyen van.
console-source-open = Forrás megnyitása…
console-source-title = A levél forrása
console-source-why = A levelet fájlként kapod meg, bájtról bájtra úgy, ahogy érkezett. A beszélgetésben látszik majd, hogy megnyitottad, és miért.
console-source-reason = Miért van rá szükség?
console-source-go = Letöltés
console-conversation-number = { NUMBER($id, useGrouping: 0) }. beszélgetés

console-fact-opened = { $inbox }
console-fact-begun = { $inbox } · { $who } írt először
console-fact-taken = { $who } elvállalta
console-fact-given = { $who } átadta, új gazdája: { $name }
console-fact-team = { $who } átadta, új gazdája: { $team }
console-fact-put-back = { $who } visszatette a gazdátlanok közé
console-fact-pended = { $who }: az ügyfélen a sor
console-fact-snoozed = { $who } félretette eddig: { $time }
console-fact-woken = letelt a félretétel ideje
console-fact-closed = { $who } lezárta
console-fact-reopened = { $who } újranyitotta
console-fact-moved = { $who } áthelyezte ide: { $inbox }
console-fact-recognised = már ismerjük: bejelentkezett
console-fact-continued = bejelentkezett: a már nyitott beszélgetésében folytatódik
console-fact-labelled = { $who } címkét tett rá: { $labels }
console-fact-unlabelled = { $who } címkét vett le róla: { $labels }
console-fact-priority = { $who } átállította a sürgősségét: { $priority }
console-fact-subject = { $who } ezt a tárgyat adta: „{ $subject }”
console-fact-no-subject = { $who } elvette a tárgyat
console-fact-contacted = elérhetőséget hagyott: { $what }
console-facts-more = { $count ->
    [one] még egy változás
   *[other] még { $count } változás
  }
console-fact-named = ezt a nevet adta meg: { $name }
console-fact-linked-stranger = Válasz egy másnak írt levélre:
console-fact-linked-seen = Erre a levélre valaki más válaszolt:
console-fact-junked = { $who } a levélszemétbe tette
console-fact-junked-desk = levélszemétként félretéve
console-fact-cleared = { $who }: ez nem levélszemét
console-fact-joined = másolatban: { $names }
console-fact-left = { $name } már nem vesz részt benne
console-fact-bounced = visszajött az ide küldött levél: { $address }
console-fact-delayed = elakadt egy levél ide: { $address }
console-fact-source = { $who } megnyitotta a forrást: „{ $reason }”
console-fact-acknowledged = A beérkezést visszaigazoltuk
console-fact-not-left = Ez nem ment el e-mailben. { $why }
console-fact-switched = Az ügyfél { $way } folytatja
console-fact-copy-queued = Egy ideje olvasatlan: e-mailben is elmegy
console-fact-copy-sent = Elment e-mailben

console-write-what = Mit írsz
console-write-reply = Válasz
console-write-note = Jegyzet
console-begun = elkezdve
console-write-to = címzett: { $name }
console-by-chat = csevegésben
console-by-email = e-mailben
console-by-other = így: { $channel }
console-write-to-us = csak nekünk
console-write-here = Ide írd a választ
console-recipients = Kik kapják meg?
console-recipient-to = Címzett
console-recipient-cc = Másolat
console-recipient-bcc = Titkos másolat
console-recipient-cc-why = Mindenki látja őket, aki megkapja a levelet.
console-recipient-bcc-why = Rajtuk kívül senki sem látja őket.
console-recipients-many = A címeket vessző választja el.
console-recipient-wrong = „{ $what }” nem e-mail-cím.
console-recipient-one = Ide legalább egy cím kell.
console-recipients-too-many = Legfeljebb { $limit } cím.
console-recipients-back = Visszaállítás
console-begin = Új üzenet
console-begin-to = Írok neki
console-forward = Továbbítás
console-forward-more = A beszélgetés továbbítása…
console-forward-title = Továbbítás beszállítónak vagy kollégának
console-forward-reply = Válasz neki: { $name }
console-forward-by = { $name } továbbította neki: { $to }
console-forward-replied = { $name } válaszolt neki: { $to }
console-forward-answered = { $name } válaszolt, csak nekünk
console-mail-from = Feladó
console-mail-to-why-begin = Az első cím az ügyfélé. Több címet vesszővel válassz el.
console-mail-to-why-forward = Az ügyfél ebből semmit sem lát. Ami válaszként jön, itt jegyzet lesz.
console-mail-to-why-answer = Az ügyfél ebből semmit sem lát.
console-mail-copies = Másolat vagy titkos másolat hozzáadása
console-mail-text-begin = Üzenet
console-mail-text-forward = A saját szavaid, fölötte
console-mail-text-answer = Üzenet
console-mail-quotes-one = Az üzenet alatta idézve megy, azzal együtt, hogy ki és mikor írta.
console-mail-quotes-all = Minden, amit az ügyféllel váltottunk, alatta idézve megy, a jegyzeteink nélkül.
console-mail-files = Fájlok, amelyek vele mennek
console-mail-sent = Úton van ide: { $names }
console-mail-unsent = A leveled nem ment el. { $reason }
console-mail-back = A levélhez
console-sight-seen = Látják egymást: { $names }.
console-sight-unseen = { $count ->
    [one] Rajtunk kívül senki sem látja: { $names }.
   *[other] Rajtunk kívül senki sem látja őket: { $names }.
  }
console-sent-from = Feladó: { $address }
console-note-here = Jegyzet, amelyet csak a kollégák látnak
console-attach = Fájl csatolása
console-drop = Ide húzd a fájlokat
console-send = Küldés
console-send-close = Küldés és lezárás
console-add-note = Jegyzet mentése
console-stays-closed = Ez a beszélgetés le van zárva. A válaszod megérkezik, de lezárva marad.
console-go-there = Ugrás oda
console-will-send = Nincs kapcsolat. Amit elküldesz, azt megőrizzük, és magától elmegy.
console-writes-too = { $name } is ír ide
console-newer = { $count ->
    [one] Amíg írtál, { $name } is írt
   *[other] Amíg írtál, { $name } { $count } üzenetet írt
  }
console-newer-how = Még egy Enter, és a válaszod elmegy úgy, ahogy van.
console-blocked-why = { $name } le van tiltva, ezért a válaszok nem jutnak el hozzá.
console-uploading = { $name } feltöltése
console-file-off = { $name } eltávolítása
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
console-reach-nothing = Nincs ismert címe. A válaszodat a chatben olvassa.
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

console-snooze-until = Félretétel eddig
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
console-no-labels = Még nincsenek címkék. Egy csoportvezető a beállításokban vehet fel újakat.
console-priority-find = Mennyire sürgős
console-move-to = Áthelyezés másik fiókba
console-move-find = Egy fiók
console-block-title = { $name } letiltása?
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
console-key-unread = Megjelölés olvasatlanként
console-key-forward = A beszélgetés továbbítása
console-key-begin = Új üzenet
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
console-try-now = Próba most
console-given-to-you = { $name } rád bízott egy beszélgetést

### Szavak, amelyek sok képernyőn közösek.

console-save = Mentés
console-saved = Mentve
console-copy = Másolás
console-copied = Kimásolva
console-done = Kész
console-remove = Eltávolítás
console-edit-name = Módosítás: { $name }
console-remove-name = Eltávolítás: { $name }
console-skip = Ugrás a tartalomra
console-role-agent = Munkatárs
console-role-supervisor = Csoportvezető
console-role-administrator = Adminisztrátor
console-role-why-agent = A csapatai fiókjaiban válaszol.
console-role-why-supervisor = Ügyfeleket is letilthat, és gondozza a címkéket.
console-role-why-administrator = Minden fiókot lát, és mindent beállíthat.
console-tint-grey = Szürke
console-tint-green = Zöld
console-tint-blue = Kék
console-tint-amber = Borostyán
console-tint-red = Piros
console-tint-violet = Lila

### Beállítások: a sajátok.

console-set-rooms = Beállítások
console-set-leave = Vissza a beszélgetésekhez
console-set-yours = A tiéd
console-set-desk = Az ügyfélszolgálat
console-set-closed = Ez az adminisztrátoroké
console-set-closed-why = A szerepköröddel ide nem lehet belépni. Egy adminisztrátor megváltoztathatja, ami itt van.
console-set-unsaved = Vannak mentetlen módosítások.
console-set-leave-why = Ha most továbblépsz, elvesznek.
console-set-leave-go = Tovább mentés nélkül
console-set-all-saved = Minden mentve van.
console-set-discard = Elvetés

console-set-me = Profil
console-set-look = Nyelv és megjelenés
console-set-theme = Világos vagy sötét
console-set-password-why = A módosítás minden más eszközön kijelentkeztet.
console-set-password-now = Jelenlegi jelszó
console-set-password-go = Jelszó módosítása
console-set-password-done = A jelszavad megváltozott. Minden más eszközön kijelentkeztettünk.

console-set-notices = Értesítések
console-set-notices-why = Ami szól az új üzenetekről, amíg máshová nézel.
console-set-tell = Szóljon erről
console-set-tell-all = Minden, amit látok
console-set-tell-mine = Ami az enyém
console-set-tell-none = Semmi
console-set-sound = Halk hang
console-set-sound-why = Csak amíg nem a beszélgetést nézed.
console-set-desktop = A böngésző értesítése
console-set-desktop-why = Megmutatja, ki írt, és megnyitja a beszélgetést.
console-set-desktop-denied = Ez a böngésző nem engedi, hogy az Esmero értesítést mutasson. A webhely böngészőbeállításai között engedélyezheted.

console-set-sessions = Bejelentkezések
console-set-sessions-title = Ahol be vagy jelentkezve
console-set-sessions-why = Ha valamelyiket nem ismered, jelentkezz ki ott, és változtasd meg a jelszavad.
console-set-sessions-end = Kijelentkezés mindenhol máshol
console-set-sessions-ask = Kijelentkezel mindenhol máshol?
console-set-sessions-ask-why = Itt bejelentkezve maradsz. Mindenhol máshol újra kell a jelszó.
console-set-sessions-ended = Most már csak itt vagy bejelentkezve.
console-set-session-ended = Ott kijelentkeztél.
console-set-seen = utoljára itt: { $time }
console-set-this = Ez a böngésző
console-set-device = Ismeretlen böngésző

### Beállítások: az emberek.

console-set-agents = Munkatársak
console-set-agents-why = Mindenki, aki itt dolgozik, és amit megtehet.
console-set-agent-edit = Név és szerepkör
console-set-agent-enable = Visszaengedés
console-set-agent-reset = Hivatkozás új jelszóhoz
console-set-agent-disable = Kizárás
console-set-agent-disable-ask = Kizárod őt: { $name }?
console-set-agent-disable-why = Azonnal kijelentkezik mindenhol, és nem tud belépni. Amit írt, megmarad. Később visszaengedheted.
console-set-do-with = Mi legyen vele: { $name }
console-set-disabled = Kizárva
console-set-trainee = Tanuló
console-set-trainee-why = A válaszait egy csoportvezető olvassa el, mielőtt elmennek.
console-set-role = Szerepkör
console-set-invite = Meghívás
console-set-invite-go = Hivatkozás készítése
console-set-invite-again = Új hivatkozás
console-set-invitations = Meghívottak
console-set-invited = Meghívó: { $name }
console-set-reset-made = Új jelszó: { $name }
console-set-link-why = Ezt a hivatkozást olyan úton küldd el, amelyet csak az illető olvas. Egyszer használható, és csak most látszik.
console-set-name-maybe = Név, ha tudod
console-set-until = eddig: { $day }
console-set-expired = a hivatkozás lejárt
console-set-withdraw = Visszavonás
console-set-withdraw-ask = Visszavonod a meghívót: { $name }?
console-set-withdraw-why = A hivatkozás többé nem működik.
console-problem-last-administrator = Legalább egy adminisztrátorra szükség van. Előbb tegyél azzá valaki mást.

console-set-teams = Csapatok
console-set-teams-why = Akik együtt dolgoznak, és a fiókok, amelyeket látnak.
console-set-teams-none = Még nincs csapat. Egy csapat adja a tagjainak azokat a fiókokat, amelyekben válaszolnak.
console-set-team-new = Új csapat
console-set-team-edit = Csapat
console-set-team-members = Tagok
console-set-team-inboxes = Ezeket a fiókokat látja
console-set-team-sees = Ezt látja: { $inboxes }
console-set-team-sees-none = Még egy fiókot sem lát
console-set-team-remove = Feloszlatod ezt: { $name }?
console-set-team-remove-why = A tagjai nem látják tovább azokat a fiókokat, amelyeket általa láttak. A beszélgetések maradnak.
console-set-team-remove-go = Feloszlatás

console-set-labels = Címkék
console-set-labels-why = Szavak a beszélgetéseken, hogy újra megtaláld őket.
console-set-labels-none = Még nincs címke.
console-set-label-new = Új címke
console-set-label-edit = Címke
console-set-label-remove = Eltávolítod ezt: { $name }?
console-set-label-remove-why = Minden beszélgetésről eltűnik. A beszélgetések maradnak.
console-set-tint = Szín

console-set-tokens = API-kulcsok
console-set-tokens-why = Kulccsal egy program a nevedben dolgozik, és azt látja, amit te.
console-set-tokens-none = Egy programnak sincs kulcsa.
console-set-token-new = Új kulcs
console-set-token-name-why = Melyik programnak szól.
console-set-token-go = Kulcs készítése
console-set-token-made = Az új kulcs
console-set-token-made-why = Tedd oda, ahol a program a titkait tartja. Csak most látszik.
console-set-token-remove = Visszavonod ezt: { $name }?
console-set-token-remove-why = A programot, amely használja, mostantól elutasítjuk.
console-set-token-used = utoljára használta: { $time }
console-set-token-since = nem használták, készült: { $time }

### Beállítások: a fiókok.

console-set-inboxes = Fiókok
console-set-inboxes-why = Az utak, amelyeken az ügyfelek elérnek.
console-set-inboxes-none = Még nincs fiók. Készíts egyet, tedd a sorát az oldalaidra, és az ügyfelek írhatnak neked.
console-set-inbox-new = Új chat
console-set-inbox-go = Chat készítése
console-set-inbox-name-why = Ahogy a munkatársak hívják, például a webhely neve.
console-set-inbox-teams = Látja és válaszol
console-set-inbox-teams-none = Még nincs csapat. Az adminisztrátorok minden fiókot látnak.
console-set-inbox-remove = Megszüntetés
console-set-inbox-remove-ask = Megszünteted ezt: { $name }?
console-set-inbox-remove-why = Ide többé nem lehet írni. Ami elhangzott, megmarad azoknak, akik eddig látták.
console-set-seen-by = Válaszol: { $teams }
console-set-seen-by-none = Csak az adminisztrátorok látják
console-set-gone = Ez a fiók nincs itt
console-set-gone-why = Megszüntették, vagy nem láthatod.

console-set-snippet = Az oldalaidon
console-set-snippet-why = Tedd ezt a sort minden oldal végére, ahonnan az ügyfelek írhatnak neked.
console-set-part-names = Amit az ügyfelek látnak
console-set-brand = A cég neve
console-set-brand-why = Ahogy az ügyfelek ismerik.
console-set-languages = Nyelvek, amelyeken válaszoltok
console-set-languages-why = A chat az ügyfél nyelvén szól, ha az ezek egyike, különben az elsőn.
console-set-address = Az ügyfelek megszólítása
console-set-formal = Magázva
console-set-familiar = Tegezve
console-set-part-look = Köszöntés és szín
console-set-greeting = Köszöntés, { $language }
console-set-greeting-own = Ahogy a chat magától mondja
console-set-accent = Saját szín
console-set-accent-why = Az Esmero zöldje helyett.
console-set-part-hours = Nyitvatartás
console-set-part-hours-why = Azon kívül a chat megmondja, mikor jöttök vissza, és átveszi az üzenetet.
console-set-hours-when = Valaki itt van
console-set-always = Mindig
console-set-with-hours = Heti rend szerint
console-set-week = A hét nyitvatartása
console-set-closed-day = Zárva
console-set-begins = { $day }, kezdete
console-set-ends = { $day }, vége
console-set-span-add = { $day }: időszak hozzáadása
console-set-span-remove = { $day }: időszak eltávolítása
console-set-hours-order = A vége a kezdete után van. Ami éjfél után van, az a következő naphoz tartozik.
console-set-hours-overlap = Ezek az időszakok fedik egymást.
console-set-like-monday = Minden munkanap úgy, mint { $day }
console-set-zone = Időzóna
console-set-days-off = Szabadnapok
console-set-day-off = Szabadnap
console-set-day-off-add = Nap hozzáadása
console-set-days-off-why = Ezeken a napokon a chat egész nap zárva van.
console-set-part-ways = Más elérhetőségek
console-set-part-ways-why = A chat kezdőlapján állnak, és az oldalon, amikor a kiszolgáló nem érhető el.
console-set-way = Elérhetőség
console-set-way-add = Elérhetőség hozzáadása
console-set-phone = Telefon
console-set-number = Szám
console-set-cost = Díja, az ügyfél szavaival
console-set-part-sites = Ahol megjelenhet
console-set-part-sites-why = Más oldalak nem mutathatják a chatet. Ha egyet sem adsz meg, bármelyik mutathatja.
console-set-sites = Webhelyek, soronként egy
console-set-part-talk = Beszélgetések
console-set-reopen = Eddig folytatódik egy lezárt beszélgetés (óra)
console-set-reopen-why = Aki ezen belül ír újra, ugyanabba a beszélgetésbe tér vissza; később új kezdődik.
console-set-answers-from = Az olvasatlan válaszok innen mennek el
console-set-answers-from-why = Aki elhagyta a chatet, és megadta a címét, e-mailben kapja meg, ami öt perce olvasatlan.
console-set-answers-from-any = Ugyanannak a csapatnak a postafiókjából
console-set-files = Az ügyfelek küldhetnek fájlokat
console-set-known-only = Csak olyan ügyfelek, akikért a webhelyed kezeskedik
console-set-known-only-why = A webhelyed írja alá, kik ők, a lenti titokkal.
console-set-identity = Ki kicsoda
console-set-identity-why = Egy titokkal a webhelyed megmondhatja, ki a bejelentkezett ügyfél. Nélküle ezt senki nem tudja eljátszani.
console-set-identity-none = Még nincs titok. Az ügyfelek látogatók, amíg meg nem mondják, kik.
console-set-identity-there = Van titok. Újra megmutatni nem lehet, csak megújítani.
console-set-secret-make = Titok készítése
console-set-secret-renew = A titok megújítása
console-set-secret-ask = Megújítod a titkot?
console-set-secret-ask-why = Amit a webhelyed a mostanival ír alá, azt ettől a pillanattól nem fogadjuk el.
console-set-secret-made = A titok
console-set-secret-made-why = A kiszolgálódon tartsd, soha ne egy oldalon. Csak most látszik.

## Inboxes: which kind, and those of e-mail

console-inbox-new = Új fiók
console-inbox-new-why = Milyen úton érkezzenek az üzenetek?
console-kind-chat = Chat
console-kind-chat-why = Gomb az oldalaidon. Az ügyfelek ott írnak, és ott olvassák a válaszokat, később is.
console-kind-email = E-mail
console-kind-email-why = Egy cím, mint az ugyfelszolgalat@bolt.example. A levelei ide érkeznek, és a válaszok erről mennek ki.
console-set-signature = Aláírás
console-set-signature-why = Az általad írt e-mailek alján áll, a fiók aláírása fölött.
console-mail-new = Új e-mail-fiók
console-mail-new-why = Kezdésnek elég egy cím és a jelszava. A kiszolgálókat az Esmero megkeresi.
console-mail-continue = Tovább
console-mail-go = Fiók hozzáadása
console-mail-made = A fiók elkészült. A levelei mostantól ide érkeznek.
console-mail-looking = { $domain }: a kiszolgálók keresése …
console-mail-look-again = Keresés újra
console-mail-found-provider = { $domain }: a kiszolgálók ismertek, ki is vannak töltve.
console-mail-found-autoconfig = Megvannak: { $domain } saját bejegyzései nevezik meg őket.
console-mail-found-srv = Megvannak: { $domain } saját bejegyzései nevezik meg őket.
console-mail-found-directory = Megvannak: a Thunderbird nyilvános jegyzéke ismeri { $domain } kiszolgálóit.
console-mail-found-mx = Megvannak a szolgáltatónál, ahová { $domain } levelei érkeznek.
console-mail-found-guess = Ez csak sejtés: ilyen nevű kiszolgálók léteznek. A próba megmutatja, jók-e.
console-mail-found-half = A két kiszolgáló közül csak az egyik van meg. Töltsd ki a másikat is.
console-mail-found-none = { $domain }: nem találtunk semmit. Töltsd ki a kiszolgálókat; a szolgáltató súgójában megvannak a neveik.
console-mail-name = Név az Esmeróban
console-mail-name-empty = Ahogy a munkatársak hívják. Ha üresen hagyod, a cím lesz az.
console-mail-name-why = Ahogy a munkatársak hívják.
console-mail-brand-why = Az ügyfelek a válaszoló neve mellett látják.
console-mail-address = E-mail-cím
console-mail-address-why = Ide írnak az ügyfelek, és erről mennek ki a válaszok.
console-mail-others = További címek, soronként egy
console-mail-others-why = Az ezekre írt levelek is ide érkeznek, és bármelyikről lehet válaszolni.
console-mail-signature = A fiók aláírása
console-mail-signature-why = Minden válasz alján, a válaszoló saját aláírása alatt. { $agent } és { $brand } helyére a nevek kerülnek.
console-mail-reopen = Eddig folytatódik egy lezárt beszélgetés (nap)
console-mail-reopen-why = Az ezen belül érkező válasz újra megnyitja; később új kezdődik.
console-mail-language = Az Esmero saját mondatainak nyelve
console-mail-language-why = Ahol az ügyfélé nem ismert.
console-mail-acknowledge = Az első levél visszaigazolása
console-mail-acknowledge-why = Aki először ír, rövid választ kap, benne a beszélgetés oldalára mutató hivatkozással.
console-mail-acknowledge-without = Aki először ír, rövid választ kap.
console-mail-no-links = Nincs még benne hivatkozás a beszélgetés oldalára, mert senki sem adta meg, milyen címen érik el az ügyfelek ezt az ügyfélszolgálatot. A szerver üzemeltetője az ESMERO_PUBLIC_URL beállításban adhatja meg.
console-mail-acknowledgement = A visszaigazolás szövege
console-mail-acknowledgement-why = A { $brand } helyére az a név kerül, amelyet az ügyfelek látnak.
console-mail-acknowledgement-link = A beszélgetés oldalára mutató hivatkozás alatta áll.
console-mail-acknowledgement-own = A rendszer saját szavaival
console-mail-part-arriving = Hogyan érkezik a levél
console-mail-folder = Mappa
console-mail-folder-why = Az Esmero ezt a mappát figyeli, és semmit sem változtat benne.
console-mail-subaddresses = A levelezőszerver az info+bármi@ címet is az info@ címnek veszi
console-mail-subaddresses-why = Így a válasz akkor is megtalálja a beszélgetését, ha a levelezőprogram minden más jelet elhagy. A legtöbb szolgáltató tudja; egy ilyen címre küldött levélből kiderül.
console-mail-trusted = Megbízható közvetítők, soronként egy
console-mail-trusted-why = Csak ezeknek hisszük el, kitől jött egy levél, vagy hogy levélszemét. A nevük az Authentication-Results sorban áll.
console-mail-part-servers = Kiszolgálók és jelszó
console-mail-part-servers-why = Ahonnan a levelek jönnek, és ahová a válaszok kerülnek.
console-mail-servers = Kiszolgálók
console-mail-servers-none = még nincs
console-mail-receive = Fogadás (IMAP)
console-mail-send = Küldés (SMTP)
console-mail-host = Kiszolgáló
console-mail-host-wrong = A kiszolgálót így írjuk: mail.shop.example.
console-mail-security = Titkosítás
console-mail-security-none = Nincs (csak saját hálózaton)
console-mail-port = Port
console-mail-user = Felhasználónév, ha nem a cím
console-mail-sign-in = Belépés
console-mail-sign-in-password = jelszóval
console-mail-sign-in-google = Google-fiókkal (OAuth 2)
console-mail-sign-in-microsoft = Microsoft-fiókkal (OAuth 2)
console-mail-sign-in-none = nem szükséges
console-mail-password-why = Titkosítva tároljuk, és soha többé nem látható.
console-mail-password-change = Jelszó módosítása
console-mail-password-change-why = Soha nem látható. Ha üresen marad, nem változik.
console-mail-kept = Van elmentve
console-mail-kept-none = Még nincs elmentve
console-mail-apart = A küldésnek külön jelszava van
console-mail-password-send = Jelszó a küldéshez
console-mail-secret-missing = Ezt is töltsd ki: a titkokat egyszerre mentjük.
console-mail-consent-why = A szolgáltató saját alkalmazást és egy személy hozzájárulását kéri.
console-mail-client = Ügyfél-azonosító
console-mail-client-secret = Ügyféltitok
console-mail-token = Frissítési token
console-mail-consent-back = Ezt a visszatérési címet jegyezd be az alkalmazásodhoz:
console-mail-consent-google = Bejelentkezés a Google-nál
console-mail-consent-microsoft = Bejelentkezés a Microsoftnál
console-mail-consented = A hozzáférés megvan. Mentsd el, hogy megmaradjon.
console-mail-consent-none = Nem jött válasz. Próbáld újra, amikor szeretnéd.
console-mail-token-why = Magától kitöltődik, ha fent bejelentkezel. Ha már van egy, ide illesztheted.
console-problem-no-consent = A szolgáltató nem engedte be a rendszert. Ellenőrizd az ügyfél-azonosítót és a titkot, majd jelentkezz be újra.
console-mail-handed = Saját levelezőszerver LMTP-n vagy csővezetéken is átadhatja a leveleket, fogadó kiszolgáló nélkül.
console-mail-help-how = Lépésről lépésre
console-mail-help-sign-in = Nyomd meg az alábbi gombot. Akié a postafiók, ott belép és hozzájárul.
console-mail-help-google-app = A Google Cloud konzolban hozz létre egy projektet, kapcsold be a Gmail API-t, és hozz létre egy „webalkalmazás” típusú OAuth-ügyfelet.
console-mail-help-google-rights = A hozzájárulási képernyőn add hozzá ezt a jogot. Szervezetben válaszd a „belső” módot; amíg „tesztelés alatt” áll, minden hozzájárulás hét nap után véget ér.
console-mail-help-google-fill = Másold az ügyfél azonosítóját és titkát az alábbi mezőkbe.
console-mail-help-microsoft-app = Az Entra ID-ban regisztrálj egy alkalmazást bármely szervezet fiókjaihoz.
console-mail-help-microsoft-rights = Add hozzá ezeket a delegált jogokat, és kapcsold be a postafióknál a „hitelesített SMTP-t”.
console-mail-help-microsoft-fill = Hozz létre egy ügyféltitkot, és másold az alkalmazás azonosítójával együtt az alábbi mezőkbe. Legkésőbb két év múlva lejár.
console-mail-help-lmtp = A Postfix LMTP-n adja át a leveleket, ha ez a sor áll a transport_maps-ben:
console-mail-help-pipe = Aliasból vagy .forward fájlból elég egy csővezeték:
console-mail-help-handed = A fogadó kiszolgálót hagyd üresen. Egy levél akkor van átadva, amikor az Esmero lemezén van.
console-mail-test = Próba
console-mail-test-why = Belép mindkét kiszolgálóra. Semmit sem küld el.
console-mail-testing = Mindkét kiszolgáló megkérdezése …
console-mail-kept-elsewhere = Az elmentett jelszó csak az eddigi kiszolgálókhoz való. Ezek próbájához írd be újra.
console-mail-verdict-untested = Még nincs kipróbálva. Így is hozzáadható.
console-mail-verdict-changed = A próba óta valami megváltozott.
console-mail-verdict-failed = A próba hibát talált. Így is menthető.
console-mail-verdict-passed = A próba rendben lezajlott.
console-mail-step-fine = rendben
console-mail-step-wrong = hibás
console-mail-step-note = tudnivaló
console-mail-step-connect = A kiszolgáló válaszol.
console-mail-step-sign-in = A kiszolgáló beengedi az Esmerót.
console-mail-step-folder = A mappa olvasható.
console-mail-folders = Ezek vannak ott. Válassz egyet:
console-mail-no-server-receive = Nincs megadva kiszolgáló: a levelek az Esmero saját fogadóján vagy csővezetéken jönnek.
console-mail-no-server-send = Nincs megadva kiszolgáló: ebből a fiókból semmit sem lehet küldeni.
console-mail-says = A kiszolgáló üzenete: „{ $words }”
console-mail-hint-alone = { $provider }: a fiók saját jelszava helyett külön az Esmerónak készült jelszó kell (alkalmazásjelszó).
console-mail-hint-google = { $provider }: a fiók saját jelszava helyett külön az Esmerónak készült jelszó kell (alkalmazásjelszó). Vagy lépj be Google-fiókkal.
console-mail-hint-microsoft = { $provider }: jelszót itt már nem fogad el, Microsoft-fiókkal kell belépni.
console-mail-hint-switch = { $provider }: a levelezőprogramokat csak akkor engedi be, ha a beállításaiban bekapcsolják (POP3 és IMAP).
console-mail-hint-imap = { $provider }: bekapcsolt IMAP mellett engedi be a levelezőprogramokat; kétlépcsős belépésnél alkalmazásjelszóval.
console-mail-trouble-no-idle = A kiszolgáló nem szól magától az új levelekről, ezért 20 másodpercenként megkérdezzük.
console-mail-trouble-subaddresses-unknown = Nem kérdezhető meg, hogy a kiszolgáló elfogadja-e az info+bármi@ címet. Küldj egy levelet ilyen címre, és ha megérkezik, kapcsold be a fiók beállításaiban.
console-mail-trouble-name-not-found = Nincs ilyen nevű kiszolgáló. Jól van leírva?
console-mail-trouble-names-not-answered = A kiszolgáló nevét most nem lehet feloldani: az Esmero saját névszolgáltatása nem felel.
console-mail-trouble-private-address = Ez a név magánhálózatba vezet, ahová az Esmero idegen szavára nem megy be.
console-mail-trouble-connection-refused = A kiszolgáló megvan, de ezen a porton semmi sem válaszol. Jó a port?
console-mail-trouble-not-reachable = Nem vezet út a kiszolgálóhoz. Tűzfal vagy a hálózat lehet közben.
console-mail-trouble-no-answer = A kiszolgáló nem válaszol időben. Tűzfal lehet közben, vagy rossz a port.
console-mail-trouble-dropped = A kiszolgáló bontotta a kapcsolatot.
console-mail-trouble-not-a-mail-server = Valami válaszol ott, de nem úgy beszél, mint egy levelezőszerver.
console-mail-trouble-certificate-expired = A kiszolgáló tanúsítványa lejárt (vagy még nem érvényes, ha az Esmero órája rosszul jár).
console-mail-trouble-certificate-name = A kiszolgáló tanúsítványa más névre szól. Nem másik kiszolgálót ad meg a szolgáltató?
console-mail-trouble-certificate-untrusted = A kiszolgáló tanúsítványát senki ismert nem írta alá (talán saját maga).
console-mail-trouble-tls-failed = A kiszolgáló ezen a porton nem beszél TLS-t. Talán STARTTLS vagy másik port kell.
console-mail-trouble-starttls-missing = A kiszolgáló nem kínál STARTTLS-t, így a jelszó titkosítatlanul menne át. Nem TLS kell?
console-mail-trouble-sign-in-refused = A kiszolgáló nem fogadja el a felhasználónevet vagy a jelszót.
console-mail-trouble-sign-in-method = A kiszolgáló ezt a belépési módot nem fogadja el.
console-mail-trouble-consent-ended = A postafiók olvasására adott hozzájárulás lejárt vagy visszavonták.
console-mail-trouble-issuer-refused = A szolgáltató nem fogadja el az ügyfél-azonosítót vagy az ügyféltitkot.
console-mail-trouble-issuer-away = A szolgáltató beléptető szolgáltatása most nem válaszol.
console-mail-trouble-busy = A kiszolgáló most nem fogad több kapcsolatot ehhez a postafiókhoz.
console-mail-trouble-folder-missing = Nincs ilyen nevű mappa a postafiókban.
console-mail-trouble-refused = A kiszolgáló megtagadta a kérést.
console-mail-trouble-too-much = A kiszolgáló a kértnél többet küld, vég nélkül.
console-mail-trouble-storage-away = Az Esmero most semmit sem tud tárolni; a levelek a postafiókban várnak.
console-mail-trouble-removed = Ez a fiók már nincs használatban.
console-mail-trouble-defect = A postafiók olvasása az Esmerón belül akadt el; a naplófájl többet mond.
console-mail-doing = Hogy áll most
console-mail-state-ok = A levelek érkeznek.
console-mail-state-connecting = Kapcsolódás …
console-mail-state-waiting = Most nem érkeznek levelek.
console-mail-state-refused = Nem érkeznek levelek: valakinek tennie kell valamit.
console-mail-state-none = Ezt a postafiókot még nem néztük meg. Másodperceken belül elkezdődik.
console-mail-state-handed = Nincs megadva fogadó kiszolgáló. A levelek az Esmero saját fogadóján vagy csővezetéken jönnek.
console-mail-mark-refused = Tennivaló van
console-mail-mark-waiting = Vár
console-mail-waiting-again = Az Esmero magától újra próbálkozik, a levelek a postafiókban várnak. Ha sokáig tart, nézd meg lent a kiszolgálókat.
console-mail-refused-again = Addig a levelek a postafiókban várnak, és az Esmero ritkán próbálkozik, hogy a hozzáférés ne záruljon le.
console-mail-do-sign-in-refused = Módosítsd lent a jelszót vagy a felhasználónevet.
console-mail-do-sign-in-method = Válassz másik belépési módot lent, a „Kiszolgálók” alatt.
console-mail-do-consent-ended = Valakinek újra be kell lépnie a szolgáltatónál; az új frissítési tokent lent add meg.
console-mail-do-issuer-refused = Add meg lent a helyes ügyfél-azonosítót és ügyféltitkot.
console-mail-do-folder-missing = Válassz lent másik mappát; a próba megmutatja, melyek vannak.
console-mail-since = Azóta
console-mail-last = Utolsó levél
console-mail-last-none = még egy sem
console-mail-told = Új levél
console-mail-told-once = azonnal megjön
console-mail-told-asked = 20 másodpercenként megnézzük
console-mail-later = Nem sikerült lehozni
console-mail-later-count = { $count } levél; újra megpróbáljuk
console-mail-large = Túl nagy
console-mail-large-count = { $count } levél; a postafiókban marad

## The demo

demo-title = egy bemutató, amely semmit sem tart meg
demo-tour = Körbevezetés
demo-language = Nyelv
demo-show = Mit nézzünk
demo-shop = A bolt
demo-mailbox = A postafiók
demo-sides = Az ügyfél oldala
demo-console = Az ügyfélpult
demo-director = Rendező
demo-director-what = Indítson el valamit, és nézze meg, mi történik a két oldalon.
demo-who = Kinek a pultja
demo-console-of = Az ügyfélpult, ahogy { $name } látja
demo-alone = Megnyitás külön
demo-see = Megnézem a pultnál
demo-see-mailbox = Megnézem a postafiókban
demo-left = még { $seconds } mp
demo-phone = Telefonon
demo-phone-code = Kód, amely a telefont a boltba viszi
demo-phone-how = Olvassa be egy telefonnal ugyanezen a hálózaton, vagy nyissa meg rajta: { $address }.
demo-phone-none = Ez a bemutató csak ennek a gépnek válaszol. Így indítva egy telefon is eléri ugyanezen a hálózaton:
demo-act-angry = Dühös ügyfél ír
demo-act-kind = Kedves ügyfél ír
demo-act-letter = Egy ügyfél levelet ír
demo-act-supplier = Megkérdezik a beszállítót
demo-act-down = Leáll az ügyfél levelezőszervere
demo-act-bounce = Egy levél visszajön
demo-act-away = Két gép találkozik
demo-act-cut = Hálózat elvágása
demo-act-home = Mindenki hazamegy
demo-act-skip = Két órával később
demo-act-reset = Kezdjük elölről
demo-said-angry = { $name } elvesztette a türelmét, és válaszra vár.
demo-said-kind = { $name } kérdez valamit, más nyelven.
demo-said-letter = { $name } levelet írt egy törött lámpáról, fényképpel.
demo-said-supplier = { $name } alkatrészt keres, és a munkatárs továbbítja a kérdést: { $supplier } mindjárt válaszol.
demo-said-supplier-over = { $supplier } válaszolt. A pultnál jegyzetként áll, árral együtt; az ügyfél, { $name }, sosem kapja meg.
demo-said-down = { $name } levelezőszervere türelmet kér. A válasz a pultnál vár, és a pult újra megpróbálja.
demo-said-down-over = A szerver visszajött. A válasz a következő kísérletnél elmegy; két óra ugrás után azonnal.
demo-said-bounce = A válasz, amelyet { $name } kapott volna, visszajött: senkié ez a cím. A pult a válasznál mutatja, és { $name } újra vár.
demo-said-away = { $name } nincs itt, és egy gép felel a válaszra. A pult elteszi, és gépnek nem válaszol.
demo-said-away-over = { $name } visszajött, a gép hallgat.
demo-said-cut = Megszakadt a vonal. Írjon közben mindkét oldalon: amit ír, megmarad.
demo-said-cut-over = Megjött a vonal, és mindkét oldal magától utoléri magát.
demo-said-home = Mindenki távol van. A chat most senkit sem ígér. Ugyanez a gomb hozza vissza őket.
demo-said-back = Mindenki visszajött.
demo-said-skip = A pultnál két órával később van.
demo-said-reset = Újra épül az ügyfélpult. Néhány másodperc.
demo-said-failed = Nem sikerült. Lehet, hogy a bemutató leállt; indítsa el újra.
demo-mail-title = Levelek
demo-mail-whose = Kinek a postafiókja
demo-mail-write = Levélírás
demo-mail-list = Levelek
demo-mail-letter = Levél
demo-mail-choose = Válasszon egy levelet, vagy írjon egyet.
demo-mail-empty = Még nem jött semmi.
demo-mail-no-subject = (nincs tárgy)
demo-mail-with-files = csatolmánnyal
demo-mail-unread = olvasatlan
demo-mail-back = Vissza a listához
demo-mail-me = Én
demo-mail-by = { $name } levele
demo-mail-to-whom = címzett: { $names }
demo-mail-automatic = automatikus
demo-mail-reply = Válasz
demo-mail-reply-all = Válasz mindenkinek
demo-mail-to = Címzett
demo-mail-cc = Másolat
demo-mail-subject = Tárgy
demo-mail-text = Szöveg
demo-mail-send = Küldés
demo-mail-attach = Fájl csatolása
demo-mail-drop = { $name } kivétele
demo-mail-discard = Elvetés
demo-mail-sent = Elküldve.
demo-mail-new = Új levél, feladója { $name }: { $subject }
demo-mail-no-address = Az egyik nem e-mail-cím.
demo-mail-nothing = Nincs még mit elküldeni, vagy túl sok.
demo-mail-too-large = Ezek a fájlok túl nagyok egyetlen levélhez.
demo-back = Vissza
demo-next = Tovább
demo-skip = A körbevezetés vége
demo-end = Körülnézek
demo-step-of = { $step } / { $steps }
demo-step-welcome-title = Öt perc
demo-step-welcome-text = Ön a beszélgetés mindkét oldala: a boltban az ügyfél, az ügyfélpultnál a munkatárs. Itt semmi sem marad meg, próbáljon ki mindent.
demo-step-shop-title = Az első képernyő útmutató
demo-step-shop-text = Nyomja meg a kerek gombot a boltban. Megmutatja az összes elérhetőséget, és hogy van-e ott most valaki.
demo-step-write-title = Írjon ügyfélként
demo-step-write-text = Kérdezzen valamit. A kis pipa csak akkor jelenik meg, ha az üzenet már lemezen van.
demo-step-answer-title = Válaszoljon munkatársként
demo-step-answer-text = Az üzenete a Gazdátlan listában van, ahol a legrégebb óta várók állnak elöl. Nyissa meg, írjon, nyomjon Entert: onnantól az Öné.
demo-step-note-title = A jegyzet köztünk marad
demo-step-note-text = Válassza a Jegyzetet, vagy nyomja meg az n billentyűt, és írjon egyet. Sárga, és az ügyfél sosem kapja meg.
demo-step-newer-title = Az emberek szakaszokban írnak
demo-step-newer-text = Kezdjen el egy választ, és küldés előtt írjon még egyet az ügyfél. Előbb az övé látszik; még egy Enter elküldi az Önét.
demo-step-mailbox-title = Ugyanaz az ügyfél levélben
demo-step-mailbox-text = Ez egy ügyfél saját postafiókja. Írjon a boltnak, vagy válaszoljon az ott levő levélre: valódi levélként jut el a pulthoz. A pult azonnal küld egy hivatkozást: nyomja meg, és a levél élőben folytatódik.
demo-step-mail-title = Egy szál mindkét oldalon
demo-step-mail-text = Válaszoljon az ügyfélpultból. A válasz másodperceken belül a postafiókban van, a levél alatt, amelyhez tartozik, alul azzal, amit idéz.
demo-step-cut-title = Vágja el a hálózatot
demo-step-cut-text = Aztán írjon mindkét oldalon. Mindkettő megmondja, mit őriz, és magától utoléri magát: semmi sem vész el, semmi sem kettőződik.
demo-step-home-title = Nincs itt senki
demo-step-home-text = Küldjön haza mindenkit. A chat nem ígér többé embert, átveszi az üzenetet, és megkérdezi, hová válaszoljunk.
demo-step-colleague-title = A munkatárs ugyanezt látja
demo-step-colleague-text = Válassza Bélát. Amit Ana tett, az ott van, és a viszonteladói fiók is, amelyet Ana nem lát. A „Megnyitás külön” után ketten dolgoznak egyszerre.
demo-step-keys-title = Minden billentyűzetről
demo-step-keys-text = Az ügyfélpultban nyomja meg a ? billentyűt: j és k léptet, r válaszol, e lezár, Ctrl K bárhová elvisz.
demo-step-yours-title = És a sajátja
demo-step-yours-text = A bin/serve egyetlen mappában üres ügyfélpultot indít. Az első hivatkozással Ön lesz az adminisztrátor.

# The page of one conversation, to which a link in a mail leads.
page-also = Válaszunk e-mailben is megérkezik ide: { $email }
page-ended = Ez a hivatkozás lejárt
page-ended-why = Túl régi, vagy egy része elveszett útközben. Nyissa meg a legutóbbi levelünkből, vagy írjon nekünk újra.

# Keresés
console-view-found = Keresés
console-found-words = Szavak, "kifejezések", -nélkül
console-found-leave = Keresés bezárása
console-found-filters = Szűrők
console-found-any = Bármi
console-found-by-from = Feladó
console-found-by-to = Címzett
console-found-by-subject = Tárgy
console-found-by-filename = Fájlnév
console-found-by-has = Tartalmaz
console-found-by-in = Fiók
console-found-by-channel = Csatorna
console-found-by-label = Címke
console-found-by-is = Állapot
console-found-by-assigned = Felelős
console-found-by-after = Ettől a naptól
console-found-by-before = E nap előtt
console-found-by-on = Nap
console-found-has-attachment = mellékletet
console-found-has-link = hivatkozást
console-found-has-note = csak jegyzetek
console-found-channel-chat = Csevegés
console-found-channel-email = E-mail
console-found-assigned-me = Én
console-found-assigned-nobody = Senki
console-found-chip = { $name }: { $value }
console-found-chip-not = { $name }: nem { $value }
console-found-people = Kiről van szó
console-found-count = { $count ->
    [0] Nincs találat
   *[other] { $count } beszélgetés
  }
console-found-more-here = { $count ->
   *[other] még { $count } ebben a beszélgetésben
  }
console-found-all = „{ $words }” keresése mindenben
console-found-begin = Mit keresel?
console-found-begin-why = Szavak bármely alakban, nevek, címek, fájlnevek. A szűrők szűkítik a találatokat.
console-found-none-why = Próbáld kevesebb szóval, vagy vegyél le egy szűrőt. Ami olyan fiókban van, amelyet nem látsz, azt a keresés nem találja meg.
console-found-incomplete = A régebbi üzenetek keresése még előkészítés alatt áll. A legújabbak kerülnek sorra először.
console-found-upto = Eddig nézte át a keresés: { $time }.
console-found-further = Keresés régebbi üzenetekben
console-problem-wrong-query = Ez a keresés nem értelmezhető.
console-found-wrong-no-day = A(z) „{ $filter }” szűrőhöz nap kell, például 2026-05-31, 2026-05, ma vagy tegnap.
console-found-wrong-no-such-state = A(z) „{ $filter }” szűrő értéke nyitott, függőben, elhalasztott, lezárt, olvasatlan vagy szemét lehet.
console-found-wrong-no-such-part = A(z) „{ $filter }” szűrő értéke melléklet, hivatkozás vagy jegyzet lehet.
console-found-wrong-no-value = A(z) „{ $filter }” szűrőben nincs keresendő szó.
console-found-wrong-unknown = A(z) „{ $filter }” szűrőben megadott név nem ismert.
console-found-wrong-too-much = Túl sok szó és szűrő van egyszerre.
console-key-find = Keresés mindenben, ami elhangzott

## Az ügyfélszolgálat saját levelei. Levelezőprogramban olvassák őket, oldalak szövege nélkül.

post-hello = Szia, { $name }.
post-hello-you = Jó napot.
post-foot = Ezt a levelet az ügyfélszolgálat küldte: { $desk }.
post-invitation-subject = Fiók itt: { $desk }
post-invitation = { $by } meghívott, hogy válaszolj az ügyfeleknek itt: { $desk }. Válassz jelszót, és kezdheted is:
post-invitation-act = Jelszó választása
post-invitation-until = A hivatkozás egyszer használható, eddig: { $until }.
post-invitation-why = Ha nem tudod, miről van szó, nincs teendőd.
post-reset-subject = Új jelszó ide: { $desk }
post-reset = Valaki, valószínűleg te, új jelszót szeretne beállítani a fiókodhoz itt: { $desk }. Ezt itt teheted meg:
post-reset-act = Új jelszó beállítása
post-reset-until = A hivatkozás egyszer használható, eddig: { $until }.
post-reset-why = Ha nem te voltál, nincs teendőd: a jelszavad változatlan marad.
post-code-subject = Kód: { $code }
post-code = Ez a kód:
post-code-until = { $minutes ->
    [one] Egyszer használható, egy percig.
   *[other] Egyszer használható, { $minutes } percig.
  }
post-code-why = Tőlünk soha senki nem fogja elkérni ezt a kódot. Aki nem kért kódot, annak nincs teendője.
post-trial-subject = Az ügyfélszolgálat saját levelei működnek
post-trial = Te kérted, hogy az ügyfélszolgálat ({ $desk }) küldje el ezt a levelet. Megérkezett, így a meghívók, az új jelszóhoz szükséges hivatkozások és a riasztások is meg fognak.
post-alert-mailbox-subject = Nem érkezik levél: { $inbox }
post-alert-mailbox = { $inbox }: a levelezőszerver { $since } óta elutasítja az ügyfélszolgálatot. Amíg valaki nem változtat valamin, ide nem érkezik levél. A levelek a postafiókban várnak; semmi nem vész el.
post-alert-mailbox-act = Beállítások megnyitása
post-alert-mailbox-why = Erről naponta egyszer értesítünk, amíg tart, és akkor is, amikor megoldódott.
post-alert-quarantine-subject = Levelek, amelyeket nem lehetett értelmezni: { $inbox }
post-alert-quarantine = { $count ->
    [one] { $inbox }: egy levelet visszatartunk, mert nem sikerült értelmezni. Egészben megőriztük, és valakinek meg kellene néznie.
   *[other] { $inbox }: { $count } levelet visszatartunk, mert nem sikerült értelmezni őket. Egészben megőriztük őket, és valakinek meg kellene néznie.
  }
post-alert-quarantine-act = Az ügyfélszolgálat megnyitása
post-alert-quarantine-why = Erről naponta egyszer értesítünk, amíg tart, és akkor is, amikor már semmi nincs visszatartva.
post-mended-mailbox-subject = Újra érkezik levél: { $inbox }
post-mended-mailbox = { $inbox }: a levelezőszerver újra beengedi az ügyfélszolgálatot. Most töltjük le, ami { $since } óta várt.
post-mended-quarantine-subject = Már nincs visszatartott levél: { $inbox }
post-mended-quarantine = { $inbox }: már semmi nincs visszatartva abból, amit { $since } óta nem lehetett értelmezni.

## Beállítások: az ügyfélszolgálat saját levelei

console-set-sender = Saját levelek
console-set-sender-why = Innen jönnek a meghívók, az új jelszóhoz szükséges hivatkozások és az adminisztrátoroknak szóló riasztások. Az ügyfeleknek írt válaszok nem: azok a saját postaládájukból mennek.
console-sender-via = Hogyan menjenek el
console-sender-via-none = Sehogy
console-sender-via-inbox = Egy e-mail-postaládán át
console-sender-via-server = Saját szerveren át
console-sender-via-why-none = A meghívók hivatkozását te látod, hogy továbbadd. Aki elfelejti a jelszavát, egy adminisztrátort kérdez, és a bajról senki nem kap levelet.
console-sender-via-why-inbox = Annak a postaládának a címéről és a szerverén át mennek.
console-sender-via-why-server = Egy szerver, amely átveszi ennek a gépnek a leveleit, vagy az ügyfélszolgálat saját postafiókja.
console-sender-no-address = A levelekben lévő hivatkozások erre a gépre vezetnek, máshonnan a kollégák nem tudják megnyitni őket. A szerver üzemeltetője az ESMERO_PUBLIC_URL beállításban adhatja meg, milyen címen érhető el az ügyfélszolgálat.
console-sender-inbox = Postaláda
console-sender-inbox-choose = Válassz postaládát
console-sender-name = Név a cím mellett
console-sender-name-why = Ezt látják a levelek listájában.
console-sender-name-inbox = Ha nincs, akkor a postaládáé.
console-sender-address = Cím
console-sender-try = Küldj egy levelet nekem
console-sender-trying = Küldés …
console-sender-try-why = Úgy próbálja ki, ahogy itt áll, mentve vagy mentés nélkül.
console-sender-look = A levél úton van ide: { $to }. Megérkezett, és nem a levélszemét közé?
console-sender-fixed = Az üzemeltető állította be
console-sender-fixed-why = A szerver környezete mondja meg, kitől jönnek ezek a levelek, ezért itt nem lehet módosítani.
console-sender-mails = Az utolsó levelek
console-sender-mails-why = Amit írtak bennük, azt nem őrizzük meg.
console-sender-purpose-invitation = Meghívó
console-sender-purpose-reset = Hivatkozás új jelszóhoz
console-sender-purpose-code = Kód
console-sender-purpose-alert = Riasztás
console-sender-purpose-mended = Minden rendben ismét
console-sender-purpose-trial = Próba
console-sender-state-waiting = Vár
console-sender-state-sent = Elküldve
console-sender-state-failed = Nem ment el
console-sender-state-unknown = Nem tudni
console-set-link-mailed = Ez a hivatkozás levélben is úton van. Ha nem érkezik meg, add át olyan úton, amelyet csak az illető olvas. Egyszer használható, és csak most látható.
console-mail-step-send = A szerver átvette a levelet.
console-problem-no-picture = Ezt a képet nem sikerült lekérni.
console-problem-set-by-operator = Az ügyfélszolgálat saját leveleit a szerver környezetében állították be.
console-door-forgot = Elfelejtetted a jelszavad?
console-forgot-title = Új jelszó
console-forgot-why = Add meg a címet, amellyel itt bejelentkezel, és levélben kapsz egy hivatkozást az új jelszóhoz.
console-forgot-go = Kérem a hivatkozást
console-forgot-asked = Ha { $email } címmel van itt fiók, a hivatkozás már úton van. Egyszer használható, egy órán át.
console-forgot-none = Ha semmi nem jön, nézd meg a levélszemét között, vagy kérdezz egy adminisztrátort.

## Beállítások: feladók, akiknek a levele levélszemét, vagy soha nem az

console-set-senders = Feladók
console-set-senders-why = Kinek a levele levélszemét, és kié soha nem az. Semmit nem törlünk: a levélszemét a saját mappájában marad.
console-set-senders-none = Egy feladó sincs a listán. Beszélgetésből is felvehetsz egyet.
console-senders-new = Feladó felvétele
console-senders-name = Cím vagy domain
console-senders-name-why = ana@shop.example, vagy egy egész domain az alatta lévőkkel: @shop.example.
console-field-not-a-sender = Írj egy címet (ana@shop.example) vagy egy domaint (@shop.example).
console-senders-verdict = A levele
console-senders-block = Mindig levélszemét
console-senders-allow = Soha nem levélszemét
console-senders-allow-why = Kivéve, ha egy megbízható szerver szerint a feladó hamis.
console-senders-where = Hol
console-senders-everywhere = Minden postaládában
console-senders-remove = Lekerüljön a listáról: { $name }?
console-senders-remove-why = Az onnan jövő levelet ismét úgy ítéljük meg, mint bárkiét. Ami a mappában van, ott marad.
console-junk-always = Mindig levélszemét ettől a feladótól
console-junk-always-domain = Mindig levélszemét innen: { $domain }
console-junk-never = Soha nem levélszemét ettől a feladótól
console-junk-never-domain = Soha nem levélszemét innen: { $domain }
console-junk-listed = Felkerült a listára. A beállításokban, a Feladók alatt módosíthatod.
console-fact-junked-list = A lista szerint levélszemét: { $name }
console-fact-junked-verdict = A szerver ítélete szerint levélszemét: { $name }
console-fact-junked-blocked = Levélszemét, mert ez az ügyfél le van tiltva

## A levél képei, amelyek máshol vannak

console-pictures-show = Képek megjelenítése
console-pictures-always = Ennél az ügyfélnél mindig
console-pictures-why = Az ügyfélszolgálat kéri le őket, így a feladó nem tudja meg, ki vagy. Azt, hogy lekérték, megtudhatja.
console-pictures-shown = A máshol lévő képek látszanak.
console-pictures-hide = Elrejtés
console-pictures-of-customer = Ennél az ügyfélnél a máshol lévő képek mindig látszanak.
console-pictures-missing = { $count ->
    [one] Egy képet nem sikerült lekérni.
   *[other] { $count } képet nem sikerült lekérni.
  }
