package plan

// Plan is a plan file that has been read and found right. Its fields mirror the
// keys of the file and hold what the file says: [Plan.Model] fills in what it
// leaves out.
type Plan struct {
	Version         int         `yaml:"version"`
	Name            string      `yaml:"name"`
	Currency        string      `yaml:"currency"` // ISO 4217, empty where the file names none
	Period          Period      `yaml:"period"`
	Holidays        Holidays    `yaml:"holidays"`
	Seasonality     Seasonality `yaml:"seasonality"`
	Budget          Budget      `yaml:"budget"`
	TargetReturn    Percent     `yaml:"target_return"` // exactly one of the three targets is set
	TargetRevenue   Money       `yaml:"target_revenue"`
	TargetClients   Count       `yaml:"target_clients"`
	AverageRevenue  Money       `yaml:"average_revenue_per_client"`
	GrossMargin     Percent     `yaml:"gross_margin"`
	RepeatPurchases Number      `yaml:"repeat_purchases"`
	Referrals       Number      `yaml:"referrals"`
	ExistingRevenue Money       `yaml:"existing_revenue"`

	Confidence   []Percent `yaml:"confidence"`
	SuccessStage string    `yaml:"success_stage"`
	Stages       []Stage   `yaml:"stages"` // of a plan with one funnel; Funnels is then empty
	Funnels      []Funnel  `yaml:"funnels"`

	Scenarios []Scenario `yaml:"scenarios"`

	SLA           SLA           `yaml:"sla"`
	IdealClient   IdealClient   `yaml:"ideal_client"`
	Qualification Qualification `yaml:"qualification"`

	Activities    []Activity `yaml:"activities"`
	PhasesNotUsed []string   `yaml:"phases_not_used"`

	Actuals Actuals `yaml:"actuals"`
	Check   Check   `yaml:"check"`

	// Notices are what the file's author may want to know although nothing is
	// wrong.
	Notices Problems `yaml:"-"`

	places map[string]place
}

// Funnel is one of several ways in which people become clients.
type Funnel struct {
	ID             string  `yaml:"id"` // made from the name where the file gives none
	Name           string  `yaml:"name"`
	Share          Percent `yaml:"share"`  // of the target
	Budget         Budget  `yaml:"budget"` // not set: its share of the plan's
	AverageRevenue Money   `yaml:"average_revenue_per_client"`
	GrossMargin    Percent `yaml:"gross_margin"`
	MinShare       Percent `yaml:"min_share"` // of the budget, that it must and may get
	MaxShare       Percent `yaml:"max_share"`
	Stages         []Stage `yaml:"stages"`
}

// Stage is one step that people pass.
type Stage struct {
	ID            string    `yaml:"id"`
	Name          string    `yaml:"name"` // the ID where the file gives none
	Definition    string    `yaml:"definition"`
	Owner         string    `yaml:"owner"`  // marketing, sales or empty
	System        string    `yaml:"system"` // prospecting, conversion or follow-up; from the owner where left out
	Phase         string    `yaml:"phase"`  // of the marketing hourglass: know to refer
	Rate          Rate      `yaml:"rate"`
	Recovers      Percent   `yaml:"recovers"`
	Source        string    `yaml:"source"` // where the rate comes from
	Lag           Lag       `yaml:"lag"`
	UnitCost      Money     `yaml:"unit_cost"`
	InProgress    Count     `yaml:"in_progress"`
	Direct        Count     `yaml:"direct"`
	RespondWithin Duration  `yaml:"respond_within"`
	Capacity      *Capacity `yaml:"capacity"`
	Dates         Dates     `yaml:"dates"`

	// Reminders is nil where the file does not say, and empty where it says none.
	Reminders []Reminder `yaml:"reminders"`
}

// Capacity is what the people of a stage can handle: one of PerDay and PerWeek
// is set.
type Capacity struct {
	People  Number `yaml:"people"`
	PerDay  Number `yaml:"per_day"`
	PerWeek Number `yaml:"per_week"`
	Days    Number `yaml:"days"` // working days, where it is not the whole window
}

// Position says where the file states the key of a path such as
// "stages.mql.rate"; line and column count from 1, in characters. A key that
// was set on the command line has its setting for a file and line 0. It is
// false for a key that the plan does not have.
func (p *Plan) Position(path string) (file string, line, column int, ok bool) {
	at, ok := p.places[path]
	return at.file, at.line, at.column, ok
}
