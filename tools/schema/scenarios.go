package main

import (
	"regexp"
	"strings"

	"github.com/invopop/jsonschema"

	"embudo/plan"
)

// overrides lets a scenario have the keys of the plan besides its own, by their
// paths: stages.sql.rate, or stages with a mapping of ids below it.
func (w *writer) overrides(scenario *jsonschema.Schema) {
	scenario.PatternProperties = map[string]*jsonschema.Schema{}
	scenario.AdditionalProperties = jsonschema.FalseSchema
	add := func(path string, value *jsonschema.Schema) {
		switch _, own := scenario.Properties.Get(path); {
		case own:
		case strings.Contains(path, `\.`):
			scenario.PatternProperties["^"+path+"$"] = value
		default:
			scenario.Properties.Set(path, value) // editors offer it
		}
	}
	for _, k := range plan.Keys() {
		if block, _, _ := strings.Cut(k.Path, "."); block == "scenarios" || block == "version" {
			continue
		}
		override(add, pathOf(k.Path), k)
	}
	scenario.Not = either(
		&jsonschema.Schema{Required: []string{"target_return", "target_revenue"}},
		&jsonschema.Schema{Required: []string{"target_return", "target_clients"}},
		&jsonschema.Schema{Required: []string{"target_revenue", "target_clients"}},
	)
}

// override adds the path of one key, and those of the parts that it may have.
func override(add func(path string, value *jsonschema.Schema), path string, k plan.Key) {
	block := &jsonschema.Schema{Type: "object"}
	value := valueOf(k)
	switch k.Type {
	case plan.TypeStages, plan.TypeFunnels, plan.TypeActivities, plan.TypeRules, plan.TypePeople:
		add(path, either(value, block))
		add(path+`\.`+id, block)
	case plan.TypeMapping:
		add(path, block)
	case plan.TypeBudget:
		add(path, value)
		add(path+`\..+`, either(number(-1e15, 1e15), text(`-?`+amount)))
	case plan.TypeColumns, plan.TypeValues, plan.TypeSpellings, plan.TypeSeasons, plan.TypeChannels:
		add(path, value)
		add(path+`\..+`, anyText())
	default:
		add(path, value)
	}
}

// pathOf is the pattern of a key's path in a scenario, with ids for the items of
// lists: the keys of stages stand below those of funnels too.
func pathOf(path string) string {
	quoted := regexp.QuoteMeta(path)
	quoted = strings.Replace(quoted, `actuals\.sources\.`, `actuals\.sources\.[0-9]+\.`, 1)
	quoted = regexp.MustCompile(`^(stages|funnels|activities|ideal_client\\\.rules)\\\.`).ReplaceAllString(quoted, `$1\.`+id+`\.`)
	if strings.HasPrefix(path, "stages.") {
		return `(funnels\.` + id + `\.)?` + quoted
	}
	return quoted
}
