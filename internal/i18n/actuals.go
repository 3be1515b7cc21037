package i18n

// Actuals is what the report of a reading says.
type Actuals struct {
	Title     Text
	Read      Text // {rows}, {sources}, {days}
	ReadNone  Text // {sources}
	AskFirst  Text // {questions}
	Source    Text // {format}, {kind}
	Encoding  Text // {encoding}
	Delimiter Text // {delimiter}
	Header    Text // {row}
	DateOrder Text // {order}
	Decimal   Text // {mark}
	Rows      Text // {rows}

	Columns, Column, Meaning, NotUsed Text
	LeftOut, Reason, RowCount, First  Text
	Counts, Month, Spend, Revenue     Text
	CountsOf                          Text // {funnel}
	Noted, Open                       Text

	Formats    map[string]string // csv, xlsx, …
	Kinds      map[string]string // of tables
	Delimiters map[string]string
	Orders     map[string]string
	Marks      map[string]string // decimal marks
	Reasons    map[string]string // why rows were left out
}

func englishActuals() Actuals {
	return Actuals{
		Title:     "What was understood",
		Read:      "{rows} {rows:row|rows} of {sources} {sources:source|sources} counted, {days}.",
		ReadNone:  "Nothing was counted in {sources} {sources:source|sources}.",
		AskFirst:  "{questions} {questions:question|questions} must be answered before anything can be counted.",
		Source:    "{format}: {kind}",
		Encoding:  "encoding {encoding}",
		Delimiter: "cells set apart by {delimiter}",
		Header:    "headings in row {row}",
		DateOrder: "dates with the {order}",
		Decimal:   "decimals after a {mark}",
		Rows:      "{rows} {rows:row|rows} counted",

		Columns: "Columns", Column: "Column", Meaning: "Taken for", NotUsed: "not used",
		LeftOut: "Left out", Reason: "Why", RowCount: "Rows", First: "First row",
		Counts: "Entries by month", Month: "Month", Spend: "Spend", Revenue: "Revenue",
		CountsOf: "{funnel}: entries by month",
		Noted:    "Decided", Open: "Not certain",

		Formats: map[string]string{
			"csv": "CSV", "xlsx": "Excel workbook", "json": "JSON", "yaml": "YAML", "postgres": "PostgreSQL", "sqlite": "SQLite",
		},
		Kinds: map[string]string{
			"":                 "not understood",
			"counts_long":      "counts, a stage a row",
			"counts_wide":      "counts, a stage a column",
			"records_by_dates": "a lead or deal a row, with the day on which it entered each stage",
			"records_by_stage": "a lead or deal a row, with its stage",
			"spend":            "what was spent",
		},
		Delimiters: map[string]string{",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"},
		Orders:     map[string]string{"dmy": "day first", "mdy": "month first", "ymd": "year first"},
		Marks:      map[string]string{".": "point", ",": "comma"},
		Reasons: map[string]string{
			"title": "above the headings", "comment": "a comment", "description": "describes the columns",
			"repeated_header": "the headings again", "total": "a total of other rows", "note": "a note",
			"cell_count": "more cells than headings", "other_table": "of another table", "no_header": "of a table without headings",
			"ignored": "of a stage to be ignored", "no_day": "no day", "unknown_funnel": "of no funnel of the plan",
			"unknown_stage": "of no stage of the plan", "no_count": "not a number", "negative": "below 0",
			"too_large": "too large to be a count", "after_as_of": "after the day that was asked for",
		},
	}
}

func spanishActuals() Actuals {
	return Actuals{
		Title:     "Lo que se entendió",
		Read:      "{rows} {rows:fila contada|filas contadas} de {sources} {sources:fuente|fuentes}, {days}.",
		ReadNone:  "No se contó nada en {sources} {sources:fuente|fuentes}.",
		AskFirst:  "Antes de contar hay que responder {questions} {questions:pregunta|preguntas}.",
		Source:    "{format}: {kind}",
		Encoding:  "codificación {encoding}",
		Delimiter: "celdas separadas por {delimiter}",
		Header:    "encabezados en la fila {row}",
		DateOrder: "fechas con {order} primero",
		Decimal:   "decimales después de {mark}",
		Rows:      "{rows} {rows:fila contada|filas contadas}",

		Columns: "Columnas", Column: "Columna", Meaning: "Se toma por", NotUsed: "no se usa",
		LeftOut: "Quedó fuera", Reason: "Por qué", RowCount: "Filas", First: "Primera fila",
		Counts: "Entradas por mes", Month: "Mes", Spend: "Gasto", Revenue: "Ingresos",
		CountsOf: "{funnel}: entradas por mes",
		Noted:    "Lo que se decidió", Open: "Sin certeza",

		Formats: map[string]string{
			"csv": "CSV", "xlsx": "libro de Excel", "json": "JSON", "yaml": "YAML", "postgres": "PostgreSQL", "sqlite": "SQLite",
		},
		Kinds: map[string]string{
			"":                 "no se entiende",
			"counts_long":      "conteos, una etapa por fila",
			"counts_wide":      "conteos, una etapa por columna",
			"records_by_dates": "un lead o negocio por fila, con el día en que entró a cada etapa",
			"records_by_stage": "un lead o negocio por fila, con su etapa",
			"spend":            "lo que se gastó",
		},
		Delimiters: map[string]string{",": "comas", ";": "punto y coma", "\t": "tabuladores", "|": "barras"},
		Orders:     map[string]string{"dmy": "el día", "mdy": "el mes", "ymd": "el año"},
		Marks:      map[string]string{".": "un punto", ",": "una coma"},
		Reasons: map[string]string{
			"title": "encima de los encabezados", "comment": "un comentario", "description": "describe las columnas",
			"repeated_header": "los encabezados otra vez", "total": "un total de otras filas", "note": "una nota",
			"cell_count": "más celdas que encabezados", "other_table": "de otra tabla", "no_header": "de una tabla sin encabezados",
			"ignored": "de una etapa que se ignora", "no_day": "sin día", "unknown_funnel": "de ningún embudo del plan",
			"unknown_stage": "de ninguna etapa del plan", "no_count": "no es un número", "negative": "menor que 0",
			"too_large": "demasiado grande para un conteo", "after_as_of": "después del día pedido",
		},
	}
}

// readProblemsEnglish are what a reader of several sources asks and notes.
func readProblemsEnglish() map[string]Problem {
	return map[string]Problem{
		"source-twice": {
			"the same source is named twice",
			"name it once; its numbers would count twice",
		},
		"too-many-to-join": {
			"more than {max} leads are to be joined by their ids over several sources",
			"name fewer sources at a time, or put the records into a database and read them from there",
		},
		"funnel-open": {
			"nothing says which funnel a row belongs to; the columns are {columns}",
			"name the column: --column funnel=\"HEADER\"",
		},
		"database-needs-days": {
			"a table of a database needs a column with the day for each stage; the columns are {columns}",
			"name them with --column STAGE=\"{want}\", or write a query in the plan that gives date, stage, count",
		},
		"same-ids": {
			"{rows} {rows:row has|rows have} an id that another row has already: they count as leads of their own",
			"",
		},
		"values-left-out": {
			"values of the column “{column}” that do not fit were left out: {cells}, such as “{got}”",
			"",
		},
		"funnels-unknown": {
			"{rows} {rows:row names|rows name} in the column \"{column}\" a funnel that the plan has not; its funnels are {funnels}",
			"if it is one of them, write in the plan: actuals: funnels: \"what the column says\": {want}",
		},
		"no-days": {
			"no row names a day: all of it counts as of {day}",
			"",
		},
		"rows-are-weekly": {
			"the days are a week apart: each row stands for the week that begins with its day",
			"",
		},
		"rows-are-monthly": {
			"all days are the first of a month: each row stands for that month",
			"",
		},
		"fractions-rounded": {
			"{counts} {counts:sum is|sums are} not whole and rounded",
			"",
		},
		"results-not-leads": {
			"of “{column}” only leads count, not these types of results: {types}",
			"",
		},
		"ad-leads-counted": {
			"“{column}” counts as entries of {stage}, since no other source speaks of them",
			"",
		},
		"ad-leads-not-counted": {
			"“{column}” is not counted: the plan's stages come from elsewhere, and the same people would count twice",
			"",
		},
	}
}

func readProblemsSpanish() map[string]Problem {
	return map[string]Problem{
		"source-twice": {
			"la misma fuente se nombra dos veces",
			"nombrarla una sola vez; sus números se contarían dos veces",
		},
		"too-many-to-join": {
			"hay más de {max} leads por unir por su id entre varias fuentes",
			"nombrar menos fuentes a la vez, o poner los registros en una base de datos y leerlos de ahí",
		},
		"funnel-open": {
			"nada dice a qué embudo pertenece cada fila; las columnas son {columns}",
			"nombrar la columna: --column funnel=\"ENCABEZADO\"",
		},
		"database-needs-days": {
			"una tabla de una base de datos necesita una columna con el día de cada etapa; las columnas son {columns}",
			"nombrarlas con --column ETAPA=\"{want}\", o escribir en el plan una consulta que dé date, stage, count",
		},
		"same-ids": {
			"{rows} {rows:fila tiene|filas tienen} un id que ya tiene otra fila: cuentan como leads propios",
			"",
		},
		"values-left-out": {
			"se omitieron valores de la columna «{column}» que no calzan: {cells}, como «{got}»",
			"",
		},
		"funnels-unknown": {
			"{rows} {rows:fila nombra|filas nombran} en la columna \"{column}\" un embudo que el plan no tiene; sus embudos son {funnels}",
			"si es uno de ellos, escribir en el plan: actuals: funnels: \"lo que dice la columna\": {want}",
		},
		"no-days": {
			"ninguna fila indica un día: todo se cuenta al {day}",
			"",
		},
		"rows-are-weekly": {
			"hay una semana entre los días: cada fila es la semana que empieza ese día",
			"",
		},
		"rows-are-monthly": {
			"todos los días son el primero de un mes: cada fila es ese mes",
			"",
		},
		"fractions-rounded": {
			"{counts} {counts:suma no es entera y se redondea|sumas no son enteras y se redondean}",
			"",
		},
		"results-not-leads": {
			"de «{column}» se cuentan solo los leads, no estos tipos de resultado: {types}",
			"",
		},
		"ad-leads-counted": {
			"«{column}» se cuenta como entradas de {stage}, porque ninguna otra fuente habla de ellas",
			"",
		},
		"ad-leads-not-counted": {
			"«{column}» no se cuenta: las etapas del plan vienen de otra fuente y las mismas personas se contarían dos veces",
			"",
		},
	}
}

func englishReadWarnings() map[string]Text {
	return map[string]Text{
		"values-not-found":      "No source has these values of the stage, of which it is said what they mean: {values}. They have {known}.",
		"values-without-column": "No source has a column of stages, so that what was said of these values means nothing: {values}.",
		"rows-left-out":         "{source}: {rows} {rows:row was|rows were} left out; embudo actuals says why.",
		"headings-alone":        "{source}: there are no rows under its headings, so it says nothing of any stage. Export it again with its rows; if there really are no leads yet, all of its numbers are 0.",
		"rows-alike":            "{source}: {rows} {rows:row repeats|rows repeat} another to the letter, and no id tells them apart; they are counted.",
		"several-sources":       "{stage}: {sources} sources count its entries, and all of them are added up.",
		"same-spend":            "{source} and {other} both have spend of the same channel and days, and it is added up: if one is a second download of the other, leave it out.",
		"too-many-names":        "There are more than {names} channels and people: what is read as their names is something else, so nothing counts by channel or person. Name another column with --column channel=\"HEADER\".",
		"too-many-reasons":      "There are more than {reasons} reasons why leads were lost, so none of them is kept.",
		"names-spelled":         "{names} {names:name is|names are} spelled in several ways; those that differ by case, accents or signs alone count as one.",
		"rows-joined":           "{source}: {rows} rows share their id with another one, as the items of a deal do; they are {leads} {leads:lead or deal|leads or deals}, with the amounts of those that ended as it did.",
		"ids-unchecked":         "{source}: more than {ids} ids, or {repeated} that come again; rows that share one are counted each for itself.",
	}
}

func spanishReadWarnings() map[string]Text {
	return map[string]Text{
		"values-not-found":      "Ninguna fuente tiene estos valores de la etapa, de los que se indicó qué son: {values}. Tienen {known}.",
		"values-without-column": "Ninguna fuente tiene una columna de etapas, así que lo indicado de estos valores no cambia nada: {values}.",
		"rows-left-out":         "{source}: {rows:quedó fuera|quedaron fuera} {rows} {rows:fila|filas}; embudo actuals dice por qué.",
		"headings-alone":        "{source}: no hay filas bajo sus encabezados, así que no dice nada de ninguna etapa. Exportarlo otra vez con sus filas; si de verdad aún no hay leads, todos sus números son 0.",
		"rows-alike":            "{source}: {rows} {rows:fila repite|filas repiten} otra letra por letra y ningún id las distingue; se cuentan.",
		"several-sources":       "{stage}: {sources} fuentes cuentan sus entradas y se suman todas.",
		"same-spend":            "{source} y {other} tienen gasto del mismo canal y los mismos días, y se suma: si uno es otra descarga del otro, no nombrarlo.",
		"too-many-names":        "Hay más de {names} canales y personas: lo que se lee como sus nombres es otra cosa, así que nada se cuenta por canal ni persona. Indicar otra columna con --column channel=\"ENCABEZADO\".",
		"too-many-reasons":      "Hay más de {reasons} motivos de pérdida, así que no se conserva ninguno.",
		"names-spelled":         "{names} {names:nombre se escribe|nombres se escriben} de varias formas; los que solo difieren en mayúsculas, tildes o signos cuentan como uno.",
		"rows-joined":           "{source}: {rows} filas comparten su id con otra, como los ítems de un negocio; son {leads} {leads:lead o negocio|leads o negocios}, con los montos de las que terminaron como él.",
		"ids-unchecked":         "{source}: más de {ids} ids, o {repeated} que se repiten; las filas que comparten uno se cuentan cada una por sí misma.",
	}
}
