package funnel

import "math"

// counts is a number of people, not always the same, who come to a step.
type counts struct {
	tails
	least, most int64
	deviation   float64 // standard deviation
}

func countsOf(d Distribution) counts {
	mean := int64(math.Round(d.Mean()))
	var variance float64
	for j, p := range d.P {
		off := float64(d.First - mean + int64(j)*d.Step)
		variance += off * off * p
	}
	least := d.First - d.Step/2
	most := d.First + d.width() + d.Step/2
	return counts{d.tails(), least, most, math.Sqrt(variance)}
}

// plus is n people more.
func (c counts) plus(n int64) counts {
	c.Distribution = c.plusCount(n)
	c.least += n
	c.most += n
	return c
}

// passing is the probability that at least k of the people belong to the share
// e: that it takes no more than all of them to find k.
func (c counts) passing(k int64, e share) float64 {
	const (
		short = 4096 // counts
		much  = 4    // times as wide
	)
	switch {
	case k <= 0:
		return 1
	case e.p <= 0 || k > c.most:
		return 0
	case e.q <= 0:
		return c.atLeast(k)
	}
	needed := waiting{k, e}
	deviation := math.Sqrt(needed.variance())
	switch {
	case c.Step == 1 && len(c.P) <= short:
		return c.passingByCount(needed)
	case deviation > much*c.deviation:
		return c.passingByLump(needed)
	}
	return c.passingByStride(needed)
}

// passingByCount is passing as the sum over the numbers of people between the
// least and the most that may be needed.
func (c counts) passingByCount(needed waiting) float64 {
	least, most := c.least, c.most
	sum := needed.atMost(least)
	start := min(max(needed.mode(), least+1), most)
	if start <= least {
		return sum
	}
	peak := needed.pmf(start)
	sum += peak * c.atLeast(start)
	for term, x := peak, start-1; x > least && term > peak*light; x-- {
		term /= needed.ratio(x)
		sum += term * c.atLeast(x)
	}
	for term, x := peak, start+1; x <= most && term > peak*light; x++ {
		term *= needed.ratio(x - 1)
		sum += term * c.atLeast(x)
	}
	return min(1, sum)
}

// passingByStride is passing as the mean, over the number needed, of the
// probability that so many come, by the trapezoid rule.
func (c counts) passingByStride(needed waiting) float64 {
	mode := needed.mode()
	peak := needed.pmf(mode)
	sum, weights := peak*c.atLeast(mode), peak
	stride := max(1, int64(min(math.Sqrt(needed.variance()), c.deviation)/often))
	for x := stride; ; x += stride {
		below, above := needed.pmf(mode-x), needed.pmf(mode+x)
		sum += below*c.atLeast(mode-x) + above*c.atLeast(mode+x)
		weights += below + above
		if !(below+above > peak*light) {
			return sum / weights
		}
	}
}

// passingByLump is passing where the number of people hardly varies next to the
// number needed: the mean, over lumps of a tenth of a standard deviation, of the
// probability that so many are enough.
func (c counts) passingByLump(needed waiting) float64 {
	every := max(1, int(c.deviation/10/float64(c.Step)))
	var sum float64
	for from := 0; from < len(c.P); from += every {
		lump := Distribution{Step: c.Step, P: c.P[from:min(from+every, len(c.P))]}
		var weight float64
		for _, p := range lump.P {
			weight += p
		}
		if weight > 0 {
			middle := c.First + int64(from)*c.Step + int64(math.Round(lump.Mean()/weight))
			sum += weight * needed.atMost(middle)
		}
	}
	return min(1, sum)
}
