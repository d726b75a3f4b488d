### The widget: what a customer reads on a shop's page.

widget-greeting = How can we help you?
widget-people = { $count ->
    [one] One person is here.
   *[other] { $count } people are here.
  }
widget-languages = Also { $list }.
widget-ways = Ways to reach us
widget-write = Write to us now
widget-leave = Leave us a message
widget-box = Write your question here
widget-phone = Call us
widget-email = E-mail

widget-by = We answer by { $time }.
widget-here = Somebody is here.
widget-open = We answer as soon as somebody is back at the desk.
widget-until = We are open until { $time }.
widget-away = Nobody is here right now. We answer when we are back.
widget-today = We are back today at { $time }.
widget-tomorrow = We are back tomorrow at { $time }.
widget-weekday = We are back on { $weekday } at { $time }.
widget-date = We are back on { $date } at { $time }.
widget-waits = You can close this page. Our answer waits here for you.

widget-trust = Encrypted on its way. Seen by those who answer you and by their supervisors.
widget-trust-plain = Seen by those who answer you and by their supervisors.
widget-connected = Connected. If the line drops, your message is kept and sends itself.
widget-offline = No connection. Your message is kept and will be sent.
widget-offline-open = No connection. Keep this page open and your message will be sent.
widget-unsure = Your browser keeps nothing here. The conversation ends with this page.
widget-refused = This chat cannot be used from here.

widget-answers = { $name } is answering you
widget-is-here = Is here now.
widget-message = Write your message
widget-send = Send
widget-attach = Attach a file
widget-emoji = Emoji
widget-close = Close
widget-back = All ways to reach us
widget-continue = Continue the conversation
widget-count = { $count } new
widget-conversation = Conversation
widget-you = You
widget-said = { $name }, { $time }: { $text }
widget-typing = { $name } is writing
widget-new = New
widget-below = New messages
widget-earlier = Earlier messages
widget-erased = This message was removed.
widget-day-today = Today, { $time }
widget-day-yesterday = Yesterday, { $time }

widget-sent = Sent { $time }
widget-read = Read
widget-kept = Not sent yet
widget-failed = Not sent.
widget-again = Try again
widget-discard = Discard

widget-assigned = { $name } is answering you from here.
widget-opened = A new conversation.
widget-closed = This conversation is closed. You can write again at any time.
widget-reopened = This conversation is open again.
widget-contacted = We have your address and will answer there if you are not here.

widget-drop = Drop files here
widget-remove = Remove { $name }
widget-uploading = { $name }, { $percent } sent
widget-file-empty = { $name } is empty.
widget-file-large = { $name } is too large. A file may have { $limit }.
widget-file-kind = Files like { $name } can't be sent here.
widget-file-many = { $limit ->
    [one] A message takes one file.
   *[other] A message takes up to { $limit } files.
  }
widget-file-failed = { $name } could not be sent. { $reason }
widget-file-open = Open { $name }
widget-too-long = { $over ->
    [one] One character too many.
   *[other] { $over } characters too many.
  }

widget-reach = Where may we answer you, if you have left by then?
widget-reach-box = E-mail or phone
widget-reach-send = Answer me there
widget-reach-invalid = This does not look like an address or a number. Please check it.
widget-reach-later = Not now
