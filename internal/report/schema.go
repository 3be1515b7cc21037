package report

import (
	"strings"

	"embudo/internal/i18n"
	"embudo/plan"
)

// Keys lists the keys of the plan file: what each means, and an example.
func Keys(keys []plan.Key, l *i18n.Language) *Document {
	meanings, english := l.Keys(), i18n.English().Keys()
	t := Table{Short: true, Columns: []Column{
		{Title: string(l.Schema.Key), Room: 40},
		{Title: string(l.Schema.Meaning), Room: 40},
		{Title: string(l.Schema.Example), Extra: 1},
		{Title: string(l.Schema.Default), Extra: 2},
	}}
	main := Table{Columns: []Column{
		{Key: "key"}, {Key: "type"}, {Key: "required"}, {Key: "default"}, {Key: "example"}, {Key: "choices"}, {Key: "description"},
	}}
	for _, k := range keys {
		name := k.Path
		if k.Required {
			name += " *"
		}
		t.Rows = append(t.Rows, []Cell{text(name), text(meanings[k.Path]), text(k.Example), text(k.Default)})
		required := "false"
		if k.Required {
			required = "true"
		}
		main.Rows = append(main.Rows, []Cell{
			text(k.Path), text(k.Type), text(required), text(k.Default), text(k.Example),
			text(strings.Join(k.Choices, "|")), text(english[k.Path]),
		})
	}
	return &Document{
		Language: l,
		Blocks:   []Block{t, Lines{Lines: []string{string(l.Schema.Required)}}},
		Main:     func() Table { return main },
	}
}
