"""What machines say, in the languages they say it in."""

from __future__ import annotations


def _phrases(written: str) -> tuple[str, ...]:
    """Return the phrases between the bars and line ends of a text, as they are compared: with `str.casefold`."""
    return tuple(phrase.strip().casefold() for line in written.strip().split("\n") for phrase in line.split("|"))


AUTOMATIC_SUBJECTS = _phrases("""
automatic reply | autoreply | auto-reply | auto reply | auto response | automatic response | automated reply
automated response | autoresponder | out of office | out of office autoreply | out of office reply
out of the office | vacation reply | vacation response | vacation notice | automatische antwort
automatische antwoord | abwesenheitsnotiz | abwesenheitsnachricht | abwesend | autom. antwort
automatisch antwoord | automatische beantwoording | afwezigheidsbericht | respuesta automática
respuesta automatica | fuera de la oficina | fuera de oficina | ausente de la oficina | contestación automática
respuesta de ausencia | resposta automàtica | resposta automática | resposta automatica | fora do escritório
ausente do escritório | automatikus válasz | automatikus valasz | házon kívül | irodán kívül
távolléti értesítés | automata válasz | स्वचालित उत्तर | स्वतः उत्तर | स्वचालित जवाब | ऑटो रिप्लाई
स्वचालित प्रत्युत्तर | स्वत: उत्तर | कार्यालय से बाहर | ऑफिस से बाहर | réponse automatique | reponse automatique
absence du bureau | absent du bureau | absente du bureau | absent(e) du bureau | en dehors du bureau
risposta automatica | fuori ufficio | risponditore automatico | assente dall'ufficio | assenza dall'ufficio
automatiskt svar | autosvar | frånvaromeddelande | automatisk svar | fraværsmelding | ikke på kontoret
automaattinen vastaus | poissa toimistosta | poissaoloviesti | odpowiedź automatyczna | automatyczna odpowiedź
nieobecność w biurze | automatická odpověď | mimo kancelář | automatická odpoveď | mimo kancelárie
răspuns automat | raspuns automat | în afara biroului | автоматический ответ | автоответ | автоответчик
нет на рабочем месте | автоматична відповідь | автовідповідь | автоматичен отговор | аутоматски одговор
automatski odgovor | samodejni odgovor | αυτόματη απάντηση | εκτός γραφείου | otomatik yanıt | ofis dışında
自动回复 | 自動回覆 | 自動回復 | 自動応答 | 自動返信 | 자동 회신 | 자동 응답 | תשובה אוטומטית | מענה אוטומטי
رد تلقائي | الرد التلقائي | خارج المكتب | پاسخ خودکار | tự động trả lời | trả lời tự động | ตอบกลับอัตโนมัติ
ไม่อยู่ที่สำนักงาน | balasan otomatis | automaatvastus | automātiska atbilde | automātiskā atbilde
automatinis atsakymas | jawapan automatik | স্বয়ংক্রিয় উত্তর | स्वयंचलित उत्तर | தானியங்கு பதில்
""")
"""What mail programs put, with a colon, before the subject of the mail that they answer while somebody is away."""

AWAY_SUBJECTS = _phrases("""
abwesenheit | afwezig | niet aanwezig | ausencia | ausência | távollét | szabadságon vagyok | szabadság
nem vagyok az irodában | छुट्टी पर | अवकाश पर | message d'absence | fuori sede | frånvaro | fravær
ikke til stede | poza biurem | 不在通知 | 不在のお知らせ | 부재중 | aviso de ausencia | mensaje de ausencia
aviso de ausência | ausência temporária | vacation | on vacation | on holiday | holiday notice | annual leave
on leave | urlaub | urlaubsvertretung | im urlaub | vacaciones | de vacaciones | estoy de vacaciones | absence
en congé | congés | vacances | férias | de férias | in ferie | ferie | semester | urlop | na urlopie | dovolená
в отпуске | отпуск | отсутствие | 休假 | 休暇 | away from the office | away from my desk | i am away
szabadságon | távol vagyok | छुट्टी
""")
"""Subjects that people give such answers themselves, and also mails about their holidays."""

ABSENCES = _phrases("""
out of the office | out of office | on vacation | on holiday | on annual leave | on leave until
limited access to e-mail | limited access to email | will be back on | automatic reply | automated response
this is an automated | this is an automatic | nicht im büro | nicht im hause | bin ich wieder | im urlaub
nicht erreichbar | automatische antwort | estoy fuera | estaré fuera | fuera de la oficina | de vacaciones
estoy ausente | estaré ausente | mensaje automático | respuesta automática | regreso el | vuelvo el
nem vagyok az irodában | nem vagyok elérhető | szabadságon | szabadságomat | házon kívül | távol vagyok
távol leszek | automatikus válasz | automatikus üzenet | कार्यालय से बाहर | ऑफिस से बाहर | छुट्टी पर | अवकाश पर
उपलब्ध नहीं | स्वचालित | absent du bureau | absente du bureau | je suis absent | en congé | en vacances
message automatique | réponse automatique | fora do escritório | estou ausente | de férias | estarei ausente
sono fuori ufficio | in ferie | sono assente | sarò assente | niet aanwezig | afwezig | met vakantie
på semester | inte på kontoret | på ferie | ikke på kontoret | lomalla | poza biurem | na urlopie | nieobecn
mimo kancelář | na dovolené | dovolenk | în concediu | в отпуске | отсутств | у відпустці | izinli
ofiste değil | 休假 | 不在办公室 | 外出 | 不在にして | 休暇 | 부재중 | 휴가 | בחופשה | إجازة
""")
"""Words in the text of such answers."""

BOUNCE_SUBJECTS = _phrases("""
undelivered mail returned to sender | undeliverable | undelivered | delivery status notification
delivery failure | delivery failed | delivery report | mail delivery failed | mail delivery failure
mail delivery problem | message delivery failure | returned mail | returned to sender | failure notice
mail system error | mail delivery system | delivery notification | delivery has failed | could not be delivered
could not send message | couldn't be delivered | not delivered | warning: message | warning: could not send
delivery delayed | delayed mail | message delayed | address not found | message blocked | nondeliverable
non-deliverable | non delivery | non-delivery | delivery error | mail error | error sending | bounced
message status - undeliverable | user unknown | permanent error | unzustellbar | nicht zugestellt
delivery warning | delivery unsuccessful | unable to deliver | failed delivery | rejected mail
nicht zustellbar | zustellung fehlgeschlagen | zustellungsfehler | unzustellbare | konnte nicht zugestellt
zustellung verzögert | fehler bei der zustellung | no se puede entregar | no se pudo entregar | no entregado
no se ha podido entregar | no entregable | correo devuelto | error de entrega | fallo de entrega
fallo en la entrega | error en la entrega | aviso de error de entrega | notificación de estado de entrega
entrega retrasada | mensaje no entregado | mensaje devuelto | devuelto al remitente | no se ha entregado
entrega fallida | retraso en la entrega | kézbesíthetetlen | kézbesítési hiba | kézbesítés sikertelen
sikertelen kézbesítés | nem kézbesíthető | nem sikerült kézbesíteni | kézbesítési értesítés
kézbesítési állapot | kézbesítetlen | a kézbesítés késik | késik a kézbesítés | késleltetett kézbesítés
visszaküldött levél | visszaküldött üzenet | nem kézbesített | kézbesítése meghiúsult | वितरण विफल
डिलीवरी विफल | वितरण स्थिति | डिलीवरी स्थिति | वितरित नहीं | डिलीवर नहीं | अवितरित | सुपुर्दगी विफल | नहीं पहुँच
नहीं पहुंच | वितरण में देरी | डिलीवरी में देरी | वितरण में विलंब | संदेश लौटाया | डिलिवरी | non remis
non délivré | échec de la remise | échec de remise | échec de livraison | échec de la distribution
impossible de remettre | message non distribué | courrier non remis | retour à l'expéditeur | remise retardée
retard de livraison | avis de non-remise | não entregue | não foi possível entregar | falha na entrega
falha de entrega | erro de entrega | notificação de status de entrega | mensagem devolvida | non recapitabile
mancato recapito | non recapitato | mancata consegna | impossibile recapitare | errore di consegna
consegna ritardata | onbestelbaar | niet bezorgd | kan niet worden bezorgd | bezorging mislukt
kan inte levereras | leveransfel | går inte att leverera | ikke leveret | kan ikke leveres | leveringsfeil
ei voitu toimittaa | toimitus epäonnistui | niedostarczalne | nie dostarczono | niedostarczona
nie można dostarczyć | zwrot wiadomości | nedoručitelné | nedoručiteľné | nedoručená | nelze doručit
nu a putut fi livrat | nelivrat | не доставлено | недоставлен | не удалось доставить | сообщение не доставлено
ошибка доставки | не доставлен | не вдалося доставити | αδυναμία παράδοσης | δεν παραδόθηκε | teslim edilemedi
iletilemedi | 无法投递 | 退信 | 投递失败 | 無法傳遞 | 未传递 | 無法投遞 | 配信不能 | 配信できません
送信できません | 届けられません | 배달되지 않음 | 반송 | 배달 실패 | לא נמסר | לא ניתן למסור | تعذر التسليم
فشل التسليم | không gửi được | không thể gửi | ส่งไม่ถึง | tidak terkirim
non remis | não é possível entregar | não entregável | entrega falhou | niet te bezorgen | kunde inte levereras
ej levererat | ei voi toimittaa | nelivrabil | imposibil de livrat | не удается доставить | недоставлено
не вдається доставити | teslim edilemeyen | 无法送达 | 未送达 | 無法送達 | 無法寄達 | لا يمكن التسليم | غير قابل للتسليم
μη παραδοτέο | לא ניתן למסירה | अवितरणीय | nedoručeno | nedoručené | nedostavljivo | ni mogoče dostaviti
""")
"""Subjects of reports that a mail failed, as part of it."""

FAILURES = _phrases("""
could not be delivered | couldn't be delivered | can't be delivered | cannot be delivered | not delivered
wasn't delivered | was not delivered | unable to deliver | delivery has failed | delivery to the following
delivery failed | delivery to these recipients | undeliverable | undelivered | permanent error | permanent fail
user unknown | unknown user | no such user | does not exist | doesn't exist | recipient address rejected
mailbox unavailable | mailbox is full | mailbox full | over quota | quota exceeded | address not found
recipient not found | couldn't be found | no mailbox here | mailbox not found | returned to sender | rejected
has been returned | i'm afraid i wasn't able to deliver | i'm sorry to have to inform you | could not deliver
nicht zugestellt werden | nicht zugestellt | unzustellbar | zustellung ist fehlgeschlagen | existiert nicht
konnte nicht gefunden | empfänger unbekannt | postfach ist voll | nicht zustellbar | no se pudo entregar
no se ha podido entregar | no ha podido entregarse | no se puede entregar | no pudo ser entregado
no pudo entregarse | no ha podido ser entregado | no se ha entregado | no se entregó | error al entregar
no existe | usuario desconocido | destinatario desconocido | buzón lleno | buzón está lleno
no se ha encontrado la dirección | no se encontró la dirección | no fue posible entregar
no ha sido posible entregar | ha sido devuelto | ha sido rechazado | nem sikerült kézbesíteni
nem lehetett kézbesíteni | nem kézbesíthető | nem tudtuk kézbesíteni | nem lehet kézbesíteni
kézbesítése nem sikerült | kézbesítés sikertelen | kézbesítése meghiúsult | nem létezik | ismeretlen felhasználó
ismeretlen címzett | nem található | a postafiók megtelt | postafiókja megtelt | a levél nem
nem volt kézbesíthető | visszautasította | elutasította | kézbesíthetetlen | वितरित नहीं | डिलीवर नहीं
पहुंचाया नहीं | पहुँचाया नहीं | नहीं पहुंच | नहीं पहुँच | वितरण विफल | डिलीवरी विफल | नहीं मिला | मौजूद नहीं
अस्तित्व में नहीं | पता नहीं मिला | भेजा नहीं जा सका | मेलबॉक्स भर | अस्वीकार | वितरण नहीं | विफल
n'a pas pu être remis | n'a pas pu être délivré | n'a pas pu être distribué | n'a pas été remis
impossible de remettre | n'existe pas | utilisateur inconnu | échec de la remise | boîte aux lettres pleine
introuvable | não foi entregue | não pôde ser entregue | não foi possível entregar | não existe
usuário desconhecido | caixa de correio cheia | impossibile recapitare | non è stato recapitato
non è stato possibile recapitare | non esiste | utente sconosciuto | kan niet worden bezorgd
niet worden afgeleverd | is niet bezorgd | bestaat niet | kunde inte levereras | finns inte | kunne ikke leveres
findes ikke | ei voitu toimittaa | nie mogła zostać dostarczona | nie można dostarczyć | nie istnieje
nie została dostarczona | nepodařilo se doručit | nelze doručit | neexistuje | nepodarilo doručiť
nu a putut fi livrat | nu există | не удалось доставить | не может быть доставлено | не было доставлено
не существует | неизвестный пользователь | ящик переполнен | не вдалося доставити | не існує
δεν ήταν δυνατή η παράδοση | δεν υπάρχει | teslim edilemedi | iletilemedi | mevcut değil | 无法送达 | 无法投递
不存在 | 未能送达 | 無法傳遞 | 配信できません | 配信できませんでした | 存在しません | 見つかりません
배달할 수 없 | 존재하지 않 | לא ניתן היה למסור | לא קיים | تعذر تسليم | غير موجود | không tồn tại | ไม่สามารถส่ง
tidak dapat dikirim
fehler bei der nachrichtenzustellung | falha na entrega | entrega falhou | recapito non riuscito | is mislukt
bezorging mislukt | nie powiodło się | gick inte att leverera | mislykkedes | toimitus epäonnistui
toimitus seuraaville | se nezdařilo | sa nepodarilo | livrarea nu a reușit | не удалось выполнить доставку
teslim edilemeyen | 无法将邮件送达 | 找不到 | 無法將郵件 | 送信できません | 届けられません | 배달하지 못 | 찾을 수 없
فشل التسليم | تعذر العثور | isporuka nije uspjela | dostava ni uspela
""")
"""Words of such reports."""

DELAYS = _phrases("""
delayed | has not been delivered yet | not yet been delivered | not been delivered yet | will be retried
will retry | will keep trying | still trying | keep trying | temporary failure | temporarily | try again later
delivery attempts will continue | you do not need to resend | no action is required | warning message only
postponed | continue to try | this is a warning | verzögert | weiterhin versucht | noch nicht zugestellt
vorübergehend | zustellversuche | retrasad | se ha retrasado | se seguirá intentando | seguiremos intentando
temporalmente | aún no se ha entregado | todavía no se ha | volverá a intentar | no es necesario que reenvíe
késik | késleltetett | késést | késedelm | újra megpróbál | tovább próbál | próbálkozik | ideiglenes | átmeneti
még nem sikerült | nem kell újraküldeni | देरी | विलंब | फिर से प्रयास | पुनः प्रयास | दोबारा प्रयास
प्रयास जारी | अस्थायी | अभी तक | retardé | a pris du retard | réessayer | temporairement | pas encore | atrasad
temporariamente | continuará tentando | tentará novamente | ritardat | temporane | riproverà
ulteriori tentativi | vertraagd | tijdelijk | försenat | tillfällig | forsinket | midlertidig | opóźni
tymczasow | zpožděn | dočasn | întârziat | temporar | задержан | временно | повторные попытки | затримано
καθυστέρη | gecik | geçici | 延迟 | 延遲 | 暂时 | 遅延 | 一時的 | 지연 | 일시적
""")
"""Words of reports that a mail is late, and is being tried again."""

DAEMON_NAMES = _phrases("""
mail delivery subsystem | mail delivery system | mail delivery service | mail-daemon | mailer-daemon
mailer daemon | mail daemon | postmaster | system administrator | mail administrator | internet mail delivery
mail delivery | mailsystem | mail system | delivery subsystem | sistema de correo | levelezőrendszer
sistema de entrega | मेल डिलीवरी | mail router | administrateur système | administrador del sistema
systemadministrator | amministratore di sistema | rendszergazda
""")
"""How programs that deliver call themselves."""

READ_SUBJECTS = _phrases("""
read: | read receipt | return receipt | gelesen: | lesebestätigung | leído: | leido: | confirmación de lectura
olvasva: | elolvasva: | olvasási visszaigazolás | पढ़ा गया: | lu : | lu: | lida: | lido: | letto: | gelezen:
przeczytano: | přečteno: | прочитано: | 已读: | 已讀: | 開封済み: | 읽음:
""")
"""Subjects of receipts, together with a sign that a machine sent it."""
