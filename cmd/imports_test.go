package cmd

import (
	"os/exec"
	"strings"
	"testing"
)

// imports are the packages that a package of ours is built from, by go list.
func imports(t *testing.T, packageName string) []string {
	t.Helper()
	list, err := exec.Command("go", "list", "-deps", packageName).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(list))
}

// The arrows between packages point one way, and each large library has one home.
func TestArrowsPointOneWay(t *testing.T) {
	for _, rule := range []struct {
		packageName string
		without     []string
	}{
		{"embudo/funnel", []string{"embudo/plan", "embudo/cmd", "embudo/internal", "github.com", "gopkg.in", "golang.org/x"}},
		{"embudo/plan", []string{"embudo/cmd", "embudo/internal", "github.com/spf13", "github.com/olekukonko"}},
		{"embudo/internal/i18n", []string{"embudo/cmd", "embudo/internal/report", "embudo/internal/render", "embudo/internal/actuals", "github.com"}},
		{"embudo/internal/actuals", []string{"embudo/cmd", "embudo/internal/report", "embudo/internal/render", "github.com/spf13", "github.com/olekukonko"}},
		{"embudo/internal/report", []string{"embudo/cmd", "embudo/internal/render", "github.com/spf13", "github.com/olekukonko"}},
		{"embudo/internal/render", []string{"embudo/cmd", "github.com/spf13"}},
		{"embudo/internal/config", []string{"embudo/cmd", "embudo/plan", "embudo/funnel", "embudo/internal/report", "embudo/internal/render"}},
	} {
		for _, imported := range imports(t, rule.packageName) {
			for _, prefix := range rule.without {
				if imported != rule.packageName && strings.HasPrefix(imported, prefix) && !strings.HasPrefix(imported, rule.packageName+"/") {
					t.Errorf("%s is built from %s", rule.packageName, imported)
				}
			}
		}
	}
}
