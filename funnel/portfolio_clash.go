package funnel

import (
	"cmp"
	"slices"
)

// Person is somebody whom a plan names.
type Person struct {
	Name string // as the plan has it
	Key  string // the same for every spelling of the name: lower case, no accents
}

// Clash is a person whom two plans name for the same days. At least one of the two
// activities has dates of its own; that two things which are done every week fall
// on one day is no clash.
type Clash struct {
	Person Person
	Days   []Span // that both have in common, in order
	A, B   Busy   // A is of the plan that comes first
}

// Busy is what somebody is busy with.
type Busy struct {
	Plan     int // index in the portfolio
	Activity *Activity
}

// MaxClashes bounds how many clashes are listed.
const MaxClashes = 10_000

// busyDays are days on which somebody is busy.
type busyDays struct {
	Busy
	person Person
	days   Span
}

// clashes are those of all people, by name and then by day.
func clashes(plans []*PortfolioPlan) []Clash {
	dated, routine := map[string][]busyDays{}, map[string][]busyDays{}
	people := map[string]Person{} // as they are first spelled
	for i, p := range plans {
		for j := range p.Result.Plan.Activities {
			a := &p.Result.Plan.Activities[j]
			if len(a.People) == 0 {
				continue
			}
			into := dated
			if a.Every != nil {
				into = routine
			}
			for _, person := range a.People {
				if _, named := people[person.Key]; !named {
					people[person.Key] = person
				}
			}
			for _, o := range a.occurrences(p.Result.Plan.Holidays, MaxDate) {
				for _, person := range a.People {
					into[person.Key] = append(into[person.Key], busyDays{Busy{i, a}, people[person.Key], o.Days})
				}
			}
		}
	}
	list := &clashList{at: map[clashKey]int{}}
	for key, days := range dated {
		list.among(days, routine[key])
	}
	slices.SortFunc(list.clashes, func(a, b Clash) int {
		return cmp.Or(cmp.Compare(a.Person.Key, b.Person.Key), cmp.Compare(a.Days[0].Start, b.Days[0].Start),
			cmp.Compare(a.A.Plan, b.A.Plan), cmp.Compare(a.B.Plan, b.B.Plan), cmp.Compare(a.A.Activity.ID, b.A.Activity.ID), cmp.Compare(a.B.Activity.ID, b.B.Activity.ID))
	})
	return list.clashes
}

// clashKey is one person and two activities.
type clashKey struct {
	person string
	a, b   *Activity
}

// clashList puts clashes together: two activities that meet several times are one.
type clashList struct {
	clashes []Clash
	at      map[clashKey]int
}

// among finds where the days of one person meet.
func (l *clashList) among(dated, routine []busyDays) {
	byStart := func(a, b busyDays) int { return cmp.Compare(a.days.Start, b.days.Start) }
	slices.SortStableFunc(dated, byStart)
	slices.SortStableFunc(routine, byStart)
	for i := range dated {
		for j := i + 1; j < len(dated) && dated[j].days.Start <= dated[i].days.End; j++ {
			l.add(&dated[i], &dated[j])
		}
		from, _ := slices.BinarySearchFunc(routine, dated[i].days.Start, func(b busyDays, day Date) int { return cmp.Compare(b.days.Start, day) })
		for j := from; j < len(routine) && routine[j].days.Start <= dated[i].days.End; j++ {
			l.add(&dated[i], &routine[j])
		}
	}
}

func (l *clashList) add(a, b *busyDays) {
	switch {
	case a.Plan == b.Plan:
		return
	case a.Plan > b.Plan:
		a, b = b, a
	}
	common := Span{max(a.days.Start, b.days.Start), min(a.days.End, b.days.End)}
	key := clashKey{a.person.Key, a.Activity, b.Activity}
	if i, ok := l.at[key]; ok {
		l.clashes[i].Days = append(l.clashes[i].Days, common)
		return
	}
	if len(l.clashes) == MaxClashes {
		return
	}
	l.at[key] = len(l.clashes)
	l.clashes = append(l.clashes, Clash{Person: a.person, Days: []Span{common}, A: a.Busy, B: b.Busy})
}
