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
widget-connected = { $address ->
    [familiar] Conectado. Si se corta, tu mensaje se guarda y se envía solo.
   *[formal] Conectado. Si se corta, su mensaje se guarda y se envía solo.
  }
widget-offline = { $address ->
    [familiar] Sin conexión. Tu mensaje se guarda y se enviará.
   *[formal] Sin conexión. Su mensaje se guarda y se enviará.
  }
widget-offline-open = { $address ->
    [familiar] Sin conexión. Deja abierta esta página y tu mensaje se enviará.
   *[formal] Sin conexión. Deje abierta esta página y su mensaje se enviará.
  }
widget-unsure = { $address ->
    [familiar] Tu navegador no guarda nada aquí. La conversación termina con esta página.
   *[formal] Su navegador no guarda nada aquí. La conversación termina con esta página.
  }
widget-refused = Este chat no se puede usar desde aquí.

widget-answers = { $address ->
    [familiar] Te atiende { $name }
   *[formal] Le atiende { $name }
  }
widget-is-here = Está aquí.
widget-message = { $address ->
    [familiar] Escribe tu mensaje
   *[formal] Escriba su mensaje
  }
widget-send = Enviar
widget-attach = Adjuntar un archivo
widget-emoji = Emoji
widget-close = Cerrar
widget-back = Todas las formas de contacto
widget-continue = Seguir la conversación
widget-count = { $count ->
    [one] { $count } nuevo
   *[other] { $count } nuevos
  }
widget-conversation = Conversación
widget-you = { $address ->
    [familiar] Tú
   *[formal] Usted
  }
widget-said = { $name }, { $time }: { $text }
widget-typing = { $name } está escribiendo
widget-new = Nuevo
widget-below = Mensajes nuevos
widget-earlier = Mensajes anteriores
widget-erased = Este mensaje se ha eliminado.
widget-day-today = Hoy, { $time }
widget-day-yesterday = Ayer, { $time }

widget-sent = Enviado { $time }
widget-read = Leído
widget-kept = Aún sin enviar
widget-failed = No se ha enviado.
widget-again = Reintentar
widget-discard = Descartar

widget-assigned = { $address ->
    [familiar] Ahora te atiende { $name }.
   *[formal] Ahora le atiende { $name }.
  }
widget-opened = Una conversación nueva.
widget-closed = { $address ->
    [familiar] Esta conversación está cerrada. Puedes volver a escribir cuando quieras.
   *[formal] Esta conversación está cerrada. Puede volver a escribir cuando quiera.
  }
widget-reopened = Esta conversación vuelve a estar abierta.
widget-contacted = { $address ->
    [familiar] Tenemos tu dirección: si no estás aquí, respondemos allí.
   *[formal] Tenemos su dirección: si no está aquí, respondemos allí.
  }

widget-drop = { $address ->
    [familiar] Suelta aquí los archivos
   *[formal] Suelte aquí los archivos
  }
widget-remove = Quitar { $name }
widget-uploading = { $name }, enviado el { $percent }
widget-file-empty = { $name } está vacío.
widget-file-large = { $name } es demasiado grande. El máximo por archivo es { $limit }.
widget-file-kind = Aquí no se pueden enviar archivos como { $name }.
widget-file-many = { $limit ->
    [one] Cada mensaje admite un archivo.
   *[other] Cada mensaje admite hasta { $limit } archivos.
  }
widget-file-failed = { $name } no se ha podido enviar. { $reason }
widget-file-open = Abrir { $name }
widget-too-long = { $over ->
    [one] Sobra un carácter.
   *[other] Sobran { $over } caracteres.
  }

widget-reach = { $address ->
    [familiar] ¿Dónde te respondemos si ya te has ido?
   *[formal] ¿Dónde le respondemos si ya se ha ido?
  }
widget-reach-box = Correo o teléfono
widget-reach-send = { $address ->
    [familiar] Respondedme ahí
   *[formal] Respóndanme ahí
  }
widget-reach-invalid = { $address ->
    [familiar] No parece una dirección ni un número. Revísalo, por favor.
   *[formal] No parece una dirección ni un número. Revíselo, por favor.
  }
widget-reach-later = Ahora no

### Cosas pequeñas que cualquier página puede necesitar.

shared-close = Cerrar
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
console-setup-why = Administras este servicio desde el principio. Después podrás invitar a los demás.
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

console-problem-internal = Algo ha fallado en el servicio. Lo que has escrito sigue aquí. { $reference ->
    [""] Inténtalo de nuevo.
   *[other] Si se repite, díselo a quien lleva el servicio: { $reference }.
  }
console-problem-unreachable = No hay conexión con el servicio. No se ha cambiado nada; inténtalo de nuevo.
console-problem-strange = Algo entre este navegador y el servicio ha respondido en su lugar. Inténtalo de nuevo.
console-problem-unavailable = Ahora mismo el servicio no alcanza sus datos. No se ha cambiado nada; inténtalo en un momento.
console-problem-too-many = Demasiados intentos. Espera { $wait } e inténtalo de nuevo.
console-problem-forbidden = Tu función no permite hacer esto.
console-problem-not-found = Esto ya no está aquí.
console-problem-not-signed-in = Tu sesión ha terminado. Entra de nuevo.
console-problem-csrf = Esta página está anticuada. Cárgala de nuevo.
console-problem-wrong-password = El correo o la contraseña no son correctos.
console-problem-bad-input = Falta algo o hay algo incorrecto.
console-problem-too-large = Es demasiado grande.
console-problem-key-in-use = Ya está en marcha.

console-field-empty = Rellena este campo.
console-field-taken = Ya está en uso.
console-field-too-short = Es demasiado corto.
console-field-too-long = Es demasiado largo.
console-field-easy-to-guess = Es fácil de adivinar. Elige algo más largo o menos previsible.
console-field-not-a-mail-address = No parece una dirección de correo.
console-field-wrong-form = No tiene la forma esperada.
console-field-wrong = No es la contraseña actual.
console-field-unknown = Esto ya no está aquí.
