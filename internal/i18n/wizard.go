package i18n

// Wizard is what the questions of a first plan say.
type Wizard struct {
	Intro Text // what comes, and how to stop: {file}
	Step  Text // over each question: {number}, {questions}, {question}

	Currency, Budget, TargetReturn, AverageRevenue, Rates Question

	From, Answer Text // of a rate, where its question stands alone: {from}, {to}; {question}, {usual}

	Write                  Text // {file}, {write}, {change}, {leave}
	WriteIt, Change, Leave Text // answers to it
	WriteOrElse            Text // the same where one types a letter: {file}, {write}, {change}, {leave}
	LetterIsNone           Text // {write}, {change}, {leave}
	Letters                Letters
	Written, NothingDone   Text // {file}

	Next, Back Text // what keys do

	File Text // the plan file; placeholders are the answers
}

// Question is what is asked, in a word or two, and what it means.
type Question struct{ Name, Why Text }

// Letters are what one types for yes, for other answers, and for no.
type Letters struct{ Write, Change, Leave Text }

func englishWizard() Wizard {
	return Wizard{
		Intro: "Five questions, then the numbers, and only then {file} is written. Enter takes the value that is shown; Ctrl-C stops and writes nothing.",
		Step:  "{number}/{questions} · {question}",

		Currency: Question{
			"Currency",
			"Its code of three letters: USD, EUR, GBP, MXN, CLP. All amounts of the plan are in it.",
		},
		Budget: Question{
			"Budget",
			"All that may be spent to win the clients: advertising, fairs, tools, people. Digits only, with a point for decimals: 40000.",
		},
		TargetReturn: Question{
			"Target return",
			"What must remain of the gross profit once the budget is earned back, as a share of the budget. 0% is break-even.",
		},
		AverageRevenue: Question{
			"Average revenue per client",
			"What one client pays for one purchase, on average.",
		},
		Rates: Question{
			"Rates",
			"Of those who enter a stage, what share goes on to the next one? A guess will do: 30%. Better is what was seen, 27/90 for 27 of 90, or a range, 20%..40%.",
		},

		From:   "{from} → {to}",
		Answer: "{question} [{usual}]:",

		Write:        "Write {file}? ({write}, {change} or {leave}; or ↑ ↓ and Enter)",
		WriteIt:      "Yes, write it",
		Change:       "No, change the answers first",
		Leave:        "No, leave and write nothing",
		WriteOrElse:  "Write {file}? {write} = yes, {change} = change the answers, {leave} = leave and write nothing [{write}]:",
		LetterIsNone: "Write {write}, {change} or {leave}.",
		Letters:      Letters{"y", "c", "n"},
		Written:      "{file} is written. It can be changed with any text editor.",
		NothingDone:  "Nothing was written.",

		Next: "next", Back: "back",

		File: `# yaml-language-server: $schema=embudo.schema.json
# Made by: embudo schema --output-file embudo.schema.json
#
# A PLAN, worked backwards from the money to the people who must enter each stage.
#
#   - A line is a key, a colon, a space and a value. Change the values; the keys
#     stay in English. Indent with spaces, never with tabs.
#   - Decimals have a point, thousands no mark: 40000, 1250.50.
#   - A # begins a comment. A # right before a key, as in #period: 2027-Q1,
#     switches that key off; delete the # to switch it on.
#   - embudo help plan-file lists all keys; embudo init --template quarter writes
#     a plan that shows most of them.

version: 1
name: First plan
currency: {currency}

# With a period the plan has dates, and says how many meetings a week it takes.
# It is a quarter, a year, a month, or two dates: 2027-01-15..2027-04-15.
#period: 2027-Q1

# All that may be spent to win the clients.
budget: {budget}

# What must remain of the gross profit once the budget is earned back, as a share
# of the budget: 0% is break-even, 150% brings back 2.50 for each 1.
target_return: {target_return}

# What one client pays for one purchase, and the share of it that is left after
# the cost of what is sold.
average_revenue_per_client: {average_revenue}
gross_margin: 100%

# The numbers that are needed are averages; with them the target is reached about
# every other time. This also says what it takes to be 90% sure.
confidence: 90%

# The steps that people pass, top of the funnel first; the last one is the client.
# A rate is the share of those who enter a stage that goes on to the next one:
# 30%; or what was seen, 27/90; or a range that it lies in, 20%..40%.
stages:
  - id: mql
    name: MQL
    definition: fits the ideal client in size, country and role
    owner: marketing
    rate: {rate_1}
    # Where the rate comes from; without a source it counts as a guess.
    #source: CRM export, 2026-Q3
    # How long people take to the next stage: 4h, 7d, 2w, 1mo or 5d..15d.
    #lag: 7d

  - id: sql
    name: SQL
    definition: sales sees a need, and somebody who decides takes part
    owner: sales
    rate: {rate_2}

  - id: meeting
    name: Qualified meeting
    definition: one to one, held, with need, budget and decision maker known
    owner: sales
    rate: {rate_3}

  - id: opportunity
    name: Opportunity
    definition: wants to buy and can; proposal with a date
    owner: sales
    rate: {rate_4}

  - id: client
    name: Client
    definition: has signed
    owner: sales
`,
	}
}

func spanishWizard() Wizard {
	return Wizard{
		Intro: "Cinco preguntas, luego los números, y solo entonces se escribe {file}. Enter acepta el valor que se muestra; Ctrl-C termina sin escribir nada.",
		Step:  "{number}/{questions} · {question}",

		Currency: Question{
			"Moneda",
			"Su código de tres letras: USD, EUR, CLP, MXN, PEN. Todos los montos del plan van en ella.",
		},
		Budget: Question{
			"Presupuesto",
			"Todo lo que se puede gastar para ganar a los clientes: publicidad, ferias, herramientas, personas. Solo cifras, con punto para los decimales: 40000.",
		},
		TargetReturn: Question{
			"Retorno meta",
			"Lo que debe quedar de la utilidad bruta una vez recuperado el presupuesto, como parte del presupuesto. 0% es el punto de equilibrio.",
		},
		AverageRevenue: Question{
			"Ingreso promedio por cliente",
			"Lo que un cliente paga por una compra, en promedio.",
		},
		Rates: Question{
			"Tasas",
			"De quienes entran en una etapa, ¿qué parte pasa a la siguiente? Basta una suposición: 30%. Mejor es lo observado, 27/90 si fueron 27 de 90, o un rango, 20%..40%.",
		},

		From:   "{from} → {to}",
		Answer: "{question} [{usual}]:",

		Write:        "¿Escribir {file}? ({write}, {change} o {leave}; o bien ↑ ↓ y Enter)",
		WriteIt:      "Sí, escribirlo",
		Change:       "No, antes cambiar las respuestas",
		Leave:        "No, salir sin escribir nada",
		WriteOrElse:  "¿Escribir {file}? {write} = sí, {change} = cambiar las respuestas, {leave} = salir sin escribir nada [{write}]:",
		LetterIsNone: "Escribir {write}, {change} o {leave}.",
		Letters:      Letters{"s", "c", "n"},
		Written:      "{file} está escrito. Se puede cambiar con cualquier editor de texto.",
		NothingDone:  "No se escribió nada.",

		Next: "siguiente", Back: "atrás",

		File: `# yaml-language-server: $schema=embudo.schema.json
# Se crea con: embudo schema --descriptions es --output-file embudo.schema.json
#
# UN PLAN, calculado hacia atrás: del dinero a las personas que deben entrar en
# cada etapa.
#
#   - Cada línea es una clave, dos puntos, un espacio y un valor. Se cambian los
#     valores; las claves quedan en inglés. La sangría se hace con espacios, nunca
#     con tabuladores.
#   - Los decimales llevan punto y los miles no llevan nada: 40000, 1250.50.
#   - Un # inicia un comentario. Un # pegado a una clave, como en #period: 2027-Q1,
#     la deja desactivada; para activarla se borra el #.
#   - embudo help plan-file muestra todas las claves; embudo init --template quarter
#     escribe un plan que usa la mayoría.

version: 1
name: Primer plan
currency: {currency}

# Con un período el plan tiene fechas y dice cuántas reuniones por semana exige.
# Es un trimestre, un año, un mes o dos fechas: 2027-01-15..2027-04-15.
#period: 2027-Q1

# Todo lo que se puede gastar para ganar a los clientes.
budget: {budget}

# Lo que debe quedar de la utilidad bruta una vez recuperado el presupuesto, como
# parte del presupuesto: 0% es el punto de equilibrio, 150% trae 2.50 por cada 1.
target_return: {target_return}

# Lo que un cliente paga por una compra, y la parte de eso que queda después del
# costo de lo vendido.
average_revenue_per_client: {average_revenue}
gross_margin: 100%

# Los números que hacen falta son promedios; con ellos la meta se alcanza más o
# menos una de cada dos veces. Esto dice además cuánto se requiere para tener un
# 90% de seguridad.
confidence: 90%

# Los pasos que recorren las personas, de arriba abajo; el último es el cliente.
# La tasa es la parte de quienes entran en una etapa que pasa a la siguiente:
# 30%; o lo observado, 27/90; o un rango en el que está, 20%..40%.
stages:
  - id: mql
    name: MQL
    definition: corresponde al cliente ideal en tamaño, país y cargo
    owner: marketing
    rate: {rate_1}
    # De dónde sale la tasa; sin fuente cuenta como suposición.
    #source: exportación del CRM, 2026-Q3
    # Cuánto tardan en llegar a la etapa siguiente: 4h, 7d, 2w, 1mo o 5d..15d.
    #lag: 7d

  - id: sql
    name: SQL
    definition: ventas ve una necesidad y participa alguien que decide
    owner: sales
    rate: {rate_2}

  - id: meeting
    name: Reunión calificada
    definition: uno a uno, realizada, con necesidad, presupuesto y decisor conocidos
    owner: sales
    rate: {rate_3}

  - id: opportunity
    name: Oportunidad
    definition: quiere y puede comprar; tiene una propuesta con fecha
    owner: sales
    rate: {rate_4}

  - id: client
    name: Cliente
    definition: firmó
    owner: sales
`,
	}
}
