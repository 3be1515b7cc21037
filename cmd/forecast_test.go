package cmd

import (
	"math/big"
	"testing"
)

// A chance that is shown as just what was asked for reaches it, whichever way its
// float lies.
func TestChanceReachesItself(t *testing.T) {
	for thousandths := int64(1); thousandths < 1000; thousandths++ {
		chance := float64(thousandths) / 1000
		if asked := (confidence{Rat: big.NewRat(thousandths, 1000)}); !asked.reached(&chance) {
			t.Errorf("%v does not reach %v", chance, asked.Rat)
		}
		if more := (confidence{Rat: big.NewRat(thousandths*10+1, 10000)}); more.reached(&chance) {
			t.Errorf("%v reaches %v", chance, more.Rat)
		}
	}
}
