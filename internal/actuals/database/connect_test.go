package database

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5/pgproto3"

	"embudo/funnel"
)

// secret is a password that no error may repeat.
const secret = "hunter2-Ñandú"

// noSecret fails where an error gives the password away, however it is printed.
func noSecret(t *testing.T, err error, parts ...string) {
	t.Helper()
	for _, printed := range []string{describe(err), fmt.Sprintf("%v %+v %#v", err, err, err)} {
		for _, part := range append(parts, secret, "hunter2", "%C3%91and") {
			if strings.Contains(printed, part) {
				t.Errorf("%s gives %q away", printed, part)
			}
		}
	}
}

func only(variables map[string]string) func(string) string {
	return func(key string) string { return variables[key] }
}

// A password in the URL is refused, wherever it stands, and so is a URL that may
// have one somewhere.
func TestPasswordInURL(t *testing.T) {
	for name, want := range map[string]string{
		"postgres://me:" + secret + "@host/db":                     "database-url", // ú is not a sign of URLs
		"postgres://me:hunter2-%C3%91and%C3%BA@host/db":            "database-url-password",
		"postgresql://me:hunter2@host:5432/db?sslmode=disable":     "database-url-password",
		"postgres://me:@host/db":                                   "database-url-password",
		"postgres://me@host/db?password=" + secret:                 "database-url-password",
		"postgres://me@host/db?sslpassword=hunter2&sslmode=prefer": "database-url-password",
		"postgres://me:hunter2@host/db?bad=%zz":                    "database-url",
		"postgres://me:hunter2/x@host/db":                          "database-url",
		"postgres://me:12/hunter2@host/db":                         "database-url",
		"postgres://me:12?hunter2@host/db":                         "database-url",
		"postgres://me:12#hunter2@host/db":                         "database-url",
		"postgres://me:1@x/hunter2@host/db":                        "database-url",
		"postgres://me:hunter2%zz@host/db":                         "database-url",
		"postgres://me:hunter2 x@host/db":                          "database-url",
		"postgres://me:hunter2\n@host/db":                          "database-url",
		"POSTGRES://me:hunter2@host:nine/db":                       "database-url",
		"postgres:me:hunter2@host":                                 "database-no-file", // not a URL of ours
	} {
		_, err := Open(t.Context(), name, Settings{Getenv: only(nil), ReadFile: files(nil)})
		p := wantProblem(t, err, want)
		if want != "database-no-file" {
			noSecret(t, err)
		}
		if want == "database-url-password" && !strings.HasPrefix(p.source, "postgres") {
			t.Errorf("the source is %q", p.source)
		}
	}
}

func TestBadURLs(t *testing.T) {
	for name, want := range map[string]string{
		"postgres://me@host/db?sslmode=on":            "database-url-value",
		"postgres://me@host/db?connect_timeout=soon":  "database-url-value",
		"postgres://me@host:0/db":                     "database-url-value",
		"postgres://me@host:65536/db":                 "database-url-value",
		"postgres://me@host/db?port=x":                "database-url-value",
		"postgres://me@host/db?servicefile=/etc/x":    "database-url-setting",
		"postgres://me@host/db?passfile=/etc/x":       "database-url-setting",
		"postgres://me@host/db?statement_timeout=0":   "database-url-setting",
		"postgres://me@one,two/db":                    "database-url",
		"postgres://host/db":                          "database-no-user",
		"postgres://me@host/db?sslrootcert=none":      "database-certificate",
		"postgres://me@host/db?sslrootcert=empty":     "database-certificate",
		"postgres://me@host/db?sslcert=none&sslkey=x": "database-certificate",
		"postgres://me@host/db?sslcert=empty":         "database-certificate",
	} {
		_, err := Open(t.Context(), name, Settings{Getenv: only(nil), ReadFile: files(map[string]string{"empty": ""})})
		wantProblem(t, err, want)
	}
	_, err := Open(t.Context(), "postgres://me@host/db", Settings{Getenv: only(nil), ReadFile: files(nil), TimeZone: "UTC'; DROP"})
	wantProblem(t, err, "database-time-zone")
}

func TestAddresses(t *testing.T) {
	environment := map[string]string{
		"PGHOST": "elsewhere", "PGPORT": "6000", "PGUSER": "her", "PGDATABASE": "hers", "PGSSLMODE": "verify-full", "PGSSLROOTCERT": "root.crt",
	}
	for _, test := range []struct {
		url         string
		environment map[string]string
		want        address
		name        string
	}{
		{
			"postgres://me@host:7/db?sslmode=require&application_name=x&options=-c%20a=1&connect_timeout=3", environment,
			address{"host", 7, "db", "me", "require", "root.crt", "", "", "3", "x", "-c a=1"},
			"postgres://me@host:7/db",
		},
		{
			"postgresql://", environment,
			address{"elsewhere", 6000, "hers", "her", "verify-full", "root.crt", "", "", "", "embudo", ""},
			"postgresql://her@elsewhere/hers",
		},
		{
			"postgres:///db?host=/run/postgresql",
			map[string]string{"USER": "me"},
			address{"/run/postgresql", 5432, "db", "me", "prefer", "", "", "", "", "embudo", ""},
			"postgres://me@/db",
		},
		{
			"postgres://me%40corp@[::1]:9/", nil,
			address{"::1", 9, "me@corp", "me@corp", "prefer", "", "", "", "", "embudo", ""},
			"postgres://me%40corp@[::1]:9/me@corp",
		},
	} {
		got, name, p := parseAddress(test.url, only(test.environment))
		if p != nil {
			t.Errorf("%s: %v", test.url, describe(p))
			continue
		}
		if diff := cmp.Diff(test.want, *got, cmp.AllowUnexported(address{})); diff != "" {
			t.Errorf("%s: %s", test.url, diff)
		}
		if name != test.name {
			t.Errorf("%s is shown as %s, want %s", test.url, name, test.name)
		}
	}
}

// The file that was given comes before PGPASSWORD, that before PGPASSFILE, that
// before the user's own file. The lines are in the format of PostgreSQL's
// documentation, https://www.postgresql.org/docs/current/libpq-pgpass.html.
func TestPassword(t *testing.T) {
	contents := map[string]string{
		"given":                "from file\r\n",
		"two lines":            "a\nb\n",
		"empty":                "\n",
		"passfile":             "# mine\nother:*:*:*:wrong\nhost:5432:db:you:wrong\nhost:5432:db:me:with \\:colon\\\\\n*:*:*:*:last\n",
		"/home/me/.pgpass":     "*:*:*:me:own\nlocalhost:*:*:*:socket\n",
		"/empty/.pgpass":       "",
		"/windows/postgresql/": "",
	}
	for _, test := range []struct {
		what        string
		url         string
		file        string
		environment map[string]string
		want, wrong string
	}{
		{"a file", "postgres://me@host/db", "given", map[string]string{"PGPASSWORD": "variable"}, "from file", ""},
		{"a file of two lines", "postgres://me@host/db", "two lines", nil, "", "database-password-line"},
		{"an empty file", "postgres://me@host/db", "empty", nil, "", "database-password-line"},
		{"no such file", "postgres://me@host/db", "none", nil, "", "database-password-file"},
		{"the variable", "postgres://me@host/db", "", map[string]string{"PGPASSWORD": "variable", "PGPASSFILE": "passfile"}, "variable", ""},
		{"a line of the password file", "postgres://me@host/db", "", map[string]string{"PGPASSFILE": "passfile", "HOME": "/home/me"}, `with :colon\`, ""},
		{"another line of it", "postgres://me@host/more", "", map[string]string{"PGPASSFILE": "passfile"}, "last", ""},
		{"no such password file", "postgres://me@host/db", "", map[string]string{"PGPASSFILE": "none"}, "", "database-password-file"},
		{"the user's own file", "postgres://me@host/db", "", map[string]string{"HOME": "/home/me"}, "own", ""},
		{"nobody's line in it", "postgres://you@host/db", "", map[string]string{"HOME": "/home/me"}, "", ""},
		{"a socket, which the file calls localhost", "postgres://you@/db?host=/run", "", map[string]string{"HOME": "/home/me"}, "socket", ""},
		{"no file of the user's own", "postgres://me@host/db", "", map[string]string{"HOME": "/home/you"}, "", ""},
		{"nothing at all", "postgres://me@host/db", "", nil, "", ""},
	} {
		t.Run(test.what, func(t *testing.T) {
			s := Settings{Getenv: only(test.environment), ReadFile: files(contents), PasswordFile: test.file}
			a, name, p := parseAddress(test.url, s.Getenv)
			if p != nil {
				t.Fatal(describe(p))
			}
			got, p := a.password(s, name)
			if test.wrong != "" {
				wantProblem(t, p, test.wrong)
			} else if p != nil {
				t.Fatal(describe(p))
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Variables of the process do not reach a connection: only what was handed in.
func TestNothingElseOfTheEnvironment(t *testing.T) {
	settings := Settings{Getenv: only(nil), ReadFile: files(nil), ConnectTimeout: 7 * time.Second}
	configured := func() string {
		t.Helper()
		a, name, p := parseAddress("postgres://me@host/db?sslmode=prefer", settings.Getenv)
		if p != nil {
			t.Fatal(describe(p))
		}
		c, p := a.config("", name, settings)
		if p != nil {
			t.Fatal(describe(p))
		}
		return fmt.Sprintf("%q %d %q %q %q %v %v %v %q %q %q %q %q %q %q %q %v %v %v %d",
			c.Host, c.Port, c.Database, c.User, c.Password, c.RuntimeParams, c.ConnectTimeout, c.DefaultQueryExecMode,
			c.SSLNegotiation, c.SSLCertMode, c.MinProtocolVersion, c.MaxProtocolVersion, c.ChannelBinding, c.RequireAuth,
			c.KerberosSpn, c.KerberosSrvName, c.ValidateConnect == nil, c.TLSConfig.RootCAs == nil, len(c.TLSConfig.Certificates), len(c.Fallbacks))
	}
	want := configured()
	home := t.TempDir()
	if err := os.MkdirAll(filepath.Join(home, ".postgresql"), 0o700); err != nil {
		t.Fatal(err)
	}
	for file, text := range map[string]string{
		".pgpass": "*:*:*:*:" + secret, ".postgresql/root.crt": "broken", ".postgresql/postgresql.crt": "broken", ".postgresql/postgresql.key": "broken",
		".pg_service.conf": "[there]\nhost=evil\npassword=" + secret + "\nkrbsrvname=evil\nstatement_cache_capacity=x\n",
	} {
		if err := os.WriteFile(filepath.Join(home, file), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for key, value := range map[string]string{
		"HOME": home, "PGHOST": "evil", "PGPORT": "x", "PGDATABASE": "evil", "PGUSER": "evil", "PGPASSWORD": secret,
		"PGPASSFILE": filepath.Join(home, ".pgpass"), "PGAPPNAME": "evil", "PGCONNECT_TIMEOUT": "x", "PGSSLMODE": "evil",
		"PGSSLKEY": "/none", "PGSSLCERT": "/none", "PGSSLCERTMODE": "evil", "PGSSLSNI": "0", "PGSSLROOTCERT": "/none",
		"PGSSLPASSWORD": secret, "PGSSLNEGOTIATION": "direct", "PGTARGETSESSIONATTRS": "evil", "PGSERVICE": "there",
		"PGTZ": "Asia/Tokyo", "PGOPTIONS": "-c evil=1", "PGMINPROTOCOLVERSION": "evil", "PGMAXPROTOCOLVERSION": "evil",
		"PGCHANNELBINDING": "evil", "PGREQUIREAUTH": "evil", "PGSERVICEFILE": filepath.Join(home, ".pg_service.conf"),
		"PGKRBSRVNAME": "evil",
	} {
		t.Setenv(key, value)
	}
	if got := configured(); got != want {
		t.Errorf("\n%s, want\n%s", got, want)
	}
	t.Setenv("PGSERVICE", "not there")
	a, name, _ := parseAddress("postgres://me@host/db", settings.Getenv)
	_, p := a.config(secret, name, settings)
	wantProblem(t, p, "database-environment")
	noSecret(t, p)
}

// withPassword is a world whose password is this.
func withPassword(password string) Settings {
	return Settings{Getenv: only(map[string]string{"PGPASSWORD": password}), ReadFile: os.ReadFile}
}

func TestWrongPassword(t *testing.T) {
	name := server(t)
	_, err := Open(t.Context(), name, withPassword(secret))
	wantProblem(t, err, "database-wrong-password")
	noSecret(t, err)
	_, err = Open(t.Context(), name, withPassword(""))
	wantProblem(t, err, "database-no-password")
	_, err = Open(t.Context(), strings.Replace(name, "postgres@", "nobody@", 1), withPassword(secret))
	wantProblem(t, err, "database-wrong-password")
	noSecret(t, err)
	_, err = Open(t.Context(), strings.TrimSuffix(name, "postgres")+"nowhere", world())
	wantProblem(t, err, "database-refused")
}

func TestUnreachable(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := listener.Addr().String()
	_ = listener.Close()
	_, err = Open(t.Context(), "postgres://me@"+closed+"/db", withPassword(secret))
	wantProblem(t, err, "database-unreachable")
	noSecret(t, err)

	_, err = Open(t.Context(), "postgres://me@/db?host=/no/such/folder", withPassword(secret))
	wantProblem(t, err, "database-unreachable")
	noSecret(t, err)

	silent, err := net.Listen("tcp", "127.0.0.1:0") // takes connections, says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	s := withPassword(secret)
	s.ConnectTimeout = 200 * time.Millisecond
	began := time.Now()
	_, err = Open(t.Context(), "postgres://me@"+silent.Addr().String()+"/db", s)
	if p := wantProblem(t, err, "database-connect-timeout"); p.args["seconds"] != "0.2" {
		t.Errorf("after %s seconds", p.args["seconds"])
	}
	noSecret(t, err)
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("took %v", took)
	}

	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	_, err = Open(ctx, "postgres://me@"+silent.Addr().String()+"/db", withPassword(secret))
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the error of the context", err)
	}
	noSecret(t, err)
}

// answering is a server that answers the first message with some bytes.
func answering(t *testing.T, answer func(backend *pgproto3.Backend, conn net.Conn)) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			backend := pgproto3.NewBackend(conn, conn)
			if _, err := backend.ReceiveStartupMessage(); err == nil {
				answer(backend, conn)
			}
			_ = conn.Close()
		}
	}()
	return listener.Addr().String()
}

// A server may say what it likes; the password is not repeated.
func TestServerThatTells(t *testing.T) {
	address := answering(t, func(backend *pgproto3.Backend, _ net.Conn) {
		backend.Send(&pgproto3.AuthenticationCleartextPassword{})
		_ = backend.Flush()
		if err := backend.SetAuthType(pgproto3.AuthTypeCleartextPassword); err != nil {
			return
		}
		message, err := backend.Receive()
		if err != nil {
			return
		}
		password, ok := message.(*pgproto3.PasswordMessage)
		if !ok || password.Password != secret {
			return
		}
		backend.Send(&pgproto3.ErrorResponse{Severity: "FATAL", Code: "28000", Message: "what is " + password.Password + " to me?"})
		_ = backend.Flush()
	})
	_, err := Open(t.Context(), "postgres://me@"+address+"/db?sslmode=disable", withPassword(secret))
	if p := wantProblem(t, err, "database-refused"); p.args["why"] != "what is … to me?" {
		t.Errorf("why %q", p.args["why"])
	}
	noSecret(t, err)
}

func TestServerThatIsNone(t *testing.T) {
	for _, answer := range []string{"HTTP/1.1 400 Bad Request\r\n\r\n", "", strings.Repeat("\x00", 5000), "R\xff\xff\xff\xff"} {
		address := answering(t, func(_ *pgproto3.Backend, conn net.Conn) { _, _ = conn.Write([]byte(answer)) })
		s := withPassword(secret)
		s.ConnectTimeout = 2 * time.Second
		_, err := Open(t.Context(), "postgres://me@"+address+"/db?sslmode=disable", s)
		if err == nil {
			t.Errorf("%.20q is taken for a server", answer)
		}
		noSecret(t, err)
	}
}

func TestEncryption(t *testing.T) {
	name := server(t)
	byName := strings.Replace(name, "127.0.0.1", "localhost", 1)
	root := "&sslrootcert=" + os.Getenv("EMBUDO_TEST_POSTGRES_CA")
	for _, test := range []struct {
		url   string
		want  string // empty: a connection
		plain bool
	}{
		{name + "?sslmode=disable", "", true},
		{name + "?sslmode=allow", "", true},
		{name + "?sslmode=prefer", "", false},
		{name, "", false},
		{name + "?sslmode=require", "", false},
		{name + "?sslmode=require" + root, "", false},
		{name + "?sslmode=verify-ca" + root, "", false},
		{name + "?sslmode=verify-ca", "database-encryption", false},
		{byName + "?sslmode=verify-full" + root, "", false},
		{name + "?sslmode=verify-full" + root, "database-encryption", false}, // the certificate is of localhost
		{byName + "?sslmode=verify-full", "database-encryption", false},
		{byName + "?sslrootcert=system", "database-encryption", false},
	} {
		d, err := Open(t.Context(), test.url, world())
		if test.want != "" {
			wantProblem(t, err, test.want)
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", test.url, describe(err))
			continue
		}
		var encrypted bool
		conn := d.engine.(*postgres).conn
		if err := conn.QueryRow(t.Context(), "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").Scan(&encrypted); err != nil {
			t.Error(err)
		}
		if encrypted == test.plain {
			t.Errorf("%s: encrypted %v", test.url, encrypted)
		}
		_ = d.Close()
	}
	// A server that refuses encryption, and one that asks for it.
	address := answering(t, func(_ *pgproto3.Backend, conn net.Conn) { _, _ = conn.Write([]byte("N")) })
	_, err := Open(t.Context(), "postgres://me@"+address+"/db?sslmode=require", withPassword(secret))
	wantProblem(t, err, "database-encryption")
	noSecret(t, err)
}

// The context ends a query at once, and at the server too.
func TestCancel(t *testing.T) {
	e := onPostgres(t)
	e.run(t, "CREATE TABLE leads (day date); INSERT INTO leads VALUES ('2027-03-01')")
	d := e.open(t)
	r, err := d.Describe(t.Context(), Source{Query: "SELECT day FROM leads, (SELECT pg_sleep(60)) AS asleep"})
	if err != nil {
		t.Fatal(describe(err))
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(300*time.Millisecond, cancel)
	began := time.Now()
	_, err = d.Records(ctx, r, Records{Stages: []Stage{{Column: "day"}}}, funnel.NewDate(2027, 12, 31))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the error of the context", err)
	}
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("took %v", took)
	}
	observer := connect(t, server(t))
	for try := 0; ; try++ {
		var running int
		const count = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%asleep%' AND pid <> pg_backend_pid()"
		if err := observer.QueryRow(t.Context(), count).Scan(&running); err != nil {
			t.Fatal(err)
		}
		if running == 0 {
			break
		}
		if try == 20 {
			t.Fatal("the server is still at it")
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func TestCancelOfAFile(t *testing.T) {
	d := onSQLite(t).open(t)
	const endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT '2027-03-01' AS day FROM n"
	r, err := d.Describe(t.Context(), Source{Query: endless})
	if err != nil {
		t.Fatal(describe(err))
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, cancel)
	began := time.Now()
	_, err = d.Records(ctx, r, Records{Stages: []Stage{{Column: "day"}}}, funnel.NewDate(2027, 12, 31))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the error of the context", err)
	}
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestTimeout(t *testing.T) {
	onEach(t, func(t *testing.T, e testEngine) {
		s := world()
		s.Timeout = 300 * time.Millisecond
		d := open(t, e.open(t).Name(), s)
		query := "SELECT CAST('2027-03-01' AS date) AS day FROM (SELECT pg_sleep(60)) AS asleep"
		if e.name == "sqlite" {
			query = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT '2027-03-01' AS day FROM n"
		}
		r, err := d.Describe(t.Context(), Source{Query: query})
		if err != nil {
			t.Fatal(describe(err))
		}
		_, err = d.Records(t.Context(), r, Records{Stages: []Stage{{Column: "day"}}}, funnel.NewDate(2027, 12, 31))
		if p := wantProblem(t, err, "database-timeout"); p.args["seconds"] != "0.3" {
			t.Errorf("after %s seconds", p.args["seconds"])
		}
	})
}

func TestFilesThatAreNone(t *testing.T) {
	folder := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	text := []byte(strings.Repeat("date,mql\n2027-03-01,3\n", 500))
	header := append([]byte("SQLite format 3\x00"), bytes.Repeat([]byte{0xff}, 5000)...)
	for path, want := range map[string]string{
		filepath.Join(folder, "none.db"): "database-no-file",
		folder:                           "database-damaged",
		write("text.db", text):           "database-not-sqlite",
		write("header.db", header):       "database-not-sqlite",
	} {
		_, err := Open(t.Context(), path, world())
		wantProblem(t, err, want)
	}
	if _, err := os.Stat(filepath.Join(folder, "none.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("opening a file that is not there made it")
	}
	d, err := Open(t.Context(), write("empty.db", nil), world())
	if err == nil {
		_, err = d.Describe(t.Context(), Source{})
		_ = d.Close()
	}
	wantProblem(t, err, "database-no-tables")
	s := world()
	s.TimeZone = "America/Lima"
	_, err = Open(t.Context(), filepath.Join(folder, "empty.db"), s)
	wantProblem(t, err, "database-sqlite-timezone")
	if !IsSQLite(header) || IsSQLite(text) || IsSQLite(nil) {
		t.Error("a file is not known by its first bytes")
	}
}
