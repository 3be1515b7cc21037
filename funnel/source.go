package funnel

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
)

// SourceCheck is what came by one channel, or from one side, in all funnels.
type SourceCheck struct {
	Name    string   // empty for those of whom the data do not say
	Top     *big.Int // entries of the top stages
	CameIn  *big.Int // and of the lower ones those who came without the stages above
	Clients *big.Int
	Revenue *big.Rat // by channel only; nil where the data do not say, like the next two
	Spend   *big.Rat
	Return  *big.Rat // (revenue × margin − spend) / spend, a fraction; nil too at a spend of 0
}

// SourceRates is what came by one channel, or from one side, in one funnel.
type SourceRates struct {
	Name   string
	Stages []SourceStage
}

// SourceStage is a stage's part in [SourceRates]. Nobody knows the channels of
// those in progress when the period began: they are not in these rates.
type SourceStage struct {
	Actual *big.Int
	Trials *big.Int // those who entered long enough ago to have gone on; nil like Rate
	WentOn *big.Int
	Rate   *big.Rat // nil where nobody was there long enough or the data do not tell
}

func tallyChannels(t *stageTally) map[string]*tally { return t.channel }

func tallyBrought(t *stageTally) map[string]*tally { return t.brought }

// sources are the names that any stage of a funnel knows, in order of the
// alphabet; none where the data name nobody.
func sources(tallies []stageTally, by func(*stageTally) map[string]*tally) []string {
	names := map[string]bool{}
	for i := range tallies {
		for name := range by(&tallies[i]) {
			names[name] = true
		}
	}
	if len(names) == 1 && names[""] {
		return nil
	}
	return slices.Sorted(maps.Keys(names))
}

// sourceRates splits a funnel's entries and rates.
func sourceRates(tallies []stageTally, by func(*stageTally) map[string]*tally) []SourceRates {
	var list []SourceRates
	for _, name := range sources(tallies, by) {
		s := SourceRates{Name: name}
		for i := range tallies {
			s.Stages = append(s.Stages, sourceStage(tallies, i, name, by))
		}
		list = append(list, s)
	}
	return list
}

func sourceStage(tallies []stageTally, i int, name string, by func(*stageTally) map[string]*tally) SourceStage {
	from := sourceTally(&tallies[i], name, by)
	s := SourceStage{Actual: big.NewInt(from.entries)}
	if i == len(tallies)-1 || !tallies[i].known || !tallies[i+1].known {
		return s
	}
	trials, wentOn := from.ripe.floor(), from.ripeOn
	if !tallies[i].records {
		to := sourceTally(&tallies[i+1], name, by)
		wentOn = to.fresh.floor()
	}
	if trials > 0 && wentOn <= trials {
		s.Trials, s.WentOn = big.NewInt(trials), big.NewInt(wentOn)
		s.Rate = big.NewRat(wentOn, trials)
	}
	return s
}

// sourceTally is what came by a name: nothing where the stage does not know it.
func sourceTally(t *stageTally, name string, by func(*stageTally) map[string]*tally) *tally {
	if one := by(t)[name]; one != nil {
		return one
	}
	return &tally{}
}

// brought adds up by side what came in all funnels.
func brought(funnels []FunnelCheck, tallies [][]stageTally) []SourceCheck {
	list := newSourceList()
	for i := range funnels {
		list.addEntries(tallies[i], tallyBrought)
	}
	return list.sorted()
}

// channels adds up by channel what came in all funnels, was spent and came in.
func channels(c *CheckResult, counting counting, a *Actuals, tallies [][]stageTally) []SourceCheck {
	list := newSourceList()
	for i := range c.Funnels {
		list.addEntries(tallies[i], tallyChannels)
	}
	list.nameChannels(counting, a.Revenue)
	list.nameChannels(counting, a.Spend)
	if a.Money.Revenue {
		list.addMoney(counting, a.Revenue, func(s *SourceCheck) **big.Rat { return &s.Revenue })
	}
	if a.Money.Spend {
		list.addMoney(counting, a.Spend, func(s *SourceCheck) **big.Rat { return &s.Spend })
	}
	for _, s := range list.byName {
		if s.Revenue != nil && s.Spend != nil && s.Spend.Sign() != 0 {
			s.Return = quo(sub(mul(s.Revenue, c.Money.Margin), s.Spend), s.Spend)
		}
	}
	return list.sorted()
}

// sourceList gathers sources by their names.
type sourceList struct{ byName map[string]*SourceCheck }

func newSourceList() sourceList { return sourceList{map[string]*SourceCheck{}} }

func (l sourceList) named(name string) *SourceCheck {
	s := l.byName[name]
	if s == nil {
		s = &SourceCheck{Name: name, Top: new(big.Int), CameIn: new(big.Int), Clients: new(big.Int)}
		l.byName[name] = s
	}
	return s
}

func (l sourceList) addEntries(tallies []stageTally, by func(*stageTally) map[string]*tally) {
	for i := range tallies {
		for name, t := range by(&tallies[i]) {
			s := l.named(name)
			s.CameIn.Add(s.CameIn, big.NewInt(t.cameIn(i)))
			if i == 0 {
				s.Top.Add(s.Top, big.NewInt(t.entries))
			}
			if i == len(tallies)-1 {
				s.Clients.Add(s.Clients, big.NewInt(t.entries))
			}
		}
	}
}

// nameChannels makes room for the channels of which there is money only.
func (l sourceList) nameChannels(counting counting, amounts []Amount) {
	for i := range amounts {
		if counting.counts(Span{amounts[i].From, amounts[i].To}) {
			l.named(amounts[i].Channel)
		}
	}
}

// addMoney adds amounts up; it is 0 of the channels that have none.
func (l sourceList) addMoney(counting counting, amounts []Amount, of func(*SourceCheck) **big.Rat) {
	for _, s := range l.byName {
		*of(s) = new(big.Rat)
	}
	for i := range amounts {
		if counting.counts(Span{amounts[i].From, amounts[i].To}) {
			sum := *of(l.named(amounts[i].Channel))
			sum.Add(sum, amounts[i].Value)
		}
	}
}

// sorted gives most clients first, then who came in most, then by name; nothing
// where the data name nobody.
func (l sourceList) sorted() []SourceCheck {
	if len(l.byName) == 1 && l.byName[""] != nil {
		return nil
	}
	var list []SourceCheck
	for _, s := range l.byName {
		list = append(list, *s)
	}
	slices.SortFunc(list, func(a, b SourceCheck) int {
		return cmp.Or(b.Clients.Cmp(a.Clients), b.CameIn.Cmp(a.CameIn), cmp.Compare(a.Name, b.Name))
	})
	return list
}
