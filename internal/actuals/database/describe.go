package database

import (
	"context"
	"strings"
)

// Describe looks a source up and gives its columns, without reading its rows. A
// table is found in other capitals too, where that leaves no doubt; where none is
// named, a database with a single table has only that one to mean, and one with
// several is asked back about them.
func (d *Database) Describe(ctx context.Context, s Source) (*Relation, error) {
	switch {
	case s.Table != "" && s.Query != "":
		return nil, d.problem("database-both-named")
	case s.Query != "":
		return d.describeQuery(ctx, s.Query)
	case s.Table != "":
		return d.describeTable(ctx, s.Table)
	}
	tables, err := d.tables(ctx)
	if err != nil {
		return nil, err
	}
	switch len(tables) {
	case 0:
		return nil, d.problem("database-no-tables")
	case 1:
		return d.listed(ctx, tables[0])
	}
	return nil, d.problem("database-nothing-named", "tables", listed(shownTables(tables)))
}

// Tables lists the tables and views that can be read.
func (d *Database) Tables(ctx context.Context) ([]string, error) {
	tables, err := d.tables(ctx)
	return shownTables(tables), err
}

func (d *Database) tables(ctx context.Context) (tables []table, err error) {
	err = d.within(ctx, func(ctx context.Context) error {
		tables, err = d.engine.tables(ctx)
		return err
	})
	return tables, err
}

// describeTable tries the name as it is written before it looks through the
// list, which not every kind of table is on.
func (d *Database) describeTable(ctx context.Context, name string) (*Relation, error) {
	wanted, ok := parseTable(name)
	if !ok {
		return nil, d.problem("database-table-name", "got", name)
	}
	if r, err := d.relation(ctx, wanted); r != nil || err != nil {
		return r, err
	}
	tables, err := d.tables(ctx)
	if err != nil {
		return nil, err
	}
	var alike []table
	for _, t := range tables {
		if wanted.alike(t) {
			alike = append(alike, t)
		}
	}
	if len(alike) == 1 {
		return d.listed(ctx, alike[0])
	}
	return nil, d.problem("database-unknown-table", "got", name, "tables", listed(shownTables(tables)))
}

// relation describes a table; nil where there is none of that name.
func (d *Database) relation(ctx context.Context, t table) (r *Relation, err error) {
	err = d.within(ctx, func(ctx context.Context) error {
		columns, err := d.engine.columns(ctx, "SELECT * FROM "+t.sql())
		if err == nil {
			r = &Relation{Columns: columns, from: t.sql()}
		} else if d.engine.missing(err) {
			return nil
		}
		return err
	})
	return r, err
}

// listed describes a table that the engine has just listed.
func (d *Database) listed(ctx context.Context, t table) (*Relation, error) {
	r, err := d.relation(ctx, t)
	if r == nil && err == nil {
		return nil, d.problem("database-unknown-table", "got", t.String(), "tables", "")
	}
	return r, err
}

// describeQuery asks the engine about the query as it stands, so that an error's
// line is the user's, and again in brackets, so that it is one SELECT and not
// something that only looks like one there.
func (d *Database) describeQuery(ctx context.Context, text string) (*Relation, error) {
	query, ok := single(text, d.engine.lexicon())
	if !ok {
		return nil, d.problem("database-two-statements")
	}
	if strings.TrimSpace(query) == "" {
		return nil, d.problem("database-not-a-query")
	}
	if _, err := d.columns(ctx, query); err != nil {
		return nil, err
	}
	from := "(" + query + "\n)"
	columns, err := d.columns(ctx, "SELECT * FROM "+from+" AS source")
	if err != nil {
		return nil, err
	}
	return &Relation{Columns: columns, from: from, costly: true}, nil
}

func (d *Database) columns(ctx context.Context, query string) (columns []Column, err error) {
	err = d.within(ctx, func(ctx context.Context) error {
		columns, err = d.engine.columns(ctx, query)
		return err
	})
	if err == nil && len(columns) == 0 {
		return nil, d.problem("database-not-a-query")
	}
	return columns, err
}
