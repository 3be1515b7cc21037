package funnel

import "math/big"

// SystemCheck adds up the stages of one system, prospecting, conversion or
// follow-up, in all funnels. Stages of which the data do not speak are counted,
// but left out of the sums.
type SystemCheck struct {
	System          string
	Stages, Unknown int

	Needed       *big.Int // entries asked of the stages above
	TargetToDate *big.Int
	Actual       *big.Int
	Attainment   *big.Rat // actual / target to date; nil where nothing is due
}

// systems are in the order in which the plan comes to them.
func systems(funnels []FunnelCheck) []SystemCheck {
	var list []SystemCheck
	at := map[string]int{}
	for i := range funnels {
		for j := range funnels[i].Stages {
			s := &funnels[i].Stages[j]
			name := s.Plan.Stage.System
			if name == "" {
				continue
			}
			if _, ok := at[name]; !ok {
				at[name] = len(list)
				list = append(list, SystemCheck{
					System: name, Needed: new(big.Int), TargetToDate: new(big.Int), Actual: new(big.Int),
				})
			}
			list[at[name]].add(s)
		}
	}
	for i := range list {
		list[i].Attainment = ratio(list[i].Actual, list[i].TargetToDate)
	}
	return list
}

func (c *SystemCheck) add(s *StageCheck) {
	c.Stages++
	if !s.Known {
		c.Unknown++
		return
	}
	c.Needed.Add(c.Needed, s.Plan.Needed)
	c.TargetToDate.Add(c.TargetToDate, s.TargetToDate)
	c.Actual.Add(c.Actual, s.Actual)
}
