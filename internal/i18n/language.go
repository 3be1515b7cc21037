package i18n

import (
	"maps"
	"strings"
)

// Language is everything that the tool says, and how it writes numbers, money
// and dates, in one language.
type Language struct {
	Code   string // en, es
	Months [12]string

	Words    Words
	Plan     Plan
	Working  Working
	Project  Project
	Levers   Levers
	Solve    Solve
	Allocate Allocate
	Actuals  Actuals
	Check    Check
	Compare  Compare
	Schedule Schedule
	Calendar Calendar
	SLA      SLA
	Learn    Learn
	Forecast Forecast
	Qualify  Qualify
	Workbook Workbook
	Validate Validate
	Schema   Schema
	Init     Init
	Wizard   Wizard
	Report   Report
	Pictures Pictures
	Errors   Errors
	Help     Help

	Portfolio Portfolio

	// What most runs need nothing of is made when it is asked for: a start must
	// not pay for it.
	Warnings       func() map[string]Text    // by warning code
	Problems       func() map[string]Problem // by problem name
	Meanings       func() map[string]string  // what a column of actual numbers can mean, by the name of the meaning
	SourceProblems func() map[string]Problem // by problem name of a source of actual numbers
	Keys           func() map[string]string  // what a key of the plan file means, by path
	Commands       func() map[string]Command // by path without the program's name: "plan", "help"
	Flags          func() map[string]Text    // by flag name
	Topics         func() map[string]Topic   // help that belongs to no command

	numbers  numbers
	week     string    // before the number of an ISO week
	weekdays [7]string // from Sunday
	symbol   func(currency string) symbol
}

// Codes lists the languages there are.
func Codes() []string { return []string{"en", "es"} }

// Code is the code of a language as environments and people write it: es for ES,
// es_CL.UTF-8 and es-CL.
func Code(locale string) string {
	end := strings.IndexAny(locale, "_-.@")
	if end < 0 {
		end = len(locale)
	}
	return strings.ToLower(strings.TrimSpace(locale[:end]))
}

// For gives the language of a code from [Codes], or of a locale.
func For(code string) (l *Language, ok bool) {
	switch Code(code) {
	case "en":
		return English(), true
	case "es":
		return Spanish(), true
	}
	return nil, false
}

// Words are headings and terms that stand by themselves.
type Words struct {
	Stage, Owner, System, Rate, Effective     Text
	Total, There, Direct, Needed, Exact       Text
	PerWeek, Window                           Text
	AllowableCost, UnitCost, Capacity, Source Text
	Sure                                      Text // heading of a column: {confidence}
	CapacityOf                                Text // needed of available
	Notes                                     Text
	LeftOut                                   Text // {columns} that there was no room for
	RowsLeftOut                               Text // {rows} that there was no room for
	Contents                                  Text // heading of the list of a document's parts
	SheetFull                                 Text // a spreadsheet has no more rows
	Overview                                  Text // name of a workbook's first sheet
	Notice                                    Text // a note on the plan file, as a sentence
	None                                      Text // in place of a value that there is none of

	Owners  map[string]string
	Systems map[string]string
}

// Plan is what the report of a plan says.
type Plan struct {
	Untitled Text // title of a plan without a name

	// Clauses of the first sentence, joined by semicolons.
	MustBringProfit, MustBringRevenue, MustWinClients Text
	ExistingBring, NothingNeeded                      Text
	TakesClients, TakesClientsReferred, BringsRevenue Text
	JudgedBy                                          Text
	MeetingsAWeek, Meetings, MeetingsWithin           Text // {stage}, {meetings}, {week}, {days}

	When, Follow              Text
	FunnelTitle, FunnelChance Text
	Chance, ChanceCertain     Text
	ChanceUnknown             Text
	AverageNote               Text // why the chance is no better, and what to do
	ConfidenceNote            Text
}

// Working is the working of a plan, line by line: what is computed, its
// formula, and the formula with numbers put in.
type Working struct {
	Title Text

	Budget, FunnelBudget                 Step
	GrossProfit, GrossProfitExisting     Step
	RevenueOfProfit, RevenueOfTarget     Step
	ClientValue, Clients, ClientsOwn     Step
	ClientsReferred                      Step
	ClientsOfTarget, ClientsNone         Step
	Effective, Total, Needed             Step
	AllowableCost, UnitCosts             Step
	RevenueAt, RevenueAtFunnels          Step
	GrossProfitAt, ReturnAt, BreakEven   Step
	RateSeen, RateRange                  Step // which distribution an uncertain rate has
	ChanceFixed, ChanceChain, Confidence Step

	Time WorkingTime
}

// Step is one line of a working.
type Step struct {
	What, Formula, Numbers Text
}

// Project is what the report of a projection says.
type Project struct {
	Title                                     Text
	Brings, Chance                            Text
	From, Expected, Range, Asked              Text
	Outcome, Clients, Revenue, Profit, Return Text
	RangeNote                                 Text
}

// Validate is what the report of a check of plan files says.
type Validate struct {
	Valid, Invalid, Hint Text
	Stage                Text // where a problem is: {stage}
	Within               Text // a problem of a scenario alone: {scenario}, {text}
}

// Schema heads the list of the keys of a plan file.
type Schema struct {
	Key, Meaning, Example, Default, Required Text
}

// Command is the help of one command.
type Command struct {
	Use     string // what follows the command's name: FILE…
	Short   string
	Long    string
	Example string
}

// Topic is help that belongs to no command.
type Topic struct {
	Short, Text string
}

// Help is the frame of every help text.
type Help struct {
	Usage, Commands, Flags, GlobalFlags, Examples, Topics, ExitStatus Text
	More, Default                                                     Text
	ExitCodes                                                         Text
}

// joined puts the sentences of several lists together.
func joined[T any](lists ...map[string]T) map[string]T {
	all := map[string]T{}
	for _, list := range lists {
		maps.Copy(all, list)
	}
	return all
}
