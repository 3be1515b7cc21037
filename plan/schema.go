package plan

import (
	_ "embed"
	"slices"
)

//go:generate go run ../tools/schema .

//go:embed schema.json
var schemaEnglish []byte

//go:embed schema.es.json
var schemaSpanish []byte

// Schema is the JSON Schema of the plan file, draft 2020-12, for editors that
// complete and check YAML. Its descriptions are in Spanish for "es" and in
// English otherwise.
func Schema(language string) []byte {
	if language == "es" {
		return slices.Clone(schemaSpanish)
	}
	return slices.Clone(schemaEnglish)
}
