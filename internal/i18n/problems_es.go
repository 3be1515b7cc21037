package i18n

// problemsSpanish says what is wrong with a plan file, in Spanish.
func problemsSpanish() map[string]Problem {
	return map[string]Problem{
		// the file
		"file-too-large": {
			"el archivo pesa más de {max}",
			"dejar solo el plan en su archivo; los datos, como una exportación del CRM, van en archivos aparte",
		},
		"empty-file": {
			"el archivo está vacío",
			"escribir al menos budget, una meta, average_revenue_per_client y stages",
		},
		"binary-file": {
			"el archivo no es de texto",
			"guardar el plan como texto sin formato en UTF-8, no como planilla ni documento",
		},
		"utf-16": {
			"el archivo está en UTF-16",
			"guardarlo como UTF-8; en el Bloc de notas: Guardar como, Codificación UTF-8",
		},
		"not-utf-8": {
			"este carácter no está en UTF-8",
			"guardar el archivo como UTF-8; en el Bloc de notas: Guardar como, Codificación UTF-8",
		},
		"looks-like-export": {
			"esto parece una exportación con columnas, no un plan",
			"nombrar primero el plan y después la exportación, por ejemplo embudo check plan.yaml export.csv; embudo init escribe un plan",
		},
		"second-document": {
			"aquí comienza un segundo documento",
			"un archivo contiene un solo plan: quitar todo desde este --- o guardarlo en otro archivo",
		},

		// YAML
		"yaml-syntax": {
			"esta línea no se puede leer como YAML",
			"escribir clave: valor, una clave por línea, y poner entre comillas dobles los textos con signos",
		},
		"tab-indentation": {
			"esta línea tiene sangría con tabulador",
			"usar espacios para la sangría, dos por cada nivel",
		},
		"bad-indentation": {
			"esta línea tiene una sangría distinta de sus vecinas",
			"comenzar las claves de un mismo bloque en la misma columna, dos espacios más adentro que el bloque",
		},
		"control-character": {
			"aquí hay un carácter de control",
			"borrarlo; puede ser invisible, así que conviene reescribir la palabra anterior y la siguiente",
		},
		"unclosed-quote": {
			"la comilla que comienza aquí nunca se cierra",
			"escribir la misma comilla al final del texto",
		},
		"unclosed-bracket": {
			"el corchete o la llave que comienza aquí no se cierra",
			"separar sus partes con comas y cerrar con el signo correspondiente",
		},
		"bad-escape": {
			"la barra invertida no inicia ninguna secuencia conocida",
			"escribir dos barras invertidas o poner el texto entre comillas simples",
		},
		"missing-colon": {
			`"{got}" no es una clave ni un elemento de lista`,
			"escribir clave, dos puntos, espacio y valor, por ejemplo budget: 40000",
		},
		"missing-dash": {
			"aquí comienza otro elemento de la lista sin su guion",
			"escribir {want}, con el guion debajo de los de los elementos anteriores",
		},
		"no-break-space": {
			"aquí hay un espacio de no separación ({got}), como los de Word y las páginas web",
			"borrarlo y escribir un espacio común; a la vista son iguales",
		},
		"other-space": {
			"aquí hay un carácter que solo parece un espacio, o no se ve ({got})",
			"borrarlo y escribir un espacio común donde haga falta",
		},
		"other-dash": {
			"un elemento de una lista no puede comenzar con {got}",
			"escribir el guion del teclado: {want}",
		},
		"other-quotes": {
			"{got} está entre comillas de procesador de textos",
			"escribir {want}",
		},
		"missing-space": {
			`a "{got}" le falta un espacio`,
			"escribir {want}",
		},
		"colon-in-text": {
			"el texto {got} contiene dos puntos",
			"ponerlo entre comillas: {want}",
		},
		"bracket-in-text": {
			"el texto {got} contiene un corchete o una llave",
			"ponerlo entre comillas: {want}",
		},
		"text-after-quote": {
			"el texto sigue después de la comilla de cierre: {got}",
			"escribir {want}",
		},
		"reserved-character": {
			"un valor no puede comenzar con {got}",
			"ponerlo entre comillas: {want}",
		},
		"merge-key": {
			"los planes no combinan bloques con <<",
			"escribir las claves completas o usar *nombre para un valor entero",
		},
		"yaml-tag": {
			"la etiqueta {got} no tiene significado en un plan",
			"borrar la etiqueta y dejar el valor",
		},
		"unknown-alias": {
			"nada se llama {got}",
			"escribir & y el nombre antes del valor al que se refiere, más arriba",
		},
		"alias-of-itself": {
			"{got} está dentro del mismo valor al que se refiere",
			"escribir el valor completo en lugar de {got}",
		},
		"too-many-aliases": {
			"los alias agregan aquí más de {max} valores",
			"escribir los valores completos o usar menos alias de alias",
		},
		"too-many-values": {
			"el archivo tiene más de {max} valores",
			"dejar solo el plan en su archivo; los datos, como una exportación del CRM, van en archivos aparte",
		},
		"too-many-problems": {
			"hay más de {max} problemas; los demás no se muestran",
			"revisar que este archivo sea el plan, corregir los primeros y volver a ejecutar",
		},
		"too-deep": {
			"los valores están anidados a más de {max} niveles",
			"quitar niveles; un plan necesita unos seis",
		},

		// keys
		"plan-not-mapping": {
			"el archivo no es un plan: no tiene claves",
			"escribir una clave por línea, por ejemplo budget: 40000",
		},
		"mapping-expected": {
			"{key} debe tener sus propias claves",
			"escribir en su lugar sus claves, una por línea, por ejemplo {want}",
		},
		"list-expected": {
			"{key} debe ser una lista",
			"escribir debajo, una línea por elemento: {want}",
		},
		"value-expected": {
			"{key} lleva un solo valor, no una lista ni un bloque",
			"escribir {example}",
		},
		"key-not-text": {
			"una clave debe ser una palabra simple",
			"escribir una palabra, dos puntos y un espacio, por ejemplo budget: 40000",
		},
		"duplicate-key": {
			"{key} aparece dos veces; también está en la línea {line}",
			"dejar una de las dos",
		},
		"missing-key": {
			"falta {key}",
			"escribir {want}",
		},
		"missing-value": {
			"{key} no tiene valor",
			"escribir {example}, o quitar la clave si es opcional",
		},
		"misspelt-key": {
			"{key} no es una clave",
			"escribir {want}",
		},
		"unknown-key": {
			"{key} no es una clave",
			"claves posibles aquí: {known}",
		},
		"key-belongs-at-top": {
			"{key} no va aquí",
			"mover {name} al inicio del archivo, sin sangría",
		},
		"key-belongs-in-stage": {
			"{key} no va aquí",
			"mover {name} a una etapa, junto a su id",
		},
		"key-belongs-in-capacity": {
			"{key} no va aquí",
			"mover {name} debajo de capacity, dentro de una etapa",
		},
		"key-belongs-in-funnel": {
			"{key} no va aquí",
			"mover {name} a uno de los embudos, junto a su name",
		},
		"key-belongs-in-actuals": {
			"{key} no va aquí",
			"mover {name} debajo de actuals, dos espacios más adentro",
		},
		"key-belongs-in-source": {
			"{key} no va aquí",
			"mover {name} a una de las fuentes (sources) de actuals, junto a su path",
		},
		"key-belongs-in-check": {
			"{key} no va aquí",
			"mover {name} debajo de check, dos espacios más adentro",
		},
		"list-too-long": {
			"{key} tiene más de {max} elementos",
			"dejar {max} como máximo",
		},
		"list-without-brackets": {
			"{key}: a la lista {got} le faltan los corchetes",
			"escribir {want}",
		},

		// settings
		"unknown-setting": {
			"el plan no tiene {got}",
			"escribir una ruta como {want}",
		},
		"bad-setting-value": {
			"el valor {got} no se puede leer",
			"escribir un valor simple como 35%, o una lista como [80%, 90%]",
		},

		// numbers
		"not-a-number": {
			`{key}: "{got}" no es un número`,
			"escribir cifras, por ejemplo {example}",
		},
		"ambiguous-number": {
			"{key}: {got} se puede leer de dos maneras",
			"escribir {want}, o bien {other}",
		},
		"thousands-separator": {
			"{key}: {got} tiene separadores entre sus cifras",
			"escribir {want}",
		},
		"decimal-comma": {
			"{key}: {got} tiene una coma para los decimales",
			"escribir un punto: {want}",
		},
		"decimal-comma-share": {
			"{key}: {got} tiene una coma para los decimales",
			"escribir {want} o {other}, que es lo mismo",
		},
		"leading-zero": {
			"{key}: {got} comienza con un 0 que no cuenta",
			"escribir {want}",
		},
		"half-a-decimal": {
			"{key}: {got} no está escrito por completo",
			"escribir {want}",
		},
		"exponent": {
			"{key}: {got} está escrito con exponente",
			"escribirlo por completo: {want}",
		},
		"not-base-ten": {
			"{key}: {got} no es un número decimal",
			"escribir {want}",
		},
		"not-finite": {
			"{key}: con {got} no se puede planificar",
			"escribir un número, por ejemplo {example}",
		},
		"smart-quotes": {
			"{key}: {got} lleva comillas tipográficas",
			"escribir {want}, con comillas rectas o sin comillas",
		},
		"abbreviated-number": {
			"{key}: {got} está abreviado",
			"escribirlo por completo: {want}",
		},
		"text-around-number": {
			`{key}: "{got}" es más que un número`,
			"escribir {want}",
		},
		"currency-in-number": {
			`{key}: "{got}" incluye una moneda`,
			"escribir {want}; la moneda tiene su propia clave, currency",
		},
		"number-in-parentheses": {
			"{key}: {got} está entre paréntesis",
			"escribir {want} si es menor que 0, como un subsidio, o solo las cifras",
		},
		"several-numbers": {
			`{key}: "{got}" es más de un número`,
			"escribir uno de ellos, por ejemplo {want}",
		},
		"number-too-long": {
			"{key} tiene más de {max} cifras",
			"escribir {max} cifras como máximo; unas pocas bastan para planificar",
		},
		"number-too-large": {
			"{key}: {got} supera {max}",
			"escribir {max} como máximo",
		},
		"negative-number": {
			"{key}: {got} es menor que 0",
			"escribir 0 o más, por ejemplo {want}",
		},
		"not-above-zero": {
			"{key}: {got} no es mayor que 0",
			"escribir un número mayor que 0, por ejemplo {example}",
		},
		"not-whole": {
			"{key}: {got} no es un número entero",
			"escribir {want}",
		},
		"percent-not-allowed": {
			"{key}: {got} es un porcentaje donde va un número simple",
			"escribirlo sin %, por ejemplo {want}",
		},
		"percent-sign-missing": {
			"{key}: a {got} le falta el signo de porcentaje",
			"escribir {want}",
		},
		"share-unclear": {
			"{key}: {got} puede ser {got} veces la meta, o {got}% de ella",
			"escribir {want} si es {got} veces la meta; si es lo otro, {other}",
		},
		"above-whole": {
			"{key}: {got} supera el 100%",
			"escribir 100% o menos",
		},
		"bad-fraction": {
			"{key}: {got} no es un número entero sobre otro",
			"escribir dos números enteros con una / entre ellos, por ejemplo {want}",
		},
		"confidence-of-one": {
			"{key}: no se puede tener una certeza de {got}",
			"escribir menos de 100%, por ejemplo {want}",
		},
		"return-loses-all": {
			"{key}: un retorno de {got} pierde más de lo que hay",
			"escribir un retorno mayor que -100%; 0% es el punto de equilibrio",
		},
		"return-in-times": {
			"{key}: {got} se puede leer de dos maneras",
			"escribir {want} si el presupuesto vuelve esas veces en total, {other} si solo la ganancia es tantas veces el presupuesto",
		},

		// rates
		"missing-rate": {
			`la etapa "{stage}" no tiene tasa y no es la última`,
			"escribir rate: y la parte que pasa a la etapa siguiente, por ejemplo rate: 30%",
		},
		"rate-above-one": {
			`etapa "{stage}": la tasa {got} es mayor que 1`,
			"escribir {want}",
		},
		"rate-above-hundred": {
			`etapa "{stage}": la tasa {got} supera el 100%`,
			"escribir 100% o menos: no pueden pasar más de los que entraron",
		},
		"rate-not-above-zero": {
			`etapa "{stage}": la tasa {got} no es mayor que 0`,
			"escribir una tasa mayor que 0, por ejemplo 1%: con 0 nadie llega a la etapa siguiente",
		},
		"evidence-of-nothing": {
			`etapa "{stage}": en {got} no entró nadie`,
			"escribir cuántos pasaron / cuántos entraron, por ejemplo 27/90, o una suposición como 30%",
		},
		"evidence-above-all": {
			`etapa "{stage}": en {got} pasaron más de los que entraron`,
			"escribir {want}: cuántos pasaron / cuántos entraron",
		},
		"evidence-without-success": {
			`etapa "{stage}": en {got} no pasó nadie`,
			"escribir una suposición hasta que pase alguien, por ejemplo 1% o 0.5%..5%",
		},
		"range-with-dash": {
			`etapa "{stage}": un rango no se escribe como {got}`,
			"escribir {want}",
		},
		"range-mixed": {
			`etapa "{stage}": solo un extremo de {got} es un porcentaje`,
			"escribir {want}",
		},
		"range-ends": {
			`etapa "{stage}": el rango {got} llega a 0% o a 100%`,
			"escribir extremos entre ambos, por ejemplo 20%..40%",
		},
		"range-too-wide": {
			`etapa "{stage}": el rango {got} es tan amplio que no dice nada`,
			"escribir un rango más estrecho, por ejemplo 20%..40%",
		},
		"range-order": {
			`etapa "{stage}": el rango {got} comienza por el extremo mayor`,
			"escribir {want}",
		},

		// time
		"bad-duration": {
			`{key}: "{got}" no es una duración`,
			"escribir un número con h, d, w o mo, por ejemplo {want}",
		},
		"months-or-minutes": {
			"{key}: la m de {got} puede ser de meses o de minutos",
			"escribir {want} si son meses; no hay unidad más corta que la hora, 1h",
		},
		"shorter-than-hour": {
			"{key}: {got} no está en horas enteras, y no hay unidad más corta que la hora",
			"escribir {want}",
		},
		"duration-without-unit": {
			"{key}: {got} no tiene unidad",
			"escribir {want} para días; h es para horas, w para semanas, mo para meses",
		},
		"duration-too-long": {
			"{key}: {got} dura más de {max}",
			"escribir {max} como máximo",
		},
		"lag-from-zero": {
			`etapa "{stage}": el rango {got} comienza en 0`,
			"escribir un rango que comience después de 0, por ejemplo 1h..30d, o una sola duración: {want}",
		},
		"range-of-nothing": {
			`etapa "{stage}": los dos extremos de {got} son iguales`,
			"escribir {want}",
		},
		"bad-period": {
			`"{got}" no es un período`,
			"escribir un trimestre, un año, un mes o dos fechas; por ejemplo {want}",
		},
		"period-of-one-day": {
			`"{got}" es un solo día, y un período tiene un primero y un último`,
			"escribir los dos como primero..último, o el trimestre o año en que cae: {want} o {other}",
		},
		"bad-date": {
			`{key}: "{got}" no es una fecha`,
			"escribir año-mes-día, por ejemplo {want}",
		},
		"period-backwards": {
			"{key}: {got} termina antes de comenzar",
			"escribir {want}",
		},
		"period-too-long": {
			"{key}: {got} dura más de {max} años",
			"escribir un tiempo más corto, por ejemplo un trimestre: 2027-Q1",
		},
		"year-out-of-range": {
			"{key}: {got} no está entre los años {first} y {last}",
			"escribir un año de {first} a {last}",
		},
		"dates-outside-period": {
			`etapa "{stage}": sus fechas {got} quedan fuera del período`,
			"cambiar las fechas o el período, si no es a propósito",
		},
		"unknown-season": {
			`{key}: "{got}" no es un mes ni una semana ISO`,
			"escribir {want}; los meses se escriben enero o 2027-01, las semanas S07 o 2027-S07",
		},
		"seasons-mixed": {
			`{key}: de "{got}" y "{other}", uno es un mes y el otro una semana`,
			"dar pesos a meses o a semanas, y quitar los demás",
		},
		"season-outside-period": {
			"seasonality: {got} queda fuera del período",
			"cambiar el año, si no es a propósito; un mes o una semana sin año vale para todos los años",
		},

		// words
		"bad-id": {
			`{key}: "{got}" no puede ser un id`,
			"escribir letras sin acentos, cifras, _ y -, con una letra al inicio: {want}",
		},
		"unknown-choice": {
			`{key}: "{got}" no es una de las palabras posibles`,
			"escribir una de estas: {known}",
		},
		"misspelt-choice": {
			`{key}: "{got}" no es una de las palabras posibles`,
			"escribir {want}",
		},
		"unknown-country": {
			`holidays: no se conocen los feriados de "{got}"`,
			"escribir uno de estos países: {known}; o la lista de fechas: [2027-01-01, 2027-05-01]",
		},
		"unknown-currency": {
			`currency: "{got}" no es el código de una moneda`,
			"escribir un código ISO 4217, por ejemplo {want}",
		},
		"several-currencies": {
			`currency: varias monedas se llaman "{got}"`,
			"escribir el código de una de ellas: {known}",
		},
		"unknown-version": {
			"no se conoce aquí la versión {got} de los planes",
			"escribir version: 1, o usar un embudo más nuevo",
		},

		// the plan as a whole
		"no-target": {
			"el plan no tiene meta",
			"escribir una de estas: target_return: 150%, target_revenue: 100000 o target_clients: 10",
		},
		"several-targets": {
			"{key} es una segunda meta además de {other}",
			"dejar una de las dos; la otra se calcula",
		},
		"many-referrals": {
			"{key}: cada cliente traería {got} más; si se quiso decir {got}%, es {want}",
			"nada que hacer si cada cliente los trae; si no, escribir {want}",
		},
		"no-stages": {
			"el plan no tiene etapas",
			"escribir stages: y debajo, desde lo alto del embudo hasta el cliente, líneas como - id: mql",
		},
		"stages-and-funnels": {
			"el plan tiene stages y también funnels",
			"mover las etapas a uno de los embudos, o borrar funnels",
		},
		"empty-stages": {
			"{key} no tiene ninguna etapa",
			"escribir una línea por etapa, desde lo alto del embudo hasta el cliente, como - id: mql",
		},
		"empty-funnels": {
			"funnels no tiene ningún embudo",
			"escribir name, share y stages de cada uno, o solo stages si hay un único embudo",
		},
		"too-many-stages": {
			"un embudo de {got} etapas supera el máximo de {max}",
			"unir etapas hasta dejar {max}; lo usual son seis o siete",
		},
		"too-many-funnels": {
			"un plan de {got} embudos supera el máximo de {max}",
			"unir embudos hasta dejar {max}, o escribir varios planes",
		},
		"duplicate-stage": {
			`el id "{id}" ya lo usa la etapa de la línea {line}`,
			"escribir un id propio para esta etapa, por ejemplo id: {want}",
		},
		"duplicate-funnel": {
			`el id "{id}" ya lo usa el embudo de la línea {line}`,
			"escribir un id propio para este embudo, por ejemplo id: {want}",
		},
		"last-stage-key": {
			`la etapa "{stage}" es la última y no puede tener {key}`,
			"borrar {key} aquí, o escribir debajo la etapa que sigue",
		},
		"capacity-two-paces": {
			`etapa "{stage}": su capacidad tiene per_day y per_week`,
			"dejar una de las dos",
		},
		"capacity-without-pace": {
			`etapa "{stage}": su capacidad no dice cuántos atiende una persona`,
			"escribir per_week: 6, o per_day: 2",
		},
		"unknown-success-stage": {
			`success_stage: ninguna etapa tiene el id "{got}"`,
			"escribir el id de una etapa: {known}",
		},
		"success-stage-not-in-funnel": {
			`success_stage: el embudo "{funnel}" no tiene la etapa "{got}"`,
			"dar el id {got} a una etapa de ese embudo, o nombrar una etapa que tengan todos",
		},
		"shares-below-whole": {
			"las partes de los embudos suman {got}, no 100%",
			"dar el {difference} que falta a uno de ellos",
		},
		"shares-above-whole": {
			"las partes de los embudos suman {got}, no 100%",
			"quitar a uno de ellos el {difference} que sobra",
		},
		"budget-is-list": {
			"{key} es una lista",
			"escribir sus líneas como claves, cada una con su monto, entre llaves o una debajo de otra: {want}",
		},
		"budget-not-above-zero": {
			"{key}: sus líneas suman {got}, que no es mayor que 0",
			"escribir los gastos como líneas positivas y solo los subsidios como negativas",
		},
		"funnel-without-budget": {
			`el embudo "{funnel}" no tiene budget, y otro sí`,
			"escribir un budget en cada embudo, o en ninguno",
		},
		"budgets-do-not-add-up": {
			"los presupuestos de los embudos suman {got}, no {want}",
			"cambiarlos para que sumen {want}, o escribir budget: {got} al inicio del archivo",
		},

		// actual numbers
		"unknown-meaning": {
			`{key}: "{got}" no es una etapa ni otra cosa que pueda significar una columna`,
			"escribir {want} o lo que corresponda: el id de una etapa o una de estas palabras: {known}",
		},
		"unknown-outcome": {
			`{key}: "{got}" no es una etapa ni otra cosa que pueda significar un valor`,
			"escribir {want} o lo que corresponda: el id de una etapa o una de estas palabras: {known}",
		},
		"unknown-stage": {
			`{key}: ninguna etapa tiene el id "{got}"`,
			"escribir {want}",
		},
		"unknown-funnel": {
			`{key}: ningún embudo tiene el id "{got}"`,
			"escribir {want}",
		},
		"one-funnel": {
			"{key} distingue embudos, y el plan tiene uno solo",
			"borrarla; un plan con varios tiene funnels: en lugar de stages:",
		},
		"pair-backwards": {
			"{key}: {got} está en el lado equivocado de los dos puntos",
			"escribir {want}",
		},
		"stage-hides-word": {
			`{key} se entiende como la etapa "{stage}", que se llama igual que una palabra de embudo`,
			"no hay nada que hacer si se trata de la etapa; si no, darle otro id",
		},
		"unknown-delimiter": {
			`{key}: "{got}" no puede separar celdas`,
			`escribir uno de estos signos con sus comillas: ",", ";", "|"; o bien la palabra tab`,
		},
		"unknown-database": {
			"{key}: de {got} no se puede leer nada",
			"escribir una dirección que comience con postgres://, o la ruta de un archivo, por ejemplo crm.csv",
		},
		"password-in-source": {
			"{key} contiene una contraseña",
			"escribir {want} y dejar la contraseña en PGPASSWORD, o en el archivo que indica PGPASSFILE",
		},
		"duplicate-source": {
			"{key}: {got} ya es la fuente de la línea {line}, y contaría dos veces",
			"dejar una de las dos",
		},
		"table-and-query": {
			"{key} tiene table y también query",
			"dejar una de las dos",
		},
		"key-only-for-databases": {
			"{key} es para una base de datos, y esta fuente es un archivo",
			"borrarla; para un libro de hojas está sheet:",
		},
		"key-only-for-files": {
			"{key} es para un archivo, y esta fuente es una base de datos",
			"borrarla; para una base de datos están table: y query:",
		},

		// the ideal client, and what sales finds out
		"key-belongs-in-rule": {
			"{key} no va aquí",
			"mover {name} a una regla debajo de ideal_client.rules",
		},
		"key-belongs-in-ideal-client": {
			"{key} no va aquí",
			"mover {name} debajo de ideal_client, dos espacios más adentro",
		},
		"score-out-of-reach": {
			"{key}: {got} puntos son más de lo que suman todas las reglas, {max}",
			"escribir {max} o menos, o una parte como 70%",
		},
		"lead-above-mql": {
			"ideal_client.lead: {got} supera lo que hace falta para ser MQL, y todo MQL es un lead",
			"escribir {want} o menos",
		},
		"duplicate-rule": {
			`otra regla también se llama "{got}", en la línea {line}`,
			"distinguirlas: agregar {want} a esta",
		},
		"rule-without-condition": {
			`la regla "{got}" no dice qué debe ser su campo`,
			"agregar uno de {known}, por ejemplo in: [Chile, Perú] o min: 20",
		},
		"several-conditions": {
			"{key} está junto a {other}, y una regla pregunta una sola cosa",
			"hacer dos reglas, con el mismo campo y nombres propios; solo min y max van juntos",
		},
		"bounds-mixed": {
			"{key}: {got} y min: {other} no son dos números ni dos fechas",
			"escribir dos números, como 20 y 200, o dos fechas, como 2026-01-01 y 2026-12-31",
		},
		"min-above-max": {
			"{key}: nada es al menos {other} y a lo más {got}",
			"escribir min: {got} y max: {other}",
		},
		"bad-pattern": {
			`{key}: "{got}" no es una expresión regular; el error está en {part}`,
			"escribir {want} para buscar el texto tal cual, o in: con una lista de textos",
		},
		"pattern-too-long": {
			"{key} tiene más de {max} caracteres",
			"escribir in: con una lista de textos",
		},
		"means-both": {
			`qualification: "{got}" no puede significar sí y no a la vez`,
			"dejarlo en uno solo de means_yes y means_no",
		},

		// what they are judged by
		"at-risk-above-on-track": {
			"check.at_risk: {got} supera {want}, desde donde una etapa va bien",
			"escribir {want} o menos",
		},
		"funnel-not-judged": {
			`check.judge no nombra ninguna etapa del embudo "{funnel}": deciden todas hasta "{want}"`,
			"no hay nada que hacer si es a propósito; si no, agregar las etapas suyas que deben decidir",
		},
		"bad-threshold": {
			`{key}: "{got}" no es una métrica, una relación y un número`,
			"escribir una condición como {want}",
		},
		"bad-relation": {
			`{key}: "{got}" no es ninguna de las relaciones >=, >, <= y <`,
			"escribir {want}",
		},
		"unknown-metric": {
			`{key}: "{got}" no es una métrica`,
			"escribir {want}",
		},
		"metric-of-stage": {
			"{key}: {got} no dice de qué etapa",
			"escribir {want}",
		},
		"metric-of-plan": {
			"{key}: {got} es de todo el plan y no lleva etapa",
			"escribir {want}",
		},
		"cost-of-one-funnel": {
			`{key}: no se sabe cuánto se gastó solo en "{got}", sino lo que cuestan todos los embudos`,
			"escribir {want}",
		},
		"rate-of-last-stage": {
			`{key}: de "{got}", la última etapa, nadie pasa a otra, así que no tiene tasa`,
			"escribir {want}",
		},
	}
}
