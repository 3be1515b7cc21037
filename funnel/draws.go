package funnel

import (
	"math"
	"math/rand/v2"
)

// draws are blocks of draws of what a forecast is not sure of. The draws of a
// block are the points of a lattice in the unit cube of all quantities, shifted by
// chance and folded: they fill it far more evenly than points that are independent
// of one another, so that means over them are far surer. The shifts of different
// blocks are independent, so that the difference between blocks tells how sure.
//
// I. H. Sloan and S. Joe, "Lattice Methods for Multiple Integration" (1994); the
// fold is F. J. Hickernell's, "Obtaining O(N^{−2+ε}) Convergence for Lattice
// Quadrature Rules" (2002).
type draws struct{ seed, stream uint64 }

const (
	latticePoints = 1021 // a prime
	// latticeRoot makes the lattice: coordinate k of point n is n·root^k modulo
	// latticePoints. Of all roots it is the best over 2 to 12 quantities of ever less
	// weight, by the criterion P₂ of Sloan and Joe.
	latticeRoot = 467
)

// block is one of the blocks: place[d][n] is where on its grid quantity d is in the
// nth draw.
func (d draws) block(number int, quantities []*marginal) (places [][]float64) {
	random := rand.New(rand.NewPCG(d.seed, d.stream<<32|uint64(number)))
	places = make([][]float64, len(quantities))
	root := 1
	for i, q := range quantities {
		shift := random.Float64()
		places[i] = make([]float64, latticePoints)
		for n, at := 0, 0; n < latticePoints; n++ {
			u := float64(at)/latticePoints + shift
			u -= math.Floor(u)
			places[i][n] = q.place(1 - math.Abs(2*u-1))
			if at += root; at >= latticePoints {
				at -= latticePoints
			}
		}
		root = root * latticeRoot % latticePoints
	}
	return places
}

// quantities are all that a course is not sure of: the rates, then the paces.
func (c *course) quantities() []*marginal {
	var list []*marginal
	for i := range c.steps {
		list = append(list, &c.steps[i].rate)
	}
	for i := range c.paces {
		list = append(list, &c.paces[i].pace)
	}
	return list
}

// drawing has what one draw needs to be worked out.
type drawing struct {
	*course
	rates []float64   // by step
	row   [][]float64 // by step
	later []float64   // by stage: the product of the rates of the steps between a step and the stage
	sums  []powers    // by stage
	few   []chances   // room
	late  float64
}

func (c *course) drawing() *drawing {
	d := &drawing{
		course: c, rates: make([]float64, len(c.steps)), row: make([][]float64, len(c.steps)),
		later: make([]float64, len(c.ends)), sums: make([]powers, len(c.ends)),
	}
	for i := range c.steps {
		d.row[i] = make([]float64, len(c.steps[i].rows[0]))
	}
	return d
}

// at works out the sums of all stages where the quantities are at places of their
// grids.
func (d *drawing) at(place func(quantity int) float64) {
	clear(d.sums)
	d.late = 0
	for i := range d.steps {
		d.steps[i].between(place(i), d.row[i])
		d.rates[i] = d.row[i][len(d.row[i])-1]
	}
	for i := len(d.steps) - 1; i >= 0; i-- {
		d.goOn(i)
		row := d.row[i]
		for j := i + 1; j < len(d.sums); j++ {
			at := row[perStage*(j-i-1):]
			x := d.later[j]
			sum := &d.sums[j]
			sum.way += at[0] * x
			sum.come += at[1] * x
			sum.second += at[2] * x * x
			sum.third += at[3] * x * x * x
		}
		if d.success > i {
			d.late += row[len(row)-2] * d.later[d.success]
		}
	}
	for i := range d.paces {
		p := &d.paces[i]
		d.comeIn(p, math.Exp(p.pace.first+p.pace.step*place(len(d.steps)+i)))
	}
}

const (
	// enoughAlike is from how many people of one chance a sum can be like one of
	// them: fewer are put together one by one.
	enoughAlike = 60
	// likelyEnough is the chance from which they are.
	likelyEnough = 0.04
)

// addTo adds the distribution of a stage's entries.
func (d *drawing) addTo(l *lumps, stage int) {
	p := d.sums[stage]
	if mean := p.way + p.come; l.step > 1 || p.second <= 0 || mean*mean > enoughAlike*p.second {
		l.add(d.sure[stage], p)
		return
	}
	l.addFew(d.sure[stage], p, d.likely(stage))
}

// likely are those who are so likely to reach a stage that few of them make a
// difference: n people with a probability each.
func (d *drawing) likely(stage int) []chances {
	d.few = d.few[:0]
	for i := stage - 1; i >= 0; i-- {
		x := d.rates[i]
		for k := i + 1; k < stage; k++ {
			x *= d.rates[k]
		}
		if x < likelyEnough {
			continue
		}
		e := d.rates[i]
		for g := range d.steps[i].groups {
			b := &d.steps[i].groups[g]
			if reached := x * b.reach[stage-i-1] / b.of(e); reached >= likelyEnough {
				d.few = append(d.few, chances{b.n, reached})
			}
		}
	}
	return d.few
}

// goOn puts a step before those that later has been worked out for.
func (d *drawing) goOn(step int) {
	for j := step + 2; j < len(d.later); j++ {
		d.later[j] *= d.rates[step+1]
	}
	d.later[step+1] = 1
}

// comeIn adds those who come at a pace.
func (d *drawing) comeIn(p *coursePace, pace float64) {
	d.sums[p.stage].come += pace * p.share
	for j, reach := range p.reach {
		pace *= d.rates[p.stage+j]
		d.sums[p.stage+1+j].come += pace * reach
		if p.stage+1+j == d.success {
			d.late += pace * p.late
		}
	}
}

// between interpolates the table.
func (s *courseStep) between(place float64, row []float64) {
	i := min(int(place), len(s.rows)-1)
	low := s.rows[i]
	if i == len(s.rows)-1 {
		copy(row, low)
		return
	}
	high, part := s.rows[i+1], place-float64(i)
	for j := range row {
		row[j] = low[j] + part*(high[j]-low[j])
	}
}

// foreseen is what draws have added up to.
type foreseen struct {
	draws     int
	entries   []lumps   // by stage: of all entries by its end
	way, come []float64 // by stage: the sums of the expected further entries
	late      float64
}

// nothingForeseen has room for the entries of all stages.
func (c *course) nothingForeseen() foreseen {
	f := foreseen{way: make([]float64, len(c.ends)), come: make([]float64, len(c.ends))}
	low, middle, high := c.sumsAt(0), c.sumsAt(0.5), c.sumsAt(1)
	for j := range c.ends {
		f.entries = append(f.entries, lumpsFor(c.sure[j], low[j], middle[j], high[j]))
	}
	return f
}

// sumsAt are those where all quantities have the same quantile.
func (c *course) sumsAt(quantile float64) []powers {
	d, quantities := c.drawing(), c.quantities()
	d.at(func(i int) float64 { return quantities[i].place(quantile) })
	return d.sums
}

// lumpsFor has cells for all counts that can come about.
func lumpsFor(whole int64, low, middle, high powers) lumps {
	deviation := func(p powers) float64 { return math.Sqrt(math.Max(0, p.way+p.come-p.second)) }
	least := math.Max(0, low.way+low.come-tailReach*deviation(low)-3)
	most := high.way + high.come + tailReach*deviation(high) + 3
	l := lumps{first: whole + int64(least), step: 1}
	if counts := most - math.Floor(least); counts > mostCells/2 {
		l.step = int64(math.Max(deviation(middle)/perDeviation, counts/mostCells))/2*2 + 1
	}
	l.cells = make([]float64, int64(most-math.Floor(least))/l.step+2)
	return l
}

// foresee works out a block of draws.
func (c *course) foresee(d draws, number int) foreseen {
	f := c.nothingForeseen()
	places, one := d.block(number, c.quantities()), c.drawing()
	for n := range latticePoints {
		one.at(func(i int) float64 { return places[i][n] })
		for j := range f.entries {
			one.addTo(&f.entries[j], j)
			f.way[j] += one.sums[j].way
			f.come[j] += one.sums[j].come
		}
		f.late += one.late
	}
	f.draws = latticePoints
	return f
}

// plus adds more draws.
func (f *foreseen) plus(o *foreseen) {
	f.draws += o.draws
	f.late += o.late
	for j := range f.entries {
		f.way[j] += o.way[j]
		f.come[j] += o.come[j]
		for k, x := range o.entries[j].cells {
			f.entries[j].cells[k] += x
		}
	}
}

// distribution of the entries of a stage.
func (f *foreseen) distribution(stage int) Distribution {
	l := &f.entries[stage]
	d := Distribution{First: l.first, Step: l.step, P: make([]float64, len(l.cells))}
	var sum float64
	for _, x := range l.cells {
		sum += x
	}
	for j, x := range l.cells {
		d.P[j] = x / sum
	}
	return d.trimmed()
}
