package actuals

import (
	"cmp"
	"math/big"
	"strings"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// spendTaker takes in rows of what was spent, as ad platforms report it, and of
// what they count as leads.
type spendTaker struct {
	*part
	dates             *dateReader
	spend, leads      *column
	channel, campaign *column
	resultType        *column // what each result is; nil where all of them are leads
	counted           map[countKey]decimal
	spent             moneySums
	top               *place          // that the platform's leads are counted into; nil: nowhere
	otherResults      map[string]bool // that are no leads
}

// newSpendTaker counts the platform's leads where no other source speaks of the
// top of the funnel: two counts of the same people would double them.
func newSpendTaker(p *part) *spendTaker {
	t := &spendTaker{
		part: p, dates: newDateReader(p), spend: p.column(MeaningSpend), leads: p.column(MeaningLeads),
		channel: p.column(MeaningChannel), campaign: p.column(MeaningCampaign), counted: map[countKey]decimal{}, spent: moneySums{}, otherResults: map[string]bool{},
	}
	if t.leads != nil && t.leads.areResults() {
		t.resultType = p.column(MeaningResultType)
	}
	t.reader.tally.money.Spend = t.reader.tally.money.Spend || t.spend != nil
	if t.leads == nil {
		return t
	}
	if !t.reader.adLeads {
		t.notes = append(t.notes, problem("ad-leads-not-counted", p.table.number, "column", t.leads.header))
		return t
	}
	entry := place{0, t.reader.entry()}
	t.reader.tally.stages[entry.funnel][entry.stage].known = true
	t.top = &entry
	t.notes = append(t.notes, problem("ad-leads-counted", p.table.number,
		"column", t.leads.header, "stage", t.reader.funnels[0].Stages[entry.stage].ID))
	return t
}

// platformName is what a platform is called. It is the channel of its report,
// where no column names one: campaigns are parts of a channel, and sales systems
// do not know them by these names.
func platformName(platform string) string {
	switch platform {
	case "google_ads":
		return "Google Ads"
	case "meta":
		return "Meta Ads"
	case "ga4":
		return "Google Analytics"
	}
	return ""
}

func (t *spendTaker) take(row sheet.Row) reason {
	if t.isTotal(row) {
		return leftTotal
	}
	span, why := t.dates.span(row)
	if why != kept {
		return why
	}
	amount, fit := t.amountOf(row)
	if fit == misfit {
		return leftNoCount
	}
	leads, why := t.leadsOf(row)
	if why != kept {
		return why
	}
	channel := t.name(t.choices.Channels, cmp.Or(textOf(row, t.channel), platformName(t.platform)))
	if fit == fits {
		t.spent.add(amountKey{span.Start, span.End, channel}, amount)
	}
	if leads.sign() > 0 {
		key := countKey{*t.top, span, channel, ""}
		t.counted[key] = t.counted[key].plus(leads)
	}
	return kept
}

// amountOf is what a row says was spent; below 0 where money was given back.
func (t *spendTaker) amountOf(row sheet.Row) (*big.Rat, fit) {
	if t.spend == nil {
		return nil, blank
	}
	return t.spend.rat(cellOf(row, t.spend))
}

// leadsOf is what a row counts as leads, 0 where they do not count. A platform may
// say something that is no number, such as "< 10".
func (t *spendTaker) leadsOf(row sheet.Row) (decimal, reason) {
	if t.top == nil {
		return decimal{}, kept
	}
	n, fit := t.leads.numbers.style.parse(cellOf(row, t.leads))
	if fit != fits {
		return decimal{}, kept
	}
	if kind := textOf(row, t.resultType); t.resultType != nil && !countsLeads(kind) {
		if kind != "" && n.sign() > 0 && len(t.otherResults) < maxListed {
			t.otherResults[excerpt([]byte(kind))] = true
		}
		return decimal{}, kept
	}
	return n, countable(n)
}

// areResults reports whether a column has what a platform calls results, which
// are leads in one campaign and clicks in another.
func (c *column) areResults() bool {
	const results = 3 // their rank among the words for leads
	rank, ok := c.rank(MeaningLeads)
	return ok && rank == results && !c.chosen
}

// countsLeads reports whether results of a type are leads: "actions:lead",
// "actions:leadgen.other", "actions:offsite_conversion.fb_pixel_lead", "Leads
// (form)", "Clientes potenciales en Facebook", "Cadastros".
func countsLeads(resultType string) bool {
	name := fold(resultType)
	for _, word := range []string{"lead", "clientes potenciales", "clientes potenciais", "clientes em potencial", "cadastro"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// isTotal reports whether a row of a platform's report adds up the others without
// saying so: where rows are of campaigns, or of days too, it is of none.
func (t *spendTaker) isTotal(row sheet.Row) bool {
	if t.platform == "" || t.campaign == nil || textOf(row, t.campaign) != "" {
		return false
	}
	return textOf(row, t.channel) == "" && textOf(row, t.dates.date) == ""
}

func (t *spendTaker) finish() {
	if len(t.otherResults) > 0 {
		t.notes = append(t.notes, problem("results-not-leads", t.table.number,
			"column", t.leads.header, "types", quoted(sortedKeys(t.otherResults))))
	}
	counts := countTaker{part: t.part, counted: t.counted, spent: t.spent}
	counts.finish()
}

// dateReader finds the days that a row is of.
type dateReader struct {
	*part
	date, starts, ends *column
	whole              *funnel.Span // of a report that names its days once, or of counts that name none
}

// newDateReader goes by the columns, else by the period above the table, else by
// the plan: counts without a day are of all of it so far.
func newDateReader(p *part) *dateReader {
	d := &dateReader{part: p, date: p.column(MeaningDate), starts: p.column(MeaningStarts), ends: p.column(MeaningEnds)}
	switch {
	case d.date != nil || d.starts != nil || d.ends != nil:
	case p.period != nil:
		d.whole = &p.period.span
	default:
		d.whole = &funnel.Span{Start: p.reader.undated, End: p.reader.undated}
		d.notes = append(d.notes, problem("no-days", p.table.number, "day", p.reader.undated))
	}
	return d
}

func (d *dateReader) span(row sheet.Row) (funnel.Span, reason) {
	if d.whole != nil {
		return *d.whole, kept
	}
	span, why := d.between(row)
	switch {
	case why != kept:
		return span, why
	case span.Start > d.reader.asOf:
		return span, leftAfterAsOf
	}
	return span, kept
}

func (d *dateReader) between(row sheet.Row) (funnel.Span, reason) {
	from, fromOK := d.parse(row, d.starts)
	to, toOK := d.parse(row, d.ends)
	if fromOK && toOK && from.Start <= to.End {
		return funnel.Span{Start: from.Start, End: to.End}, kept
	}
	if day, ok := d.parse(row, d.date); ok {
		return day, kept
	}
	switch {
	case fromOK:
		return from, kept
	case toOK:
		return to, kept
	}
	return funnel.Span{}, leftNoDay
}

func (d *dateReader) parse(row sheet.Row, c *column) (funnel.Span, bool) {
	if c == nil {
		return funnel.Span{}, false
	}
	span, fit := c.dates.style.parse(cellOf(row, c))
	return span, fit == fits
}
