package i18n

// databaseProblemsEnglish says why a database cannot be read, in English.
func databaseProblemsEnglish() map[string]Problem {
	return map[string]Problem{
		// the URL and what belongs to it
		"database-url": {
			"the URL of the database cannot be read",
			"write postgres://user@host:5432/database?sslmode=require without a password; in names, write %40 for @, %2F for / and %23 for #",
		},
		"database-url-password": {
			"there is a password in the URL of the database",
			"take it out, since URLs end up in files and lists of processes; set PGPASSWORD, or keep it in a file that PGPASSFILE names",
		},
		"database-url-setting": {
			"the URL of the database has an unknown setting: {got}",
			"the settings are {known}",
		},
		"database-url-value": {
			"{setting} has a value that it cannot have",
			"write one of {known}",
		},
		"database-no-user": {
			"the URL of the database does not say who comes",
			"write the user before the host: postgres://user@host/database",
		},
		"database-password-file": {
			"the file {file} for the password cannot be read: {why}",
			"check its name and that you may read it",
		},
		"database-password-line": {
			"the file {file} does not hold a password",
			"write the password into it as its only line",
		},
		"database-certificate": {
			"the certificate {file} cannot be read: {why}",
			"name files in PEM format in sslrootcert, or in sslcert and sslkey together",
		},
		"database-environment": {
			"the environment has a setting for PostgreSQL that cannot be used: {why}",
			"unset PGSERVICE",
		},
		"database-time-zone": {
			"there is no such time zone: {got}",
			"write a name such as America/Lima or UTC",
		},
		"database-sqlite-timezone": {
			"a SQLite file knows no days in {got}, only in UTC",
			"leave the time zone out, and have a query of your own give the day",
		},

		// the connection
		"database-unreachable": {
			"the server cannot be reached: {why}",
			"check host and port in the URL, and that this machine may connect to it",
		},
		"database-connect-timeout": {
			"the server does not answer within {seconds} seconds",
			"check host and port in the URL and the firewall, or add connect_timeout=60 to the URL",
		},
		"database-no-password": {
			"the server wants a password of {user}",
			"set PGPASSWORD, or write it into the file that PGPASSFILE names, else ~/.pgpass",
		},
		"database-wrong-password": {
			"the server does not take the password of {user}",
			"check the user in the URL, and the password in PGPASSWORD or the password file",
		},
		"database-refused": {
			"the server refuses the connection: {why}",
			"check user and database in the URL; whoever runs the server decides who may come in",
		},
		"database-encryption": {
			"the connection cannot be encrypted as asked: {why}",
			"add sslmode=require to the URL, or sslmode=verify-full with sslrootcert=FILE for a certificate of your own",
		},

		// a SQLite file
		"database-no-file": {
			"the file cannot be opened as a database",
			"check its name, and that you may read it and its folder",
		},
		"database-not-sqlite": {
			"the file is not a SQLite database",
			"name a .sqlite or .db file that SQLite opens, without a password of its own",
		},
		"database-locked": {
			"another program is writing to the file",
			"close that program, or read a copy of the file",
		},
		"database-damaged": {
			"the file cannot be read: {why}",
			"check it with: sqlite3 FILE 'PRAGMA integrity_check'",
		},

		// the table or query
		"database-nothing-named": {
			"which table? the database has {tables}",
			"name one of them, as in FILE.db#TABLE or under table: in the plan's actuals, or write a query: there",
		},
		"database-both-named": {
			"there is a table and a query",
			"keep one of the two",
		},
		"database-no-tables": {
			"the database has no table that you may read",
			"check that the URL or file names the right database, and ask its owner for the right to read",
		},
		"database-table-name": {
			`"{got}" is not the name of a table`,
			`write table, schema.table, or between double quotes "My.Table"`,
		},
		"database-unknown-table": {
			`there is no table "{got}"`,
			"the tables are {tables}",
		},
		"database-not-permitted": {
			"the server does not let you read it: {why}",
			"ask the owner of the database for the right to read (GRANT SELECT)",
		},
		"database-two-statements": {
			"the query has more than one statement",
			"keep one SELECT, without a semicolon inside",
		},
		"database-not-a-query": {
			"this is not a query that only reads",
			"write one SELECT",
		},
		"database-query": {
			"the database does not understand the query: {why}",
			"try the query in the database's own program first",
		},
		"database-column-twice": {
			`there are several columns "{column}"`,
			"write a query that gives each column a name of its own: SELECT … AS name",
		},
		"database-unknown-column": {
			`there is no column "{got}"`,
			"the columns are {columns}",
		},
		"database-no-date": {
			"it is not said which column has the date",
			"name it; the columns are {columns}",
		},
		"database-column-type": {
			`the column "{column}" cannot be read as what it should mean: its type is {type}`,
			"write a query that turns it into a date or a number: SELECT CAST(… AS date) AS name",
		},

		// what comes back
		"database-timeout": {
			"the database has not finished after {seconds} seconds",
			"read less, for example with a query of the last year, or ask for an index",
		},
		"database-too-many-rows": {
			"more than {max} rows come back after adding up by day, stage, channel and person",
			"name a channel and person that many leads have in common, not one that each lead has for itself",
		},
		"database-value": {
			"a cell cannot be read as a date or number: {why}",
			"write a query that leaves such rows out or sets them right",
		},
		"database-count": {
			"{got} is not a count",
			"a count is whole and not negative; write a query that rounds: SELECT ROUND(…) AS count",
		},
		"database-amount": {
			"{got} is not an amount",
			"write a query that leaves such rows out",
		},
		"database-failed": {
			"the database says: {why}",
			"try the same in the database's own program",
		},
	}
}

// databaseProblemsSpanish says why a database cannot be read, in Spanish.
func databaseProblemsSpanish() map[string]Problem {
	return map[string]Problem{
		// the URL and what belongs to it
		"database-url": {
			"no se entiende la URL de la base de datos",
			"escribir postgres://usuario@servidor:5432/base?sslmode=require sin contraseña; en los nombres, %40 en vez de @, %2F en vez de / y %23 en vez de #",
		},
		"database-url-password": {
			"la URL de la base de datos contiene una contraseña",
			"quitarla, porque las URL quedan en archivos y en la lista de procesos; usar PGPASSWORD o un archivo indicado en PGPASSFILE",
		},
		"database-url-setting": {
			"la URL de la base de datos tiene un parámetro desconocido: {got}",
			"los parámetros son {known}",
		},
		"database-url-value": {
			"{setting} tiene un valor que no puede tener",
			"escribir uno de {known}",
		},
		"database-no-user": {
			"la URL de la base de datos no dice con qué usuario entrar",
			"escribir el usuario antes del servidor: postgres://usuario@servidor/base",
		},
		"database-password-file": {
			"no se puede leer el archivo {file} de la contraseña: {why}",
			"revisar su nombre y los permisos de lectura",
		},
		"database-password-line": {
			"el archivo {file} no contiene una contraseña",
			"escribir en él la contraseña como única línea",
		},
		"database-certificate": {
			"no se puede leer el certificado {file}: {why}",
			"indicar archivos en formato PEM en sslrootcert, o en sslcert y sslkey a la vez",
		},
		"database-environment": {
			"el entorno tiene un ajuste de PostgreSQL que no sirve: {why}",
			"quitar PGSERVICE del entorno",
		},
		"database-time-zone": {
			"no existe esa zona horaria: {got}",
			"escribir un nombre como America/Lima o UTC",
		},
		"database-sqlite-timezone": {
			"un archivo SQLite no conoce los días en {got}, solo en UTC",
			"no indicar zona horaria y escribir una consulta que entregue el día",
		},

		// the connection
		"database-unreachable": {
			"no se puede llegar al servidor: {why}",
			"revisar servidor y puerto en la URL, y que este equipo pueda conectarse",
		},
		"database-connect-timeout": {
			"el servidor no responde en {seconds} segundos",
			"revisar servidor y puerto en la URL y el cortafuegos, o agregar connect_timeout=60 a la URL",
		},
		"database-no-password": {
			"el servidor pide una contraseña para {user}",
			"usar PGPASSWORD, o escribirla en el archivo indicado en PGPASSFILE, o si no en ~/.pgpass",
		},
		"database-wrong-password": {
			"el servidor no acepta la contraseña de {user}",
			"revisar el usuario en la URL y la contraseña en PGPASSWORD o en el archivo de contraseñas",
		},
		"database-refused": {
			"el servidor rechaza la conexión: {why}",
			"revisar usuario y base en la URL; quien administra el servidor decide quién puede entrar",
		},
		"database-encryption": {
			"no se puede cifrar la conexión como se pide: {why}",
			"agregar sslmode=require a la URL, o sslmode=verify-full con sslrootcert=ARCHIVO si el certificado es propio",
		},

		// a SQLite file
		"database-no-file": {
			"no se puede abrir el archivo como base de datos",
			"revisar su nombre y los permisos de lectura del archivo y su carpeta",
		},
		"database-not-sqlite": {
			"el archivo no es una base de datos SQLite",
			"indicar un archivo .sqlite o .db que SQLite abra, sin contraseña propia",
		},
		"database-locked": {
			"otro programa está escribiendo en el archivo",
			"cerrar ese programa o leer una copia del archivo",
		},
		"database-damaged": {
			"no se puede leer el archivo: {why}",
			"revisarlo con: sqlite3 ARCHIVO 'PRAGMA integrity_check'",
		},

		// the table or query
		"database-nothing-named": {
			"¿qué tabla? la base de datos tiene {tables}",
			"indicar una de ellas, como en ARCHIVO.db#TABLA o en table: de los actuals del plan, o escribir ahí una consulta en query:",
		},
		"database-both-named": {
			"se indican una tabla y una consulta",
			"dejar una de las dos",
		},
		"database-no-tables": {
			"la base de datos no tiene ninguna tabla que se pueda leer",
			"revisar que la URL o el archivo sea de la base correcta y pedir permiso de lectura a su dueño",
		},
		"database-table-name": {
			`"{got}" no es el nombre de una tabla`,
			`escribir tabla, esquema.tabla o, entre comillas dobles, "Mi.Tabla"`,
		},
		"database-unknown-table": {
			`no existe la tabla "{got}"`,
			"las tablas son {tables}",
		},
		"database-not-permitted": {
			"el servidor no permite leerla: {why}",
			"pedir permiso de lectura al dueño de la base de datos (GRANT SELECT)",
		},
		"database-two-statements": {
			"la consulta tiene más de una sentencia",
			"dejar un solo SELECT, sin punto y coma en medio",
		},
		"database-not-a-query": {
			"esto no es una consulta que solo lea",
			"escribir un SELECT",
		},
		"database-query": {
			"la base de datos no entiende la consulta: {why}",
			"probar antes la consulta en el programa propio de la base de datos",
		},
		"database-column-twice": {
			`hay varias columnas "{column}"`,
			"escribir una consulta que dé a cada columna un nombre propio: SELECT … AS nombre",
		},
		"database-unknown-column": {
			`no existe la columna "{got}"`,
			"las columnas son {columns}",
		},
		"database-no-date": {
			"no se dice qué columna tiene la fecha",
			"indicarla; las columnas son {columns}",
		},
		"database-column-type": {
			`la columna "{column}" no se puede leer como lo que debe significar: su tipo es {type}`,
			"escribir una consulta que la convierta en fecha o número: SELECT CAST(… AS date) AS nombre",
		},

		// what comes back
		"database-timeout": {
			"la base de datos no ha terminado después de {seconds} segundos",
			"leer menos, por ejemplo con una consulta del último año, o pedir un índice",
		},
		"database-too-many-rows": {
			"vuelven más de {max} filas después de sumar por día, etapa, canal y persona",
			"indicar un canal y una persona que muchos leads tengan en común, no algo propio de cada lead",
		},
		"database-value": {
			"una celda no se puede leer como fecha o número: {why}",
			"escribir una consulta que deje fuera esas filas o las corrija",
		},
		"database-count": {
			"{got} no es una cantidad",
			"una cantidad es entera y no negativa; escribir una consulta que redondee: SELECT ROUND(…) AS cantidad",
		},
		"database-amount": {
			"{got} no es un monto",
			"escribir una consulta que deje fuera esas filas",
		},
		"database-failed": {
			"la base de datos dice: {why}",
			"probar lo mismo en el programa propio de la base de datos",
		},
	}
}
