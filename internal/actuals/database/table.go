package database

import (
	"regexp"
	"strings"
)

// table is the name of a table; the schema is empty where none is said.
type table struct{ schema, name string }

// namePart is one part of a table's name: plain, or between double quotes, which
// are doubled inside. It is compiled where it is needed, not at every start.
func namePart() *regexp.Regexp {
	return regexp.MustCompile(`^(?:"((?:[^"\x00]|"")+)"|([^".\x00]+))(?:\.|$)`)
}

// parseTable reads deals, sales.deals or "Sales"."Deals".
func parseTable(s string) (table, bool) {
	part := namePart()
	var parts []string
	rest := strings.TrimSpace(s)
	if strings.HasSuffix(rest, ".") {
		return table{}, false
	}
	for rest != "" {
		m := part.FindStringSubmatch(rest)
		if m == nil {
			return table{}, false
		}
		parts = append(parts, strings.ReplaceAll(m[1], `""`, `"`)+strings.TrimSpace(m[2]))
		rest = rest[len(m[0]):]
	}
	switch len(parts) {
	case 1:
		return table{name: parts[0]}, parts[0] != ""
	case 2:
		return table{parts[0], parts[1]}, parts[0] != "" && parts[1] != ""
	}
	return table{}, false
}

// sql is the name as a statement has it.
func (t table) sql() string {
	if t.schema == "" {
		return quoted(t.name)
	}
	return quoted(t.schema) + "." + quoted(t.name)
}

// String is the name as a person would write it.
func (t table) String() string {
	if t.schema == "" {
		return readable(t.name)
	}
	return readable(t.schema) + "." + readable(t.name)
}

func readable(name string) string {
	if strings.ContainsAny(name, `."`) || strings.TrimSpace(name) != name {
		return quoted(name)
	}
	return name
}

// alike reports whether t, as it was written, may mean the other: the same but
// for capitals, in any schema where it names none.
func (t table) alike(other table) bool {
	return strings.EqualFold(t.name, other.name) && (t.schema == "" || strings.EqualFold(t.schema, other.schema))
}

func shownTables(tables []table) []string {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.String()
	}
	return names
}
