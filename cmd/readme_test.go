package cmd

import (
	"os"
	"strings"
	"testing"
)

// Whoever reads the README learns of every command.
func TestReadmesListEveryCommand(t *testing.T) {
	for _, file := range []string{"../README.md", "../README.es.md"} {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range commandNames() {
			if !strings.Contains(string(page), "| [`embudo "+name+"`](") {
				t.Errorf("%s does not list embudo %s", file, name)
			}
		}
	}
}
