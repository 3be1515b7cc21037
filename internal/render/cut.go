package render

import "embudo/internal/report"

// cut cuts a table that is too wide into several, each of which begins with its
// leading columns: as few as will do, of about as many columns each.
func cut(d *report.Document, table report.Table, limit int) []report.Table {
	if table.Lead == 0 {
		return []report.Table{table}
	}
	g := grid{table: table, texts: cellTexts(d, table)}
	g.start()
	lead := 0
	for _, c := range g.columns[:table.Lead] {
		if c.Extra == 0 && c.Spare == 0 {
			lead += c.width + len(gap)
		}
	}
	room := limit + len(gap) - lead
	rest := g.columns[table.Lead:]
	fewest := len(fill(rest, room, len(rest)))
	for most := (len(rest) + fewest - 1) / max(fewest, 1); ; most++ {
		if parts := fill(rest, room, most); len(parts) == fewest {
			return partsOf(table, parts)
		}
	}
}

// fill puts columns into parts: as many into each as there is room for, at most
// so many, and one at least. It gives the number in each.
func fill(columns []gridColumn, room, most int) []int {
	var parts []int
	used := 0
	for _, c := range columns {
		last := len(parts) - 1
		if last < 0 || parts[last] == most || used+c.width+len(gap) > room {
			parts, used = append(parts, 0), 0
			last++
		}
		parts[last]++
		used += c.width + len(gap)
	}
	return parts
}

// partsOf gives each part of a table its columns. The first has the title.
func partsOf(table report.Table, parts []int) []report.Table {
	if len(parts) <= 1 {
		return []report.Table{table}
	}
	tables := make([]report.Table, len(parts))
	first := table.Lead
	for i, columns := range parts {
		last := first + columns
		part := report.Table{Short: table.Short, Lead: table.Lead}
		if i == 0 {
			part.Title = table.Title
		}
		part.Columns = append(append(part.Columns, table.Columns[:table.Lead]...), table.Columns[first:last]...)
		for _, row := range table.Rows {
			cells := append(make([]report.Cell, 0, table.Lead+columns), row[:table.Lead]...)
			part.Rows = append(part.Rows, append(cells, row[first:last]...))
		}
		tables[i] = part
		first = last
	}
	return tables
}
