package plan

import "errors"

// fitBeta is a placeholder until the distribution lands in package funnel.
func fitBeta(low, high float64) (alpha, beta float64, err error) {
	mean := (low + high) / 2
	deviation := (high - low) / (2 * 1.6448536269514722)
	size := mean*(1-mean)/(deviation*deviation) - 1
	if alpha, beta = mean*size, (1-mean)*size; alpha < 1 || beta < 1 {
		return 0, 0, errors.New("range too wide")
	}
	return alpha, beta, nil
}
