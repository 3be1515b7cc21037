package main

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/invopop/jsonschema"

	"embudo/funnel"
	"embudo/plan"
)

// Patterns of what is written as text. A number between quotes is taken like a
// bare one, so each kind of number has a pattern too.
const (
	// Exactly three digits after the point of an amount are refused: 40.000 is
	// forty to some and forty thousand to others.
	decimals      = `(\.[0-9]{1,2}|\.[0-9]{4,})?`
	wholeNumber   = `(0|[1-9][0-9]*)`
	amount        = `(` + wholeNumber + decimals + `|0\.[0-9]+)`
	amountAbove0  = `([1-9][0-9]*` + decimals + `|` + above0 + `)`
	above0        = `0\.[0-9]*[1-9][0-9]*`
	anyNumber     = wholeNumber + `(\.[0-9]+)?`
	percentAbove0 = `(100(\.0+)?|[1-9][0-9]?(\.[0-9]+)?|` + above0 + `) *%`
	percentTo100  = `(100(\.0+)?|[1-9]?[0-9](\.[0-9]+)?) *%`
	shareAbove0   = `(` + percentAbove0 + `|1(\.0+)?|` + above0 + `)`
	fraction      = `[1-9][0-9]* */ *[1-9][0-9]*`
	rangeEnd      = `(([1-9][0-9]?(\.[0-9]+)?|` + above0 + `) *%|` + above0 + `)`
	id            = `[A-Za-z][A-Za-z0-9_-]*`
	date          = `[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])`
	calendar      = `[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?`
	duration      = `[0-9]+(h|d|w|mo)`
	dots          = ` *\.\. *`
	attainment    = `(1000(\.0+)?|[1-9][0-9]{0,2}(\.[0-9]+)?|` + above0 + `) *%|2(\.0+)?|1(\.[0-9]+)?|` + above0
	relation      = ` *(>=|>|<=|<) *`
	ofStage       = ` *(\. *` + id + ` *){1,2}`
)

// valueOf is the schema of what may stand after a key.
func valueOf(k plan.Key) *jsonschema.Schema {
	switch k.Type {
	case plan.TypeVersion:
		return &jsonschema.Schema{Enum: []any{1, "1"}}
	case plan.TypeID:
		limit := uint64(64)
		return &jsonschema.Schema{Type: "string", Pattern: whole(id), MaxLength: &limit}
	case plan.TypeCurrency:
		return oneOfWords(plan.Currencies())
	case plan.TypeChoice:
		return oneOfWords(k.Choices)
	case plan.TypePeriod:
		period := `[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?|` + calendar + dots + calendar
		return either(number(1990, 2200), text(period))
	case plan.TypeDates:
		return text(date + `(` + dots + date + `)?`)
	case plan.TypeHolidays:
		return either(oneOfWords(funnel.HolidayCountries()), list(text(date), 0, 5000))
	case plan.TypeSeasons:
		return seasons()
	case plan.TypeMoney:
		return either(number(0, 1e15), text(amount))
	case plan.TypePrice:
		return either(above(0, 1e15), text(amountAbove0))
	case plan.TypeBudget:
		return either(above(0, 1e15), text(amountAbove0), budgetLines())
	case plan.TypeCount:
		return either(integer(0, 1e12), text(wholeNumber))
	case plan.TypeClients:
		return either(integer(1, 1e12), text(`[1-9][0-9]*`))
	case plan.TypeNumber:
		return either(number(0, 1e6), text(amount))
	case plan.TypeCapacity:
		return either(above(0, 1e6), text(amountAbove0))
	case plan.TypeReturn:
		return either(above(-1, 20), text(`(`+anyNumber+`|-[1-9]?[0-9](\.[0-9]+)?) *%`))
	case plan.TypeShare:
		return either(above(0, 1), text(shareAbove0+`|`+fraction))
	case plan.TypePart:
		return either(number(0, 1), text(percentTo100+`|0(\.[0-9]+)?|1(\.0+)?`))
	case plan.TypeConfidence:
		one := either(&jsonschema.Schema{Type: "number", ExclusiveMinimum: "0", ExclusiveMaximum: "1"}, text(rangeEnd+`|`+fraction))
		return either(append(one.AnyOf, list(one, 0, 20))...)
	case plan.TypeRate:
		return either(above(0, 1), text(shareAbove0+`|`+fraction+`|`+rangeEnd+dots+rangeEnd))
	case plan.TypeDuration:
		return text(duration)
	case plan.TypeLag:
		return text(duration + `(` + dots + duration + `)?`)
	case plan.TypeStages:
		return list(reference("Stage"), 1, 50)
	case plan.TypeFunnels:
		return list(reference("Funnel"), 1, 200)
	case plan.TypeColumns:
		return reference("Columns")
	case plan.TypeValues:
		return textsTo(text(id))
	case plan.TypeSpellings:
		return textsTo(filled())
	case plan.TypeDelimiter:
		return oneOfWords([]string{",", ";", "|", "\t", `\t`, "tab"})
	case plan.TypeSources:
		one := either(&jsonschema.Schema{Type: "string", Pattern: `\S`}, reference("ActualsSource"))
		return either(append(one.AnyOf, list(one, 0, 100))...)
	case plan.TypeAttainment:
		return either(above(0, 2), text(attainment))
	case plan.TypeIDs:
		return either(text(id), list(text(id), 0, 200))
	case plan.TypeReminders:
		one := either(text(duration), reference("Reminder"))
		return either(append(one.AnyOf, list(one, 0, 20))...)
	case plan.TypeActivities:
		return list(reference("Activity"), 0, 1000)
	case plan.TypeDate:
		return text(date)
	case plan.TypeDateList:
		one := text(date + `(` + dots + date + `)?`)
		return either(one, list(one, 0, 4000))
	case plan.TypeCadence:
		return text(`[1-9][0-9]{0,3} *(days?|d|weeks?|w|months?|mo)|days?|weeks?|months?`)
	case plan.TypeDone:
		one := either(text(date), reference("Done"))
		return either(append(one.AnyOf, list(one, 0, 4000))...)
	case plan.TypePhases:
		one := oneOfWords(k.Choices)
		return either(one, list(one, 0, uint64(len(k.Choices))))
	case plan.TypeOwnLeads:
		return either(integer(0, 1e12), number(0, 1), text(wholeNumber+`|`+percentTo100+`|0\.[0-9]+`))
	case plan.TypeChannels:
		return channels()
	case plan.TypePeople:
		return list(reference("Person"), 0, 200)
	case plan.TypePace:
		return either(number(0, 1e6), text(amount+`( +(a|per) +| */ *)(day|week)|`+amount))
	case plan.TypeThresholds:
		return either(text(thresholds()), list(text(thresholds()), 0, 200))
	case plan.TypeRules:
		return list(reference("ClientRule"), 0, 50)
	case plan.TypeTexts:
		one := filled()
		return either(append(one.AnyOf, list(one, 1, 1000))...)
	case plan.TypeBound:
		return either(number(-1e15, 1e15), text(`-?`+amount+`( *%)?|-?`+anyNumber+` *%|`+date))
	case plan.TypePattern:
		longest := uint64(1000)
		return &jsonschema.Schema{Type: "string", Pattern: `\S`, Format: "regex", MaxLength: &longest}
	case plan.TypePoints:
		return either(number(0, 1000), text(amount))
	case plan.TypeScore:
		return either(number(0, 0), number(1, 50_000), text(percentTo100+`|0|[1-9][0-9]*(\.[0-9]+)?`))
	case plan.TypeYes:
		return either(&jsonschema.Schema{Type: "boolean"}, oneOfWords([]string{"true", "false", "yes", "no"}))
	case plan.TypeCondition:
		return text(thresholds())
	case plan.TypeScenarios:
		most := uint64(50)
		return &jsonschema.Schema{
			Type: "object", MaxProperties: &most,
			PatternProperties:    map[string]*jsonschema.Schema{whole(id): reference("Scenario")},
			AdditionalProperties: jsonschema.FalseSchema,
		}
	case plan.TypeMapping:
		return reference(definitionOf(k.Path))
	default: // plan.TypeText
		return anyText()
	}
}

// anyText is a text: a name such as 2027 is a number to YAML.
func anyText() *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "string"}, &jsonschema.Schema{Type: "number"}, &jsonschema.Schema{Type: "boolean"})
}

// filled is a text that is not empty.
func filled() *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "string", Pattern: `\S`}, &jsonschema.Schema{Type: "number"}, &jsonschema.Schema{Type: "boolean"})
}

// textsTo is a mapping of any texts.
func textsTo(value *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "object", AdditionalProperties: value}
}

// columns is a mapping of meanings to headings. It names the meanings, for
// editors to offer them, and allows the ids of stages.
func columns() *jsonschema.Schema {
	known := jsonschema.NewProperties()
	for _, meaning := range plan.Meanings() {
		known.Set(meaning, filled())
	}
	return &jsonschema.Schema{
		Type:                 "object",
		Properties:           known,
		PatternProperties:    map[string]*jsonschema.Schema{whole(id + `(\.` + id + `)?`): filled()},
		AdditionalProperties: jsonschema.FalseSchema,
	}
}

// seasons is a mapping of months, which it names for editors to offer them, or of
// ISO weeks, to weights.
func seasons() *jsonschema.Schema {
	weight := either(number(0, 20), text(`[0-9]+(\.[0-9]+)? *%|1?[0-9](\.[0-9]+)?|20(\.0+)?`))
	known := jsonschema.NewProperties()
	for month := time.January; month <= time.December; month++ {
		known.Set(strings.ToLower(month.String()), weight)
	}
	return &jsonschema.Schema{
		Type:       "object",
		Properties: known,
		PatternProperties: map[string]*jsonschema.Schema{
			whole(`\p{L}{3,}|[0-9]{4}-(0[1-9]|1[0-2])|([0-9]{4}-)?[WSws](0?[1-9]|[1-4][0-9]|5[0-3])`): weight,
		},
		AdditionalProperties: jsonschema.FalseSchema,
	}
}

// thresholds is the pattern of a condition, each metric with the numbers that it
// can be held against.
func thresholds() string {
	return strings.Join([]string{
		`(clients|data_age_days|activities *\. *overdue)` + relation + wholeNumber,
		`(revenue|spend)` + relation + amount,
		`return` + relation + `(` + anyNumber + ` *%|-[1-9]?[0-9](\.[0-9]+)? *%|-?0(\.[0-9]+)?|1?[0-9](\.[0-9]+)?|20(\.0+)?)`,
		`coverage` + relation + `(` + anyNumber + ` *%|` + amount + `)`,
		`actual` + ofStage + relation + wholeNumber,
		`gap` + ofStage + relation + `-?` + wholeNumber,
		`attainment` + ofStage + relation + `(` + attainment + `)`,
		`rate` + ofStage + relation + `(` + percentTo100 + `|0(\.[0-9]+)?|1(\.0+)?|` + fraction + `)`,
		`cost_per` + ofStage + relation + amount,
	}, "|")
}

// definitionOf is the part of the schema that describes a block.
func definitionOf(path string) string {
	return map[string]string{"stages.capacity": "Capacity", "actuals": "Actuals", "check": "Check", "sla": "SLA", "sla.review": "Review", "ideal_client": "IdealClient", "qualification": "Qualification"}[path]
}

// channels are named shares.
func channels() *jsonschema.Schema {
	s := textsTo(either(above(0, 1), text(shareAbove0+`|`+fraction)))
	most := uint64(50)
	s.MaxProperties = &most
	return s
}

// budgetLines are named amounts, of which some may be negative.
func budgetLines() *jsonschema.Schema {
	least := uint64(1)
	return &jsonschema.Schema{
		Type:                 "object",
		MinProperties:        &least,
		AdditionalProperties: either(number(-1e15, 1e15), text(`-?`+amount)),
	}
}

// whole makes a pattern hold for a whole text, spaces around it aside.
func whole(pattern string) string { return `^\s*(` + pattern + `)\s*$` }

func text(pattern string) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: whole(pattern)}
}

func oneOfWords(words []string) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, w := range words {
		s.Enum = append(s.Enum, w)
	}
	return s
}

func either(schemas ...*jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: schemas}
}

// number is a number from low to high.
func number(low, high int64) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "number", Minimum: digits(low), Maximum: digits(high)}
}

// above is a number above low and up to high.
func above(low, high int64) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "number", ExclusiveMinimum: digits(low), Maximum: digits(high)}
}

// integer is a whole number from low to high.
func integer(low, high int64) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Minimum: digits(low), Maximum: digits(high)}
}

func digits(n int64) json.Number {
	data, _ := json.Marshal(n)
	return json.Number(data)
}

func list(items *jsonschema.Schema, least, most uint64) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "array", Items: items, MaxItems: &most}
	if least > 0 {
		s.MinItems = &least
	}
	return s
}

func reference(name string) *jsonschema.Schema {
	return &jsonschema.Schema{Ref: "#/$defs/" + name}
}
