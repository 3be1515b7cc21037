package funnel

// Trigger is the condition under which another scenario of a plan is due.
type Trigger struct {
	ID   string
	Name string // the ID where the plan gives none
	Do   string // what is done then, in words; may be empty
	When Threshold
}

// TriggerCheck is what came of the condition of a scenario.
type TriggerCheck struct {
	Trigger Trigger
	// When has the value of the condition. OK says that it holds.
	When ThresholdCheck
}

// Known reports whether the data say if the condition holds.
func (t *TriggerCheck) Known() bool { return t.When.Value != nil || t.When.Boundless }

// Due lists the scenarios whose condition holds.
func (c *CheckResult) Due() []*TriggerCheck {
	var due []*TriggerCheck
	for i := range c.Scenarios {
		if c.Scenarios[i].When.OK {
			due = append(due, &c.Scenarios[i])
		}
	}
	return due
}
