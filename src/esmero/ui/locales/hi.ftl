### विजेट: दुकान के पृष्ठ पर ग्राहक जो पढ़ता है।

widget-greeting = { $address ->
    [familiar] हम तुम्हारी क्या मदद करें?
   *[formal] हम आपकी क्या मदद करें?
  }
widget-people = { $count ->
    [one] यहाँ एक व्यक्ति मौजूद है।
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
widget-connected = { $address ->
    [familiar] जुड़ा है। टूटने पर तुम्हारा संदेश सँभालकर रखा जाएगा और अपने आप चला जाएगा।
   *[formal] जुड़ा है। टूटने पर आपका संदेश सँभालकर रखा जाएगा और अपने आप चला जाएगा।
  }
widget-offline = { $address ->
    [familiar] कनेक्शन नहीं है। तुम्हारा संदेश सुरक्षित है और भेज दिया जाएगा।
   *[formal] कनेक्शन नहीं है। आपका संदेश सुरक्षित है और भेज दिया जाएगा।
  }
widget-offline-open = { $address ->
    [familiar] कनेक्शन नहीं है। पृष्ठ खुला रखो, तुम्हारा संदेश भेज दिया जाएगा।
   *[formal] कनेक्शन नहीं है। पृष्ठ खुला रखें, आपका संदेश भेज दिया जाएगा।
  }
widget-unsure = { $address ->
    [familiar] तुम्हारा ब्राउज़र यहाँ कुछ सँभालकर नहीं रखता। बातचीत इस पृष्ठ के साथ ख़त्म हो जाएगी।
   *[formal] आपका ब्राउज़र यहाँ कुछ सँभालकर नहीं रखता। बातचीत इस पृष्ठ के साथ ख़त्म हो जाएगी।
  }
widget-refused = यहाँ से यह चैट इस्तेमाल नहीं की जा सकती।

widget-answers = { $address ->
    [familiar] तुम्हें जवाब देने वाले: { $name }
   *[formal] आपको जवाब देने वाले: { $name }
  }
widget-is-here = अभी यहाँ मौजूद।
widget-message = { $address ->
    [familiar] अपना संदेश लिखो
   *[formal] अपना संदेश लिखें
  }
widget-send = भेजें
widget-attach = फ़ाइल जोड़ें
widget-emoji = इमोजी
widget-close = बंद करें
widget-back = संपर्क के सभी तरीके
widget-continue = बातचीत जारी रखें
widget-count = { $count } नए
widget-conversation = बातचीत
widget-you = { $address ->
    [familiar] तुम
   *[formal] आप
  }
widget-said = { $name }, { $time }: { $text }
widget-typing = { $name } की ओर से लिखा जा रहा है
widget-new = नया
widget-below = नए संदेश
widget-earlier = पहले के संदेश
widget-erased = यह संदेश हटा दिया गया है।
widget-day-today = आज, { $time }
widget-day-yesterday = कल, { $time }

widget-sent = भेजा गया { $time }
widget-read = पढ़ा गया
widget-kept = अभी नहीं भेजा गया
widget-failed = नहीं भेजा गया।
widget-again = फिर कोशिश करें
widget-discard = हटाएँ

widget-assigned = { $address ->
    [familiar] अब तुम्हें { $name } की ओर से जवाब मिलेगा।
   *[formal] अब आपको { $name } की ओर से जवाब मिलेगा।
  }
widget-opened = नई बातचीत।
widget-closed = { $address ->
    [familiar] यह बातचीत बंद है। तुम कभी भी फिर लिख सकते हो।
   *[formal] यह बातचीत बंद है। आप कभी भी फिर लिख सकते हैं।
  }
widget-reopened = यह बातचीत फिर खुल गई है।
widget-contacted = { $address ->
    [familiar] तुम्हारा पता हमारे पास है। तुम यहाँ न हुए तो जवाब वहीं भेजेंगे।
   *[formal] आपका पता हमारे पास है। आप यहाँ न हुए तो जवाब वहीं भेजेंगे।
  }

widget-drop = { $address ->
    [familiar] फ़ाइलें यहाँ छोड़ो
   *[formal] फ़ाइलें यहाँ छोड़ें
  }
widget-remove = { $name } हटाएँ
widget-uploading = { $name }, { $percent } भेजा गया
widget-file-empty = { $name } खाली है।
widget-file-large = { $name } बहुत बड़ी है। एक फ़ाइल { $limit } तक हो सकती है।
widget-file-kind = { $name } जैसी फ़ाइलें यहाँ नहीं भेजी जा सकतीं।
widget-file-many = एक संदेश में { $limit } तक फ़ाइलें हो सकती हैं।
widget-file-failed = { $name } नहीं भेजी जा सकी। { $reason }
widget-file-open = { $name } खोलें
widget-too-long = { $over } अक्षर ज़्यादा हैं।

widget-reach = { $address ->
    [familiar] अगर तब तक तुम चले गए, तो जवाब कहाँ दें?
   *[formal] अगर तब तक आप चले गए, तो जवाब कहाँ दें?
  }
widget-reach-box = ईमेल या फ़ोन नंबर
widget-reach-send = वहीं जवाब दें
widget-reach-invalid = { $address ->
    [familiar] यह पता या नंबर नहीं लगता। एक बार फिर देख लो।
   *[formal] यह पता या नंबर नहीं लगता। कृपया एक बार फिर देख लें।
  }
widget-reach-later = अभी नहीं

### छोटी बातें, जो किसी भी पृष्ठ को चाहिए हो सकती हैं।

shared-close = बंद करें
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

console-problem-internal = डेस्क के भीतर कुछ गड़बड़ हुई। आपका लिखा यहीं है। { $reference ->
    [""] कृपया फिर कोशिश करें।
   *[other] दोबारा हो तो डेस्क चलाने वाले को यह बताएँ: { $reference }।
  }
console-problem-unreachable = डेस्क से संपर्क नहीं है। कुछ बदला नहीं; कृपया फिर कोशिश करें।
console-problem-strange = बीच में किसी और ने डेस्क की जगह जवाब दिया। कृपया फिर कोशिश करें।
console-problem-unavailable = डेस्क अभी अपने भंडार तक नहीं पहुँच पा रहा। कुछ बदला नहीं; कृपया थोड़ी देर में कोशिश करें।
console-problem-too-many = बहुत बार कोशिश हुई। कृपया { $wait } रुककर फिर कोशिश करें।
console-problem-forbidden = आपकी भूमिका में इसकी अनुमति नहीं है।
console-problem-not-found = यह अब यहाँ नहीं है।
console-problem-not-signed-in = आपका सत्र समाप्त हो गया। कृपया फिर साइन इन करें।
console-problem-csrf = यह पृष्ठ पुराना हो गया है। कृपया इसे फिर से खोलें।
console-problem-wrong-password = ईमेल पता या पासवर्ड सही नहीं है।
console-problem-bad-input = कुछ छूट गया है या ठीक नहीं है।
console-problem-too-large = यह बहुत बड़ा है।
console-problem-key-in-use = यह पहले से चल रहा है।

console-field-empty = कृपया इसे भरें।
console-field-taken = यह पहले से लिया जा चुका है।
console-field-too-short = यह बहुत छोटा है।
console-field-too-long = यह बहुत लंबा है।
console-field-easy-to-guess = इसका अनुमान लगाना आसान है। कुछ लंबा या कम अपेक्षित चुनें।
console-field-not-a-mail-address = यह ईमेल पता नहीं लगता।
console-field-wrong-form = यह अपेक्षित रूप में नहीं है।
console-field-wrong = यह मौजूदा पासवर्ड नहीं है।
console-field-unknown = यह अब यहाँ नहीं है।
