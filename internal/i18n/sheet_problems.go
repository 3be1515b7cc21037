package i18n

// sheetProblemsEnglish says why a file of rows cannot be read, in English. The
// names come from package sheet.
func sheetProblemsEnglish() map[string]Problem {
	return map[string]Problem{
		// what the file is
		"empty-file": {
			"the file is empty",
			"export it again, and look at it in a spreadsheet before reading it here",
		},
		"binary-file": {
			"this is a {format} file, not a table",
			"export the rows as CSV or .xlsx",
		},
		"compressed-file": {
			"this is a {format} archive, not a table",
			"unpack it and name the file that is inside",
		},
		"html-page": {
			"this is a web page, whatever its name ends in",
			"the download may have given a sign-in or error page: sign in, and export the file again as CSV or .xlsx",
		},
		"xml-file": {
			"this is an XML file",
			"open it in a spreadsheet and save it as .xlsx or CSV",
		},
		"old-xls": {
			"this is an Excel workbook in the old .xls format, or one with a password",
			"open it in a spreadsheet and save it as .xlsx without a password, or as CSV",
		},
		"other-workbook": {
			"this is a workbook in the {format} format",
			"open it in its program and save it as .xlsx or CSV",
		},
		"nul-byte": {
			"the file has a NUL byte here, which no text has",
			"if it is text in another encoding, name that with --encoding; else export it again as CSV or .xlsx",
		},
		"file-changed": {
			"the file changed while it was read",
			"wait until whatever writes it is done, and run the command again",
		},

		// text
		"unknown-encoding": {
			`there is no encoding "{got}"`,
			"write one of {known}, or another of the Windows, ISO 8859 and code page families",
		},
		"mixed-encoding": {
			"most of the file is UTF-8, but this line is not",
			"export it again as UTF-8; or choose with --encoding utf-8, which marks what it cannot read, or --encoding windows-1252",
		},
		"broken-utf-16": {
			"half of a UTF-16 character is missing in this line",
			"the file may be cut off: export it again, as UTF-8 if you can",
		},
		"unknown-delimiter": {
			`"{got}" is no delimiter`,
			"write one of {known}",
		},
		"unclosed-quote": {
			"the quote in column {column} is still open at the end of the file",
			`close it; a quote that is part of a text is written twice, between quotes: "a 5"" screen"`,
		},
		"stray-quote": {
			"the quoted cell in column {column} has a quote in it that is not written twice, and goes on in the next line",
			"close the cell with a quote where it ends, or write the quote within it twice",
		},

		// bounds
		"cell-too-long": {
			"the cell in column {column} is longer than {max}",
			"look for a quote that is never closed in this line or before it, or leave this column out of the export",
		},
		"row-too-long": {
			"the row is longer than {max}",
			"look at whether the file has line breaks at all, and export fewer columns",
		},
		"too-many-columns": {
			"the row has more than {max} columns",
			"look at whether the delimiter is right; --delimiter sets it",
		},
		"too-many-rows": {
			"the file has more than {max} rows",
			"sum them up before, for instance by day and stage, or read them with a query from their database",
		},

		// sheets
		"no-sheets": {
			`the file has a single table, so there is no "{got}" in it`,
			"write the name of the file without # and what follows",
		},
		"unknown-sheet": {
			`there is no sheet or list "{got}" in the file`,
			"write one of these after the #: {known}",
		},
		"no-visible-sheet": {
			"all sheets of the workbook are hidden",
			"name one after a #, as in file.xlsx#Deals: {known}",
		},

		// XLSX
		"broken-xlsx": {
			"the workbook is damaged in its part {part}",
			"open it in a spreadsheet and save it again as .xlsx, or as CSV",
		},
		"xlsx-too-large": {
			"the part {part} of the workbook unpacks to far more than a table needs",
			"if you trust the file, open it in a spreadsheet and save the sheet as CSV",
		},
		"xlsx-strings": {
			"the workbook has more than {max} of different texts",
			"save the sheet as CSV, which may have any size",
		},

		// JSON and YAML
		"bad-json": {
			"line {line} cannot be read as JSON",
			"look for a missing comma, quote or bracket there or just before, and whether the file is cut off",
		},
		"bad-yaml": {
			"line {line}, column {column} cannot be read as YAML",
			"look at the indentation and the colons there; rows are a list, each with its keys, such as count: 12",
		},
		"yaml-too-large": {
			"the YAML file is larger than {max}",
			"write as many rows as CSV or JSON",
		},
		"no-rows": {
			"the file has no list of rows",
			"write a list of objects, each with the same keys",
		},
		"not-an-object": {
			"this item of the list is no object with keys",
			"write all rows as objects with the same keys",
		},
		"several-lists": {
			"the file has several lists, and any of them could be meant",
			"name one after a #: {known}",
		},
	}
}

// sheetProblemsSpanish says why a file of rows cannot be read, in Spanish.
func sheetProblemsSpanish() map[string]Problem {
	return map[string]Problem{
		// what the file is
		"empty-file": {
			"el archivo está vacío",
			"exportarlo de nuevo y mirarlo en una planilla antes de leerlo aquí",
		},
		"binary-file": {
			"es un archivo {format}, no una tabla",
			"exportar las filas como CSV o .xlsx",
		},
		"compressed-file": {
			"es un archivo comprimido {format}, no una tabla",
			"descomprimirlo e indicar el archivo que trae adentro",
		},
		"html-page": {
			"es una página web, termine como termine su nombre",
			"la descarga pudo traer una página de inicio de sesión o de error: iniciar sesión y exportar de nuevo como CSV o .xlsx",
		},
		"xml-file": {
			"es un archivo XML",
			"abrirlo en una planilla de cálculo y guardarlo como .xlsx o CSV",
		},
		"old-xls": {
			"es un libro de Excel en el formato antiguo .xls, o uno con contraseña",
			"abrirlo en una planilla de cálculo y guardarlo como .xlsx sin contraseña, o como CSV",
		},
		"other-workbook": {
			"es un libro en formato {format}",
			"abrirlo en su programa y guardarlo como .xlsx o CSV",
		},
		"nul-byte": {
			"aquí el archivo tiene un byte NUL, que ningún texto lleva",
			"si es texto en otra codificación, indicarla con --encoding; si no, exportarlo de nuevo como CSV o .xlsx",
		},
		"file-changed": {
			"el archivo cambió mientras se leía",
			"esperar a que termine quien lo escribe y repetir la orden",
		},

		// text
		"unknown-encoding": {
			"no existe la codificación «{got}»",
			"escribir una de {known}, u otra de las familias Windows, ISO 8859 y páginas de códigos",
		},
		"mixed-encoding": {
			"casi todo el archivo está en UTF-8, pero esta línea no",
			"exportarlo de nuevo en UTF-8; o elegir con --encoding utf-8, que marca lo que no se puede leer, o --encoding windows-1252",
		},
		"broken-utf-16": {
			"en esta línea falta la mitad de un carácter de UTF-16",
			"el archivo puede estar cortado: exportarlo de nuevo, en UTF-8 si se puede",
		},
		"unknown-delimiter": {
			"«{got}» no es un separador",
			"escribir uno de {known}",
		},
		"unclosed-quote": {
			"la comilla de la columna {column} sigue abierta al final del archivo",
			`cerrarla; una comilla que es parte del texto se escribe dos veces, entre comillas: "pantalla de 5"""`,
		},
		"stray-quote": {
			"la celda entre comillas de la columna {column} tiene dentro una comilla que no va doble, y sigue en la línea siguiente",
			"cerrar la celda con una comilla donde termina, o escribir dos veces la que lleva dentro",
		},

		// bounds
		"cell-too-long": {
			"la celda de la columna {column} pesa más de {max}",
			"buscar una comilla sin cerrar en esta línea o antes, o exportar sin esta columna",
		},
		"row-too-long": {
			"la fila pesa más de {max}",
			"ver si el archivo tiene saltos de línea y exportar menos columnas",
		},
		"too-many-columns": {
			"la fila tiene más de {max} columnas",
			"ver si el separador es el correcto; se fija con --delimiter",
		},
		"too-many-rows": {
			"el archivo tiene más de {max} filas",
			"sumarlas antes, por ejemplo por día y etapa, o leerlas con una consulta desde su base de datos",
		},

		// sheets
		"no-sheets": {
			"el archivo tiene una sola tabla, así que en él no hay «{got}»",
			"escribir el nombre del archivo sin # ni lo que sigue",
		},
		"unknown-sheet": {
			"en el archivo no hay hoja ni lista «{got}»",
			"escribir después del # una de estas: {known}",
		},
		"no-visible-sheet": {
			"todas las hojas del libro están ocultas",
			"indicar una después de #, como en archivo.xlsx#Deals: {known}",
		},

		// XLSX
		"broken-xlsx": {
			"el libro está dañado en su parte {part}",
			"abrirlo en una planilla de cálculo y guardarlo otra vez como .xlsx, o como CSV",
		},
		"xlsx-too-large": {
			"la parte {part} del libro ocupa, descomprimida, mucho más de lo que necesita una tabla",
			"si el archivo es de confianza, abrirlo en una planilla de cálculo y guardar la hoja como CSV",
		},
		"xlsx-strings": {
			"el libro tiene más de {max} de textos distintos",
			"guardar la hoja como CSV, que puede tener cualquier tamaño",
		},

		// JSON and YAML
		"bad-json": {
			"la línea {line} no se puede leer como JSON",
			"buscar una coma, comilla o llave que falte allí o justo antes, y ver si el archivo está cortado",
		},
		"bad-yaml": {
			"la línea {line}, columna {column}, no se puede leer como YAML",
			"revisar allí la sangría y los dos puntos; las filas son una lista, cada una con sus claves, como count: 12",
		},
		"yaml-too-large": {
			"el archivo YAML pesa más de {max}",
			"escribir tantas filas como CSV o JSON",
		},
		"no-rows": {
			"el archivo no tiene ninguna lista de filas",
			"escribir una lista de objetos, todos con las mismas claves",
		},
		"not-an-object": {
			"este elemento de la lista no es un objeto con claves",
			"escribir todas las filas como objetos con las mismas claves",
		},
		"several-lists": {
			"el archivo tiene varias listas, y podría ser cualquiera de ellas",
			"indicar una después de #: {known}",
		},
	}
}
