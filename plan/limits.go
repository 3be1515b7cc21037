package plan

import "bytes"

// maxValues bounds the values of a file. A plan with as many funnels and stages
// as there can be, and every key in each, has half as many.
const maxValues = 400_000

// tooMany reports a text with more values than a plan can have.
func (d *decoder) tooMany(text []byte) bool {
	if tooManyValues(text) {
		d.atFile("too-many-values", "max", "400000")
		return true
	}
	return false
}

// tooManyValues bounds from above how many nodes a text makes before it is
// parsed, since each takes fifty times its length in memory: no value begins
// without a line break or one of these signs before it.
func tooManyValues(text []byte) bool {
	count := 0
	for _, sign := range []string{"\n", ",", ": ", "[", "{", "- ", "? "} {
		count += bytes.Count(text, []byte(sign))
	}
	return count > maxValues
}
