package i18n

func spanishHelp() Help {
	return Help{
		Usage:       "Uso",
		Commands:    "Comandos",
		Flags:       "Opciones",
		GlobalFlags: "Opciones de todos los comandos",
		Examples:    "Ejemplos",
		Topics:      "Más ayuda",
		ExitStatus:  "Código de salida",
		More:        "embudo COMANDO --help dice más sobre un comando; embudo help TEMA, sobre un tema.",
		Default:     "(por omisión {value})",
		ExitCodes:   "0 hecho · 1 no se pudo · 2 mal uso · 3 hecho, y la respuesta es no · 130\u00a0interrumpido",
	}
}

func spanishCommands() map[string]Command {
	return map[string]Command{
		"": {
			Use:   "COMANDO",
			Short: "Calcula hacia atrás: del dinero a los leads que hacen falta",
			Long: `embudo calcula un plan de marketing y ventas hacia atrás: del presupuesto y el
retorno que debe dar a los clientes, oportunidades, reuniones y leads que eso
requiere, para cuándo, y con qué seguridad.

Un plan es un archivo YAML corto. Lo primero: embudo init.`,
			Example: `embudo init plan.yaml
embudo plan plan.yaml
embudo plan plan.yaml --confidence 80%,90%
embudo project plan.yaml --from mql=300`,
		},
		"init": {
			Use:   "[ARCHIVO]",
			Short: "Escribe un primer plan para empezar",
			Long: `Escribe un plan comentado y válido tal como está, en plan.yaml o en el archivo
nombrado; - lo escribe en la salida estándar.

En una terminal y sin --template hace cinco preguntas (moneda, presupuesto,
retorno meta, ingreso promedio por cliente, tasas) y muestra los números que
resultan antes de escribir. Nada se sobrescribe sin --force.`,
			Example: `embudo init
embudo init feria.yaml --template fair
embudo init --template trade-mission --lang es gira.yaml`,
		},
		"validate": {
			Use:   "ARCHIVO...",
			Short: "Encuentra todos los problemas de los planes",
			Long: `Lista todos los problemas de todos los archivos de una vez, cada uno con su
lugar, su nombre estable, qué está mal y qué escribir en su lugar. Termina con 1
cuando hay alguno.`,
			Example: `embudo validate plan.yaml
embudo validate planes/*.yaml -o json`,
		},
		"plan": {
			Use:   "ARCHIVO",
			Short: "Lo que un plan requiere en cada etapa",
			Long: `Calcula un plan: cuántos clientes debe traer el presupuesto y cuántos deben
entrar para eso en cada etapa de más arriba; cuánto puede costar uno de cada
uno; en qué días debe ocurrir; si las personas alcanzan a atenderlos; y qué
probabilidad tienen esos números de alcanzar la meta.

El archivo - lee la entrada estándar.`,
			Example: `embudo plan plan.yaml
embudo plan plan.yaml --confidence 80%,90%
embudo plan plan.yaml --explain
embudo plan plan.yaml --set budget=30000 --set stages.mql.rate=35% -o csv`,
		},
		"project": {
			Use:   "ARCHIVO --from ETAPA=NÚMERO",
			Short: "Lo que se espera de volúmenes dados",
			Long: `Recorre un plan hacia adelante: con tantas entradas en una o varias etapas, qué
se espera en cada etapa de más abajo, con ingresos, retorno, la probabilidad de
alcanzar la meta del plan y el rango que contiene nueve de cada diez resultados.

Los volúmenes se suman entre sí, a lo que está en curso y a lo que entra directo;
si el plan tiene entradas así, --from se puede omitir. Con varios embudos una
etapa se nombra EMBUDO/ETAPA.`,
			Example: `embudo project plan.yaml --from mql=300
embudo project plan.yaml --from mql=300,meeting=12
embudo project plan.yaml --from inbound/mql=200 --from outbound/contact=500`,
		},
		"compare": {
			Use:   "PLAN [OTRO...]",
			Short: "El plan B junto al plan A",
			Long: `Pone un plan al lado de sus escenarios, o de otros archivos de plan: en qué
difieren, cuánto necesita cada etapa, clientes, ingresos, retorno, probabilidad,
costo admisible y capacidad, cada uno con su diferencia, y las advertencias que
solo algunos tienen.

Un escenario está en el plan, debajo de scenarios, con un nombre y lo que cambia.
Sin --scenario ni otros archivos se muestran todos los escenarios. El archivo -
lee la entrada estándar: así se comparan dos versiones de un mismo plan.`,
			Example: `embudo compare plan.yaml
embudo compare plan.yaml --scenario plan-b --confidence 90%
embudo compare plan.yaml otro.yaml -o markdown
git show HEAD~1:plan.yaml | embudo compare - plan.yaml`,
		},
		"levers": {
			Use:   "PLAN",
			Short: "Qué mueve más el resultado y qué conviene medir mejor",
			Long: `Cambia cada dato del plan por separado, un poco hacia arriba y un poco hacia
abajo, y muestra qué efecto tiene: cada tasa, el seguimiento, el ingreso medio, el
margen, el presupuesto, la meta y, si el plan los tiene, las recompras, los
referidos y los ingresos actuales.

Distingue dos cambios: 10 % más de 30 % es 33 %; 5 puntos más es 35 %. Y dos
preguntas: cuántas entradas nuevas pediría la misma meta, y qué traerían las mismas
entradas que prevé el plan. Además da el punto de equilibrio de cada dato: el valor
con que esas entradas recuperan justo el presupuesto.

Si las tasas se dan con sus casos (27/90) o como rango (20%..40%), dice qué parte de
la duda sobre el resultado causa cada una: eso es lo que conviene medir mejor.`,
			Example: `embudo levers plan.yaml
embudo levers plan.yaml --change 20% --points 2
embudo levers plan.yaml --set stages.mql.rate=27/90
embudo levers plan.yaml -o csv --output-file palancas.csv`,
		},
		"solve": {
			Use:   "PLAN --for CLAVE [--given ETAPA=NÚMERO]",
			Short: "El número con que un plan resulta",
			Long: `Deja abierto un número de un plan y encuentra el valor con que el plan resulta.

Con --given, las entradas de una etapa son las que se pueden conseguir: se busca
la tasa, el precio o el margen más bajo con que ahí no hagan falta más, o la meta
más alta, y el presupuesto más alto al que se puede pedir el retorno. Sin --given
el plan debe caber en sus propios límites: el presupuesto de cada embudo paga los
costos unitarios de lo que hace falta, y el equipo alcanza a atenderlo, si el plan
dice una capacidad; se busca entonces el presupuesto más bajo que sirve. Con
--confidence, las entradas dadas deben alcanzar la meta con esa probabilidad, no
en promedio.

El valor se redondea hacia el lado que sigue sirviendo, y se comprueba; con una
unidad menos o más ya no sirve. Si ningún valor sirve, se dice por qué y el código
de salida es 3.`,
			Example: `embudo solve plan.yaml --for stages.mql.rate --given mql=300
embudo solve plan.yaml --for target_return --given mql=300 --confidence 90%
embudo solve plan.yaml --for budget
embudo solve plan.yaml --for average_revenue_per_client --given inbound.mql=300,outbound.contact=500`,
		},
		"allocate": {
			Use:   "PLAN",
			Short: "El reparto del presupuesto que más trae",
			Long: `Reparte el presupuesto de un plan con varios embudos de modo que se espere la
mayor utilidad bruta, al lado del reparto del plan: cuánto recibe cada embudo,
cuántas entradas son arriba, qué trae cada reparto y con qué probabilidad alcanza
la meta. Se dice qué límites restringen, cuánto trae una unidad más de cada uno y
hasta dónde vale eso: uno más de presupuesto, una reunión más que el equipo
alcance a atender.

Una entrada arriba cuesta su unit_cost y lo que se espera que cuesten más abajo
quienes avanzan. Se respetan las capacidades y las partes del presupuesto que
dicen min_share y max_share de un embudo, o --min y --max. Es un programa lineal:
costos unitarios, tasas y precios son los mismos con cualquier volumen, así que
conviene decir con --max-volume hasta dónde puede crecer un canal. Si los límites
se contradicen, se nombran y el código de salida es 3.`,
			Example: `embudo allocate plan.yaml
embudo allocate plan.yaml --min eventos=10% --max inbound=60%
embudo allocate plan.yaml --max-volume inbound=500,outbound=2000 -o csv`,
		},
		"schedule": {
			Use:   "PLAN",
			Short: "Lo que toca en cada semana, mes o día",
			Long: `Reparte un plan en el calendario: cuántos deben entrar a cada etapa en cada
semana, mes o día, y cuántos en total hasta su final; el último día en que una
entrada todavía sirve para el período; y si el equipo alcanza para lo que pide
cada semana.

Las metas se reparten entre los días hábiles de la ventana de cada etapa, con el
peso que les da la estacionalidad del plan (seasonality); los feriados no se
trabajan. Las partes siempre suman los números del plan. Con --confidence, los
números son los que dan esa seguridad en vez de los promedios.`,
			Example: `embudo schedule plan.yaml
embudo schedule plan.yaml --by month --confidence 90%
embudo schedule plan.yaml --by day --output-file metas.csv
embudo schedule plan.yaml --set seasonality.agosto=50%`,
		},
		"calendar": {
			Use:   "PLAN",
			Short: "Quién hace qué y cuándo, cuánto cuesta y qué aporta",
			Long: `Ordena las actividades de un plan en un calendario: quién hace qué, cuándo y qué
recibe el cliente; los recordatorios antes de las reuniones y el seguimiento de
quienes no siguieron, con su carga por semana; el costo por fase del reloj de
arena del marketing y por embudo, frente al presupuesto; y lo que se espera de
todo eso frente a lo que requiere cada etapa.

Una fecha de una cadencia en fin de semana o feriado pasa al día hábil siguiente.
Con -o ics el resultado es un archivo iCalendar: se importa en Google Calendar,
Outlook o Apple Calendar, y de nuevo tras un cambio, con lo que se actualiza.`,
			Example: `embudo calendar plan.yaml
embudo calendar plan.yaml --week 2027-W07
embudo calendar plan.yaml --output-file plan.ics
embudo calendar plan.yaml -o csv`,
		},
		"sla": {
			Use:   "PLAN [FUENTE...]",
			Short: "Lo que se deben marketing y ventas, en una página para firmar",
			Long: `Redacta el acuerdo entre marketing y ventas que resulta de un plan: qué significan
MQL y SQL; qué debe marketing (ingresos, leads por semana y canal, ingreso promedio,
conversión), qué debe ventas (entradas, clientes, leads propios, tasa, tiempo de
respuesta, intentos, y a qué se compromete cada persona), cuántas personas hacen
falta, cómo se entregan y se devuelven los leads, y cuándo se revisa todo eso.

La página sale de los encargados de las etapas y del bloque sla: del plan, cuyas
claves son todas opcionales: dice qué falta acordar y qué escribir. Los leads que
ventas consigue por su cuenta (sales_leads) se descuentan de lo que debe marketing.
Con -o markdown y -o html trae líneas para firmar.

Con números reales, nombrados aquí o en el plan, dice de cada compromiso si se
cumplió; en cuánto tiempo se respondió, según una columna como «Primera respuesta»;
por qué se devolvieron leads; y qué hizo cada persona. El código de salida 3 dice
que un compromiso está incumplido.`,
			Example: `embudo sla plan.yaml
embudo sla plan.yaml crm.csv --as-of 2027-02-12
embudo sla plan.yaml --set sla.sales_leads=20%
embudo sla plan.yaml -o markdown --output-file acuerdo.md`,
		},
		"qualify": {
			Use:   "PLAN [LEADS...]",
			Short: "¿Qué leads se parecen al cliente ideal?",
			Long: `Compara cada lead de una exportación con las reglas de ideal_client del plan:
puntos por cada regla que cumple, y según ellos su nivel: contacto, lead o MQL.
Quien no cumple una regla con must queda fuera. Solo lo que ventas anota en las
columnas nombradas en qualification hace un SQL (necesidad confirmada) o una
oportunidad (además ve el valor, hay presupuesto y se conoce a quien decide). Un
campo vacío nunca es un sí.

--write escribe el archivo de vuelta como CSV: sus columnas tal como estaban, y
detrás embudo_score, embudo_level y embudo_reasons. El puntaje lleva el signo
decimal del archivo. Las razones: ✓ lo que cumple o ventas confirmó, ✗ lo que no
cumple, ? lo que falta saber. Si se puntúa de nuevo, quedan una sola vez.

Si la exportación dice qué fue de los leads (una etapa, una fecha, ganado o
perdido), también muestra qué reglas encuentran a quienes llegan a la última
etapa, o a la de --outcome, y a quiénes habría descartado cada umbral. - lee la
entrada estándar.`,
			Example: `embudo qualify plan.yaml leads.csv
embudo qualify plan.yaml leads.csv --write puntuados.csv
embudo qualify plan.yaml crm.xlsx#Leads --outcome sql -o json
embudo qualify plan.yaml leads.csv --set ideal_client.mql=80%`,
		},
		"check": {
			Use:   "PLAN [FUENTE...]",
			Short: "¿Va según el plan lo que pasó de verdad?",
			Long: `Lee números reales de exportaciones (CSV, Excel, JSON, YAML) o bases de datos y
los compara con el plan: lo previsto a la fecha, lo que entró, qué etapas van
con atraso, si una tasa difiere de verdad o puede ser azar, dónde el embudo
pierde gente y qué queda por hacer. - lee la entrada estándar.

Sin FUENTE se leen las que el plan lista en actuals. Termina con 3 si el plan va
con atraso o no se cumple una condición de su bloque check.`,
			Example: `embudo check plan.yaml crm.csv
embudo check plan.yaml negocios.xlsx#Negocios anuncios.csv --as-of 2027-02-15
embudo check plan.yaml crm.csv --column mql="Fecha de creación" --stage "Cerrado ganado=client"
embudo check plan.yaml crm.csv -o json --quiet`,
		},
		"forecast": {
			Use:   "PLAN [FUENTE...]",
			Short: "¿Cómo va a terminar el período?",
			Long: `Lee los números reales como embudo check y mira hacia el final del período:
cuántos entrarán a cada etapa, los ingresos y el retorno, cada uno con los
valores bajo los cuales queda en 10, 50 y 90 de cada 100 casos, y la
probabilidad de alcanzar la meta. Cuenta lo que ya entró, lo que está en camino
(de los que siguen abiertos, los más antiguos pasan con menos probabilidad) y lo
que falta por entrar, al ritmo del plan o al que se lleva. Las tasas parten del
plan y cambian con lo que ha pasado.

--confidence dice además cuántas entradas de cada etapa hacen falta desde ahora
para tener esa seguridad (si no, la del plan, u 80 %). Con --at-least 80% termina
con 3 cuando la probabilidad es menor.`,
			Example: `embudo forecast plan.yaml crm.csv
embudo forecast plan.yaml crm.csv --as-of 2027-02-15 --confidence 80%,90%
embudo forecast plan.yaml crm.csv --pace plan
embudo forecast plan.yaml crm.csv --at-least 80% -o json`,
		},
		"portfolio": {
			Use:   "PLAN...",
			Short: "Muchos planes a la vez: totales, probabilidad, personas, historial",
			Long: `Reúne varios planes: presupuesto, utilidad bruta y retorno en total, por moneda
(nunca se suma dinero de monedas distintas); la probabilidad de que los planes de
una moneda traigan juntos su utilidad bruta, de que cada plan cumpla su meta, y
cuántos la cumplen; las personas que hacen falta semana a semana cuando los
planes coinciden; y a quién nombran dos planes para los mismos días. PLAN es un
archivo, una carpeta con archivos .yaml, un patrón entre comillas, o - para la
entrada estándar.

Los planes que ya empezaron y nombran fuentes en actuals se comparan con ellas:
qué lograron los que ya terminaron, y si las probabilidades que anunciaban eran
acertadas.

Un plan que no se puede leer no oculta a los demás: el resultado tiene los que sí,
la salida de errores dice qué pasa con el resto, y termina con 1. Con
--at-least 60% termina con 3 cuando los planes de una moneda tienen menos
probabilidad de traer juntos su utilidad bruta.`,
			Example: `embudo portfolio planes/
embudo portfolio 'planes/2027-*.yaml' ferias/lima.yaml
embudo portfolio planes/ --as-of 2027-06-30 --sort chance
embudo portfolio planes/ --no-actuals --at-least 60% -o json`,
		},
		"actuals": {
			Use:   "FUENTE...",
			Short: "Qué se entiende de una exportación",
			Long: `Muestra cómo se leyó cada fuente: codificación, separador, encabezados, qué
significa cada columna, cómo se escriben fechas y números, qué filas quedaron
fuera y por qué; y las entradas de cada etapa por mes. Es lo primero que hay que
mirar cuando los números parecen raros. Con --plan se usan sus etapas y lo que
dice de sus fuentes.

Termina con 1 si antes hay que responder una pregunta sobre las fuentes.`,
			Example: `embudo actuals crm.csv
embudo actuals crm.csv --plan plan.yaml --write limpio.csv
embudo actuals negocios.csv --date-order dmy -o json`,
		},
		"learn": {
			Use:   "FUENTE...",
			Short: "Tasas, plazos y precios a partir de registros",
			Long: `Saca de los registros, un lead o negocio por fila, lo que un plan necesita
saber: la parte que avanza desde cada etapa, como evidencia y con su rango de
90 %; cuánto tarda; cuánto paga un cliente; lo mismo por cada canal con al menos
30 entradas; y quién avanzó cuándo, por mes de entrada. Al final está lo que se
puede pegar en un archivo de plan. --fragment muestra solo eso; --write lo pone
en el plan de --plan: todo lo demás del archivo queda igual y el plan sigue
siendo válido.

Quien entró hace demasiado poco para haber avanzado no cuenta ni como éxito ni
como fracaso. Las edades se cuentan hasta el último día del que hablan los
datos. Con --plan se usan sus etapas y lo que dice de sus fuentes; sin FUENTE se
leen las suyas. csv trae una fila por paso y canal o, con --triangle, una por
mes de entrada.`,
			Example: `embudo learn crm.csv
embudo learn crm.csv --fragment --output-file aprendido.yaml
embudo learn crm.csv --plan plan.yaml --since 2027-01-01 --write
embudo learn crm.csv --plan plan.yaml --triangle mql -o csv`,
		},
		"report": {
			Use:   "PLAN [FUENTE...]",
			Short: "Todo en una página, para enviar e imprimir",
			Long: `Reúne en un documento todo lo que los demás comandos dicen de un plan: lo que
hace falta, en qué se basa, para cuándo, cómo va, por dónde se fuga, dónde
terminará, lo que se hace para lograrlo y de dónde salen los números. Las partes
para las que no hay datos se omiten, y se dice cuáles.

Si -o o la terminación de --output-file no dicen otra cosa, es una página html: un
solo archivo que no necesita red, de menos de 400 KB, clara u oscura como la
prefiera quien la lee, para el teléfono y para A4. No es un veredicto: el código
de salida 3 es de embudo check.`,
			Example: `embudo report plan.yaml crm.csv --output-file informe.html
embudo report plan.yaml --output-file informe.html --force
embudo report plan.yaml crm.csv --as-of 2027-02-15 -o markdown
embudo report plan.yaml crm.csv -o json`,
		},
		"workbook": {
			Use:   "PLAN [FUENTE...]",
			Short: "El plan como una planilla de Excel que lo calcula",
			Long: `Escribe una planilla cuyas fórmulas son el plan: quien cambia una tasa en Excel o
LibreOffice ve lo que diría embudo, con los mismos redondeos. El presupuesto, la
meta, las tasas, las demoras, la capacidad y las fechas son celdas amarillas con
nombre y nota en la primera hoja; de ellas salen los números que hacen falta, los
costos, los clientes, los ingresos y el retorno, las metas por semana o por mes y
el control de los números reales, con gráficos.

Con FUENTE, o con las fuentes que nombra el plan, el control trae los números
reales hasta ahora; sin ellas se pueden escribir ahí. No incluye probabilidades
ni seguridad, ni las condiciones, actividades y escenarios del plan. Qué etapas
hay, y cuáles tienen fechas o capacidad, queda fijo.

Las planillas calculan con coma flotante, así que todo lo que se redondea se lleva
como fracción de números enteros, exacta hasta 14 dígitos; la primera hoja dice
si se cumple.`,
			Example: `embudo workbook plan.yaml --output-file plan.xlsx
embudo workbook plan.yaml negocios.csv --as-of 2027-03-31 --output-file control.xlsx
embudo workbook plan.yaml --lang en --output-file plan.xlsx --force`,
		},
		"schema": {
			Short: "El JSON Schema del archivo de plan",
			Long: `Imprime el JSON Schema (borrador 2020-12) del archivo de plan. Un editor que lo
conoce completa y revisa las claves mientras se escriben; las plantillas lo
nombran en su primera línea. -o table, csv o markdown lista en cambio las claves.`,
			Example: `embudo schema --descriptions es --output-file embudo.schema.json
embudo schema -o markdown`,
		},
		"completion": {
			Use:   "bash|zsh|fish|powershell",
			Short: "Autocompletado para una terminal",
			Long: `Imprime un script con el que la terminal completa comandos, opciones, formatos,
plantillas y las etapas de un plan.`,
			Example: `source <(embudo completion bash)
embudo completion zsh > "${fpath[1]}/_embudo"
embudo completion fish > ~/.config/fish/completions/embudo.fish`,
		},
		"help": {
			Use:   "[COMANDO|TEMA]",
			Short: "Ayuda sobre un comando o un tema",
			Long:  "Muestra la ayuda de un comando o de un tema; sin ninguno, la de embudo mismo.",
			Example: `embudo help plan
embudo help plan-file`,
		},
	}
}

func spanishFlags() map[string]Text {
	return map[string]Text{
		"output":              "el `formato` del resultado: {choices}",
		"output-file":         "escribir el resultado en este `archivo`",
		"force":               "escribir encima de un archivo que existe",
		"lang":                "el `idioma` de lo que leen las personas: {choices}",
		"color":               "`cuándo` usar color: {choices}",
		"chart":               "dibujar gráficos con las tablas también en archivos y tuberías, como en una terminal",
		"no-chart":            "no dibujar gráficos con las tablas",
		"help":                "mostrar esta ayuda",
		"version":             "mostrar la versión",
		"set":                 "cambiar una clave del plan solo esta vez: `ruta=valor`",
		"compare scenario":    "solo este `escenario` del plan; se puede repetir",
		"scenario":            "tomar el plan como lo tiene este `escenario` suyo",
		"confidence":          "decir también qué se requiere para tanta seguridad: `80%,90%`",
		"by":                  "la parte del `calendario` por la que se reparte el plan: {choices}",
		"schedule confidence": "repartir los números que dan esa seguridad en vez de los promedios: `90%`",
		"change":              "cuánto más y cuánto menos de cada dato se prueba: `10%`",
		"points":              "en cuántos puntos porcentuales se cambian los porcentajes: `5`",
		"explain":             "mostrar el cálculo, línea por línea",
		"min":                 "la menor parte del presupuesto que recibe un embudo: `embudo=parte`",
		"max":                 "la mayor parte del presupuesto que recibe un embudo: `embudo=parte`",
		"max-volume":          "el máximo de entradas nuevas que puede haber arriba en un embudo: `embudo=número`",
		"for":                 "la `clave` que hay que despejar, como la nombra --set: budget, stages.mql.rate",
		"given":               "entradas que se pueden conseguir, `etapa=número`; con varios embudos, EMBUDO.ETAPA=NÚMERO",
		"solve confidence":    "las entradas dadas deben alcanzar la meta con esta probabilidad: `90%`",
		"from":                "entradas que se ponen, `etapa=número`; con varios embudos, EMBUDO/ETAPA=NÚMERO",
		"template":            "la `plantilla` de la que se parte: {choices}",
		"column":              "qué es una columna, un significado o una etapa y su encabezado: `nombre=encabezado`",
		"stage":               "qué es un valor de la columna de etapa, una etapa, won, lost, open o ignore: `valor=etapa`",
		"encoding":            "la `codificación` de las fuentes",
		"delimiter":           "el `signo` que separa las celdas de una fuente CSV",
		"date-order":          "el `orden` de día y mes donde las fechas no lo muestran: {choices}",
		"decimal":             "el `signo` decimal donde los números no lo muestran: {choices}",
		"kind":                "qué son las filas de las fuentes, su `tipo`: {choices}",
		"header-row":          "la `fila` de los encabezados",
		"as-of":               "la `fecha` que se mira; lo posterior no cuenta (por omisión hoy)",
		"quiet":               "no mostrar nada salvo que haya atraso",
		"actuals":             "una `fuente` de números reales, como las que van después del plan",
		"plan-only":           "omitir los números reales que nombra el plan",
		"exit-zero":           "terminar con 0 aunque la respuesta sea no",
		"plan":                "el `archivo` del plan cuyas etapas cuentan",
		"write":               "escribir además las entradas como conteos limpios en este `archivo`",
		"since":               "la primera `fecha` de entrada que cuenta",
		"triangle":            "mostrar solo quién avanzó cuándo desde esta `etapa`, por mes de entrada",
		"fragment":            "mostrar solo lo que se puede pegar en un plan",
		"qualify write":       "escribir además los leads con su puntaje en este `archivo` CSV; - es la salida estándar",
		"outcome":             "la `etapa` que cuenta como éxito, en lugar de la última",
		"learn write":         "poner lo aprendido en el plan de --plan, en su lugar",
		"descriptions":        "el `idioma` de las descripciones del esquema: {choices}",
		"week":                "solo la lista de esta `semana`: 2027-W07",
		"pace":                "a qué `ritmo` entra lo que falta por entrar: {choices} (si se omite, actual cuando ya pasó un cuarto del período; antes, plan)",
		"at-least":            "terminar con 3 cuando la probabilidad es menor: `80%`",
		"sort":                "el `orden` de los planes: {choices}; los números, de mayor a menor",
		"no-actuals":          "no leer las fuentes que nombran los planes",
		"seed":                "el `número` con que empiezan los sorteos de las tasas",
	}
}

func spanishTopics() map[string]Topic {
	return map[string]Topic{
		"exit-codes": {
			Short: "Qué significa el código de salida",
			Text: `Cada comando termina con uno de estos, y nunca cambian:

  0    hecho
  1    no se pudo: la entrada no se puede leer o no es válida
  2    mal uso: un comando o una opción desconocidos, falta un argumento
  3    hecho, y la respuesta es no: el plan va atrasado, falló un umbral o
       un pronóstico o una cartera quedó bajo --at-least
  130  interrumpido

Las advertencias nunca cambian el código de salida.

Los errores van a la salida de errores, con una sugerencia debajo cuando la hay.
Con -o json un error es un objeto JSON en la salida de errores:

  {"schema":"embudo/error/v1",
   "errors":[{"name":…,"message":…,"hint":…}]}`,
		},
		"plan-file": {
			Short: "Las claves de un archivo de plan",
			Text: `Un plan es un archivo YAML. El más corto dice cuánto se puede gastar, qué
retorno debe dar, cuánto trae un cliente, y las etapas con la tasa de los que
pasan a la siguiente; la última etapa es el cliente:

  budget: 40000
  target_return: 150%
  average_revenue_per_client: 10000
  stages:
    - {id: mql, rate: 30%}
    - {id: sql, rate: 50%}
    - {id: meeting, rate: 60%}
    - {id: opportunity, rate: 25%}
    - {id: client}

El dinero es un número simple, 40000 o 1250.50, con punto decimal, sin signo y
sin separador de miles. Una tasa es 30%, 0.3, 27/90 (visto: 27 de 90) o 20%..40%
(con 90 % de seguridad está ahí dentro). Una duración es 4h, 10d, 6w (semanas),
3mo (meses) o un rango, 5d..30d. Un período es 2027, 2027-Q1, 2027-03 o
2027-01-01..2027-03-31.

Un presupuesto puede tener líneas con nombres propios, que se suman; un subsidio
es una línea menor que 0:

  budget:
    publicidad: 30000
    feria: 15000
    subsidio: -5000

Lo que podría ser distinto va debajo de scenarios: un nombre y, debajo, qué
cambia entonces, en rutas o en bloques. embudo compare lo muestra junto al plan,
y embudo check dice cuándo se cumple su condición:

  scenarios:
    plan-b:
      when: attainment.sql < 80%
      do: pasar 5000 de anuncios a eventos
      budget: 30000
      stages.sql.rate: 40%

embudo validate encuentra lo que está mal en un plan; embudo init escribe uno.

Las claves:`,
		},
		"formats": {
			Short: "Cómo se escriben los resultados",
			Text: `Todos los comandos aceptan -o, --output:

  table     para personas, tan ancho como la terminal
  markdown  para personas, para pegar en un documento
  html      para personas, para enviar e imprimir: un archivo que se abre sin red
  xlsx      una planilla para Excel y similares: números, montos y fechas como tales
  csv       solo la tabla principal, para planillas y scripts
  json      todo, para scripts; su campo schema nombra su forma

csv y json nunca cambian con el idioma, el color o el ancho: las claves están en
inglés, los números son simples, las fechas son 2027-03-31.

embudo calendar admite además ics: fechas para Google Calendar, Outlook y otros.

help, completion y --version dicen lo mismo en todos los formatos.

--output-file escribe el resultado en un archivo, entero o nada, y nunca encima de
uno que existe sin --force; ni siquiera con él encima de uno que el comando lee.
Sin -o, el formato es la terminación de su nombre: .txt, .md, .csv, .json, .html,
.xlsx, y de un calendario .ics; cualquier otra es la de un texto, salvo las de
otros programas y .yaml, que es la de un plan. Con -o la terminación es libre, pero
un libro de Excel, y nada más que un libro, se llama .xlsx.

Una página html pesa menos de 400 KB: sus tablas dejan fuera las filas que no
caben y dicen cuántas son; csv las trae todas.

Las celdas de un csv que empiezan con = + - @ o un tabulador y no son números
llevan un ' delante, para que una planilla no las ejecute. En xlsx son textos.
Lo que devuelve embudo qualify --write deja las celdas de un CSV como están: solo
se protege lo que embudo agrega, y lo que viene de otro formato.`,
		},
		"environment": {
			Short: "Preferencias y variables de entorno",
			Text: `Las preferencias vienen de las opciones, si no de variables, si no de
./.embudo.yaml, si no del archivo propio del usuario, si no son las de fábrica:

  lang    EMBUDO_LANG    en o es, o una configuración regional, es_CL; si no, deciden LC_ALL, LC_MESSAGES o LANG
  output  EMBUDO_OUTPUT  table, json, csv, markdown, html o xlsx
  color   EMBUDO_COLOR   auto, always o never

Ambos archivos tienen las claves lang, output y color. El archivo propio es
embudo/config.yaml bajo XDG_CONFIG_HOME, si no bajo ~/.config (en Windows bajo
%AppData%).

NO_COLOR apaga el color cuando color es auto. COLUMNS fija el ancho de las tablas y de
la ayuda cuando la salida no es una terminal; si no, es 80.

En una terminal se dibujan gráficos con las tablas; en otra parte, con --chart. Si
LC_ALL, LC_CTYPE o LANG nombra un juego de caracteres que no es UTF-8, o TERM es linux
o dumb, se dibujan con caracteres simples.`,
		},
	}
}
