package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What a shell gives as standard input is read as well: embudo plan - <plan.
func TestResultSparesStdin(t *testing.T) {
	const kept = "budget: 40000\ntarget_return: 150%\naverage_revenue_per_client: 10000\nstages: [{id: mql, rate: 30%}, {id: client}]\n"
	name := filepath.Join(t.TempDir(), "plan")
	if err := os.WriteFile(name, []byte(kept), 0o600); err != nil {
		t.Fatal(err)
	}
	stdin, err := os.Open(name) //nolint:gosec // a file of the test
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = stdin.Close() }()
	var out, told bytes.Buffer
	if code := Main([]string{"plan", "-", "--output-file", name, "--force"}, stdin, &out, &told); code != exitUsage {
		t.Errorf("exit %d, want %d: %s", code, exitUsage, told.String())
	}
	if !strings.Contains(told.String(), "reads it") {
		t.Errorf("told %q", told.String())
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != kept { //nolint:gosec // a file of the test
		t.Errorf("the plan is now %q, %v", got, err)
	}
}
