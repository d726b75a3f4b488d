### El widget: lo que lee un cliente en la página de una tienda.

widget-greeting = { $address ->
    [familiar] ¿En qué te ayudamos?
   *[formal] ¿En qué le ayudamos?
  }
widget-people = { $count ->
    [one] Hay una persona aquí.
   *[other] Hay { $count } personas aquí.
  }
widget-languages = También { $list }.
widget-ways = Formas de contacto
widget-write = { $address ->
    [familiar] Escríbenos ahora
   *[formal] Escríbanos ahora
  }
widget-leave = { $address ->
    [familiar] Déjanos un mensaje
   *[formal] Déjenos un mensaje
  }
widget-box = { $address ->
    [familiar] Escribe aquí tu pregunta
   *[formal] Escriba aquí su pregunta
  }
widget-phone = { $address ->
    [familiar] Llámanos
   *[formal] Llámenos
  }
widget-email = Correo

widget-by = Respondemos antes de { $hour ->
    [1] la
   *[other] las
  } { $time }.
widget-here = Hay alguien aquí.
widget-open = Respondemos en cuanto alguien vuelva a su puesto.
widget-until = Abierto hasta { $hour ->
    [1] la
   *[other] las
  } { $time }.
widget-away = Ahora no hay nadie. Respondemos a la vuelta.
widget-today = Volvemos hoy a { $hour ->
    [1] la
   *[other] las
  } { $time }.
widget-tomorrow = Volvemos mañana a { $hour ->
    [1] la
   *[other] las
  } { $time }.
widget-weekday = Volvemos el { $weekday } a { $hour ->
    [1] la
   *[other] las
  } { $time }.
widget-date = Volvemos el { $date } a { $hour ->
    [1] la
   *[other] las
  } { $time }.
widget-waits = { $address ->
    [familiar] Puedes cerrar esta página: la respuesta te espera aquí.
   *[formal] Puede cerrar esta página: la respuesta le espera aquí.
  }

widget-trust = { $address ->
    [familiar] Viaja cifrado. Lo ven quienes te atienden y sus responsables.
   *[formal] Viaja cifrado. Lo ven quienes le atienden y sus responsables.
  }
widget-trust-plain = { $address ->
    [familiar] Lo ven quienes te atienden y sus responsables.
   *[formal] Lo ven quienes le atienden y sus responsables.
  }
talk-connected = { $address ->
    [familiar] Conectado. Si se corta, tu mensaje se guarda y se envía solo.
   *[formal] Conectado. Si se corta, su mensaje se guarda y se envía solo.
  }
talk-offline = { $address ->
    [familiar] Sin conexión. Tu mensaje se guarda y se enviará.
   *[formal] Sin conexión. Su mensaje se guarda y se enviará.
  }
talk-offline-open = { $address ->
    [familiar] Sin conexión. Deja abierta esta página y tu mensaje se enviará.
   *[formal] Sin conexión. Deje abierta esta página y su mensaje se enviará.
  }
talk-delayed = { $address ->
    [familiar] Ahora mismo no podemos recibir tu mensaje. Se guarda aquí y se enviará solo.
   *[formal] Ahora mismo no podemos recibir su mensaje. Se guarda aquí y se enviará solo.
  }
talk-unsure = { $address ->
    [familiar] Tu navegador no guarda nada aquí. La conversación termina con esta página.
   *[formal] Su navegador no guarda nada aquí. La conversación termina con esta página.
  }
talk-refused = Este chat no se puede usar desde aquí.

talk-answers = { $address ->
    [familiar] Te atiende { $name }
   *[formal] Le atiende { $name }
  }
talk-is-here = Está aquí.
widget-message = { $address ->
    [familiar] Escribe tu mensaje
   *[formal] Escriba su mensaje
  }
widget-send = Enviar
widget-attach = Adjuntar un archivo
talk-emoji = Emoji
widget-close = Cerrar
talk-back = Todas las formas de contacto
widget-continue = Seguir la conversación
talk-conversation = Conversación
talk-you = { $address ->
    [familiar] Tú
   *[formal] Usted
  }
talk-said = { $name }, { $time }: { $text }
talk-typing = { $name } está escribiendo
talk-new = Nuevo
talk-below = Mensajes nuevos
talk-earlier = Mensajes anteriores
talk-erased = Este mensaje se ha eliminado.
talk-day-today = Hoy, { $time }
talk-day-yesterday = Ayer, { $time }

talk-sent = Enviado { $time }
talk-read = Leído
talk-kept = Aún sin enviar
talk-failed = No se ha enviado.
talk-why-blocked = La otra parte ha terminado esta conversación.
talk-why-too-long = Es demasiado largo.
talk-why-too-many-files = Demasiados archivos para un mensaje.
talk-why-identity-required = { $address ->
    [familiar] Primero inicia sesión en la tienda.
   *[formal] Primero inicie sesión en la tienda.
  }
talk-held = Se ha guardado aquí. Aún no se ha enviado.
talk-lost = Los archivos de este mensaje ya no están aquí. Hay que adjuntarlos de nuevo.
talk-again = Reintentar
talk-discard = Descartar

talk-assigned = { $address ->
    [familiar] Ahora te atiende { $name }.
   *[formal] Ahora le atiende { $name }.
  }
talk-opened = Una conversación nueva.
talk-closed = { $address ->
    [familiar] Esta conversación está cerrada. Puedes volver a escribir cuando quieras.
   *[formal] Esta conversación está cerrada. Puede volver a escribir cuando quiera.
  }
talk-reopened = Esta conversación vuelve a estar abierta.
talk-contacted = { $address ->
    [familiar] Tenemos tu dirección: si no estás aquí, respondemos allí.
   *[formal] Tenemos su dirección: si no está aquí, respondemos allí.
  }

talk-drop = { $address ->
    [familiar] Suelta aquí los archivos
   *[formal] Suelte aquí los archivos
  }
talk-remove = Quitar { $name }
talk-uploading = { $name }, enviado el { $percent }
talk-file-empty = { $name } está vacío.
talk-file-large = { $name } es demasiado grande. El máximo por archivo es { $limit }.
talk-file-kind = Aquí no se pueden enviar archivos como { $name }.
talk-file-many = { $limit ->
    [one] Cada mensaje admite un archivo.
   *[other] Cada mensaje admite hasta { $limit } archivos.
  }
talk-file-failed = { $name } no se ha podido enviar. { $reason }
talk-file-lost = { $name } no llegó a enviarse antes de recargar la página. Hay que adjuntarlo de nuevo.
talk-file-open = Abrir { $name }
widget-too-long = { $over ->
    [one] Sobra un carácter.
   *[other] Sobran { $over } caracteres.
  }

talk-reach = { $address ->
    [familiar] ¿Dónde te respondemos si ya te has ido?
   *[formal] ¿Dónde le respondemos si ya se ha ido?
  }
talk-reach-box = Correo o teléfono
talk-reach-send = Quiero la respuesta ahí
talk-reach-invalid = { $address ->
    [familiar] No parece una dirección ni un número. Revísalo, por favor.
   *[formal] No parece una dirección ni un número. Revíselo, por favor.
  }
talk-reach-later = Ahora no

### Cosas pequeñas que cualquier página puede necesitar.

shared-close = Cerrar
shared-slow = El servicio tarda en responder. Lo que has escrito sigue aquí.
shared-emoji = Emojis
shared-happened = Lo que acaba de pasar
shared-show-password = Mostrar la contraseña

### La puerta de la consola: entrar, y a dónde llevan los enlaces de un solo uso.

console-email = Correo electrónico
console-password = Contraseña
console-new-password = Contraseña nueva
console-password-why = Al menos 10 caracteres. Lo mejor son unas palabras que solo tú juntarías.
console-your-name = Tu nombre
console-your-name-why = Los clientes lo ven cuando les respondes.
console-loading = Cargando
console-again = Intentar de nuevo
console-door-unreachable = No hay conexión con el servicio
console-door-unreachable-why = No se ha perdido nada. Revisa la conexión e inténtalo de nuevo.

console-door-title = Entrar
console-door-enter = Entrar
console-door-language = Idioma
console-door-forgotten = ¿Has olvidado la contraseña? Quien administra el servicio puede darte un enlace para elegir otra.
console-door-ended = Tu sesión ha terminado. Los mensajes sin enviar se guardan en este navegador.
console-door-nobody = Este servicio aún no tiene administrador
console-door-nobody-why = Al iniciarse por primera vez, el servidor mostró un enlace. Ábrelo para empezar.

console-setup-title = Te damos la bienvenida
console-setup-why = Eres la primera persona que lo administra. Después podrás invitar a las demás.
console-setup-go = Abrir el servicio
console-setup-done = Este servicio ya tiene administrador.
console-setup-no-token = El enlace no está completo. Cópialo entero, con lo que sigue al signo #.

console-join-title = Únete al equipo
console-join-why = Tienes una invitación para { $email }.
console-join-go = Unirme
console-reset-title = Elige una contraseña nueva
console-reset-why = Para { $email }. Se cerrará tu sesión en todos los demás sitios.
console-reset-go = Guardar y entrar
console-link-useless = Este enlace no funciona
console-link-useless-why = Ya se usó, o ha pasado demasiado tiempo. Pide otro a quien administra el servicio.
console-link-to-door = Ir a la entrada
console-link-to-desk = Volver al servicio

### Lo que puede fallar, por el código del problema; lo que falla en un campo.

console-problem-internal = Algo ha fallado en el servicio. Lo que has escrito sigue aquí. Inténtalo de nuevo.
console-problem-internal-named = Algo ha fallado en el servicio. Lo que has escrito sigue aquí. Si se repite, díselo a quien lleva el servicio: { $reference }.
console-problem-unreachable = No hay conexión con el servicio. Lo que has escrito sigue aquí; intentarlo de nuevo no hace nada dos veces.
console-problem-silent = El servicio no ha respondido en mucho tiempo. Lo que has escrito sigue aquí; intentarlo de nuevo no hace nada dos veces.
console-problem-strange = Algo entre este navegador y el servicio ha respondido en su lugar. Inténtalo de nuevo.
console-problem-unavailable = Ahora mismo el servicio no alcanza sus datos. No se ha cambiado nada; inténtalo en un momento.
console-problem-too-many = Demasiados intentos. Espera { $wait } e inténtalo de nuevo.
console-problem-too-many-files = Adjunta menos archivos: un mensaje no admite tantos.
console-problem-forbidden = Tu función no permite hacer esto.
console-problem-not-found = Esto ya no está aquí.
console-problem-not-signed-in = Tu sesión ha terminado. Entra de nuevo.
console-problem-csrf = Esta página está anticuada. Cárgala de nuevo.
console-problem-wrong-password = El correo o la contraseña no son correctos.
console-problem-bad-input = Falta algo o hay algo incorrecto.
console-problem-too-large = Es demasiado grande.
console-problem-key-in-use = Ya está en marcha.
console-problem-conflict = Antes ha ocurrido otra cosa. Míralo de nuevo.
console-problem-taken = Ya está en uso.
console-problem-customer-blocked = Este cliente está bloqueado. Desbloquéalo para responder.
console-problem-on-its-way = Esta respuesta ya está en camino.
console-problem-not-again = Este mensaje ya salió, espera para salir o fue sustituido por otro.
console-problem-perhaps-left = Puede que este mensaje ya haya salido. Míralo otra vez y decide.
console-problem-inbox-off = El buzón del que sale ya no está en uso. Mueve la conversación a otro y envíalo de nuevo.
console-problem-open-elsewhere = Este cliente tiene otra conversación abierta en este chat.
console-problem-moved-on = El cliente sigue en otra conversación y no vería esto aquí.
console-problem-account-disabled = Esta cuenta está desactivada.
console-problem-no-files-here = Aquí no se pueden enviar archivos.
console-problem-bad-recipient = No se puede escribir a uno de los destinatarios. Revisa las direcciones.
console-problem-bad-sender = Este buzón no envía desde esa dirección.
console-problem-cant-begin = En este buzón solo puede empezar el cliente.
console-problem-cant-forward = Desde este buzón no se puede reenviar nada.
console-problem-file-gone = Uno de los archivos ya no está. Adjúntalo de nuevo.
console-problem-wrong-type = No se aceptan archivos de este tipo.
console-problem-too-slow = Esto ha tardado demasiado. Inténtalo con algo más concreto.
console-problem-too-long = Es demasiado largo.
console-problem-newer-message = El cliente ha vuelto a escribir.
console-problem-kept = Esto se escribió hace tiempo y no se ha enviado. Léelo otra vez.
console-problem-key-reused = Esto ya se ha hecho. Carga la página de nuevo.
console-problem-foreign-origin = El servicio se usa en otra dirección que esta.
console-problem-set-up-already = El servicio ya tiene quien lo administre. Entra con tu cuenta.
console-too-long = { $over ->
    [one] Sobra un carácter.
   *[other] Sobran { $over } caracteres.
  }

console-field-empty = Completa este campo.
console-field-taken = Ya está en uso.
console-field-too-short = Es demasiado corto.
console-field-too-long = Es demasiado largo.
console-field-easy-to-guess = Es fácil de adivinar. Elige algo más largo o menos previsible.
console-field-not-a-mail-address = No parece una dirección de correo.
console-field-wrong-form = No tiene la forma esperada.
console-field-wrong = No es la contraseña actual.
console-field-unknown = Esto ya no está aquí.
console-field-no-address = A esta dirección no se puede enviar nada.
console-field-our-own = Esta es la dirección del propio buzón.

### La mesa de la consola: lo que un agente lee mientras responde.

# Lo que no tiene nombre se llama por lo que es.
console-visitor = Visitante { NUMBER($id, useGrouping: 0) }
console-someone = Alguien
console-some-team = un equipo
console-some-inbox = un buzón
console-some-label = una etiqueta
console-a-program = Un programa
console-the-desk = Esmero
console-customer = Cliente
console-unknown = No se sabe
console-you = Tú

console-views = Listas
console-open-views = Mostrar las listas
console-find = Buscar o ir
console-find-what = Un nombre, una palabra, una acción
console-view-mine = Mías
console-view-unassigned = Sin asignar
console-view-all = Todas las abiertas
console-view-every = Todas
console-view-junk = Correo no deseado
console-view-held = Retenido
console-inboxes = Buzones
console-labels = Etiquetas
console-open-ones = { $count ->
    [one] una abierta
   *[other] { $count } abiertas
  }
console-settings = Ajustes
console-sign-out = Cerrar sesión
console-be-available = Estoy aquí
console-be-away = No estoy
console-presence-available = Disponible
console-presence-away = Ausente
console-presence-offline = Sin conexión
console-theme-system = Como el sistema
console-theme-light = Claro
console-theme-dark = Oscuro
console-keys = Teclado
console-skip-list = Ir a la lista
console-skip-talk = Ir a la conversación

console-statuses = Estado
console-status-open = Abiertas
console-status-pending = Pendientes
console-status-snoozed = Pospuestas
console-status-closed = Cerradas
console-sort-waiting = por espera
console-sort-newest = recientes primero
console-sort-other-waiting = Poner primero a quien más espera
console-sort-other-newest = Poner primero lo más reciente
console-filter-off = Quitar el filtro { $name }
console-list-more = Más
console-list-more-failed = No se pudo cargar más. Inténtalo de nuevo.
console-list-failed = No se pudo cargar la lista
console-unread = sin leer
console-blocked = Bloqueado
console-writes = está escribiendo…
console-note = Nota
console-our-reply = Nuestra respuesta
console-files = { $count ->
    [one] Un archivo
   *[other] { $count } archivos
  }
console-no-words = Sin palabras
console-also-here = También la tiene abierta: { $names }
console-now = ahora
console-since = desde { $time }
console-until = hasta { $time }
console-answered = respondida
console-their-turn = le toca al cliente
console-is-closed = cerrada
console-when-tomorrow = mañana { $time }
console-when-yesterday = ayer { $time }
console-when-day = { $day } { $time }
console-priority = Prioridad
console-priority-low = baja
console-priority-normal = normal
console-priority-high = alta
console-priority-urgent = urgente

console-empty-mine = Nadie te espera
console-empty-mine-why = Aquí aparece lo que respondes o te asignan.
console-empty-mine-next = { $count ->
    [one] Una espera a alguien
   *[other] { $count } esperan a alguien
  }
console-empty-unassigned = No hay nadie sin atender
console-empty-unassigned-why = Una conversación nueva aparece aquí hasta que alguien la toma.
console-empty-all = No hay nada abierto
console-empty-all-why = En cuanto un cliente escriba, la conversación aparecerá aquí.
console-empty-pending = Nadie nos debe una respuesta
console-empty-pending-why = Aquí están las conversaciones que esperan al cliente.
console-empty-snoozed = No hay nada pospuesto
console-empty-snoozed-why = Lo que pospones vuelve a su hora, o cuando el cliente escribe.
console-empty-closed = Todavía no hay nada cerrado
console-empty-closed-why = Aquí se guardan los asuntos resueltos.
console-empty-junk = Nada indeseado
console-empty-junk-why = Aquí queda lo que nadie pidió. No se borra nada, y se recupera con una pulsación.
console-held-why = Esto llegó y no se pudo entender. Se guarda entero, y nadie ha recibido respuesta.
console-held-none = No hay nada retenido
console-held-none-why = Lo que llega y no se entiende espera aquí, entero, hasta que alguien lo mira.
console-held-tries = { $count ->
    [0] aún sin reintentar
    [one] reintentado una vez
   *[other] reintentado { $count } veces
  }
console-held-retry = Reintentar
console-held-away = Apartar
console-held-away-ask = ¿Apartarlo?
console-held-away-why = Sigue sellado, pero ya no aparece en ninguna lista ni se convierte en conversación.
console-held-understood = Ahora se entiende: está en su conversación.
console-held-still = Sigue sin entenderse. Queda retenido.

console-conversation = Conversación
console-messages = Mensajes
console-nobody = No hay ninguna elegida
console-nobody-why = Elige una conversación de la lista.
console-open-failed = No se pudo abrir esta conversación
console-gone = No te corresponde verla
console-gone-why = Se movió a un buzón de otro equipo, o nunca hubo ninguna con esta dirección.
console-unreachable = No se puede contactar con el servidor
console-back = Volver a la lista
console-open-aside = Mostrar al cliente
console-close-aside = Ocultar al cliente
console-retitle = Cambiar el asunto
console-subject = Asunto
console-yours = tuya
console-nobodys = de nadie
console-state-pending = espera al cliente
console-state-closed = cerrada
console-state-snoozed = pospuesta
console-snoozed-until = pospuesta hasta { $time }
console-agent-here = { $name } también está aquí
console-agent-writes = { $name } está escribiendo
console-others-here = { $count ->
    [one] Hay otra persona aquí
   *[other] Hay otras { $count } personas aquí
  }

console-snooze = Posponer
console-assign = Asignar
console-close = Cerrar
console-reopen = Reabrir
console-more = Más
console-reply = Responder
console-take = Asignármela
console-to-me = A mí
console-to-nobody = A nadie
console-assign-more = Asignar…
console-assign-to = Asignar a
console-teams = Equipos
console-assign-find = Un nombre o un equipo
console-snooze-more = Posponer…
console-pend = Le toca al cliente
console-reopen-now = Volver a abiertas
console-mark-unread = Marcar como no leída
console-label-more = Etiquetas…
console-priority-more = Prioridad…
console-move-more = Mover a otro buzón…
console-junk = Correo no deseado
console-not-junk = No es correo no deseado
console-done-junk = En correo no deseado: { $name }
console-block = Bloquear
console-unblock = Desbloquear
console-undo = Deshacer
console-done-closed = Cerrada: { $name }
console-done-unread = Marcada como no leída

console-day-today = Hoy
console-day-yesterday = Ayer
console-new = Nuevo
console-earlier = Mensajes anteriores
console-newest = Ir a lo más reciente
console-below = Mensaje nuevo
console-name-writes = { $name } está escribiendo
console-note-by = { $name }, nota solo para nosotros
console-erased = Estas palabras se borraron.
console-said = { $name }, { $time }: { $text }
console-said-note = Nota de { $name }, { $time }: { $text }
console-mark-queued = espera para salir
console-mark-sent = enviado
console-mark-delivered = entregado
console-mark-read = leído
console-mark-failed = no entregado
console-mark-unknown = quizá no entregado
console-mark-recalled = retirado
console-mark-bounced = devuelto
console-mark-delayed = retenido en el camino
console-mark-sending = enviando
console-mark-kept = guardado, se enviará
console-recall = Retirar
console-why-failed = No entregado. { $why }
console-why-waits = Próximo intento: { $time }. { $why }
console-why-unknown = No se puede saber si llegó. { $why }
console-why-bounced = No llegó a { $address }. { $why }
console-why-delayed = Aún no ha llegado a { $address }; el servidor lo sigue intentando. { $why }
console-why-refused = No enviado: { $reason }
console-send-again = Enviar de nuevo
console-edit-again = Cambiarlo
console-mark-replaced = sustituido
console-why-failed-to = No entregado a { $address }. { $why }
console-why-for-all = Los demás tampoco lo recibieron.
console-why-replaced = Esto no llegó. En su lugar se escribió un mensaje corregido.
console-server-said = Lo que dice el servidor
console-edit-and-send = Corregir y enviar
console-sent-again = El mensaje está de nuevo en camino.
console-unsure-title = Puede que esto ya haya llegado
console-unsure-why = El servidor tenía el mensaje entero y no contestó. Si al final llegó, llegará otro más.
console-rewrite-first = Ya hay otra respuesta empezada aquí. Envíala o bórrala antes.
console-replacing = Esto se envía en lugar del mensaje que no llegó.
console-replacing-not = Enviarlo como mensaje nuevo
console-trouble-no-such-address = No hay nadie en esta dirección.
console-trouble-mailbox-full = El buzón está lleno.
console-trouble-domain-unknown = No se puede entregar correo en este dominio. ¿Está bien escrito?
console-trouble-junk = El servidor lo toma por correo no deseado o lo rechaza por una norma propia.
console-trouble-too-large = El correo es demasiado grande, seguramente por sus archivos.
console-trouble-sender-refused = El servidor no deja que nuestra dirección envíe esto.
console-trouble-sign-in-refused = Nuestro servidor de correo no deja entrar a este buzón. Un administrador puede arreglarlo en sus ajustes.
console-trouble-server-away = No se llega al servidor de correo, o tiene problemas propios.
console-trouble-greylisted = El servidor pide paciencia antes de aceptar nuestro correo.
console-trouble-timed-out = El servidor de correo no respondió a tiempo.
console-trouble-encryption-failed = No se logró una conexión segura con el servidor de correo.
console-trouble-bad-address = No se puede enviar correo a una dirección así. ¿Está bien escrita?
console-trouble-inbox-off = El buzón ya no está en uso, o no tiene servidor de envío.
console-trouble-file-gone = Uno de sus archivos ya no está.
console-trouble-erased = Lo que había que enviar se ha borrado.
console-trouble-expired = No pudo salir a tiempo, y ya no sirve.
console-trouble-defect = El envío falló dentro de Esmero; el registro dice más.
console-trouble-outcome-unknown = El servidor de correo lo recibió entero y no contestó.
console-trouble-other = Fue rechazado.
console-discard = Descartar
console-file = { $name }, { $size }
console-machine-bounce = Aviso de entrega
console-machine-auto-reply = Respuesta automática
console-machine-list = Lista de correo
console-machine-receipt = Confirmación de lectura
console-machine-calendar = Calendario
console-copies-to = Para { $names }
console-copies-cc = Cc: { $names }
console-copies-bcc = Cco: { $names }
console-quoted = Lo que cita
console-quoted-by = Lo que cita { $name }
console-designed-show = Ver con su diseño
console-designed-hide = Ocultar el diseño
console-designed-by = El correo de { $name }, con su diseño
console-pictures-elsewhere = { $count ->
    [one] Las imágenes de otros sitios no se cargan: hay una.
   *[other] Las imágenes de otros sitios no se cargan: hay { $count }.
  }
console-source-open = Abrir el original…
console-source-title = Abrir el original
console-source-why = Recibes el correo tal como llegó, byte a byte, en un archivo. En la conversación queda dicho que lo abriste y por qué.
console-source-reason = Motivo
console-source-go = Descargar
console-conversation-number = conversación { NUMBER($id, useGrouping: 0) }

console-fact-opened = { $inbox }
console-fact-begun = { $inbox } · { $who } escribió primero
console-fact-taken = { $who } la tomó
console-fact-given = { $who } se la dio a { $name }
console-fact-team = { $who } se la dio a { $team }
console-fact-put-back = { $who } la dejó libre
console-fact-pended = { $who }: le toca al cliente
console-fact-snoozed = { $who } la pospuso hasta { $time }
console-fact-woken = volvió de su pausa
console-fact-closed = { $who } la cerró
console-fact-reopened = { $who } la reabrió
console-fact-moved = { $who } la movió a { $inbox }
console-fact-recognised = ahora es conocido: inició sesión
console-fact-continued = inició sesión: continúa en la conversación que ya tenía abierta
console-fact-labelled = { $who } puso { $labels }
console-fact-unlabelled = { $who } quitó { $labels }
console-fact-priority = { $who } puso la prioridad { $priority }
console-fact-subject = { $who } la llamó «{ $subject }»
console-fact-no-subject = { $who } quitó el asunto
console-fact-contacted = dejó una dirección: { $what }
console-facts-more = { $count ->
    [one] un cambio más
   *[other] { $count } cambios más
  }
console-fact-named = dio el nombre { $name }
console-fact-linked-stranger = Responde a un correo escrito a otra persona:
console-fact-linked-seen = Otra persona respondió a este correo:
console-fact-junked = { $who } la puso en correo no deseado
console-fact-junked-desk = clasificada como correo no deseado
console-fact-cleared = { $who }: no es correo no deseado
console-fact-joined = en copia: { $names }
console-fact-left = { $name } ya no participa
console-fact-bounced = volvió un correo para { $address }
console-fact-delayed = un correo para { $address } está retenido
console-fact-source = { $who } abrió el original: «{ $reason }»
console-fact-acknowledged = Se confirmó su llegada
console-fact-not-left = Eso no salió por correo. { $why }
console-fact-switched = El cliente sigue { $way }
console-fact-copy-queued = Lleva un rato sin leer: sale también por correo
console-fact-copy-sent = Salió por correo

console-write-what = Qué escribir
console-write-reply = Respuesta
console-write-note = Nota
console-begun = empezada
console-write-to = para { $name }
console-by-chat = por chat
console-by-email = por correo
console-by-other = por { $channel }
console-write-to-us = solo para nosotros
console-write-here = Escribe tu respuesta
console-recipients = Quién lo recibe
console-recipient-to = Para
console-recipient-cc = Cc
console-recipient-bcc = Cco
console-recipient-cc-why = Las ve todo el que recibe el correo.
console-recipient-bcc-why = Nadie más las ve.
console-recipients-many = Las direcciones se separan con comas.
console-recipient-wrong = «{ $what }» no es una dirección de correo.
console-recipient-one = Aquí va al menos una dirección.
console-recipients-too-many = Como mucho { $limit } direcciones.
console-recipients-back = Como estaba
console-begin = Mensaje nuevo
console-begin-to = Escribirle
console-forward = Reenviar
console-forward-more = Reenviar la conversación…
console-forward-title = Reenviar a un proveedor o compañero
console-forward-reply = Responder a { $name }
console-forward-by = { $name } lo reenvió a { $to }
console-forward-replied = { $name } respondió a { $to }
console-forward-answered = { $name } respondió, solo para nosotros
console-mail-from = De
console-mail-to-why-begin = La primera dirección es la del cliente. Varias se separan con comas.
console-mail-to-why-forward = El cliente no ve nada de esto. La respuesta llega aquí como nota.
console-mail-to-why-answer = El cliente no ve nada de esto.
console-mail-copies = Añadir Cc o Cco
console-mail-text-begin = Mensaje
console-mail-text-forward = Tus palabras, encima
console-mail-text-answer = Mensaje
console-mail-quotes-one = El mensaje va citado debajo, con quién lo escribió y cuándo.
console-mail-quotes-all = Todo lo hablado con el cliente va citado debajo, sin nuestras notas.
console-mail-files = Archivos que lo acompañan
console-mail-sent = En camino a { $names }
console-mail-unsent = Tu correo no se ha enviado. { $reason }
console-mail-back = Al correo
console-sight-seen = Se ven entre sí: { $names }.
console-sight-unseen = { $count ->
    [one] Nadie más ve a { $names }.
   *[other] Nadie más ve a estas personas: { $names }.
  }
console-sent-from = De { $address }
console-note-here = Escribe una nota que solo ven tus compañeros
console-attach = Adjuntar archivos
console-drop = Suelta aquí los archivos
console-send = Enviar
console-send-close = Enviar y cerrar
console-add-note = Añadir nota
console-stays-closed = Esta conversación está cerrada. Tu respuesta llega, y sigue cerrada.
console-go-there = Ir allí
console-will-send = Sin conexión. Lo que envíes se guarda y sale por sí solo.
console-writes-too = { $name } también escribe aquí
console-newer = { $count ->
    [one] { $name } escribió mientras escribías
   *[other] { $name } escribió { $count } mensajes mientras escribías
  }
console-newer-how = Pulsa Enter otra vez y tu respuesta sale tal como está.
console-blocked-why = { $name } está bloqueado, así que las respuestas no le llegan.
console-uploading = { $name } está en camino
console-file-off = Quitar { $name }
console-file-many = { $limit ->
    [one] Un mensaje lleva un archivo.
   *[other] Un mensaje lleva hasta { $limit } archivos.
  }
console-file-empty = { $name } está vacío.
console-file-large = { $name } es demasiado grande. Un archivo puede tener { $limit }.
console-file-failed = No se pudo enviar { $name }. { $reason }

console-known = Identidad confirmada
console-not-known = Identidad sin confirmar
console-reach = Contacto
console-reach-email = Correo
console-reach-phone = Teléfono
console-reach-address = Tratamiento
console-reach-form = Formulario
console-reach-x = X
console-reach-mastodon = Mastodon
console-reach-whatsapp = WhatsApp
console-reach-call = Llamada
console-reach-nothing = No se conoce ninguna dirección. Leerá tu respuesta en el chat.
console-address-formal = de usted
console-address-familiar = de tú
console-about = Sobre el cliente
console-edit = Editar
console-keep = Guardar
console-kept = Guardado
console-cancel = Cancelar
console-name = Nombre
console-language = Idioma
console-with-us = Con nosotros desde { DATETIME($date, month: "long", year: "numeric") }
console-all-matters = Mostrar las { $count }

console-snooze-until = Posponer hasta
console-snooze-find = Una hora
console-snooze-hour = Dentro de una hora
console-snooze-later = Más tarde, hoy
console-snooze-evening = Esta tarde
console-snooze-tomorrow = Mañana por la mañana
console-snooze-monday = El lunes por la mañana
console-snooze-at = Día y hora
console-snooze-past = Elige una hora que esté por venir.
console-snooze-why = Vuelve entonces, o en cuanto el cliente escriba.
console-label-find = Una etiqueta
console-no-labels = Todavía no hay etiquetas. Un supervisor puede crearlas en los ajustes.
console-priority-find = Cuánta prisa corre
console-move-to = Mover a otro buzón
console-move-find = Un buzón
console-block-title = ¿Bloquear a { $name }?
console-block-why = No se aceptarán más mensajes suyos. Puedes desbloquearlo cuando quieras.
console-none-found = No se encontró nada
console-searching = Buscando…
console-search-failed = No se pudo hacer la búsqueda.
console-command-do = Con esta conversación
console-command-go = Ir a
console-command-people = Clientes
console-command-said = Lo que se dijo

console-key-next = Conversación siguiente
console-key-previous = Conversación anterior
console-key-reply = Escribir una respuesta
console-key-note = Escribir una nota
console-key-close = Cerrar
console-key-assign = Asignar
console-key-snooze = Posponer
console-key-label = Etiquetas
console-key-unread = Marcar como no leída
console-key-forward = Reenviar la conversación
console-key-begin = Mensaje nuevo
console-key-search = Buscar
console-key-help = Esta ayuda
console-key-jump = Buscar o ir, desde cualquier sitio
console-key-send = Enviar
console-key-line = Línea nueva
console-key-back = Un paso atrás
console-letters = Teclas de una sola letra
console-letters-why = Desactívalas si dictas, o si pulsas teclas sin querer.

console-offline = { $count ->
    [0] Sin conexión. Seguimos intentándolo; lo que envíes se guarda.
    [one] Sin conexión. Hay un mensaje guardado que se enviará.
   *[other] Sin conexión. Hay { $count } mensajes guardados que se enviarán.
  }
console-try-now = Intentar ahora
console-given-to-you = { $name } te asignó una conversación

### Palabras que comparten muchas pantallas.

console-save = Guardar
console-saved = Guardado
console-copy = Copiar
console-copied = Copiado
console-done = Listo
console-remove = Quitar
console-edit-name = Cambiar { $name }
console-remove-name = Quitar { $name }
console-skip = Ir al contenido
console-role-agent = Agente
console-role-supervisor = Supervisión
console-role-administrator = Administración
console-role-why-agent = Responde en los buzones de sus equipos.
console-role-why-supervisor = Además bloquea clientes y cuida las etiquetas.
console-role-why-administrator = Ve todos los buzones y configura el servicio.
console-tint-grey = Gris
console-tint-green = Verde
console-tint-blue = Azul
console-tint-amber = Ámbar
console-tint-red = Rojo
console-tint-violet = Violeta

### Ajustes: los propios.

console-set-rooms = Ajustes
console-set-leave = Volver a las conversaciones
console-set-yours = Lo tuyo
console-set-desk = El servicio
console-set-closed = Esto es para la administración
console-set-closed-why = Tu función no abre esta sala. Quien administra el servicio puede cambiar lo que hay en ella.
console-set-unsaved = Hay cambios sin guardar.
console-set-leave-why = Si sales ahora, se pierden.
console-set-leave-go = Salir sin guardar
console-set-all-saved = Todo está guardado.
console-set-discard = Descartar

console-set-me = Perfil
console-set-look = Idioma y aspecto
console-set-theme = Claro u oscuro
console-set-password-why = Al cambiarla se cierra tu sesión en todos los demás sitios.
console-set-password-now = Contraseña actual
console-set-password-go = Cambiar la contraseña
console-set-password-done = Has cambiado la contraseña. Tu sesión se ha cerrado en los demás sitios.

console-set-notices = Avisos
console-set-notices-why = Lo que te avisa de mensajes nuevos mientras miras otra cosa.
console-set-tell = Avisarme de
console-set-tell-all = Todo lo que veo
console-set-tell-mine = Lo mío
console-set-tell-none = Nada
console-set-sound = Un sonido suave
console-set-sound-why = Solo mientras no miras la conversación.
console-set-desktop = Un aviso del navegador
console-set-desktop-why = Dice quién ha escrito y abre la conversación.
console-set-desktop-denied = Este navegador no deja que Esmero muestre avisos. Puedes permitirlo en los ajustes del navegador para este sitio.

console-set-sessions = Sesiones
console-set-sessions-title = Dónde tienes la sesión abierta
console-set-sessions-why = Si no reconoces alguno, cierra la sesión ahí y cambia la contraseña.
console-set-sessions-end = Cerrar en los demás sitios
console-set-sessions-ask = ¿Cerrar la sesión en los demás sitios?
console-set-sessions-ask-why = Aquí sigue abierta. En los demás se volverá a pedir la contraseña.
console-set-sessions-ended = Ahora tu sesión solo está abierta aquí.
console-set-session-ended = Sesión cerrada ahí.
console-set-seen = última vez: { $time }
console-set-this = Este navegador
console-set-device = Un navegador desconocido

### Ajustes: las personas.

console-set-agents = Agentes
console-set-agents-why = Quién trabaja aquí y qué puede hacer.
console-set-agent-edit = Nombre y función
console-set-agent-enable = Dejar entrar de nuevo
console-set-agent-reset = Enlace para otra contraseña
console-set-agent-disable = Cerrar el acceso
console-set-agent-disable-ask = ¿Cerrar el acceso a { $name }?
console-set-agent-disable-why = Su sesión se cierra en todas partes y no podrá entrar. Lo que escribió se queda. Puedes dejar que entre de nuevo.
console-set-do-with = Qué hacer con { $name }
console-set-disabled = Sin acceso
console-set-trainee = En formación
console-set-trainee-why = Alguien de supervisión lee sus respuestas antes de que salgan.
console-set-role = Función
console-set-invite = Invitar a alguien
console-set-invite-go = Crear el enlace
console-set-invite-again = Enlace nuevo
console-set-invitations = Con invitación
console-set-invited = Invitación para { $name }
console-set-reset-made = Contraseña nueva para { $name }
console-set-link-why = Envía este enlace por una vía que solo lea esa persona. Sirve una vez y solo se muestra ahora.
console-set-name-maybe = Nombre, si lo sabes
console-set-until = hasta el { $day }
console-set-expired = el enlace ha caducado
console-set-withdraw = Retirar
console-set-withdraw-ask = ¿Retirar la invitación para { $name }?
console-set-withdraw-why = El enlace deja de funcionar.
console-problem-last-administrator = El servicio necesita al menos una persona que lo administre. Da antes esa función a alguien más.

console-set-teams = Equipos
console-set-teams-why = Quiénes trabajan juntos y qué buzones ven.
console-set-teams-none = Aún no hay equipos. Un equipo da a sus miembros los buzones en los que responden.
console-set-team-new = Equipo nuevo
console-set-team-edit = Equipo
console-set-team-members = Miembros
console-set-team-inboxes = Ve estos buzones
console-set-team-sees = Ve { $inboxes }
console-set-team-sees-none = Aún no ve ningún buzón
console-set-team-remove = ¿Disolver { $name }?
console-set-team-remove-why = Sus miembros dejan de ver los buzones que veían por él. Las conversaciones se quedan como están.
console-set-team-remove-go = Disolver

console-set-labels = Etiquetas
console-set-labels-why = Palabras que se ponen a las conversaciones para volver a encontrarlas.
console-set-labels-none = Aún no hay etiquetas.
console-set-label-new = Etiqueta nueva
console-set-label-edit = Etiqueta
console-set-label-remove = ¿Quitar { $name }?
console-set-label-remove-why = Desaparece de todas las conversaciones. Ellas se quedan.
console-set-tint = Color

console-set-tokens = Claves de la API
console-set-tokens-why = Con una clave, un programa usa el servicio en tu nombre y ve lo que tú ves.
console-set-tokens-none = Ningún programa tiene clave.
console-set-token-new = Clave nueva
console-set-token-name-why = Para qué programa es.
console-set-token-go = Crear la clave
console-set-token-made = La clave nueva
console-set-token-made-why = Ponla donde el programa guarda sus secretos. Solo se muestra ahora.
console-set-token-remove = ¿Retirar { $name }?
console-set-token-remove-why = El programa que la usa se rechaza desde ahora.
console-set-token-used = última vez que se usó: { $time }
console-set-token-since = sin usar, creada: { $time }

### Ajustes: los buzones.

console-set-inboxes = Buzones
console-set-inboxes-why = Las vías por las que los clientes te encuentran.
console-set-inboxes-none = Aún no hay buzones. Crea uno, pon su línea en tus páginas y los clientes podrán escribirte.
console-set-inbox-new = Chat nuevo
console-set-inbox-go = Crear el chat
console-set-inbox-name-why = Como lo llama tu equipo, por ejemplo el nombre del sitio.
console-set-inbox-teams = Lo ven y responden
console-set-inbox-teams-none = Aún no hay equipos. Quien administra ve todos los buzones.
console-set-inbox-remove = Dar de baja
console-set-inbox-remove-ask = ¿Dar de baja { $name }?
console-set-inbox-remove-why = Ya nadie podrá escribir ahí. Lo que se dijo se queda para quienes podían verlo.
console-set-seen-by = Responde { $teams }
console-set-seen-by-none = Solo lo ve la administración
console-set-gone = Este buzón no está aquí
console-set-gone-why = Se dio de baja, o no te corresponde verlo.

console-set-snippet = En tus páginas
console-set-snippet-why = Pon esta línea antes del final de cada página desde la que los clientes deban poder escribirte.
console-set-part-names = Lo que ven los clientes
console-set-brand = Nombre de la empresa
console-set-brand-why = Como la conocen los clientes.
console-set-languages = Idiomas en que respondes
console-set-languages-why = El chat habla el idioma del cliente si es uno de estos; si no, el primero.
console-set-address = Cómo se trata a los clientes
console-set-formal = De usted
console-set-familiar = De tú
console-set-part-look = Saludo y color
console-set-greeting = Saludo, { $language }
console-set-greeting-own = Como lo dice el chat por sí solo
console-set-accent = Un color propio
console-set-accent-why = En lugar del verde de Esmero.
console-set-part-hours = Horario
console-set-part-hours-why = Fuera de él, el chat dice cuándo vuelves y recoge el mensaje.
console-set-hours-when = Hay alguien
console-set-always = Siempre
console-set-with-hours = A ciertas horas
console-set-week = Horario de la semana
console-set-closed-day = Cerrado
console-set-begins = { $day }, desde
console-set-ends = { $day }, hasta
console-set-span-add = { $day }: añadir horas
console-set-span-remove = { $day }: quitar estas horas
console-set-hours-order = El final va después del principio. Lo que pasa de medianoche es del día siguiente.
console-set-hours-overlap = Estas horas se solapan.
console-set-like-monday = Todos los días laborables como el { $day }
console-set-zone = Zona horaria
console-set-days-off = Días libres
console-set-day-off = Un día libre
console-set-day-off-add = Añadir el día
console-set-days-off-why = En estos días el chat está cerrado todo el día.
console-set-part-ways = Otras vías de contacto
console-set-part-ways-why = Aparecen en el directorio del chat, y en la página cuando no hay conexión con el servicio.
console-set-way = Vía
console-set-way-add = Añadir una vía
console-set-phone = Teléfono
console-set-number = Número
console-set-cost = Precio, como se dice al cliente
console-set-part-sites = Dónde puede estar
console-set-part-sites-why = Otras páginas no pueden mostrar el chat. Si no pones ninguna, puede cualquiera.
console-set-sites = Sitios, uno por línea
console-set-part-talk = Conversaciones
console-set-reopen = Horas en que sigue una conversación cerrada
console-set-reopen-why = Quien escribe de nuevo en ese tiempo vuelve a la misma conversación; después empieza otra.
console-set-answers-from = Las respuestas sin leer salen de
console-set-answers-from-why = Quien dejó el chat y una dirección recibe por correo lo que lleva cinco minutos sin leer.
console-set-answers-from-any = Un buzón del mismo equipo
console-set-files = Los clientes pueden enviar archivos
console-set-known-only = Solo clientes por los que responde tu sitio
console-set-known-only-why = Tu sitio firma quiénes son, con el secreto de abajo.
console-set-identity = Quién es quién
console-set-identity-why = Con un secreto, tu sitio puede decir al servicio quién es un cliente que ha entrado. Sin él nadie puede fingirlo.
console-set-identity-none = Aún no hay secreto. Los clientes son visitantes hasta que dicen quiénes son.
console-set-identity-there = Hay un secreto. No se puede mostrar de nuevo, solo renovar.
console-set-secret-make = Crear un secreto
console-set-secret-renew = Renovar el secreto
console-set-secret-ask = ¿Renovar el secreto?
console-set-secret-ask-why = Lo que tu sitio firma con el actual deja de valer desde este momento.
console-set-secret-made = El secreto
console-set-secret-made-why = Guárdalo en tu servidor, nunca en una página. Solo se muestra ahora.

## Inboxes: which kind, and those of e-mail

console-inbox-new = Añadir un buzón
console-inbox-new-why = ¿Por qué vía llegarán los mensajes?
console-kind-chat = Chat
console-kind-chat-why = Un botón en tus páginas. Los clientes escriben y leen ahí tus respuestas, también más tarde.
console-kind-email = Correo
console-kind-email-why = Una dirección como ayuda@tienda.example. Su correo entra aquí, y desde ella salen tus respuestas.
console-set-signature = Firma
console-set-signature-why = Va al pie de los correos que escribes, encima de la del buzón.
console-mail-new = Añadir un buzón de correo
console-mail-new-why = Para empezar bastan una dirección y su contraseña. Esmero busca los servidores.
console-mail-continue = Continuar
console-mail-go = Añadir el buzón
console-mail-made = El buzón está listo. Desde ahora entra su correo.
console-mail-looking = Buscando los servidores de { $domain } …
console-mail-look-again = Buscar de nuevo
console-mail-found-provider = Los servidores de { $domain } son conocidos y ya están puestos.
console-mail-found-autoconfig = Encontrados: { $domain } mismo dice qué servidores usa.
console-mail-found-srv = Encontrados: { $domain } mismo dice qué servidores usa.
console-mail-found-directory = Encontrados: el directorio público de Thunderbird conoce los servidores de { $domain }.
console-mail-found-mx = Encontrados en tu proveedor, adonde va el correo de { $domain }.
console-mail-found-guess = Son una suposición: existen servidores con estos nombres. Una prueba dirá si son los correctos.
console-mail-found-half = Solo se encontró uno de los dos servidores. Completa el otro.
console-mail-found-none = No se encontró nada para { $domain }. Completa los servidores; la ayuda de tu proveedor los nombra.
console-mail-name = Nombre en Esmero
console-mail-name-empty = Como lo llama tu equipo. Si lo dejas vacío, la dirección.
console-mail-name-why = Como lo llama tu equipo.
console-mail-brand-why = Los clientes lo ven junto al nombre de quien responde.
console-mail-address = Dirección de correo
console-mail-address-why = Donde escriben los clientes, y de donde salen las respuestas.
console-mail-others = Otras direcciones, una por línea
console-mail-others-why = El correo a estas también llega aquí, y se puede responder desde cada una.
console-mail-signature = Firma del buzón
console-mail-signature-why = Al pie de cada respuesta, bajo la propia de quien escribe. { $agent } y { $brand } se cambian por los nombres.
console-mail-reopen = Días en que sigue una conversación cerrada
console-mail-reopen-why = Una respuesta en ese plazo la reabre; después empieza otra.
console-mail-language = Idioma de las frases de Esmero
console-mail-language-why = Cuando no se conoce el del cliente.
console-mail-acknowledge = Confirmar el primer correo
console-mail-acknowledge-why = Quien escribe por primera vez recibe una respuesta breve, con un enlace a la página de la conversación.
console-mail-acknowledge-without = Quien escribe por primera vez recibe una respuesta breve.
console-mail-no-links = Aún no lleva el enlace a la página de la conversación: nadie ha indicado en qué dirección encuentran los clientes este centro. Quien administra el servidor lo indica con ESMERO_PUBLIC_URL.
console-mail-acknowledgement = Qué dice la confirmación
console-mail-acknowledgement-why = { $brand } será el nombre que ven los clientes.
console-mail-acknowledgement-link = El enlace a la página de la conversación va debajo.
console-mail-acknowledgement-own = Con las palabras de Esmero
console-mail-part-arriving = Cómo llega el correo
console-mail-folder = Carpeta
console-mail-folder-why = Esmero sigue esta carpeta y no cambia nada en ella.
console-mail-subaddresses = El servidor acepta ayuda+loquesea@ como ayuda@
console-mail-subaddresses-why = Así una respuesta encuentra su conversación aunque el programa de correo borre todo lo demás que la nombra. Casi todos los proveedores lo hacen; envía un correo a una dirección así para verlo.
console-mail-trusted = Servidores de confianza, uno por línea
console-mail-trusted-why = Solo se cree a estos cuando dicen de quién es un correo, o que no es deseado. Sus nombres figuran en Authentication-Results.
console-mail-part-servers = Servidores y contraseña
console-mail-part-servers-why = De dónde se recoge el correo, y a dónde se entregan las respuestas.
console-mail-servers = Servidores
console-mail-servers-none = aún ninguno
console-mail-receive = Recibir (IMAP)
console-mail-send = Enviar (SMTP)
console-mail-host = Servidor
console-mail-host-wrong = Un servidor se escribe mail.shop.example.
console-mail-security = Cifrado
console-mail-security-none = Ninguno (solo en tu propia red)
console-mail-port = Puerto
console-mail-user = Usuario, si no es la dirección
console-mail-sign-in = Inicia sesión
console-mail-sign-in-password = con contraseña
console-mail-sign-in-google = con Google (OAuth 2)
console-mail-sign-in-microsoft = con Microsoft (OAuth 2)
console-mail-sign-in-none = no hace falta
console-mail-password-why = Se cifra antes de guardarla y no se vuelve a mostrar.
console-mail-password-change = Cambiar la contraseña
console-mail-password-change-why = Nunca se muestra. Si queda vacío, sigue como está.
console-mail-kept = Hay una guardada
console-mail-kept-none = Aún no hay ninguna
console-mail-apart = Para enviar hay otra contraseña
console-mail-password-send = Contraseña para enviar
console-mail-secret-missing = Completa también esto: los secretos se guardan todos juntos.
console-mail-consent-why = El proveedor pide una aplicación propia y el consentimiento de una persona.
console-mail-client = ID de cliente
console-mail-client-secret = Secreto de cliente
console-mail-token = Token de actualización
console-mail-consent-back = Registra esta dirección de retorno en tu aplicación:
console-mail-consent-google = Iniciar sesión en Google
console-mail-consent-microsoft = Iniciar sesión en Microsoft
console-mail-consented = Esmero ya tiene permiso. Guarda para conservarlo.
console-mail-consent-none = No llegó respuesta. Inténtalo de nuevo cuando quieras.
console-mail-token-why = Se rellena al iniciar sesión arriba. Si ya tienes uno, puedes pegarlo aquí.
console-problem-no-consent = El proveedor no dio permiso. Comprueba el ID y el secreto de cliente e inicia sesión de nuevo.
console-mail-handed = Un servidor de correo propio también puede entregar el correo por LMTP o una tubería, sin servidor para recibir.
console-mail-help-how = Paso a paso
console-mail-help-sign-in = Pulsa el botón de abajo. La persona dueña del buzón inicia sesión allí y da su consentimiento.
console-mail-help-google-app = En la consola de Google Cloud crea un proyecto, activa la API de Gmail y crea un cliente OAuth del tipo «aplicación web».
console-mail-help-google-rights = En la pantalla de consentimiento añade este permiso. En una organización elige «interno»; mientras esté «en pruebas», cada consentimiento termina a los siete días.
console-mail-help-google-fill = Copia el ID y el secreto del cliente en los campos de abajo.
console-mail-help-microsoft-app = En Entra ID registra una aplicación para cuentas de cualquier organización.
console-mail-help-microsoft-rights = Añade estos permisos delegados y activa «SMTP autenticado» para el buzón.
console-mail-help-microsoft-fill = Crea un secreto de cliente y cópialo, con el ID de la aplicación, en los campos de abajo. Caduca como máximo a los 24 meses.
console-mail-help-lmtp = Postfix entrega el correo por LMTP con esta línea en transport_maps:
console-mail-help-pipe = Desde un alias o un .forward basta una tubería:
console-mail-help-handed = Deja vacío el servidor para recibir. Un correo se da por entregado cuando está en el disco de Esmero.
console-mail-test = Probar
console-mail-test-why = Inicia sesión en ambos servidores. No se envía nada.
console-mail-testing = Preguntando a ambos servidores …
console-mail-kept-elsewhere = La contraseña guardada solo vale para los servidores de antes. Escríbela de nuevo para probar estos.
console-mail-verdict-untested = Aún sin probar. Puedes añadirlo de todos modos.
console-mail-verdict-changed = Algo ha cambiado desde la prueba.
console-mail-verdict-failed = La prueba encontró un problema. Puedes guardar de todos modos.
console-mail-verdict-passed = La prueba salió bien.
console-mail-step-fine = en orden
console-mail-step-wrong = mal
console-mail-step-note = para saber
console-mail-step-connect = El servidor responde.
console-mail-step-sign-in = El servidor deja entrar a Esmero.
console-mail-step-folder = La carpeta se puede leer.
console-mail-folders = Estas existen. Pulsa una para usarla:
console-mail-no-server-receive = No hay servidor: el correo llega por el receptor propio de Esmero, o por una tubería.
console-mail-no-server-send = No hay servidor: desde este buzón no se puede enviar nada.
console-mail-says = El servidor dice: «{ $words }»
console-mail-hint-alone = { $provider } pide una contraseña hecha solo para Esmero (contraseña de aplicación), no la de la cuenta.
console-mail-hint-google = { $provider } pide una contraseña hecha solo para Esmero (contraseña de aplicación), no la de la cuenta. O bien entra con Google.
console-mail-hint-microsoft = { $provider } ya no acepta contraseñas aquí: entra con Microsoft.
console-mail-hint-switch = { $provider } deja entrar a los programas de correo solo si se activa en sus ajustes (POP3 e IMAP).
console-mail-hint-imap = { $provider } deja entrar a los programas de correo cuando se activa IMAP; con verificación en dos pasos, con una contraseña de aplicación.
console-mail-trouble-no-idle = El servidor no avisa del correo nuevo, así que se le pregunta cada 20 segundos.
console-mail-trouble-subaddresses-unknown = No se puede preguntar si el servidor acepta ayuda+loquesea@. Envía un correo a una dirección así y, si llega, actívalo en los ajustes del buzón.
console-mail-trouble-name-not-found = No hay ningún servidor con este nombre. ¿Está bien escrito?
console-mail-trouble-names-not-answered = Ahora no se puede consultar el nombre del servidor: el servicio de nombres de Esmero no contesta.
console-mail-trouble-private-address = Este nombre lleva a una red privada, adonde Esmero no entra por palabra de un desconocido.
console-mail-trouble-connection-refused = El servidor está ahí, pero nada responde en este puerto. ¿Es el puerto correcto?
console-mail-trouble-not-reachable = No hay camino hasta el servidor. Quizá lo impida un cortafuegos o la red.
console-mail-trouble-no-answer = El servidor no responde a tiempo. Quizá haya un cortafuegos, o el puerto no sea el correcto.
console-mail-trouble-dropped = El servidor cerró la conexión.
console-mail-trouble-not-a-mail-server = Algo responde ahí, pero no habla como un servidor de correo.
console-mail-trouble-certificate-expired = El certificado del servidor ha caducado (o aún no vale, si el reloj de Esmero va mal).
console-mail-trouble-certificate-name = El certificado del servidor es para otro nombre. ¿Indica el proveedor otro servidor?
console-mail-trouble-certificate-untrusted = El certificado del servidor no lo firma nadie que Esmero conozca (quizá esté autofirmado).
console-mail-trouble-tls-failed = El servidor no habla TLS en este puerto. Quizá quiera STARTTLS, u otro puerto.
console-mail-trouble-starttls-missing = El servidor no ofrece STARTTLS, así que la contraseña viajaría sin cifrar. ¿No será TLS?
console-mail-trouble-sign-in-refused = El servidor rechaza el usuario o la contraseña.
console-mail-trouble-sign-in-method = El servidor no acepta esta forma de iniciar sesión.
console-mail-trouble-consent-ended = El consentimiento para leer este buzón terminó o se retiró.
console-mail-trouble-issuer-refused = El proveedor rechaza el ID o el secreto de cliente.
console-mail-trouble-issuer-away = El servicio de inicio de sesión del proveedor no responde ahora.
console-mail-trouble-busy = El servidor no admite ahora más conexiones para este buzón.
console-mail-trouble-folder-missing = No hay ninguna carpeta con este nombre en el buzón.
console-mail-trouble-refused = El servidor rechaza lo que se le pidió.
console-mail-trouble-too-much = El servidor envía más de lo pedido, sin fin.
console-mail-trouble-storage-away = Esmero no puede guardar nada ahora; los correos esperan en el buzón.
console-mail-trouble-removed = Este buzón ya no está en uso.
console-mail-trouble-defect = La lectura de este buzón falló dentro de Esmero; el registro dice más.
console-mail-doing = Cómo va ahora
console-mail-state-ok = El correo está entrando.
console-mail-state-connecting = Conectando …
console-mail-state-waiting = Ahora no entra correo.
console-mail-state-refused = No entra correo: alguien tiene que hacer algo.
console-mail-state-none = Aún nadie ha mirado este buzón. Empieza en unos segundos.
console-mail-state-handed = No hay servidor para recibir. El correo llega por el receptor propio de Esmero, o por una tubería.
console-mail-mark-refused = Te necesita
console-mail-mark-waiting = En espera
console-mail-waiting-again = Esmero lo sigue intentando por sí solo, y el correo espera en el buzón. Si dura, revisa los servidores de abajo.
console-mail-refused-again = Hasta entonces el correo espera en el buzón, y Esmero lo intenta pocas veces, para que no se bloquee la cuenta.
console-mail-do-sign-in-refused = Cambia abajo la contraseña o el usuario.
console-mail-do-sign-in-method = Elige abajo, en «Servidores», otra forma de iniciar sesión.
console-mail-do-consent-ended = Alguien tiene que volver a entrar con el proveedor; pon abajo el nuevo token de actualización.
console-mail-do-issuer-refused = Pon abajo el ID y el secreto de cliente correctos.
console-mail-do-folder-missing = Elige abajo otra carpeta; una prueba muestra las que hay.
console-mail-since = Así desde
console-mail-last = Último correo
console-mail-last-none = aún ninguno
console-mail-told = Correo nuevo
console-mail-told-once = entra al momento
console-mail-told-asked = se pregunta cada 20 segundos
console-mail-later = No se pudo recoger
console-mail-later-count = { $count ->
    [one] { $count } correo; se intentará de nuevo
   *[other] { $count } correos; se intentarán de nuevo
  }
console-mail-large = Demasiado grandes
console-mail-large-count = { $count ->
    [one] { $count } correo; se queda en el buzón
   *[other] { $count } correos; se quedan en el buzón
  }

## The demo

demo-title = una demostración que no guarda nada
demo-tour = Hacer el recorrido
demo-language = Idioma
demo-show = Qué mirar
demo-shop = La tienda
demo-mailbox = El correo
demo-sides = El lado del cliente
demo-console = La consola
demo-director = Dirección
demo-director-what = Haga que pase algo y mire qué hace cada lado.
demo-who = La consola de
demo-console-of = La consola de { $name }
demo-alone = Abrir aparte
demo-see = Verlo en la consola
demo-see-mailbox = Verlo en el correo
demo-left = quedan { $seconds } s
demo-phone = En un teléfono
demo-phone-code = Un código que lleva un teléfono a la tienda
demo-phone-how = Léalo con un teléfono de la misma red, o abra en él { $address }.
demo-phone-none = Esta demostración solo responde a este equipo. Iníciela así para que llegue también un teléfono de la misma red:
demo-act-angry = Escribe alguien muy enfadado
demo-act-kind = Escribe alguien amable
demo-act-letter = Un cliente escribe un correo
demo-act-supplier = Se pregunta a un proveedor
demo-act-down = El servidor del cliente no responde
demo-act-bounce = Un correo vuelve
demo-act-away = Se cruzan dos máquinas
demo-act-cut = Cortar la red
demo-act-home = Todos se van a casa
demo-act-skip = Saltar dos horas
demo-act-reset = Empezar de nuevo
demo-said-angry = { $name } ha perdido la paciencia y espera una respuesta.
demo-said-kind = { $name } pregunta algo, en otro idioma.
demo-said-letter = { $name } ha escrito un correo sobre una lámpara rota, con una foto.
demo-said-supplier = { $name } pide una pieza y el equipo le pasa la pregunta a { $supplier }, que contestará en un momento.
demo-said-supplier-over = { $supplier } ha contestado. En la consola queda como nota, con precio y todo; { $name } nunca la recibe.
demo-said-down = El servidor de correo de { $name } pide paciencia. La respuesta espera en la consola y se vuelve a intentar.
demo-said-down-over = El servidor ha vuelto. La respuesta sale en el próximo intento; saltar dos horas lo adelanta.
demo-said-bounce = La respuesta a { $name } vuelve: nadie tiene esa dirección. La consola lo muestra junto a la respuesta, y { $name } espera de nuevo.
demo-said-away = { $name } no está, y una máquina contesta a la respuesta. La consola la archiva y no contesta a ninguna máquina.
demo-said-away-over = { $name } ha vuelto y la máquina calla.
demo-said-cut = La línea está cortada. Escriba mientras en los dos lados: lo que escriba se guarda.
demo-said-cut-over = La línea ha vuelto, y los dos lados se ponen al día solos.
demo-said-home = Todos están ausentes. El chat ya no promete a nadie. El mismo botón los trae de vuelta.
demo-said-back = Todos han vuelto.
demo-said-skip = En la consola son dos horas más tarde.
demo-said-reset = Todo empieza de nuevo. Tarda unos segundos.
demo-said-failed = No ha funcionado. Puede que la demostración haya terminado; iníciela otra vez.
demo-mail-title = Correo
demo-mail-whose = De quién es el buzón
demo-mail-write = Escribir
demo-mail-list = Cartas
demo-mail-letter = Carta
demo-mail-choose = Elija una carta o escriba una.
demo-mail-empty = Todavía no ha llegado nada.
demo-mail-no-subject = (sin asunto)
demo-mail-with-files = con archivos
demo-mail-unread = sin leer
demo-mail-back = Volver a la lista
demo-mail-me = Yo
demo-mail-by = Carta de { $name }
demo-mail-to-whom = para { $names }
demo-mail-automatic = automática
demo-mail-reply = Responder
demo-mail-reply-all = Responder a todos
demo-mail-to = Para
demo-mail-cc = Copia
demo-mail-subject = Asunto
demo-mail-text = Texto
demo-mail-send = Enviar
demo-mail-attach = Adjuntar un archivo
demo-mail-drop = Quitar { $name }
demo-mail-discard = Descartar
demo-mail-sent = Enviado.
demo-mail-new = Carta nueva de { $name }: { $subject }
demo-mail-no-address = Una de estas no es una dirección de correo.
demo-mail-nothing = Aún no hay nada que enviar, o es demasiado.
demo-mail-too-large = Estos archivos son demasiado grandes para un solo correo.
demo-back = Atrás
demo-next = Siguiente
demo-skip = Terminar el recorrido
demo-end = Explorar
demo-step-of = { $step } de { $steps }
demo-step-welcome-title = Cinco minutos
demo-step-welcome-text = Usted es los dos lados de una conversación: cliente en la tienda y agente en la consola. Aquí no se guarda nada, así que pruébelo todo.
demo-step-shop-title = La primera pantalla es un directorio
demo-step-shop-text = Pulse el botón redondo de la tienda. Dice todas las formas de contactar y si hay alguien ahora mismo.
demo-step-write-title = Escriba como cliente
demo-step-write-text = Pregunte algo. La pequeña marca solo aparece cuando su mensaje está guardado en el disco del servidor.
demo-step-answer-title = Conteste como agente
demo-step-answer-text = Su mensaje está en Sin asignar, donde va primero quien más ha esperado. Ábralo, escriba y pulse Enter: desde entonces es suyo.
demo-step-note-title = Una nota es solo nuestra
demo-step-note-text = Elija Nota, o pulse n, y escriba una. Es amarilla, y el cliente no la recibe nunca.
demo-step-newer-title = La gente escribe a ráfagas
demo-step-newer-text = Empiece una respuesta y deje que el cliente escriba otra vez antes de enviarla. Primero se ve su mensaje; con otro Enter sale la de usted.
demo-step-mailbox-title = El mismo cliente por correo
demo-step-mailbox-text = Este es el buzón de un cliente. Escriba a la tienda o conteste a la carta que hay: llega a la consola por correo de verdad. La consola contesta al momento con un enlace: púlselo, y el correo sigue en directo.
demo-step-mail-title = Un hilo en los dos lados
demo-step-mail-text = Conteste desde la consola. La respuesta llega al buzón en segundos, debajo de la carta a la que pertenece y con lo citado al pie.
demo-step-cut-title = Corte la red
demo-step-cut-text = Después escriba en los dos lados. Ambos dicen qué guardan y se ponen al día solos: nada se pierde, nada se repite.
demo-step-home-title = No hay nadie
demo-step-home-text = Mande a todos a casa. El chat deja de prometer a una persona, toma el mensaje y pregunta dónde contestar.
demo-step-colleague-title = Un compañero ve lo mismo
demo-step-colleague-text = Elija a Béla. Lo que hizo Ana está ahí, y también el buzón de mayoristas, que ella no ve. «Abrir aparte» deja a los dos trabajando a la vez.
demo-step-keys-title = Todo con el teclado
demo-step-keys-text = En la consola, pulse ? para ver la lista: j y k recorren, r contesta, e cierra, Ctrl K lleva a cualquier parte.
demo-step-yours-title = Y la suya
demo-step-yours-text = bin/serve empieza un servicio vacío en una carpeta. El primer enlace le permite administrarlo.

# The page of one conversation, to which a link in a mail leads.
page-also = También le respondemos por correo: { $email }
page-ended = Este enlace ya no es válido
page-ended-why = Es demasiado antiguo o se perdió una parte por el camino. Ábralo desde nuestro último correo o escríbanos de nuevo.

# Buscar
console-view-found = Buscar
console-found-words = Palabras, "frases", -sin
console-found-leave = Cerrar la búsqueda
console-found-filters = Filtros
console-found-any = Cualquiera
console-found-by-from = De
console-found-by-to = Para
console-found-by-subject = Asunto
console-found-by-filename = Nombre del archivo
console-found-by-has = Con
console-found-by-in = Buzón
console-found-by-channel = Canal
console-found-by-label = Etiqueta
console-found-by-is = Estado
console-found-by-assigned = Asignado a
console-found-by-after = Desde este día
console-found-by-before = Antes de este día
console-found-by-on = Día
console-found-has-attachment = un adjunto
console-found-has-link = un enlace
console-found-has-note = solo notas
console-found-channel-chat = Chat
console-found-channel-email = Correo
console-found-assigned-me = Yo
console-found-assigned-nobody = Nadie
console-found-chip = { $name }: { $value }
console-found-chip-not = { $name }: no { $value }
console-found-people = Quién es
console-found-count = { $count ->
    [0] No se encontró nada
    [one] Una conversación
   *[other] { $count } conversaciones
  }
console-found-more-here = { $count ->
    [one] una más en esta conversación
   *[other] { $count } más en esta conversación
  }
console-found-all = Buscar «{ $words }» en todo
console-found-begin = ¿Qué buscas?
console-found-begin-why = Palabras en cualquiera de sus formas, nombres, direcciones, nombres de archivos. Los filtros acotan la búsqueda.
console-found-none-why = Prueba con menos palabras o quita un filtro. Lo que está en un buzón que no ves no se encuentra.
console-found-incomplete = Los mensajes más antiguos todavía se están preparando para la búsqueda. Los más recientes van primero.
console-found-upto = Se ha buscado en todo desde { $time }.
console-found-further = Buscar más atrás
console-problem-wrong-query = Esta búsqueda no se entiende.
console-found-wrong-no-day = «{ $filter }» necesita un día, como 2026-05-31, 2026-05, hoy o ayer.
console-found-wrong-no-such-state = «{ $filter }» puede ser abierto, pendiente, pospuesto, cerrado, unread o spam.
console-found-wrong-no-such-part = «{ $filter }» puede ser adjunto, enlace o nota.
console-found-wrong-no-value = «{ $filter }» no tiene ninguna palabra que buscar.
console-found-wrong-unknown = No se conoce nada con ese nombre en «{ $filter }».
console-found-wrong-too-much = Son demasiadas palabras y filtros a la vez.
console-key-find = Buscar en todo lo que se ha dicho

## El correo propio del centro de atención. Se lee en un programa de correo, sin las palabras de ninguna página alrededor.

post-hello = Hola, { $name }:
post-hello-you = Hola:
post-foot = Este correo viene del centro de atención { $desk }.
post-invitation-subject = Tu cuenta en { $desk }
post-invitation = { $by } te invita a atender a clientes en { $desk }. Elige una contraseña y puedes empezar:
post-invitation-act = Elegir una contraseña
post-invitation-until = El enlace funciona una sola vez, hasta el { $until }.
post-invitation-why = Si no sabes de qué se trata, no tienes que hacer nada.
post-reset-subject = Una contraseña nueva para { $desk }
post-reset = Alguien, lo más probable que tú, quiere poner una contraseña nueva a tu cuenta en { $desk }. Puedes hacerlo aquí:
post-reset-act = Poner una contraseña nueva
post-reset-until = El enlace funciona una sola vez, hasta el { $until }.
post-reset-why = Si no has sido tú, no tienes que hacer nada: la contraseña sigue siendo la misma.
post-code-subject = Código: { $code }
post-code = Este es el código:
post-code-until = { $minutes ->
    [one] Funciona una sola vez, durante un minuto.
   *[other] Funciona una sola vez, durante { $minutes } minutos.
  }
post-code-why = Nadie de nuestra parte pedirá nunca este código. Sin haberlo solicitado, no hay que hacer nada.
post-trial-subject = El correo propio del centro funciona
post-trial = Has pedido que { $desk } te envíe este correo. Ha llegado, así que también llegarán las invitaciones, los enlaces para contraseñas nuevas y los avisos.
post-alert-mailbox-subject = No entra correo: { $inbox }
post-alert-mailbox = El servidor de correo de { $inbox } rechaza la conexión desde { $since }. Hasta que alguien cambie algo, allí no entra correo. Espera en el buzón; no se pierde nada.
post-alert-mailbox-act = Ver los ajustes
post-alert-mailbox-why = Este aviso llega una vez al día mientras dure, y otra cuando se arregle.
post-alert-quarantine-subject = Correo que no se ha podido entender: { $inbox }
post-alert-quarantine = { $count ->
    [one] En { $inbox } hay un correo retenido porque no se ha podido entender. Se conserva entero, y alguien debería mirarlo.
   *[other] En { $inbox } hay { $count } correos retenidos porque no se han podido entender. Se conservan enteros, y alguien debería mirarlos.
  }
post-alert-quarantine-act = Abrir el centro
post-alert-quarantine-why = Este aviso llega una vez al día mientras dure, y otra cuando ya no haya nada retenido.
post-mended-mailbox-subject = Vuelve a entrar correo: { $inbox }
post-mended-mailbox = El servidor de correo de { $inbox } vuelve a admitir la conexión. Se está recogiendo lo que esperaba desde { $since }.
post-mended-quarantine-subject = Ya no hay correo retenido: { $inbox }
post-mended-quarantine = En { $inbox } ya no queda retenido nada de lo que no se pudo entender desde { $since }.

## Ajustes: el correo propio del centro

console-set-sender = Correo del centro
console-set-sender-why = De aquí salen las invitaciones, los enlaces para contraseñas nuevas y los avisos a administradores. Las respuestas a clientes no: salen de su bandeja.
console-sender-via = Cómo sale
console-sender-via-none = No sale
console-sender-via-inbox = Por una bandeja de correo
console-sender-via-server = Por un servidor propio
console-sender-via-why-none = Los enlaces de las invitaciones se te muestran para que los entregues. Quien olvida la contraseña pregunta a un administrador, y de los problemas no se avisa por correo.
console-sender-via-why-inbox = Sale de la dirección de esa bandeja y por su servidor.
console-sender-via-why-server = Un servidor que acepta correo de esta máquina, o un buzón propio del centro.
console-sender-no-address = Los enlaces de estos correos llevan a esta máquina, así que no se abren desde otro sitio. Quien administra el servidor indica en ESMERO_PUBLIC_URL la dirección por la que se llega al centro.
console-sender-inbox = Bandeja
console-sender-inbox-choose = Elige una bandeja
console-sender-name = Nombre junto a la dirección
console-sender-name-why = Lo que se ve en la lista de correos.
console-sender-name-inbox = Si falta, es el de la bandeja.
console-sender-address = Dirección
console-sender-try = Enviarme un correo
console-sender-trying = Enviando …
console-sender-try-why = Se prueba tal como está aquí, guardado o no.
console-sender-look = El correo a { $to } está en camino. ¿Ha llegado, y no entre el correo no deseado?
console-sender-fixed = Configurado por quien opera el servidor
console-sender-fixed-why = El entorno del servidor dice de quién sale este correo, así que aquí no se puede cambiar.
console-sender-mails = Últimos correos
console-sender-mails-why = Lo que decían no se guarda.
console-sender-purpose-invitation = Invitación
console-sender-purpose-reset = Enlace para una contraseña nueva
console-sender-purpose-code = Código
console-sender-purpose-alert = Aviso
console-sender-purpose-mended = Todo vuelve a ir bien
console-sender-purpose-trial = Prueba
console-sender-state-waiting = En espera
console-sender-state-sent = Enviado
console-sender-state-failed = No enviado
console-sender-state-unknown = No se sabe
console-set-link-mailed = Este enlace va de camino por correo. Si no llega, entrégalo por una vía que solo lea esa persona. Funciona una sola vez y solo se muestra ahora.
console-mail-step-send = El servidor ha aceptado el correo.
console-problem-no-picture = Esta imagen no se ha podido traer.
console-problem-set-by-operator = El correo propio del centro está configurado en el entorno del servidor.
console-door-forgot = ¿Has olvidado la contraseña?
console-forgot-title = Una contraseña nueva
console-forgot-why = Escribe la dirección con la que entras aquí y recibirás por correo un enlace para una contraseña nueva.
console-forgot-go = Enviar el enlace
console-forgot-asked = Si { $email } tiene aquí una cuenta, un enlace va de camino. Funciona una sola vez, durante una hora.
console-forgot-none = Si no llega nada, mira entre el correo no deseado o pregunta a quien administra el servicio.

## Ajustes: remitentes cuyo correo es no deseado, o no lo es nunca

console-set-senders = Remitentes
console-set-senders-why = De quién es siempre no deseado el correo, y de quién no lo es nunca. No se borra nada: lo no deseado queda en su carpeta.
console-set-senders-none = No hay ningún remitente en la lista. También se puede añadir uno desde una conversación.
console-senders-new = Añadir un remitente
console-senders-name = Dirección o dominio
console-senders-name-why = ana@shop.example, o @shop.example para un dominio entero y los que dependen de él.
console-field-not-a-sender = Escribe una dirección como ana@shop.example, o un dominio como @shop.example.
console-senders-verdict = Su correo es
console-senders-block = Siempre no deseado
console-senders-allow = Nunca no deseado
console-senders-allow-why = Salvo que un servidor de confianza diga que el remitente es falso.
console-senders-where = Dónde
console-senders-everywhere = En todas las bandejas
console-senders-remove = ¿Quitar { $name } de la lista?
console-senders-remove-why = El correo de ahí vuelve a juzgarse como cualquier otro. Lo que está en la carpeta se queda allí.
console-junk-always = Siempre no deseado de este remitente
console-junk-always-domain = Siempre no deseado de { $domain }
console-junk-never = Nunca no deseado de este remitente
console-junk-never-domain = Nunca no deseado de { $domain }
console-junk-listed = Está en la lista. Se puede cambiar en los ajustes, en Remitentes.
console-fact-junked-list = Apartado como no deseado por la lista: { $name }
console-fact-junked-verdict = Apartado como no deseado por el veredicto del servidor: { $name }
console-fact-junked-blocked = Apartado como no deseado, porque este cliente está bloqueado

## Imágenes de un correo que están en otra parte

console-pictures-show = Mostrar imágenes
console-pictures-always = Siempre para este cliente
console-pictures-why = Las trae el centro, así que el remitente no sabe quién eres. Que se han traído, puede saberlo.
console-pictures-shown = Se muestran imágenes de otra parte.
console-pictures-hide = Volver a ocultarlas
console-pictures-of-customer = Las imágenes de otra parte se muestran siempre para este cliente.
console-pictures-missing = { $count ->
    [one] Una imagen no se ha podido traer.
   *[other] { $count } imágenes no se han podido traer.
  }
