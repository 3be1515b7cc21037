package funnel

import "math"

// climb goes up from x to the top of the likelihood over the parameters from one
// on, until a step would gain less than is enough; those before it stay as they are. Newton's method, with shorter steps where
// the whole one does not help: K. Levenberg, "A Method for the Solution of Certain
// Non-Linear Problems in Least Squares", Quarterly of Applied Mathematics 2 (1944).
func (m *cureModel) climb(x params, from int, enough float64) (params, *slope) {
	const most, longest = 200, 2.0
	at := m.logLikelihood(&x)
	damping := 0.0
	for range most {
		step, ok := at.step(from, m.size, damping)
		if !ok {
			damping = max(2*damping, 1e-3)
			continue
		}
		next, gain, size := x, 0.0, 0.0
		for i := from; i < m.size; i++ {
			size = max(size, math.Abs(step[i]))
			gain += step[i] * at.first[i]
		}
		if gain < enough {
			break
		}
		for i := from; i < m.size; i++ {
			next[i] += step[i] * min(1, longest/size)
		}
		next.bound()
		if there := m.logLikelihood(&next); there.value >= at.value {
			x, at = next, there
			damping /= 8
			if damping < 1e-6 {
				damping = 0
			}
		} else {
			damping = max(4*damping, 1e-2)
		}
		if damping > 1e12 {
			break
		}
	}
	return x, at
}

// bound keeps parameters where floating point numbers can tell them apart.
func (x *params) bound() {
	const share, days, widest, narrowest = 14, 12, 2, -4
	limits := params{share, days, widest, share, days, widest}
	for i, most := range limits {
		least := -most
		if most == widest {
			least = narrowest
		}
		x[i] = min(max(x[i], least), most)
	}
}

// step solves (damping · scale − second derivatives) · step = first derivatives; it
// is not ok where the likelihood bends up in some direction.
func (l *slope) step(from, to int, damping float64) (step params, ok bool) {
	factor, ok := l.cholesky(from, to, damping)
	if !ok {
		return step, false
	}
	for i := from; i < to; i++ {
		step[i] = l.first[i]
		for j := from; j < i; j++ {
			step[i] -= factor[i][j] * step[j]
		}
		step[i] /= factor[i][i]
	}
	for i := to - 1; i >= from; i-- {
		for j := i + 1; j < to; j++ {
			step[i] -= factor[j][i] * step[j]
		}
		step[i] /= factor[i][i]
	}
	return step, true
}

// cholesky takes apart what the likelihood bends down by, into a triangle with its
// transpose.
func (l *slope) cholesky(from, to int, damping float64) (factor [modelSize]params, ok bool) {
	for i := from; i < to; i++ {
		for j := from; j <= i; j++ {
			sum := -l.twice[i][j]
			if i == j {
				sum += damping * (1 + math.Abs(l.twice[i][i]))
			}
			for k := from; k < j; k++ {
				sum -= factor[i][k] * factor[j][k]
			}
			switch {
			case i > j:
				factor[i][j] = sum / factor[j][j]
			case sum <= 0:
				return factor, false
			default:
				factor[i][i] = math.Sqrt(sum)
			}
		}
	}
	return factor, true
}

// bend is the logarithm of the determinant of what the likelihood bends down by.
func (l *slope) bend(from, to int) float64 {
	factor, ok := l.cholesky(from, to, 0)
	if !ok {
		return math.NaN()
	}
	sum := 0.0
	for i := from; i < to; i++ {
		sum += 2 * math.Log(factor[i][i])
	}
	return sum
}
