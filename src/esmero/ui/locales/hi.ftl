### विजेट: दुकान के पृष्ठ पर ग्राहक जो पढ़ता है।

widget-greeting = { $address ->
    [familiar] हम तुम्हारी क्या मदद करें?
   *[formal] हम आपकी क्या मदद करें?
  }
widget-people = { $count ->
    [1] यहाँ एक व्यक्ति मौजूद है।
   *[other] यहाँ { $count } लोग मौजूद हैं।
  }
widget-languages = { $list } में भी।
widget-ways = हमसे संपर्क के तरीके
widget-write = { $address ->
    [familiar] हमें अभी लिखो
   *[formal] हमें अभी लिखें
  }
widget-leave = { $address ->
    [familiar] हमारे लिए संदेश छोड़ो
   *[formal] हमारे लिए संदेश छोड़ें
  }
widget-box = { $address ->
    [familiar] अपना सवाल यहाँ लिखो
   *[formal] अपना सवाल यहाँ लिखें
  }
widget-phone = { $address ->
    [familiar] हमें फ़ोन करो
   *[formal] हमें फ़ोन करें
  }
widget-email = ईमेल

widget-by = हम { $time } तक जवाब देंगे।
widget-here = यहाँ कोई मौजूद है।
widget-open = कोई लौटते ही जवाब देगा।
widget-until = हम { $time } तक खुले हैं।
widget-away = अभी यहाँ कोई नहीं है। लौटकर हम जवाब देंगे।
widget-today = हम आज { $time } पर लौटेंगे।
widget-tomorrow = हम कल { $time } पर लौटेंगे।
widget-weekday = हम { $weekday } को { $time } पर लौटेंगे।
widget-date = हम { $date } को { $time } पर लौटेंगे।
widget-waits = { $address ->
    [familiar] तुम यह पृष्ठ बंद कर सकते हो। जवाब यहीं मिलेगा।
   *[formal] यह पृष्ठ बंद किया जा सकता है। जवाब आपको यहीं मिलेगा।
  }

widget-trust = { $address ->
    [familiar] रास्ते में कूटबद्ध। इसे सिर्फ़ तुम्हें जवाब देने वाले और उनके पर्यवेक्षक देखते हैं।
   *[formal] रास्ते में कूटबद्ध। इसे सिर्फ़ आपको जवाब देने वाले और उनके पर्यवेक्षक देखते हैं।
  }
widget-trust-plain = { $address ->
    [familiar] इसे सिर्फ़ तुम्हें जवाब देने वाले और उनके पर्यवेक्षक देखते हैं।
   *[formal] इसे सिर्फ़ आपको जवाब देने वाले और उनके पर्यवेक्षक देखते हैं।
  }
talk-connected = { $address ->
    [familiar] जुड़ा है। टूटने पर तुम्हारा संदेश सँभालकर रखा जाएगा और अपने आप चला जाएगा।
   *[formal] जुड़ा है। टूटने पर आपका संदेश सँभालकर रखा जाएगा और अपने आप चला जाएगा।
  }
talk-offline = { $address ->
    [familiar] कनेक्शन नहीं है। तुम्हारा संदेश सुरक्षित है और भेज दिया जाएगा।
   *[formal] कनेक्शन नहीं है। आपका संदेश सुरक्षित है और भेज दिया जाएगा।
  }
talk-offline-open = { $address ->
    [familiar] कनेक्शन नहीं है। पृष्ठ खुला रखो, तुम्हारा संदेश भेज दिया जाएगा।
   *[formal] कनेक्शन नहीं है। पृष्ठ खुला रखें, आपका संदेश भेज दिया जाएगा।
  }
talk-delayed = { $address ->
    [familiar] अभी तुम्हारा संदेश लिया नहीं जा सकता। वह यहाँ सुरक्षित है और अपने आप चला जाएगा।
   *[formal] अभी आपका संदेश लिया नहीं जा सकता। वह यहाँ सुरक्षित है और अपने आप चला जाएगा।
  }
talk-unsure = { $address ->
    [familiar] तुम्हारा ब्राउज़र यहाँ कुछ सँभालकर नहीं रखता। बातचीत इस पृष्ठ के साथ ख़त्म हो जाएगी।
   *[formal] आपका ब्राउज़र यहाँ कुछ सँभालकर नहीं रखता। बातचीत इस पृष्ठ के साथ ख़त्म हो जाएगी।
  }
talk-refused = यहाँ से यह चैट इस्तेमाल नहीं की जा सकती।

talk-answers = { $address ->
    [familiar] तुम्हें जवाब देने वाले: { $name }
   *[formal] आपको जवाब देने वाले: { $name }
  }
talk-is-here = अभी यहाँ मौजूद।
widget-message = { $address ->
    [familiar] अपना संदेश लिखो
   *[formal] अपना संदेश लिखें
  }
widget-send = भेजें
widget-attach = फ़ाइल जोड़ें
talk-emoji = इमोजी
widget-close = बंद करें
talk-back = संपर्क के सभी तरीके
widget-continue = बातचीत जारी रखें
talk-conversation = बातचीत
talk-you = { $address ->
    [familiar] तुम
   *[formal] आप
  }
talk-said = { $name }, { $time }: { $text }
talk-typing = { $name } की ओर से लिखा जा रहा है
talk-new = नया
talk-below = नए संदेश
talk-earlier = पहले के संदेश
talk-erased = यह संदेश हटा दिया गया है।
talk-day-today = आज, { $time }
talk-day-yesterday = कल, { $time }

talk-sent = भेजा गया { $time }
talk-read = पढ़ा गया
talk-kept = अभी नहीं भेजा गया
talk-failed = नहीं भेजा गया।
talk-why-blocked = यह बातचीत दूसरी ओर से समाप्त कर दी गई है।
talk-why-too-long = यह बहुत लंबा है।
talk-why-too-many-files = एक संदेश के लिए बहुत ज़्यादा फ़ाइलें हैं।
talk-why-identity-required = पहले दुकान में साइन इन करें।
talk-held = यहाँ सहेजा हुआ है। अभी भेजा नहीं गया।
talk-lost = इसकी फ़ाइलें अब यहाँ नहीं हैं। उन्हें फिर से जोड़ना होगा।
talk-again = फिर कोशिश करें
talk-discard = हटाएँ

talk-assigned = { $address ->
    [familiar] अब तुम्हें { $name } की ओर से जवाब मिलेगा।
   *[formal] अब आपको { $name } की ओर से जवाब मिलेगा।
  }
talk-opened = नई बातचीत।
talk-closed = { $address ->
    [familiar] यह बातचीत बंद है। तुम कभी भी फिर लिख सकते हो।
   *[formal] यह बातचीत बंद है। आप कभी भी फिर लिख सकते हैं।
  }
talk-reopened = यह बातचीत फिर खुल गई है।
talk-contacted = { $address ->
    [familiar] तुम्हारा पता हमारे पास है। तुम यहाँ न हुए तो जवाब वहीं भेजेंगे।
   *[formal] आपका पता हमारे पास है। आप यहाँ न हुए तो जवाब वहीं भेजेंगे।
  }

talk-drop = { $address ->
    [familiar] फ़ाइलें यहाँ छोड़ो
   *[formal] फ़ाइलें यहाँ छोड़ें
  }
talk-remove = { $name } हटाएँ
talk-uploading = { $name }, { $percent } भेजा गया
talk-file-empty = { $name } खाली है।
talk-file-large = { $name } बहुत बड़ी है। एक फ़ाइल { $limit } तक हो सकती है।
talk-file-kind = { $name } जैसी फ़ाइलें यहाँ नहीं भेजी जा सकतीं।
talk-file-many = एक संदेश में { $limit } तक फ़ाइलें हो सकती हैं।
talk-file-failed = { $name } नहीं भेजी जा सकी। { $reason }
talk-file-lost = पेज दोबारा खुलने से पहले { $name } पूरी नहीं भेजी जा सकी। उसे फिर से जोड़ना होगा।
talk-file-open = { $name } खोलें
widget-too-long = { $over } अक्षर ज़्यादा हैं।

talk-reach = { $address ->
    [familiar] अगर तब तक तुम चले गए, तो जवाब कहाँ दें?
   *[formal] अगर तब तक आप चले गए, तो जवाब कहाँ दें?
  }
talk-reach-box = ईमेल या फ़ोन नंबर
talk-reach-send = वहीं जवाब दें
talk-reach-invalid = { $address ->
    [familiar] यह पता या नंबर नहीं लगता। एक बार फिर देख लो।
   *[formal] यह पता या नंबर नहीं लगता। कृपया एक बार फिर देख लें।
  }
talk-reach-later = अभी नहीं

### छोटी बातें, जो किसी भी पृष्ठ को चाहिए हो सकती हैं।

shared-close = बंद करें
shared-slow = डेस्क को जवाब देने में देर लग रही है। आपका लिखा यहीं है।
shared-emoji = इमोजी
shared-happened = अभी क्या हुआ
shared-show-password = पासवर्ड दिखाएँ

### कंसोल का द्वार: साइन इन, और एक बार चलने वाले लिंक।

console-email = ईमेल पता
console-password = पासवर्ड
console-new-password = नया पासवर्ड
console-password-why = कम से कम 10 अक्षर। कुछ ऐसे शब्द सबसे अच्छे हैं जिन्हें केवल आप साथ रखें।
console-your-name = आपका नाम
console-your-name-why = जवाब देने पर ग्राहक यही नाम देखते हैं।
console-loading = खुल रहा है
console-again = फिर कोशिश करें
console-door-unreachable = डेस्क से संपर्क नहीं हो पा रहा
console-door-unreachable-why = कुछ खोया नहीं है। कनेक्शन देखकर फिर कोशिश करें।

console-door-title = साइन इन
console-door-enter = साइन इन करें
console-door-language = भाषा
console-door-forgotten = पासवर्ड भूल गए? इस डेस्क के प्रशासक आपको नया पासवर्ड चुनने का लिंक दे सकते हैं।
console-door-ended = आपका सत्र समाप्त हो गया। जो संदेश नहीं भेजे गए, वे इस ब्राउज़र में सुरक्षित हैं।
console-door-nobody = इस डेस्क का अभी कोई प्रशासक नहीं है
console-door-nobody-why = पहली बार चलने पर सर्वर ने एक लिंक दिखाया था। शुरू करने के लिए वही लिंक खोलें।

console-setup-title = आपका स्वागत है
console-setup-why = आप इस डेस्क के पहले प्रशासक हैं। बाकी लोगों को आप इसके बाद बुला सकते हैं।
console-setup-go = डेस्क खोलें
console-setup-done = इस डेस्क के प्रशासक पहले से हैं।
console-setup-no-token = लिंक अधूरा है। उसे # के बाद के हिस्से सहित पूरा कॉपी करें।

console-join-title = डेस्क से जुड़ें
console-join-why = निमंत्रण इस पते के लिए है: { $email }।
console-join-go = जुड़ें
console-reset-title = नया पासवर्ड चुनें
console-reset-why = { $email } के लिए। बाकी हर जगह से आप साइन आउट हो जाएँगे।
console-reset-go = सहेजें और साइन इन करें
console-link-useless = यह लिंक काम नहीं करता
console-link-useless-why = यह पहले ही इस्तेमाल हो चुका है या इसका समय बीत गया है। किसी प्रशासक से नया लिंक माँगें।
console-link-to-door = साइन इन पर जाएँ
console-link-to-desk = डेस्क पर जाएँ

### क्या गड़बड़ हो सकती है; किसी खाने में क्या ठीक नहीं है।

console-problem-internal = डेस्क के भीतर कुछ गड़बड़ हुई। आपका लिखा यहीं है। कृपया फिर कोशिश करें।
console-problem-internal-named = डेस्क के भीतर कुछ गड़बड़ हुई। आपका लिखा यहीं है। दोबारा हो तो डेस्क चलाने वाले को यह बताएँ: { $reference }।
console-problem-unreachable = डेस्क से संपर्क नहीं है। आपका लिखा यहीं है; फिर कोशिश करने से कुछ दो बार नहीं होगा।
console-problem-silent = डेस्क ने बहुत देर से जवाब नहीं दिया है। आपका लिखा यहीं है; फिर कोशिश करने से कुछ दो बार नहीं होगा।
console-problem-strange = बीच में किसी और ने डेस्क की जगह जवाब दिया। कृपया फिर कोशिश करें।
console-problem-unavailable = डेस्क अभी अपने भंडार तक नहीं पहुँच पा रहा। कुछ बदला नहीं; कृपया थोड़ी देर में कोशिश करें।
console-problem-too-many = बहुत बार कोशिश हुई। कृपया { $wait } रुककर फिर कोशिश करें।
console-problem-too-many-files = कम फ़ाइलें जोड़ें: एक संदेश में इतनी नहीं आतीं।
console-problem-forbidden = आपकी भूमिका में इसकी अनुमति नहीं है।
console-problem-not-found = यह अब यहाँ नहीं है।
console-problem-not-signed-in = आपका सत्र समाप्त हो गया। कृपया फिर साइन इन करें।
console-problem-csrf = यह पृष्ठ पुराना हो गया है। कृपया इसे फिर से खोलें।
console-problem-wrong-password = ईमेल पता या पासवर्ड सही नहीं है।
console-problem-bad-input = कुछ छूट गया है या ठीक नहीं है।
console-problem-too-large = यह बहुत बड़ा है।
console-problem-key-in-use = यह पहले से चल रहा है।
console-problem-conflict = इससे पहले कुछ और हो चुका है। कृपया फिर से देखें।
console-problem-taken = यह पहले से लिया जा चुका है।
console-problem-customer-blocked = यह ग्राहक अवरुद्ध है। उत्तर देने के लिए पहले अवरोध हटाएँ।
console-problem-on-its-way = यह उत्तर भेजा जाने लगा है।
console-problem-not-again = यह संदेश जा चुका है, जाने के इंतज़ार में है, या इसकी जगह दूसरा लिखा गया है।
console-problem-perhaps-left = हो सकता है यह संदेश जा चुका हो। इसे एक बार और देखें, फिर तय करें।
console-problem-inbox-off = जिस इनबॉक्स से यह जाता है, वह अब उपयोग में नहीं है। बातचीत को दूसरे में ले जाएँ, फिर भेजें।
console-problem-open-elsewhere = इस चैट में इस ग्राहक की एक और बातचीत खुली है।
console-problem-moved-on = ग्राहक अब दूसरी बातचीत में है और यहाँ यह नहीं देखेगा।
console-problem-account-disabled = यह खाता बंद है।
console-problem-no-files-here = यहाँ फ़ाइलें नहीं भेजी जा सकतीं।
console-problem-bad-recipient = किसी एक प्राप्तकर्ता को लिखा नहीं जा सकता। कृपया पते देखें।
console-problem-bad-sender = यह इनबॉक्स उस पते से नहीं भेजता।
console-problem-cant-begin = इस इनबॉक्स में केवल ग्राहक शुरू कर सकता है।
console-problem-cant-forward = इस इनबॉक्स से कुछ भी आगे नहीं भेजा जा सकता।
console-problem-file-gone = एक फ़ाइल अब वहाँ नहीं है। कृपया उसे फिर से जोड़ें।
console-problem-wrong-type = इस तरह की फ़ाइलें नहीं ली जातीं।
console-problem-too-slow = इसमें बहुत समय लगा। कृपया कुछ और सीमित करके देखें।
console-problem-too-long = यह बहुत लंबा है।
console-problem-newer-message = ग्राहक ने फिर लिखा है।
console-problem-kept = यह कुछ समय पहले लिखा गया था और भेजा नहीं गया। कृपया एक बार फिर पढ़ लें।
console-problem-key-reused = यह पहले ही हो चुका है। कृपया पृष्ठ फिर से खोलें।
console-problem-foreign-origin = डेस्क का पता इससे अलग है।
console-problem-set-up-already = डेस्क का प्रशासक पहले से है। कृपया साइन इन करें।
console-too-long = { $over } अक्षर ज़्यादा हैं।

console-field-empty = कृपया इसे भरें।
console-field-taken = यह पहले से लिया जा चुका है।
console-field-too-short = यह बहुत छोटा है।
console-field-too-long = यह बहुत लंबा है।
console-field-easy-to-guess = इसका अनुमान लगाना आसान है। कुछ लंबा या कम अपेक्षित चुनें।
console-field-not-a-mail-address = यह ईमेल पता नहीं लगता।
console-field-wrong-form = यह अपेक्षित रूप में नहीं है।
console-field-wrong = यह मौजूदा पासवर्ड नहीं है।
console-field-unknown = यह अब यहाँ नहीं है।
console-field-no-address = इस पते पर कुछ नहीं भेजा जा सकता।
console-field-our-own = यह इनबॉक्स का अपना पता है।

### कंसोल की मेज़: उत्तर देते समय एजेंट जो पढ़ता है।

# जिसका नाम नहीं है, उसे वही कहा जाता है जो वह है।
console-visitor = आगंतुक { NUMBER($id, useGrouping: 0) }
console-someone = कोई
console-some-team = एक टीम
console-some-inbox = एक इनबॉक्स
console-some-label = एक लेबल
console-a-program = एक प्रोग्राम
console-the-desk = Esmero
console-customer = ग्राहक
console-unknown = पता नहीं
console-you = आप

console-views = सूचियाँ
console-open-views = सूचियाँ दिखाएँ
console-find = खोजें या जाएँ
console-find-what = कोई नाम, शब्द या काम
console-view-mine = मेरी
console-view-unassigned = बिना सौंपी
console-view-all = सभी खुली
console-view-every = सभी
console-view-junk = अनचाहा
console-view-held = रोके हुए
console-inboxes = इनबॉक्स
console-labels = लेबल
console-open-ones = { $count } खुली
console-settings = सेटिंग
console-sign-out = साइन आउट
console-be-available = मैं उपलब्ध हूँ
console-be-away = मैं अभी नहीं हूँ
console-presence-available = उपलब्ध
console-presence-away = अभी नहीं
console-presence-offline = कनेक्शन नहीं
console-theme-system = सिस्टम जैसा
console-theme-light = उजला
console-theme-dark = गहरा
console-keys = कीबोर्ड
console-skip-list = सूची पर जाएँ
console-skip-talk = बातचीत पर जाएँ

console-statuses = स्थिति
console-status-open = खुली
console-status-pending = ग्राहक की बारी
console-status-snoozed = टाली हुई
console-status-closed = बंद
console-sort-waiting = इंतज़ार के अनुसार
console-sort-newest = नई पहले
console-sort-other-waiting = सबसे देर से इंतज़ार करने वाले पहले
console-sort-other-newest = सबसे नई पहले
console-filter-off = { $name } फ़िल्टर हटाएँ
console-list-more = और
console-list-more-failed = और लोड नहीं हो सका। फिर कोशिश करें।
console-list-failed = सूची लोड नहीं हो सकी
console-unread = अपठित
console-blocked = अवरुद्ध
console-writes = लिख रहे हैं…
console-note = नोट
console-our-reply = हमारा उत्तर
console-files = { $count ->
    [1] एक फ़ाइल
   *[other] { $count } फ़ाइलें
  }
console-no-words = कोई शब्द नहीं
console-also-here = इनके पास भी खुली है: { $names }
console-now = अभी
console-since = { $time } से
console-until = { $time } तक
console-answered = उत्तर दिया
console-their-turn = ग्राहक की बारी
console-is-closed = बंद
console-when-tomorrow = कल { $time }
console-when-yesterday = बीते कल { $time }
console-when-day = { $day } { $time }
console-priority = प्राथमिकता
console-priority-low = कम
console-priority-normal = सामान्य
console-priority-high = ऊँची
console-priority-urgent = तुरंत

console-empty-mine = कोई आपका इंतज़ार नहीं कर रहा
console-empty-mine-why = जिसका आप उत्तर देते हैं या जो आपको सौंपी जाती है, वह यहाँ दिखती है।
console-empty-mine-next = { $count ->
    [1] एक बातचीत बिना सौंपी है
   *[other] { $count } बातचीत बिना सौंपी हैं
  }
console-empty-unassigned = हर बातचीत किसी को सौंपी जा चुकी है
console-empty-unassigned-why = नई बातचीत यहाँ तब तक रहती है जब तक कोई उसे ले न ले।
console-empty-all = कुछ भी खुला नहीं है
console-empty-all-why = जैसे ही कोई ग्राहक लिखेगा, बातचीत यहाँ दिखेगी।
console-empty-pending = किसी के उत्तर का इंतज़ार नहीं
console-empty-pending-why = जिन बातचीत में ग्राहक की बारी है, वे यहाँ रहती हैं।
console-empty-snoozed = कुछ भी टाला हुआ नहीं है
console-empty-snoozed-why = टाली हुई बातचीत अपने समय पर, या ग्राहक के लिखते ही लौट आती है।
console-empty-closed = अभी कुछ भी बंद नहीं हुआ
console-empty-closed-why = निपटे हुए मामले यहाँ रखे जाते हैं।
console-empty-junk = कुछ अनचाहा नहीं
console-empty-junk-why = जो किसी ने नहीं माँगा, वह यहाँ रहता है। कुछ मिटाया नहीं जाता, और एक बटन से वापस आ जाता है।
console-held-why = यह आया पर समझा नहीं जा सका। यह पूरा सुरक्षित है, और किसी को उत्तर नहीं मिला है।
console-held-none = कुछ रोका नहीं गया
console-held-none-why = जो आए और समझ में न आए, वह यहाँ पूरा रखा रहता है, जब तक कोई उसे न देखे।
console-held-tries = { $count ->
    [0] दोबारा कोशिश नहीं हुई
   *[other] दोबारा कोशिश: { $count } बार
  }
console-held-retry = फिर कोशिश करें
console-held-away = हटाकर रखें
console-held-away-ask = हटाकर रखें?
console-held-away-why = यह मुहरबंद रहेगा, पर किसी सूची में नहीं दिखेगा और बातचीत नहीं बनेगा।
console-held-understood = अब समझ में आ गया: यह अपनी बातचीत में है।
console-held-still = अब भी समझ में नहीं आया। रोका हुआ ही रहेगा।

console-conversation = बातचीत
console-messages = संदेश
console-nobody = कोई बातचीत चुनी नहीं है
console-nobody-why = सूची से कोई बातचीत चुनें।
console-open-failed = यह बातचीत नहीं खुल सकी
console-gone = यह आप नहीं देख सकते
console-gone-why = इसे किसी दूसरी टीम के इनबॉक्स में भेज दिया गया, या इस पते पर कोई बातचीत थी ही नहीं।
console-unreachable = सर्वर तक नहीं पहुँचा जा सका
console-back = सूची पर वापस
console-open-aside = ग्राहक को दिखाएँ
console-close-aside = ग्राहक को छिपाएँ
console-retitle = विषय बदलें
console-subject = विषय
console-yours = आपकी
console-nobodys = किसी की नहीं
console-state-pending = ग्राहक की बारी
console-state-closed = बंद
console-state-snoozed = टाली हुई
console-snoozed-until = { $time } तक टाली हुई
console-agent-here = { $name } भी यहाँ हैं
console-agent-writes = { $name } लिख रहे हैं
console-others-here = { $count ->
    [1] एक और साथी यहाँ हैं
   *[other] { $count } और साथी यहाँ हैं
  }

console-snooze = टालें
console-assign = सौंपें
console-close = बंद करें
console-reopen = फिर खोलें
console-more = और
console-reply = उत्तर
console-take = मुझे सौंपें
console-to-me = मुझे
console-to-nobody = किसी को नहीं
console-assign-more = सौंपें…
console-assign-to = किसे सौंपें
console-teams = टीमें
console-assign-find = कोई नाम या टीम
console-snooze-more = टालें…
console-pend = अब ग्राहक की बारी है
console-reopen-now = फिर खुली सूची में
console-mark-unread = अपठित करें
console-label-more = लेबल…
console-priority-more = प्राथमिकता…
console-move-more = दूसरे इनबॉक्स में भेजें…
console-junk = अनचाहा
console-not-junk = अनचाहा नहीं
console-done-junk = अनचाहे में डाला: { $name }
console-block = अवरुद्ध करें
console-unblock = अवरोध हटाएँ
console-undo = पूर्ववत करें
console-done-closed = बंद की गई: { $name }
console-done-unread = अपठित की गई

console-day-today = आज
console-day-yesterday = बीता कल
console-new = नया
console-earlier = पुराने संदेश
console-newest = सबसे नए पर जाएँ
console-below = नया संदेश
console-name-writes = { $name } लिख रहे हैं
console-note-by = { $name }, नोट केवल हमारे लिए
console-erased = ये शब्द मिटा दिए गए।
console-said = { $name }, { $time }: { $text }
console-said-note = { $name } का नोट, { $time }: { $text }
console-mark-queued = जाने का इंतज़ार
console-mark-sent = भेजा गया
console-mark-delivered = पहुँच गया
console-mark-read = पढ़ लिया
console-mark-failed = नहीं पहुँचा
console-mark-unknown = शायद नहीं पहुँचा
console-mark-recalled = वापस लिया गया
console-mark-bounced = वापस आ गया
console-mark-delayed = रास्ते में रुका है
console-mark-sending = भेजा जा रहा है
console-mark-kept = रखा है, भेजा जाएगा
console-recall = वापस लें
console-why-failed = नहीं पहुँचा। { $why }
console-why-waits = अगली कोशिश: { $time }। { $why }
console-why-unknown = पता नहीं चल सकता कि पहुँचा या नहीं। { $why }
console-why-bounced = { $address } तक नहीं पहुँचा। { $why }
console-why-delayed = { $address } तक अभी नहीं पहुँचा; सर्वर कोशिश कर रहा है। { $why }
console-why-refused = नहीं भेजा गया: { $reason }
console-send-again = फिर भेजें
console-edit-again = बदलें
console-mark-replaced = इसकी जगह दूसरा गया
console-why-failed-to = { $address } तक नहीं पहुँचा। { $why }
console-why-for-all = बाक़ी लोगों को भी नहीं मिला।
console-why-replaced = यह नहीं पहुँचा। इसकी जगह सुधारा हुआ संदेश लिखा गया।
console-server-said = सर्वर का कहना
console-edit-and-send = सुधारकर भेजें
console-sent-again = संदेश फिर रास्ते में है।
console-unsure-title = हो सकता है यह पहुँच चुका हो
console-unsure-why = सर्वर को पूरा संदेश मिल गया था, पर उसने उत्तर नहीं दिया। अगर वह पहुँच गया हो, तो उसके साथ दूसरा भी पहुँचेगा।
console-rewrite-first = यहाँ एक और उत्तर शुरू किया हुआ है। पहले उसे भेजें या मिटाएँ।
console-replacing = यह उस संदेश की जगह भेजा जाएगा जो नहीं पहुँचा।
console-replacing-not = नए संदेश के रूप में भेजें
console-trouble-no-such-address = इस पते पर कोई नहीं है।
console-trouble-mailbox-full = मेलबॉक्स भर चुका है।
console-trouble-domain-unknown = इस डोमेन पर डाक नहीं पहुँचाई जा सकती। क्या यह सही लिखा है?
console-trouble-junk = सर्वर इसे अनचाही डाक मानता है, या अपने किसी नियम से लौटा देता है।
console-trouble-too-large = मेल बहुत बड़ा है, शायद अपनी फ़ाइलों के कारण।
console-trouble-sender-refused = सर्वर हमारे पते से इसे भेजने नहीं देता।
console-trouble-sign-in-refused = हमारा मेल सर्वर इस इनबॉक्स को अंदर नहीं आने देता। कोई प्रशासक इसकी सेटिंग में इसे ठीक कर सकता है।
console-trouble-server-away = मेल सर्वर तक पहुँचा नहीं जा सकता, या वह ख़ुद परेशानी में है।
console-trouble-greylisted = हमारी डाक लेने से पहले सर्वर रुकने को कहता है।
console-trouble-timed-out = मेल सर्वर ने समय पर उत्तर नहीं दिया।
console-trouble-encryption-failed = मेल सर्वर से सुरक्षित संपर्क नहीं बन पाया।
console-trouble-bad-address = ऐसे पते पर मेल नहीं भेजा जा सकता। क्या यह सही लिखा है?
console-trouble-inbox-off = यह इनबॉक्स अब उपयोग में नहीं है, या इसके पास भेजने का सर्वर नहीं है।
console-trouble-file-gone = इसकी एक फ़ाइल अब मौजूद नहीं है।
console-trouble-erased = जो भेजा जाना था, वह मिटा दिया गया है।
console-trouble-expired = यह समय पर नहीं जा सका, और अब किसी काम का नहीं है।
console-trouble-defect = भेजना Esmero के भीतर रुक गया; लॉग फ़ाइल में और जानकारी है।
console-trouble-outcome-unknown = मेल सर्वर को पूरा मिल गया था, पर उसने उत्तर नहीं दिया।
console-trouble-other = इसे लेने से मना किया गया।
console-discard = हटाएँ
console-file = { $name }, { $size }
console-machine-bounce = डिलीवरी की सूचना
console-machine-auto-reply = अपने आप आया उत्तर
console-machine-list = मेलिंग सूची
console-machine-receipt = पढ़े जाने की सूचना
console-machine-calendar = कैलेंडर
console-copies-to = प्रति: { $names }
console-copies-cc = प्रतिलिपि: { $names }
console-copies-bcc = गुप्त प्रतिलिपि: { $names }
console-quoted = उद्धृत अंश
console-quoted-by = { $name } का उद्धृत अंश
console-designed-show = मूल रूप में देखें
console-designed-hide = मूल रूप छिपाएँ
console-designed-by = { $name } का मेल, मूल रूप में
console-pictures-elsewhere = दूसरी जगहों के चित्र नहीं लाए जाते: { $count }।
console-source-open = मूल स्रोत खोलें…
console-source-title = मूल स्रोत खोलें
console-source-why = मेल जैसा आया था, ठीक वैसा ही फ़ाइल के रूप में मिलेगा। बातचीत में दर्ज होगा कि इसे आपने खोला और क्यों।
console-source-reason = कारण
console-source-go = डाउनलोड करें
console-conversation-number = बातचीत { NUMBER($id, useGrouping: 0) }

console-fact-opened = { $inbox }
console-fact-begun = { $inbox } · पहले { $who } ने लिखा
console-fact-taken = { $who } ने इसे लिया
console-fact-given = { $who } ने इसे { $name } को सौंपा
console-fact-team = { $who } ने इसे { $team } को सौंपा
console-fact-put-back = { $who } ने इसे छोड़ा
console-fact-pended = { $who }: अब ग्राहक की बारी है
console-fact-snoozed = { $who } ने इसे { $time } तक टाला
console-fact-woken = टालने का समय पूरा हुआ
console-fact-closed = { $who } ने इसे बंद किया
console-fact-reopened = { $who } ने इसे फिर खोला
console-fact-moved = { $who } ने इसे { $inbox } में भेजा
console-fact-recognised = अब पहचान हो गई: साइन इन किया
console-fact-continued = साइन इन किया: बात पहले से खुली बातचीत में जारी है
console-fact-labelled = { $who } ने { $labels } लगाया
console-fact-unlabelled = { $who } ने { $labels } हटाया
console-fact-priority = { $who } ने प्राथमिकता { $priority } की
console-fact-subject = { $who } ने इसे “{ $subject }” नाम दिया
console-fact-no-subject = { $who } ने विषय हटाया
console-fact-contacted = संपर्क छोड़ा: { $what }
console-facts-more = { $count ->
    [1] एक और बदलाव
   *[other] { $count } और बदलाव
  }
console-fact-named = नाम बताया: { $name }
console-fact-linked-stranger = किसी और को लिखे मेल का उत्तर है:
console-fact-linked-seen = इस मेल का उत्तर किसी और ने दिया:
console-fact-junked = { $who } ने इसे अनचाहे में डाला
console-fact-junked-desk = अनचाहा मानकर अलग रखी गई
console-fact-cleared = { $who }: यह अनचाहा नहीं है
console-fact-joined = प्रतिलिपि में: { $names }
console-fact-left = { $name } अब शामिल नहीं
console-fact-bounced = { $address } को भेजा मेल वापस आया
console-fact-delayed = { $address } को भेजा मेल रुका हुआ है
console-fact-source = { $who } ने मूल स्रोत खोला: “{ $reason }”
console-fact-acknowledged = पहुँचने की पुष्टि भेजी गई
console-fact-not-left = यह ईमेल से नहीं गया। { $why }
console-fact-switched = ग्राहक अब { $way } बात कर रहे हैं
console-fact-copy-queued = देर तक पढ़ा नहीं गया: ईमेल से भी भेजा जा रहा है
console-fact-copy-sent = ईमेल से भेजा गया

console-write-what = क्या लिखना है
console-write-reply = उत्तर
console-write-note = नोट
console-begun = अधूरा
console-write-to = { $name } को
console-by-chat = चैट से
console-by-email = मेल से
console-by-other = { $channel } से
console-write-to-us = केवल हमारे लिए
console-write-here = अपना उत्तर लिखें
console-recipients = किसे मिलेगा
console-recipient-to = प्रति
console-recipient-cc = प्रतिलिपि
console-recipient-bcc = गुप्त प्रतिलिपि
console-recipient-cc-why = जिन्हें भी मेल मिलता है, वे इन्हें देखते हैं।
console-recipient-bcc-why = इन्हें और कोई नहीं देखता।
console-recipients-many = पतों के बीच अल्पविराम लगाएँ।
console-recipient-wrong = “{ $what }” कोई ईमेल पता नहीं है।
console-recipient-one = यहाँ कम से कम एक पता चाहिए।
console-recipients-too-many = अधिक से अधिक { $limit } पते।
console-recipients-back = पहले जैसा
console-begin = नया संदेश
console-begin-to = इन्हें लिखें
console-forward = आगे भेजें
console-forward-more = बातचीत आगे भेजें…
console-forward-title = आपूर्तिकर्ता या सहकर्मी को आगे भेजें
console-forward-reply = { $name } को उत्तर दें
console-forward-by = { $name } ने { $to } को आगे भेजा
console-forward-replied = { $name } ने { $to } को उत्तर दिया
console-forward-answered = { $name } का उत्तर, केवल हमारे लिए
console-mail-from = प्रेषक
console-mail-to-why-begin = पहला पता ग्राहक का है। एक से अधिक पते अल्पविराम से अलग करें।
console-mail-to-why-forward = ग्राहक को इसमें से कुछ नहीं दिखता। जो उत्तर आएगा, वह यहाँ नोट बनेगा।
console-mail-to-why-answer = ग्राहक को इसमें से कुछ नहीं दिखता।
console-mail-copies = प्रतिलिपि (Cc) या गुप्त प्रतिलिपि (Bcc) जोड़ें
console-mail-text-begin = संदेश
console-mail-text-forward = ऊपर आपके अपने शब्द
console-mail-text-answer = संदेश
console-mail-quotes-one = नीचे संदेश उद्धृत होता है, किसने और कब लिखा, इसके साथ।
console-mail-quotes-all = ग्राहक से हुई पूरी बातचीत नीचे उद्धृत होती है, हमारे नोट के बिना।
console-mail-files = साथ जाने वाली फ़ाइलें
console-mail-sent = { $names } को भेजा जा रहा है
console-mail-unsent = आपका मेल नहीं भेजा गया। { $reason }
console-mail-back = मेल पर जाएँ
console-sight-seen = ये एक-दूसरे को देखते हैं: { $names }।
console-sight-unseen = { $count ->
    [one] { $names } को और कोई नहीं देखता।
   *[other] इन्हें और कोई नहीं देखता: { $names }।
  }
console-sent-from = प्रेषक { $address }
console-note-here = नोट लिखें, जिसे केवल साथी देखेंगे
console-attach = फ़ाइलें जोड़ें
console-drop = फ़ाइलें यहाँ छोड़ें
console-send = भेजें
console-send-close = भेजें और बंद करें
console-add-note = नोट जोड़ें
console-stays-closed = यह बातचीत बंद है। आपका उत्तर पहुँचेगा, पर यह बंद ही रहेगी।
console-go-there = वहाँ जाएँ
console-will-send = कनेक्शन नहीं है। आप जो भेजेंगे वह सुरक्षित रहेगा और अपने आप चला जाएगा।
console-writes-too = { $name } भी यहाँ लिख रहे हैं
console-newer = { $count ->
    [1] आपके लिखते समय { $name } ने लिखा
   *[other] आपके लिखते समय { $name } ने { $count } संदेश लिखे
  }
console-newer-how = Enter फिर दबाने पर आपका उत्तर जैसा है वैसा चला जाएगा।
console-blocked-why = { $name } अवरुद्ध हैं, इसलिए उत्तर उन तक नहीं पहुँचते।
console-uploading = { $name } भेजी जा रही है
console-file-off = { $name } हटाएँ
console-file-many = { $limit ->
    [1] एक संदेश में एक फ़ाइल जा सकती है।
   *[other] एक संदेश में { $limit } तक फ़ाइलें जा सकती हैं।
  }
console-file-empty = { $name } खाली है।
console-file-large = { $name } बहुत बड़ी है। एक फ़ाइल { $limit } तक की हो सकती है।
console-file-failed = { $name } नहीं भेजी जा सकी। { $reason }

console-known = पहचान पक्की है
console-not-known = पहचान पक्की नहीं है
console-reach = संपर्क
console-reach-email = ईमेल
console-reach-phone = फ़ोन
console-reach-address = संबोधन
console-reach-form = फ़ॉर्म
console-reach-x = X
console-reach-mastodon = Mastodon
console-reach-whatsapp = WhatsApp
console-reach-call = कॉल
console-reach-nothing = कोई पता मालूम नहीं। आपका उत्तर वे चैट में पढ़ेंगे।
console-address-formal = आप
console-address-familiar = तुम
console-about = इनके बारे में
console-edit = बदलें
console-keep = सहेजें
console-kept = सहेजा गया
console-cancel = रहने दें
console-name = नाम
console-language = भाषा
console-with-us = { DATETIME($date, month: "long", year: "numeric") } से हमारे साथ
console-all-matters = सभी { $count } दिखाएँ

console-snooze-until = कब तक टालें
console-snooze-find = कोई समय
console-snooze-hour = एक घंटे बाद
console-snooze-later = आज बाद में
console-snooze-evening = आज शाम
console-snooze-tomorrow = कल सुबह
console-snooze-monday = सोमवार सुबह
console-snooze-at = दिन और समय
console-snooze-past = आगे का कोई समय चुनें।
console-snooze-why = यह तब, या ग्राहक के लिखते ही लौट आएगी।
console-label-find = कोई लेबल
console-no-labels = अभी कोई लेबल नहीं है। कोई पर्यवेक्षक सेटिंग में बना सकता है।
console-priority-find = कितनी जल्दी है
console-move-to = दूसरे इनबॉक्स में भेजें
console-move-find = कोई इनबॉक्स
console-block-title = { $name } को अवरुद्ध करें?
console-block-why = इनके संदेश अब नहीं लिए जाएँगे। अवरोध कभी भी हटाया जा सकता है।
console-none-found = कुछ नहीं मिला
console-searching = खोज जारी है…
console-search-failed = खोज नहीं हो सकी।
console-command-do = इस बातचीत के साथ
console-command-go = यहाँ जाएँ
console-command-people = ग्राहक
console-command-said = जो कहा गया

console-key-next = अगली बातचीत
console-key-previous = पिछली बातचीत
console-key-reply = उत्तर लिखें
console-key-note = नोट लिखें
console-key-close = बंद करें
console-key-assign = सौंपें
console-key-snooze = टालें
console-key-label = लेबल
console-key-unread = अपठित करें
console-key-forward = बातचीत आगे भेजें
console-key-begin = नया संदेश
console-key-search = खोजें
console-key-help = यह सहायता
console-key-jump = कहीं से भी खोजें या जाएँ
console-key-send = भेजें
console-key-line = नई पंक्ति
console-key-back = एक कदम पीछे
console-letters = एक अक्षर वाली कुंजियाँ
console-letters-why = बोलकर लिखते हों या कुंजियाँ ग़लती से दब जाती हों, तो इन्हें बंद कर दें।

console-offline = { $count ->
    [0] कनेक्शन नहीं है। कोशिश जारी है; आप जो भेजेंगे वह सुरक्षित रहेगा।
    [1] कनेक्शन नहीं है। एक संदेश सुरक्षित है और भेजा जाएगा।
   *[other] कनेक्शन नहीं है। { $count } संदेश सुरक्षित हैं और भेजे जाएँगे।
  }
console-try-now = अभी कोशिश करें
console-given-to-you = { $name } ने आपको एक बातचीत सौंपी

### वे शब्द जो कई पर्दों पर आते हैं।

console-save = सहेजें
console-saved = सहेज लिया
console-copy = कॉपी करें
console-copied = कॉपी हो गया
console-done = हो गया
console-remove = हटाएँ
console-edit-name = { $name } बदलें
console-remove-name = { $name } हटाएँ
console-skip = सामग्री पर जाएँ
console-role-agent = एजेंट
console-role-supervisor = पर्यवेक्षक
console-role-administrator = प्रशासक
console-role-why-agent = अपनी टीमों के इनबॉक्स में उत्तर देते हैं।
console-role-why-supervisor = ग्राहकों को अवरुद्ध भी करते हैं और लेबल सँभालते हैं।
console-role-why-administrator = सभी इनबॉक्स देखते हैं और डेस्क की व्यवस्था करते हैं।
console-tint-grey = स्लेटी
console-tint-green = हरा
console-tint-blue = नीला
console-tint-amber = अंबर
console-tint-red = लाल
console-tint-violet = बैंगनी

### सेटिंग: अपनी।

console-set-rooms = सेटिंग
console-set-leave = बातचीतों पर लौटें
console-set-yours = आपकी
console-set-desk = डेस्क
console-set-closed = यह प्रशासकों के लिए है
console-set-closed-why = आपकी भूमिका से यह नहीं खुलता। कोई प्रशासक इसमें बदलाव कर सकते हैं।
console-set-unsaved = कुछ बदलाव सहेजे नहीं गए हैं।
console-set-leave-why = अभी जाने पर वे खो जाएँगे।
console-set-leave-go = बिना सहेजे जाएँ
console-set-all-saved = सब कुछ सहेजा हुआ है।
console-set-discard = छोड़ दें

console-set-me = प्रोफ़ाइल
console-set-look = भाषा और रूप
console-set-theme = उजला या गहरा
console-set-password-why = बदलने पर बाकी हर जगह से आप साइन आउट हो जाते हैं।
console-set-password-now = मौजूदा पासवर्ड
console-set-password-go = पासवर्ड बदलें
console-set-password-done = आपका पासवर्ड बदल गया। बाकी हर जगह से आप साइन आउट हो गए हैं।

console-set-notices = सूचनाएँ
console-set-notices-why = जब आप कुछ और देख रहे हों, तब नए संदेश कैसे बताए जाएँ।
console-set-tell = मुझे बताएँ
console-set-tell-all = जो कुछ मैं देख सकता हूँ
console-set-tell-mine = जो मेरा है
console-set-tell-none = कुछ नहीं
console-set-sound = हल्की आवाज़
console-set-sound-why = केवल तब, जब आप वह बातचीत नहीं देख रहे हों।
console-set-desktop = इस ब्राउज़र की सूचना
console-set-desktop-why = बताती है कि किसने लिखा, और बातचीत खोलती है।
console-set-desktop-denied = यह ब्राउज़र Esmero को सूचना दिखाने नहीं देता। इस साइट के लिए ब्राउज़र की सेटिंग में आप इसकी अनुमति दे सकते हैं।

console-set-sessions = साइन इन
console-set-sessions-title = आप कहाँ साइन इन हैं
console-set-sessions-why = इनमें से कोई अनजान लगे तो वहाँ से साइन आउट करें और पासवर्ड बदलें।
console-set-sessions-end = बाकी हर जगह साइन आउट
console-set-sessions-ask = बाकी हर जगह से साइन आउट करें?
console-set-sessions-ask-why = यहाँ आप साइन इन रहेंगे। बाकी हर जगह पासवर्ड फिर पूछा जाएगा।
console-set-sessions-ended = अब आप केवल यहाँ साइन इन हैं।
console-set-session-ended = वहाँ से साइन आउट हो गया।
console-set-seen = आख़िरी बार: { $time }
console-set-this = यह ब्राउज़र
console-set-device = कोई अनजान ब्राउज़र

### सेटिंग: लोग।

console-set-agents = एजेंट
console-set-agents-why = यहाँ कौन काम करता है, और क्या कर सकता है।
console-set-agent-edit = नाम और भूमिका
console-set-agent-enable = फिर से आने दें
console-set-agent-reset = नए पासवर्ड का लिंक
console-set-agent-disable = प्रवेश बंद करें
console-set-agent-disable-ask = { $name } का प्रवेश बंद करें?
console-set-agent-disable-why = वे तुरंत हर जगह से साइन आउट हो जाएँगे और साइन इन नहीं कर सकेंगे। उनका लिखा बना रहेगा। आप उन्हें फिर आने दे सकते हैं।
console-set-do-with = { $name } के लिए क्या करना है
console-set-disabled = प्रवेश बंद
console-set-trainee = प्रशिक्षु
console-set-trainee-why = उनके उत्तर भेजे जाने से पहले कोई पर्यवेक्षक पढ़ते हैं।
console-set-role = भूमिका
console-set-invite = किसी को बुलाएँ
console-set-invite-go = लिंक बनाएँ
console-set-invite-again = नया लिंक
console-set-invitations = बुलाए गए लोग
console-set-invited = { $name } के लिए निमंत्रण
console-set-reset-made = { $name } के लिए नया पासवर्ड
console-set-link-why = यह लिंक ऐसे रास्ते से भेजें जिसे केवल वही व्यक्ति पढ़े। यह एक बार चलता है और केवल अभी दिखता है।
console-set-name-maybe = नाम, यदि पता हो
console-set-until = { $day } तक
console-set-expired = लिंक का समय बीत गया
console-set-withdraw = वापस लें
console-set-withdraw-ask = { $name } का निमंत्रण वापस लें?
console-set-withdraw-why = लिंक काम करना बंद कर देगा।
console-problem-last-administrator = डेस्क को कम से कम एक प्रशासक चाहिए। पहले किसी और को प्रशासक बनाएँ।

console-set-teams = टीमें
console-set-teams-why = कौन साथ काम करता है, और वे कौन से इनबॉक्स देखते हैं।
console-set-teams-none = अभी कोई टीम नहीं है। टीम अपने सदस्यों को वे इनबॉक्स देती है जिनमें वे उत्तर देते हैं।
console-set-team-new = नई टीम
console-set-team-edit = टीम
console-set-team-members = सदस्य
console-set-team-inboxes = ये इनबॉक्स देखती है
console-set-team-sees = { $inboxes } देखती है
console-set-team-sees-none = अभी कोई इनबॉक्स नहीं देखती
console-set-team-remove = { $name } को भंग करें?
console-set-team-remove-why = इसके सदस्य वे इनबॉक्स नहीं देख सकेंगे जो इसके कारण देखते थे। बातचीतें वैसी ही रहेंगी।
console-set-team-remove-go = भंग करें

console-set-labels = लेबल
console-set-labels-why = बातचीतों पर लगाए जाने वाले शब्द, ताकि वे फिर मिल सकें।
console-set-labels-none = अभी कोई लेबल नहीं है।
console-set-label-new = नया लेबल
console-set-label-edit = लेबल
console-set-label-remove = { $name } हटाएँ?
console-set-label-remove-why = यह सभी बातचीतों से हट जाएगा। बातचीतें बनी रहेंगी।
console-set-tint = रंग

console-set-tokens = API टोकन
console-set-tokens-why = टोकन से कोई प्रोग्राम आपके नाम से डेस्क का उपयोग करता है और वही देखता है जो आप देखते हैं।
console-set-tokens-none = किसी प्रोग्राम के पास टोकन नहीं है।
console-set-token-new = नया टोकन
console-set-token-name-why = यह किस प्रोग्राम के लिए है।
console-set-token-go = टोकन बनाएँ
console-set-token-made = नया टोकन
console-set-token-made-why = इसे वहाँ रखें जहाँ प्रोग्राम अपने रहस्य रखता है। यह केवल अभी दिखता है।
console-set-token-remove = { $name } वापस लें?
console-set-token-remove-why = इसका उपयोग करने वाला प्रोग्राम अब से रोक दिया जाएगा।
console-set-token-used = आख़िरी उपयोग: { $time }
console-set-token-since = उपयोग नहीं हुआ, बना: { $time }

### सेटिंग: इनबॉक्स।

console-set-inboxes = इनबॉक्स
console-set-inboxes-why = वे रास्ते जिनसे ग्राहक आप तक पहुँचते हैं।
console-set-inboxes-none = अभी कोई इनबॉक्स नहीं है। एक बनाएँ, उसकी पंक्ति अपने पृष्ठों पर रखें, और ग्राहक आपको लिख सकेंगे।
console-set-inbox-new = नई चैट
console-set-inbox-go = चैट बनाएँ
console-set-inbox-name-why = साथी इसे क्या कहते हैं, जैसे साइट का नाम।
console-set-inbox-teams = ये देखते और उत्तर देते हैं
console-set-inbox-teams-none = अभी कोई टीम नहीं है। प्रशासक सभी इनबॉक्स देखते हैं।
console-set-inbox-remove = उपयोग से हटाएँ
console-set-inbox-remove-ask = { $name } को उपयोग से हटाएँ?
console-set-inbox-remove-why = इसमें अब कोई नहीं लिख सकेगा। जो कहा गया, वह उनके लिए बना रहेगा जो उसे देख सकते थे।
console-set-seen-by = उत्तर देते हैं: { $teams }
console-set-seen-by-none = केवल प्रशासक इसे देखते हैं
console-set-gone = यह इनबॉक्स यहाँ नहीं है
console-set-gone-why = इसे उपयोग से हटा दिया गया, या यह आपके देखने के लिए नहीं है।

console-set-snippet = आपके पृष्ठों पर
console-set-snippet-why = यह पंक्ति हर उस पृष्ठ के अंत से पहले रखें जहाँ से ग्राहक आपको लिख सकें।
console-set-part-names = ग्राहक क्या देखते हैं
console-set-brand = कंपनी का नाम
console-set-brand-why = जैसा ग्राहक जानते हैं।
console-set-languages = आप किन भाषाओं में उत्तर देते हैं
console-set-languages-why = ग्राहक की भाषा इनमें हो तो चैट उसी में बोलती है, नहीं तो पहली में।
console-set-address = ग्राहकों से कैसे बात की जाए
console-set-formal = आप कहकर
console-set-familiar = तुम कहकर
console-set-part-look = अभिवादन और रंग
console-set-greeting = अभिवादन, { $language }
console-set-greeting-own = जैसा चैट अपने आप कहती है
console-set-accent = अपना रंग
console-set-accent-why = Esmero के हरे की जगह।
console-set-part-hours = समय
console-set-part-hours-why = इसके बाहर चैट बताती है कि आप कब लौटेंगे, और संदेश ले लेती है।
console-set-hours-when = कोई मौजूद रहता है
console-set-always = हमेशा
console-set-with-hours = तय समय पर
console-set-week = सप्ताह का समय
console-set-closed-day = बंद
console-set-begins = { $day }, शुरू
console-set-ends = { $day }, समाप्त
console-set-span-add = { $day }: समय जोड़ें
console-set-span-remove = { $day }: यह समय हटाएँ
console-set-hours-order = समय शुरू होने के बाद ही समाप्त होता है। आधी रात के बाद का समय अगले दिन का है।
console-set-hours-overlap = ये समय आपस में टकराते हैं।
console-set-like-monday = सभी कार्यदिवस { $day } जैसे
console-set-zone = समय क्षेत्र
console-set-days-off = छुट्टियाँ
console-set-day-off = छुट्टी का दिन
console-set-day-off-add = दिन जोड़ें
console-set-days-off-why = इन दिनों चैट पूरे दिन बंद रहती है।
console-set-part-ways = आप तक पहुँचने के और रास्ते
console-set-part-ways-why = ये चैट की पहली सूची में दिखते हैं, और डेस्क से संपर्क न होने पर पृष्ठ पर।
console-set-way = रास्ता
console-set-way-add = रास्ता जोड़ें
console-set-phone = फ़ोन
console-set-number = नंबर
console-set-cost = खर्च, ग्राहक के शब्दों में
console-set-part-sites = यह कहाँ रह सकती है
console-set-part-sites-why = दूसरे पृष्ठ चैट नहीं दिखा सकते। कोई न लिखें तो कोई भी पृष्ठ दिखा सकता है।
console-set-sites = साइटें, हर पंक्ति में एक
console-set-part-talk = बातचीतें
console-set-reopen = बंद बातचीत कितने घंटे तक आगे चले
console-set-reopen-why = इस बीच फिर लिखने वाला उसी बातचीत में लौटता है; बाद में नई शुरू होती है।
console-set-answers-from = बिना पढ़े उत्तर यहाँ से जाते हैं
console-set-answers-from-why = जो चैट छोड़ चुका है और पता दे गया है, उसे पाँच मिनट तक बिना पढ़े उत्तर ईमेल से मिलते हैं।
console-set-answers-from-any = उसी टीम के मेलबॉक्स से
console-set-files = ग्राहक फ़ाइलें भेज सकते हैं
console-set-known-only = केवल वे ग्राहक जिनकी पहचान आपकी साइट देती है
console-set-known-only-why = वे कौन हैं, यह आपकी साइट नीचे के रहस्य से प्रमाणित करती है।
console-set-identity = कौन कौन है
console-set-identity-why = रहस्य से आपकी साइट डेस्क को बता सकती है कि साइन इन किया हुआ ग्राहक कौन है। इसके बिना कोई दिखावा नहीं कर सकता।
console-set-identity-none = अभी कोई रहस्य नहीं है। ग्राहक तब तक आगंतुक हैं जब तक वे न बताएँ कि कौन हैं।
console-set-identity-there = एक रहस्य है। उसे फिर दिखाया नहीं जा सकता, केवल नया बनाया जा सकता है।
console-set-secret-make = रहस्य बनाएँ
console-set-secret-renew = रहस्य नया करें
console-set-secret-ask = रहस्य नया करें?
console-set-secret-ask-why = आपकी साइट मौजूदा रहस्य से जो प्रमाणित करती है, वह इस क्षण से नहीं माना जाएगा।
console-set-secret-made = रहस्य
console-set-secret-made-why = इसे अपने सर्वर पर रखें, किसी पृष्ठ में कभी नहीं। यह केवल अभी दिखता है।

## Inboxes: which kind, and those of e-mail

console-inbox-new = इनबॉक्स जोड़ें
console-inbox-new-why = संदेश किस रास्ते से आएँगे?
console-kind-chat = चैट
console-kind-chat-why = आपके पृष्ठों पर एक बटन। ग्राहक वहीं लिखते हैं और वहीं आपके उत्तर पढ़ते हैं, बाद में भी।
console-kind-email = ईमेल
console-kind-email-why = support@shop.example जैसा एक पता। उसकी डाक यहाँ आती है, और आपके उत्तर उसी से जाते हैं।
console-set-signature = हस्ताक्षर
console-set-signature-why = यह आपके लिखे ईमेल के नीचे, इनबॉक्स के हस्ताक्षर के ऊपर आता है।
console-mail-new = ईमेल इनबॉक्स जोड़ें
console-mail-new-why = शुरू करने के लिए पता और उसका पासवर्ड काफ़ी हैं। सर्वर Esmero ढूँढता है।
console-mail-continue = आगे बढ़ें
console-mail-go = इनबॉक्स जोड़ें
console-mail-made = इनबॉक्स तैयार है। अब से इसकी डाक यहाँ आएगी।
console-mail-looking = { $domain } के सर्वर ढूँढे जा रहे हैं …
console-mail-look-again = फिर ढूँढें
console-mail-found-provider = { $domain } के सर्वर जाने-माने हैं और भर दिए गए हैं।
console-mail-found-autoconfig = मिल गए: { $domain } ख़ुद बताता है कि उसके सर्वर कौन से हैं।
console-mail-found-srv = मिल गए: { $domain } ख़ुद बताता है कि उसके सर्वर कौन से हैं।
console-mail-found-directory = मिल गए: Thunderbird की सार्वजनिक सूची { $domain } के सर्वर जानती है।
console-mail-found-mx = आपके सेवा प्रदाता के यहाँ मिले, जहाँ { $domain } की डाक जाती है।
console-mail-found-guess = यह अनुमान है: इन नामों के सर्वर मौजूद हैं। जाँच से पता चलेगा कि सही हैं या नहीं।
console-mail-found-half = दो में से एक ही सर्वर मिला। कृपया दूसरा भरें।
console-mail-found-none = { $domain } के लिए कुछ नहीं मिला। कृपया सर्वर भरें; उनके नाम आपके सेवा प्रदाता की सहायता में हैं।
console-mail-name = Esmero में नाम
console-mail-name-empty = साथी इसे क्या कहते हैं। ख़ाली छोड़ें तो पता ही नाम होगा।
console-mail-name-why = साथी इसे क्या कहते हैं।
console-mail-brand-why = ग्राहक इसे एजेंट के नाम के साथ देखते हैं।
console-mail-address = ईमेल पता
console-mail-address-why = ग्राहक यहाँ लिखते हैं, और उत्तर यहीं से जाते हैं।
console-mail-others = दूसरे पते, हर पंक्ति में एक
console-mail-others-why = इन पर आई डाक भी यहीं पहुँचती है, और एजेंट इनमें से किसी से भी उत्तर दे सकते हैं।
console-mail-signature = इनबॉक्स का हस्ताक्षर
console-mail-signature-why = हर उत्तर के नीचे, एजेंट के अपने हस्ताक्षर के बाद। { $agent } और { $brand } की जगह नाम आते हैं।
console-mail-reopen = बंद बातचीत कितने दिन तक आगे चले
console-mail-reopen-why = इस बीच आया उत्तर उसे फिर खोलता है; बाद में नई शुरू होती है।
console-mail-language = Esmero के अपने वाक्यों की भाषा
console-mail-language-why = जहाँ ग्राहक की भाषा पता न हो।
console-mail-acknowledge = पहले ईमेल की पुष्टि करें
console-mail-acknowledge-why = पहली बार लिखने वाले को छोटा उत्तर मिलता है, जिसमें बातचीत के पृष्ठ का लिंक होता है।
console-mail-acknowledge-without = पहली बार लिखने वाले को छोटा उत्तर मिलता है।
console-mail-no-links = इसमें अभी बातचीत के पृष्ठ का लिंक नहीं है: डेस्क को किसी ने नहीं बताया कि ग्राहक उस तक किस पते से पहुँचते हैं। सर्वर चलाने वाले ESMERO_PUBLIC_URL में यह पता लिखें।
console-mail-acknowledgement = पुष्टि में क्या लिखा हो
console-mail-acknowledgement-why = { $brand } की जगह वह नाम आता है जो ग्राहक देखते हैं।
console-mail-acknowledgement-link = बातचीत के पृष्ठ का लिंक नीचे रहता है।
console-mail-acknowledgement-own = डेस्क के अपने शब्दों में
console-mail-part-arriving = डाक कैसे आती है
console-mail-folder = फ़ोल्डर
console-mail-folder-why = Esmero इस फ़ोल्डर पर नज़र रखता है और इसमें कुछ नहीं बदलता।
console-mail-subaddresses = मेल सर्वर support+कुछ-भी@ को support@ मानता है
console-mail-subaddresses-why = तब उत्तर अपनी बातचीत तक पहुँचता है, चाहे मेल प्रोग्राम उसकी बाकी हर पहचान हटा दे। ज़्यादातर सेवा प्रदाता ऐसा करते हैं; देखने के लिए ऐसे पते पर एक ईमेल भेजें।
console-mail-trusted = भरोसेमंद रिले, हर पंक्ति में एक
console-mail-trusted-why = केवल इन्हीं की बात मानी जाती है कि ईमेल किसका है, या वह अनचाहा है। इनके नाम Authentication-Results में होते हैं।
console-mail-part-servers = सर्वर और पासवर्ड
console-mail-part-servers-why = डाक कहाँ से ली जाती है, और उत्तर कहाँ सौंपे जाते हैं।
console-mail-servers = सर्वर
console-mail-servers-none = अभी कोई नहीं
console-mail-receive = प्राप्ति (IMAP)
console-mail-send = भेजना (SMTP)
console-mail-host = सर्वर
console-mail-host-wrong = सर्वर ऐसे लिखा जाता है: mail.shop.example
console-mail-security = एन्क्रिप्शन
console-mail-security-none = कोई नहीं (केवल अपने नेटवर्क में)
console-mail-port = पोर्ट
console-mail-user = उपयोगकर्ता नाम, यदि पता न हो
console-mail-sign-in = साइन इन
console-mail-sign-in-password = पासवर्ड से
console-mail-sign-in-google = Google से (OAuth 2)
console-mail-sign-in-microsoft = Microsoft से (OAuth 2)
console-mail-sign-in-none = ज़रूरत नहीं
console-mail-password-why = सहेजने से पहले इसे एन्क्रिप्ट किया जाता है, और फिर कभी नहीं दिखाया जाता।
console-mail-password-change = पासवर्ड बदलें
console-mail-password-change-why = यह कभी नहीं दिखाया जाता। ख़ाली छोड़ें तो वैसा ही रहता है।
console-mail-kept = एक सहेजा हुआ है
console-mail-kept-none = अभी कोई सहेजा नहीं है
console-mail-apart = भेजने का पासवर्ड अलग है
console-mail-password-send = भेजने का पासवर्ड
console-mail-secret-missing = इसे भी भरें: गुप्त जानकारी एक साथ सहेजी जाती है।
console-mail-consent-why = सेवा प्रदाता को आपका अपना ऐप्लिकेशन और किसी व्यक्ति की सहमति चाहिए।
console-mail-client = क्लाइंट आईडी
console-mail-client-secret = क्लाइंट सीक्रेट
console-mail-token = रिफ़्रेश टोकन
console-mail-consent-back = अपने ऐप्लिकेशन में यह वापसी पता दर्ज करें:
console-mail-consent-google = Google में साइन इन करें
console-mail-consent-microsoft = Microsoft में साइन इन करें
console-mail-consented = डेस्क को अनुमति मिल गई है। रखने के लिए सहेजें।
console-mail-consent-none = कोई उत्तर नहीं आया। जब चाहें फिर कोशिश करें।
console-mail-token-why = ऊपर साइन इन करने पर यह अपने आप भर जाता है। पहले से हो तो यहाँ चिपकाएँ।
console-problem-no-consent = सेवा प्रदाता ने अनुमति नहीं दी। क्लाइंट आईडी और सीक्रेट जाँचें और फिर साइन इन करें।
console-mail-handed = आपका अपना मेल सर्वर LMTP या पाइप से भी डाक सौंप सकता है, तब प्राप्ति का सर्वर नहीं चाहिए।
console-mail-help-how = एक-एक क़दम
console-mail-help-sign-in = नीचे का बटन दबाएँ। मेलबॉक्स जिसका है, वह वहाँ साइन इन करके सहमति देता है।
console-mail-help-google-app = Google Cloud कंसोल में एक प्रोजेक्ट बनाएँ, Gmail API चालू करें और “वेब ऐप्लिकेशन” प्रकार का OAuth क्लाइंट बनाएँ।
console-mail-help-google-rights = सहमति वाली स्क्रीन पर यह अनुमति जोड़ें। संगठन में “आंतरिक” चुनें; जब तक वह “परीक्षण में” है, हर सहमति सात दिन बाद ख़त्म हो जाती है।
console-mail-help-google-fill = क्लाइंट की आईडी और गुप्त कुंजी नीचे के ख़ानों में लिखें।
console-mail-help-microsoft-app = Entra ID में किसी भी संगठन के खातों के लिए एक ऐप्लिकेशन दर्ज करें।
console-mail-help-microsoft-rights = ये सौंपी हुई अनुमतियाँ जोड़ें, और मेलबॉक्स के लिए “authenticated SMTP” चालू करें।
console-mail-help-microsoft-fill = एक गुप्त कुंजी बनाएँ, और उसे ऐप्लिकेशन की आईडी के साथ नीचे के ख़ानों में लिखें। वह अधिक से अधिक दो साल चलती है।
console-mail-help-lmtp = transport_maps में यह पंक्ति हो तो Postfix LMTP से डाक सौंपता है:
console-mail-help-pipe = किसी उपनाम या .forward से एक पाइप काफ़ी है:
console-mail-help-handed = प्राप्ति का सर्वर ख़ाली छोड़ दें। मेल तब सौंपा हुआ माना जाता है जब वह Esmero की डिस्क पर हो।
console-mail-test = जाँचें
console-mail-test-why = दोनों सर्वरों में साइन इन करता है। कुछ भेजा नहीं जाता।
console-mail-testing = दोनों सर्वरों से पूछा जा रहा है …
console-mail-kept-elsewhere = सहेजा पासवर्ड केवल पहले वाले सर्वरों के लिए है। इन्हें जाँचने के लिए उसे फिर लिखें।
console-mail-verdict-untested = अभी जाँचा नहीं गया। फिर भी जोड़ सकते हैं।
console-mail-verdict-changed = जाँच के बाद कुछ बदला है।
console-mail-verdict-failed = जाँच में कुछ ग़लत मिला। फिर भी सहेज सकते हैं।
console-mail-verdict-passed = जाँच ठीक रही।
console-mail-step-fine = ठीक
console-mail-step-wrong = ग़लत
console-mail-step-note = जानकारी
console-mail-step-connect = सर्वर उत्तर देता है।
console-mail-step-sign-in = सर्वर Esmero को अंदर आने देता है।
console-mail-step-folder = फ़ोल्डर पढ़ा जा सकता है।
console-mail-folders = ये मौजूद हैं। किसी एक को चुनें:
console-mail-no-server-receive = कोई सर्वर नहीं है: डाक Esmero के अपने रिसीवर से या पाइप से आती है।
console-mail-no-server-send = कोई सर्वर नहीं है: इस इनबॉक्स से कुछ नहीं भेजा जा सकता।
console-mail-says = सर्वर कहता है: “{ $words }”
console-mail-hint-alone = { $provider } को केवल Esmero के लिए बना पासवर्ड (ऐप पासवर्ड) चाहिए, खाते का अपना नहीं।
console-mail-hint-google = { $provider } को केवल Esmero के लिए बना पासवर्ड (ऐप पासवर्ड) चाहिए, खाते का अपना नहीं। या Google से साइन इन करें।
console-mail-hint-microsoft = { $provider } यहाँ अब पासवर्ड नहीं लेता: Microsoft से साइन इन करें।
console-mail-hint-switch = { $provider } मेल प्रोग्रामों को तभी आने देता है जब उसकी सेटिंग में यह चालू हो (POP3 और IMAP)।
console-mail-hint-imap = { $provider } IMAP चालू होने पर मेल प्रोग्रामों को आने देता है; दो-चरणीय साइन इन हो तो ऐप पासवर्ड से।
console-mail-trouble-no-idle = सर्वर नई डाक की ख़बर ख़ुद नहीं देता, इसलिए हर 20 सेकंड में पूछा जाता है।
console-mail-trouble-subaddresses-unknown = सर्वर support+कुछ-भी@ लेता है या नहीं, यह पूछा नहीं जा सकता। ऐसे पते पर ईमेल भेजें, और पहुँचे तो इनबॉक्स की सेटिंग में इसे चालू करें।
console-mail-trouble-name-not-found = इस नाम का कोई सर्वर नहीं है। क्या नाम सही लिखा है?
console-mail-trouble-names-not-answered = सर्वर का नाम इस समय खोजा नहीं जा सकता: Esmero की अपनी नाम-सेवा उत्तर नहीं दे रही।
console-mail-trouble-private-address = यह नाम एक निजी नेटवर्क में ले जाता है, जहाँ Esmero किसी अनजान के कहने पर नहीं जाता।
console-mail-trouble-connection-refused = सर्वर मौजूद है, पर इस पोर्ट पर कोई उत्तर नहीं देता। क्या पोर्ट सही है?
console-mail-trouble-not-reachable = सर्वर तक कोई रास्ता नहीं है। बीच में फ़ायरवॉल या नेटवर्क हो सकता है।
console-mail-trouble-no-answer = सर्वर समय पर उत्तर नहीं देता। बीच में फ़ायरवॉल हो सकता है, या पोर्ट ग़लत हो सकता है।
console-mail-trouble-dropped = सर्वर ने संपर्क तोड़ दिया।
console-mail-trouble-not-a-mail-server = वहाँ कोई उत्तर देता है, पर वह मेल सर्वर की भाषा नहीं बोलता।
console-mail-trouble-certificate-expired = सर्वर का प्रमाणपत्र पुराना हो चुका है (या Esmero की घड़ी ग़लत हो तो अभी मान्य नहीं)।
console-mail-trouble-certificate-name = सर्वर का प्रमाणपत्र किसी और नाम का है। क्या सेवा प्रदाता कोई और सर्वर बताता है?
console-mail-trouble-certificate-untrusted = सर्वर के प्रमाणपत्र पर किसी जाने-पहचाने के हस्ताक्षर नहीं हैं (शायद उसने ख़ुद किए हों)।
console-mail-trouble-tls-failed = सर्वर इस पोर्ट पर TLS नहीं बोलता। शायद उसे STARTTLS या दूसरा पोर्ट चाहिए।
console-mail-trouble-starttls-missing = सर्वर STARTTLS नहीं देता, इसलिए पासवर्ड खुला जाता। क्या TLS होना चाहिए?
console-mail-trouble-sign-in-refused = सर्वर उपयोगकर्ता नाम या पासवर्ड नहीं मानता।
console-mail-trouble-sign-in-method = सर्वर साइन इन का यह तरीका नहीं लेता।
console-mail-trouble-consent-ended = इस मेलबॉक्स को पढ़ने की सहमति समाप्त हो गई या वापस ले ली गई।
console-mail-trouble-issuer-refused = सेवा प्रदाता क्लाइंट आईडी या क्लाइंट सीक्रेट नहीं मानता।
console-mail-trouble-issuer-away = सेवा प्रदाता की साइन-इन सेवा इस समय उत्तर नहीं दे रही।
console-mail-trouble-busy = सर्वर इस समय इस मेलबॉक्स के लिए और संपर्क नहीं लेता।
console-mail-trouble-folder-missing = मेलबॉक्स में इस नाम का कोई फ़ोल्डर नहीं है।
console-mail-trouble-refused = सर्वर ने माँगी गई बात से इनकार किया।
console-mail-trouble-too-much = सर्वर माँगे गए से ज़्यादा भेजता जाता है, बिना अंत के।
console-mail-trouble-storage-away = Esmero इस समय कुछ सहेज नहीं सकता; ईमेल मेलबॉक्स में प्रतीक्षा कर रहे हैं।
console-mail-trouble-removed = यह इनबॉक्स अब उपयोग में नहीं है।
console-mail-trouble-defect = इस मेलबॉक्स को पढ़ना Esmero के भीतर रुक गया; लॉग फ़ाइल में और जानकारी है।
console-mail-doing = अभी कैसा चल रहा है
console-mail-state-ok = डाक आ रही है।
console-mail-state-connecting = जोड़ा जा रहा है …
console-mail-state-waiting = इस समय डाक नहीं आ रही।
console-mail-state-refused = डाक नहीं आ रही: किसी को कुछ करना होगा।
console-mail-state-none = इस मेलबॉक्स को अभी देखा नहीं गया है। कुछ सेकंड में शुरू होगा।
console-mail-state-handed = प्राप्ति का कोई सर्वर नहीं है। डाक Esmero के अपने रिसीवर से या पाइप से आती है।
console-mail-mark-refused = आपकी ज़रूरत है
console-mail-mark-waiting = प्रतीक्षा में
console-mail-waiting-again = Esmero अपने आप कोशिश करता रहता है, और डाक मेलबॉक्स में प्रतीक्षा करती है। देर तक रहे तो नीचे सर्वर देखें।
console-mail-refused-again = तब तक डाक मेलबॉक्स में प्रतीक्षा करती है, और Esmero कम ही कोशिश करता है, ताकि खाता बंद न हो।
console-mail-do-sign-in-refused = नीचे पासवर्ड या उपयोगकर्ता नाम बदलें।
console-mail-do-sign-in-method = नीचे “सर्वर” में साइन इन का दूसरा तरीका चुनें।
console-mail-do-consent-ended = किसी को सेवा प्रदाता के यहाँ फिर साइन इन करना होगा; नया रिफ़्रेश टोकन नीचे रखें।
console-mail-do-issuer-refused = नीचे सही क्लाइंट आईडी और क्लाइंट सीक्रेट रखें।
console-mail-do-folder-missing = नीचे दूसरा फ़ोल्डर चुनें; जाँच मौजूद फ़ोल्डर दिखाती है।
console-mail-since = ऐसा कब से
console-mail-last = पिछला ईमेल
console-mail-last-none = अभी कोई नहीं
console-mail-told = नई डाक
console-mail-told-once = तुरंत आती है
console-mail-told-asked = हर 20 सेकंड में पूछी जाती है
console-mail-later = नहीं लाए जा सके
console-mail-later-count = { $count } ईमेल; फिर कोशिश होगी
console-mail-large = बहुत बड़े
console-mail-large-count = { $count } ईमेल; मेलबॉक्स में ही रहते हैं

## The demo

demo-title = एक डेमो जो कुछ नहीं रखता
demo-tour = सैर शुरू करें
demo-language = भाषा
demo-show = क्या देखना है
demo-shop = दुकान
demo-mailbox = मेलबॉक्स
demo-sides = ग्राहक की ओर
demo-console = डेस्क
demo-director = निर्देशक
demo-director-what = कुछ होने दीजिए और देखिए दोनों ओर क्या होता है।
demo-who = किसका डेस्क
demo-console-of = { $name } का डेस्क
demo-alone = अलग खोलें
demo-see = डेस्क पर देखें
demo-see-mailbox = मेलबॉक्स में देखें
demo-left = { $seconds } सेकंड बाक़ी
demo-phone = फ़ोन पर
demo-phone-code = फ़ोन को दुकान तक ले जाने वाला कोड
demo-phone-how = इसे उसी नेटवर्क के फ़ोन से स्कैन करें, या उस पर { $address } खोलें।
demo-phone-none = यह डेमो केवल इसी मशीन को जवाब देता है। उसी नेटवर्क का फ़ोन भी पहुँचे, इसके लिए ऐसे चलाएँ:
demo-act-angry = नाराज़ ग्राहक लिखता है
demo-act-kind = विनम्र ग्राहक लिखता है
demo-act-letter = एक ग्राहक मेल लिखता है
demo-act-supplier = आपूर्तिकर्ता से पूछा जाता है
demo-act-down = ग्राहक का सर्वर बंद है
demo-act-bounce = एक मेल लौट आता है
demo-act-away = दो मशीनें मिलती हैं
demo-act-cut = नेटवर्क काटें
demo-act-home = सब घर जाते हैं
demo-act-skip = दो घंटे आगे
demo-act-reset = फिर से शुरू करें
demo-said-angry = { $name } का धैर्य टूट गया है, जवाब का इंतज़ार है।
demo-said-kind = { $name } का एक सवाल है, दूसरी भाषा में।
demo-said-letter = { $name } का मेल आया है: टूटे लैंप के बारे में, तस्वीर के साथ।
demo-said-supplier = { $name } को एक पुर्ज़ा चाहिए; डेस्क ने सवाल { $supplier } को भेज दिया है, जवाब अभी आता है।
demo-said-supplier-over = { $supplier } का जवाब आ गया। डेस्क पर वह दाम समेत नोट बनकर है; { $name } तक वह कभी नहीं पहुँचता।
demo-said-down = { $name } का मेल सर्वर थोड़ा रुकने को कहता है। जवाब डेस्क पर रुका है और फिर भेजा जाएगा।
demo-said-down-over = सर्वर लौट आया है। जवाब अगली कोशिश में निकलेगा; दो घंटे आगे बढ़ने पर तुरंत।
demo-said-bounce = { $name } को भेजा जवाब लौट आया: यह पता किसी का नहीं है। डेस्क उसे जवाब के पास दिखाता है, और { $name } फिर इंतज़ार में हैं।
demo-said-away = { $name } बाहर हैं और एक मशीन जवाब देती है। डेस्क उसे दर्ज करता है और किसी मशीन को जवाब नहीं देता।
demo-said-away-over = { $name } लौट आए हैं, मशीन चुप है।
demo-said-cut = लाइन कटी हुई है। इस बीच दोनों ओर लिखिए: लिखा हुआ रखा जाता है।
demo-said-cut-over = लाइन लौट आई, और दोनों ओर ख़ुद बराबर हो जाते हैं।
demo-said-home = सब दूर हैं। चैट अब किसी का वादा नहीं करती। यही बटन उन्हें वापस लाता है।
demo-said-back = सब वापस आ गए हैं।
demo-said-skip = डेस्क पर दो घंटे बीत चुके हैं।
demo-said-reset = डेस्क फिर से बन रहा है। कुछ सेकंड लगेंगे।
demo-said-failed = यह नहीं हो सका। शायद डेमो बंद हो गया है; उसे फिर चलाइए।
demo-mail-title = मेल
demo-mail-whose = किसका मेलबॉक्स
demo-mail-write = लिखें
demo-mail-list = चिट्ठियाँ
demo-mail-letter = चिट्ठी
demo-mail-choose = कोई चिट्ठी चुनें, या एक लिखें।
demo-mail-empty = अभी कुछ नहीं आया है।
demo-mail-no-subject = (कोई विषय नहीं)
demo-mail-with-files = फ़ाइलों के साथ
demo-mail-unread = अनपढ़ी
demo-mail-back = सूची पर लौटें
demo-mail-me = मैं
demo-mail-by = { $name } की चिट्ठी
demo-mail-to-whom = { $names } को
demo-mail-automatic = स्वचालित
demo-mail-reply = जवाब दें
demo-mail-reply-all = सबको जवाब दें
demo-mail-to = प्रति
demo-mail-cc = प्रतिलिपि
demo-mail-subject = विषय
demo-mail-text = पाठ
demo-mail-send = भेजें
demo-mail-attach = फ़ाइल जोड़ें
demo-mail-drop = { $name } हटाएँ
demo-mail-discard = रहने दें
demo-mail-sent = भेज दिया।
demo-mail-new = { $name } की नई चिट्ठी: { $subject }
demo-mail-no-address = इनमें से एक मेल का पता नहीं है।
demo-mail-nothing = भेजने के लिए अभी कुछ नहीं है, या बहुत ज़्यादा है।
demo-mail-too-large = ये फ़ाइलें एक मेल के लिए बहुत बड़ी हैं।
demo-back = पीछे
demo-next = आगे
demo-skip = सैर ख़त्म करें
demo-end = ख़ुद देखें
demo-step-of = { $steps } में से { $step }
demo-step-welcome-title = पाँच मिनट
demo-step-welcome-text = बातचीत के दोनों ओर आप ही हैं: दुकान में ग्राहक, डेस्क पर जवाब देने वाले। यहाँ कुछ नहीं रखा जाता, इसलिए सब आज़माइए।
demo-step-shop-title = पहली स्क्रीन संपर्क-सूची है
demo-step-shop-text = दुकान में गोल बटन दबाइए। वह बताती है कि कंपनी से किस-किस तरह बात हो सकती है, और अभी कोई है या नहीं।
demo-step-write-title = ग्राहक बनकर लिखिए
demo-step-write-text = कुछ पूछिए। छोटा निशान तभी आता है जब आपका संदेश डेस्क की डिस्क पर लिखा जा चुका हो।
demo-step-answer-title = एजेंट बनकर जवाब दीजिए
demo-step-answer-text = आपका संदेश "बिना सौंपी" में है, जहाँ सबसे ज़्यादा इंतज़ार करने वाले पहले हैं। खोलिए, लिखिए, Enter दबाइए: तब से वह आपका है।
demo-step-note-title = नोट हमारे बीच रहता है
demo-step-note-text = नोट चुनिए या n दबाइए और एक लिखिए। वह पीला होता है और ग्राहक तक कभी नहीं जाता।
demo-step-newer-title = लोग टुकड़ों में लिखते हैं
demo-step-newer-text = जवाब लिखना शुरू कीजिए, और भेजने से पहले ग्राहक को एक बार और लिखने दीजिए। पहले उनका संदेश दिखता है; फिर Enter से आपका जाता है।
demo-step-mailbox-title = वही ग्राहक, मेल से
demo-step-mailbox-text = यह एक ग्राहक का अपना मेलबॉक्स है। दुकान को लिखें, या वहाँ रखी चिट्ठी का जवाब दें: वह असली मेल से डेस्क तक जाता है। डेस्क तुरंत एक लिंक भेजता है: उसे दबाएँ, और बात लाइव आगे बढ़ती है।
demo-step-mail-title = दोनों ओर एक ही सिलसिला
demo-step-mail-text = डेस्क से जवाब दें। जवाब कुछ सेकंड में मेलबॉक्स में पहुँचता है, अपनी चिट्ठी के नीचे, उद्धरण के साथ।
demo-step-cut-title = नेटवर्क काटिए
demo-step-cut-text = फिर दोनों ओर लिखिए। दोनों बताते हैं कि क्या रखा गया है, और ख़ुद बराबर हो जाते हैं: न कुछ खोता है, न दोहराता है।
demo-step-home-title = कोई नहीं है
demo-step-home-text = सबको घर भेजिए। चैट किसी का वादा नहीं करती, संदेश लेती है और पूछती है कि जवाब कहाँ दें।
demo-step-colleague-title = साथी भी यही देखते हैं
demo-step-colleague-text = Béla चुनिए। Ana ने जो किया वह वहाँ है, और थोक इनबॉक्स भी, जो उन्हें नहीं दिखता। "अलग खोलें" से दोनों साथ-साथ काम करते हैं।
demo-step-keys-title = सब कुछ कीबोर्ड से
demo-step-keys-text = डेस्क में ? दबाकर सूची देखिए: j और k आगे-पीछे, r जवाब, e बंद, Ctrl K कहीं भी।
demo-step-yours-title = और अब आपका
demo-step-yours-text = bin/serve एक फ़ोल्डर में ख़ाली डेस्क शुरू करता है। पहली कड़ी आपको उसका व्यवस्थापक बनाती है।

# The page of one conversation, to which a link in a mail leads.
page-also = उत्तर आपको ई-मेल से भी मिलते हैं: { $email }
page-ended = यह लिंक अब मान्य नहीं है
page-ended-why = यह बहुत पुराना है, या इसका कुछ हिस्सा रास्ते में छूट गया। कृपया इसे हमारे सबसे नए ई-मेल से खोलें, या हमें फिर लिखें।

# खोज
console-view-found = खोजें
console-found-words = शब्द, "वाक्यांश", -बिना
console-found-leave = खोज बंद करें
console-found-filters = फ़िल्टर
console-found-any = कोई भी
console-found-by-from = भेजने वाला
console-found-by-to = पाने वाला
console-found-by-subject = विषय
console-found-by-filename = फ़ाइल का नाम
console-found-by-has = साथ में
console-found-by-in = इनबॉक्स
console-found-by-channel = चैनल
console-found-by-label = लेबल
console-found-by-is = स्थिति
console-found-by-assigned = ज़िम्मेदार
console-found-by-after = इस दिन से
console-found-by-before = इस दिन से पहले
console-found-by-on = दिन
console-found-has-attachment = फ़ाइल
console-found-has-link = लिंक
console-found-has-note = केवल नोट
console-found-channel-chat = चैट
console-found-channel-email = ई-मेल
console-found-assigned-me = मैं
console-found-assigned-nobody = कोई नहीं
console-found-chip = { $name }: { $value }
console-found-chip-not = { $name }: { $value } नहीं
console-found-people = ये कौन हैं
console-found-count = { $count ->
    [0] कुछ नहीं मिला
    [one] एक बातचीत
   *[other] { $count } बातचीत
  }
console-found-more-here = { $count ->
    [1] इस बातचीत में एक और
   *[other] इस बातचीत में { $count } और
  }
console-found-all = “{ $words }” सब जगह खोजें
console-found-begin = आप क्या खोज रहे हैं?
console-found-begin-why = किसी भी रूप में शब्द, नाम, पते, फ़ाइलों के नाम। फ़िल्टर खोज को सीमित करते हैं।
console-found-none-why = कम शब्दों से खोजें, या कोई फ़िल्टर हटाएँ। जो इनबॉक्स आपको नहीं दिखता, उसकी बातें नहीं मिलतीं।
console-found-incomplete = पुराने संदेश अभी खोज के लिए तैयार हो रहे हैं। सबसे नए पहले आते हैं।
console-found-upto = { $time } से अब तक का सब देख लिया गया।
console-found-further = और पीछे खोजें
console-problem-wrong-query = यह खोज समझ में नहीं आई।
console-found-wrong-no-day = “{ $filter }” के लिए दिन चाहिए, जैसे 2026-05-31, 2026-05 या आज।
console-found-wrong-no-such-state = “{ $filter }” में खुला, लंबित, स्थगित, बंद, अपठित या कबाड़ हो सकता है।
console-found-wrong-no-such-part = “{ $filter }” में फ़ाइल, लिंक या नोट हो सकता है।
console-found-wrong-no-value = “{ $filter }” में खोजने के लिए कोई शब्द नहीं है।
console-found-wrong-unknown = “{ $filter }” में इस नाम का कुछ नहीं मिला।
console-found-wrong-too-much = एक साथ बहुत अधिक शब्द और फ़िल्टर हैं।
console-key-find = जो कुछ कहा गया, उसमें खोजें

## डेस्क की अपनी मेल। यह मेल प्रोग्राम में पढ़ी जाती है, इसलिए इसके आसपास किसी पेज के शब्द नहीं होते।

post-hello = नमस्ते { $name },
post-hello-you = नमस्ते,
post-foot = यह मेल ग्राहक-सेवा डेस्क { $desk } से आई है।
post-invitation-subject = { $desk } पर आपका खाता
post-invitation = { $by } ने आपको { $desk } पर ग्राहकों को जवाब देने के लिए आमंत्रित किया है। पासवर्ड चुनें और शुरू करें:
post-invitation-act = पासवर्ड चुनें
post-invitation-until = यह लिंक एक ही बार, { $until } तक काम करता है।
post-invitation-why = अगर आप नहीं जानते कि यह किस बारे में है, तो आपको कुछ करने की ज़रूरत नहीं।
post-reset-subject = { $desk } के लिए नया पासवर्ड
post-reset = किसी ने, शायद आपने ही, { $desk } पर आपके खाते का नया पासवर्ड रखना चाहा है। आप यहाँ रख सकते हैं:
post-reset-act = नया पासवर्ड रखें
post-reset-until = यह लिंक एक ही बार, { $until } तक काम करता है।
post-reset-why = अगर यह आपने नहीं चाहा, तो कुछ करने की ज़रूरत नहीं: आपका पासवर्ड वही रहता है।
post-code-subject = आपका कोड: { $code }
post-code = यह आपका कोड है:
post-code-until = { $minutes ->
    [1] यह एक ही बार, एक मिनट तक काम करता है।
   *[other] यह एक ही बार, { $minutes } मिनट तक काम करता है।
  }
post-code-why = हमारी ओर से कोई आपसे यह कोड कभी नहीं माँगेगा। अगर आपने कोड नहीं माँगा, तो कुछ करने की ज़रूरत नहीं।
post-trial-subject = डेस्क की अपनी मेल काम करती है
post-trial = आपने डेस्क { $desk } से यह मेल भेजने को कहा था। यह पहुँच गई है, इसलिए आमंत्रण, नए पासवर्ड के लिंक और सूचनाएँ भी पहुँचेंगी।
post-alert-mailbox-subject = मेल नहीं आ रही: { $inbox }
post-alert-mailbox = { $inbox } का मेल सर्वर { $since } से डेस्क को मना कर रहा है। जब तक कोई कुछ नहीं बदलता, वहाँ कोई मेल नहीं आएगी। मेल मेलबॉक्स में रुकी है; कुछ खोता नहीं।
post-alert-mailbox-act = सेटिंग देखें
post-alert-mailbox-why = जब तक यह चलता है, आपको दिन में एक बार बताया जाता है, और ठीक होने पर भी।
post-alert-quarantine-subject = मेल जो समझी नहीं जा सकी: { $inbox }
post-alert-quarantine = { $count ->
    [1] { $inbox } में एक मेल रोकी गई है, क्योंकि डेस्क उसे समझ नहीं सका। वह पूरी रखी गई है, और किसी को उसे देखना चाहिए।
   *[other] { $inbox } में { $count } मेल रोकी गई हैं, क्योंकि डेस्क उन्हें समझ नहीं सका। वे पूरी रखी गई हैं, और किसी को उन्हें देखना चाहिए।
  }
post-alert-quarantine-act = डेस्क खोलें
post-alert-quarantine-why = जब तक यह चलता है, आपको दिन में एक बार बताया जाता है, और जब कुछ भी रुका न रहे तब भी।
post-mended-mailbox-subject = मेल फिर आ रही है: { $inbox }
post-mended-mailbox = { $inbox } का मेल सर्वर डेस्क को फिर आने देता है। { $since } से जो रुका था, वह लाया जा रहा है।
post-mended-quarantine-subject = अब कोई मेल रुकी नहीं है: { $inbox }
post-mended-quarantine = { $since } से जो समझा नहीं जा सका था, उसमें से { $inbox } में अब कुछ भी रुका नहीं है।

## सेटिंग: डेस्क की अपनी मेल

console-set-sender = डेस्क की मेल
console-set-sender-why = आमंत्रण, नए पासवर्ड के लिंक और प्रशासकों को सूचनाएँ यहाँ से जाती हैं। ग्राहकों के जवाब नहीं: वे अपने इनबॉक्स से जाते हैं।
console-sender-via = कैसे भेजी जाए
console-sender-via-none = न भेजी जाए
console-sender-via-inbox = किसी ई-मेल इनबॉक्स से
console-sender-via-server = अपने अलग सर्वर से
console-sender-via-why-none = आमंत्रण के लिंक आपको दिखाए जाते हैं, ताकि आप उन्हें दे सकें। जो पासवर्ड भूल जाए वह प्रशासक से पूछता है, और गड़बड़ी की सूचना मेल से किसी को नहीं मिलती।
console-sender-via-why-inbox = यह उस इनबॉक्स के पते से और उसके सर्वर से जाती है।
console-sender-via-why-server = ऐसा सर्वर जो इस मशीन से मेल लेता है, या डेस्क का अपना मेलबॉक्स।
console-sender-no-address = इन मेलों के लिंक इसी मशीन तक जाते हैं, इसलिए दूसरी जगह के सहकर्मी उन्हें नहीं खोल सकते। सर्वर चलाने वाले ESMERO_PUBLIC_URL में वह पता लिखें जिससे लोग डेस्क तक पहुँचते हैं।
console-sender-inbox = इनबॉक्स
console-sender-inbox-choose = इनबॉक्स चुनें
console-sender-name = पते के साथ दिखने वाला नाम
console-sender-name-why = जो लोग अपनी मेल की सूची में देखते हैं।
console-sender-name-inbox = न हो तो इनबॉक्स का अपना नाम।
console-sender-address = पता
console-sender-try = मुझे एक मेल भेजें
console-sender-trying = भेजी जा रही है …
console-sender-try-why = जैसा यहाँ लिखा है वैसा ही आज़माता है, सहेजा गया हो या नहीं।
console-sender-look = { $to } को मेल जा रही है। क्या वह पहुँची, और जंक में तो नहीं?
console-sender-fixed = संचालक ने तय किया है
console-sender-fixed-why = सर्वर का परिवेश बताता है कि यह मेल किससे आती है, इसलिए यहाँ नहीं बदली जा सकती।
console-sender-mails = पिछली मेल
console-sender-mails-why = उनमें क्या लिखा था, वह नहीं रखा जाता।
console-sender-purpose-invitation = आमंत्रण
console-sender-purpose-reset = नए पासवर्ड का लिंक
console-sender-purpose-code = कोड
console-sender-purpose-alert = सूचना
console-sender-purpose-mended = सब फिर ठीक है
console-sender-purpose-trial = जाँच
console-sender-state-waiting = रुकी है
console-sender-state-sent = भेजी गई
console-sender-state-failed = नहीं भेजी गई
console-sender-state-unknown = पता नहीं
console-set-link-mailed = यह लिंक मेल से उस व्यक्ति को जा रहा है। न पहुँचे, तो ऐसे रास्ते से दें जिसे केवल वही पढ़े। यह एक ही बार काम करता है और केवल अभी दिखता है।
console-mail-step-send = सर्वर ने मेल ले ली है।
console-problem-no-picture = यह चित्र नहीं लाया जा सका।
console-problem-set-by-operator = डेस्क की अपनी मेल सर्वर के परिवेश में तय की गई है।
console-door-forgot = पासवर्ड भूल गए?
console-forgot-title = नया पासवर्ड
console-forgot-why = वह पता दें जिससे आप यहाँ साइन इन करते हैं, और आपको नए पासवर्ड का लिंक मेल किया जाएगा।
console-forgot-go = लिंक भेजें
console-forgot-asked = अगर { $email } का यहाँ खाता है, तो उस पर एक लिंक जा रहा है। वह एक ही बार, एक घंटे तक काम करता है।
console-forgot-none = कुछ न आए तो जंक में देखें, या इस डेस्क के प्रशासक से पूछें।

## सेटिंग: वे प्रेषक जिनकी मेल जंक है, या कभी नहीं

console-set-senders = प्रेषक
console-set-senders-why = किसकी मेल जंक है, और किसकी कभी नहीं। कुछ मिटाया नहीं जाता: जंक अपने फ़ोल्डर में रहता है।
console-set-senders-none = सूची में कोई प्रेषक नहीं है। आप किसी बातचीत से भी जोड़ सकते हैं।
console-senders-new = प्रेषक जोड़ें
console-senders-name = पता या डोमेन
console-senders-name-why = ana@shop.example, या पूरे डोमेन और उसके नीचे के लिए @shop.example.
console-field-not-a-sender = ana@shop.example जैसा पता या @shop.example जैसा डोमेन लिखें।
console-senders-verdict = उनकी मेल
console-senders-block = हमेशा जंक
console-senders-allow = कभी जंक नहीं
console-senders-allow-why = जब तक कोई भरोसेमंद सर्वर यह न कहे कि प्रेषक नकली है।
console-senders-where = कहाँ
console-senders-everywhere = सभी इनबॉक्स में
console-senders-remove = { $name } को सूची से हटाएँ?
console-senders-remove-why = वहाँ की मेल फिर किसी और की तरह परखी जाएगी। फ़ोल्डर में जो है, वहीं रहता है।
console-junk-always = इस प्रेषक से हमेशा जंक
console-junk-always-domain = { $domain } से हमेशा जंक
console-junk-never = इस प्रेषक से कभी जंक नहीं
console-junk-never-domain = { $domain } से कभी जंक नहीं
console-junk-listed = सूची में जोड़ा गया। इसे सेटिंग में, प्रेषक के नीचे बदल सकते हैं।
console-fact-junked-list = सूची के अनुसार जंक में रखा गया: { $name }
console-fact-junked-verdict = सर्वर के निर्णय से जंक में रखा गया: { $name }
console-fact-junked-blocked = जंक में रखा गया, क्योंकि यह ग्राहक रोका गया है

## मेल के वे चित्र जो कहीं और हैं

console-pictures-show = चित्र दिखाएँ
console-pictures-always = इस ग्राहक के लिए हमेशा
console-pictures-why = डेस्क उन्हें लाता है, इसलिए प्रेषक नहीं जानता कि आप कौन हैं। चित्र लाए गए, यह वह जान सकता है।
console-pictures-shown = कहीं और के चित्र दिखाए जा रहे हैं।
console-pictures-hide = फिर छिपाएँ
console-pictures-of-customer = इस ग्राहक के लिए कहीं और के चित्र हमेशा दिखाए जाते हैं।
console-pictures-missing = { $count ->
    [1] एक चित्र नहीं लाया जा सका।
   *[other] { $count } चित्र नहीं लाए जा सके।
  }
