package database

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"

	"embudo/internal/actuals/sheet"
)

// config is the configuration of a connection, made of the address and the
// password alone.
//
// pgx makes configurations only by parsing, and when it parses it looks at the
// variables of the environment and at files in the user's home. So every setting
// that it knows is given to it, and what it may have found all the same is
// replaced. One thing is left: where PGSERVICE is set it reads the file of
// services, of which nothing is kept; and where it finds no such service there,
// it gives up, whatever else it is told.
func (a *address) config(password, name string, s Settings) (*pgx.ConnConfig, *sheet.Problem) {
	c, err := pgx.ParseConfig(keywords(a.parsed()))
	if err != nil {
		var bad *pgconn.ParseConfigError
		why := "PGSERVICE"
		if errors.As(err, &bad) && errors.Unwrap(bad) != nil {
			why = errors.Unwrap(bad).Error()
		}
		return nil, problem(name, "database-environment", "why", why)
	}
	c.Password = password
	c.RuntimeParams = map[string]string{"application_name": a.application}
	if a.options != "" {
		c.RuntimeParams["options"] = a.options
	}
	c.KerberosSrvName, c.KerberosSpn = "", ""
	c.ConnectTimeout = a.timeout(s)
	c.BuildContextWatcherHandler = cancelAtServer
	c.OnNotice = nil
	// Nothing is run twice, and statements that are kept by name get mixed up
	// where a pool of connections stands before the server.
	c.DefaultQueryExecMode = pgx.QueryExecModeExec
	return c, a.encrypt(c, name, s)
}

// parsed is every setting that pgx would else look for in the environment. The
// password is put in later: until then a word in its place keeps pgx from looking
// for one.
func (a *address) parsed() [][2]string {
	return [][2]string{
		{"host", a.host},
		{"port", strconv.Itoa(int(a.port))},
		{"dbname", a.database},
		{"user", a.user},
		{"password", "later"},
		{"passfile", ""},
		{"application_name", a.application},
		{"connect_timeout", "0"},
		{"sslmode", a.effectiveMode()},
		{"sslkey", ""},
		{"sslcert", ""},
		{"sslcertmode", "allow"},
		{"sslsni", "1"},
		{"sslrootcert", ""},
		{"sslpassword", ""},
		{"sslnegotiation", "postgres"},
		{"target_session_attrs", "any"},
		{"timezone", ""},
		{"options", ""},
		{"min_protocol_version", "3.0"},
		{"max_protocol_version", "3.0"},
		{"channel_binding", "prefer"},
		{"require_auth", ""},
		{"default_query_exec_mode", "exec"},
		{"statement_cache_capacity", "0"},
		{"description_cache_capacity", "0"},
	}
}

// keywords writes settings as PostgreSQL's keyword/value string.
func keywords(settings [][2]string) string {
	quote := strings.NewReplacer(`\`, `\\`, `'`, `\'`)
	var b strings.Builder
	for _, s := range settings {
		b.WriteString(s[0] + "='" + quote.Replace(s[1]) + "' ")
	}
	return b.String()
}

// effectiveMode is the sslmode, of which PostgreSQL says that require with a root
// certificate is verify-ca, and that the system's certificates are checked whole.
func (a *address) effectiveMode() string {
	switch {
	case a.sslrootcert == "system":
		return "verify-full"
	case a.sslrootcert != "" && a.sslmode == "require":
		return "verify-ca"
	}
	return a.sslmode
}

func (a *address) timeout(s Settings) time.Duration {
	if n, err := strconv.Atoi(a.connectTimeout); err == nil && n > 0 {
		return time.Duration(n) * time.Second
	}
	return s.ConnectTimeout
}

// encrypt puts the certificates into every way to connect that the sslmode gives.
// They are read through the function that was handed in.
func (a *address) encrypt(c *pgx.ConnConfig, name string, s Settings) *sheet.Problem {
	var roots *x509.CertPool
	if a.sslrootcert != "" && a.sslrootcert != "system" {
		data, err := s.ReadFile(a.sslrootcert)
		if err != nil {
			return problem(name, "database-certificate", "file", a.sslrootcert, "why", reason(err))
		}
		roots = x509.NewCertPool()
		if !roots.AppendCertsFromPEM(data) {
			return problem(name, "database-certificate", "file", a.sslrootcert, "why", "PEM?")
		}
	}
	own, p := a.certificates(name, s)
	if p != nil {
		return p
	}
	ways := []*tls.Config{c.TLSConfig}
	for _, f := range c.Fallbacks {
		ways = append(ways, f.TLSConfig)
	}
	for _, way := range ways {
		if way != nil {
			way.RootCAs, way.Certificates = roots, own
		}
	}
	return nil
}

// certificates are those that the user proves to be who they are with.
func (a *address) certificates(name string, s Settings) ([]tls.Certificate, *sheet.Problem) {
	if a.sslcert == "" && a.sslkey == "" {
		return nil, nil
	}
	certificate, err := s.ReadFile(a.sslcert)
	if err != nil {
		return nil, problem(name, "database-certificate", "file", a.sslcert, "why", reason(err))
	}
	key, err := s.ReadFile(a.sslkey)
	if err != nil {
		return nil, problem(name, "database-certificate", "file", a.sslkey, "why", reason(err))
	}
	pair, err := tls.X509KeyPair(certificate, key)
	if err != nil {
		return nil, problem(name, "database-certificate", "file", a.sslcert, "why", err.Error())
	}
	return []tls.Certificate{pair}, nil
}

// cancelAtServer tells the server to stop when a context ends: else the server
// would go on until it wants to send something.
func cancelAtServer(conn *pgconn.PgConn) ctxwatch.Handler {
	return &pgconn.CancelRequestContextWatcherHandler{Conn: conn, DeadlineDelay: 2 * time.Second}
}
