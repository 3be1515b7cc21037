package workbook

import (
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/xlsx"
)

// Formats of numbers that do not depend on the plan.
const (
	count   = "#,##0"
	decimal = "#,##0.00"
	short   = "General" // Excel would show 20 as "20." with 0.####
	signed  = `"+"#,##0;"−"#,##0;0`
)

// build is a workbook on its way.
type build struct {
	plan   *funnel.Plan
	result *funnel.Result
	check  *funnel.CheckResult // nil without a period
	rules  funnel.CheckRules
	l      *i18n.Language
	text   *i18n.Workbook
	book   *xlsx.Book
	named  map[string]bool
	rows   int // least number of weeks or months that there is room for

	money, percent, date string // formats
	ownBudgets           bool   // the funnels have budgets of their own

	in                 *inputs
	exact              *exact
	page               *page // of the plan
	days               *days // nil without a period
	schedule, holidays *page // nil without one too

	lines    []planFunnel // what the sheet of the plan has of each funnel
	verdicts []xlsx.Area  // statuses, and which are judged, of each funnel
}

// Plan makes the workbook of a plan, from its [funnel.Targets] and what happened; a
// is [funnel.Nothing] where that is not known.
func Plan(r *funnel.Result, a *funnel.Actuals, rules funnel.CheckRules, l *i18n.Language) *xlsx.Book {
	b := &build{plan: r.Plan, result: r, rules: rules, l: l, text: &l.Workbook}
	b.make(a)
	return b.book
}

// make fills in all sheets.
func (b *build) make(a *funnel.Actuals) {
	*b = build{
		plan: b.plan, result: b.result, rules: b.rules, l: b.l, text: b.text, rows: b.rows,
		book: &xlsx.Book{Title: b.plan.Name, Recalculate: true}, named: map[string]bool{},
	}
	b.formats()
	b.ownBudgets = hasOwnBudgets(b.plan)
	b.in = b.inputs()
	b.exact = newExact(string(b.text.Exact), []string{
		string(b.text.What), string(b.text.Numerator), string(b.text.Denominator), string(b.text.Value), "", "",
	}, string(b.text.ExactNote))
	b.page = newPage(string(b.text.Plan), dark)
	b.book.Sheets = []*xlsx.Sheet{b.in.Sheet, b.page.Sheet}
	if b.plan.Period != nil {
		b.check = funnel.Check(b.result, a, b.rules)
		b.days = b.newDays()
		b.windows()
	}
	b.planPage()
	if b.plan.Period != nil {
		b.days.fill(b)
		b.schedule = b.schedulePage()
		b.book.Sheets = append(b.book.Sheets, b.schedule.Sheet, b.checkPage().Sheet)
	}
	if b.plan.Period != nil || hasDates(b.plan) {
		b.holidays = b.holidayPage()
		b.book.Sheets = append(b.book.Sheets, b.holidays.Sheet)
	}
	b.book.Sheets = append(b.book.Sheets, b.exact.Sheet)
	if b.days != nil {
		b.book.Sheets = append(b.book.Sheets, b.days.Sheet)
	}
	b.holds()
}

func (b *build) formats() {
	p, l := b.plan, b.l
	like := func(shown string) string {
		format, _ := xlsx.FormatLike(shown, l.DecimalMark(), false, "")
		return format
	}
	b.money = like(l.Money(big.NewRat(1, 1), p.Currency, p.MinorUnits))
	b.percent = "0.0#" + xlsx.Literal(strings.TrimSuffix(strings.TrimPrefix(l.Percent(big.NewRat(1, 100)), "1"), "%")) + "%"
	b.date = xlsx.DateFormat(l.Code, "d mmm yyyy")
}

// nameWidth is that of a column of the names of stages, beside at least so many
// letters of other words.
func (b *build) nameWidth(least float64) float64 {
	const most = 60
	for i := range b.plan.Funnels {
		for j := range b.plan.Funnels[i].Stages {
			least = max(least, float64(utf8.RuneCountInString(b.plan.Funnels[i].Stages[j].Name))*1.1+3)
		}
	}
	return min(least, most)
}

// hasOwnBudgets reports whether the budgets of a plan's funnels are other than their
// shares of the whole.
func hasOwnBudgets(p *funnel.Plan) bool {
	for i := range p.Funnels {
		f := &p.Funnels[i]
		if f.Budget.Cmp(new(big.Rat).Mul(f.Share, p.Budget)) != 0 {
			return true
		}
	}
	return false
}

// moneyScale is by how much an amount is multiplied to be whole: two decimals more
// than the currency has.
func (b *build) moneyScale() int64 {
	scale := int64(100)
	for range b.plan.MinorUnits {
		scale *= 10
	}
	return scale
}

// ratioScale is by how much a share is multiplied to be whole.
const ratioScale = 1_000_000

// holds says beside the title of the inputs whether all numbers are exact.
func (b *build) holds() {
	conditions, now := b.exact.holds()
	if b.days != nil {
		conditions = fmt.Sprintf("AND(%s,%s)", conditions, b.days.holds())
	}
	in, shown := b.in, b.text.IsExact
	if !now {
		shown = b.text.NotExact
	}
	if len(b.plan.Funnels) > 1 {
		sum := ""
		for i := range in.funnels {
			sum += "+" + in.funnels[i].share
		}
		in.formula(1, 8, fmt.Sprintf(`IF(ABS(%s-1)<1E-9,"",%s)`, sum[1:], quoted(string(b.text.SharesOff))), "", xlsx.Style{Bold: true, Color: bad})
	}
	in.formula(2, 8, fmt.Sprintf("IF(%s,%s,%s)", conditions, quoted(string(b.text.IsExact)), quoted(string(b.text.NotExact))),
		string(shown), xlsx.Style{Bold: true, Color: quiet})
	at := xlsx.One(xlsx.Place{Row: 2, Column: 8})
	in.Conditions = append(in.Conditions, xlsx.Condition{Area: at, Formula: fmt.Sprintf("NOT(%s)", conditions), Color: bad, Fill: badFill})
}

// quoted is a text as formulas write it.
func quoted(s string) string {
	out := `"`
	for _, r := range s {
		if r == '"' {
			out += `"`
		}
		out += string(r)
	}
	return out + `"`
}
