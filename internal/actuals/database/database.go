package database

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"embudo/internal/actuals/sheet"
)

// Settings are how a database is spoken to, and the world that its connection
// comes from.
type Settings struct {
	Getenv   func(string) string
	ReadFile func(string) ([]byte, error)

	PasswordFile string // a file that holds the password and nothing else; empty: none
	TimeZone     string // whose days count, such as America/Lima; empty: UTC

	ConnectTimeout time.Duration // 0: 10 seconds, or the URL's connect_timeout
	Timeout        time.Duration // of one statement; 0: 5 minutes
}

const (
	defaultConnectTimeout = 10 * time.Second
	defaultTimeout        = 5 * time.Minute

	// maxRows bounds the rows that may come back, and so the memory they take:
	// a day, stage, channel and person each. 1 million take about 300 MB.
	maxRows = 1_000_000
)

// IsPostgres reports whether a source is named by the URL of a PostgreSQL server.
func IsPostgres(name string) bool {
	scheme, _, found := strings.Cut(name, "://")
	return found && (strings.EqualFold(scheme, "postgres") || strings.EqualFold(scheme, "postgresql"))
}

// IsSQLite reports whether a file that begins with these bytes, at least 16, is a
// SQLite database.
func IsSQLite(first []byte) bool { return bytes.HasPrefix(first, []byte("SQLite format 3\x00")) }

// Database is an open database. It is used by one goroutine at a time.
type Database struct {
	name    string // as problems give it: never with a password
	engine  engine
	timeout time.Duration
	maxRows int
}

// engine is what answers: a server or a file.
type engine interface {
	dialect

	// columns describes what a SELECT gives, without running it.
	columns(ctx context.Context, query string) ([]Column, error)
	// tables lists the tables and views that can be read, schema first.
	tables(ctx context.Context) ([]table, error)
	// rows runs a statement and hands its rows on, one at a time.
	rows(ctx context.Context, statement string, args []any, row func(scan func(...any) error) error) error
	// missing reports whether an error says that there is no such table.
	missing(err error) bool
	// explain turns an error of the engine into a problem.
	explain(err error) *sheet.Problem

	close() error
}

// Open opens the database that a URL or the path of a SQLite file names. An
// error is a [*sheet.Problem], or that of the context where that has ended.
func Open(ctx context.Context, name string, s Settings) (*Database, error) {
	if s.ConnectTimeout == 0 {
		s.ConnectTimeout = defaultConnectTimeout
	}
	if s.Timeout == 0 {
		s.Timeout = defaultTimeout
	}
	if s.TimeZone == "" {
		s.TimeZone = "UTC"
	}
	open := openSQLite
	if IsPostgres(name) {
		open = openPostgres
	}
	e, shownName, err := open(ctx, name, s)
	if err != nil {
		return nil, err
	}
	return &Database{name: shownName, engine: e, timeout: s.Timeout, maxRows: maxRows}, nil
}

// Name is the source as it may be shown: the URL without its settings, or the
// path.
func (d *Database) Name() string { return d.name }

// Close ends the connection.
func (d *Database) Close() error { return d.engine.close() }

// within runs one step under the statement timeout and explains its error.
func (d *Database) within(ctx context.Context, step func(context.Context) error) error {
	limited, cancel := context.WithTimeout(ctx, d.timeout)
	defer cancel()
	err := step(limited)
	var told *sheet.Problem
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &told):
		return told
	case limited.Err() != nil:
		return d.timedOut()
	}
	p := d.engine.explain(err)
	if p.Name == "database-timeout" {
		return d.timedOut()
	}
	return p
}

func (d *Database) timedOut() error {
	return d.problem("database-timeout", "seconds", seconds(d.timeout))
}

func (d *Database) problem(name string, args ...string) *sheet.Problem {
	return problem(d.name, name, args...)
}

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', -1, 64) }
