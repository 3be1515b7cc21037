package funnel

import (
	"flag"
	"os"
	"testing"

	_ "pgregory.net/rapid"
)

// TestMain lets continuous integration draw the same numbers each time: a change
// must not fail for what another run would have found as well. Everybody else's
// runs draw anew. Short runs, as under the race detector, draw fewer.
func TestMain(m *testing.M) {
	flag.Parse()
	if os.Getenv("CI") != "" && flag.Lookup("rapid.seed").Value.String() == "0" {
		_ = flag.Set("rapid.seed", "20261125") // a flag that is there takes a number
	}
	if checks := flag.Lookup("rapid.checks"); testing.Short() && checks.Value.String() == checks.DefValue {
		_ = flag.Set("rapid.checks", "25")
	}
	os.Exit(m.Run())
}
