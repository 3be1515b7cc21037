package plan

import (
	"slices"
	"strings"
)

// Key describes one key that a plan file may have.
type Key struct {
	Path     string   // "stages.capacity.people"; the stages of a funnel have the keys of "stages"
	Type     string   // what to write: one of the Type constants
	Required bool     // wherever the block stands that it belongs to
	Default  string   // what leaving it out means, as one would write it; empty: nothing
	Example  string   // a value as one would write it, on one line
	Choices  []string // of TypeChoice
}

// What may stand after a key.
const (
	TypeVersion    = "version"    // 1
	TypeText       = "text"       // any text of one or more lines
	TypeID         = "id"         // letters, digits, _ and -, first a letter
	TypeCurrency   = "currency"   // an ISO 4217 code
	TypeChoice     = "choice"     // one of some words
	TypePeriod     = "period"     // 2027, 2027-Q1, 2027-03 or date..date
	TypeDates      = "dates"      // a date, or date..date
	TypeHolidays   = "holidays"   // a country, or a list of dates
	TypeSeasons    = "seasons"    // a mapping of months, or of ISO weeks, to weights
	TypeMoney      = "money"      // an amount, 0 or more
	TypeBudget     = "budget"     // an amount above 0, or a mapping of named amounts
	TypePrice      = "price"      // an amount above 0
	TypeCount      = "count"      // a whole number, 0 or more
	TypeClients    = "clients"    // a whole number above 0
	TypeNumber     = "number"     // a number, 0 or more
	TypeCapacity   = "capacity"   // a number above 0
	TypeReturn     = "return"     // a percentage above -100%
	TypeShare      = "share"      // above 0 and at most 1: 40%, 0.4 or 1/3
	TypePart       = "part"       // from 0 to 1: 10% or 0.1
	TypeConfidence = "confidence" // above 0 and below 1, or a list of such
	TypeRate       = "rate"       // 30%, 0.3, 27/90 or 20%..40%
	TypeDuration   = "duration"   // 4h, 10d, 6w or 3mo
	TypeLag        = "lag"        // a duration, or duration..duration
	TypeStages     = "stages"     // a list of stages
	TypeFunnels    = "funnels"    // a list of funnels
	TypeColumns    = "columns"    // a mapping of meanings and ids of stages to headings
	TypeValues     = "values"     // a mapping of texts to ids
	TypeSpellings  = "spellings"  // a mapping of texts to texts
	TypeDelimiter  = "delimiter"  // , ; | or tab
	TypeSources    = "sources"    // a path, a mapping of the keys listed below it, or a list of such
	TypeAttainment = "attainment" // a percentage above 0: 90%, 0.9 or 110%
	TypeIDs        = "ids"        // an id, or a list of ids
	TypeThresholds = "thresholds" // a condition, clients >= 8, or a list of such
	TypeCondition  = "condition"  // a condition: attainment.sql < 80%
	TypeReminders  = "reminders"  // a duration, a mapping of the keys listed below it, or a list of such
	TypeActivities = "activities" // a list of activities
	TypeDate       = "date"       // a date
	TypeDateList   = "date_list"  // a date or date..date, or a list of such
	TypeCadence    = "cadence"    // day, week, 2 weeks or 3 months
	TypeDone       = "done"       // a date, a mapping of the keys listed below it, or a list of such
	TypePhases     = "phases"     // a phase of the marketing hourglass, or a list of such
	TypeRules      = "rules"      // a list of rules
	TypeTexts      = "texts"      // a text, or a list of texts
	TypeBound      = "bound"      // a number or a date
	TypePattern    = "pattern"    // a regular expression
	TypePoints     = "points"     // points, 0 or more
	TypeScore      = "score"      // a share of the points, 70%, or points
	TypeYes        = "yes"        // true or false
	TypeScenarios  = "scenarios"  // a mapping of ids to the keys listed below it and any others of the plan
	TypeOwnLeads   = "own_leads"  // a part, 20%, or a whole number
	TypeChannels   = "channels"   // a mapping of names to shares that add up to 100%
	TypePeople     = "people"     // a list of people
	TypePace       = "pace"       // 9, 60 a week or 5 a day
	TypeMapping    = "mapping"    // a mapping of the keys listed below it
)

// Keys lists every key of a plan file, in the order in which a plan has them.
func Keys() []Key { return slices.Clone(keyTable) }

// keyTable is the one list of keys: reading, --set, help and the JSON Schema go
// by it.
var keyTable = []Key{ //nolint:gochecknoglobals // a table that never changes
	{Path: "version", Type: TypeVersion, Default: "1", Example: "1"},
	{Path: "name", Type: TypeText, Example: "Q1 2027, new clients"},
	{Path: "currency", Type: TypeCurrency, Example: "USD"},
	{Path: "period", Type: TypePeriod, Example: "2027-Q1"},
	{Path: "holidays", Type: TypeHolidays, Example: "CL"},
	{Path: "seasonality", Type: TypeSeasons, Example: "{january: 0.8}"},
	{Path: "budget", Type: TypeBudget, Required: true, Example: "40000"},
	{Path: "target_return", Type: TypeReturn, Example: "150%"},
	{Path: "target_revenue", Type: TypePrice, Example: "100000"},
	{Path: "target_clients", Type: TypeClients, Example: "10"},
	{Path: "average_revenue_per_client", Type: TypePrice, Required: true, Example: "10000"},
	{Path: "gross_margin", Type: TypeShare, Default: "100%", Example: "60%"},
	{Path: "repeat_purchases", Type: TypeNumber, Default: "0", Example: "0.5"},
	{Path: "referrals", Type: TypeNumber, Default: "0", Example: "0.2"},
	{Path: "existing_revenue", Type: TypeMoney, Default: "0", Example: "20000"},
	{Path: "confidence", Type: TypeConfidence, Example: "90%"},
	{Path: "success_stage", Type: TypeID, Example: "client"},
	{Path: "stages", Type: TypeStages, Example: "[]"},
	{Path: "stages.id", Type: TypeID, Required: true, Example: "mql"},
	{Path: "stages.name", Type: TypeText, Example: "MQL"},
	{Path: "stages.definition", Type: TypeText, Example: "fits the ideal client in size, country and role"},
	{Path: "stages.owner", Type: TypeChoice, Example: "marketing", Choices: []string{"marketing", "sales"}},
	{Path: "stages.system", Type: TypeChoice, Example: "prospecting", Choices: []string{"prospecting", "conversion", "follow-up"}},
	{
		Path: "stages.phase", Type: TypeChoice, Example: "trust",
		Choices: []string{"know", "like", "trust", "try", "buy", "repeat", "refer"},
	},
	{Path: "stages.rate", Type: TypeRate, Example: "30%"},
	{Path: "stages.recovers", Type: TypePart, Default: "0%", Example: "10%"},
	{Path: "stages.source", Type: TypeText, Example: "CRM export, 2026-Q3"},
	{Path: "stages.lag", Type: TypeLag, Default: "0d", Example: "10d"},
	{Path: "stages.unit_cost", Type: TypeMoney, Example: "35"},
	{Path: "stages.in_progress", Type: TypeCount, Default: "0", Example: "12"},
	{Path: "stages.direct", Type: TypeCount, Default: "0", Example: "5"},
	{Path: "stages.respond_within", Type: TypeDuration, Example: "4h"},
	{Path: "stages.capacity", Type: TypeMapping, Example: "{people: 3, per_week: 6}"},
	{Path: "stages.capacity.people", Type: TypeCapacity, Required: true, Example: "3"},
	{Path: "stages.capacity.per_day", Type: TypeCapacity, Example: "4"},
	{Path: "stages.capacity.per_week", Type: TypeCapacity, Example: "6"},
	{Path: "stages.capacity.days", Type: TypeCapacity, Example: "5"},
	{Path: "stages.dates", Type: TypeDates, Example: "2027-04-12..2027-04-16"},
	{Path: "stages.reminders", Type: TypeReminders, Example: "[7d, 2d, 4h]"},
	{Path: "stages.reminders.before", Type: TypeDuration, Required: true, Example: "7d"},
	{Path: "stages.reminders.content", Type: TypeText, Example: "the story of a client like them"},
	{Path: "funnels", Type: TypeFunnels, Example: "[]"},
	{Path: "funnels.id", Type: TypeID, Example: "inbound"},
	{Path: "funnels.name", Type: TypeText, Example: "Inbound"},
	{Path: "funnels.share", Type: TypeShare, Required: true, Example: "60%"},
	{Path: "funnels.budget", Type: TypeBudget, Example: "24000"},
	{Path: "funnels.average_revenue_per_client", Type: TypePrice, Example: "10000"},
	{Path: "funnels.gross_margin", Type: TypeShare, Example: "60%"},
	{Path: "funnels.min_share", Type: TypePart, Default: "0%", Example: "20%"},
	{Path: "funnels.max_share", Type: TypePart, Default: "100%", Example: "50%"},
	{Path: "funnels.stages", Type: TypeStages, Required: true, Example: "[]"},
	{Path: "scenarios", Type: TypeScenarios, Example: "{plan-b: {budget: 30000}}"},
	{Path: "scenarios.name", Type: TypeText, Example: "Plan B"},
	{Path: "scenarios.when", Type: TypeCondition, Example: "attainment.sql < 80%"},
	{Path: "scenarios.do", Type: TypeText, Example: "move 5000 from ads to events"},
	{Path: "sla", Type: TypeMapping, Example: "{attempts: 6, sales_leads: 20%}"},
	{Path: "sla.sales_from", Type: TypeID, Example: "sql"},
	{Path: "sla.sales_leads", Type: TypeOwnLeads, Example: "20%"},
	{Path: "sla.sales_channels", Type: TypeTexts, Example: "[Outbound]"},
	{Path: "sla.sales_rate", Type: TypeShare, Example: "8%"},
	{Path: "sla.attempts", Type: TypeClients, Example: "6"},
	{Path: "sla.respond_share", Type: TypeShare, Default: "90%", Example: "95%"},
	{Path: "sla.calls_per_week", Type: TypeCapacity, Example: "60"},
	{Path: "sla.hand_over", Type: TypeText, Example: "each MQL the same day, in the CRM, with what it asked for"},
	{Path: "sla.reject_reasons", Type: TypeTexts, Example: "[no need, no budget, duplicate]"},
	{Path: "sla.channels", Type: TypeChannels, Example: "{Google: 60%, Referrals: 40%}"},
	{Path: "sla.people", Type: TypePeople, Example: "[]"},
	{Path: "sla.people.name", Type: TypeText, Required: true, Example: "Ana"},
	{Path: "sla.people.role", Type: TypeChoice, Required: true, Example: "sales", Choices: []string{"marketing", "sales"}},
	{Path: "sla.people.leads", Type: TypePace, Example: "9"},
	{Path: "sla.people.calls", Type: TypePace, Example: "60 a week"},
	{Path: "sla.people.contacts", Type: TypePace, Example: "20 a week"},
	{Path: "sla.people.trips", Type: TypePace, Example: "2"},
	{Path: "sla.review", Type: TypeMapping, Example: "{every: week, ideal_client: 3 months}"},
	{Path: "sla.review.every", Type: TypeCadence, Default: "week", Example: "week"},
	{Path: "sla.review.how", Type: TypeText, Example: "half an hour on Monday, with embudo sla plan.yaml crm.csv on the screen"},
	{Path: "sla.review.ideal_client", Type: TypeCadence, Default: "3 months", Example: "3 months"},
	{Path: "ideal_client", Type: TypeMapping, Example: "{rules: [{field: Country, in: [CL, PE]}]}"},
	{Path: "ideal_client.description", Type: TypeText, Example: "food makers of 20 to 200 people"},
	{Path: "ideal_client.lead", Type: TypeScore, Default: "40%", Example: "40%"},
	{Path: "ideal_client.mql", Type: TypeScore, Default: "70%", Example: "70%"},
	{Path: "ideal_client.rules", Type: TypeRules, Example: "[]"},
	{Path: "ideal_client.rules.field", Type: TypeText, Required: true, Example: "Country"},
	{Path: "ideal_client.rules.name", Type: TypeText, Example: "Where we deliver"},
	{Path: "ideal_client.rules.why", Type: TypeText, Example: "our lorries go no further"},
	{Path: "ideal_client.rules.in", Type: TypeTexts, Example: "[CL, PE]"},
	{Path: "ideal_client.rules.not_in", Type: TypeTexts, Example: "[student, competitor]"},
	{Path: "ideal_client.rules.min", Type: TypeBound, Example: "20"},
	{Path: "ideal_client.rules.max", Type: TypeBound, Example: "200"},
	{Path: "ideal_client.rules.matches", Type: TypePattern, Example: "director|manager"},
	{Path: "ideal_client.rules.weight", Type: TypePoints, Example: "3"},
	{Path: "ideal_client.rules.must", Type: TypeYes, Default: "false", Example: "true"},
	{Path: "qualification", Type: TypeMapping, Example: "{need: Need confirmed}"},
	{Path: "qualification.need", Type: TypeText, Example: "Need confirmed"},
	{Path: "qualification.value", Type: TypeText, Example: "Sees the value"},
	{Path: "qualification.budget", Type: TypeText, Example: "Has a budget"},
	{Path: "qualification.decision_maker", Type: TypeText, Example: "Decision maker known"},
	{Path: "qualification.means_yes", Type: TypeTexts, Example: "[agreed, full]"},
	{Path: "qualification.means_no", Type: TypeTexts, Example: "[refused]"},
	{Path: "activities", Type: TypeActivities, Example: "[]"},
	{Path: "activities.name", Type: TypeText, Required: true, Example: "Newsletter"},
	{Path: "activities.id", Type: TypeID, Example: "newsletter"},
	{
		Path: "activities.kind", Type: TypeChoice, Default: "action", Example: "meeting",
		Choices: []string{"action", "meeting", "decision"},
	},
	{
		Path: "activities.phase", Type: TypeChoice, Example: "like",
		Choices: []string{"know", "like", "trust", "try", "buy", "repeat", "refer"},
	},
	{Path: "activities.system", Type: TypeChoice, Example: "prospecting", Choices: []string{"prospecting", "conversion", "follow-up"}},
	{Path: "activities.funnel", Type: TypeID, Example: "inbound"},
	{Path: "activities.stage", Type: TypeID, Example: "mql"},
	{Path: "activities.owner", Type: TypeText, Example: "Ana"},
	{Path: "activities.dates", Type: TypeDateList, Example: "2027-02-10"},
	{Path: "activities.every", Type: TypeCadence, Example: "2 weeks"},
	{Path: "activities.from", Type: TypeDate, Example: "2027-01-11"},
	{Path: "activities.until", Type: TypeDate, Example: "2027-03-19"},
	{Path: "activities.purpose", Type: TypeText, Example: "stay in mind until they need us"},
	{Path: "activities.how", Type: TypeText, Example: "one page, sent on Tuesday morning"},
	{Path: "activities.gives", Type: TypeText, Example: "a checklist for choosing a supplier"},
	{Path: "activities.cost", Type: TypeMoney, Default: "0", Example: "150"},
	{Path: "activities.contribution", Type: TypeNumber, Example: "12"},
	{Path: "activities.expects", Type: TypeThresholds, Example: "rate.mql >= 25%"},
	{Path: "activities.done", Type: TypeDone, Example: "[2027-01-12]"},
	{Path: "activities.done.date", Type: TypeDate, Required: true, Example: "2027-01-12"},
	{Path: "activities.done.cost", Type: TypeMoney, Example: "140"},
	{Path: "activities.done.result", Type: TypeNumber, Example: "9"},
	{Path: "activities.done.delivered", Type: TypeChoice, Default: "yes", Example: "no", Choices: []string{"yes", "no"}},
	{
		Path: "phases_not_used", Type: TypePhases, Example: "[try]",
		Choices: []string{"know", "like", "trust", "try", "buy", "repeat", "refer"},
	},
	{Path: "actuals", Type: TypeMapping, Example: "{columns: {mql: Create Date}}"},
	{Path: "actuals.columns", Type: TypeColumns, Example: "{mql: Create Date}"},
	{Path: "actuals.values", Type: TypeValues, Example: "{Closed Won: won}"},
	{Path: "actuals.funnels", Type: TypeValues, Example: "{Inbound form: inbound}"},
	{Path: "actuals.channels", Type: TypeSpellings, Example: "{google ads: Google Ads}"},
	{Path: "actuals.date_order", Type: TypeChoice, Example: "dmy", Choices: []string{"dmy", "mdy", "ymd"}},
	{Path: "actuals.decimal", Type: TypeChoice, Example: "comma", Choices: []string{"comma", "point"}},
	{Path: "actuals.encoding", Type: TypeText, Example: "windows-1252"},
	{Path: "actuals.delimiter", Type: TypeDelimiter, Example: `";"`},
	{Path: "actuals.sheet", Type: TypeText, Example: "Deals"},
	{Path: "actuals.kind", Type: TypeChoice, Example: "records", Choices: []string{"records", "counts", "spend"}},
	{Path: "actuals.sources", Type: TypeSources, Example: "[crm.csv]"},
	{Path: "actuals.sources.path", Type: TypeText, Required: true, Example: "crm.csv"},
	{Path: "actuals.sources.table", Type: TypeText, Example: "leads"},
	{Path: "actuals.sources.query", Type: TypeText, Example: "SELECT created, stage FROM leads"},
	{Path: "actuals.sources.time_zone", Type: TypeText, Example: "America/Santiago"},
	{Path: "actuals.sources.columns", Type: TypeColumns, Example: "{spend: Cost}"},
	{Path: "actuals.sources.values", Type: TypeValues, Example: "{Closed Won: won}"},
	{Path: "actuals.sources.funnels", Type: TypeValues, Example: "{Inbound form: inbound}"},
	{Path: "actuals.sources.channels", Type: TypeSpellings, Example: "{google ads: Google Ads}"},
	{Path: "actuals.sources.date_order", Type: TypeChoice, Example: "mdy", Choices: []string{"dmy", "mdy", "ymd"}},
	{Path: "actuals.sources.decimal", Type: TypeChoice, Example: "point", Choices: []string{"comma", "point"}},
	{Path: "actuals.sources.encoding", Type: TypeText, Example: "utf-16le"},
	{Path: "actuals.sources.delimiter", Type: TypeDelimiter, Example: "tab"},
	{Path: "actuals.sources.sheet", Type: TypeText, Example: "Deals"},
	{Path: "actuals.sources.kind", Type: TypeChoice, Example: "spend", Choices: []string{"records", "counts", "spend"}},
	{Path: "check", Type: TypeMapping, Example: "{judge: [client]}"},
	{Path: "check.on_track", Type: TypeAttainment, Default: "100%", Example: "95%"},
	{Path: "check.at_risk", Type: TypeAttainment, Default: "90%", Example: "80%"},
	{Path: "check.judge", Type: TypeIDs, Example: "[sql, client]"},
	{Path: "check.thresholds", Type: TypeThresholds, Example: `["clients >= 8", "rate.mql >= 25%"]`},
	{Path: "check.prior", Type: TypeClients, Default: "30", Example: "50"},
}

// key is the description of a path; ok is false where there is none.
func key(path string) (k Key, ok bool) {
	for _, k := range keyTable {
		if k.Path == path {
			return k, true
		}
	}
	return Key{}, false
}

// keysIn lists the names of the keys directly in a block: "" is the top of the
// file.
func keysIn(block string) []string {
	var names []string
	for _, k := range keyTable {
		if parent, name := splitPath(k.Path); parent == block {
			names = append(names, name)
		}
	}
	return names
}

// splitPath takes the last name off a path.
func splitPath(path string) (parent, name string) {
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		return path[:i], path[i+1:]
	}
	return "", path
}

// join puts a name behind a path.
func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
