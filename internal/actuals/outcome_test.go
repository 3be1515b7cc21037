package actuals

import (
	"cmp"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// endOf2027 is the day of which most of these tests speak.
func endOf2027() funnel.Date { return funnel.NewDate(2027, time.December, 31) }

// outcomeOf reads sources and says in one line what came of it.
func outcomeOf(t testing.TB, o Options, sources ...Source) string {
	t.Helper()
	if o.AsOf == 0 {
		o.AsOf = endOf2027()
	}
	result, err := Read(t.Context(), sources, o)
	return said(result, err)
}

// said is a reading in one line: the questions that stop it, or else the problem,
// or else the rows read, the entries of each stage by month, the money, those
// lost, and the rows left out. What is nothing is left out.
func said(r *Result, err error) string {
	var questions *Questions
	var p *sheet.Problem
	switch {
	case errors.As(err, &questions):
		names := make([]string, len(questions.Problems))
		for i, q := range questions.Problems {
			names[i] = q.Name
		}
		return "asks " + strings.Join(names, " ")
	case errors.As(err, &p):
		return "refuses " + p.Name
	case err != nil:
		return "fails " + err.Error()
	}
	return strings.Join(slices.Concat([]string{rowsSaid(r)}, stagesSaid(r), moneySaid(r), []string{lostSaid(r), leftSaid(r)}), "")
}

func rowsSaid(r *Result) string {
	rows := int64(0)
	for i := range r.Sources {
		rows += r.Sources[i].Rows
	}
	return fmt.Sprintf("rows %d", rows)
}

func stagesSaid(r *Result) []string {
	var list []string
	for i, f := range r.Actuals.Funnels {
		for j, s := range f.Stages {
			sums := map[string]*big.Rat{}
			for _, e := range s.Entries {
				addTo(sums, e.From.Time().Format("2006-01"), big.NewRat(e.Count, 1))
			}
			name := r.Plan.Funnels[i].Stages[j].ID
			if len(r.Plan.Funnels) > 1 {
				name = r.Plan.Funnels[i].ID + "." + name
			}
			if s.Known {
				list = append(list, byKey("; "+name, sums))
			}
		}
	}
	return list
}

func moneySaid(r *Result) []string {
	spend, revenue := map[string]*big.Rat{}, map[string]*big.Rat{}
	for _, a := range r.Actuals.Spend {
		addTo(spend, a.From.Time().Format("2006-01"), a.Value)
	}
	for _, a := range r.Actuals.Revenue {
		addTo(revenue, a.From.Time().Format("2006-01"), a.Value)
	}
	var list []string
	if len(spend) > 0 {
		list = append(list, byKey("; spend", spend))
	}
	if len(revenue) > 0 {
		list = append(list, byKey("; revenue", revenue))
	}
	return list
}

func lostSaid(r *Result) string {
	lost := map[string]*big.Rat{}
	for _, f := range r.Actuals.Funnels {
		for _, l := range f.Lost {
			addTo(lost, cmp.Or(l.Reason, "-"), big.NewRat(l.Count, 1))
		}
	}
	if len(lost) == 0 {
		return ""
	}
	return byKey("; lost", lost)
}

func leftSaid(r *Result) string {
	left := map[string]*big.Rat{}
	for i := range r.Sources {
		for _, l := range r.Sources[i].LeftOut {
			addTo(left, l.Reason, big.NewRat(l.Rows, 1))
		}
	}
	if len(left) == 0 {
		return ""
	}
	return byKey("; left out", left)
}

func addTo(sums map[string]*big.Rat, key string, n *big.Rat) {
	if sums[key] == nil {
		sums[key] = new(big.Rat)
	}
	sums[key].Add(sums[key], n)
}

// byKey writes sums in the order of their keys: " 2027-01 40, 2027-02 12.5".
func byKey(name string, sums map[string]*big.Rat) string {
	var parts []string
	for _, key := range sortedKeys(sums) {
		text := sums[key].FloatString(2)
		parts = append(parts, key+" "+strings.TrimSuffix(text, ".00"))
	}
	if len(parts) == 0 {
		return name + " none"
	}
	return name + " " + strings.Join(parts, ", ")
}
