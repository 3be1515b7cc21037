package actuals

import (
	"os"
	"path/filepath"
	"testing"
)

func TestScratch(t *testing.T) {
	files, _ := filepath.Glob("testdata/exports/*.csv")
	for _, f := range files {
		text, _ := os.ReadFile(f)
		u := understood(t, string(text), nil, choices{})
		t.Logf("%s: kind %s platform %s; left %v; period %v\n   %s\n   ? %s\n   %v", filepath.Base(f), u.kind, u.platform, u.left, u.period, u.meanings(), u.questions(), u.stages)
		for _, c := range u.columns {
			if c.meaning != MeaningNone && contentOf(c.meaning) == contentDates && (c.dates.by != "" || c.dates.leftOut.cells > 0 || c.dates.style.unit != unitDay) {
				t.Logf("   %s dates %+v", c.header, c.dates)
			}
			if c.meaning != MeaningNone && contentOf(c.meaning) == contentNumbers && (c.numbers.by != "" || c.numbers.leftOut.cells > 0) {
				t.Logf("   %s numbers %+v", c.header, c.numbers)
			}
		}
	}
}
