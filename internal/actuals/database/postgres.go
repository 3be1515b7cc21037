package database

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"

	"embudo/internal/actuals/sheet"
)

// postgres is a connection to a server. Each step is a transaction of its own
// that can only read.
type postgres struct {
	postgresDialect
	name     string
	conn     *pgx.Conn
	setup    string // what each transaction begins with
	password string // to keep it out of whatever the server says
}

// isZone reports whether a name is made of what names of time zones are made of.
// The engine knows whether there is such a zone.
func isZone(name string) bool {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/:"
	return name != "" && len(name) <= 64 && strings.Trim(name, letters) == ""
}

func openPostgres(ctx context.Context, raw string, s Settings) (engine, string, error) {
	a, name, p := parseAddress(raw, s.Getenv)
	if p != nil {
		return nil, name, p
	}
	if !isZone(s.TimeZone) {
		return nil, name, problem(name, "database-time-zone", "got", s.TimeZone)
	}
	password, p := a.password(s, name)
	if p != nil {
		return nil, name, p
	}
	config, p := a.config(password, name, s)
	if p != nil {
		return nil, name, p
	}
	limited, cancel := context.WithTimeout(ctx, config.ConnectTimeout)
	defer cancel()
	conn, err := pgx.ConnectConfig(limited, config)
	switch {
	case err == nil:
	case ctx.Err() != nil:
		return nil, name, ctx.Err()
	case limited.Err() != nil:
		return nil, name, problem(name, "database-connect-timeout", "seconds", seconds(config.ConnectTimeout))
	default:
		return nil, name, cannotConnect(err, name, a.user, password)
	}
	return &postgres{name: name, conn: conn, setup: setup(s), password: password}, name, nil
}

// setup is what must hold in each transaction, for that one alone: so it works
// behind a pool of connections too, which keeps nobody's settings.
func setup(s Settings) string {
	milliseconds := max(1, s.Timeout.Milliseconds())
	return "SET LOCAL statement_timeout = " + strconv.FormatInt(milliseconds, 10) +
		"; SET LOCAL datestyle = 'ISO, YMD'" +
		"; SET LOCAL timezone = '" + s.TimeZone + "'"
}

func (p *postgres) close() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return p.conn.Close(ctx)
}

// read runs a step in a transaction that can only read.
func (p *postgres) read(ctx context.Context, step func(tx pgx.Tx) error) error {
	tx, err := p.conn.BeginTx(ctx, pgx.TxOptions{AccessMode: pgx.ReadOnly})
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback(ctx) }()
	if _, err := tx.Exec(ctx, p.setup, pgx.QueryExecModeSimpleProtocol); err != nil {
		return err
	}
	return step(tx)
}

func (p *postgres) columns(ctx context.Context, query string) (columns []Column, err error) {
	err = p.read(ctx, func(tx pgx.Tx) error {
		described, err := tx.Conn().PgConn().Prepare(ctx, "", query, nil)
		if err != nil {
			return &describeError{err, query}
		}
		for _, f := range described.Fields {
			columns = append(columns, p.column(f))
		}
		return nil
	})
	return columns, err
}

// describeError is an error of a statement that the user wrote, whose places are
// those in the user's text.
type describeError struct {
	err   error
	query string
}

func (e *describeError) Error() string { return e.err.Error() }

func (e *describeError) Unwrap() error { return e.err }

func (p *postgres) column(f pgconn.FieldDescription) Column {
	c := Column{Name: f.Name, Type: "other", kind: kindOther}
	if t, ok := p.conn.TypeMap().TypeForOID(f.DataTypeOID); ok {
		c.Type = t.Name
	}
	switch f.DataTypeOID {
	case pgtype.DateOID, pgtype.TimestampOID:
		c.kind = kindDate
	case pgtype.TimestamptzOID:
		c.kind = kindInstant
	case pgtype.TextOID, pgtype.VarcharOID, pgtype.BPCharOID, pgtype.NameOID:
		c.kind = kindText
	case pgtype.Int2OID, pgtype.Int4OID, pgtype.Int8OID, pgtype.NumericOID:
		c.kind = kindNumber
	case pgtype.Float4OID, pgtype.Float8OID, moneyOID:
		c.kind = kindFloat
	case pgtype.BoolOID:
		c.kind = kindBool
	}
	return c
}

// moneyOID is the type money, which pgx has no name for.
const moneyOID = 790

func (p *postgres) tables(ctx context.Context) (tables []table, err error) {
	const list = `SELECT n.nspname, c.relname
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p')
 AND n.nspname NOT IN ('information_schema', 'crdb_internal') AND n.nspname NOT LIKE 'pg\_%'
 AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
ORDER BY 1, 2`
	err = p.rows(ctx, list, nil, func(scan func(...any) error) error {
		var t table
		if err := scan(&t.schema, &t.name); err != nil {
			return err
		}
		tables = append(tables, t)
		return nil
	})
	return tables, err
}

// rows stops the server when row returns an error: what is left would else be
// read to its end.
func (p *postgres) rows(
	ctx context.Context, statement string, args []any, row func(scan func(...any) error) error,
) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return p.read(ctx, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, statement, args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			if err := row(rows.Scan); err != nil {
				cancel()
				return err
			}
		}
		return rows.Err()
	})
}

// The states of SQL that a problem has a name for.
const (
	stateUndefinedTable  = "42P01"
	stateUndefinedSchema = "3F000"
	stateNotPermitted    = "42501"
	stateWrongPassword   = "28P01"
	stateCanceled        = "57014"
	stateParameter       = "22023"
	stateReadOnly        = "25006"
	classValue           = "22" // a value cannot be read as what it should be
	classSyntaxOrMeaning = "42"
)

func (p *postgres) missing(err error) bool {
	var told *pgconn.PgError
	return errors.As(err, &told) && (told.Code == stateUndefinedTable || told.Code == stateUndefinedSchema)
}

func (p *postgres) explain(err error) *sheet.Problem {
	var told *pgconn.PgError
	if !errors.As(err, &told) {
		return problem(p.name, "database-failed", "why", without(p.password, innermost(err)))
	}
	why := without(p.password, told.Message)
	switch {
	case told.Code == stateCanceled:
		return problem(p.name, "database-timeout")
	case told.Code == stateNotPermitted:
		return problem(p.name, "database-not-permitted", "why", why)
	case told.Code == stateParameter && strings.Contains(strings.ToLower(told.Message), "timezone"):
		return problem(p.name, "database-time-zone", "got", why)
	case strings.HasPrefix(told.Code, classValue):
		return problem(p.name, "database-value", "why", why)
	case strings.HasPrefix(told.Code, classSyntaxOrMeaning), told.Code == stateReadOnly:
		q := problem(p.name, "database-query", "why", why)
		q.Row = line(err, told.Position)
		return q
	}
	return problem(p.name, "database-failed", "why", why)
}

// line is the line of the user's statement that an error speaks of; 0 where it
// speaks of none. Positions are counted in characters from 1.
func line(err error, position int32) int {
	var d *describeError
	if !errors.As(err, &d) || position <= 0 {
		return 0
	}
	before := []rune(d.query)
	before = before[:min(len(before), int(position)-1)]
	return 1 + strings.Count(string(before), "\n")
}

// cannotConnect tells why there is no connection.
func cannotConnect(err error, name, user, password string) *sheet.Problem {
	var told *pgconn.PgError
	switch {
	case errors.As(err, &told) && told.Code == stateWrongPassword && password == "":
		return problem(name, "database-no-password", "user", user)
	case errors.As(err, &told) && told.Code == stateWrongPassword:
		return problem(name, "database-wrong-password", "user", user)
	case errors.As(err, &told):
		return problem(name, "database-refused", "why", without(password, told.Message))
	case encryption(err):
		return problem(name, "database-encryption", "why", without(password, innermost(err)))
	}
	return problem(name, "database-unreachable", "why", without(password, innermost(err)))
}

// encryption reports whether a connection failed at its encryption.
func encryption(err error) bool {
	var alert tls.AlertError
	var header tls.RecordHeaderError
	var verification *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	var host x509.HostnameError
	var certificate x509.CertificateInvalidError
	return errors.As(err, &alert) || errors.As(err, &header) || errors.As(err, &verification) ||
		errors.As(err, &authority) || errors.As(err, &host) || errors.As(err, &certificate) ||
		strings.Contains(err.Error(), "refused TLS")
}

// innermost is what is at the bottom of an error, without what every layer of the
// driver puts before it.
func innermost(err error) string {
	for {
		switch e := err.(type) { //nolint:errorlint // unwrapped here, one layer at a time
		case interface{ Unwrap() []error }:
			if len(e.Unwrap()) == 0 {
				return err.Error()
			}
			err = e.Unwrap()[0]
		case interface{ Unwrap() error }:
			if e.Unwrap() == nil {
				return err.Error()
			}
			err = e.Unwrap()
		default:
			return err.Error()
		}
	}
}

// without takes a password out of a text: a server may say anything.
func without(password, text string) string {
	if password == "" {
		return text
	}
	return strings.ReplaceAll(text, password, "…")
}
