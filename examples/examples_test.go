// Package examples_test runs what the READMEs show: every console block of the
// project's own and of each example, word for word.
package examples_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"embudo/cmd"
)

// TestMain lets this test be embudo too, so that the blocks run the program as it
// is now, and run again when it changes.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"embudo": func() { os.Exit(cmd.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestReadmes runs the console blocks of each README in a copy of its folder.
// EMBUDO_UPDATE=1 writes what the commands do print.
func TestReadmes(t *testing.T) {
	readmes, err := filepath.Glob("*/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, readme := range append(readmes, "../README.md", "../README.es.md") {
		t.Run(readme, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(readme)
			if err != nil {
				t.Fatal(err)
			}
			folder := t.TempDir()
			from, to := filepath.Dir(readme), folder
			if from == ".." { // the project's own README speaks of examples/
				from, to = ".", filepath.Join(folder, "examples")
			}
			if err := os.CopyFS(to, os.DirFS(from)); err != nil {
				t.Fatal(err)
			}
			ran := runBlocks(t, folder, language(readme), string(text))
			switch {
			case ran == string(text):
			case os.Getenv("EMBUDO_UPDATE") != "":
				if err := os.WriteFile(readme, []byte(ran), 0o644); err != nil {
					t.Fatal(err)
				}
			default:
				t.Errorf("%s does not show what its commands print (EMBUDO_UPDATE=1 go test ./examples mends it):\n%s",
					readme, firstDifference(string(text), ran))
			}
		})
	}
}

// language is that of a README's readers.
func language(readme string) string {
	switch filepath.ToSlash(readme) {
	case "../README.es.md", "acuerdo/README.md", "gira-comercial/README.md", "hourglass/README.md", "ideal-client/README.md", "portfolio/README.md", "reparto/README.md", "plan-b/README.md":
		return "es"
	}
	return "en"
}

// runBlocks gives the text with the output of its console blocks as it is now.
// A yaml block whose first line is a comment with a file's name makes that file
// for the commands below it.
func runBlocks(t *testing.T, folder, lang, text string) string {
	t.Helper()
	var result []string
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		result = append(result, lines[i])
		kind, fenced := strings.CutPrefix(lines[i], "```")
		if !fenced || kind == "" {
			continue
		}
		end := i + 1
		for end < len(lines) && lines[end] != "```" {
			end++
		}
		block := lines[i+1 : end]
		switch kind {
		case "console":
			block = runConsole(t, folder, lang, block)
		case "yaml":
			writePlan(t, folder, block)
		}
		result = append(result, block...)
		i = end - 1
		if end < len(lines) {
			result = append(result, lines[end])
			i = end
		}
	}
	return strings.Join(result, "\n")
}

func writePlan(t *testing.T, folder string, block []string) {
	t.Helper()
	if len(block) == 0 {
		return
	}
	name, named := strings.CutPrefix(block[0], "# ")
	if !named || !strings.HasSuffix(name, ".yaml") || strings.Contains(name, " ") {
		return
	}
	if err := os.WriteFile(filepath.Join(folder, name), []byte(strings.Join(block, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// runConsole runs each line that begins with $ and puts its output below it, and
// below that "exit status 3" where it ends with that: a README says so, or does
// not show what the command does.
func runConsole(t *testing.T, folder, lang string, block []string) []string {
	t.Helper()
	if testing.CoverMode() != "" {
		t.Skip("this folder has no code, and a test that covers none complains of it in what its commands print")
	}
	var result []string
	for _, line := range block {
		command, isCommand := strings.CutPrefix(line, "$ ")
		if !isCommand {
			continue
		}
		result = append(result, line)
		shell := exec.Command("sh", "-c", command)
		shell.Dir = folder
		shell.Env = append(os.Environ(), "EMBUDO_LANG="+lang, "EMBUDO_OUTPUT=", "EMBUDO_COLOR=", "COLUMNS=80",
			"XDG_CONFIG_HOME="+folder, "NO_COLOR=1")
		out, err := shell.CombinedOutput()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		if output := strings.TrimRight(string(out), "\n"); output != "" {
			result = append(result, strings.Split(output, "\n")...)
		}
		if exit != nil {
			result = append(result, exit.String())
		}
	}
	return result
}

// A command that fails where nobody says so does not pass for one that works.
func TestExitStatusIsShown(t *testing.T) {
	block := []string{
		"$ embudo plan nosuch.yaml",
		"$ embudo plan nosuch.yaml 2>/dev/null; echo $?",
		"$ embudo plan --bogus 2>/dev/null",
		"exit status 0",
		"$ embudo --version >/dev/null",
	}
	got := strings.Join(runConsole(t, t.TempDir(), "en", block), "\n")
	want := strings.Join([]string{
		block[0], "embudo: nosuch.yaml: no such file", "exit status 1",
		block[1], "1",
		block[2], "exit status 2",
		block[4],
	}, "\n")
	if got != want {
		t.Errorf("it shows\n%s\nwant\n%s", got, want)
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\n  shown:   %s\n  printed: %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines shown, %d printed", len(a), len(b))
}
