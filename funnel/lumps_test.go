package funnel

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// exactSum is the distribution of the sum over n people with a probability x each,
// person by person.
func exactSum(people []chances) []float64 {
	d := []float64{1}
	for _, c := range people {
		for range int(c.n) {
			next := make([]float64, len(d)+1)
			for k, x := range d {
				next[k] += x * (1 - c.x)
				next[k+1] += x * c.x
			}
			d = next
		}
	}
	return d
}

// peopleOf draws so many people, alone or a few alike, with chances from one in a
// hundred to three in five.
func peopleOf(random *rand.Rand, size int) (people []chances, p powers) {
	for size > 0 {
		n := min(size, 1+random.IntN(3))
		size -= n
		c := chances{float64(n), []float64{0.5, 0.25, 0.1, 0.03}[random.IntN(4)] * (0.2 + random.Float64())}
		people = append(people, c)
		p.come += c.n * c.x
		p.second += c.n * c.x * c.x
		p.third += c.n * c.x * c.x * c.x
	}
	return people, p
}

// farthest is the largest difference between two distribution functions.
func farthest(want, got []float64) (most float64) {
	var a, b float64
	for k := range got {
		if k < len(want) {
			a += want[k]
		}
		b += got[k]
		most = math.Max(most, math.Abs(a-b))
	}
	return most
}

// A sum of people is within 2 thousandths of the exact one where they are like 60
// or more, and within a hundred thousandth where they are put together one by one.
func TestLumpsAreNearTheExactSum(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 500 {
		people, p := peopleOf(random, 1+random.IntN(400))
		l := lumps{step: 1, cells: make([]float64, 500)}
		bound := 2e-3
		if p.come*p.come > enoughAlike*p.second {
			l.add(0, p)
		} else {
			bound = 1e-5
			var likely []chances
			for _, c := range people {
				if c.x >= likelyEnough {
					likely = append(likely, c)
				}
			}
			l.addFew(0, p, likely)
			bound += 1e-3 * (p.come - expected(likely)) // those put together by their moments
		}
		if off := farthest(exactSum(people), l.cells); off > bound {
			t.Errorf("%.0f people expected of the like of %.0f: off by %.5f", p.come, p.come*p.come/p.second, off)
		}
	}
}

func expected(people []chances) (sum float64) {
	for _, c := range people {
		sum += c.n * c.x
	}
	return sum
}

// Where there are too many counts to keep them apart, quantiles are right to a
// few thousandths of the standard deviation: R's qbinom(c(.1, .5, .9), 1e6, .3).
func TestLumpsOfMany(t *testing.T) {
	p := powers{come: 3e5, second: 9e4, third: 2.7e4}
	l := lumpsFor(0, powers{come: 2.9e5, second: 8.7e4}, p, powers{come: 3.1e5, second: 9.3e4})
	l.add(0, p)
	f := foreseen{entries: []lumps{l}}
	d := f.distribution(0)
	for q, want := range map[float64]int64{0.1: 299413, 0.5: 300000, 0.9: 300587} {
		if got := d.Quantile(q); math.Abs(float64(got-want)) > 3 {
			t.Errorf("quantile %v: %d, want %d", q, got, want)
		}
	}
}

// The tail of one sum agrees with its distribution.
func TestPowersAtLeast(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 3))
	for range 200 {
		people, p := peopleOf(random, 150+random.IntN(900))
		exact := exactSum(people)
		k := int(p.come) + random.IntN(9) - 4
		var want float64
		for _, x := range exact[k:] {
			want += x
		}
		if got := p.atLeast(int64(k)); math.Abs(got-want) > 2e-3 {
			t.Errorf("P(Σ ≥ %d) = %v, want %v", k, got, want)
		}
	}
}

// The points of a lattice know the mean of a product far better than as many that
// are drawn independently of one another.
func TestDrawsAreEven(t *testing.T) {
	var rates []stepRate
	for range 5 {
		rates = append(rates, newStepRate([]Stage{{Rate: Rate{Value: big.NewRat(3, 10)}}}, 30, evidence{}))
	}
	var quantities []*marginal
	for i := range rates {
		quantities = append(quantities, &rates[i].rate)
	}
	const blocks = 40
	var sum, squares float64
	for b := range blocks {
		places := draws{seed: 1}.block(b, quantities)
		var mean float64
		for n := range latticePoints {
			product := 1.0
			for i := range rates {
				product *= rates[i].effective(rates[i].rate.first + places[i][n]*rates[i].rate.step)
			}
			mean += product / latticePoints
		}
		sum += mean
		squares += mean * mean
	}
	want := math.Pow(0.3, 5)
	// The relative variance of one product is (1 + 0.7 / 0.3 / 31)⁵ − 1.
	alone := want * math.Sqrt((math.Pow(1+0.7/0.3/31, 5)-1)/latticePoints)
	deviation := math.Sqrt((squares - sum*sum/blocks) / (blocks - 1))
	if deviation > alone/20 {
		t.Errorf("a block is off by %.2g, independent draws would be by %.2g", deviation, alone)
	}
	if off := math.Abs(sum/blocks-want) / want; off > 1e-4 {
		t.Errorf("mean %v, want %v", sum/blocks, want)
	}
}

// Sums of what is certain may be off in the last bits.
func TestLumpsOfWhatIsCertain(t *testing.T) {
	for _, off := range []float64{-1e-10, -1e-15, 0, 1e-15, 1e-10} {
		l := lumps{step: 1, cells: make([]float64, 20)}
		l.add(3, powers{come: 4 + off, second: 4, third: 4})
		if l.cells[7] < 1-1e-9 {
			t.Errorf("off by %g: %v", off, l.cells)
		}
		if p := (powers{come: 4 + off, second: 4, third: 4}); p.atLeast(4) < 1-1e-9 || p.atLeast(5) > 1e-9 {
			t.Errorf("off by %g: %v and %v", off, p.atLeast(4), p.atLeast(5))
		}
	}
}
