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
