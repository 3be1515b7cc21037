package i18n

// Errors are the things that can go wrong outside a plan file, each with what
// to do about it where that is known.
type Errors struct {
	Hint Text // the line under an error

	UnknownCommand, UnknownFlag, UnknownTopic          Text
	DidYouMean, SeeHelp, SeeCommands                   Text
	NeedsValue, BadValue, NotAChoice                   Text
	MissingArgument, TooManyArguments, UsageHint       Text
	NoSuchFile, IsDirectory, NotPermitted, CannotRead  Text
	NoPlans, EmptyFolder, NoPlansHint                  Text
	CannotWrite, Exists, ExistsHint                    Text
	PreferenceKey, PreferencesNotYAML, PreferencesHint Text
	MissingVolume, NotAVolume, VolumeHint, VolumePlain Text
	UnknownStage, StageChoices, WhichFunnel            Text
	NotAConfidence, ConfidenceHint, ConfidenceWant     Text
	ConfidenceComma, ConfidenceList, VolumeWhole       Text
	NotAChange, NotPoints, ChangeWant                  Text
	NotASetting, SettingHint                           Text
	NotADate, DateHint, NotARow, RowHint               Text
	UnknownEnding, EndingHint                          Text
	PlanEnding, OneEndingHint, WorkbookEnding          Text // {file}, {want}
	IsInput, IsInputHint                               Text
	NotShown, NotShownHint                             Text // {file}
	NotAnAssignment, ColumnHint, StageHint             Text
	NoPeriod, NoPeriodHint, NoSource, NoSourceHint     Text
	PageOnTerminal, PageHint                           Text
	NotAWeek, WeekHint, NoDates, NoDatesHint           Text
	NoOwners, NoOwnersHint                             Text
	TooLong, TooLongHint                               Text
	DateOrToday                                        Text
	NoSuchFolder, FolderHint                           Text
	NotAPlanFile, PlanFileHint                         Text
	NoSourceLearnHint, WriteWithoutPlan, WriteHint     Text
	NotTogether, NotTogetherHint                       Text
	NoRecords, NoRecordsHint, NoRecordsDatabase        Text
	NoEntries, NoEntriesHint                           Text
	NoTriangle, TriangleChoices                        Text
	UnknownScenario, ScenarioChoices                   Text
	NoScenarios, NoScenariosHint                       Text
	StdinTwice, StdinTwiceHint                         Text
	NoIdealClient, NoIdealClientHint                   Text
	OneAtATime, OneAtATimeHint, NoOutcome, OutcomeHint Text
	OnlyCSV, OnlyCSVHint, PlanAsLeads, PlanAsLeadsHint Text
	OneFunnel, OneFunnelHint, NoUnitCost               Text
	NoUnitCostHint, NotAShare, ShareHint               Text
	UnknownFunnel, FunnelChoices, NotAFunnelVolume     Text
	MissingUnknown, NotAnUnknown, UnknownChoices       Text
	NothingGiven, NothingGivenHint                     Text
	SureOfWhat, GivenHint                              Text
	BelowSuccess, BelowSuccessHint                     Text

	System System
}

// System is what the system says of a file, behind "cannot be written: ".
type System struct {
	Missing, Exists, Directory, NotDirectory Text
	NotPermitted, ReadOnly, Full, Closed     Text
	NoReader, LongName, TooLong, Device      Text
}

func englishSystem() System {
	return System{
		Missing:      "no such file or folder",
		Exists:       "exists already",
		Directory:    "is a folder, not a file",
		Device:       "is a device, not a file",
		NotDirectory: "a part of its path is a file, not a folder",
		NotPermitted: "no permission for it",
		ReadOnly:     "the disk can only be read",
		Full:         "no space is left on the disk",
		Closed:       "it is closed already",
		NoReader:     "nobody reads it any more",
		LongName:     "its name is too long",
		TooLong:      "more than 16 GB",
	}
}

func spanishSystem() System {
	return System{
		Missing:      "no existe ese archivo o carpeta",
		Exists:       "ya existe",
		Directory:    "es una carpeta, no un archivo",
		Device:       "es un dispositivo, no un archivo",
		NotDirectory: "una parte de su ruta es un archivo y no una carpeta",
		NotPermitted: "no hay permiso",
		ReadOnly:     "el disco es de solo lectura",
		Full:         "no queda espacio en el disco",
		Closed:       "ya está cerrado",
		NoReader:     "ya nadie lo lee",
		LongName:     "su nombre es demasiado largo",
		TooLong:      "más de 16 GB",
	}
}

func englishErrors() Errors {
	return Errors{
		Hint:               "hint: {hint}",
		UnknownCommand:     "unknown command {got}",
		UnknownFlag:        "unknown flag {got}",
		UnknownTopic:       "no help on {got}",
		DidYouMean:         "did you mean {near}?",
		SeeHelp:            "see {command} --help",
		SeeCommands:        "see embudo help",
		NeedsValue:         "flag {flag} needs a value",
		BadValue:           "{flag}: {got} does not fit: {why}",
		NotAChoice:         "{what}: {got} is none of {choices}",
		MissingArgument:    "{command} needs {want}",
		TooManyArguments:   "{command} takes only {want}; {got} is too many",
		UsageHint:          "usage: {usage}",
		NoSuchFile:         "{file}: no such file",
		NoPlans:            "{file}: no plan file is called so",
		EmptyFolder:        "{file}: the folder has no .yaml plan files",
		NoPlansHint:        "name files, folders with .yaml files, or a pattern in quotes: 'plans/*.yaml'",
		IsDirectory:        "{file}: is a folder, not a file",
		NotPermitted:       "{file}: no permission to open it",
		CannotRead:         "{file}: cannot be read: {why}",
		CannotWrite:        "{file}: cannot be written: {why}",
		Exists:             "{file}: exists already",
		ExistsHint:         "choose another name, or --force to write over it",
		PreferenceKey:      "{file}: unknown key {key}",
		PreferencesNotYAML: "{file}: is not valid YAML",
		PreferencesHint:    "the keys are lang (en, es), output ({outputs}) and color (auto, always, never)",
		MissingVolume:      "--from is missing, and nobody is in the plan's stages yet",
		NotAVolume:         "{flag}: {got} is not STAGE=NUMBER",
		VolumeHint:         "write for example {flag} {stage}=300, several separated by commas",
		VolumePlain:        "write digits without separators, {flag} {want}; a comma separates volumes",
		VolumeWhole:        "write whole numbers for people, for example {flag} {stage}=300; a comma separates volumes",
		UnknownStage:       "{flag}: there is no stage {got}",
		StageChoices:       "the stages are {stages}",
		WhichFunnel:        "{flag}: {got} is a stage of several funnels",
		NotAConfidence:     "{flag}: {got} does not lie between 0 and 1",
		NotAChange:         "{flag}: {got} is no part of an input to change it by, above 0% and below 100%",
		NotPoints:          "{flag}: {got} is no number of percentage points above 0 and below 100",
		ChangeWant:         "write {flag} {want}",
		ConfidenceHint:     "write for example --confidence 80%,90%",
		ConfidenceWant:     "write {flag} {want}",
		ConfidenceComma:    "a comma separates levels here: write --confidence {number}",
		ConfidenceList:     "a comma separates levels here: write --confidence {list} for two levels, or {number} for one",
		NotASetting:        "--set: {got} is not path=value",
		SettingHint:        "write for example --set budget=30000 or --set stages.mql.rate=35%",
		NotADate:           "{what}: {got} is not a date",
		DateHint:           "write it as {want}",
		DateOrToday:        "write a date such as {want}; without --as-of it is today",
		NotARow:            "--header-row: {got} is not the number of a row",
		RowHint:            "count the rows from 1, to {max} at the most",
		PlanEnding:         "{file}: a plan ends so, and this is a result",
		OneEndingHint:      "name it {want}",
		WorkbookEnding:     "{file}: a workbook, and nothing else, is named .xlsx",
		IsInput:            "{file}: this very command reads it, and the result would take its place",
		IsInputHint:        "choose another name for the result; --force does not help here",
		UnknownEnding:      "{file}: there is no format for this ending",
		EndingHint:         "name a file that ends in {endings}, or say the format with -o: {choices}",
		NotShown:           "a workbook is no text: a terminal cannot show it",
		NotShownHint:       "write --output-file {file}",
		NotAnAssignment:    "{flag}: {got} is not NAME=VALUE",
		ColumnHint:         "write for example --column mql=\"Create Date\" or --column channel=Source",
		StageHint:          "write for example --stage \"Closed Won=client\"",
		NoPeriod:           "{file}: the plan has no period, so nothing is due on any day",
		NoPeriodHint:       "write for example period: 2027-Q1, or try --set period=2027-Q1",
		TooLong:            "{file}: its schedule would have more than {max} numbers",
		TooLongHint:        "choose a longer part of the calendar, --by week or --by month, or a shorter period",
		PageOnTerminal:     "a report is a page for a browser, not for a terminal",
		PageHint:           "embudo report {file} --output-file report.html; or -o table to read it here",
		NoSource:           "no source of actual numbers is named",
		NoSourceHint:       "name an export after the plan: embudo {command} {file} crm.csv; or list sources under actuals in the plan",
		NoSourceLearnHint:  "name an export: embudo learn crm.csv --plan {file}; or list sources under actuals in the plan",
		NoIdealClient:      "{file}: the plan does not say who the ideal client is, so nobody can be held against it",
		NoIdealClientHint:  "write rules below ideal_client, for example ideal_client: {rules: [{field: Country, in: [CL, PE]}]}; embudo init --template ideal-client has more of them",
		OnlyCSV:            "{file}: scored leads are written as CSV only, which spreadsheets open",
		OnlyCSVHint:        "write --write {want}",
		PlanAsLeads:        "{file}: this is a plan, and holds no leads",
		PlanAsLeadsHint:    "name a file of leads after the plan: embudo qualify {plan} leads.csv",
		OneAtATime:         "--write takes the leads of one file at a time",
		OneAtATimeHint:     "name only {file}, and the others one by one",
		NoOutcome:          "--outcome: {got} is no stage of the plan",
		OutcomeHint:        "write {near}",
		WriteWithoutPlan:   "--write needs the plan that is to be changed",
		WriteHint:          "name its file: --plan plan.yaml --write",
		NotTogether:        "{one} and {other} do not go together",
		NotTogetherHint:    "leave one of them out",
		NoRecords:          "the sources have no two stages lead by lead, so there is nothing to learn from",
		NoRecordsHint:      "it takes a row for each lead or deal, with the day on which it entered and the day of another stage or of its end; embudo actuals {file} shows what was understood",
		NoRecordsDatabase:  "it takes a row for each lead or deal, with the days on which it entered the stages; embudo actuals {file} shows what was understood",
		NoEntries:          "the sources have nobody who entered in the days that count, up to {day}",
		NoEntriesHint:      "--as-of and --since say which days count; embudo actuals {file} shows those of the entries",
		NoTriangle:         "--triangle: nothing is known of a step from {got}",
		OneFunnel:          "{file}: the plan has one funnel, so there is nothing to split",
		OneFunnelHint:      "list several under funnels:, each with its unit costs; or see what one budget must be: embudo solve {file} --for budget --given {stage}=300",
		NoUnitCost:         "{file}: nothing says what an entry of {funnel} costs",
		NoUnitCostHint:     "give a stage of it a unit_cost, for example --set funnels.{id}.stages.{stage}.unit_cost=35",
		NotAShare:          "{flag}: {got} is not FUNNEL=SHARE, from 0% to 100% of the budget",
		ShareHint:          "write for example {flag} {want}",
		UnknownFunnel:      "{flag}: there is no funnel {got}",
		FunnelChoices:      "the funnels are {funnels}",
		NotAFunnelVolume:   "{flag}: {got} is not FUNNEL=NUMBER",
		MissingUnknown:     "--for is missing: which number is to be solved for?",
		NotAnUnknown:       "--for: {got} cannot be solved for",
		UnknownChoices:     "these can be: {choices}",
		NothingGiven:       "{file}: nothing says when the plan comes out: no entries are given, and it has no unit_cost and no capacity",
		NothingGivenHint:   "say how many you can get, for example --given {stage}=300, or give a stage a unit_cost or a capacity",
		SureOfWhat:         "--confidence needs to know how many entries are given",
		GivenHint:          "write for example --given {stage}=300",
		BelowSuccess:       "--given: {got} lies below the stage that success is judged by, where nothing is left to be sure of",
		BelowSuccessHint:   "give entries of {success} or of a stage above it, or leave out --confidence",
		TriangleChoices:    "there are steps from {stages}",
		UnknownScenario:    "{file}: the plan has no scenario {got}",
		ScenarioChoices:    "its scenarios are {scenarios}",
		NoScenarios:        "{file}: the plan has no scenarios",
		NoScenariosHint:    "write into the plan what is different, for example {example}, or name another plan file after it",
		StdinTwice:         "- stands for standard input, which can be read once only",
		StdinTwiceHint:     "name a file for all plans but one: git show HEAD~1:plan.yaml | embudo compare plan.yaml -",
		NoSuchFolder:       "{file}: there is no folder {folder}",
		FolderHint:         "create that folder first, or name one that is there",
		NotAPlanFile:       "{file}: a plan is a text in YAML, not a {ending} file",
		PlanFileHint:       "write embudo init {want}",
		System:             englishSystem(),
		NotAWeek:           "--week: {got} is not a week",
		WeekHint:           "write the year and the number of the week, for example --week {want}",
		NoDates:            "{file}: the plan has no activities, so there is nothing to put into a calendar",
		NoDatesHint:        "embudo calendar {file} shows how to write one",
		NoOwners:           "{file}: nothing says which stages are marketing's and which are sales', so neither can owe anything",
		NoOwnersHint:       "write owner: marketing or owner: sales at each stage, or sla: {sales_from: ID} with the first stage that sales answers for",
	}
}

func spanishErrors() Errors {
	return Errors{
		Hint:               "sugerencia: {hint}",
		UnknownCommand:     "comando desconocido: {got}",
		UnknownFlag:        "opción desconocida: {got}",
		UnknownTopic:       "no hay ayuda sobre {got}",
		DidYouMean:         "¿será {near}?",
		SeeHelp:            "ver {command} --help",
		SeeCommands:        "ver embudo help",
		NeedsValue:         "la opción {flag} necesita un valor",
		BadValue:           "{flag}: {got} no sirve: {why}",
		NotAChoice:         "{what}: {got} no es ninguno de {choices}",
		MissingArgument:    "{command} necesita {want}",
		TooManyArguments:   "{command} solo admite {want}; {got} está de más",
		UsageHint:          "uso: {usage}",
		NoSuchFile:         "{file}: no existe ese archivo",
		NoPlans:            "{file}: ningún archivo de plan se llama así",
		EmptyFolder:        "{file}: la carpeta no tiene archivos de plan .yaml",
		NoPlansHint:        "nombrar archivos, carpetas con archivos .yaml, o un patrón entre comillas: 'planes/*.yaml'",
		IsDirectory:        "{file}: es una carpeta, no un archivo",
		NotPermitted:       "{file}: no hay permiso para abrirlo",
		CannotRead:         "{file}: no se puede leer: {why}",
		CannotWrite:        "{file}: no se puede escribir: {why}",
		Exists:             "{file}: ya existe",
		ExistsHint:         "elegir otro nombre, o --force para escribir encima",
		PreferenceKey:      "{file}: clave desconocida: {key}",
		PreferencesNotYAML: "{file}: no es YAML válido",
		PreferencesHint:    "las claves son lang (en, es), output ({outputs}) y color (auto, always, never)",
		MissingVolume:      "falta --from, y todavía no hay nadie en las etapas del plan",
		NotAVolume:         "{flag}: {got} no es ETAPA=NÚMERO",
		VolumeHint:         "escribir por ejemplo {flag} {stage}=300, varios separados por comas",
		VolumePlain:        "escribir las cifras sin separadores, {flag} {want}; una coma separa volúmenes",
		VolumeWhole:        "las personas se cuentan en números enteros, por ejemplo {flag} {stage}=300; una coma separa volúmenes",
		UnknownStage:       "{flag}: no existe la etapa {got}",
		StageChoices:       "las etapas son {stages}",
		WhichFunnel:        "{flag}: {got} es una etapa de varios embudos",
		NotAConfidence:     "{flag}: {got} no está entre 0 y 1",
		NotAChange:         "{flag}: {got} no es una parte en que cambiar un dato, mayor que 0 % y menor que 100 %",
		NotPoints:          "{flag}: {got} no es una cantidad de puntos porcentuales mayor que 0 y menor que 100",
		ChangeWant:         "escribir {flag} {want}",
		ConfidenceHint:     "escribir por ejemplo --confidence 80%,90%",
		ConfidenceWant:     "escribir {flag} {want}",
		ConfidenceComma:    "aquí una coma separa niveles: escribir --confidence {number}",
		ConfidenceList:     "aquí una coma separa niveles: escribir --confidence {list} para dos niveles, o {number} para uno",
		NotASetting:        "--set: {got} no es ruta=valor",
		SettingHint:        "escribir por ejemplo --set budget=30000 o --set stages.mql.rate=35%",
		NotADate:           "{what}: {got} no es una fecha",
		DateHint:           "escribirla así: {want}",
		DateOrToday:        "escribir una fecha como {want}; sin --as-of vale el día de hoy",
		NotARow:            "--header-row: {got} no es el número de una fila",
		RowHint:            "contar las filas desde 1, hasta {max} a lo más",
		PlanEnding:         "{file}: así termina un plan, y esto es un resultado",
		OneEndingHint:      "llamarlo {want}",
		WorkbookEnding:     "{file}: un libro de Excel, y nada más que un libro, se llama .xlsx",
		IsInput:            "{file}: este mismo comando lo lee, y el resultado ocuparía su lugar",
		IsInputHint:        "elegir otro nombre para el resultado; --force no sirve aquí",
		UnknownEnding:      "{file}: no hay un formato para esa terminación",
		EndingHint:         "nombrar un archivo que termine en {endings}, o decir el formato con -o: {choices}",
		NotShown:           "una planilla de Excel no es texto: una terminal no puede mostrarla",
		NotShownHint:       "escribir --output-file {file}",
		NotAnAssignment:    "{flag}: {got} no es NOMBRE=VALOR",
		ColumnHint:         "escribir por ejemplo --column mql=\"Fecha de creación\" o --column channel=Fuente",
		StageHint:          "escribir por ejemplo --stage \"Cerrado ganado=client\"",
		NoPeriod:           "{file}: el plan no tiene período, así que no hay nada previsto para ningún día",
		NoPeriodHint:       "escribir por ejemplo period: 2027-Q1, o probar con --set period=2027-Q1",
		TooLong:            "{file}: su calendario de metas tendría más de {max} números",
		TooLongHint:        "elegir una parte más larga del calendario, --by week o --by month, o un período más corto",
		PageOnTerminal:     "un informe es una página para el navegador, no para la terminal",
		PageHint:           "embudo report {file} --output-file informe.html; o -o table para leerlo aquí",
		NoSource:           "no se nombra ninguna fuente de números reales",
		NoSourceHint:       "nombrar un archivo después del plan: embudo {command} {file} crm.csv; o listar fuentes en actuals dentro del plan",
		NoSourceLearnHint:  "nombrar una exportación: embudo learn crm.csv --plan {file}; o listar fuentes en actuals dentro del plan",
		NoIdealClient:      "{file}: el plan no dice quién es el cliente ideal, así que no hay con qué comparar a nadie",
		NoIdealClientHint:  "escribir reglas debajo de ideal_client, por ejemplo ideal_client: {rules: [{field: País, in: [Chile, Perú]}]}; embudo init --template ideal-client trae más",
		OnlyCSV:            "{file}: los leads con puntaje solo se escriben en CSV, que las planillas abren",
		OnlyCSVHint:        "escribir --write {want}",
		PlanAsLeads:        "{file}: esto es un plan, y no contiene leads",
		PlanAsLeadsHint:    "nombrar un archivo de leads después del plan: embudo qualify {plan} leads.csv",
		OneAtATime:         "--write escribe los leads de un archivo a la vez",
		OneAtATimeHint:     "nombrar solo {file}, y los demás uno por uno",
		NoOutcome:          "--outcome: {got} no es una etapa del plan",
		OutcomeHint:        "escribir {near}",
		WriteWithoutPlan:   "--write necesita el plan que se va a cambiar",
		WriteHint:          "nombrar su archivo: --plan plan.yaml --write",
		NotTogether:        "{one} y {other} no van juntos",
		NotTogetherHint:    "quitar uno de los dos",
		NoRecords:          "las fuentes no tienen dos etapas lead por lead, así que no hay de qué aprender",
		NoRecordsHint:      "hace falta una fila por lead o negocio, con el día en que entró y el día de otra etapa o de su cierre; embudo actuals {file} muestra qué se entendió",
		NoRecordsDatabase:  "hace falta una fila por lead o negocio, con los días en que entró a las etapas; embudo actuals {file} muestra qué se entendió",
		NoEntries:          "en las fuentes no entró nadie en los días que cuentan, hasta el {day}",
		NoEntriesHint:      "--as-of y --since dicen qué días cuentan; embudo actuals {file} muestra los de las entradas",
		NoTriangle:         "--triangle: no se sabe de ningún paso desde {got}",
		OneFunnel:          "{file}: el plan tiene un solo embudo, así que no hay nada que repartir",
		OneFunnelHint:      "listar varios bajo funnels:, cada uno con sus costos unitarios; o ver qué presupuesto hace falta: embudo solve {file} --for budget --given {stage}=300",
		NoUnitCost:         "{file}: nada dice cuánto cuesta una entrada de {funnel}",
		NoUnitCostHint:     "dar a una de sus etapas un unit_cost, por ejemplo --set funnels.{id}.stages.{stage}.unit_cost=35",
		NotAShare:          "{flag}: {got} no es EMBUDO=PARTE, de 0% a 100% del presupuesto",
		ShareHint:          "escribir por ejemplo {flag} {want}",
		UnknownFunnel:      "{flag}: no existe el embudo {got}",
		FunnelChoices:      "los embudos son {funnels}",
		NotAFunnelVolume:   "{flag}: {got} no es EMBUDO=NÚMERO",
		MissingUnknown:     "falta --for: ¿qué número hay que despejar?",
		NotAnUnknown:       "--for: {got} no se puede despejar",
		UnknownChoices:     "estos se pueden: {choices}",
		NothingGiven:       "{file}: nada dice cuándo resulta el plan: no hay entradas dadas, y no tiene unit_cost ni capacity",
		NothingGivenHint:   "decir cuántas se pueden conseguir, por ejemplo --given {stage}=300, o dar a una etapa un unit_cost o una capacity",
		SureOfWhat:         "--confidence necesita saber cuántas entradas hay",
		GivenHint:          "escribir por ejemplo --given {stage}=300",
		BelowSuccess:       "--given: {got} está debajo de la etapa en que se mide el éxito, donde ya no hay nada de qué estar seguro",
		BelowSuccessHint:   "dar entradas de {success} o de una etapa de más arriba, u omitir --confidence",
		TriangleChoices:    "hay pasos desde {stages}",
		UnknownScenario:    "{file}: el plan no tiene el escenario {got}",
		ScenarioChoices:    "sus escenarios son {scenarios}",
		NoScenarios:        "{file}: el plan no tiene escenarios",
		NoScenariosHint:    "escribir en el plan lo que es distinto, por ejemplo {example}, o nombrar otro archivo de plan después",
		StdinTwice:         "- es la entrada estándar, que se puede leer una sola vez",
		StdinTwiceHint:     "nombrar un archivo para todos los planes menos uno: git show HEAD~1:plan.yaml | embudo compare plan.yaml -",
		NoSuchFolder:       "{file}: no existe la carpeta {folder}",
		FolderHint:         "crear primero esa carpeta, o nombrar una que exista",
		NotAPlanFile:       "{file}: un plan es un texto en YAML, no un archivo {ending}",
		PlanFileHint:       "escribir embudo init {want}",
		System:             spanishSystem(),
		NotAWeek:           "--week: {got} no es una semana",
		WeekHint:           "escribir el año y el número de la semana, por ejemplo --week {want}",
		NoDates:            "{file}: el plan no tiene actividades, así que no hay nada que poner en un calendario",
		NoDatesHint:        "embudo calendar {file} muestra cómo se escribe una",
		NoOwners:           "{file}: nada dice qué etapas son de marketing y cuáles de ventas, así que ninguna parte puede deber algo",
		NoOwnersHint:       "escribir owner: marketing u owner: sales (ventas) en cada etapa, o sla: {sales_from: ID} con la primera etapa de la que responde ventas",
	}
}
