package workbook

import (
	"bytes"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/xlsx"
)

// Whoever changes the yellow cells sees what embudo would say: the workbook of one
// plan gets the inputs of another one of the same form, LibreOffice works it out, and
// every number must be that of the other plan.
func TestLibreOfficeSaysTheSame(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not here to work the formulas out")
	}
	if testing.Short() {
		t.Skip("starting LibreOffice takes seconds")
	}
	plans := 12 // .ci/run takes 50
	if n, err := strconv.Atoi(os.Getenv("EMBUDO_TEST_WORKBOOKS")); err == nil {
		plans = n
	}
	folder := t.TempDir()
	var files []string
	wanted := map[string]*build{}
	for seed := range plans {
		before, after := drawn(seed, 1), drawn(seed, 2)
		before.retype(after)
		file := filepath.Join(folder, fmt.Sprintf("%02d.xlsx", seed))
		save(t, file, before.book)
		files, wanted[file] = append(files, file), after
	}
	for name, after := range traps() {
		file := filepath.Join(folder, name+".xlsx")
		before := drawnLike(after)
		before.retype(after)
		save(t, file, before.book)
		files, wanted[file] = append(files, file), after
	}
	done := filepath.Join(folder, "done")
	arguments := append([]string{"-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", "xlsx", "--outdir", done}, files...)
	if out, err := exec.CommandContext(t.Context(), office, arguments...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	compared := 0
	for _, file := range files {
		compared += wanted[file].compare(t, filepath.Join(done, filepath.Base(file)))
	}
	t.Logf("%d workbooks, %d numbers", len(files), compared)
}

// retype puts the inputs of another build of the same form into the cells of this one.
// Formulas lose their values, which LibreOffice would else believe.
func (b *build) retype(other *build) {
	for _, p := range append(b.visible(), b.exact.page) {
		for at, c := range p.cells {
			if c.Formula != "" {
				c.Value = nil
				p.cells[at] = c
			}
		}
	}
	if b.days != nil {
		for at, c := range b.days.cells {
			if c.Formula != "" {
				c.Value = nil
				b.days.cells[at] = c
			}
		}
	}
	for i, p := range b.visible() {
		for at, c := range other.visible()[i].cells {
			if c.Formula == "" {
				p.cells[at] = c
			}
		}
	}
}

// visible are the pages that people see.
func (b *build) visible() []*page {
	pages := []*page{b.in.page, b.page}
	if b.days != nil {
		pages = append(pages, b.schedule, b.days.check, b.holidays)
	}
	return pages
}

func save(t *testing.T, file string, book *xlsx.Book) {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.Write(&b, book); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// compare holds every formula of the visible sheets, as worked out in a file, against
// what the build says; it gives how many.
func (b *build) compare(t *testing.T, file string) int {
	t.Helper()
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	compared, wrong := 0, 0
	for _, p := range b.visible() {
		for at, c := range p.cells {
			if c.Formula == "" {
				continue
			}
			got, err := f.GetCellValue(p.Name, at.String(), excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			compared++
			if !same(c.Value, got) && wrong < 12 {
				wrong++
				t.Errorf("%s: %s!%s is %q, want %v, by %.150s", filepath.Base(file), p.Name, at, got, c.Value, c.Formula)
			}
		}
	}
	return compared
}

// same compares a value with what another program stored: whole numbers to the last
// digit, others as far as floating point goes.
func same(want any, got string) bool {
	x, isNumber := want.(float64)
	if !isNumber {
		return fmt.Sprint(want) == got
	}
	y, err := strconv.ParseFloat(got, 64)
	if err != nil {
		return false
	}
	if x == math.Trunc(x) && math.Abs(x) < 1e15 {
		return x == math.Round(y*1e6)/1e6
	}
	return math.Abs(x-y) <= 1e-9*math.Max(1, math.Abs(x))
}

// built is the workbook of a plan on a day.
func built(p *funnel.Plan, a *funnel.Actuals, asOf funnel.Date, l *i18n.Language) *build {
	const room = 60 // weeks for the dates of the other plan
	r := funnel.Targets(p)
	b := &build{plan: p, result: r, rules: funnel.CheckRules{AsOf: asOf}, l: l, text: &l.Workbook, rows: room}
	b.make(a)
	return b
}

// drawn draws a plan: its form by the seed, its numbers by both.
func drawn(seed, numbers int) *build {
	form, number := rand.New(rand.NewPCG(uint64(seed), 7)), rand.New(rand.NewPCG(uint64(seed), uint64(numbers+100)))
	of := func(low, high, denominator int64) *big.Rat {
		return big.NewRat(low+number.Int64N(high-low+1), denominator)
	}
	start := funnel.Date(20819 + number.IntN(300)) // in 2027
	p := &funnel.Plan{
		Name: "plan", Currency: "USD", MinorUnits: 2, Holidays: map[funnel.Date]bool{},
		Budget: of(1_000_00, 90_000_00, 100), ExistingRevenue: of(0, 900_00, 100), GrossMargin: of(1, 100, 100),
		RepeatPurchases: of(0, 250, 100), Referrals: of(0, 150, 100),
	}
	if form.IntN(4) == 0 {
		p.Currency, p.MinorUnits = "CLP", 0
		p.Budget = of(1_000_000, 90_000_000, 1)
	}
	switch form.IntN(3) {
	case 0:
		p.Target = funnel.Target{Kind: funnel.TargetReturn, Value: of(-50, 400, 100)}
	case 1:
		p.Target = funnel.Target{Kind: funnel.TargetRevenue, Value: of(10_000_00, 900_000_00, 100)}
	case 2:
		p.Target = funnel.Target{Kind: funnel.TargetClients, Value: of(1, 400, 1)}
	}
	dated := form.IntN(8) > 0
	if dated {
		p.Period = &funnel.Span{Start: start, End: start + funnel.Date(20+number.IntN(200))}
		for range number.IntN(12) {
			p.Holidays[start+funnel.Date(number.IntN(200))] = true
		}
		p.Seasonality = drawSeasons(form, number)
	}
	funnels := 1 + form.IntN(3)
	for i := range funnels {
		p.Funnels = append(p.Funnels, drawFunnel(form, number, p, i, funnels))
	}
	if funnels > 1 && form.IntN(3) == 0 {
		ownBudgets(p, of)
	}
	l := i18n.English()
	if form.IntN(2) == 0 {
		l = i18n.Spanish()
	}
	return built(p, drawActuals(form, number, p), start+funnel.Date(number.IntN(250)), l)
}

func drawSeasons(form, number *rand.Rand) funnel.Seasonality {
	s := funnel.Seasonality{Weights: map[funnel.Season]*big.Rat{}}
	switch form.IntN(4) {
	case 0:
		s.Unit = funnel.EachMonth
		for month := 1; month <= 12; month += 1 + form.IntN(3) {
			s.Weights[funnel.Season{Number: month}] = big.NewRat(number.Int64N(30), 10)
		}
	case 1:
		s.Unit = funnel.EachWeek
		for week := 1; week <= 52; week += 1 + form.IntN(9) {
			s.Weights[funnel.Season{Year: 2027 * form.IntN(2), Number: week}] = big.NewRat(number.Int64N(30), 10)
		}
	}
	return s
}

func drawFunnel(form, number *rand.Rand, p *funnel.Plan, i, funnels int) funnel.Funnel {
	of := func(low, high, denominator int64) *big.Rat {
		return big.NewRat(low+number.Int64N(high-low+1), denominator)
	}
	f := funnel.Funnel{ID: string(rune('a' + i)), Name: "Funnel " + strconv.Itoa(i), AverageRevenue: of(50_00, 9_000_00, 100), GrossMargin: p.GrossMargin}
	if form.IntN(2) == 0 {
		f.GrossMargin = of(1, 100, 101)
		f.GrossMargin = of(1, 99, 100)
		if f.GrossMargin.Cmp(p.GrossMargin) == 0 {
			f.GrossMargin = new(big.Rat).Quo(new(big.Rat).Add(f.GrossMargin, big.NewRat(1, 1)), big.NewRat(2, 1))
		}
	}
	f.Share = big.NewRat(1, 1)
	if funnels > 1 {
		f.Share = []*big.Rat{big.NewRat(355, 1000), big.NewRat(25, 100), big.NewRat(395, 1000)}[i]
		if funnels == 2 {
			f.Share = []*big.Rat{big.NewRat(3, 5), big.NewRat(2, 5)}[i]
		}
	}
	f.Budget = new(big.Rat).Mul(f.Share, p.Budget)
	stages := 1 + form.IntN(6)
	f.Success = form.IntN(stages)
	for j := range stages {
		s := funnel.Stage{ID: string(rune('a' + j)), Name: "Stage " + strconv.Itoa(j), Recovers: new(big.Rat)}
		if j < stages-1 {
			s.Rate = drawRate(form, number)
			s.Recovers = big.NewRat(max(0, number.Int64N(120)-60), 100)
			s.InProgress, s.Direct = max(0, number.Int64N(60)-20), max(0, number.Int64N(20)-10)
			hours := number.Int64N(20) * []int64{4, 24}[form.IntN(2)]
			s.Lag = funnel.Lag{Low: hours, High: hours}
		}
		if form.IntN(3) == 0 {
			s.UnitCost = of(1, 9_000, 100)
		}
		if form.IntN(3) == 0 {
			s.Capacity = &funnel.Capacity{People: of(1, 12, 2), PerDay: of(1, 40, 4)}
			if form.IntN(2) == 0 {
				s.Capacity.PerDay, s.Capacity.PerWeek = nil, of(1, 90, 4)
			}
			if form.IntN(3) == 0 {
				s.Capacity.Days = of(1, 60, 2)
			}
		}
		if form.IntN(8) == 0 && p.Period != nil {
			from := p.Period.Start + funnel.Date(number.IntN(40))
			s.Dates = &funnel.Span{Start: from, End: from + funnel.Date(number.IntN(9))}
		}
		f.Stages = append(f.Stages, s)
	}
	return f
}

func drawRate(form, number *rand.Rand) funnel.Rate {
	switch form.IntN(3) {
	case 0:
		of := 3 + number.Int64N(90)
		seen := 1 + number.Int64N(of)
		return funnel.Rate{Value: big.NewRat(seen, of), Seen: seen, Of: of}
	case 1:
		return funnel.Rate{Value: big.NewRat(1+number.Int64N(10_000), 10_000)}
	}
	return funnel.Rate{Value: big.NewRat(1+number.Int64N(100), 100)}
}

// ownBudgets gives each funnel a budget of its own.
func ownBudgets(p *funnel.Plan, of func(low, high, denominator int64) *big.Rat) {
	p.Budget = new(big.Rat)
	for i := range p.Funnels {
		p.Funnels[i].Budget = of(500_00, 30_000_00, 100)
		p.Budget = new(big.Rat).Add(p.Budget, p.Funnels[i].Budget)
	}
}

func drawActuals(form, number *rand.Rand, p *funnel.Plan) *funnel.Actuals {
	a := funnel.Nothing(p)
	for i := range a.Funnels {
		for j := range a.Funnels[i].Stages {
			if form.IntN(4) > 0 {
				a.Funnels[i].Stages[j] = funnel.StageActuals{Known: true, Entries: []funnel.Entries{{Count: number.Int64N(200)}}}
			}
		}
	}
	if form.IntN(2) == 0 {
		a.Money = funnel.MoneyKnown{Spend: true, Revenue: true}
		a.Spend = []funnel.Amount{{Value: big.NewRat(number.Int64N(5_000_00), 100)}}
		a.Revenue = []funnel.Amount{{Value: big.NewRat(number.Int64N(50_000_00), 100)}}
	}
	return a
}

// traps are plans whose answers are whole numbers or just beside one, where
// floating point goes wrong.
func traps() map[string]*build {
	plan := func(budget, revenue string, rates ...string) *build {
		rational := func(s string) *big.Rat { x, _ := new(big.Rat).SetString(s); return x }
		p := &funnel.Plan{
			Currency: "USD", MinorUnits: 2, Budget: rational(budget), ExistingRevenue: new(big.Rat), GrossMargin: big.NewRat(1, 1),
			RepeatPurchases: new(big.Rat), Referrals: new(big.Rat), Target: funnel.Target{Kind: funnel.TargetReturn, Value: new(big.Rat)},
			Funnels: []funnel.Funnel{{ID: "main", Share: big.NewRat(1, 1), Budget: rational(budget), AverageRevenue: rational(revenue), GrossMargin: big.NewRat(1, 1), Success: len(rates)}},
		}
		for i, rate := range append(rates, "") {
			s := funnel.Stage{ID: string(rune('a' + i)), Name: "s", Recovers: new(big.Rat)}
			if rate != "" {
				s.Rate.Value = rational(rate)
			}
			p.Funnels[0].Stages = append(p.Funnels[0].Stages, s)
		}
		return built(p, funnel.Nothing(p), 0, i18n.English())
	}
	return map[string]*build{
		"30-not-31":   plan("21", "1", "0.7"),
		"29-percent":  plan("29", "1", "0.29", "0.58"),
		"thirds":      plan("1000", "1", "1/3", "2/3", "1/7"),
		"cents":       plan("1005", "1.005", "0.01"),
		"a-cent-more": plan("100000.01", "10000", "0.1", "0.3"),
		"a-cent-less": plan("99999.99", "10000", "0.1", "0.3"),
		"large":       plan("900000000", "0.07", "0.07", "0.9"),
	}
}

// drawnLike is a plan of the same form with other numbers.
func drawnLike(b *build) *build {
	p := *b.plan
	p.Budget = big.NewRat(12345, 1)
	p.Funnels = []funnel.Funnel{b.plan.Funnels[0]}
	p.Funnels[0].Budget, p.Funnels[0].AverageRevenue = p.Budget, big.NewRat(77, 1)
	p.Funnels[0].Stages = append([]funnel.Stage{}, p.Funnels[0].Stages...)
	for i := range len(p.Funnels[0].Stages) - 1 {
		p.Funnels[0].Stages[i].Rate = funnel.Rate{Value: big.NewRat(1, 2)}
	}
	return built(&p, funnel.Nothing(&p), 0, i18n.English())
}
