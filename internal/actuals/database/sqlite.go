package database

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"embudo/internal/actuals/sheet"
)

// sqliteFile is an open file.
type sqliteFile struct {
	sqliteDialect
	name string
	pool *sql.DB
	conn *sql.Conn
}

func openSQLite(ctx context.Context, path string, s Settings) (engine, string, error) {
	if s.TimeZone != "UTC" {
		return nil, path, problem(path, "database-sqlite-timezone", "got", s.TimeZone)
	}
	connector, err := sqlite.NewConnector(uri(path))
	if err != nil {
		return nil, path, problem(path, "database-failed", "why", err.Error())
	}
	f := &sqliteFile{name: path, pool: sql.OpenDB(connector)}
	if err := f.open(ctx); err != nil {
		_ = f.close()
		if ctx.Err() != nil {
			return nil, path, ctx.Err()
		}
		return nil, path, f.explain(err)
	}
	return f, path, nil
}

// uri names a file so that it is opened for reading alone, that a name in double
// quotes is never taken for a text, and that a writer is waited for.
func uri(path string) string {
	path = filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		path = "/" + path
	}
	if strings.HasPrefix(path, "/") {
		path = "//" + path
	}
	settings := url.Values{
		"mode": {"ro"}, "_query_only": {"1"}, "_dqs": {"0"}, "_defensive": {"1"}, "_busy_timeout": {"2000"},
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + settings.Encode()
}

// open takes the one connection there is, looks whether the file is a database,
// and closes everything that is not reading.
func (f *sqliteFile) open(ctx context.Context) (err error) {
	if f.conn, err = f.pool.Conn(ctx); err != nil {
		return err
	}
	var version int
	if err := f.conn.QueryRowContext(ctx, "PRAGMA schema_version").Scan(&version); err != nil {
		return err
	}
	return f.conn.Raw(func(driver any) error {
		guarded, ok := driver.(sqlite.AuthorizerRegisterer)
		if !ok {
			return errors.New("the driver has no authorizer")
		}
		return guarded.RegisterAuthorizer(onlyReading)
	})
}

// onlyReading lets SELECT pass, and nothing else: no writing, and no ATTACH, which
// would make a file.
func onlyReading(action sqlite.AuthorizerActionCode, _, function, _, _ string) sqlite.AuthorizerReturnCode {
	switch action {
	case sqlite.AuthSelect, sqlite.AuthRead, sqlite.AuthRecursive:
		return sqlite.AuthorizerOK
	case sqlite.AuthFunction:
		if strings.EqualFold(function, "load_extension") {
			return sqlite.AuthorizerDeny
		}
		return sqlite.AuthorizerOK
	default:
		return sqlite.AuthorizerDeny
	}
}

func (f *sqliteFile) close() error {
	var err error
	if f.conn != nil {
		err = f.conn.Close()
	}
	return errors.Join(err, f.pool.Close())
}

// columns has the query compiled as it stands, which EXPLAIN does without running
// it, and then asked for no rows.
func (f *sqliteFile) columns(ctx context.Context, query string) ([]Column, error) {
	if err := f.rows(ctx, "EXPLAIN "+query, nil, func(func(...any) error) error { return nil }); err != nil {
		return nil, err
	}
	rows, err := f.conn.QueryContext(ctx, "SELECT * FROM ("+query+"\n) LIMIT 0")
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	types, err := rows.ColumnTypes()
	if err != nil {
		return nil, err
	}
	columns := make([]Column, len(types))
	for i, t := range types {
		columns[i] = Column{Name: t.Name(), Type: strings.ToLower(t.DatabaseTypeName()), kind: kindAny}
	}
	return columns, rows.Err()
}

func (f *sqliteFile) tables(ctx context.Context) (tables []table, err error) {
	const list = `SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name`
	err = f.rows(ctx, list, nil, func(scan func(...any) error) error {
		var t table
		if err := scan(&t.name); err != nil {
			return err
		}
		tables = append(tables, t)
		return nil
	})
	return tables, err
}

func (f *sqliteFile) rows(
	ctx context.Context, statement string, args []any, row func(scan func(...any) error) error,
) error {
	rows, err := f.conn.QueryContext(ctx, statement, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (f *sqliteFile) missing(err error) bool {
	return err != nil && (strings.Contains(err.Error(), "no such table") || strings.Contains(err.Error(), "unknown database"))
}

func (f *sqliteFile) explain(err error) *sheet.Problem {
	var told *sqlite.Error
	if !errors.As(err, &told) {
		return problem(f.name, "database-failed", "why", err.Error())
	}
	why := saying(told)
	switch told.Code() & 0xff { // the rest says more of the same
	case sqlite3.SQLITE_CANTOPEN:
		return problem(f.name, "database-no-file")
	case sqlite3.SQLITE_NOTADB:
		return problem(f.name, "database-not-sqlite")
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return problem(f.name, "database-locked")
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR:
		return problem(f.name, "database-damaged", "why", why)
	case sqlite3.SQLITE_INTERRUPT:
		return problem(f.name, "database-timeout")
	case sqlite3.SQLITE_AUTH, sqlite3.SQLITE_READONLY:
		return problem(f.name, "database-not-a-query")
	case sqlite3.SQLITE_ERROR:
		return problem(f.name, "database-query", "why", why)
	}
	return problem(f.name, "database-failed", "why", why)
}

// saying is what SQLite says, without the name of the kind of error before it and
// the number behind it.
func saying(err *sqlite.Error) string {
	text := strings.TrimPrefix(err.Error(), "SQL logic error: ")
	if i := strings.LastIndex(text, " ("); i > 0 && strings.HasSuffix(text, ")") {
		text = text[:i]
	}
	return text
}
