package database

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"embudo/internal/actuals/sheet"
)

// address is where a server is, who comes, and how the connection is made: what
// the URL says, and where it says nothing what the environment that was handed in
// says, by the names that PostgreSQL's own programs know.
type address struct {
	host           string // a name, an IP address, or the folder of a Unix socket
	port           uint16
	database, user string

	sslmode, sslrootcert, sslcert, sslkey string

	connectTimeout string // whole seconds; empty: the default
	application    string
	options        string // command-line options for the session, which some services route by
}

// urlSettings are the settings that a URL may have.
func urlSettings() []string {
	return []string{
		"application_name", "connect_timeout", "dbname", "host", "options", "port",
		"sslcert", "sslkey", "sslmode", "sslrootcert", "user",
	}
}

func sslModes() []string {
	return []string{"disable", "allow", "prefer", "require", "verify-ca", "verify-full"}
}

// parseAddress reads the URL of a server. What problems name it by has neither a
// password nor anything that might be part of one.
func parseAddress(raw string, getenv func(string) string) (*address, string, *sheet.Problem) {
	const nothingShown = "postgres://…"
	u, err := url.Parse(raw)
	if err != nil || u.Opaque != "" || ambiguous(u) {
		return nil, nothingShown, problem(nothingShown, "database-url")
	}
	settings, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, nothingShown, problem(nothingShown, "database-url")
	}
	if _, set := u.User.Password(); set || settings.Has("password") || settings.Has("sslpassword") {
		name := (&url.URL{Scheme: u.Scheme, User: url.User(u.User.Username()), Host: u.Host, Path: u.Path}).String()
		return nil, name, problem(name, "database-url-password")
	}
	a := fill(u, settings, getenv)
	port := first(settings.Get("port"), u.Port())
	name := a.name(u.Scheme, port)
	for key := range settings {
		if !slices.Contains(urlSettings(), key) {
			return nil, name, problem(name, "database-url-setting", "got", key, "known", listed(urlSettings()))
		}
	}
	if p := a.check(name, first(port, getenv("PGPORT"), "5432")); p != nil {
		return nil, name, p
	}
	return a, name, nil
}

// ambiguous reports whether a sign that would end the password stands where it
// cannot be one. The password may then be anywhere in the rest, as in
// postgres://me:12/34@host/db, whose host reads as "me".
func ambiguous(u *url.URL) bool {
	return u.Fragment != "" || strings.Contains(u.EscapedPath()+u.RawQuery, "@") || strings.Contains(u.Host, ",")
}

func fill(u *url.URL, settings url.Values, getenv func(string) string) *address {
	a := &address{
		host:           first(settings.Get("host"), u.Hostname(), getenv("PGHOST"), "localhost"),
		user:           first(settings.Get("user"), u.User.Username(), getenv("PGUSER"), getenv("USER"), getenv("USERNAME")),
		sslmode:        first(settings.Get("sslmode"), getenv("PGSSLMODE"), "prefer"),
		sslrootcert:    first(settings.Get("sslrootcert"), getenv("PGSSLROOTCERT")),
		sslcert:        first(settings.Get("sslcert"), getenv("PGSSLCERT")),
		sslkey:         first(settings.Get("sslkey"), getenv("PGSSLKEY")),
		connectTimeout: first(settings.Get("connect_timeout"), getenv("PGCONNECT_TIMEOUT")),
		application:    first(settings.Get("application_name"), "embudo"),
		options:        settings.Get("options"),
	}
	a.database = first(settings.Get("dbname"), strings.TrimPrefix(u.Path, "/"), getenv("PGDATABASE"), a.user)
	return a
}

// check puts the port in, and finds what no connection can be made with.
func (a *address) check(name, port string) *sheet.Problem {
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil || n == 0 {
		return problem(name, "database-url-value", "setting", "port", "known", "1–65535")
	}
	a.port = uint16(n)
	if !slices.Contains(sslModes(), a.sslmode) {
		return problem(name, "database-url-value", "setting", "sslmode", "known", listed(sslModes()))
	}
	if _, err := strconv.ParseUint(a.connectTimeout, 10, 16); a.connectTimeout != "" && err != nil {
		return problem(name, "database-url-value", "setting", "connect_timeout", "known", "10, 30, 60, …")
	}
	if a.user == "" {
		return problem(name, "database-no-user")
	}
	return nil
}

// name is the URL without its settings, and with a port where it has one.
func (a *address) name(scheme, port string) string {
	host := a.host
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if a.socket() {
		host = ""
	} else if port != "" {
		host += ":" + port
	}
	u := url.URL{Scheme: scheme, Host: host, Path: "/" + a.database}
	if a.user != "" {
		u.User = url.User(a.user)
	}
	return u.String()
}

// socket reports whether the host is the folder of a Unix socket.
func (a *address) socket() bool { return strings.HasPrefix(a.host, "/") }

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
