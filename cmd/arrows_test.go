package cmd

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// arrows are the house's packages and those of them that each may import: they
// point one way. cmd may import them all.
var arrows = map[string][]string{
	"embudo/funnel":                    nil,
	"embudo/plan":                      {"embudo/funnel"},
	"embudo/internal/i18n":             nil,
	"embudo/internal/config":           nil,
	"embudo/internal/actuals":          {"embudo/funnel", "embudo/plan", "embudo/internal/actuals/"},
	"embudo/internal/actuals/database": {"embudo/funnel", "embudo/plan", "embudo/internal/actuals/"},
	"embudo/internal/actuals/sheet":    {"embudo/plan"},
	"embudo/internal/report": {
		"embudo/funnel", "embudo/plan", "embudo/internal/i18n", "embudo/internal/actuals",
		"embudo/internal/actuals/sheet",
	},
	"embudo/internal/render":      {"embudo/internal/report", "embudo/internal/i18n", "embudo/internal/xlsx"},
	"embudo/internal/workbook":    {"embudo/funnel", "embudo/internal/i18n", "embudo/internal/xlsx"},
	"embudo/internal/xlsx":        nil,
	"embudo/cmd":                  {"embudo/funnel", "embudo/plan", "embudo/internal/", "embudo/cmd/internal/"},
	"embudo/cmd/internal/noprobe": nil,
	"embudo/cmd/embudo":           {"embudo/cmd"},
}

// homes are the only packages that may import what stands beside them.
var homes = map[string][]string{
	"github.com/spf13/viper":       {"embudo/internal/config"},
	"github.com/olekukonko/":       {"embudo/internal/render"},
	"github.com/arran4/":           {"embudo/internal/render"},
	"github.com/spf13/cobra":       {"embudo/cmd"},
	"gopkg.in/yaml":                {"embudo/plan"},
	"github.com/jackc/":            {"embudo/internal/actuals/database"},
	"modernc.org/":                 {"embudo/internal/actuals/database"},
	"github.com/charmbracelet/huh": {"embudo/cmd"},
}

// list runs go list and gives the fields of each of its lines.
func list(t *testing.T, arguments ...string) [][]string {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list"}, arguments...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var lines [][]string
	for line := range strings.Lines(string(out)) {
		lines = append(lines, strings.Fields(line))
	}
	return lines
}

func TestArrowsPointOneWay(t *testing.T) {
	seen := map[string]bool{}
	for _, line := range list(t, "-deps", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "embudo/cmd/embudo") {
		from := line[0]
		if !strings.HasPrefix(from, "embudo/") {
			continue
		}
		seen[from] = true
		allowed, known := arrows[from]
		if !known {
			t.Errorf("say here which of our packages %s may import", from)
		}
		for _, to := range line[1:] {
			if strings.HasPrefix(to, "embudo/") && !slices.ContainsFunc(allowed, isAt(to)) {
				t.Errorf("%s imports %s", from, to)
			}
			for home, owners := range homes {
				if strings.HasPrefix(to, home) && !slices.Contains(owners, from) {
					t.Errorf("%s imports %s, whose home is %v", from, to, owners)
				}
			}
		}
	}
	for from := range arrows {
		if !seen[from] {
			t.Errorf("the program does not have %s", from)
		}
	}
}

// isAt reports whether a package is the one named, or below it where the name
// ends in a slash.
func isAt(path string) func(name string) bool {
	return func(name string) bool {
		return path == name || strings.HasSuffix(name, "/") && strings.HasPrefix(path, name)
	}
}

// The arithmetic rests on the standard library and gonum, all the way down.
func TestArithmeticStandsAlone(t *testing.T) {
	for _, line := range list(t, "-deps", "-f", "{{.ImportPath}} {{.Standard}}", "embudo/funnel") {
		path, standard := line[0], line[1] == "true"
		if !standard && path != "embudo/funnel" && !strings.HasPrefix(path, "gonum.org/v1/gonum/") {
			t.Errorf("funnel rests on %s", path)
		}
	}
}
