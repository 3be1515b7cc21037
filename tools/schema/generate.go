package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/invopop/jsonschema"
	orderedmap "github.com/pb33f/ordered-map/v2"

	"embudo/internal/i18n"
	"embudo/plan"
)

// generate makes the schema of a language.
func generate(code string) ([]byte, error) {
	language, ok := i18n.For(code)
	if !ok {
		return nil, fmt.Errorf("no language %q", code)
	}
	w := writer{descriptions: language.Keys(), keys: map[string]plan.Key{}, used: map[string]bool{}}
	for _, k := range plan.Keys() {
		w.keys[k.Path] = k
	}
	schema, err := w.schema()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err = encoder.Encode(schema)
	return b.Bytes(), err
}

// writer fills in what the Go types do not say: what may stand after a key, and
// what it means.
type writer struct {
	descriptions map[string]string
	keys         map[string]plan.Key
	used         map[string]bool
}

// schema is the schema of a whole plan file.
func (w *writer) schema() (*jsonschema.Schema, error) {
	reflector := jsonschema.Reflector{
		FieldNameTag:               "yaml",
		Anonymous:                  true,
		ExpandedStruct:             true,
		RequiredFromJSONSchemaTags: true, // that is, by nothing: the table of keys says it
		Mapper:                     leaf,
	}
	root := reflector.Reflect(&plan.Plan{})
	root.Title = "embudo: plan"

	blocks := []struct {
		path   string
		schema *jsonschema.Schema
	}{
		{"", root},
		{"stages", root.Definitions["Stage"]},
		{"stages.capacity", root.Definitions["Capacity"]},
		{"stages.reminders", root.Definitions["Reminder"]},
		{"funnels", root.Definitions["Funnel"]},
		{"activities", root.Definitions["Activity"]},
		{"activities.done", root.Definitions["Done"]},
		{"actuals", root.Definitions["Actuals"]},
		{"actuals.sources", root.Definitions["ActualsSource"]},
		{"sla", root.Definitions["SLA"]},
		{"sla.people", root.Definitions["Person"]},
		{"sla.review", root.Definitions["Review"]},
		{"check", root.Definitions["Check"]},
		{"ideal_client", root.Definitions["IdealClient"]},
		{"ideal_client.rules", root.Definitions["ClientRule"]},
		{"qualification", root.Definitions["Qualification"]},
		{"scenarios", root.Definitions["Scenario"]},
	}
	for _, b := range blocks {
		if err := w.block(b.schema, b.path); err != nil {
			return nil, err
		}
	}
	for path := range w.keys {
		if !w.used[path] {
			return nil, fmt.Errorf("key %s has no field in the types of package plan", path)
		}
	}
	wholePlan(root)
	funnelName(root.Definitions["Funnel"])
	onePace(root.Definitions["Capacity"])
	datesOrCadence(root.Definitions["Activity"])
	oneTable(root.Definitions["ActualsSource"])
	oneCondition(root.Definitions["ClientRule"])
	root.Definitions["Columns"] = columns()
	w.overrides(root.Definitions["Scenario"])
	return root, nil
}

// leaf keeps the reflector out of the types that a key's own table entry
// describes.
func leaf(t reflect.Type) *jsonschema.Schema {
	switch t {
	case reflect.TypeFor[plan.Plan](), reflect.TypeFor[plan.Stage](),
		reflect.TypeFor[plan.Funnel](), reflect.TypeFor[plan.Capacity](),
		reflect.TypeFor[plan.Actuals](), reflect.TypeFor[plan.ActualsSource](), reflect.TypeFor[plan.Reading](),
		reflect.TypeFor[plan.Check](), reflect.TypeFor[plan.IdealClient](), reflect.TypeFor[plan.ClientRule](),
		reflect.TypeFor[plan.Qualification](),
		reflect.TypeFor[plan.Scenario](), reflect.TypeFor[plan.SLA](), reflect.TypeFor[plan.Person](), reflect.TypeFor[plan.Review](),
		reflect.TypeFor[plan.Activity](), reflect.TypeFor[plan.Done](), reflect.TypeFor[plan.Reminder]():
		return nil
	}
	if t.Kind() == reflect.Struct {
		return &jsonschema.Schema{}
	}
	return nil
}

// block fills in the keys of one block.
func (w *writer) block(schema *jsonschema.Schema, path string) error {
	for pair := schema.Properties.Oldest(); pair != nil; pair = pair.Next() {
		keyPath := strings.TrimPrefix(path+"."+pair.Key, ".")
		k, ok := w.keys[keyPath]
		if !ok {
			return fmt.Errorf("field %s is not in the table of keys", keyPath)
		}
		if w.descriptions[keyPath] == "" {
			return fmt.Errorf("key %s has no description", keyPath)
		}
		w.used[keyPath] = true
		value := valueOf(k)
		value.Description = w.descriptions[keyPath]
		value.Default = literal(k.Default)
		if example := literal(k.Example); example != nil && !strings.ContainsAny(k.Example[:1], "[{") {
			value.Examples = []any{example}
		}
		pair.Value = value
		if k.Required && keyPath != "average_revenue_per_client" {
			schema.Required = append(schema.Required, pair.Key)
		}
	}
	return nil
}

// literal is one value of the table of keys as JSON has it, nil for none.
func literal(s string) any {
	if s == "" {
		return nil
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return json.Number(s)
	}
	return strings.Trim(s, `"`)
}

// wholePlan adds what holds between keys at the top of a file: one target;
// stages or funnels; and a revenue per client, of the plan or of each funnel.
func wholePlan(root *jsonschema.Schema) {
	root.AllOf = []*jsonschema.Schema{
		{OneOf: []*jsonschema.Schema{needs("target_return"), needs("target_revenue"), needs("target_clients")}},
		{OneOf: []*jsonschema.Schema{needs("stages"), needs("funnels")}},
		{AnyOf: []*jsonschema.Schema{needs("average_revenue_per_client"), eachFunnelNeeds("average_revenue_per_client")}},
		{AnyOf: []*jsonschema.Schema{
			needs("stages"),
			eachFunnelNeeds("budget"),
			{Not: &jsonschema.Schema{Properties: properties("funnels", &jsonschema.Schema{Contains: needs("budget")})}},
		}},
	}
}

// needs is a block that has a key.
func needs(key string) *jsonschema.Schema { return &jsonschema.Schema{Required: []string{key}} }

// eachFunnelNeeds is a plan each of whose funnels has a key.
func eachFunnelNeeds(key string) *jsonschema.Schema {
	return &jsonschema.Schema{
		Required:   []string{"funnels"},
		Properties: properties("funnels", &jsonschema.Schema{Items: needs(key)}),
	}
}

// funnelName asks for a name or an id.
func funnelName(funnel *jsonschema.Schema) {
	funnel.AnyOf = []*jsonschema.Schema{needs("name"), needs("id")}
}

// onePace asks for one of the two paces of a capacity.
func onePace(capacity *jsonschema.Schema) {
	capacity.OneOf = []*jsonschema.Schema{needs("per_day"), needs("per_week")}
}

// datesOrCadence asks for one of the two ways to say when an activity takes place,
// and lets only a cadence have bounds and only a decision expect something.
func datesOrCadence(activity *jsonschema.Schema) {
	activity.OneOf = []*jsonschema.Schema{needs("dates"), needs("every")}
	decided := &jsonschema.Schema{Properties: properties("kind", &jsonschema.Schema{Const: "decision"})}
	deciding := &jsonschema.Schema{Required: []string{"kind"}, Properties: properties("kind", &jsonschema.Schema{Const: "decision"})}
	activity.AllOf = []*jsonschema.Schema{
		{If: needs("from"), Then: needs("every")},
		{If: needs("until"), Then: needs("every")},
		{If: needs("contribution"), Then: needs("stage")},
		{If: needs("expects"), Then: decided},
		{If: deciding, Then: needs("expects")},
	}
}

// oneTable refuses a source with both a table and a query.
func oneTable(source *jsonschema.Schema) {
	source.Not = &jsonschema.Schema{Required: []string{"table", "query"}}
}

// oneCondition asks for one of the ways to say what a rule is about.
func oneCondition(rule *jsonschema.Schema) {
	bounds := &jsonschema.Schema{AnyOf: []*jsonschema.Schema{needs("min"), needs("max")}}
	rule.OneOf = []*jsonschema.Schema{needs("in"), needs("not_in"), needs("matches"), bounds}
}

// properties is what the value of one key must be, where a block has it.
func properties(key string, value *jsonschema.Schema) *orderedmap.OrderedMap[string, *jsonschema.Schema] {
	p := jsonschema.NewProperties()
	p.Set(key, value)
	return p
}
