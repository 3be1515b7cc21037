package funnel

import (
	"cmp"
	"math/big"
	"slices"
)

// Doubt takes apart why the outcome of a plan may differ from its mean: the shares
// of its variance, which add up to 1. The outcome is what the planned volume
// brings: clients, and with several funnels the money that they are worth to the
// target.
//
// Uncertain rates are independent of one another, so that the variance falls into
// parts that belong to single rates, to several rates at once, and to none:
// I. M. Sobol', "Sensitivity Estimates for Nonlinear Mathematical Models" (1993).
type Doubt struct {
	Of        DoubtOf
	Mean      float64     // of the outcome, by the distributions of the rates
	Deviation float64     // its standard deviation
	Rates     []RateDoubt // of the uncertain rates, the largest share first
	Together  float64     // share that several rates cause at once, since they multiply
	Chance    float64     // share that is left if every rate is known: who goes on is chance
}

// DoubtOf is what an outcome is counted in.
type DoubtOf string

// What there is to count.
const (
	DoubtOfClients DoubtOf = "clients"
	DoubtOfRevenue DoubtOf = "revenue"
	DoubtOfProfit  DoubtOf = "gross_profit"
)

// RateDoubt is the share of the variance that goes away, on average, with knowing
// one rate and nothing else.
type RateDoubt struct {
	Funnel, Stage int // indices
	Share         float64
}

// doubtOf is nil where the outcome has no variance. Parts are exact within a funnel;
// none is below 0, so that nothing is lost where they are added over funnels in
// floating point.
func doubtOf(p *Plan, volumes []*big.Int) *Doubt {
	parts := make([]*varianceParts, len(p.Funnels))
	forEach(len(parts), quietly, func(i int) {
		parts[i] = varianceOf(&p.Funnels[i], volumes[i]).weighed(clientWorth(p, &p.Funnels[i]))
	})
	mean, all, chance, together := float(nil), float(nil), float(nil), float(nil)
	for _, v := range parts {
		mean.Add(mean, float(v.mean))
		chance.Add(chance, float(v.chance))
		together.Add(together, float(v.together))
		all.Add(all, float(v.all()))
	}
	if all.Sign() == 0 {
		return nil
	}
	d := &Doubt{Of: countedIn(p), Together: shareKnown(together, all), Chance: shareKnown(chance, all)}
	average, _ := mean.Float64()
	deviation, _ := float(nil).Sqrt(all).Float64()
	d.Mean, d.Deviation = significant(average), significant(deviation)
	for i, v := range parts {
		for j, part := range v.rates {
			if part != nil {
				d.Rates = append(d.Rates, RateDoubt{Funnel: i, Stage: j, Share: shareKnown(float(part), all)})
			}
		}
	}
	slices.SortStableFunc(d.Rates, func(a, b RateDoubt) int { return cmp.Compare(b.Share, a.Share) })
	return d
}

// float is a number with more digits and a wider range than a float64 has; 0 for
// nil.
func float(x *big.Rat) *big.Float {
	f := new(big.Float).SetPrec(200)
	if x != nil {
		f.SetRat(x)
	}
	return f
}

// countedIn is what makes the clients of a plan's funnels comparable.
func countedIn(p *Plan) DoubtOf {
	switch {
	case len(p.Funnels) == 1 || p.Target.Kind == TargetClients:
		return DoubtOfClients
	case p.Target.Kind == TargetRevenue:
		return DoubtOfRevenue
	}
	return DoubtOfProfit
}

// clientWorth is what one client of a funnel counts.
func clientWorth(p *Plan, f *Funnel) *big.Rat {
	if countedIn(p) == DoubtOfClients {
		return big.NewRat(1, 1)
	}
	last := *f
	last.Success = len(f.Stages) - 1
	return worth(p, &last)
}

// varianceParts are the parts of the variance of a funnel's clients.
type varianceParts struct {
	mean     *big.Rat
	rates    []*big.Rat // by stage; nil where the rate is fixed
	together *big.Rat
	chance   *big.Rat
}

func (v *varianceParts) all() *big.Rat {
	sum := new(big.Rat).Add(v.together, v.chance)
	for _, part := range v.rates {
		if part != nil {
			sum.Add(sum, part)
		}
	}
	return sum
}

// weighed are the parts where each client counts so much.
func (v *varianceParts) weighed(each *big.Rat) *varianceParts {
	squared := mul(each, each)
	w := &varianceParts{mean: mul(v.mean, each), together: mul(v.together, squared), chance: mul(v.chance, squared)}
	for _, part := range v.rates {
		if part != nil {
			part = mul(part, squared)
		}
		w.rates = append(w.rates, part)
	}
	return w
}

// varianceOf goes down a funnel. With X the entries of a stage that are expected if
// all effective rates e are known, and b those who join at the next,
//
//	E[X′]  = E[e]·E[X] + b
//	E[X′²] = E[e²]·E[X²] + 2·b·E[e]·E[X] + b²
//	W′     = E[e²]·W + (E[e] − E[e²])·E[X]
//
// where W is the mean of the variance that is left if all rates are known. What
// rate e of a stage does alone is Var(e) · (E[X] · product of the means below)².
func varianceOf(f *Funnel, volume *big.Int) *varianceParts {
	v := &varianceParts{rates: make([]*big.Rat, len(f.Stages)), together: new(big.Rat)}
	steps := f.Stages[:len(f.Stages)-1]
	rates, means := make([]rateMoments, len(steps)), make([]*big.Rat, len(steps))
	mean := ratOf(new(big.Int).Add(volume, there(&f.Stages[0])))
	square, chance := mul(mean, mean), new(big.Rat)
	for i := range steps {
		e, b := momentsOf(&steps[i]), ratOf(there(&f.Stages[i+1]))
		rates[i], means[i] = e, mean
		chance = new(big.Rat).Add(mul(e.square, chance), mul(sub(e.mean, e.square), mean))
		mean = mul(e.mean, mean)
		square = mul(e.square, square)
		square.Add(square, mul(mul(b, mean), big.NewRat(2, 1)))
		square.Add(square, mul(b, b))
		mean.Add(mean, b)
	}
	v.mean, v.chance = mean, chance
	v.together = sub(square, mul(mean, mean))
	below := big.NewRat(1, 1)
	for i := len(steps) - 1; i >= 0; i-- {
		if rates[i].variance.Sign() > 0 {
			reaching := mul(means[i], below)
			v.rates[i] = mul(rates[i].variance, mul(reaching, reaching))
			v.together.Sub(v.together, v.rates[i])
		}
		below = mul(below, rates[i].mean)
	}
	return v
}

// rateMoments are those of an effective rate: its mean, mean square and variance.
type rateMoments struct{ mean, square, variance *big.Rat }

// momentsOf takes the parameters of a Beta, which are floats, as exactly what they
// are. Its mean is α / (α + β), its variance α·β / ((α + β)²·(α + β + 1))
// (https://en.wikipedia.org/wiki/Beta_distribution).
func momentsOf(s *Stage) rateMoments {
	mean, variance := s.Rate.Value, new(big.Rat)
	if s.Rate.Uncertain() {
		α, β := new(big.Rat).SetFloat64(s.Rate.Alpha), new(big.Rat).SetFloat64(s.Rate.Beta)
		both := new(big.Rat).Add(α, β)
		mean = quo(α, both)
		variance = quo(mul(mean, oneLess(mean)), plusOne(both))
	}
	if s.Recovers != nil {
		lost := oneLess(s.Recovers)
		mean = effective(mean, s.Recovers)
		variance = mul(variance, mul(lost, lost))
	}
	return rateMoments{mean, new(big.Rat).Add(mul(mean, mean), variance), variance}
}

// shareKnown is a share of a variance, to the decimals that the parameters of the
// distributions are known to.
func shareKnown(part, all *big.Float) float64 {
	share, _ := float(nil).Quo(part, all).Float64()
	return known(share, uncertainDecimals)
}
