"""The words that mail programs put around a quote, in the languages they speak.

Lists, so that a missing language is one line away; the rules that use them ask for more than a word. Everything is
compared as `lines.fold` leaves it, so the words stand here as people write them.
"""

from __future__ import annotations

import re

from esmero.language.quotes.lines import fold


def _words(*lists: str) -> frozenset[str]:
    return frozenset(fold(word) for text in lists for word in text.split())


def _phrases(*lists: str) -> frozenset[str]:
    return frozenset(fold(phrase) for text in lists for phrase in text.split("/"))


def _stems(*lists: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_phrases(*lists), key=len, reverse=True))))


# -- "On …, somebody wrote:" -----------------------------------------------------------------------------------------

VERBS = _words(
    "wrote writes written",  # en
    "escribió escribio escribe escrito escriure escrit escribiu",  # es, ca, gl
    "escreveu escreve écrit ecrit écrivait",  # pt, fr
    "scritto scrive scrisse",  # it
    "schrieb schreibt geschrieben schreef schrijft geschreven",  # de, nl
    "skrev skriver skrifaði kirjoitti kirjoittaa kirjutas",  # sv, da, nb, is, fi, et
    "írta irta írja",  # hu
    "napisał napisała napisana pisze napisal napisala napsal napsala píše napísal napísala",  # pl, cs, sk
    "napisao написао",  # hr, sr, sl
    "написал написала пишет писал писала написав пише написа",  # ru, uk, bg
    "scris yazdı yazmış έγραψε γράφει viết menulis rašė parašė rakstīja",  # ro, tr, el, vi, id, lt, lv
    "quoting citando zitat citation citeert citat",  # Horde, in several languages
    "كتب كتبت כתב כתבה نوشت نوشته لکھا",  # ar, he, fa, ur
)
# In scripts that put no spaces, or glue endings to the verb.
VERB_INSIDE = _stems(
    "写道/寫道/写到/寫到/写了/來信/来信",  # zh
    "書きました/書いた/のメール",  # ja
    "작성/썼습니다/님이 씀/님의 메일/님의 말",  # ko
    "लिखा/लिखते हैं/लिखती हैं/लिखता है/लिहिले",  # hi, mr
    "লিখেছেন/লিখেছে/લખ્યું/ਲਿਖਿਆ",  # bn, gu, pa
    "எழுதியது/எழுதினார்/రాశారు/వ్రాశారు/ಬರೆದಿದ್ದಾರೆ/എഴുതി",  # ta, te, kn, ml
    "تمت كتابة ما يلي/เขียนว่า/ได้เขียน",  # ar, th
)

AROUND_A_DATE = _words(
    "message dated mensaje con fecha fecha einer vom normalzeit sommerzeit dans daté",  # AOL
    "the at from has gmt utc cet cest est edt pst pdt ist am pm and via mail email",
    "lunes martes miércoles jueves viernes sábado domingo lun mar mié jue vie sáb dom las del día fecha horas",
    "hora",
    "dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "segunda terça quarta quinta sexta feira segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
    "seg ter qua",
    "qui sex às dia horas",
    "lundi mardi mercredi jeudi vendredi samedi dimanche mer jeu ven sam dim heures date",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab giorno alle ore data",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag uhr von hat folgendes",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag het volgende",
    "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag mån tis ons tor fre lör",
    "sön man",
    "tir lør søn den kell klo følgende följande",
    "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina maanantai tiistai",
    "keskiviikko",
    "torstai perjantai lauantai sunnuntai",
    "hétfő kedd szerda csütörtök péntek szombat vasárnap keltezéssel dátummal időpont időpontban ezt",
    "következőt feladó",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela pon śro czw pią sob nie dnia dniu użytkownik",
    "godz przez",
    "pondělí úterý středa čtvrtek pátek neděle odesílatel uživatel dne",
    "понедельник вторник среда четверг пятница суббота воскресенье пользователь вам",
    "понеділок вівторок середа четвер пʼятниця субота неділя користувач від",
    "luni marți miercuri joi vineri sâmbătă duminică",
    "tarihinde saat şunu şunları στις στη την ngày lúc vào thg pada pukul tanggal",
    # In names
    "van der den des ter ten zum zur und del della dos das los bin ibn och",
)

# Somebody tells a story: no mail program writes "you" or "my wife". The words of case-less scripts stand alone as well.
STORY = _words(
    "i you he she we they it my your his her our their me us this that then as when which who yesterday today",
    "here",
    "yo tú usted ustedes él ella nosotros mi su me nos ayer hoy cuando que quien aquí luego como",
    "eu você ele ela nós meu minha seu sua ontem hoje quando quem aqui",
    "elle nous vous ils mon mes votre vos notre hier aujourd'hui quand qui ici comme",
    "io lui lei noi voi mio mia suo sua ieri oggi quando chi qui come",
    "ich du er sie wir ihr mein meine meiner ihre unser unsere mir gestern heute dann wie als hier dass",
    "ik jij hij zij wij mijn uw onze gisteren vandaag toen hier dat",
    "én ön maga ő ők nekem önök tegnap amikor hogy aki itt majd azt feleségem férjem",
    "ona wy mój moja pan pani wczoraj dzisiaj kiedy że który tu",
    "я ты вы он она мы жена муж они мой моя мне вчера сегодня когда что который здесь потом",
    "jag du han hon jeg min mitt mina igår idag när här minä sinä hän eilen tänään kun",
    "ben sen siz biz benim dün bugün eşim",
    "मैं मैंने मुझे मेरी मेरे मेरा आपने आपकी आपके हमने हमारे उसने उन्होंने कल आज पत्नी पति",
    "আমি আমার আপনি আপনার நான் என் நீங்கள்",
    "أنا أنت هو هي نحن زوجتي أمس اليوم אני אתה את הוא היא אנחנו אשתי אתמול היום",
)
STORY_INSIDE = _stems("我/你/您/他/她/昨天/今天/妻/私/僕/彼/あなた/昨日/今日/저는/제가/아내/어제/오늘")

# -- "From: … Sent: … To: … Subject: …" ------------------------------------------------------------------------------

_LABELS = {
    "from": (
        "from/de/von/da/van/från/fra/od/от/від/від кого/от кого/feladó/lähettäjä/kimden/gönderen/από/từ/dari",
        "expeditor",
        "de la/remitente/expéditeur/mittente/remetente/absender/afzender/avsändare/avsender/afsender",
        "odesílatel/nadawca",
        "отправитель/відправник/发件人/寄件者/寄件人/發件人/差出人/送信者/보낸 사람/보낸사람/प्रेषक/से/द्वारा",
        "প্রেরক/থেকে",
        "அனுப்புநர்/من/المرسل/מאת/จาก/فرستنده/از/pošiljatelj/odosielateľ/saatja/nuo/siuntėjas/šalje/küldő",
    ),
    "sent": (
        "sent/enviado/enviado el/enviado em/enviada/enviada em/enviat/gesendet/gesendet am/envoyé/envoyé le",
        "inviato",
        "inviato il/verzonden/verzonden op/skickat/sendt/sendt den/lähetetty/küldve/elküldve/wysłano/wysłane",
        "odesláno",
        "odoslané/отправлено/надіслано/gönderildi/gönderme tarihi/tarih/στάλθηκε/απεσταλμένα/đã gửi/dikirim",
        "terkirim",
        "trimis/发送时间/发送日期/寄件日期/傳送時間/寄件時間/發送時間/送信日時/보낸 날짜/보낸 시간/보냄",
        "भेजा गया/भेजा/भेजा गया समय",
        "প্রেরিত/পাঠানো হয়েছে/அனுப்பப்பட்டது/تم الإرسال/مرسل/נשלח/ส่งเมื่อ/poslano/saadetud/išsiųsta/nosūtīts",
        "küldés ideje",
        "message du/date d'envoi/fecha de envío/data invio",
    ),
    "date": (
        "date/fecha/datum/data/dato/päivämäärä/päiväys/dátum/дата/ημερομηνία/ngày/tanggal/dată/日期/时间/時間",
        "日時/日付/날짜",
        "दिनांक/तारीख/तिथि/समय/তারিখ/தேதி/التاريخ/تاريخ/תאריך/วันที่/تاریخ/pvm/kuupäev/időpont/tid/le/am",
    ),
    "to": (
        "to/para/an/à/a/aan/till/til/do/кому/címzett/címzettek/vastaanottaja/kime/alıcı/προς/đến/tới/kepada/ke",
        "către",
        "destinatario/destinataire/destinatário/empfänger/ontvanger/mottagare/komu/收件人/收件者/宛先",
        "받는 사람/받는사람",
        "प्राप्तकर्ता/प्रति/को/সেবায়/প্রাপক/প্রতি/பெறுநர்/إلى/אל/ถึง/به/kam/saaja/kuhu/adresat/кому/получатель/pentru",
        "kam/prima",
    ),
    "subject": (
        "subject/asunto/betreff/thema/objet/oggetto/assunto/onderwerp/ämne/emne/aihe/tárgy/temat/předmět/predmet",
        "тема/konu/θέμα",
        "chủ đề/tiêu đề/subjek/perihal/subiect/主题/主旨/主題/件名/제목/विषय/বিষয়/பொருள்/الموضوع/נושא/หัวข้อ/เรื่อง",
        "موضوع/assumpte",
        "tema/teema/tēma/zadeva/efni/sujet",
    ),
    "other": (
        "cc/bcc/cco/ccn/kopie/kopia/kopi/kopio/copie à/copia/copie/másolat/másolatot kap/cópia/dw/udw/копия",
        "копія/抄送/副本/참조",
        "प्रतिलिपि/reply-to/reply to/responder a/antwort an/répondre à/rispondi a/válaszcím/attachments",
        "adjuntos/anlagen",
        "pièces jointes/mellékletek/allegati/anexos/bijlagen/importance/priority/priorität/fontosság",
        "importancia/नकल",
    ),
}
ROLE = {fold(label): role for role, lists in _LABELS.items() for text in lists for label in text.split("/")}

# -- "-----Original Message-----", "---------- Forwarded message ---------" -------------------------------------------

ORIGINAL = _stems(
    "original/ursprüngl/ursprungl/urspr./origine/originál/eredeti/oorspronk/oryginaln/původn/pôvodn/исходн",
    "оригінал",
    "оригинал/початков/oprindelig/opprinnelig/alkuper/orijinal/özgün/αρχικ/gốc/asli/मूल/মূল/அசல்/الأصل/מקורי/원본",
    "원래",
    "原始/原件/原邮件/原郵件/元の/オリジナル/izvorn/izvirn/algne",
)
FORWARD = _stems(
    "forward/reenvia/reexpedi/weitergeleitet/weiterleitung/transféré/transmis/réexpédi/inoltrat/encaminhad",
    "doorgestuurd",
    "doorgezonden/vidarebefordra/videresend/välitetty/välitetyn/edelleen/továbbított/przekazan/przesłan/přepos",
    "preposlan",
    "пересл/пересыл/перенаправ/переадрес/iletilen/yönlendiril/προωθ/chuyển tiếp/diteruskan/redirecționat",
    "अग्रेषित/फ़ॉरवर्ड/फॉरवर्ड/ফরোয়ার্ড/முன்னனுப்ப/محول/معاد توجيه/المعاد توجيه/הועבר/전달/转发/轉寄/轉發/転送",
    "proslijeđen/posredovan/edastatud",
)
MESSAGE = _stems(
    "message/mensaje/mensagem/messaggio/nachricht/bericht/meddelande/meddelelse/besked/melding/viesti/üzenet",
    "levél/wiadomo/zpráv/správ",
    "сообщени/письм/повідомленн/лист/ileti/mesaj/posta/μήνυμα/thư/tin nhắn/pesan/mail/correo/संदेश/सन्देश/মেসেজ",
    "বার্তা",
    "செய்தி/رسالة/الرسالة/הודעה/메시지/메일/邮件/郵件/信息/訊息/メッセージ/メール/poruka/sporočilo/missatge",
    "courriel/e-mail",
)
# Apple Mail's line above a forwarded mail has no dashes: only what it says word for word.
BEGINS_FORWARD = _phrases(
    "begin forwarded message/start of forwarded message/forwarded message/inicio del mensaje reenviado",
    "inicio de mensaje reenviado/mensaje reenviado/anfang der weitergeleiteten nachricht",
    "anfang der weitergeleiteten e-mail/weitergeleitete nachricht/début du message réexpédié",
    "début du message transféré",
    "message transféré/inizio messaggio inoltrato/inizio del messaggio inoltrato/messaggio inoltrato",
    "início da mensagem encaminhada/início da mensagem reencaminhada/mensagem encaminhada",
    "mensagem reencaminhada",
    "begin doorgestuurd bericht/doorgestuurd bericht/továbbított levél kezdete/továbbított üzenet kezdete",
    "továbbított üzenet",
    "továbbított levél/początek przekazywanej wiadomości/początek przekazanej wiadomości/wiadomość przekazana",
    "начало переадресованного сообщения/начало пересылаемого сообщения/пересылаемое сообщение",
    "початок листа, що пересилається",
    "vidarebefordrat brev/vidarebefordrat mejl/videresendt besked/start på videresendt besked",
    "videresendt melding",
    "välitetty viesti/edelleen lähetetty viesti/začátek přeposílané zprávy/přeposlaná zpráva",
    "iletilen mesajın başlangıcı",
    "iletilen ileti/αρχή προωθημένου μηνύματος/bắt đầu thư chuyển tiếp/diteruskan pesan",
    "începutul mesajului redirecționat",
    "mesaj redirecționat/अग्रेषित संदेश की शुरुआत/अग्रेषित संदेश/अग्रेषित संदेश प्रारंभ/फ़ॉरवर्ड किया गया संदेश/转发的邮件",
    "下面是被转发的邮件/以下是转发的邮件",
    "開始轉寄郵件/轉寄郵件/転送されたメッセージ/転送メッセージ/전달된 메시지/전달된 메시지 시작",
    "بداية الرسالة المعاد توجيهها/תחילת ההודעה שהועברה",
)

# -- "Please type your reply above this line" ------------------------------------------------------------------------

ABOVE = _stems(
    "above/encima/arriba/oberhalb/über dies/dessus/sopra/acima/boven/powyżej/выше/над/fölé/fölött/felett/ऊपर",
    "上方/以上/之上/上に/より上",
    "ovanför/ovenfor/over denne/yläpuolel/nad/üstüne/üzerine/πάνω/phía trên/di atas/deasupra/فوق/מעל/위에",
)
LINE = _stems(
    "line/línea/linea/linha/linie/zeile/ligne/riga/lijn/regel/lini/wiersz/лини/строк/лінії/рядк/sor/vonal/पंक्ति",
    "रेखा/लाइन",
    "行/線/线/satır/çizgi/rad/linje/rivi/viivan/řád/γραμμή/dòng/garis/السطر/الخط/שורה/קו/줄",
)

# -- "See my answers in red below" -----------------------------------------------------------------------------------

_ANSWER = _stems(
    "answers/answered/my answer/my repl/replies/replied/responses/my response/responded/comments/my comment",
    "commented",
    "remarks/my notes/respuestas/mi respuesta/respondo/respondí/he respondido/contest/comentarios/válasz",
    "megjegyzés",
    "जवाब/उत्तर/टिप्पणी/antworten/antwort/geantwortet/kommentare/anmerkung/répon/commentaire/rispost/rispondo",
    "commenti",
    "respost/respondi/comentário/antwoord/reactie/opmerking/geantwoord/odpowied/komentarz/uwagi/ответ",
    "комментар",
    "回复/回覆/回答/答复/答覆/批注/返信/返答/コメント/svar/kommentar/vastauk/vastasin/kommentti/odpověd",
    "odpovíd/komentář",
    "cevap/yanıt/yorum/إجاب/ردود/ردي/جواب/أجوب/تعليق/תשוב/עניתי/הערות/답변/답장/răspuns/comentarii/відповід",
    "коментар",
    "απαντ/σχόλι/trả lời/nhận xét/jawab/komentar/উত্তর/জবাব/பதில்",
)
_PLACE = _stems(
    "below/underneath/inline/in-line/in line/within your/within the/between/interspersed/in red/in blue",
    "in green/in bold",
    "in colour/in color/in capital/in caps/in purple/in orange/embedded/in the text/in your text/in your mail",
    "in your email",
    "abajo/debajo/a continuación/entre líneas/entre las líneas/entre tus/entre sus/en rojo/en azul/en verde",
    "en negrita/en color",
    "en mayúscula/intercalad/en el texto/en su texto/dentro del/alább/lentebb/alul/sorok köz/közé/szövegbe",
    "piros/kékkel/zölddel",
    "félkövér/vastag/nagybetű/színnel/नीचे/लाल/नीले/हरे/बीच/पंक्ति/unten/unterhalb/nachfolgend/weiter unten/im text",
    "zwischen",
    "in rot/in blau/in grün/in fett/rot markiert/in roter/in blauer/eingefügt/farbig/dessous/plus bas/en rouge",
    "en bleu/en vert/en gras",
    "en couleur/dans le texte/dans votre/entre les lignes/intercalé/sotto/di seguito/in rosso/in blu/in verde",
    "in grassetto",
    "nel testo/tra le righe/fra le righe/abaixo/a seguir/em vermelho/em azul/em verde/em negrito",
    "entre as linhas/no texto",
    "hieronder/onder je/onder uw/in het rood/in het blauw/in het groen/in rood/in blauw/vetgedrukt/tussen",
    "in de tekst",
    "poniżej/niżej/na czerwono/czerwon/niebiesk/na zielono/pogrub/w tekście/w treści/między/ниже/красн/синим",
    "зелён/зелен",
    "жирн/в тексте/между/нижче/червон/下面/下方/文中/正文/红色/紅色/红字/紅字/蓝色/藍色/穿插/下記/赤字/赤色",
    "青字/行間/インライン/本文中",
    "nedan/i rött/i blått/mellan/nedenfor/med rødt/i rødt/mellem/imellom/mellom/punaisella/väliin/väleissä",
    "níže",
    "červen/modře/mezi/aşağıda/kırmızı/mavi/arasına/أدناه/بالأحمر/باللون/بين/למטה/להלן/באדום/בכחול/בין/아래",
    "빨간/파란/mai jos",
    "cu roșu/între/παρακάτω/με κόκκινο/dưới/màu đỏ/di bawah/warna merah/নিচে/লাল/கீழே/சிவப்பு",
)
_SEE = _stems(
    "see/mine/please find/siehe/véase/ver/mira/mirad/lásd/látod/voir/vois/voyez/vedi/zie/patrz/zobacz/см/смотри",
    "देख/देखें/देखिए/viz/bkz/veja/vejam/se/ks/vezi/xem/lihat",
)
_COLOUR = _stems(
    "in red/in blue/in green/en rojo/en azul/en verde/pirossal/kékkel/zölddel/in rot/in blau/in grün/en rouge",
    "en bleu/en vert",
    "in rosso/in blu/in verde/em vermelho/em azul/em verde/in het rood/in het blauw/in het groen/na czerwono",
    "na niebiesko",
    "красным/синим/зелёным/зеленым/红色/紅色/蓝色/赤字/青字/लाल रंग/नीले रंग/i rött/med rødt/červeně/kırmızı ile",
    "باللون/באדום",
)
_AMID = _stems(
    "inline/in-line/in line/between the lines/entre líneas/entre las líneas/sorok köz/zwischen den zeilen",
    "entre les lignes/tra le righe/entre as linhas/tussen de regels/między wierszami/между строк/पंक्तियों के बीच",
)
_SEE_ALONE = re.compile(rf"(?<!\w)(?:{_SEE.pattern})(?!\w)")
_SAME_SENTENCE = r"[^.!?\n。！？।]{0,60}?"


def _either_way(one: re.Pattern[str], other: re.Pattern[str]) -> str:
    return f"(?:{one.pattern}){_SAME_SENTENCE}(?:{other.pattern})|(?:{other.pattern}){_SAME_SENTENCE}(?:{one.pattern})"


ANSWERS_INSIDE = re.compile(
    f"{_either_way(_ANSWER, _PLACE)}|{_either_way(_SEE_ALONE, _COLOUR)}|{_either_way(_SEE_ALONE, _AMID)}"
)

# -- "Sent from my iPhone", "Get Outlook for Android" ----------------------------------------------------------------

SENT = _stems(
    "sent from/sent with/sent via/sent using/get outlook/enviado desde/enviado con/enviado por",
    "enviado mediante/enviat des/obtener outlook/obtén outlook/descarga outlook/descargar outlook",
    "consigue outlook/enviado do/enviado a partir",
    "enviado pelo/enviado de/enviado via/obter o outlook/obter outlook/baixar o outlook/baixe o outlook",
    "envoyé de/envoyé depuis/envoyé avec",
    "envoyé à partir/envoyé par/envoyé via/obtenir outlook/obtenez outlook/télécharger outlook",
    "téléchargez outlook/inviato da/inviato con",
    "inviato dal/inviata da/inviato tramite/scarica outlook/ottieni outlook/gesendet/geschickt/outlook für",
    "verstuurd/verzonden/download outlook",
    "outlook voor/skickat från/skickades från/hämta outlook/skaffa outlook/sendt fra/sendt via/hent outlook",
    "få outlook/lähetetty/hanki outlook",
    "küldve/küldtem/küldött/beszerzése/letöltése/az outlook/wysłan/wyslan/pobierz/odeslán/odeslan/odoslan",
    "získat outlook/stáhnout outlook",
    "отправлено/отправлен/послано/скачать outlook/скачайте outlook/получить outlook/надіслано/отримати outlook",
    "gönderildi/gönderilmiştir/edinin",
    "στάλθηκε/εστάλη/αποκτήστε/đã gửi/được gửi/gửi từ/tải outlook/dikirim/terkirim/dapatkan/trimis/obțineți",
    "obțineți",
    "भेजा गया/भेजी गई/भेजा/प्राप्त करें/पाठवले/পাঠানো/প্রেরিত/அனுப்பப்பட்டது/பெறுங்கள்/أُرسلت/أرسلت/تم الإرسال/أرسل من",
    "مرسل من/احصل على",
    "נשלח/קבל את/发送自/发自/發自/從我的/从我的/发送/傳送/寄件/获取/取得/下载/から送信/で送信/送信/を入手/보냄",
    "보냈/다운로드/전송/ส่งจาก/poslano/trimite",
)
GADGET = _stems(
    "iphone/ipad/ipod/samsung/galaxy/huawei/honor/xiaomi/redmi/poco/oppo/vivo/realme/oneplus/nokia/motorola",
    "pixel/lenovo/wiko/sony/xperia",
    "华为/小米/三星/苹果/荣耀/blackberry/windows phone/lumia/android/outlook/yahoo/gmail/proton/protonmail",
    "tutanota/tuta/k-9/thunderbird/bluemail/typeapp/aquamail",
    "aqua mail/spark/fastmail/zoho/gmx/web.de/t-online/mail.ru/yandex/яндекс/mailbox/freenet/hotmail/icloud",
    "apple/mac/macbook/roundcube",
    "windows/ios/iphon/mymail/navermail/naver/네이버/daum/aol/libero/orange/seznam/email.cz/onet/interia",
    "citromail/freemail/qq邮箱/网易/163/superhuman/hey/missive/edison/airmail/mailspring/canary",
)
# By themselves these name a thing that somebody may have sent.
HANDSET = _stems(
    "mobile/mobil/mobiltelefon/handy/handset/smartphone/tablet/phone/móvil/movil/celular/teléfono/telefono",
    "telefonem/téléphone/téléphon/portable/cellulare/telemóvel/telefoon/telefon",
    "puhelime/telefonu/смартфон/телефон/почты/пошти/मोबाइल/फ़ोन/फोन/स्मार्टफ़ोन/モバイル/携帯/スマートフォン/手机",
    "手機/휴대폰/스마트폰/הטלפון/الهاتف/هاتف",
    "điện thoại/ponsel",
)
# What else stands on such a line, in any of its languages.
FILLER = _words(
    "sent from with via by using on my mine the a an for to of and mail email e-mail app mobile secure device",
    "phone client get cell",
    "enjoy ad-free emails message was new brand smart wireless free enterprise please excuse brevity typos any all",
    "network",
    "desde mi un una dispositivo el la los con para por mediante correo electrónico seguro de del móvil",
    "aplicación obtener",
    "do meu da minha pelo o a partir aparelho telemóvel para via no em e-mail seguro dispositivo",
    "de mon ma depuis avec à partir du le mon appareil pour l'application téléphone mobile un messagerie",
    "sécurisée courrier courriel obtenir",
    "da dal mio mia il lo posta con per dispositivo telefono cellulare tramite app",
    "von vom meinem meiner mit der dem diese nachricht wurde für und gerät mobil mobiltelefon app per aus",
    "beschaffen herunterladen holen sie sich unterwegs sicherer sicheren sichere",
    "vanaf vanuit van mijn met voor een mobiel toestel apparaat de het dit bericht is telefoon downloaden",
    "från min mitt med för enhet fra mit mobil enhed enhet telefon til mailen",
    "puhelimesta laitteestani minun laitteesta sovelluksella",
    "az a egy saját mobilomról készülékemről készülékről telefonomról eszközre eszközről eszközömről",
    "alkalmazásból alkalmazásából alkalmazással levelezőből posta mail androidos küldve",
    "z ze mojego mojej mój telefonu urządzenia przez za pomocą systemu program dla aplikacji aplikację poczty",
    "poczta wiadomość została",
    "z mého mobilu telefonu zařízení pomocí pro aplikace môjho odesláno",
    "с из моего моей со мобильного мобильной мобильных устройства почта для почты приложения через помощью",
    "телефона з мого мобільного пристрою пошти застосунку",
    "cihazımdan telefonumdan için uygulamasından ile dan den από το μου τη συσκευή για κινητό từ của tôi cho",
    "thiết bị thoại di động",
    "dari saya untuk perangkat ponsel de pe meu mea telefonul dispozitivul pentru",
    "मेरे मेरी से के लिए द्वारा अपने डिवाइस फ़ोन फोन गया है आमच्या আমার থেকে জন্য எனது இலிருந்து எனது",
    "我的 我 版邮件 من الـ جهازي هاتفي الخاص بي على جهاز لـ שלי מה מה- מן עבור מהמכשיר 나의 내 에서 용 제",
)
