// Docs writes the reference of the command line, from the same texts as the
// program's own help: docs/cli in Markdown and man as manual pages, in every
// language. Run it from the root: make docs.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/cpuguy83/go-md2man/v2/md2man"

	"embudo/cmd"
	"embudo/internal/i18n"
)

func main() {
	for _, code := range i18n.Codes() {
		if err := write(code); err != nil {
			fmt.Fprintln(os.Stderr, "docs:", err)
			os.Exit(1)
		}
	}
}

func write(code string) error {
	l, _ := i18n.For(code)
	pages := cmd.Reference(l)
	var index strings.Builder
	fmt.Fprintf(&index, "# embudo\n\n")
	for _, page := range pages {
		fmt.Fprintf(&index, "- [%s](%s.md): %s\n", page.Title, page.Name, page.Short)
		if err := put(filepath.Join("docs", "cli", code, page.Name+".md"), []byte(markdown(page))); err != nil {
			return err
		}
		section := "1"
		if page.Topic {
			section = "7"
		}
		name := filepath.Join("man", folder(code, section), page.Name+"."+section)
		if err := put(name, md2man.Render([]byte(manual(page, section)))); err != nil {
			return err
		}
	}
	return put(filepath.Join("docs", "cli", code, "README.md"), []byte(index.String()))
}

// folder is where a language's manual pages of a section lie: man1, es/man1.
func folder(code, section string) string {
	if code == "en" {
		return "man" + section
	}
	return filepath.Join(code, "man"+section)
}

func put(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

func markdown(page cmd.Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", page.Title, sentence(page.Short))
	for _, s := range page.Sections {
		if s.Title != "" {
			fmt.Fprintf(&b, "\n## %s\n", s.Title)
		}
		fmt.Fprintf(&b, "\n%s\n", body(s))
	}
	return b.String()
}

// manual is a page in the Markdown that becomes a manual page.
func manual(page cmd.Page, section string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%% %s %s \"\" \"embudo\" \"embudo\"\n\n# NAME\n\n%s - %s\n", strings.ToUpper(page.Name), section, page.Name, page.Short)
	for _, s := range page.Sections {
		title := s.Title
		if title == "" {
			title = "embudo"
		}
		fmt.Fprintf(&b, "\n# %s\n\n%s\n", strings.ToUpper(title), body(s))
	}
	return b.String()
}

// body keeps the line breaks of what is code, indented text in prose included.
func body(s cmd.Section) string {
	if s.Code {
		return "```text\n" + s.Text + "\n```"
	}
	return s.Text
}

// sentence ends a text as a sentence, which a question already is.
func sentence(s string) string {
	if strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}
