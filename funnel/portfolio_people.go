package funnel

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
)

// People is how many people a stage, or all stages of an owner, takes in the weeks
// of a portfolio, where its plans say what one of them can handle. Plans whose
// weeks do not meet do not add up.
type People struct {
	Owner string // marketing, sales or empty
	Stage string // ID; empty for all stages of the owner
	Name  string // of the stage

	Plans int // that say what people can handle there
	Weeks []PeopleWeek
	Most  PeopleWeek // the first of the weeks that take most people
	Short int        // weeks that take more people than the plans count on
	// Staff are the people of the owner whom the plans of the week that takes most
	// name, each once; none where one of them names nobody.
	Staff []Person
}

// PeopleWeek is one week of it.
type PeopleWeek struct {
	Week  Week
	Plans int
	// Needed is the people that it takes when each plan's entries come evenly, or by
	// its seasonality: 1.5 is one and a half full-time.
	Needed *big.Rat
	Named  *big.Rat // people that the plans count on, added up
}

// PeopleNeeded are whole people.
func (w *PeopleWeek) PeopleNeeded() *big.Int { return ceil(w.Needed) }

// peopleLoad is what one stage of a plan asks of people.
type peopleLoad struct {
	owner, stage, name string
	weeks              []weekOfPeople
}

// weekOfPeople are the people of a stage from one Monday to another.
type weekOfPeople struct {
	from, to      Date // the first Monday, and the first Monday after it
	needed, named *big.Rat
}

// monday is the first day of the week of a day.
func monday(day Date) Date { return day - Date(day.weekday()) }

// peopleLoads is what the stages whose capacity is known ask of people.
func (r *Result) peopleLoads() []peopleLoad {
	if r.Plan.Period == nil {
		return nil
	}
	var list []peopleLoad
	for i := range r.Funnels {
		for j := range r.Funnels[i].Stages {
			s := &r.Funnels[i].Stages[j]
			if s.Stage.Capacity == nil || s.Window == nil {
				continue
			}
			load := peopleLoad{owner: s.Stage.Owner, stage: s.Stage.ID, name: s.Stage.Name}
			if schedule := r.Schedule(i, j); len(r.Plan.Seasonality.Weights) == 0 {
				load.weeks = s.evenly(schedule)
			} else {
				load.weeks = s.bySeason(schedule)
			}
			list = append(list, load)
		}
	}
	return list
}

// handles is what one person handles in some working days of a stage's window.
// People who have fewer days than the window spread them over it.
func (s *StageResult) handles(days int64, schedule Schedule) *big.Rat {
	each := mul(s.Stage.Capacity.daily(), new(big.Rat).SetInt64(days))
	all := new(big.Rat).SetInt64(schedule.days.in(*s.Window))
	if own := s.Stage.Capacity.Days; own != nil && own.Cmp(all) < 0 {
		each.Mul(each, quo(own, all))
	}
	return each
}

// evenly is the people of a stage whose entries come evenly: as many in each week.
func (s *StageResult) evenly(schedule Schedule) []weekOfPeople {
	each := s.handles(schedule.days.in(*s.Window), schedule)
	if each.Sign() == 0 {
		return nil
	}
	return []weekOfPeople{{
		from: monday(s.Window.Start), to: monday(s.Window.End) + 7,
		needed: quo(ratOf(schedule.Total), each), named: s.Stage.Capacity.People,
	}}
}

// bySeason is the people of a stage week by week.
func (s *StageResult) bySeason(schedule Schedule) []weekOfPeople {
	var weeks []weekOfPeople
	before := new(big.Rat)
	for from := monday(s.Window.Start); from <= s.Window.End; from += 7 {
		part := Span{max(from, s.Window.Start), min(from+6, s.Window.End)}
		so := schedule.Share(part.End)
		if each := s.handles(schedule.days.in(part), schedule); each.Sign() > 0 {
			due := mul(ratOf(schedule.Total), sub(so, before))
			weeks = append(weeks, weekOfPeople{from: from, to: from + 7, needed: quo(due, each), named: s.Stage.Capacity.People})
		}
		before = so
	}
	return weeks
}

// peopleTogether adds up what all plans ask of people: of each stage, and of each owner
// who has several.
func peopleTogether(plans []*PortfolioPlan) []People {
	byStage, byOwner := map[[2]string]*peopleSum{}, map[string]*peopleSum{}
	stages := map[string]int{}
	for i, p := range plans {
		for j := range p.loads {
			load := &p.loads[j]
			key := [2]string{load.owner, load.stage}
			if byStage[key] == nil {
				byStage[key] = &peopleSum{people: People{Owner: load.owner, Stage: load.stage, Name: load.name}}
				stages[load.owner]++
			}
			if byOwner[load.owner] == nil {
				byOwner[load.owner] = &peopleSum{people: People{Owner: load.owner}}
			}
			byStage[key].add(i, load)
			byOwner[load.owner].add(i, load)
		}
	}
	var list []People
	for _, sum := range byStage {
		list = append(list, sum.result(plans))
	}
	for owner, sum := range byOwner {
		if stages[owner] > 1 {
			list = append(list, sum.result(plans))
		}
	}
	slices.SortFunc(list, func(a, b People) int {
		return cmp.Or(cmp.Compare(a.Owner, b.Owner), cmp.Compare(a.Stage, b.Stage)) // an owner's sum comes first
	})
	return list
}

// peopleSum adds up people week by week.
type peopleSum struct {
	people  People
	last    int // plan that was added last
	changes map[Date]*peopleChange
}

// peopleChange is what changes on a Monday.
type peopleChange struct {
	needed, named big.Rat
	plans         []int // that begin, or with −1 − plan, that end
}

func (s *peopleSum) add(plan int, load *peopleLoad) {
	if s.changes == nil {
		s.changes, s.last = map[Date]*peopleChange{}, -1
	}
	if s.last != plan {
		s.people.Plans++
		s.last = plan
	}
	for _, w := range load.weeks {
		from, to := s.on(w.from), s.on(w.to)
		from.needed.Add(&from.needed, w.needed)
		from.named.Add(&from.named, w.named)
		from.plans = append(from.plans, plan)
		to.needed.Sub(&to.needed, w.needed)
		to.named.Sub(&to.named, w.named)
		to.plans = append(to.plans, -1-plan)
	}
}

func (s *peopleSum) on(day Date) *peopleChange {
	if s.changes[day] == nil {
		s.changes[day] = &peopleChange{}
	}
	return s.changes[day]
}

// result goes through the weeks.
func (s *peopleSum) result(plans []*PortfolioPlan) People {
	days := make([]Date, 0, len(s.changes))
	for day := range s.changes {
		days = append(days, day)
	}
	slices.Sort(days)
	needed, named, at := new(big.Rat), new(big.Rat), map[int]int{}
	for i, day := range days {
		change := s.changes[day]
		needed, named = new(big.Rat).Add(needed, &change.needed), new(big.Rat).Add(named, &change.named)
		for _, plan := range change.plans {
			if plan >= 0 {
				at[plan]++
			} else if at[-1-plan]--; at[-1-plan] == 0 {
				delete(at, -1-plan)
			}
		}
		for week := day; i+1 < len(days) && week < days[i+1] && len(at) > 0; week += 7 {
			if s.people.take(PeopleWeek{Week: WeekOf(week), Plans: len(at), Needed: needed, Named: named}) {
				s.people.Staff = staffOf(plans, at, s.people.Owner)
			}
		}
	}
	return s.people
}

// take adds a week; it is true of one that takes more people than those before.
func (p *People) take(w PeopleWeek) (most bool) {
	p.Weeks = append(p.Weeks, w)
	if w.Needed.Cmp(w.Named) > 0 {
		p.Short++
	}
	if most = p.Most.Needed == nil || w.Needed.Cmp(p.Most.Needed) > 0; most {
		p.Most = w
	}
	return most
}

// staffOf are the people of an owner in some plans, each once and by name; none where
// one of the plans names nobody.
func staffOf(plans []*PortfolioPlan, of map[int]int, owner string) []Person {
	named := map[string]Person{}
	for i := range of {
		staff := plans[i].Result.Plan.Staff[owner]
		if len(staff) == 0 {
			return nil
		}
		for _, person := range staff {
			if first, ok := named[person.Key]; !ok || person.Name < first.Name {
				named[person.Key] = person
			}
		}
	}
	list := slices.Collect(maps.Values(named))
	slices.SortFunc(list, func(a, b Person) int { return cmp.Compare(a.Key, b.Key) })
	return list
}
