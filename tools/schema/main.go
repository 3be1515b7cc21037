// Command schema writes the JSON Schema of the plan file, in each language, from
// the Go types that a plan is read into, the table of keys in package plan, and
// the descriptions in internal/i18n. It is run by go generate:
//
//	go generate ./plan
//
// The library that looks into Go types stays out of the program that way.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"embudo/internal/i18n"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}

// run writes one file a language into a folder.
func run(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: schema FOLDER")
	}
	for _, code := range i18n.Codes() {
		data, err := generate(code)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(args[0], fileName(code)), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// fileName is the file of a language: schema.json in English, schema.es.json in
// Spanish.
func fileName(language string) string {
	if language == "en" {
		return "schema.json"
	}
	return "schema." + language + ".json"
}
