"""The customers of the shop: their names, and what the agents have written down about some of them."""

from __future__ import annotations

CUSTOMERS: dict[str, tuple[str, ...]] = {
    "en": (
        *("Tom Weller", "Priya Nair", "Grace Okafor", "Liam Byrne", "Hannah Scott", "Owen Price", "Ruth Adeyemi"),
        *("Noah Fischer", "Ines Duarte", "Callum Reid", "Bridget Malone", "Yusuf Demir", "Alice Thornton"),
        *("Marcus Webb", "Nia Llewellyn", "George Papadakis", "Fiona Drummond", "Samuel Osei"),
    ),
    "es": (
        *("Marta Ríos", "Javier Ortega", "Lucía Navarro", "Íñigo Etxeberria", "Carmen Soler", "Pablo Quiroga"),
        *("Elena Prat", "Andrés Molina", "Sofía Cano", "Rubén Castaño", "Nuria Vidal", "Gonzalo Peña"),
        *("Ximena Aguirre", "Ramón Feijóo", "Pilar Ibáñez", "Joaquín Mena", "Rocío Luque", "Álvaro Bastida"),
    ),
    "hi": (
        *("आशा वर्मा", "रोहित मिश्रा", "नेहा गुप्ता", "संजय पटेल", "कविता जोशी", "इमरान क़ुरैशी", "दीपा राव", "अर्जुन नायर"),
        *("सुनीता यादव", "विवेक त्रिपाठी", "फ़ातिमा शेख़", "मनोज कुलकर्णी", "अंजलि देसाई", "राजेश चौहान", "पूजा मेहता"),
        *("हरप्रीत कौर", "देवेंद्र सोनी", "शालिनी अग्रवाल"),
    ),
    "hu": (
        *("Nagy Katalin", "Szabó Péter", "Kovács Zsófia", "Tóth Gergő", "Horváth Ildikó", "Varga Bálint"),
        *("Kiss Eszter", "Molnár Ákos", "Papp Judit", "Farkas Dániel", "Németh Orsolya", "Takács Levente"),
        *("Juhász Réka", "Lakatos Miklós", "Sipos Ágnes", "Fehér Botond", "Orbán Virág", "Gulyás Márton"),
    ),
}
LONG_NAME = "María de los Ángeles Fernández-Villaverde y García de la Concepción"
FROM_RIGHT = "نور الدين حداد"

ABOUT = (
    "Has bought from us since we began. Likes to be written to in the morning.",
    "Furnishes holiday flats. Orders in spring, and always asks for the certificate.",
    "Hard of hearing: no calls, please.",
    "Sends a photo with every question, and they help.",
    "Collects the old models. Ask Mr Ferrer before you promise anything.",
)
"""Notes about customers. The desk speaks English among itself."""
