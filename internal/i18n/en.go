package i18n

// English is the language of the program, of scripts and of half its users.
func English() *Language {
	return &Language{
		Code: "en",
		Months: [12]string{
			"Jan", "Feb", "Mar", "Apr", "May", "Jun",
			"Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
		},
		week:     "W",
		weekdays: [7]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
		numbers:  numbers{decimal: ".", group: ",", percent: "%"},
		symbol:   englishSymbol,

		Words: Words{
			Stage:         "Stage",
			Owner:         "Owner",
			System:        "System",
			Rate:          "Rate",
			Effective:     "With follow-up",
			Total:         "Total",
			There:         "Already there",
			Direct:        "Direct",
			Needed:        "Needed",
			Exact:         "Exact",
			PerWeek:       "Per week",
			Window:        "Window",
			AllowableCost: "Allowable cost",
			UnitCost:      "Unit cost",
			Capacity:      "Capacity",
			CapacityOf:    "{required} of {available}",
			Source:        "Source",
			Sure:          "{confidence} sure",
			Notes:         "Notes",
			LeftOut:       "Left out for want of width: {columns}; a wider terminal or -o markdown shows all.",
			RowsLeftOut:   "{rows} more {rows:row|rows} {rows:is|are} left out here, so that the page stays small; -o csv has all.",
			Contents:      "Contents",
			SheetFull:     "More rows do not fit into a sheet: -o csv has all of them.",
			Overview:      "Overview",
			Notice:        "{notice}.",
			None:          "–",
			Owners:        map[string]string{"marketing": "marketing", "sales": "sales"},
			Systems: map[string]string{
				"prospecting": "prospecting", "conversion": "conversion", "follow-up": "follow-up",
			},
		},

		Plan: Plan{
			Untitled: "Plan",

			MustBringProfit:      "{budget} must bring {profit} of gross profit: {ratio} for each 1",
			MustBringRevenue:     "{budget} must bring {revenue} of revenue: {ratio} for each 1",
			MustWinClients:       "{budget} must win {clients} {clients:client|clients}",
			ExistingBring:        "existing clients bring {existing} of the revenue",
			NothingNeeded:        "existing clients already bring {existing} of revenue: nothing more is needed",
			TakesClients:         "that takes {clients} {clients:client|clients} ({break_even} to break even)",
			TakesClientsReferred: "that takes {clients} {clients:client|clients}, {all} with those they refer ({break_even} to break even)",
			BringsRevenue:        "that brings {revenue} of revenue ({break_even} {break_even:client|clients} to break even)",
			JudgedBy:             "success is judged by {stage}: {total}",
			MeetingsAWeek:        "{stage}: {meetings} ({week} a week)",
			Meetings:             "{stage}: {meetings}",
			MeetingsWithin:       "{stage}: {meetings} ({days})",

			When:           "By when",
			Follow:         "{stage}: {rate} go on at once, {effective} with follow-up.",
			FunnelTitle:    "{funnel} ({share} of the target)",
			FunnelChance:   "Chance that this funnel alone reaches its part: {chance}.",
			Chance:         "Chance of reaching the target with exactly the needed numbers: {chance}.",
			ChanceCertain:  "Nothing is left to chance: the target needs no new entries.",
			ChanceUnknown:  "The chance cannot be computed: the numbers are too large.",
			AverageNote:    "The needed numbers are averages. With --confidence 90% the table also says what it takes to be 90% sure.",
			ConfidenceNote: "Each number under “sure” reaches the target with that chance by itself, counted from its stage on.",
		},

		Working: Working{
			Title: "How the numbers come about",

			Budget: Step{
				"Budget", "{lines}",
				"{amounts} = {result}",
			},
			FunnelBudget: Step{
				"Budget of the funnel", "share × budget",
				"{share} × {budget} = {result}",
			},
			GrossProfit: Step{
				"Gross profit to bring", "budget × (1 + target return)",
				"{budget} × (1 + {return}) = {result}",
			},
			GrossProfitExisting: Step{
				"Gross profit to bring", "budget × (1 + target return) − existing revenue × gross margin",
				"{budget} × (1 + {return}) − {existing} × {margin} = {result}",
			},
			RevenueOfProfit: Step{
				"Revenue to bring", "share × gross profit / gross margin",
				"{share} × {profit} / {margin} = {result}",
			},
			RevenueOfTarget: Step{
				"Revenue to bring", "share × (target revenue − existing revenue)",
				"{share} × ({target} − {existing}) = {result}",
			},
			ClientValue: Step{
				"Value of a client", "average revenue per client × (1 + repeat purchases)",
				"{average} × (1 + {repeat}) = {result}",
			},
			Clients: Step{
				"Clients in all", "revenue to bring / value of a client, rounded up",
				"{revenue} / {value} = {exact} → {result}",
			},
			ClientsOwn: Step{
				"Clients to win", "clients in all / (1 + referrals), rounded up",
				"{clients} / (1 + {referrals}) = {exact} → {result}",
			},
			ClientsReferred: Step{
				"Clients with referrals", "clients to win × (1 + referrals), rounded down",
				"{clients} × (1 + {referrals}) = {exact} → {result}",
			},
			ClientsOfTarget: Step{
				"Clients to win", "share × target clients, rounded up",
				"{share} × {target} = {exact} → {result}",
			},
			ClientsNone: Step{
				"Clients to win", "none: nothing is left to bring",
				"{revenue} → {result}",
			},
			Effective: Step{
				"{stage}: rate with follow-up", "rate + (1 − rate) × recovers",
				"{rate} + (1 − {rate}) × {recovers} = {result}",
			},
			Total: Step{
				"{stage}: total", "needed at {next} / rate of {stage}, rounded up",
				"{below} / {rate} = {exact} → {result}",
			},
			Needed: Step{
				"{stage}: needed", "total − in progress − direct, at least 0",
				"{total} − {in_progress} − {direct} → {result}",
			},
			AllowableCost: Step{
				"{stage}: allowable cost of one", "budget / needed, rounded down",
				"{budget} / {needed} → {result}",
			},
			UnitCosts: Step{
				"What the needed entries cost", "unit cost × needed of each stage, added up",
				"{terms} = {result} {compare} {budget}",
			},
			RevenueAt: Step{
				"Revenue at the whole numbers", "clients with referrals × value of a client, plus existing revenue",
				"{terms} = {result}",
			},
			RevenueAtFunnels: Step{
				"Revenue at the whole numbers", "in each funnel, clients with referrals × value of a client; plus existing revenue",
				"{terms} = {result}",
			},
			GrossProfitAt: Step{
				"Gross profit at the whole numbers", "revenue × gross margin",
				"{terms} = {result}",
			},
			ReturnAt: Step{
				"Return at the whole numbers", "(gross profit − budget) / budget",
				"({profit} − {budget}) / {budget} = {result}",
			},
			BreakEven: Step{
				"Clients to break even", "the same steps with a target return of 0%",
				"{result}",
			},
			ChanceFixed: Step{
				"Chance", "P(Binomial(entries at the top, product of the rates) ≥ target at {stage})",
				"P(Binomial({entries}, {rate}) ≥ {target}) = {result}",
			},
			ChanceChain: Step{
				"Chance", "P(entries of {stage} ≥ its target), everybody in progress or direct and uncertain rates counted",
				"P({stage} ≥ {target}) = {result}",
			},
			RateSeen: Step{
				"{stage}: uncertain rate", "Beta(who went on + ½, who did not + ½)",
				"{seen} of {of}: Beta({alpha}, {beta})",
			},
			RateRange: Step{
				"{stage}: uncertain rate", "the Beta with these 5% and 95% quantiles, planned with its mean",
				"{low} to {high}: Beta({alpha}, {beta}), mean {mean}",
			},
			Confidence: Step{
				"{stage}: to be {confidence} sure", "least n with a chance P(n) ≥ {confidence}",
				"{chances}",
			},
			Time: englishWorkingTime(),
		},

		Project: Project{
			Title:     "What these volumes bring",
			Brings:    "Expected: {clients} {clients:client|clients} and {revenue} of revenue, a return of {return}.",
			Chance:    "Chance of reaching the plan's target: {chance}.",
			From:      "Put in",
			Expected:  "Expected",
			Range:     "90% range",
			Asked:     "Plan asks",
			Outcome:   "Outcome",
			Clients:   "Clients",
			Revenue:   "Revenue",
			Profit:    "Gross profit",
			Return:    "Return",
			RangeNote: "In nine cases out of ten the outcome lies within the 90% range.",
		},

		Validate: Validate{
			Valid:   "{file}: valid",
			Invalid: "{problems} {problems:problem|problems} in {files} of {all} {all:file|files}",
			Hint:    "hint: {hint}",
			Stage:   `stage "{stage}"`,
			Within:  `scenario "{scenario}": {text}`,
		},

		Schema: Schema{
			Key: "Key", Meaning: "Meaning", Example: "Example", Default: "If left out",
			Required: "* must be there. embudo schema -o markdown also lists an example of each, and what holds if it is left out.",
		},

		Actuals:  englishActuals(),
		Levers:   englishLevers(),
		Check:    englishCheck(),
		Compare:  englishCompare(),
		Solve:    englishSolve(),
		Allocate: englishAllocate(),
		Schedule: englishSchedule(),
		Calendar: englishCalendar(),
		SLA:      englishSLA(),
		Learn:    englishLearn(),
		Forecast: englishForecast(),
		Report:   englishReport(),
		Pictures: englishPictures(),
		Qualify:  englishQualify(),
		Workbook: englishWorkbook(),
		Errors:   englishErrors(),
		Init:     englishInit(),
		Wizard:   englishWizard(),
		Help:     englishHelp(),

		Portfolio: englishPortfolio(),

		Warnings: func() map[string]Text {
			return joined(englishWarnings(), englishCheckWarnings(), englishForecastWarnings(), englishReadWarnings(), englishCalendarWarnings(), englishLearnWarnings(), englishPortfolioWarnings(), englishSLAWarnings())
		},
		Problems: func() map[string]Problem {
			return joined(problemsEnglish(), activityProblemsEnglish(), scenarioProblemsEnglish(), slaProblemsEnglish())
		},
		Meanings: columnMeaningsEnglish,
		SourceProblems: func() map[string]Problem {
			return joined(sheetProblemsEnglish(), columnProblemsEnglish(), databaseProblemsEnglish(), readProblemsEnglish())
		},
		Keys:     keysEnglish,
		Commands: englishCommands,
		Flags:    englishFlags,
		Topics:   englishTopics,
	}
}

func englishWarnings() map[string]Text {
	return map[string]Text{
		"volume-above-capacity":    "{stage}: {expected} are expected and {available} can be handled: below it, less will come than is shown.",
		"capacity-short":           "{stage}: {required} must be held, and {people} {people:person|people} can hold {available}; it takes {people_needed} {people_needed:person|people}, or {days_needed} working {days_needed:day|days}.",
		"capacity-without-days":    "{stage}: {required} must be held, but there are no working days to hold them; {people} {people:person|people} would need {days_needed}.",
		"capacity-not-checked":     "{stage}: {required} must be held, but no days are known for it, so whether the people can hold that many was not checked; give the capacity days of its own.",
		"cost-above-budget":        "The needed entries cost {cost} at their unit costs, more than the budget of {budget}, which pays for {clients} of the {wanted} {wanted:client|clients}.",
		"cycle-longer-than-period": "From {from} to {to} takes {days} days, and the period has only {period_days}: the last useful date for {from} is {last_useful}. To bring results from the first day on, the work should have started on {should_start}. As it is, the whole target of {from} is due on {due}.",
		"too-late-for-dates":       "{stage}: to fit the fixed dates further down it would have to come by {end}, before the period lets it begin on {start}; begin earlier, or move the dates.",
		"dates-too-late":           "{stage}: nobody comes here before {start} because of the fixed dates further up, and after {end} it is too late for the period; move the dates, or lengthen the period.",
		"seasonality-all-zero":     "{stage}: by the plan's seasonality no working day from {start} to {end} counts anything, so its target is spread evenly over them.",
		"rates-guessed":            "{guesses} of {rates} {rates:rate|rates} {guesses:is a guess|are guesses}: {guesses:it names|they name} no source.",
		"few-cases":                "{stage}: the rate rests on few cases, {seen} of {of}, and may be far off.",
		"range-planned-with-mean":  "{stage}: the range is planned with its mean, {mean}.",
		"clients-rounded-up":       "Whole clients in each funnel add up to {sum}; {asked} {asked:was|were} asked for.",
		"confidence-out-of-reach":  "{stage}: to be {confidence} sure would take more than {limit}.",
		"chance-not-computed":      "The chance was not computed: the numbers are too large.",
	}
}
