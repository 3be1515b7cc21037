package cmd

import (
	"os"
	"strings"
	"testing"
)

// A file that is named twice is refused, whatever its names: it would count twice.
func TestSourcesNamedTwice(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.csv", []byte("date,mql\n2027-01-04,5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("b.csv", []byte("date,mql\n2027-01-04,7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.csv", "link.csv"); err != nil {
		t.Skipf("no links here: %v", err)
	}
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, names := range [][]string{{"a.csv", "a.csv"}, {"a.csv", "./a.csv"}, {"a.csv", folder + "/a.csv"}, {"a.csv", "link.csv"}, {"link.csv", "b.csv", "a.csv"}, {"-", "-"}} {
		if got := runMain(append([]string{"actuals"}, names...)...); got.code != 1 || !strings.Contains(got.err, "named twice") && names[0] != "-" {
			t.Errorf("%v: exit code %d: %s%s", names, got.code, got.out, got.err)
		}
	}
	if got := runMain("actuals", "a.csv", "b.csv", "-o", "csv"); got.code != 0 || !strings.Contains(got.out, "2027-01,main,mql,,12") {
		t.Errorf("exit code %d: %s%s", got.code, got.out, got.err)
	}
}
