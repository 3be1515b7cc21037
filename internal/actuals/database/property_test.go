package database

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"embudo/funnel"
)

// lead is a row of the property test. Days count from 1 March 2027; -1 is none.
type lead struct {
	days                     []int
	channel, person, funnel  string
	reason, by               string
	lost, cents, again, code int
}

// TestRecordsAsPlainCode compares what the engine adds up with what a loop over
// the same leads does.
func TestRecordsAsPlainCode(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		e.run(t, "CREATE TABLE leads (day0 date, day1 timestamp, day2 date, day3 text, channel text, person varchar(9), line text, "+
			"reason text, lost date, amount numeric(18, 2), again integer, referrer text, code integer)")
		d := e.open(t)
		rapid.Check(t, func(rt *rapid.T) {
			leads := rapid.SliceOfN(rapid.Custom(drawLead), 0, 30).Draw(rt, "leads")
			meaning := drawMeaning(rt)
			e.run(t, "DELETE FROM leads;"+inserts(leads))
			asOf := funnel.NewDate(2027, 3, 1) + funnel.Date(rapid.IntRange(0, 25).Draw(rt, "as of"))
			got := records(t, d, Source{Table: "leads"}, meaning, asOf)
			want := addUp(leads, meaning, asOf)
			want.RowsBack = got.RowsBack
			if diff := gocmp.Diff(want, got, gocmp.Comparer(sameRat)); diff != "" {
				rt.Fatal(diff)
			}
			cohortsAreEntries(t, rt, d, meaning, asOf, got)
		})
	})
}

// cohortsAreEntries holds cohorts against the entries of the same leads: they are
// those with a day of their own. Clients pay the revenue.
func cohortsAreEntries(t *testing.T, rt *rapid.T, d *Database, meaning Records, asOf funnel.Date, want *Result) {
	t.Helper()
	r, err := d.Describe(t.Context(), Source{Table: "leads"})
	if err != nil {
		rt.Fatal(describe(err))
	}
	cohorts, deals, err := d.Cohorts(t.Context(), r, meaning, asOf)
	if err != nil {
		rt.Fatal(describe(err))
	}
	type key struct {
		stage string
		day   funnel.Date
	}
	entered := map[key]int64{}
	for _, c := range cohorts {
		entered[key{c.Stage, c.Day}] += c.Count
	}
	for _, e := range want.Entries {
		entered[key{e.Stage, e.From}] -= e.Count - e.Implied
	}
	for k, n := range entered {
		if n != 0 {
			rt.Fatalf("%d more of %v than entries", n, k)
		}
	}
	sum := new(big.Rat)
	for _, deal := range deals {
		sum.Add(sum, deal.Sum)
	}
	for _, a := range want.Revenue {
		sum.Sub(sum, a.Value)
	}
	if sum.Sign() != 0 {
		rt.Fatalf("deals are %s above the revenue", sum)
	}
}

func drawLead(t *rapid.T) lead {
	day := rapid.OneOf(rapid.Just(-1), rapid.IntRange(0, 30))
	return lead{
		days:    rapid.SliceOfN(day, 4, 4).Draw(t, "days"),
		channel: rapid.SampledFrom([]string{"", " ", "Fair", " Fair ", "fair", "O'Hara; --", "Año nuevo"}).Draw(t, "channel"),
		person:  rapid.SampledFrom([]string{"", "Ana", "Ben"}).Draw(t, "person"),
		funnel:  rapid.SampledFrom([]string{"", "in", "out"}).Draw(t, "funnel"),
		reason:  rapid.SampledFrom([]string{"", "price", "time"}).Draw(t, "reason"),
		by:      rapid.SampledFrom([]string{"", "0", "Old client"}).Draw(t, "by"),
		lost:    day.Draw(t, "lost"),
		cents:   rapid.IntRange(-1, 1_000_000_000).Draw(t, "cents"), // -1: none
		again:   rapid.IntRange(-1, 3).Draw(t, "again"),             // -1: none
		code:    rapid.IntRange(0, 9).Draw(t, "code"),
	}
}

func drawMeaning(t *rapid.T) Records {
	owners := []string{"marketing", "sales"}
	m := Records{Amount: "amount", Repeat: "again", ReferredBy: "referrer", ID: "code"}
	for i := range 4 {
		stage := Stage{
			Name: fmt.Sprint("stage", i), Column: name("day", i),
			Owner: rapid.SampledFrom(owners).Draw(t, "owner"), Direct: rapid.Bool().Draw(t, "direct"),
		}
		if i > 0 && i < 3 && rapid.IntRange(0, 4).Draw(t, "unknown") == 0 {
			stage.Column = ""
		}
		m.Stages = append(m.Stages, stage)
	}
	maybe := func(column string) string {
		if rapid.Bool().Draw(t, column) {
			return column
		}
		return ""
	}
	m.Channel, m.Person, m.Funnel = maybe("channel"), maybe("person"), maybe("line")
	if m.LostReason = maybe("reason"); m.LostReason != "" {
		m.LostOn = maybe("lost")
	}
	return m
}

func inserts(leads []lead) string {
	var b strings.Builder
	quote := func(s string) string {
		if s == "" {
			return "NULL"
		}
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	date := func(day int, rest string) string {
		if day < 0 {
			return "NULL"
		}
		return "'" + (funnel.NewDate(2027, 3, 1) + funnel.Date(day)).String() + rest + "'"
	}
	number := func(n int, text string) string {
		if n < 0 {
			return "NULL"
		}
		return text
	}
	for _, l := range leads {
		fmt.Fprintf(&b, "INSERT INTO leads VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %d);",
			date(l.days[0], ""), date(l.days[1], " 23:59:59.5"), date(l.days[2], ""), date(l.days[3], " 00:00:00"),
			quote(l.channel), quote(l.person), quote(l.funnel), quote(l.reason), date(l.lost, ""),
			number(l.cents, fmt.Sprintf("%d.%02d", l.cents/100, l.cents%100)), number(l.again, fmt.Sprint(l.again)), quote(l.by), l.code)
	}
	return b.String()
}

// addUp is the loop. It follows the words of [Database.Records].
func addUp(leads []lead, m Records, asOf funnel.Date) *Result {
	r := &Result{
		Known: MoneyKnown{Revenue: true}, RepeatKnown: true, ReferredKnown: true,
		Rows: int64(len(leads)), Spend: []Amount{},
	}
	entries := map[Entries]*Entries{}
	losses := map[Loss]int64{}
	revenue := map[Amount]*big.Rat{}
	clients := map[string]*Clients{}
	codes := map[int]bool{}
	for _, l := range leads {
		if codes[l.code] {
			r.SameID++
		}
		codes[l.code] = true
		said := func(column, text string) string {
			if column == "" {
				return ""
			}
			return strings.TrimSpace(text)
		}
		line, channel, person := said(m.Funnel, l.funnel), said(m.Channel, l.channel), said(m.Person, l.person)
		days, given := known(l, m, asOf)
		first := slices.IndexFunc(days, func(d *funnel.Date) bool { return d != nil })
		if first < 0 {
			if given {
				r.Later++
			} else {
				r.Undated++
			}
			continue
		}
		came := 0
		if first > 0 && m.Stages[first].Direct {
			came = first
		}
		for i := came; i < 4; i++ {
			next := slices.IndexFunc(days[i:], func(d *funnel.Date) bool { return d != nil })
			if next < 0 || m.Stages[i].Column == "" {
				continue
			}
			day := *days[i+next]
			e := funnel.Entries{From: day, To: day, Channel: channel, Person: person, Brought: m.Stages[came].Owner}
			key := Entries{line, m.Stages[i].Name, e}
			if entries[key] == nil {
				entries[key] = pointer(key)
			}
			sum := entries[key]
			sum.Count++
			further := i < 3 && m.Stages[i+1].Column != "" && slices.ContainsFunc(days[i+1:], func(d *funnel.Date) bool { return d != nil })
			switch {
			case next > 0:
				sum.Implied++
			case i == came && i > 0:
				sum.Direct++
			case further:
				sum.WentOn++
			}
		}
		if client := days[3]; client != nil {
			if clients[line] == nil {
				clients[line] = &Clients{Funnel: line}
			}
			clients[line].Count++
			clients[line].Repeat += int64(max(0, l.again))
			if l.by != "" && l.by != "0" {
				clients[line].Referred++
			}
			if l.cents < 0 {
				r.Unpriced++
			}
			if l.cents > 0 {
				key := Amount{line, funnel.Amount{From: *client, To: *client, Channel: channel}}
				if revenue[key] == nil {
					revenue[key] = new(big.Rat)
				}
				revenue[key].Add(revenue[key], big.NewRat(int64(l.cents), 100))
			}
			continue
		}
		lostBy := m.LostOn == "" || l.lost < 0 || funnel.NewDate(2027, 3, 1)+funnel.Date(l.lost) <= asOf
		if reason := said(m.LostReason, l.reason); reason != "" && lostBy {
			deepest := 0
			for i, day := range days {
				if day != nil {
					deepest = i
				}
			}
			losses[Loss{Funnel: line, Stage: m.Stages[deepest].Name, Reason: reason}]++
		}
	}
	inOrder(r, entries, losses, revenue, clients)
	return r
}

// known are the days of a lead that are given and known by then, and whether any
// is given at all.
func known(l lead, m Records, asOf funnel.Date) (days []*funnel.Date, given bool) {
	days = make([]*funnel.Date, 4)
	for i, day := range l.days {
		if day < 0 || m.Stages[i].Column == "" {
			continue
		}
		given = true
		if date := funnel.NewDate(2027, 3, 1) + funnel.Date(day); date <= asOf {
			days[i] = &date
		}
	}
	return days, given
}

func inOrder(r *Result, entries map[Entries]*Entries, losses map[Loss]int64, revenue map[Amount]*big.Rat, clients map[string]*Clients) {
	for _, e := range entries {
		r.Entries = append(r.Entries, *e)
	}
	slices.SortFunc(r.Entries, func(a, b Entries) int {
		return cmp.Or(strings.Compare(a.Funnel, b.Funnel), strings.Compare(a.Stage, b.Stage), cmp.Compare(a.From, b.From),
			strings.Compare(a.Channel, b.Channel), strings.Compare(a.Person, b.Person), strings.Compare(a.Brought, b.Brought))
	})
	for l, n := range losses {
		l.Count = n
		r.Lost = append(r.Lost, l)
	}
	slices.SortFunc(r.Lost, func(a, b Loss) int {
		return cmp.Or(strings.Compare(a.Funnel, b.Funnel), strings.Compare(a.Stage, b.Stage), cmp.Compare(b.Count, a.Count), strings.Compare(a.Reason, b.Reason))
	})
	r.Revenue = []Amount{}
	for a, sum := range revenue {
		a.Value = sum
		r.Revenue = append(r.Revenue, a)
	}
	slices.SortFunc(r.Revenue, func(a, b Amount) int {
		return cmp.Or(strings.Compare(a.Funnel, b.Funnel), cmp.Compare(a.From, b.From), strings.Compare(a.Channel, b.Channel))
	})
	for _, c := range clients {
		r.Clients = append(r.Clients, *c)
	}
	slices.SortFunc(r.Clients, func(a, b Clients) int { return strings.Compare(a.Funnel, b.Funnel) })
	for i := range r.Entries {
		day := r.Entries[i].From
		if r.First == nil || day < *r.First {
			r.First = &day
		}
		if r.Last == nil || day > *r.Last {
			r.Last = &day
		}
	}
}
