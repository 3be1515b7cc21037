package funnel

// course is what the people of one funnel have before them: everybody on the way
// and still to come, with the distributions of what is not known about them.
//
// Given the rates and paces, everybody goes on independently, so the further
// entries of a stage are a sum of independent yes or no, with probabilities that
// follow from what is known of each. What a draw of the rates and paces must still
// know of such a sum are the sums of these probabilities, of their squares and
// of their cubes (see [powers]). They are tabulated by the rate of the step that
// people stand before, since the rates of later steps are mere factors.
type course struct {
	ends    []int64 // by stage: how many days its entries have left to count
	success int
	sure    []int64 // by stage: entries that are certain, those so far among them
	steps   []courseStep
	paces   []coursePace
}

// courseStep is a step with the people before it.
type courseStep struct {
	stepRate
	groups []before
	rows   [][]float64 // by point of the rate's grid, see [courseStep.row]
}

// before is n people of whom each reaches stages further down in time.
type before struct {
	stillOpen
	coming bool      // still to come
	reach  []float64 // by stage below: the probability of being there in time, if everybody went on in the end
	late   float64   // that of reaching the success stage, but not in time
}

// coursePace is the arrivals of a stage from outside at the actual pace: a
// Poisson number of them, of a mean that is only known as far as the number of
// those who have come so far tells.
type coursePace struct {
	stage int
	pace  marginal  // of the logarithm of the arrivals in the whole of the stage's days
	share float64   // of these days that is still to come
	reach []float64 // by stage below, the mean number who are there in time for a pace of 1, if everybody went on
	late  float64
}

// powers are the sums over people of the probability x of an entry, of x² and of
// x³. Of those who are on the way and those still to come the first is kept apart.
type powers struct{ way, come, second, third float64 }

// perStage is how many numbers of a row belong to each stage below.
const perStage = 4

// row of the table: for each stage below the sums over the groups, the rates of
// later steps left out; then the late ones, and e.
func (s *courseStep) row(e float64, below int) []float64 {
	row := make([]float64, perStage*below+2)
	for i := range s.groups {
		g := &s.groups[i]
		goes := e / g.of(e)
		first := 0
		if g.coming {
			first = 1
		}
		for j, reach := range g.reach {
			x := goes * reach
			at := row[perStage*j : perStage*j+perStage]
			at[first] += g.n * x
			at[2] += g.n * x * x
			at[3] += g.n * x * x * x
		}
		row[perStage*below] += g.n * goes * g.late
	}
	row[perStage*below+1] = e
	return row
}

// tabulate fills the tables.
func (c *course) tabulate() {
	for i := range c.steps {
		s := &c.steps[i]
		s.rows = make([][]float64, s.rate.points())
		for k := range s.rows {
			s.rows[k] = s.row(s.effective(s.rate.at(k)), len(c.steps)-i)
		}
	}
}
