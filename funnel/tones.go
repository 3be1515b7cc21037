package funnel

import (
	"math"
	"math/cmplx"

	"gonum.org/v1/gonum/dsp/fourier"
)

// tones is the characteristic function of a count, counted from its middle,
// tabulated over one turn of 2π.
type tones struct {
	p        []float64
	middle   int // index of the point nearest to the mean
	variance float64
	values   []complex128 // at the first half of the turn; the other half mirrors it
	loud     []float64    // from each of them to the next no value is larger
	turn     float64      // number of them in the whole turn
}

func tonesOf(p []float64) *tones {
	const finest = 0.01 // of a wave that is as long as a standard deviation
	t := &tones{p: p}
	var mean float64
	for j, q := range p {
		mean += float64(j) * q
	}
	t.middle = int(math.Round(mean))
	for j, q := range p {
		off := float64(j - t.middle)
		t.variance += off * off * q
	}
	deviation := math.Sqrt(t.variance)
	length := 256
	for float64(length) < 2*math.Pi*deviation/finest || length < len(p) {
		length *= 2
	}
	around := make([]float64, length)
	for j, q := range p {
		around[(j-t.middle+length)%length] = q
	}
	t.turn = float64(length)
	t.values = fourier.NewFFT(length).Coefficients(nil, around)
	step := 2 * math.Pi / t.turn * deviation
	for i := range t.values {
		t.values[i] = cmplx.Conj(t.values[i]) // the transform turns the other way
		if i > 0 {
			// Between two places it is off its chord by at most step² / 8.
			larger := max(cmplx.Abs(t.values[i-1]), cmplx.Abs(t.values[i]))
			t.loud = append(t.loud, larger+step*step/8)
		}
	}
	t.loud = append(t.loud, t.loud[len(t.loud)-1])
	return t
}

// loudness is what the size of the function at a part of the turn cannot be
// above.
func (t *tones) loudness(turns float64) float64 {
	if turns > 0.5 {
		turns = 1 - turns
	}
	return t.loud[int(turns*t.turn)]
}

// at is the function at a part of the turn, by the polynomial through the six
// nearest places.
func (t *tones) at(turns float64) complex128 {
	place := turns * t.turn
	first := int(math.Floor(place)) - 2
	x := place - float64(first)
	var sum complex128
	for j := range 6 {
		weight := 1.0
		for k := range 6 {
			if k != j {
				weight *= (x - float64(k)) / float64(j-k)
			}
		}
		sum += complex(weight, 0) * t.place(first+j)
	}
	return sum
}

// place is the function at one of the places of any turn.
func (t *tones) place(i int) complex128 {
	length := int(t.turn)
	i = (i + length) % length
	if i >= len(t.values) {
		return cmplx.Conj(t.values[length-i])
	}
	return t.values[i]
}

// cumulant is log E exp(λ · (count − middle)).
func (t *tones) cumulant(λ float64) float64 {
	largest := max(λ*float64(len(t.p)-1-t.middle), -λ*float64(t.middle))
	var sum float64
	for j, q := range t.p {
		sum += q * math.Exp(λ*float64(j-t.middle)-largest)
	}
	return largest + math.Log(sum)
}
