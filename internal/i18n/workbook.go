package i18n

// Workbook is what a workbook of a plan says.
type Workbook struct {
	// Names of the sheets.
	Inputs, Plan, Schedule, Check, Holidays, Days Text
	Exact                                         Text

	// What stands below their titles.
	InputsNote, PlanNote, ScheduleNote, CheckNote, HolidaysNote, ExactNote Text

	// Headings of the exact numbers.
	What, Numerator, Denominator, Value Text

	// Inputs, each with what it means.
	Budget, BudgetNote, FunnelBudgetNote, Target, TargetReturn, TargetRevenue Text
	TargetClients, TargetNote, Existing, ExistingNote, Margin, MarginNote     Text
	Repeat, RepeatNote, Referrals, ReferralsNote, Start, StartNote            Text
	End, EndNote, Stages, Share, ShareNote, Revenue                           Text
	RevenueNote                                                               Text

	// Columns of the stages, and their notes.
	WentOn, OutOf, Recovers, Lag, People, PerDay                           Text
	PerWeek, CapacityDays, From, To, RateNote, SeenNote                    Text
	RecoversNote, LagNote, ThereNote, DirectNote, UnitCostNote, PeopleNote Text
	DatesNote, RangeNote, Seasonality, SeasonNote, Season, Weight          Text

	// What is refused, and what is wanted.
	Refused, WantDate, WantShare, WantPositive, WantWhole, WantNumber Text
	WantPart, WantReturn                                              Text // from 0 to 1; from −1

	// Whether the formulas can be relied on.
	IsExact, NotExact, SharesOff Text

	// Results.
	ClientValue, GrossProfit, RevenueAsked, ClientsAll, Clients, ClientsReferred Text
	RevenueAt, GrossProfitAt, ReturnAt, BreakEven, Sums, BelowByRate             Text
	SmallestUnits, UnitCosts, Available, Required, Short, PeopleNeeded           Text
	EachHandles                                                                  Text

	// Rows of the days.
	HoursBefore, WindowStart, WindowEnd, DueStart, DueEnd, AllWork Text
	ElapsedWork                                                    Text

	// The check.
	AsOf, OnTrackFrom, AtRiskFrom, Verdict, TotalTarget, Judged Text
	DaysLeft                                                    Text
}

func englishWorkbook() Workbook {
	return Workbook{
		Inputs:   "Inputs",
		Plan:     "Plan",
		Schedule: "Schedule",
		Check:    "Check",
		Holidays: "Holidays",
		Days:     "Days",
		Exact:    "Exact",

		InputsNote:   "Change the yellow cells: everything else follows. What each of them means is in its note.",
		PlanNote:     "How many must enter each stage so that the target is reached, from the client upwards, always in whole numbers.",
		ScheduleNote: "Targets spread over the working days of each stage's window. Change the period, the lags or the holidays and they move.",
		CheckNote:    "Type what has come in so far into the yellow cells, and the day up to which it counts.",
		HolidaysNote: "Days off besides Saturdays and Sundays; there is room for more.",
		ExactNote:    "Spreadsheets count in floating point, in which 21 / 0.7 is a little more than 30. So all that is rounded is carried here as a fraction of whole numbers. That is exact while none of them has more than 14 digits; the first sheet says whether it is so.",

		What:        "What",
		Numerator:   "Numerator",
		Denominator: "Denominator",
		Value:       "Value",

		Budget:           "Budget",
		BudgetNote:       "What may be spent to reach the target.",
		FunnelBudgetNote: "Of this funnel; together they are the plan's budget.",
		Target:           "Target",
		TargetReturn:     "Target return",
		TargetRevenue:    "Target revenue",
		TargetClients:    "Target clients",
		TargetNote:       "What the plan must reach. Of a return: (gross profit − budget) / budget; 0% is break-even.",
		Existing:         "Existing revenue",
		ExistingNote:     "Part of the target that existing clients already bring.",
		Margin:           "Gross margin",
		MarginNote:       "Share of the revenue that is left after what is sold has been paid for.",
		Repeat:           "Repeat purchases",
		RepeatNote:       "Further purchases of a client while the return is measured.",
		Referrals:        "Referrals",
		ReferralsNote:    "Clients that each client brings.",
		Start:            "From",
		StartNote:        "First day of the period.",
		End:              "To",
		EndNote:          "Last day of the period.",
		Stages:           "Stages",
		Share:            "Share of the target",
		ShareNote:        "What this funnel must bring; the shares add up to 100%.",
		Revenue:          "Revenue per client",
		RevenueNote:      "Average of one purchase of a client.",

		WentOn:       "Went on",
		OutOf:        "out of",
		Recovers:     "Recovers",
		Lag:          "Lag, days",
		People:       "People",
		PerDay:       "Each a day",
		PerWeek:      "Each a week",
		CapacityDays: "Their days",
		From:         "From",
		To:           "To",
		RateNote:     "Share of those who enter the stage that go on to the next: above 0%, at most 100%. Where the two cells to the right are filled in, they count instead.",
		SeenNote:     "In place of a percentage: how many went on, out of how many. 1 out of 3 is exact, 33.33% is not.",
		RecoversNote: "Share of those who did not go on that follow-up still brings to the next stage.",
		LagNote:      "Days from entering this stage to entering the next; of a range, its median.",
		ThereNote:    "People who are already in the stage when the period starts.",
		DirectNote:   "People who are expected to come in here without the stages above.",
		UnitCostNote: "What one entry of the stage costs.",
		PeopleNote:   "How many people handle the entries of the stage, and how many each of them can handle.",
		DatesNote:    "Fixed days of a trip or a fair, in place of a computed window.",
		RangeNote:    "The plan has a range here; this is its mean.",
		Seasonality:  "Seasonality",
		SeasonNote:   "How much a working day of this month or week counts; of one that is not listed, 1.",
		Season:       "Month or week",
		Weight:       "Weight",

		Refused:      "This does not fit",
		WantDate:     "Write a date.",
		WantShare:    "Write a percentage above 0% and at most 100%.",
		WantPositive: "Write a number above 0.",
		WantWhole:    "Write a whole number of 0 or more.",
		WantNumber:   "Write a number that is not below 0.",
		WantPart:     "Write a percentage from 0% to 100%.",
		WantReturn:   "Write a percentage that is not below −100%.",

		IsExact:   "All numbers are exact.",
		NotExact:  "Not exact: numbers are missing, or beyond 14 digits. embudo plan has no such bound.",
		SharesOff: "The shares do not add up to 100%.",

		ClientValue:     "Value of a client",
		GrossProfit:     "Gross profit to bring",
		RevenueAsked:    "Revenue to bring",
		ClientsAll:      "Clients in all",
		Clients:         "Clients to win",
		ClientsReferred: "Clients with referrals",
		RevenueAt:       "Revenue at the whole numbers",
		GrossProfitAt:   "Gross profit at the whole numbers",
		ReturnAt:        "Return at the whole numbers",
		BreakEven:       "Clients to break even",
		Sums:            "The plan as a whole",
		BelowByRate:     "needed below / rate",
		SmallestUnits:   "in the smallest unit of the currency",
		UnitCosts:       "Cost of all",
		Available:       "Can handle",
		Required:        "To handle",
		Short:           "Too many",
		PeopleNeeded:    "People needed",
		EachHandles:     "each person handles",

		HoursBefore: "Hours from the top",
		WindowStart: "Window from",
		WindowEnd:   "Window to",
		DueStart:    "Due from",
		DueEnd:      "Due to",
		AllWork:     "Work in all",
		ElapsedWork: "Work so far",

		AsOf:        "As of",
		OnTrackFrom: "On track from",
		AtRiskFrom:  "At risk from",
		Verdict:     "Verdict, without the plan's conditions",
		TotalTarget: "Needed in all",
		Judged:      "Judged",
		DaysLeft:    "Working days left",
	}
}

func spanishWorkbook() Workbook {
	return Workbook{
		Inputs:   "Datos",
		Plan:     "Plan",
		Schedule: "Metas",
		Check:    "Control",
		Holidays: "Feriados",
		Days:     "Días",
		Exact:    "Exacto",

		InputsNote:   "Cambie las celdas amarillas: todo lo demás se recalcula. La nota de cada una dice qué significa.",
		PlanNote:     "Cuántos deben entrar en cada etapa para llegar a la meta, desde el cliente hacia arriba, siempre en números enteros.",
		ScheduleNote: "Las metas repartidas en los días hábiles de la ventana de cada etapa. Si cambian el período, las demoras o los feriados, se mueven.",
		CheckNote:    "Escriba en las celdas amarillas lo que ha entrado hasta ahora, y el día hasta el que cuenta.",
		HolidaysNote: "Días no hábiles además de sábados y domingos; hay espacio para agregar otros.",
		ExactNote:    "Las planillas calculan con coma flotante, y así 21 / 0,7 da un poco más de 30. Por eso todo lo que se redondea se lleva aquí como una fracción de números enteros. Es exacto mientras ninguno tenga más de 14 dígitos; la primera hoja dice si se cumple.",

		What:        "Qué",
		Numerator:   "Numerador",
		Denominator: "Denominador",
		Value:       "Valor",

		Budget:           "Presupuesto",
		BudgetNote:       "Lo que se puede gastar para llegar a la meta.",
		FunnelBudgetNote: "El de este embudo; la suma de todos es el presupuesto del plan.",
		Target:           "Meta",
		TargetReturn:     "Retorno meta",
		TargetRevenue:    "Ingresos meta",
		TargetClients:    "Clientes meta",
		TargetNote:       "Lo que el plan debe alcanzar. Si es un retorno: (utilidad bruta − presupuesto) / presupuesto; 0 % es el punto de equilibrio.",
		Existing:         "Ingresos existentes",
		ExistingNote:     "La parte de la meta que ya traen los clientes actuales.",
		Margin:           "Margen bruto",
		MarginNote:       "La parte de los ingresos que queda después de pagar lo vendido.",
		Repeat:           "Compras repetidas",
		RepeatNote:       "Compras adicionales de cada cliente mientras se mide el retorno.",
		Referrals:        "Referidos",
		ReferralsNote:    "Clientes que trae cada cliente.",
		Start:            "Desde",
		StartNote:        "Primer día del período.",
		End:              "Hasta",
		EndNote:          "Último día del período.",
		Stages:           "Etapas",
		Share:            "Parte de la meta",
		ShareNote:        "Lo que debe traer este embudo; las partes suman 100 %.",
		Revenue:          "Ingresos por cliente",
		RevenueNote:      "Promedio de una compra de un cliente.",

		WentOn:       "Pasaron",
		OutOf:        "de un total de",
		Recovers:     "Recupera",
		Lag:          "Demora, días",
		People:       "Personas",
		PerDay:       "Al día c/u",
		PerWeek:      "Por semana c/u",
		CapacityDays: "Sus días",
		From:         "Desde",
		To:           "Hasta",
		RateNote:     "Parte de los que entran en la etapa y pasan a la siguiente: más de 0 %, a lo más 100 %. Si las dos celdas de la derecha tienen números, valen esos.",
		SeenNote:     "En vez de un porcentaje: cuántos pasaron y de cuántos. 1 de 3 es exacto, 33,33 % no.",
		RecoversNote: "Parte de los que no pasaron y que el seguimiento igual lleva a la etapa siguiente.",
		LagNote:      "Días desde que se entra en esta etapa hasta que se entra en la siguiente; de un rango, su mediana.",
		ThereNote:    "Los que ya están en la etapa cuando empieza el período.",
		DirectNote:   "Los que se espera que entren aquí sin pasar por las etapas de arriba.",
		UnitCostNote: "Lo que cuesta una entrada de la etapa.",
		PeopleNote:   "Cuántas personas atienden las entradas de la etapa, y cuántas alcanza a atender cada una.",
		DatesNote:    "Fechas fijas de una gira o feria, en vez de una ventana calculada.",
		RangeNote:    "El plan tiene aquí un rango; este es su promedio.",
		Seasonality:  "Estacionalidad",
		SeasonNote:   "Cuánto pesa un día hábil de este mes o semana; el que no está en la lista pesa 1.",
		Season:       "Mes o semana",
		Weight:       "Peso",

		Refused:      "Esto no calza",
		WantDate:     "Escriba una fecha.",
		WantShare:    "Escriba un porcentaje mayor que 0 % y de a lo más 100 %.",
		WantPositive: "Escriba un número mayor que 0.",
		WantWhole:    "Escriba un número entero, 0 o más.",
		WantNumber:   "Escriba un número que no sea menor que 0.",
		WantPart:     "Escriba un porcentaje de 0 % a 100 %.",
		WantReturn:   "Escriba un porcentaje que no sea menor que −100 %.",

		IsExact:   "Todos los números son exactos.",
		NotExact:  "No es exacto: faltan números o pasan de 14 dígitos. embudo plan no tiene ese límite.",
		SharesOff: "Las partes no suman 100 %.",

		ClientValue:     "Valor de un cliente",
		GrossProfit:     "Utilidad bruta por traer",
		RevenueAsked:    "Ingresos por traer",
		ClientsAll:      "Clientes en total",
		Clients:         "Clientes por ganar",
		ClientsReferred: "Clientes con referidos",
		RevenueAt:       "Ingresos con los números enteros",
		GrossProfitAt:   "Utilidad bruta con los números enteros",
		ReturnAt:        "Retorno con los números enteros",
		BreakEven:       "Clientes para el punto de equilibrio",
		Sums:            "El plan completo",
		BelowByRate:     "faltan abajo / tasa",
		SmallestUnits:   "en la unidad mínima de la moneda",
		UnitCosts:       "Costo de todos",
		Available:       "Alcanza para",
		Required:        "Por atender",
		Short:           "De más",
		PeopleNeeded:    "Personas necesarias",
		EachHandles:     "cada persona atiende",

		HoursBefore: "Horas desde arriba",
		WindowStart: "Ventana desde",
		WindowEnd:   "Ventana hasta",
		DueStart:    "Previsto desde",
		DueEnd:      "Previsto hasta",
		AllWork:     "Trabajo en total",
		ElapsedWork: "Trabajo hasta hoy",

		AsOf:        "Al día",
		OnTrackFrom: "Al día desde",
		AtRiskFrom:  "En riesgo desde",
		Verdict:     "Veredicto, sin las condiciones del plan",
		TotalTarget: "Hacen falta en total",
		Judged:      "Se juzga",
		DaysLeft:    "Días hábiles que quedan",
	}
}
