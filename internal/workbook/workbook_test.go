package workbook

import (
	"bytes"
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/xlsx"
)

// Whatever the plan, its workbook opens, and the values that its cells have before
// anybody works them out are those of package funnel.
func TestCachedValuesAreThoseOfThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawn(rapid.IntRange(1000, 1_000_000).Draw(t, "plan"), 1)
		f := read(t, b.book)
		defer func() { _ = f.Close() }()
		named := func(name string) string {
			for _, n := range b.book.Names {
				if n.Name == name {
					sheet, cell, _ := strings.Cut(n.Refers, "!")
					value, err := f.GetCellValue(strings.Trim(sheet, "'"), strings.ReplaceAll(cell, "$", ""), excelize.Options{RawCellValue: true})
					if err != nil {
						t.Fatal(err)
					}
					return value
				}
			}
			t.Fatalf("nothing is called %s", name)
			return ""
		}
		whole := func(name string, want *big.Int) {
			if got := named(name); got != want.String() {
				t.Errorf("%s is %s, want %s", name, got, want)
			}
		}
		r := b.result
		whole("clients", r.Clients)
		whole("clients_with_referrals", r.ClientsWithReferrals)
		whole("break_even_clients", r.BreakEvenClients)
		for name, want := range map[string]*big.Rat{"revenue_at_target": r.RevenueAtTarget, "gross_profit_at_target": r.GrossProfitAtTarget, "return_at_target": r.ReturnAtTarget} {
			x, _ := want.Float64()
			if got := named(name); !same(x, got) {
				t.Errorf("%s is %s, want %v", name, got, x)
			}
		}
		for i, f := range r.Funnels {
			for _, s := range f.Stages {
				whole("needed_"+s.Stage.ID+b.suffix(i), s.Needed)
			}
		}
	})
}

func read(t interface{ Fatal(...any) }, book *xlsx.Book) *excelize.File {
	var written bytes.Buffer
	if err := xlsx.Write(&written, book); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&written)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Only inputs are yellow, every one of them takes only what fits, and none holds a
// formula.
func TestInputsAreYellowAndChecked(t *testing.T) {
	b := drawn(3, 1)
	for _, p := range b.visible()[:2] {
		checked := map[xlsx.Place]bool{}
		for _, v := range p.Validations {
			checked[v.Area.From] = true
		}
		for at, c := range p.cells {
			yellow := c.Style.Fill == inputFill
			if yellow && c.Formula != "" {
				t.Errorf("%s!%s is an input with the formula %s", p.Name, at, c.Formula)
			}
			if _, isText := c.Value.(string); yellow && !checked[at] && !isText {
				t.Errorf("%s!%s takes anything", p.Name, at)
			}
		}
	}
}

// A name that begins like a formula stays a text on the inputs, where it is typed,
// and elsewhere is the text of that cell.
func TestNamesAreNoFormulas(t *testing.T) {
	b := drawn(5, 1)
	b.plan.Funnels[0].Stages[0].Name = `=HYPERLINK("http://evil.example")`
	b.make(funnel.Nothing(b.plan))
	f := read(t, b.book)
	defer func() { _ = f.Close() }()
	found := false
	for at, c := range b.in.cells {
		if c.Value == b.plan.Funnels[0].Stages[0].Name {
			found = true
			if formula, _ := f.GetCellFormula(b.in.Name, at.String()); formula != "" {
				t.Errorf("%s has the formula %s", at, formula)
			}
		}
	}
	if !found {
		t.Error("the name is not there")
	}
}

// Formulas have at most 8,192 characters, and call nothing that Excel 2007 does not
// know.
func TestFormulasAreThoseOfExcel(t *testing.T) {
	known := map[string]bool{}
	for _, name := range strings.Fields("ABS AND COUNTIFS DATE FALSE GCD IF IFERROR INT ISNUMBER MAX MIN MONTH N NETWORKDAYS NOT OR RIGHT ROUND SUM SUMPRODUCT VLOOKUP WEEKDAY YEAR") {
		known[name] = true
	}
	for seed := range 40 {
		b := drawn(seed, 1)
		for _, s := range b.book.Sheets {
			for row := range s.Rows {
				for _, c := range row.Cells {
					if len(c.Formula) > 8192 {
						t.Fatalf("%d characters: %.200s", len(c.Formula), c.Formula)
					}
					for _, name := range called(c.Formula) {
						if !known[name] {
							t.Fatalf("%s is called by %.200s", name, c.Formula)
						}
					}
				}
			}
		}
	}
}

// called are the functions of a formula.
func called(formula string) []string {
	var names []string
	word := ""
	for _, r := range formula {
		switch {
		case r >= 'A' && r <= 'Z':
			word += string(r)
			continue
		case r == '(' && word != "":
			names = append(names, word)
		}
		word = ""
	}
	return names
}

// A spreadsheet of one stage, of fifty, of a plan whose numbers are beyond it.
func TestUnusualPlans(t *testing.T) {
	stages := func(n int, rate *big.Rat) *build {
		p := &funnel.Plan{
			Budget: big.NewRat(100, 1), ExistingRevenue: new(big.Rat), GrossMargin: big.NewRat(1, 1), RepeatPurchases: new(big.Rat), Referrals: new(big.Rat),
			Target:  funnel.Target{Kind: funnel.TargetClients, Value: big.NewRat(10, 1)},
			Period:  &funnel.Span{Start: 20820, End: 24000},
			Funnels: []funnel.Funnel{{ID: "main", Share: big.NewRat(1, 1), Budget: big.NewRat(100, 1), AverageRevenue: big.NewRat(1, 1), GrossMargin: big.NewRat(1, 1), Success: n - 1}},
		}
		for i := range n {
			s := funnel.Stage{ID: "s" + strconv.Itoa(i), Name: strings.Repeat("Long name ", 12), Recovers: new(big.Rat)}
			if i < n-1 {
				s.Rate.Value = rate
			}
			p.Funnels[0].Stages = append(p.Funnels[0].Stages, s)
		}
		return built(p, funnel.Nothing(p), 20900, i18n.Spanish())
	}
	for name, test := range map[string]struct {
		b     *build
		exact bool
	}{
		"one stage":    {stages(1, nil), true},
		"fifty stages": {stages(50, big.NewRat(9, 10)), true},
		"beyond":       {stages(20, big.NewRat(1, 100)), false},
	} {
		t.Run(name, func(t *testing.T) {
			f := read(t, test.b.book)
			defer func() { _ = f.Close() }()
			want := test.b.text.NotExact
			if test.exact {
				want = test.b.text.IsExact
			}
			if got, err := f.GetCellValue(test.b.in.Name, "H2"); err != nil || got != string(want) {
				t.Errorf("it says %q, want %q: %v", got, want, err)
			}
		})
	}
}

// Months along a chart are dates, and shown as months.
func TestChartsNameMonths(t *testing.T) {
	p := *drawn(3, 1).plan
	p.Period, p.Seasonality = &funnel.Span{Start: 20819, End: 20819 + 500}, funnel.Seasonality{}
	b := built(&p, funnel.Nothing(&p), 0, i18n.English())
	if len(b.schedule.Charts) == 0 {
		t.Fatal("there is no chart")
	}
	for _, c := range b.schedule.Charts {
		if first, ok := c.Dates[0].(float64); !ok || first < 40000 || c.DateFormat == "" {
			t.Errorf("a chart begins with %v, shown as %q", c.Dates[0], c.DateFormat)
		}
	}
}

// What is said of a wrong input is what is asked of it.
func TestRefusalsSayWhatIsAsked(t *testing.T) {
	b := drawn(3, 1)
	for _, p := range b.visible()[:2] {
		for _, v := range p.Validations {
			if want := string(b.text.WantPart); v.Low == "0" && v.High == "1" && v.Message != want {
				t.Errorf("%s!%v takes 0 and says %q", p.Name, v.Area, v.Message)
			}
			if want := string(b.text.WantReturn); v.Low == "-1" && v.Message != want {
				t.Errorf("%s!%v takes −1 and says %q", p.Name, v.Area, v.Message)
			}
		}
	}
}
