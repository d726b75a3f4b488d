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
