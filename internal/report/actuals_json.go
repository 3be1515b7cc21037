package report

import (
	"cmp"
	"maps"
	"math/big"
	"slices"

	"embudo/funnel"
	"embudo/internal/actuals"
	"embudo/internal/actuals/sheet"
	"embudo/internal/i18n"
)

// actualsDocument is the JSON of a reading. docs/json.md describes its fields.
type actualsDocument struct {
	Schema   string          `json:"schema"`
	Sources  []actualsSource `json:"sources"`
	FirstDay *funnel.Date    `json:"first_day"`
	LastDay  *funnel.Date    `json:"last_day"`
	Counts   []monthCount    `json:"counts"`
	Spend    []monthAmount   `json:"spend"`
	Revenue  []monthAmount   `json:"revenue"`
	Warnings []warningJSON   `json:"warnings"`
}

type actualsSource struct {
	Path      string          `json:"path"`
	Kind      string          `json:"kind"`
	Rows      *string         `json:"rows_are"`
	Encoding  *string         `json:"encoding"`
	Delimiter *string         `json:"delimiter"`
	HeaderRow *int            `json:"header_row"`
	Columns   []actualsColumn `json:"columns"`
	DateOrder *string         `json:"date_order"`
	Decimal   *string         `json:"decimal_mark"`
	RowsRead  int64           `json:"rows_read"`
	LeftOut   []rowsLeftOut   `json:"rows_left_out"`
	Notes     []noteJSON      `json:"notes"`
	Questions []noteJSON      `json:"questions"`
}

type actualsColumn struct {
	Name    string  `json:"name"`
	Meaning *string `json:"meaning"`
}

type rowsLeftOut struct {
	Reason   string `json:"reason"`
	Rows     int64  `json:"rows"`
	FirstRow int    `json:"first_row"`
}

type noteJSON struct {
	Name    string `json:"name"`
	Row     int    `json:"row"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

type monthCount struct {
	Month   string  `json:"month"`
	Funnel  string  `json:"funnel"`
	Stage   string  `json:"stage"`
	Channel *string `json:"channel"`
	Count   int64   `json:"count"`
}

type monthAmount struct {
	Month   string  `json:"month"`
	Channel *string `json:"channel"`
	Amount  exact   `json:"amount"`
}

func actualsJSON(r *actuals.Result) *actualsDocument {
	doc := &actualsDocument{
		Schema:   "embudo/actuals/v1",
		Sources:  make([]actualsSource, len(r.Sources)),
		FirstDay: r.First,
		LastDay:  r.Last,
		Counts:   monthCounts(r),
		Spend:    monthAmounts(r.Actuals.Spend),
		Revenue:  monthAmounts(r.Actuals.Revenue),
		Warnings: warningsJSON(r.Plan, r.Warnings),
	}
	for i := range r.Sources {
		doc.Sources[i] = sourceJSON(&r.Sources[i])
	}
	return doc
}

func sourceJSON(u *actuals.Understood) actualsSource {
	s := actualsSource{
		Path: u.Name, Kind: u.Format, Rows: optional(u.Kind), Encoding: optional(u.Encoding), Delimiter: optional(u.Delimiter),
		Columns: make([]actualsColumn, len(u.Columns)), DateOrder: optional(u.DateOrder), Decimal: optional(u.Decimal),
		RowsRead: u.Rows, LeftOut: make([]rowsLeftOut, len(u.LeftOut)), Notes: notesJSON(u.Notes), Questions: notesJSON(u.Questions),
	}
	if u.HeaderRow > 0 {
		s.HeaderRow = &u.HeaderRow
	}
	for i, c := range u.Columns {
		s.Columns[i] = actualsColumn{c.Name, optional(c.Meaning)}
	}
	for i, left := range u.LeftOut {
		s.LeftOut[i] = rowsLeftOut{left.Reason, left.Rows, left.First}
	}
	return s
}

func notesJSON(problems []*sheet.Problem) []noteJSON {
	list := make([]noteJSON, len(problems))
	for i, p := range problems {
		text, hint := SourceText(p, i18n.English())
		list[i] = noteJSON{p.Name, p.Row, text, hint}
	}
	return list
}

// monthCounts adds up entries by month, funnel, stage and channel.
func monthCounts(r *actuals.Result) []monthCount {
	list := []monthCount{}
	for i := range r.Plan.Funnels {
		f := &r.Plan.Funnels[i]
		for j, s := range r.Actuals.Funnels[i].Stages {
			type key struct{ month, channel string }
			sums := map[key]int64{}
			for _, e := range s.Entries {
				sums[key{monthOf(e.From).text(), e.Channel}] += e.Count
			}
			keys := slices.SortedFunc(maps.Keys(sums), func(a, b key) int {
				return cmp.Or(cmp.Compare(a.month, b.month), cmp.Compare(a.channel, b.channel))
			})
			for _, k := range keys {
				list = append(list, monthCount{k.month, f.ID, f.Stages[j].ID, optional(k.channel), sums[k]})
			}
		}
	}
	return list
}

func monthAmounts(amounts []funnel.Amount) []monthAmount {
	list := []monthAmount{}
	type key struct{ month, channel string }
	at := map[key]int{}
	for i := range amounts {
		k := key{monthOf(amounts[i].From).text(), amounts[i].Channel}
		if _, ok := at[k]; !ok {
			at[k] = len(list)
			list = append(list, monthAmount{k.month, optional(k.channel), exact{new(big.Rat)}})
		}
		sum := list[at[k]].Amount.Rat
		sum.Add(sum, amounts[i].Value)
	}
	slices.SortStableFunc(list, func(a, b monthAmount) int {
		return cmp.Or(cmp.Compare(a.Month, b.Month), cmp.Compare(deref(a.Channel), deref(b.Channel)))
	})
	return list
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// actualsMain is what CSV shows: entries by month, funnel, stage and channel.
func actualsMain(r *actuals.Result) Table {
	t := Table{}
	for _, key := range []string{"month", "funnel", "stage", "channel", "count"} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	for _, c := range monthCounts(r) {
		t.Rows = append(t.Rows, []Cell{
			text(c.Month), text(c.Funnel), text(c.Stage), text(deref(c.Channel)), count(big.NewInt(c.Count)),
		})
	}
	return t
}
