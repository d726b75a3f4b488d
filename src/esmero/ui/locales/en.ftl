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
talk-connected = Connected. If the line drops, your message is kept and sends itself.
talk-offline = No connection. Your message is kept and will be sent.
talk-offline-open = No connection. Keep this page open and your message will be sent.
talk-delayed = Your message cannot be taken right now. It is kept here and sends itself.
talk-unsure = Your browser keeps nothing here. The conversation ends with this page.
talk-refused = This chat cannot be used from here.

talk-answers = { $name } is answering you
talk-is-here = Is here now.
widget-message = Write your message
widget-send = Send
widget-attach = Attach a file
talk-emoji = Emoji
widget-close = Close
talk-back = All ways to reach us
widget-continue = Continue the conversation
talk-conversation = Conversation
talk-you = You
talk-said = { $name }, { $time }: { $text }
talk-typing = { $name } is writing
talk-new = New
talk-below = New messages
talk-earlier = Earlier messages
talk-erased = This message was removed.
talk-day-today = Today, { $time }
talk-day-yesterday = Yesterday, { $time }

talk-sent = Sent { $time }
talk-read = Read
talk-kept = Not sent yet
talk-failed = Not sent.
talk-why-blocked = This conversation was ended by the other side.
talk-why-too-long = It is too long.
talk-why-too-many-files = Too many files for one message.
talk-why-identity-required = Please sign in to the shop first.
talk-held = Kept here. It has not been sent.
talk-lost = Its files are no longer here. Please attach them again.
talk-again = Try again
talk-discard = Discard

talk-assigned = { $name } is answering you from here.
talk-opened = A new conversation.
talk-closed = This conversation is closed. You can write again at any time.
talk-reopened = This conversation is open again.
talk-contacted = We have your address and will answer there if you are not here.

talk-drop = Drop files here
talk-remove = Remove { $name }
talk-uploading = { $name }, { $percent } sent
talk-file-empty = { $name } is empty.
talk-file-large = { $name } is too large. A file may have { $limit }.
talk-file-kind = Files like { $name } can't be sent here.
talk-file-many = { $limit ->
    [one] A message takes one file.
   *[other] A message takes up to { $limit } files.
  }
talk-file-failed = { $name } could not be sent. { $reason }
talk-file-lost = { $name } had not arrived before the page was reloaded. Please attach it again.
talk-file-open = Open { $name }
widget-too-long = { $over ->
    [one] One character too many.
   *[other] { $over } characters too many.
  }

talk-reach = Where may we answer you, if you have left by then?
talk-reach-box = E-mail or phone
talk-reach-send = Answer me there
talk-reach-invalid = This does not look like an address or a number. Please check it.
talk-reach-later = Not now

### The console's desk: what an agent reads while answering.

# What is not named is named by what it is.
console-visitor = Visitor { NUMBER($id, useGrouping: 0) }
console-someone = Somebody
console-some-team = a team
console-some-inbox = an inbox
console-some-label = a label
console-a-program = A program
console-the-desk = Esmero
console-customer = Customer
console-unknown = Not known
console-you = You

console-views = Lists
console-open-views = Show the lists
console-find = Search or jump
console-find-what = A name, a word, an action
console-view-mine = Mine
console-view-unassigned = Unassigned
console-view-all = All open
console-view-every = All
console-view-junk = Junk
console-view-held = Held
console-inboxes = Inboxes
console-labels = Labels
console-open-ones = { $count ->
    [one] one open
   *[other] { $count } open
  }
console-settings = Settings
console-sign-out = Sign out
console-be-available = I am here
console-be-away = I am away
console-presence-available = Available
console-presence-away = Away
console-presence-offline = Offline
console-theme-system = As the system
console-theme-light = Light
console-theme-dark = Dark
console-keys = Keyboard
console-skip-list = To the list
console-skip-talk = To the conversation

console-statuses = Status
console-status-open = Open
console-status-pending = Pending
console-status-snoozed = Snoozed
console-status-closed = Closed
console-sort-waiting = by waiting
console-sort-newest = newest first
console-sort-other-waiting = Put those who wait longest first
console-sort-other-newest = Put the newest first
console-filter-off = Take off the filter { $name }
console-list-more = More
console-list-more-failed = More could not be loaded. Try again.
console-list-failed = The list could not be loaded
console-loading = Loading
console-again = Try again
console-unread = unread
console-blocked = Blocked
console-writes = is writing…
console-note = Note
console-our-reply = Our reply
console-files = { $count ->
    [one] A file
   *[other] { $count } files
  }
console-no-words = No words
console-also-here = { $names } has this open
console-now = now
console-since = since { $time }
console-until = until { $time }
console-answered = answered
console-their-turn = their turn
console-is-closed = closed
console-when-tomorrow = tomorrow { $time }
console-when-yesterday = yesterday { $time }
console-when-day = { $day } { $time }
console-priority = Priority
console-priority-low = low
console-priority-normal = normal
console-priority-high = high
console-priority-urgent = urgent

console-empty-mine = Nobody waits for you
console-empty-mine-why = What you answer or are given appears here.
console-empty-mine-next = { $count ->
    [one] One waits for somebody
   *[other] { $count } wait for somebody
  }
console-empty-unassigned = Everybody has somebody
console-empty-unassigned-why = A new conversation appears here until one of you takes it.
console-empty-all = Nothing is open
console-empty-all-why = As soon as a customer writes, the conversation appears here.
console-empty-pending = Nobody owes us an answer
console-empty-pending-why = Conversations that wait for the customer are kept here.
console-empty-snoozed = Nothing is snoozed
console-empty-snoozed-why = What you put away comes back at its time, or when the customer writes.
console-empty-closed = Nothing is closed yet
console-empty-closed-why = Settled matters are kept here.
console-empty-junk = No junk
console-empty-junk-why = What nobody asked for is kept here. Nothing is deleted, and one press takes it back.
console-held-why = This came in and could not be understood. It is kept whole, and nobody has been answered.
console-held-none = Nothing is held
console-held-none-why = What comes in and cannot be understood waits here, whole, until somebody looks at it.
console-held-tries = { $count ->
    [0] not tried again yet
    [one] tried again once
   *[other] tried again { $count } times
  }
console-held-retry = Try again
console-held-away = Put away
console-held-away-ask = Put it away?
console-held-away-why = It stays sealed, but no list shows it any more, and it becomes no conversation.
console-held-understood = Understood now: it is in its conversation.
console-held-still = Still not understood. It stays held.

console-conversation = Conversation
console-messages = Messages
console-nobody = No conversation is open
console-nobody-why = Choose a conversation from the list.
console-open-failed = This conversation could not be opened
console-gone = Not yours to see
console-gone-why = It was moved to an inbox of another team, or there never was one under this address.
console-unreachable = The desk cannot be reached
console-back = Back to the list
console-open-aside = Show the customer
console-close-aside = Hide the customer
console-retitle = Change the subject
console-subject = Subject
console-yours = yours
console-nobodys = nobody has it
console-state-pending = waiting for the customer
console-state-closed = closed
console-state-snoozed = snoozed
console-snoozed-until = snoozed until { $time }
console-agent-here = { $name } is here too
console-agent-writes = { $name } is writing
console-others-here = { $count ->
    [one] One other is here
   *[other] { $count } others are here
  }

console-snooze = Snooze
console-assign = Assign
console-close = Close
console-reopen = Reopen
console-more = More
console-reply = Reply
console-take = Assign to me
console-to-me = To me
console-to-nobody = To nobody
console-assign-more = Assign…
console-assign-to = Assign to
console-teams = Teams
console-assign-find = A name or a team
console-snooze-more = Snooze…
console-pend = It is the customer’s turn
console-reopen-now = Back to open
console-mark-unread = Mark as unread
console-label-more = Labels…
console-priority-more = Priority…
console-move-more = Move to another inbox…
console-junk = Junk
console-not-junk = Not junk
console-done-junk = Put with the junk: { $name }
console-block = Block
console-unblock = Unblock
console-undo = Undo
console-done-closed = Closed: { $name }
console-done-unread = Marked as unread

console-day-today = Today
console-day-yesterday = Yesterday
console-new = New
console-earlier = Earlier messages
console-newest = To the newest
console-below = New message
console-name-writes = { $name } is writing
console-note-by = { $name }, note only for us
console-erased = These words were erased.
console-said = { $name }, { $time }: { $text }
console-said-note = Note by { $name }, { $time }: { $text }
console-mark-queued = waits to leave
console-mark-sent = sent
console-mark-delivered = delivered
console-mark-read = read
console-mark-failed = not delivered
console-mark-unknown = perhaps not delivered
console-mark-recalled = taken back
console-mark-bounced = came back
console-mark-delayed = held up on its way
console-mark-sending = sending
console-mark-kept = kept, will be sent
console-recall = Take back
console-why-failed = Not delivered. { $why }
console-why-waits = Next attempt: { $time }. { $why }
console-why-unknown = It cannot be known whether this arrived. { $why }
console-why-bounced = Did not reach { $address }. { $why }
console-why-delayed = Has not reached { $address } yet; their server keeps trying. { $why }
console-why-refused = Not sent: { $reason }
console-send-again = Send again
console-edit-again = Change it
console-mark-replaced = replaced
console-why-failed-to = Not delivered to { $address }. { $why }
console-why-for-all = The others did not get it either.
console-why-replaced = This did not arrive. A corrected message was written in its place.
console-server-said = What the server says
console-edit-and-send = Edit and send
console-sent-again = The message is on its way again.
console-unsure-title = This may have arrived already
console-unsure-why = Their server had the whole message and never answered. If it arrived after all, a second one arrives beside it.
console-rewrite-first = Something else is begun in the reply here. Send it or clear it first.
console-replacing = This is sent in place of the message that did not arrive.
console-replacing-not = Send it as a new message
console-trouble-no-such-address = There is nobody at this address.
console-trouble-mailbox-full = The mailbox is full.
console-trouble-domain-unknown = No mail can be delivered to this domain. Is it written correctly?
console-trouble-junk = Their server takes it for junk, or refuses it by a rule of its own.
console-trouble-too-large = The mail is too large, most likely because of its files.
console-trouble-sender-refused = The server does not let our address send this.
console-trouble-sign-in-refused = Our mail server does not let this inbox in. An administrator can mend that in its settings.
console-trouble-server-away = The mail server cannot be reached, or has trouble of its own.
console-trouble-greylisted = The server asks for patience before it takes our mail.
console-trouble-timed-out = The mail server did not answer in time.
console-trouble-encryption-failed = No safe connection to the mail server came about.
console-trouble-bad-address = No mail can be sent to such an address. Is it written correctly?
console-trouble-inbox-off = The inbox is not in use any more, or has no server for sending.
console-trouble-file-gone = A file of it is not there any more.
console-trouble-erased = What was to be sent has been erased.
console-trouble-expired = It could not leave in time, and is worth nothing any more.
console-trouble-defect = Sending broke inside Esmero; the log file tells more.
console-trouble-outcome-unknown = The mail server had all of it and gave no answer.
console-trouble-other = It was refused.
console-discard = Discard
console-file = { $name }, { $size }
console-machine-bounce = Delivery report
console-machine-auto-reply = Automatic reply
console-machine-list = Mailing list
console-machine-receipt = Read receipt
console-machine-calendar = Calendar
console-copies-to = To { $names }
console-copies-cc = Cc { $names }
console-copies-bcc = Bcc { $names }
console-quoted = What they quote
console-quoted-by = What { $name } quotes
console-designed-show = Show as it was designed
console-designed-hide = Hide the design
console-designed-by = The mail of { $name }, as it was designed
console-pictures-elsewhere = { $count ->
    [one] Pictures from elsewhere are not loaded: one.
   *[other] Pictures from elsewhere are not loaded: { $count }.
  }
console-source-open = Open the source…
console-source-title = Open the source
console-source-why = You get the mail as it came, byte by byte, as a file. That you opened it, and why, is told in the conversation.
console-source-reason = Why
console-source-go = Download
console-conversation-number = conversation { NUMBER($id, useGrouping: 0) }

console-fact-opened = { $inbox }
console-fact-begun = { $inbox } · { $who } wrote first
console-fact-taken = { $who } took it
console-fact-given = { $who } gave it to { $name }
console-fact-team = { $who } gave it to { $team }
console-fact-put-back = { $who } put it back
console-fact-pended = { $who }: it is the customer’s turn
console-fact-snoozed = { $who } snoozed it until { $time }
console-fact-woken = back from its snooze
console-fact-closed = { $who } closed it
console-fact-reopened = { $who } reopened it
console-fact-moved = { $who } moved it to { $inbox }
console-fact-recognised = now known: signed in
console-fact-continued = signed in: it goes on in the conversation they had open
console-fact-labelled = { $who } added { $labels }
console-fact-unlabelled = { $who } took off { $labels }
console-fact-priority = { $who } set the priority to { $priority }
console-fact-subject = { $who } called it “{ $subject }”
console-fact-no-subject = { $who } took away the subject
console-fact-contacted = left an address: { $what }
console-facts-more = { $count ->
    [one] one more change
   *[other] { $count } more changes
  }
console-fact-named = gave the name { $name }
console-fact-linked-stranger = Answers a mail that was written to somebody else:
console-fact-linked-seen = Somebody else answered this mail:
console-fact-junked = { $who } put it with the junk
console-fact-junked-desk = filed as junk
console-fact-cleared = { $who }: this is not junk
console-fact-joined = in copy: { $names }
console-fact-left = { $name } no longer takes part
console-fact-bounced = a mail to { $address } came back
console-fact-delayed = a mail to { $address } is held up
console-fact-source = { $who } opened the source: “{ $reason }”
console-fact-acknowledged = Its arrival was confirmed
console-fact-not-left = That did not leave by mail. { $why }
console-fact-switched = The customer goes on { $way }
console-fact-copy-queued = Unread for a while: it also leaves by mail
console-fact-copy-sent = Left by mail

console-write-what = What to write
console-write-reply = Reply
console-write-note = Note
console-begun = begun
console-write-to = to { $name }
console-by-chat = by chat
console-by-email = by mail
console-by-other = by { $channel }
console-write-to-us = only for us
console-write-here = Write your reply
console-recipients = Who gets it
console-recipient-to = To
console-recipient-cc = Cc
console-recipient-bcc = Bcc
console-recipient-cc-why = Everybody who gets it sees them.
console-recipient-bcc-why = Nobody else sees them.
console-recipients-many = Addresses are set apart by commas.
console-recipient-wrong = “{ $what }” is not an e-mail address.
console-recipient-one = At least one address goes here.
console-recipients-too-many = At most { $limit } addresses.
console-recipients-back = As it was
console-begin = New message
console-begin-to = Write to them
console-forward = Forward
console-forward-more = Forward the conversation…
console-forward-title = Forward to a supplier or colleague
console-forward-reply = Reply to { $name }
console-forward-by = { $name } forwarded it to { $to }
console-forward-replied = { $name } answered { $to }
console-forward-answered = { $name } answered, only for us
console-mail-from = From
console-mail-to-why-begin = The first address is the customer’s. Several are set apart by commas.
console-mail-to-why-forward = The customer sees nothing of it. What comes back becomes a note here.
console-mail-to-why-answer = The customer sees nothing of it.
console-mail-copies = Add Cc or Bcc
console-mail-text-begin = Message
console-mail-text-forward = Your own words above it
console-mail-text-answer = Message
console-mail-quotes-one = The message is quoted below, with who wrote it and when.
console-mail-quotes-all = Everything said with the customer is quoted below, without our notes.
console-mail-files = Files that go with it
console-mail-sent = On its way to { $names }
console-mail-unsent = Your mail has not been sent. { $reason }
console-mail-back = To the mail
console-sight-seen = They see each other: { $names }.
console-sight-unseen = { $count ->
    [one] Nobody else sees { $names }.
   *[other] Nobody else sees these: { $names }.
  }
console-sent-from = From { $address }
console-note-here = Write a note that only colleagues see
console-attach = Attach files
console-drop = Drop files here
console-send = Send
console-send-close = Send and close
console-add-note = Add note
console-stays-closed = This conversation is closed. Your reply arrives, and it stays closed.
console-go-there = Go there
console-will-send = No connection. What you send is kept and leaves by itself.
console-writes-too = { $name } is writing here too
console-newer = { $count ->
    [one] { $name } wrote while you were writing
   *[other] { $name } wrote { $count } messages while you were writing
  }
console-newer-how = Enter again sends your reply as it is.
console-blocked-why = { $name } is blocked, so replies do not reach them.
console-uploading = { $name } is on its way
console-file-off = Remove { $name }
console-file-many = { $limit ->
    [one] A message takes one file.
   *[other] A message takes up to { $limit } files.
  }
console-file-empty = { $name } is empty.
console-file-large = { $name } is too large. A file may have { $limit }.
console-file-failed = { $name } could not be sent. { $reason }

console-known = Known for sure
console-not-known = Not known for sure
console-reach = Reach them
console-reach-email = E-mail
console-reach-phone = Phone
console-reach-address = Form of address
console-reach-form = Form
console-reach-x = X
console-reach-mastodon = Mastodon
console-reach-whatsapp = WhatsApp
console-reach-call = Call
console-reach-nothing = No address is known. They read your reply in the chat.
console-address-formal = formal
console-address-familiar = familiar
console-about = About them
console-edit = Edit
console-keep = Save
console-kept = Saved
console-cancel = Cancel
console-name = Name
console-language = Language
console-with-us = With us since { DATETIME($date, month: "long", year: "numeric") }
console-all-matters = Show all { $count }

console-snooze-until = Snooze until
console-snooze-find = A time
console-snooze-hour = In an hour
console-snooze-later = Later today
console-snooze-evening = This evening
console-snooze-tomorrow = Tomorrow morning
console-snooze-monday = Monday morning
console-snooze-at = Day and time
console-snooze-past = Choose a time that is still to come.
console-snooze-why = It comes back then, or as soon as the customer writes.
console-label-find = A label
console-no-labels = There are no labels yet. A supervisor can make some in the settings.
console-priority-find = How urgent it is
console-move-to = Move to another inbox
console-move-find = An inbox
console-block-title = Block { $name }?
console-block-why = Their messages will no longer be accepted. You can unblock them at any time.
console-none-found = Nothing found
console-searching = Searching…
console-search-failed = The search could not be reached.
console-command-do = With this conversation
console-command-go = Go to
console-command-people = Customers
console-command-said = What was said

console-key-next = Next conversation
console-key-previous = Previous conversation
console-key-reply = Write a reply
console-key-note = Write a note
console-key-close = Close
console-key-assign = Assign
console-key-snooze = Snooze
console-key-label = Labels
console-key-unread = Mark as unread
console-key-forward = Forward the conversation
console-key-begin = New message
console-key-search = Search
console-key-help = This help
console-key-jump = Search or jump, from everywhere
console-key-send = Send
console-key-line = New line
console-key-back = One step back
console-letters = Keys of one letter
console-letters-why = Switch them off if you dictate, or press keys by accident.

console-offline = { $count ->
    [0] No connection. We keep trying; what you send is kept.
    [one] No connection. One message is kept and will be sent.
   *[other] No connection. { $count } messages are kept and will be sent.
  }
console-try-now = Try now
console-given-to-you = { $name } gave you a conversation

### Small things that every page may need.

shared-close = Close
shared-slow = The desk takes long to answer. What you wrote is still here.
shared-emoji = Emoji
shared-happened = What just happened
shared-show-password = Show the password

### The console's door: signing in, and what one-time links lead to.

console-email = E-mail address
console-password = Password
console-new-password = New password
console-password-why = At least 10 characters. A few words that only you would put together are best.
console-your-name = Your name
console-your-name-why = Customers see it when you answer them.
console-door-unreachable = The desk cannot be reached
console-door-unreachable-why = Nothing is lost. Check the connection, then try again.

console-door-title = Sign in
console-door-enter = Sign in
console-door-language = Language
console-door-forgotten = Forgotten your password? An administrator of this desk can give you a link for a new one.
console-door-ended = Your session has ended. Messages that you have not sent are kept in this browser.
console-door-nobody = This desk has no administrator yet
console-door-nobody-why = When it was first started, the server printed a link. Open that link to begin.

console-setup-title = Welcome to your desk
console-setup-why = You are its first administrator. You can invite the others next.
console-setup-go = Open the desk
console-setup-done = This desk has its administrator already.
console-setup-no-token = The link is not complete. Copy all of it, with what follows the # sign.

console-join-title = Join the desk
console-join-why = You were invited as { $email }.
console-join-go = Join
console-reset-title = Choose a new password
console-reset-why = For { $email }. You will be signed out everywhere else.
console-reset-go = Save and sign in
console-link-useless = This link does not work
console-link-useless-why = It was used already, or too much time has passed. Ask an administrator for a new one.
console-link-to-door = To the sign-in
console-link-to-desk = To the desk

### What can go wrong, by the code of the problem; what is wrong in a field.

console-problem-internal = Something went wrong inside the desk. What you wrote is still here. Please try again.
console-problem-internal-named = Something went wrong inside the desk. What you wrote is still here. If it happens again, tell whoever runs the desk: { $reference }.
console-problem-unreachable = No connection to the desk. What you wrote is still here; trying again does nothing twice.
console-problem-silent = The desk has not answered for a long time. What you wrote is still here; trying again does nothing twice.
console-problem-strange = Something between you and the desk answered in its place. Please try again.
console-problem-unavailable = The desk cannot reach its storage right now. Nothing was changed; please try again in a moment.
console-problem-too-many = Too many attempts. Please wait { $wait } and try again.
console-problem-too-many-files = Attach fewer files: a message can’t have that many.
console-problem-forbidden = Your role does not allow this.
console-problem-not-found = This is no longer here.
console-problem-not-signed-in = Your session has ended. Please sign in again.
console-problem-csrf = This page is out of date. Please load it again.
console-problem-wrong-password = The address or the password is wrong.
console-problem-bad-input = Something in here is missing or wrong.
console-problem-too-large = This is too large.
console-problem-key-in-use = This is already under way.
console-problem-conflict = Something else happened first. Please look again.
console-problem-taken = This is taken already.
console-problem-customer-blocked = This customer is blocked. Unblock them to answer.
console-problem-on-its-way = This reply is already on its way.
console-problem-not-again = This message has left, waits to leave, or was replaced by another.
console-problem-perhaps-left = This message may have left already. Look at it once more, then decide.
console-problem-inbox-off = The inbox that this leaves from is not in use any more. Move the conversation to another, then send it again.
console-problem-open-elsewhere = This customer has another conversation open in this chat.
console-problem-moved-on = The customer goes on in another conversation and would not see this here.
console-problem-account-disabled = This account is disabled.
console-problem-no-files-here = Files can't be sent here.
console-problem-bad-recipient = One of the recipients can’t be written to. Please look at the addresses.
console-problem-bad-sender = This inbox does not send from that address.
console-problem-cant-begin = In this inbox only the customer can begin.
console-problem-cant-forward = Nothing can be forwarded from this inbox.
console-problem-file-gone = One of the files is not there. Please attach it again.
console-problem-wrong-type = Files of this kind are not accepted.
console-problem-too-slow = This took too long. Please try again with something narrower.
console-problem-too-long = This is too long.
console-problem-newer-message = The customer has written again.
console-problem-kept = This was written some time ago and has not been sent. Please read it once more.
console-problem-key-reused = This was done already. Please load the page again.
console-problem-foreign-origin = The desk is used at another address than this one.
console-problem-set-up-already = The desk has its administrator already. Please sign in.
console-too-long = { $over ->
    [one] One character too many.
   *[other] { $over } characters too many.
  }

console-field-empty = Please fill this in.
console-field-taken = This is taken already.
console-field-too-short = This is too short.
console-field-too-long = This is too long.
console-field-easy-to-guess = This is easy to guess. Take something longer or less expected.
console-field-not-a-mail-address = This does not look like an e-mail address.
console-field-wrong-form = This does not have the expected form.
console-field-wrong = This is not the present password.
console-field-unknown = This is no longer here.
console-field-no-address = Nothing can be sent to this address.
console-field-our-own = This is the inbox’s own address.

### Words that many screens share.

console-save = Save
console-saved = Saved
console-copy = Copy
console-copied = Copied
console-done = Done
console-remove = Remove
console-edit-name = Change { $name }
console-remove-name = Remove { $name }
console-skip = To the content
console-role-agent = Agent
console-role-supervisor = Supervisor
console-role-administrator = Administrator
console-role-why-agent = Answers in the inboxes of the teams they belong to.
console-role-why-supervisor = Also blocks customers and looks after labels.
console-role-why-administrator = Sees every inbox and sets up the desk.
console-tint-grey = Grey
console-tint-green = Green
console-tint-blue = Blue
console-tint-amber = Amber
console-tint-red = Red
console-tint-violet = Violet

### Settings: one's own.

console-set-rooms = Settings
console-set-leave = To the desk
console-set-yours = Yours
console-set-desk = The desk
console-set-closed = This is for administrators
console-set-closed-why = Your role does not open this room. An administrator can change what is in it.
console-set-unsaved = There are changes that are not saved.
console-set-leave-why = If you leave now, they are lost.
console-set-leave-go = Leave without saving
console-set-all-saved = Everything is saved.
console-set-discard = Discard

console-set-me = Profile
console-set-look = Language and look
console-set-theme = Light or dark
console-set-password-why = Changing it signs you out everywhere else.
console-set-password-now = Present password
console-set-password-go = Change password
console-set-password-done = Your password has been changed. You are signed out everywhere else.

console-set-notices = Notifications
console-set-notices-why = What tells you of new messages while you are looking at something else.
console-set-tell = Tell me of
console-set-tell-all = Everything I can see
console-set-tell-mine = What is mine
console-set-tell-none = Nothing
console-set-sound = A soft sound
console-set-sound-why = Only while you are not looking at the conversation.
console-set-desktop = A notification from this browser
console-set-desktop-why = It shows who wrote, and opens the conversation.
console-set-desktop-denied = This browser does not let Esmero show notifications. You can allow it in the browser's settings for this site.

console-set-sessions = Sessions
console-set-sessions-title = Where you are signed in
console-set-sessions-why = If you do not know one of these, sign out there and change your password.
console-set-sessions-end = Sign out everywhere else
console-set-sessions-ask = Sign out everywhere else?
console-set-sessions-ask-why = You stay signed in here. Everywhere else the password is asked for again.
console-set-sessions-ended = You are signed in only here now.
console-set-session-ended = Signed out there.
console-set-seen = last seen { $time }
console-set-this = This browser
console-set-device = An unknown browser

### Settings: people.

console-set-agents = Agents
console-set-agents-why = Everybody who works here, and what they may do.
console-set-agent-edit = Name and role
console-set-agent-enable = Give access again
console-set-agent-reset = Link for a new password
console-set-agent-disable = Remove access
console-set-agent-disable-ask = Remove the access of { $name }?
console-set-agent-disable-why = They are signed out everywhere at once and cannot sign in. What they wrote stays. You can give them access again.
console-set-do-with = What to do with { $name }
console-set-disabled = No access
console-set-trainee = Trainee
console-set-trainee-why = A supervisor reads their replies before they leave.
console-set-role = Role
console-set-invite = Invite somebody
console-set-invite-go = Make the link
console-set-invite-again = New link
console-set-invitations = Invited
console-set-invited = Invitation for { $name }
console-set-reset-made = New password for { $name }
console-set-link-why = Send this link to the person by a way that only they read. It works once and is shown only now.
console-set-name-maybe = Name, if you know it
console-set-until = until { $day }
console-set-expired = the link has expired
console-set-withdraw = Withdraw
console-set-withdraw-ask = Withdraw the invitation for { $name }?
console-set-withdraw-why = The link stops working.
console-problem-last-administrator = The desk needs at least one administrator. Make somebody else one first.

console-set-teams = Teams
console-set-teams-why = Who works together, and which inboxes they see.
console-set-teams-none = There is no team yet. A team gives its members the inboxes that they answer.
console-set-team-new = New team
console-set-team-edit = Team
console-set-team-members = Members
console-set-team-inboxes = Sees these inboxes
console-set-team-sees = Sees { $inboxes }
console-set-team-sees-none = Sees no inbox yet
console-set-team-remove = Dissolve { $name }?
console-set-team-remove-why = Its members no longer see the inboxes that they saw through it. Conversations stay as they are.
console-set-team-remove-go = Dissolve

console-set-labels = Labels
console-set-labels-why = Words that agents put on conversations, to find them again.
console-set-labels-none = There is no label yet.
console-set-label-new = New label
console-set-label-edit = Label
console-set-label-remove = Remove { $name }?
console-set-label-remove-why = It disappears from all conversations. They stay.
console-set-tint = Tint

console-set-tokens = API tokens
console-set-tokens-why = By a token, a program uses the desk in your name and sees what you see.
console-set-tokens-none = No program has a token.
console-set-token-new = New token
console-set-token-name-why = Which program it is for.
console-set-token-go = Make the token
console-set-token-made = The new token
console-set-token-made-why = Put it where the program keeps its secrets. It is shown only now.
console-set-token-remove = Revoke { $name }?
console-set-token-remove-why = The program that uses it is refused from now on.
console-set-token-used = last used { $time }
console-set-token-since = never used, made { $time }

### Settings: inboxes.

console-set-inboxes = Inboxes
console-set-inboxes-why = The ways in by which customers reach you.
console-set-inboxes-none = There is no inbox yet. Make one, put its line on your pages, and customers can write to you.
console-set-inbox-new = New chat
console-set-inbox-go = Make the chat
console-set-inbox-name-why = What your colleagues call it, such as the name of the site.
console-set-inbox-teams = Seen and answered by
console-set-inbox-teams-none = There is no team yet. Administrators see every inbox.
console-set-inbox-remove = Take out of use
console-set-inbox-remove-ask = Take { $name } out of use?
console-set-inbox-remove-why = Nobody can write to it any more. What was said stays for those who could see it.
console-set-seen-by = Answered by { $teams }
console-set-seen-by-none = Only administrators see it
console-set-gone = This inbox is not here
console-set-gone-why = It was taken out of use, or it is not yours to see.

console-set-snippet = On your pages
console-set-snippet-why = Put this line before the end of each page where customers should be able to write to you.
console-set-part-names = What customers see
console-set-brand = Name of the firm
console-set-brand-why = As customers know it.
console-set-languages = Languages that you answer in
console-set-languages-why = The chat speaks the customer's language if it is one of these, else the first.
console-set-address = How customers are spoken to
console-set-formal = Formally
console-set-familiar = Familiarly
console-set-part-look = Greeting and colour
console-set-greeting = Greeting, { $language }
console-set-greeting-own = As the chat says it by itself
console-set-accent = A colour of your own
console-set-accent-why = In place of Esmero's green.
console-set-part-hours = Hours
console-set-part-hours-why = Outside them the chat says when you are back, and takes the message.
console-set-hours-when = Somebody is here
console-set-always = Always
console-set-with-hours = At certain hours
console-set-week = Hours of the week
console-set-closed-day = Closed
console-set-begins = { $day }, begins
console-set-ends = { $day }, ends
console-set-span-add = { $day }: add hours
console-set-span-remove = { $day }: remove these hours
console-set-hours-order = Hours end after they begin. What goes past midnight belongs to the next day.
console-set-hours-overlap = These hours overlap.
console-set-like-monday = All working days like { $day }
console-set-zone = Time zone
console-set-days-off = Days off
console-set-day-off = A day off
console-set-day-off-add = Add the day
console-set-days-off-why = On these days the chat is closed all day.
console-set-part-ways = Other ways to reach you
console-set-part-ways-why = They are listed in the chat, and on the page when the desk cannot be reached.
console-set-way = Way
console-set-way-add = Add a way
console-set-phone = Phone
console-set-number = Number
console-set-cost = Cost, in the customer's words
console-set-part-sites = Where it may appear
console-set-part-sites-why = Other pages cannot show the chat. If you name none, any page can.
console-set-sites = Sites, one on a line
console-set-part-talk = Conversations
console-set-reopen = Hours in which a closed conversation goes on
console-set-reopen-why = Who writes again within them comes back to the same conversation; later, a new one begins.
console-set-answers-from = Unread answers leave from
console-set-answers-from-why = Who has left the chat and an address gets by mail what lies unread for five minutes.
console-set-answers-from-any = A mailbox of the same team
console-set-files = Customers may send files
console-set-known-only = Only customers whom your site vouches for
console-set-known-only-why = Your site signs who they are, with the secret below.
console-set-identity = Who is who
console-set-identity-why = With a secret, your site can tell the desk who a signed-in customer is. Nobody without it can pretend.
console-set-identity-none = There is no secret yet. Customers are visitors until they say who they are.
console-set-identity-there = There is a secret. It cannot be shown again, only renewed.
console-set-secret-make = Make a secret
console-set-secret-renew = Renew the secret
console-set-secret-ask = Renew the secret?
console-set-secret-ask-why = What your site signs with the present one is no longer believed from this moment on.
console-set-secret-made = The secret
console-set-secret-made-why = Keep it on your server, never in a page. It is shown only now.

## Inboxes: which kind, and those of e-mail

console-inbox-new = Add an inbox
console-inbox-new-why = Which way in should it be?
console-kind-chat = Chat
console-kind-chat-why = A button on your pages. Customers write there and read your answers there, also later.
console-kind-email = E-mail
console-kind-email-why = An address such as support@shop.example. Its mail comes in here, and your answers leave from it.
console-set-signature = Signature
console-set-signature-why = It stands below the e-mails that you write, above that of the inbox.
console-mail-new = Add an e-mail inbox
console-mail-new-why = An address and its password are enough to begin. The desk looks for the servers.
console-mail-continue = Continue
console-mail-go = Add the inbox
console-mail-made = The inbox is there. Its mail comes in from now on.
console-mail-looking = Looking for the servers of { $domain } …
console-mail-look-again = Look again
console-mail-found-provider = The servers of { $domain } are well known and filled in.
console-mail-found-autoconfig = Found: { $domain } itself says which servers it uses.
console-mail-found-srv = Found: { $domain } itself says which servers it uses.
console-mail-found-directory = Found: Thunderbird's public directory knows the servers of { $domain }.
console-mail-found-mx = Found at your provider, where the mail for { $domain } goes.
console-mail-found-guess = These are guessed: servers of these names exist. A test shows whether they are the right ones.
console-mail-found-half = Only one of the two servers was found. Please fill in the other.
console-mail-found-none = Nothing was found for { $domain }. Please fill in the servers; your provider's help pages name them.
console-mail-name = Name in the desk
console-mail-name-empty = What your colleagues call it. The address, if you leave it empty.
console-mail-name-why = What your colleagues call it.
console-mail-brand-why = Customers see it beside the agent's name.
console-mail-address = E-mail address
console-mail-address-why = Where customers write to, and what answers come from.
console-mail-others = Other addresses, one on a line
console-mail-others-why = Mail to these leads here too, and agents may answer from each.
console-mail-signature = Signature of the inbox
console-mail-signature-why = Below each answer, beneath the agent's own. { $agent } and { $brand } become the names.
console-mail-reopen = Days in which a closed conversation goes on
console-mail-reopen-why = A reply within them opens it again; later, a new one begins.
console-mail-language = Language of the desk's own sentences
console-mail-language-why = Where the customer's is not known.
console-mail-acknowledge = Confirm the first mail
console-mail-acknowledge-why = Who writes for the first time gets a short answer, with a link to a page of the conversation.
console-mail-acknowledge-without = Who writes for the first time gets a short answer.
console-mail-no-links = It carries no link to the conversation's page yet: nobody has told the desk where customers reach it. Whoever runs the server sets ESMERO_PUBLIC_URL.
console-mail-acknowledgement = What the confirmation says
console-mail-acknowledgement-why = { $brand } becomes the name that customers see.
console-mail-acknowledgement-link = The link to the conversation's page stands below.
console-mail-acknowledgement-own = In the desk's own words
console-mail-part-arriving = How mail arrives
console-mail-folder = Folder
console-mail-folder-why = The desk follows this folder and changes nothing in it.
console-mail-subaddresses = The mail server takes support+anything@ for support@
console-mail-subaddresses-why = Then an answer finds its conversation even when a mail program drops everything else that names it. Most providers do; send a mail to such an address to see.
console-mail-trusted = Trusted relays, one on a line
console-mail-trusted-why = Only these are believed when they say who a mail is from, or that it is junk. Their names stand in Authentication-Results.
console-mail-part-servers = Servers and password
console-mail-part-servers-why = Where mail is fetched from, and where answers are handed over.
console-mail-servers = Servers
console-mail-servers-none = none yet
console-mail-receive = Receiving (IMAP)
console-mail-send = Sending (SMTP)
console-mail-host = Server
console-mail-host-wrong = A server is written mail.shop.example.
console-mail-security = Encryption
console-mail-security-none = None (only inside your own network)
console-mail-port = Port
console-mail-user = User name, if not the address
console-mail-sign-in = Signs in
console-mail-sign-in-password = with a password
console-mail-sign-in-google = with Google (OAuth 2)
console-mail-sign-in-microsoft = with Microsoft (OAuth 2)
console-mail-sign-in-none = not at all
console-mail-password-why = It is encrypted before it is kept, and never shown again.
console-mail-password-change = Change password
console-mail-password-change-why = It is never shown. Left empty, it stays as it is.
console-mail-kept = One is kept
console-mail-kept-none = None is kept yet
console-mail-apart = Sending has a password of its own
console-mail-password-send = Password for sending
console-mail-secret-missing = Please fill this in too: secrets are kept all together.
console-mail-consent-why = The provider wants an application of your own and a person's consent.
console-mail-client = Client ID
console-mail-client-secret = Client secret
console-mail-token = Refresh token
console-mail-consent-back = Register this as the return address of your application:
console-mail-consent-google = Sign in at Google
console-mail-consent-microsoft = Sign in at Microsoft
console-mail-consented = The desk has been let in. Save to keep it.
console-mail-consent-none = Nothing came back. Try again when you like.
console-mail-token-why = It fills itself when you sign in above. One that you have already can be pasted here.
console-problem-no-consent = The provider did not let the desk in. Check the client's ID and secret, and sign in again.
console-mail-handed = A mail server of your own can also hand mail over by LMTP or a pipe, without any server for receiving.
console-mail-help-how = Step by step
console-mail-help-sign-in = Press the button below. Whoever the mailbox belongs to signs in there and agrees.
console-mail-help-google-app = In the Google Cloud console make a project, switch the Gmail API on and make an OAuth client of the type “web application”.
console-mail-help-google-rights = On the consent screen add this scope. In an organisation choose “internal”; while it is “in testing”, each consent ends after seven days.
console-mail-help-google-fill = Copy the client's ID and secret into the fields below.
console-mail-help-microsoft-app = In Entra ID register an application for accounts in any organisation.
console-mail-help-microsoft-rights = Add these delegated permissions, and switch “authenticated SMTP” on for the mailbox.
console-mail-help-microsoft-fill = Make a client secret, and copy it and the application's ID into the fields below. It ends after two years at the latest.
console-mail-help-lmtp = Postfix hands mail over by LMTP with this line in transport_maps:
console-mail-help-pipe = From an alias or a .forward a pipe is enough:
console-mail-help-handed = Leave the server for receiving empty. A mail counts as handed over once it is on the desk's disk.
console-mail-test = Test
console-mail-test-why = Signs in to both servers. Nothing is sent.
console-mail-testing = Asking both servers …
console-mail-kept-elsewhere = The kept password is only for the servers it was kept for. Type it again to test these.
console-mail-verdict-untested = Not tested yet. You can add it anyway.
console-mail-verdict-changed = Something has changed since the test.
console-mail-verdict-failed = The test found something wrong. You can save anyway.
console-mail-verdict-passed = The test went well.
console-mail-step-fine = in order
console-mail-step-wrong = wrong
console-mail-step-note = to know
console-mail-step-connect = The server answers.
console-mail-step-sign-in = The server lets the desk in.
console-mail-step-folder = The folder can be read.
console-mail-folders = These are there. Press one to take it:
console-mail-no-server-receive = No server is set: mail comes by the desk's own receiver, or through a pipe.
console-mail-no-server-send = No server is set: nothing can be sent from this inbox.
console-mail-says = The server says: “{ $words }”
console-mail-hint-alone = { $provider } wants a password made for this desk alone (an app password), not the account's own.
console-mail-hint-google = { $provider } wants a password made for this desk alone (an app password), not the account's own. Or sign in with Google instead.
console-mail-hint-microsoft = { $provider } takes no passwords here any more: sign in with Microsoft.
console-mail-hint-switch = { $provider } lets mail programs in only after that was switched on in its settings (POP3 and IMAP).
console-mail-hint-imap = { $provider } lets mail programs in after IMAP was switched on; with two-factor sign-in by an app password.
console-mail-trouble-no-idle = The server does not tell of new mail by itself, so it is asked every 20 seconds.
console-mail-trouble-subaddresses-unknown = Whether the server takes support+anything@ cannot be asked. Send a mail to such an address, and switch it on in the inbox's settings if it arrives.
console-mail-trouble-name-not-found = There is no server of this name. Is it written correctly?
console-mail-trouble-names-not-answered = The server's name cannot be looked up at the moment: the desk's own name service is silent.
console-mail-trouble-private-address = This name leads into a private network, where the desk does not go on a stranger's word.
console-mail-trouble-connection-refused = The server is there, but nothing answers at this port. Is the port right?
console-mail-trouble-not-reachable = There is no way to the server. A firewall or the network may be in between.
console-mail-trouble-no-answer = The server does not answer in time. A firewall may be in between, or the port may be wrong.
console-mail-trouble-dropped = The server ended the connection.
console-mail-trouble-not-a-mail-server = Something answers there, but it does not speak the language of a mail server.
console-mail-trouble-certificate-expired = The server's certificate is out of date (or not yet valid, if the desk's clock is wrong).
console-mail-trouble-certificate-name = The server's certificate is for another name. Does the provider give another server?
console-mail-trouble-certificate-untrusted = The server's certificate is signed by nobody whom the desk knows (self-signed, perhaps).
console-mail-trouble-tls-failed = The server does not speak TLS at this port. Perhaps it wants STARTTLS, or another port.
console-mail-trouble-starttls-missing = The server does not offer STARTTLS, so a password would travel in the clear. Is TLS meant?
console-mail-trouble-sign-in-refused = The server refuses the user name or the password.
console-mail-trouble-sign-in-method = The server does not take this way to sign in.
console-mail-trouble-consent-ended = The consent to read this mailbox has ended or was withdrawn.
console-mail-trouble-issuer-refused = The provider refuses the client ID or the client secret.
console-mail-trouble-issuer-away = The provider's sign-in service does not answer at the moment.
console-mail-trouble-busy = The server takes no more connections for this mailbox at the moment.
console-mail-trouble-folder-missing = There is no folder of this name in the mailbox.
console-mail-trouble-refused = The server refuses what it was asked.
console-mail-trouble-too-much = The server sends more than was asked for, without end.
console-mail-trouble-storage-away = The desk cannot store anything at the moment; mails wait in the mailbox.
console-mail-trouble-removed = This inbox is not in use any more.
console-mail-trouble-defect = Reading this mailbox broke inside Esmero; the log file tells more.
console-mail-doing = How it is doing now
console-mail-state-ok = Mail is coming in.
console-mail-state-connecting = Connecting …
console-mail-state-waiting = Mail is not coming in at the moment.
console-mail-state-refused = Mail is not coming in: somebody has to do something.
console-mail-state-none = Nobody has looked into this mailbox yet. It begins within seconds.
console-mail-state-handed = No server for receiving is set. Mail comes by the desk's own receiver, or through a pipe.
console-mail-mark-refused = Needs you
console-mail-mark-waiting = Waiting
console-mail-waiting-again = The desk keeps trying by itself, and mail waits in the mailbox. If it lasts, look at the servers below.
console-mail-refused-again = Until then mail waits in the mailbox, and the desk tries rarely, so that the account is not locked.
console-mail-do-sign-in-refused = Change the password or the user name below.
console-mail-do-sign-in-method = Choose another way to sign in, under “Servers” below.
console-mail-do-consent-ended = Somebody has to sign in with the provider again; put the new refresh token below.
console-mail-do-issuer-refused = Put the right client ID and client secret below.
console-mail-do-folder-missing = Choose another folder below; a test shows those that are there.
console-mail-since = So since
console-mail-last = Last mail
console-mail-last-none = none yet
console-mail-told = New mail
console-mail-told-once = comes at once
console-mail-told-asked = is asked for every 20 seconds
console-mail-later = Could not be fetched
console-mail-later-count = { $count ->
    [one] { $count } mail; it is tried again
   *[other] { $count } mails; they are tried again
  }
console-mail-large = Too large
console-mail-large-count = { $count ->
    [one] { $count } mail; it stays in the mailbox
   *[other] { $count } mails; they stay in the mailbox
  }

## The demo

demo-title = a demo that keeps nothing
demo-tour = Take the tour
demo-language = Language
demo-show = What to look at
demo-shop = The shop
demo-mailbox = The mailbox
demo-sides = The customer’s side
demo-console = The desk
demo-director = Director
demo-director-what = Make something happen, and see what both sides do.
demo-who = The desk of
demo-console-of = The desk of { $name }
demo-alone = Open alone
demo-see = See it at the desk
demo-see-mailbox = See it in the mailbox
demo-left = { $seconds } s left
demo-phone = On a phone
demo-phone-code = A code that leads a phone to the shop
demo-phone-how = Scan this with a phone in the same network, or open { $address } there.
demo-phone-none = This demo answers this machine only. Start it so that a phone in the same network reaches it too:
demo-act-angry = An angry customer writes
demo-act-kind = A kind one writes
demo-act-letter = A customer writes a mail
demo-act-supplier = A supplier is asked
demo-act-down = The customer’s server is down
demo-act-bounce = A mail comes back
demo-act-away = Two machines meet
demo-act-cut = Cut the network
demo-act-home = Everybody goes home
demo-act-skip = Skip two hours
demo-act-reset = Begin anew
demo-said-angry = { $name } has lost patience and waits for an answer.
demo-said-kind = { $name } has a question, in another language.
demo-said-letter = { $name } has written a mail about a broken lamp, with a photo.
demo-said-supplier = { $name } asks for a part, and an agent passes the question on to { $supplier }, who will answer in a moment.
demo-said-supplier-over = { $supplier } has answered. It stands at the desk as a note, price and all; { $name } never gets it.
demo-said-down = { $name }’s mail server asks for patience. The reply waits at the desk and is tried again.
demo-said-down-over = The server is back. The reply leaves at its next attempt; skipping two hours brings that on at once.
demo-said-bounce = The answer to { $name } comes back: nobody has that address. The desk shows it at the reply, and { $name } waits again.
demo-said-away = { $name } is away, and a machine answers the reply. The desk files it and answers no machine.
demo-said-away-over = { $name } is back, and the machine is silent.
demo-said-cut = The line is cut. Write on both sides meanwhile: what you write is kept.
demo-said-cut-over = The line is back, and both sides catch up by themselves.
demo-said-home = Everybody is away. The widget no longer promises anybody. The same button brings them back.
demo-said-back = Everybody is back.
demo-said-skip = It is two hours later at the desk.
demo-said-reset = The desk is being made anew. This takes a few seconds.
demo-said-failed = That did not work. The demo may have ended; start it again.
demo-mail-title = Mail
demo-mail-whose = Whose mailbox
demo-mail-write = Write
demo-mail-list = Letters
demo-mail-letter = Letter
demo-mail-choose = Choose a letter, or write one.
demo-mail-empty = Nothing has come yet.
demo-mail-no-subject = (no subject)
demo-mail-with-files = with files
demo-mail-unread = unread
demo-mail-back = Back to the list
demo-mail-me = Me
demo-mail-by = Letter from { $name }
demo-mail-to-whom = to { $names }
demo-mail-automatic = automatic
demo-mail-reply = Reply
demo-mail-reply-all = Reply to all
demo-mail-to = To
demo-mail-cc = Cc
demo-mail-subject = Subject
demo-mail-text = Text
demo-mail-send = Send
demo-mail-attach = Attach a file
demo-mail-drop = Take out { $name }
demo-mail-discard = Discard
demo-mail-sent = Sent.
demo-mail-new = New letter from { $name }: { $subject }
demo-mail-no-address = One of these is no mail address.
demo-mail-nothing = There is nothing to send yet, or too much of it.
demo-mail-too-large = These files are too large for one mail.
demo-back = Back
demo-next = Next
demo-skip = End the tour
demo-end = Look around
demo-step-of = { $step } of { $steps }
demo-step-welcome-title = Five minutes
demo-step-welcome-text = You are both sides of a conversation: a customer in the shop, an agent at the desk. Nothing here is kept, so try everything.
demo-step-shop-title = The first screen is a directory
demo-step-shop-text = Press the round button in the shop. It says every way to reach the firm, and whether somebody is there right now.
demo-step-write-title = Write as a customer
demo-step-write-text = Ask something. The small tick comes only when your message is on disk at the desk.
demo-step-answer-title = Answer as an agent
demo-step-answer-text = Your message is under Unassigned, where whoever has waited longest comes first. Open it, write, press Enter: it is yours from then on.
demo-step-note-title = A note stays with us
demo-step-note-text = Choose Note, or press n, and write one. It is yellow, and the customer never gets it.
demo-step-newer-title = People write in bursts
demo-step-newer-text = Begin a reply, and let the customer write once more before you send it. Their message is shown first; Enter again sends yours.
demo-step-mailbox-title = The same customer by mail
demo-step-mailbox-text = This is a customer’s own mailbox. Write to the shop, or answer the letter that lies there: it goes by real mail to the desk. The desk answers at once with a link: press it, and the mail goes on live.
demo-step-mail-title = One thread on both sides
demo-step-mail-text = Answer at the desk. The answer arrives in the mailbox within seconds, under the letter it belongs to, with what it quotes below.
demo-step-cut-title = Cut the network
demo-step-cut-text = Then write on both sides. Both say what is kept, and both catch up by themselves: nothing lost, nothing twice.
demo-step-home-title = Nobody there
demo-step-home-text = Send everybody home. The widget stops promising a person, takes the message and asks where to answer.
demo-step-colleague-title = A colleague sees the same
demo-step-colleague-text = Choose Béla. What Ana did is there, and the wholesale inbox too, which she does not see. “Open alone” keeps both at work side by side.
demo-step-keys-title = Everything by keyboard
demo-step-keys-text = At the desk, press ? for the list: j and k walk, r replies, e closes, Ctrl K goes anywhere.
demo-step-yours-title = And your own
demo-step-yours-text = bin/serve begins an empty desk in one folder. The first link makes you its administrator.

# The page of one conversation, to which a link in a mail leads.
page-also = Answers also reach you by mail: { $email }
page-ended = This link has ended
page-ended-why = It is too old, or part of it was lost on its way. Please open it from our newest mail, or write to us again.

# Searching
console-view-found = Search
console-found-words = Words, "phrases", -without
console-found-leave = Close the search
console-found-filters = Filters
console-found-any = Any
console-found-by-from = From
console-found-by-to = To
console-found-by-subject = Subject
console-found-by-filename = File name
console-found-by-has = With
console-found-by-in = Inbox
console-found-by-channel = Channel
console-found-by-label = Label
console-found-by-is = Status
console-found-by-assigned = Assigned to
console-found-by-after = From this day on
console-found-by-before = Before this day
console-found-by-on = Day
console-found-has-attachment = an attachment
console-found-has-link = a link
console-found-has-note = notes only
console-found-channel-chat = Chat
console-found-channel-email = E-mail
console-found-assigned-me = Me
console-found-assigned-nobody = Nobody
console-found-chip = { $name }: { $value }
console-found-chip-not = { $name }: not { $value }
console-found-people = Who they are
console-found-count = { $count ->
    [0] Nothing found
    [one] One conversation
   *[other] { $count } conversations
  }
console-found-more-here = { $count ->
    [one] one more in this conversation
   *[other] { $count } more in this conversation
  }
console-found-all = Search everything for “{ $words }”
console-found-begin = What are you looking for?
console-found-begin-why = Words in any form, names, addresses, names of files. The filters narrow it down.
console-found-none-why = Try fewer words, or take a filter off. What is in an inbox that you do not see is not found.
console-found-incomplete = Older messages are still being made searchable. The newest come first.
console-found-upto = Looked through everything since { $time }.
console-found-further = Look further back
console-problem-wrong-query = This search can’t be understood.
console-found-wrong-no-day = “{ $filter }” needs a day, such as 2026-05-31, 2026-05, today or last-week.
console-found-wrong-no-such-state = “{ $filter }” can be open, pending, snoozed, closed, unread or junk.
console-found-wrong-no-such-part = “{ $filter }” can be attachment, link or note.
console-found-wrong-no-value = “{ $filter }” has no word to look for.
console-found-wrong-unknown = Nothing of this name is known for “{ $filter }”.
console-found-wrong-too-much = There are too many words and filters at once.
console-key-find = Search everything that was said

## The desk's own mail. It is read in a mail program, so no page's words stand around it.

post-hello = Hello { $name },
post-hello-you = Hello,
post-foot = This mail comes from the customer-service desk { $desk }.
post-invitation-subject = Your account at { $desk }
post-invitation = { $by } invites you to answer customers at { $desk }. Choose a password, and you can begin:
post-invitation-act = Choose a password
post-invitation-until = The link works once, until { $until }.
post-invitation-why = If you don't know what this is about, you need do nothing.
post-reset-subject = A new password for { $desk }
post-reset = Somebody, most likely you, wants to set a new password for your account at { $desk }. You can do it here:
post-reset-act = Set a new password
post-reset-until = The link works once, until { $until }.
post-reset-why = If it wasn't you, you need do nothing: your password stays as it is.
post-code-subject = Your code: { $code }
post-code = This is your code:
post-code-until = { $minutes ->
    [one] It works once, for one minute.
   *[other] It works once, for { $minutes } minutes.
  }
post-code-why = Nobody from us will ever ask you for it. If you didn't ask for a code, you need do nothing.
post-trial-subject = The desk's own mail works
post-trial = You asked the desk { $desk } to send you this mail. It has arrived, so invitations, links for new passwords and alerts will too.
post-alert-mailbox-subject = No mail is coming in: { $inbox }
post-alert-mailbox = The mail server of { $inbox } has refused the desk since { $since }. Until somebody changes something, no mail comes in there. It waits in the mailbox; nothing is lost.
post-alert-mailbox-act = Look at the settings
post-alert-mailbox-why = You are told of this once a day while it lasts, and when it is mended.
post-alert-quarantine-subject = Mail that could not be understood: { $inbox }
post-alert-quarantine = { $count ->
    [one] In { $inbox } one mail is held, because the desk could not understand it. It is kept whole, and somebody should look at it.
   *[other] In { $inbox } { $count } mails are held, because the desk could not understand them. They are kept whole, and somebody should look at them.
  }
post-alert-quarantine-act = Open the desk
post-alert-quarantine-why = You are told of this once a day while it lasts, and when nothing is held any more.
post-mended-mailbox-subject = Mail is coming in again: { $inbox }
post-mended-mailbox = The mail server of { $inbox } lets the desk in again. What has waited since { $since } is being fetched.
post-mended-quarantine-subject = No mail is held any more: { $inbox }
post-mended-quarantine = In { $inbox } nothing is held any more of what could not be understood since { $since }.

## Settings: the desk's own mail

console-set-sender = The desk's mail
console-set-sender-why = Invitations, links for new passwords and alerts to administrators come from here. Replies to customers don't: they come from their inbox.
console-sender-via = How it leaves
console-sender-via-none = Not at all
console-sender-via-inbox = Through an e-mail inbox
console-sender-via-server = Through a server of its own
console-sender-via-why-none = Links of invitations are shown to you, to hand on. Who forgets their password asks an administrator, and nobody is told of trouble by mail.
console-sender-via-why-inbox = It comes from the address of that inbox and leaves by its server.
console-sender-via-why-server = A relay that takes mail from this machine, or a mailbox of the desk's own.
console-sender-no-address = Links in these mails lead to this machine, so colleagues elsewhere can't open them. Whoever runs the server sets ESMERO_PUBLIC_URL to the address by which they reach the desk.
console-sender-inbox = Inbox
console-sender-inbox-choose = Choose an inbox
console-sender-name = Name that stands beside the address
console-sender-name-why = What people see in their list of mails.
console-sender-name-inbox = Without one it is the inbox's own.
console-sender-address = Address
console-sender-try = Send a mail to me
console-sender-trying = Sending …
console-sender-try-why = Tries it as it stands here, saved or not.
console-sender-look = The mail to { $to } is on its way. Has it arrived, and not among the junk?
console-sender-fixed = Set up by the operator
console-sender-fixed-why = The environment of the server says whom this mail comes from, so it can't be changed here.
console-sender-mails = The last mails
console-sender-mails-why = What they said is not kept.
console-sender-purpose-invitation = Invitation
console-sender-purpose-reset = Link for a new password
console-sender-purpose-code = Code
console-sender-purpose-alert = Alert
console-sender-purpose-mended = All is well again
console-sender-purpose-trial = Trial
console-sender-state-waiting = Waits
console-sender-state-sent = Sent
console-sender-state-failed = Not sent
console-sender-state-unknown = Unknown
console-set-link-mailed = This link is on its way to the person by mail. If it doesn't arrive, hand it over by a way that only they read. It works once and is shown only now.
console-mail-step-send = The server has taken the mail.
console-problem-no-picture = This picture could not be had.
console-problem-set-by-operator = The desk's own mail is set up in the environment of the server.
console-door-forgot = Forgotten your password?
console-forgot-title = A new password
console-forgot-why = Give the address with which you sign in here, and you are mailed a link for a new password.
console-forgot-go = Send the link
console-forgot-asked = If { $email } has an account here, a link is on its way to it. It works once, for an hour.
console-forgot-none = If nothing comes, look among the junk, or ask an administrator of this desk.

## Settings: senders whose mail is junk, or never is

console-set-senders = Senders
console-set-senders-why = Whose mail is junk, and whose never is. Nothing is deleted: junk lies in its folder.
console-set-senders-none = No sender is listed. You can also list one from a conversation.
console-senders-new = List a sender
console-senders-name = Address or domain
console-senders-name-why = ana@shop.example, or @shop.example for a whole domain and those below it.
console-field-not-a-sender = Write an address such as ana@shop.example, or a domain such as @shop.example.
console-senders-verdict = Their mail is
console-senders-block = Always junk
console-senders-allow = Never junk
console-senders-allow-why = Unless a server that you trust says that the sender is forged.
console-senders-where = Where
console-senders-everywhere = In all inboxes
console-senders-remove = Take { $name } off the list?
console-senders-remove-why = Mail from there is judged as anybody's again. What lies in the folder stays there.
console-junk-always = Always junk from this sender
console-junk-always-domain = Always junk from { $domain }
console-junk-never = Never junk from this sender
console-junk-never-domain = Never junk from { $domain }
console-junk-listed = Listed. You can change that in the settings, under Senders.
console-fact-junked-list = Put into junk by the list: { $name }
console-fact-junked-verdict = Put into junk by the relay's verdict: { $name }
console-fact-junked-blocked = Put into junk, since this customer is blocked

## Pictures of a mail that lie elsewhere

console-pictures-show = Show pictures
console-pictures-always = Always for this customer
console-pictures-why = The desk fetches them, so the sender doesn't learn who you are. That they were fetched, they may learn.
console-pictures-shown = Pictures from elsewhere are shown.
console-pictures-hide = Hide them again
console-pictures-of-customer = Pictures from elsewhere are always shown for this customer.
console-pictures-missing = { $count ->
    [one] One picture could not be had.
   *[other] { $count } pictures could not be had.
  }
