package funnel

import (
	"cmp"
	"math"
	"math/big"
	"slices"
)

// LearnRules say what is to be learned from.
type LearnRules struct {
	AsOf  Date  // what happened later is not known yet
	Since *Date // the first day of entry that counts; nil: all do
}

// LearnResult is what records say about the rates, lags and prices of a plan.
type LearnResult struct {
	Plan     *Plan
	AsOf     Date // the last day that is known of: that of the rules, or that with which the data end
	Since    *Date
	Funnels  []LearnedFunnel
	Warnings []Warning
}

// LearnedFunnel is what records say about a funnel.
type LearnedFunnel struct {
	Funnel    *Funnel
	Steps     []LearnedStep // from each stage that the data speak of to the next such one
	Revenue   *LearnedRevenue
	RevenueBy []LearnedRevenue // channels with at least [LearnLeast] deals, most deals first
}

// LearnedStep is the way from one stage to another.
type LearnedStep struct {
	From, To   int  // indexes of stages; others between them the data do not speak of
	Days       Span // from the first entry to the last
	All        Learned
	ByChannel  []Learned // channels with at least [LearnLeast] entries, most entries first
	Few        int       // channels with fewer
	FewEntered int64
	Triangle   Triangle
}

// LearnLeast is the least number of entries, effective trials or deals that is
// taken for enough to say something of.
const LearnLeast = 30

// lagLeast is the same for the days that a step takes.
const lagLeast = 10

// Learned is what became of those who entered a stage. Rates are fractions,
// rounded to what is known; they are nil where nobody has gone on.
type Learned struct {
	Channel                   string
	Entered, Gone, Lost, Open int64
	Timed                     int64 // of those gone, with a day for it

	Rate, Low, High *big.Rat // the likeliest, and the 90 % interval
	Trials          *big.Rat // Gone / Rate: entries by what part of their time they have had
	Seen, Of        int64    // the same as evidence for a plan; 0 of 0 where there is none
	Enough          bool     // evidence of as many as it takes to say something

	Lag     *LearnedLag // nil where no day is known
	Plateau *Plateau    // nil where the entries have not been followed for long enough
}

// LearnedLag is the time from entering a stage to entering the next. Quantiles are
// in days.
type LearnedLag struct {
	Low, Median, High *big.Rat // 5 %, 50 % and 95 %, of all who will ever go on
	SeenMedian        *big.Rat // of those who have gone on so far, as it stands in the data
	Plan              Lag      // as a plan has it: whole hours or days
	Enough            bool     // of as many as it takes to say something
}

// LearnedRevenue is what clients paid on average.
type LearnedRevenue struct {
	Channel string
	Deals   int64
	Mean    *big.Rat
	Error   *big.Rat // standard error of the mean; nil for a single deal, and out of databases
	Enough  bool
}

// Codes of the warnings of what was learned.
const (
	WarnLearnNone    = "learn-nobody-went-on"
	WarnLearnFew     = "learn-few-cases"
	WarnLearnYoung   = "learn-too-young"        // most of the time that it takes is still to come
	WarnLearnPlateau = "learn-plateau-differs"  // the count without a model says otherwise
	WarnLearnUnkept  = "learn-outcomes-missing" // what happened before a day seems not to have been recorded
	WarnLearnBefore  = "learn-before-entry"     // went on before they entered
	WarnLearnUndated = "learn-without-days"     // went on, nobody knows when
	WarnLearnGap     = "learn-stages-between"   // the data do not speak of the stages between
	WarnLearnEnds    = "learn-data-end"         // before the day asked for
)

// Learn works out of records, lead by lead, what a plan needs to know: the share
// that goes on from each stage, the time that it takes, and what a client pays.
// Somebody who entered too recently to have gone on counts neither as a success
// nor as a failure: see [cureModel].
func Learn(p *Plan, a *Actuals, rules LearnRules) *LearnResult {
	r := &LearnResult{Plan: p, AsOf: rules.AsOf, Since: rules.Since}
	if a.Ends != nil && *a.Ends < r.AsOf {
		r.AsOf = *a.Ends
	}
	if rules.AsOf-r.AsOf > 7 { // an export of yesterday is no news
		r.warn(WarnLearnEnds, "", "", map[string]any{"ends": r.AsOf, "as_of": rules.AsOf})
	}
	for i := range p.Funnels {
		r.Funnels = append(r.Funnels, r.funnel(&p.Funnels[i], &a.Funnels[i]))
	}
	return r
}

// Steps counts what was learned about.
func (r *LearnResult) Steps() (n int) {
	for i := range r.Funnels {
		n += len(r.Funnels[i].Steps)
	}
	return n
}

// HasRecords reports whether sources speak lead by lead of two stages of a funnel,
// as it takes to learn from them.
func HasRecords(a *Actuals) bool {
	for _, f := range a.Funnels {
		n := 0
		for _, s := range f.Stages {
			if s.Known && s.Records {
				n++
			}
		}
		if n > 1 {
			return true
		}
	}
	return false
}

func (r *LearnResult) warn(code, funnelID, stage string, values map[string]any) {
	r.Warnings = append(r.Warnings, Warning{Code: code, Funnel: funnelID, Stage: stage, Values: values})
}

func (r *LearnResult) funnel(f *Funnel, a *FunnelActuals) LearnedFunnel {
	l := LearnedFunnel{Funnel: f}
	from := -1
	for to := range f.Stages {
		if !a.Stages[to].Known || !a.Stages[to].Records {
			continue
		}
		if from >= 0 {
			if cohorts := r.counted(a.Stages[from].Cohorts); len(cohorts) > 0 {
				l.Steps = append(l.Steps, r.step(f, from, to, cohorts))
			}
		}
		from = to
	}
	l.Revenue, l.RevenueBy = r.revenues(a.Deals)
	return l
}

// counted are the cohorts of the days that count.
func (r *LearnResult) counted(cohorts []Cohort) []Cohort {
	var list []Cohort
	for _, c := range cohorts {
		if c.Day <= r.AsOf && (r.Since == nil || c.Day >= *r.Since) {
			list = append(list, c)
		}
	}
	return list
}

func (r *LearnResult) step(f *Funnel, from, to int, cohorts []Cohort) LearnedStep {
	s := LearnedStep{From: from, To: to, Days: daysOf(cohorts), Triangle: triangleOf(cohorts, r.AsOf)}
	all := stayOf(cohorts, r.AsOf)
	var fit *rateFit
	s.All, fit = learn(all, usualLags())
	byChannel := map[string][]Cohort{}
	for _, c := range cohorts {
		byChannel[c.Channel] = append(byChannel[c.Channel], c)
	}
	for channel, own := range byChannel {
		stay := stayOf(own, r.AsOf)
		if stay.entered < LearnLeast {
			s.Few++
			s.FewEntered += stay.entered
			continue
		}
		one := s.All // of the only channel
		if stay.entered < all.entered {
			one, _ = learn(stay, fit.belief())
		}
		one.Channel = channel
		s.ByChannel = append(s.ByChannel, one)
	}
	slices.SortFunc(s.ByChannel, func(a, b Learned) int {
		return cmp.Or(cmp.Compare(b.Entered, a.Entered), cmp.Compare(a.Channel, b.Channel))
	})
	r.warnOf(f, &s, all, cohorts)
	return s
}

// daysOf are those from the first entry to the last.
func daysOf(cohorts []Cohort) Span {
	days := Span{Start: cohorts[0].Day, End: cohorts[0].Day}
	for i := range cohorts {
		days.Start, days.End = min(days.Start, cohorts[i].Day), max(days.End, cohorts[i].Day)
	}
	return days
}

// learn fits a rate and a lag to those who entered a stage.
func learn(s *stay, prior [modelSize]belief) (Learned, *rateFit) {
	l := Learned{Entered: s.entered, Gone: s.goneCount, Lost: s.lostCount, Open: s.openCount, Timed: waited(s.gone)}
	if l.Gone == 0 {
		return l, nil
	}
	fit := fitRate(s, prior)
	l.Rate, l.Low, l.High = rounded(fit.rate, rateDecimals), rounded(fit.low, rateDecimals), rounded(fit.high, rateDecimals)
	trials := float64(l.Gone) / fit.rate
	l.Trials = rounded(trials, 1)
	l.Seen, l.Of = evidenceFor(l.Gone, fit)
	l.Enough = l.Of >= LearnLeast && l.Seen > FewCases
	if l.Timed > 0 {
		l.Lag = fit.lag.learned(s.gone)
		l.Lag.Enough = l.Timed >= lagLeast
	}
	l.Plateau = s.plateau(fit.lag)
	return l, &fit
}

// Decimals that are known of what was learned.
const (
	rateDecimals = 4
	dayDecimals  = 1
)

// rounded is a number to so many decimals.
func rounded(x float64, decimals int) *big.Rat {
	r := new(big.Rat).SetInt64(int64(math.Round(x * math.Pow10(decimals))))
	return r.Quo(r, new(big.Rat).SetInt64(int64(math.Pow10(decimals))))
}

// evidenceFor writes a rate as so many of so many for a plan, which takes it for
// as uncertain as Jeffreys' interval of these numbers is. Where the lag is known
// well they are those who went on, and the trials that this takes them for; where
// it is not, they are fewer, so that the plan is as unsure of the rate as the
// records leave it.
func evidenceFor(gone int64, fit rateFit) (seen, of int64) {
	const alike = 0.95
	most := float64(gone) / fit.rate
	width := func(trials float64) float64 {
		a, b := fit.rate*trials+0.5, (1-fit.rate)*trials+0.5
		return betaQuantile(a, b, rangeHigh) - betaQuantile(a, b, rangeLow)
	}
	trials, least := most, 0.0
	if wanted := fit.high - fit.low; width(most) < alike*wanted {
		for range 60 {
			if middle := (least + most) / 2; width(middle) > wanted {
				least = middle
			} else {
				most = middle
			}
		}
		trials = (least + most) / 2
	}
	if seen = int64(math.Round(fit.rate * trials)); seen == 0 {
		return 0, 0
	}
	return seen, max(seen, int64(math.Round(float64(seen)/fit.rate)))
}

// belief is what one channel is taken to be like before its own records are seen:
// as all channels together, whose lags are known better.
func (f *rateFit) belief() [modelSize]belief {
	prior := usualLags()
	if f == nil {
		return prior
	}
	const place, spread = 0.5, 0.3 // half as long again or more, and a third of its spread
	for i := range prior {
		switch i {
		case paramMu, paramLossMu:
			prior[i] = belief{f.normal[i], place}
		case paramSpread, paramLossSpread:
			prior[i] = belief{f.normal[i], spread}
		}
	}
	return prior
}

// learned is a lag as it is shown and as a plan has it.
func (l lag) learned(gone []Wait) *LearnedLag {
	low, median, high := l.quantile(rangeLow), l.quantile(0.5), l.quantile(rangeHigh)
	return &LearnedLag{
		Low: rounded(low, dayDecimals), Median: rounded(median, dayDecimals), High: rounded(high, dayDecimals),
		SeenMedian: medianOf(gone), Plan: planLag(low, high),
	}
}

// planLag has whole days, or whole hours where it is less than a day.
func planLag(low, high float64) Lag {
	const hours, short, longest = 24, 1, 36500
	round := func(days float64) int64 {
		days = min(days, longest)
		if days < short {
			return max(1, int64(math.Round(days*hours)))
		}
		return int64(math.Round(days)) * hours
	}
	lag := Lag{Low: round(low), High: round(high)}
	if lag.High <= lag.Low {
		lag.Low = max(1, lag.High-1)
		lag.High = lag.Low + 1
	}
	return lag
}

// medianOf waits is between the two in the middle where their number is even.
func medianOf(waits []Wait) *big.Rat {
	n := waited(waits)
	at := func(rank int64) int64 {
		for _, w := range waits {
			if rank < w.Count {
				return int64(w.Days)
			}
			rank -= w.Count
		}
		return 0
	}
	return big.NewRat(at((n-1)/2)+at(n/2), 2)
}

// revenues are those of all clients, and of channels.
func (r *LearnResult) revenues(deals []Deals) (all *LearnedRevenue, by []LearnedRevenue) {
	var sum revenueSum
	channels := map[string]*revenueSum{}
	for i := range deals {
		d := &deals[i]
		if d.Day > r.AsOf || r.Since != nil && d.Day < *r.Since {
			continue
		}
		if channels[d.Channel] == nil {
			channels[d.Channel] = &revenueSum{}
		}
		sum.add(d)
		channels[d.Channel].add(d)
	}
	if sum.deals == 0 {
		return nil, nil
	}
	for channel, s := range channels {
		if s.deals >= LearnLeast {
			by = append(by, s.learned(channel, r.Plan.MinorUnits))
		}
	}
	slices.SortFunc(by, func(a, b LearnedRevenue) int {
		return cmp.Or(cmp.Compare(b.Deals, a.Deals), cmp.Compare(a.Channel, b.Channel))
	})
	whole := sum.learned("", r.Plan.MinorUnits)
	return &whole, by
}

type revenueSum struct {
	deals        int64
	sum, squares big.Rat
	spreadless   bool // squares are not known of all
}

func (s *revenueSum) add(d *Deals) {
	s.deals += d.Count
	s.sum.Add(&s.sum, d.Sum)
	if s.spreadless = s.spreadless || d.Squares == nil; !s.spreadless {
		s.squares.Add(&s.squares, d.Squares)
	}
}

// learned is the mean with its standard error, the root of the variance over the
// number, of which the variance has n − 1 below it.
func (s *revenueSum) learned(channel string, decimals int) LearnedRevenue {
	n := new(big.Rat).SetInt64(s.deals)
	l := LearnedRevenue{Channel: channel, Deals: s.deals, Mean: new(big.Rat).Quo(&s.sum, n), Enough: s.deals >= LearnLeast}
	if s.deals < 2 || s.spreadless {
		return l
	}
	variance := new(big.Rat).Mul(l.Mean, &s.sum)
	variance.Sub(&s.squares, variance)
	variance.Quo(variance, new(big.Rat).SetInt64(s.deals-1))
	f, _ := variance.Quo(variance, n).Float64()
	l.Error = rounded(math.Sqrt(f), decimals)
	return l
}

// warnOf says what to beware of in a step.
func (r *LearnResult) warnOf(f *Funnel, s *LearnedStep, all *stay, cohorts []Cohort) {
	l := &s.All
	warn := func(code string, values map[string]any) {
		values["from"], values["to"] = f.Stages[s.From].Name, f.Stages[s.To].Name
		r.warn(code, f.ID, f.Stages[s.From].ID, values)
	}
	entered, gone := big.NewInt(l.Entered), big.NewInt(l.Gone)
	if s.To > s.From+1 && r.Plan.Budget != nil { // not a plan of the usual stages
		warn(WarnLearnGap, map[string]any{})
	}
	switch {
	case l.Gone == 0:
		warn(WarnLearnNone, map[string]any{"entered": entered})
		return
	case l.Entered < LearnLeast || l.Gone <= FewCases:
		warn(WarnLearnFew, map[string]any{"entered": entered, "gone": gone, "low": inPoints(l.Low), "high": inPoints(l.High)})
	case l.tooYoung():
		warn(WarnLearnYoung, map[string]any{"entered": entered, "low": inPoints(l.Low), "high": inPoints(l.High), "trials": floor(l.Trials)})
	}
	if p := l.Plateau; p != nil && (p.Rate.Cmp(l.Low) < 0 || p.Rate.Cmp(l.High) > 0) {
		warn(WarnLearnPlateau, map[string]any{"low": inPoints(l.Low), "high": inPoints(l.High), "plateau": inPoints(p.Rate), "days": big.NewInt(p.Days)})
	}
	if u := unkept(cohorts, r.AsOf); u != nil {
		warn(WarnLearnUnkept, map[string]any{"day": u.day, "since": u.day.String(), "expected": rounded(u.expected, 0).Num(), "seen": big.NewInt(u.seen)})
	}
	if all.early > 0 {
		warn(WarnLearnBefore, map[string]any{"before": big.NewInt(all.early)})
	}
	if undated := l.Gone - l.Timed; undated > 0 {
		warn(WarnLearnUndated, map[string]any{"undated": big.NewInt(undated)})
	}
}

// inPoints is a rate as a sentence has it: 33.6 %.
func inPoints(rate *big.Rat) Share {
	f, _ := rate.Float64()
	return Share{rounded(f, 3)}
}

// tooYoung reports whether the evidence is less than half of what the same people
// would be once all had their time.
func (l *Learned) tooYoung() bool {
	return 2*l.Of < l.Entered || l.Trials.Cmp(big.NewRat(l.Entered, 2)) < 0
}
