package i18n

// columnMeanings are the words for what a column can mean, by the name that a
// plan or a flag uses. They stand for {what} in the problems of columns; a stage
// of the plan goes by its own name there.
func columnMeaningsEnglish() map[string]string {
	return map[string]string{
		"date":           "the day, week or month of each row",
		"starts":         "the first day of each row",
		"ends":           "the last day of each row",
		"entered":        "the day on which a lead or deal came in",
		"closed":         "the day on which a deal was closed",
		"won":            "the day on which a deal was won",
		"lost":           "the day on which a deal was lost",
		"first_response": "the day of the first response",
		"stage_date":     "the day on which a stage was entered",
		"stage":          "the stage",
		"status":         "whether a deal is open, won or lost",
		"count":          "the count",
		"stage_count":    "the count of a stage",
		"funnel":         "the funnel",
		"channel":        "the channel",
		"campaign":       "the campaign",
		"owner":          "the person in charge",
		"id":             "the id",
		"amount":         "the amount of a deal",
		"revenue":        "the revenue",
		"spend":          "the spend",
		"leads":          "the leads of an ad platform",
		"result_type":    "the type of an ad platform's results",
		"reason":         "the reason why a deal was won or lost",
		"won_reason":     "the reason why a deal was won",
		"lost_reason":    "the reason why a deal was lost",
		"referred_by":    "who referred a client",
		"repeat":         "whether a client bought again",
	}
}

func columnMeaningsSpanish() map[string]string {
	return map[string]string{
		"date":           "el día, la semana o el mes de cada fila",
		"starts":         "el primer día de cada fila",
		"ends":           "el último día de cada fila",
		"entered":        "el día en que entró el lead o negocio",
		"closed":         "el día en que se cerró el negocio",
		"won":            "el día en que se ganó el negocio",
		"lost":           "el día en que se perdió el negocio",
		"first_response": "el día de la primera respuesta",
		"stage_date":     "el día de entrada en una etapa",
		"stage":          "la etapa",
		"status":         "si el negocio está abierto, ganado o perdido",
		"count":          "la cantidad",
		"stage_count":    "la cantidad de una etapa",
		"funnel":         "el embudo",
		"channel":        "el canal",
		"campaign":       "la campaña",
		"owner":          "la persona a cargo",
		"id":             "el identificador",
		"amount":         "el monto del negocio",
		"revenue":        "los ingresos",
		"spend":          "el gasto",
		"leads":          "los leads de una plataforma de anuncios",
		"result_type":    "el tipo de resultado de una plataforma de anuncios",
		"reason":         "el motivo por el que se ganó o perdió el negocio",
		"won_reason":     "el motivo por el que se ganó el negocio",
		"lost_reason":    "el motivo por el que se perdió el negocio",
		"referred_by":    "quién refirió al cliente",
		"repeat":         "si el cliente volvió a comprar",
	}
}

// columnProblemsEnglish says what is open or wrong about the columns of a table,
// in English. The sentences stand behind "deals.csv:7: "; {what} is the meaning in
// words.
func columnProblemsEnglish() map[string]Problem {
	return map[string]Problem{
		"no-header": {
			"no row names the columns",
			"add a header row above the data, for example date,stage,count, or say which row it is with --header-row",
		},
		"table-empty": {
			"there are no rows under the headings {columns}",
			"export it again with its rows, or leave it out: no rows are not the same as 0",
		},
		"table-not-understood": {
			"it is not clear what this table is about; its columns are {columns}",
			`say what they mean with --column MEANING="HEADER", where the meaning is one of {known}`,
		},
		"unknown-meaning": {
			"a column cannot be {got}",
			"choose one of {known}",
		},
		"unknown-column": {
			`there is no column "{got}"`,
			"the columns are {columns}",
		},
		"several-columns": {
			"several columns could be {what}: {columns}",
			`say which one with --column {meaning}="{want}"`,
		},
		"column-missing": {
			"no column is known to be {what}; the columns are {columns}",
			`say which one it is with --column {meaning}="HEADER"`,
		},
		"column-uncertain": {
			"it is not certain which column is {what}; it may be {columns}",
			`if it is, say so with --column {meaning}="{want}"`,
		},
		"column-not-dates": {
			`the column "{column}" should be {what}, but most of its cells are no dates, such as "{got}"`,
			`name another column with --column {meaning}="HEADER", or write the dates as 2027-03-31`,
		},
		"column-not-numbers": {
			`the column "{column}" should be {what}, but most of its cells are no numbers, such as "{got}"`,
			`name another column with --column {meaning}="HEADER", or write the numbers as 1234.50`,
		},
		"column-not-a-stage": {
			`the column "{column}" holds neither the days on which {stage} was entered nor counts of it`,
			`name another column with --column {stage}="HEADER"`,
		},
		"stage-or-money": {
			`the column "{column}" may count {stage}, or be an amount of money`,
			`say it with --column {stage}="{want}" or --column revenue="{want}"`,
		},
		"too-many-values": {
			`the column "{column}" should be {what}, but holds more than {max} different values`,
			`name another column with --column {meaning}="HEADER"`,
		},
		"unknown-values": {
			`it is not clear what these values of the column "{column}" mean: {values}`,
			`say it for each with --stage "{want}=STAGE", where the stage is one of {stages}, won, lost, open or ignore`,
		},
		"unknown-stage-choice": {
			`"{want}" is said to be {got}, which is no stage`,
			"choose one of {stages}, won, lost, open or ignore",
		},
		"times-above-headings": {
			"the times {times} stand above the headings, which come again under each of them",
			"write the time into a column of its own, a row for each: date,mql,sql",
		},
		"several-turned": {
			"several tables have the time along the top, and any of them could be meant: their headings are in row {row} and in {rows}",
			"say which one with --header-row {row}, or another of these rows",
		},
		"turned-without-stages": {
			"the times {times} stand along the top, but none of the names down the side is a stage: {names}",
			`say which stage each of them is with --column STAGE="{want}", where the stage is one of {stages}; if they are channels, put the stage in a column beside them`,
		},
		"turned-rows-alike": {
			`"{name}" stands in two rows, the other one is row {row}`,
			"keep one of them, or tell them apart in a column of its own beside the names, with the heading channel or owner",
		},
		"year-missing": {
			`nothing says of which year "{got}" is`,
			`write it in the heading, as in "jan-27", or in a line above the table; the period of a plan says it too, with --plan`,
		},
		"week-without-year": {
			`"{got}" does not say which week it is`,
			"write the first day of each week in its heading, as in 2027-01-04, or its ISO week, as in 2027-W01",
		},
		"turned": {
			`the time stands along the top, from "{first}" on: each column was read as a row`,
			"if it is to be read otherwise, write a row for each date: date,stage,count",
		},
		"turned-left": {
			"totals and other headings without a time were left out: {others}",
			"give a heading its date if it should count",
		},
		"year-said": {
			`"{got}" names no year and was taken to be of {year}, the only year that the table names`,
			"write the year in the heading if it is another",
		},
		"year-period": {
			`"{got}" names no year and was taken to be of {year}, as the plan's period`,
			"write the year in the heading if it is another",
		},
		"date-order-open": {
			`nothing in the column "{column}" shows whether day or month comes first: "{got}" is {day} or {month}, and {cells} {cells:cell reads|cells read} both ways`,
			"say it with --date-order dmy (day first) or --date-order mdy (month first)",
		},
		"date-order-refuted": {
			`the dates of the column "{column}" do not have the {said_word}: "{got}" has the {want_word}`,
			"leave --date-order out, or write --date-order {want}; if the plan says it, change date_order in actuals:",
		},
		"decimal-refuted": {
			`the numbers of the column "{column}" do not have a decimal {said_word}: "{got}" has a decimal {want_word}`,
			"leave --decimal out, or write --decimal {want}; if the plan says it, change decimal in actuals:",
		},
		"date-order-own": {
			`the column "{column}" was read with the {want_word}, as its date "{got}" shows, and not with the {said_word}`,
			"correct that date if it is a slip",
		},
		"decimal-own": {
			`the column "{column}" was read with a decimal {want_word}, as its number "{got}" shows, and not with a decimal {said_word}`,
			"correct that number if it is a slip",
		},
		"date-order-mixed": {
			`the column "{column}" has dates with the day first, "{got}" in row {row}, and with the month first, "{other}"`,
			"write all of them in one way; with --date-order dmy or --date-order mdy those that do not fit are left out",
		},
		"decimal-mark-open": {
			`nothing in the column "{column}" shows which decimal mark it has: "{got}" is {point} or {comma}, and {cells} {cells:cell reads|cells read} both ways`,
			"say it with --decimal point or --decimal comma",
		},
		"decimal-mark-mixed": {
			`the column "{column}" has numbers with a decimal point, "{got}" in row {row}, and with a decimal comma, "{other}"`,
			"write all of them in one way; with --decimal point or --decimal comma those that do not fit are left out",
		},
		"field-missing": {
			"there {fields:is no column|are no columns} {got}, which the ideal client or the qualification of the plan looks at",
			"write {want} if that is meant; the columns are {columns}",
		},
		"field-unlike": {
			"there {fields:is no column|are no columns} {got}, which the ideal client or the qualification of the plan looks at",
			"write {fields:the heading of one that there is, or take the rule out|headings that there are, or take the rules out}; the columns are {columns}",
		},
		"leads-in-database": {
			"leads are scored row by row, and this is a database",
			"write the result of its query to a CSV file and name that",
		},
		"answers-unclear": {
			`cells of the column "{column}" that mean neither yes nor no count as not confirmed: {cells}, the first in row {row}, "{got}"`,
			"write yes or no there, also in place of a name; or say what they mean under qualification: means_yes or means_no",
		},
		"stages-unclear": {
			`nobody knows what these values of the column "{column}" say of a lead, so that those who have them count as open: {values}`,
			`say it for each with --stage "{want}=STAGE", where the stage is one of {stages}, won, lost, open or ignore`,
		},
		"stages-too-many": {
			`the column "{column}" holds more than {max} different values, too many for stages: it says nothing of how leads ended`,
			`name another column with --column stage="HEADER" if there is one`,
		},
		"texts-unseen": {
			`no lead has these texts in the column "{column}": {texts}`,
			"correct them in the plan if they are spelled another way in the file",
		},
		"texts-joined": {
			`no lead has these texts in the column "{column}": {texts}`,
			"if several are meant, separate them with commas: in: [{want}]",
		},
		"field-twice": {
			`several columns are called "{column}": the first of them counts`,
			"rename the others where another one is meant",
		},
		"cells-left-out": {
			`cells of the column "{column}" that do not fit were left out: {cells}, the first in row {row}, "{got}"`,
			"correct them where they are not meant so",
		},
		"other-sheets": {
			`the sheet "{sheet}" was read, and not these behind it: {others}`,
			"to read another one, write its name after a #, as in file.xlsx#Sheet",
		},
		"other-tables": {
			"the file has {tables} tables; the one with its header in row {row} was read, since more of it is understood",
			"those in rows {others} were left out; keep the one to be read in a file of its own, or name its header with --header-row",
		},
	}
}

// columnProblemsSpanish says the same in Spanish.
func columnProblemsSpanish() map[string]Problem {
	return map[string]Problem{
		"no-header": {
			"ninguna fila contiene los nombres de las columnas",
			"agregar una fila de encabezados sobre los datos, por ejemplo fecha,etapa,cantidad, o indicar cuál es con --header-row",
		},
		"table-empty": {
			"no hay filas bajo los encabezados {columns}",
			"exportarlo de nuevo con sus filas, o no nombrarlo: que no haya filas no es lo mismo que 0",
		},
		"table-not-understood": {
			"no queda claro de qué trata esta tabla; sus columnas son {columns}",
			`indicar qué son con --column SIGNIFICADO="ENCABEZADO", donde el significado es uno de {known}`,
		},
		"unknown-meaning": {
			"una columna no puede ser {got}",
			"elegir uno de {known}",
		},
		"unknown-column": {
			`no existe la columna "{got}"`,
			"las columnas son {columns}",
		},
		"several-columns": {
			"varias columnas podrían ser {what}: {columns}",
			`indicar cuál es con --column {meaning}="{want}"`,
		},
		"column-missing": {
			"no se reconoce qué columna es {what}; las columnas son {columns}",
			`indicar cuál es con --column {meaning}="ENCABEZADO"`,
		},
		"column-uncertain": {
			"no es seguro qué columna es {what}; puede ser {columns}",
			`si lo es, indicarlo con --column {meaning}="{want}"`,
		},
		"column-not-dates": {
			`la columna "{column}" debería ser {what}, pero la mayoría de sus celdas no son fechas, como "{got}"`,
			`indicar otra columna con --column {meaning}="ENCABEZADO", o escribir las fechas como 2027-03-31`,
		},
		"column-not-numbers": {
			`la columna "{column}" debería ser {what}, pero la mayoría de sus celdas no son números, como "{got}"`,
			`indicar otra columna con --column {meaning}="ENCABEZADO", o escribir los números como 1234.50`,
		},
		"column-not-a-stage": {
			`la columna "{column}" no contiene ni las fechas de entrada en {stage} ni cantidades de esa etapa`,
			`indicar otra columna con --column {stage}="ENCABEZADO"`,
		},
		"stage-or-money": {
			`la columna "{column}" puede ser la cantidad de {stage} o un monto de dinero`,
			`indicarlo con --column {stage}="{want}" o con --column revenue="{want}"`,
		},
		"too-many-values": {
			`la columna "{column}" debería ser {what}, pero contiene más de {max} valores distintos`,
			`indicar otra columna con --column {meaning}="ENCABEZADO"`,
		},
		"unknown-values": {
			`no queda claro qué significan estos valores de la columna "{column}": {values}`,
			`indicarlo para cada uno con --stage "{want}=ETAPA", donde la etapa es una de {stages}, won, lost, open o ignore`,
		},
		"unknown-stage-choice": {
			`se indicó que "{want}" es {got}, pero esa etapa no existe`,
			"elegir una de {stages}, won, lost, open o ignore",
		},
		"times-above-headings": {
			"las fechas {times} están encima de los encabezados, que se repiten bajo cada una",
			"poner la fecha en una columna propia, con una fila para cada una: fecha,mql,sql",
		},
		"several-turned": {
			"varias tablas tienen las fechas en columnas, y podría ser cualquiera de ellas: sus encabezados están en la fila {row} y en {rows}",
			"indicar cuál es con --header-row {row}, u otra de esas filas",
		},
		"turned-without-stages": {
			"las fechas {times} están en columnas, pero ninguno de los nombres de las filas es una etapa: {names}",
			`indicar qué etapa es cada uno con --column ETAPA="{want}", donde la etapa es una de {stages}; si son canales, agregar al lado una columna con la etapa`,
		},
		"turned-rows-alike": {
			"«{name}» está en dos filas; la otra es la fila {row}",
			"dejar una de ellas, o distinguirlas en una columna propia junto a los nombres, con el encabezado canal o responsable",
		},
		"year-missing": {
			"nada indica de qué año es «{got}»",
			"escribirlo en el encabezado, como en «ene-27», o en una línea sobre la tabla; también lo indica el período de un plan, con --plan",
		},
		"week-without-year": {
			"«{got}» no indica qué semana es",
			"escribir en cada encabezado el primer día de la semana, como 2027-01-04, o la semana ISO, como 2027-W01",
		},
		"turned": {
			"las fechas están en columnas, desde «{first}»: cada columna se leyó como una fila",
			"si se debe leer de otra forma, escribir una fila por fecha: fecha,etapa,cantidad",
		},
		"turned-left": {
			"se omitieron totales y otros encabezados sin fecha: {others}",
			"poner en el encabezado su fecha si debe contar",
		},
		"year-said": {
			"«{got}» no indica el año y se tomó como de {year}, el único año que nombra la tabla",
			"escribir el año en el encabezado si es otro",
		},
		"year-period": {
			"«{got}» no indica el año y se tomó como de {year}, como el período del plan",
			"escribir el año en el encabezado si es otro",
		},
		"date-order-open": {
			`nada en la columna "{column}" muestra si va primero el día o el mes: "{got}" es {day} o {month}, y {cells} {cells:celda se lee|celdas se leen} de ambas formas`,
			"indicarlo con --date-order dmy (primero el día) o --date-order mdy (primero el mes)",
		},
		"date-order-refuted": {
			`en las fechas de la columna "{column}" no va primero {said_word}: en "{got}" va primero {want_word}`,
			"quitar --date-order, o escribir --date-order {want}; si lo indica el plan, cambiar date_order en actuals:",
		},
		"decimal-refuted": {
			`los números de la columna "{column}" no llevan {said_word}: "{got}" lleva {want_word}`,
			"quitar --decimal, o escribir --decimal {want}; si lo indica el plan, cambiar decimal en actuals:",
		},
		"date-order-own": {
			`la columna "{column}" se leyó con {want_word} primero, como muestra su fecha "{got}", y no {said_word}`,
			"corregir esa fecha si es un error",
		},
		"decimal-own": {
			`la columna "{column}" se leyó con {want_word}, como muestra su número "{got}", y no con {said_word}`,
			"corregir ese número si es un error",
		},
		"date-order-mixed": {
			`la columna "{column}" tiene fechas con el día primero, "{got}" en la fila {row}, y con el mes primero, "{other}"`,
			"escribirlas todas de una misma forma; con --date-order dmy o --date-order mdy se omiten las que no calzan",
		},
		"decimal-mark-open": {
			`nada en la columna "{column}" muestra cuál es el signo decimal: "{got}" es {point} o {comma}, y {cells} {cells:celda se lee|celdas se leen} de ambas formas`,
			"indicarlo con --decimal point (punto) o --decimal comma (coma)",
		},
		"decimal-mark-mixed": {
			`la columna "{column}" tiene números con punto decimal, "{got}" en la fila {row}, y con coma decimal, "{other}"`,
			"escribirlos todos de una misma forma; con --decimal point o --decimal comma se omiten los que no calzan",
		},
		"field-missing": {
			"no {fields:hay una columna|hay columnas} {got}, que el cliente ideal o la calificación del plan necesita",
			"escribir {want} si se trata de eso; las columnas son {columns}",
		},
		"field-unlike": {
			"no {fields:hay una columna|hay columnas} {got}, que el cliente ideal o la calificación del plan necesita",
			"escribir {fields:el encabezado de una que exista, o quitar la regla|encabezados que existan, o quitar las reglas}; las columnas son {columns}",
		},
		"leads-in-database": {
			"los leads se puntúan fila por fila, y esto es una base de datos",
			"escribir el resultado de su consulta en un archivo CSV y nombrar ese",
		},
		"answers-unclear": {
			`las celdas de la columna "{column}" que no significan ni sí ni no cuentan como sin confirmar: {cells}, la primera en la fila {row}, "{got}"`,
			"escribir ahí sí o no, también en lugar de un nombre; o decir qué significan en qualification: means_yes o means_no",
		},
		"stages-unclear": {
			`no se sabe qué dicen de un lead estos valores de la columna "{column}", así que quienes los tienen cuentan como abiertos: {values}`,
			`indicarlo para cada uno con --stage "{want}=ETAPA", donde la etapa es una de {stages}, won, lost, open o ignore`,
		},
		"stages-too-many": {
			`la columna "{column}" contiene más de {max} valores distintos, demasiados para ser etapas: no dice cómo terminaron los leads`,
			`indicar otra columna con --column stage="ENCABEZADO" si la hay`,
		},
		"texts-unseen": {
			`ningún lead tiene estos textos en la columna "{column}": {texts}`,
			"corregirlos en el plan si en el archivo se escriben de otra forma",
		},
		"texts-joined": {
			`ningún lead tiene estos textos en la columna "{column}": {texts}`,
			"si son varios, separarlos con comas: in: [{want}]",
		},
		"field-twice": {
			`varias columnas se llaman "{column}": cuenta la primera`,
			"cambiar el nombre de las otras si se trata de otra",
		},
		"cells-left-out": {
			`se omitieron celdas de la columna "{column}" que no calzan: {cells}, la primera en la fila {row}, "{got}"`,
			"corregirlas si no debían estar así",
		},
		"other-sheets": {
			`se leyó la hoja "{sheet}", y no estas que le siguen: {others}`,
			"para leer otra, escribir su nombre después de #, como en archivo.xlsx#Hoja",
		},
		"other-tables": {
			"el archivo tiene {tables} tablas; se leyó la que tiene su encabezado en la fila {row}, porque es la que mejor se entiende",
			"se omitieron las de las filas {others}; dejar la que se debe leer en un archivo aparte, o indicar su encabezado con --header-row",
		},
	}
}
