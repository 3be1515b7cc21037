package plan

import (
	"net/url"
	"regexp"
	"strings"
)

// hidden stands for a password in a message.
const hidden = "…"

// withoutPassword hides what may be the password of a database's address in a
// text, or in the beginning of one that was cut. It would rather hide too much:
// messages are read over shoulders and end in logs.
func withoutPassword(s string) string {
	if at := behindPasswordKey(s); at >= 0 {
		s = s[:at] + hidden
	}
	if !strings.Contains(s, "//") {
		return s
	}
	user := regexp.MustCompile(`//[^:]*:`).FindStringIndex(s)
	if user == nil {
		return s
	}
	head, rest := s[:user[1]], s[user[1]:]
	if end := strings.LastIndexByte(rest, '@'); end >= 0 {
		return head + hidden + rest[end:]
	}
	if isPort(rest) || strings.HasPrefix(rest, " ") {
		return s
	}
	return head + hidden
}

// isPort reports whether the rest of an address begins with a port.
func isPort(rest string) bool {
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	return 0 < digits && digits <= 5 && (digits == len(rest) || strings.ContainsAny(rest[digits:digits+1], "/?# \"',]}"))
}

// behindPasswordKey is the offset behind "password=", -1 where there is none.
func behindPasswordKey(s string) int {
	if !strings.Contains(s, "=") {
		return -1
	}
	if at := regexp.MustCompile(`(?i)(password|passwd|pwd)\s*=`).FindStringIndex(s); at != nil {
		return at[1]
	}
	return -1
}

// hasPassword reports whether the address of a database has a password in it:
// something between a colon and a later @. The colon of a port is no such thing,
// where the @ stands in the query: host:5432/crm?application_name=a@b.
func hasPassword(address string) bool {
	if behindPasswordKey(address) >= 0 {
		return true
	}
	_, rest, _ := strings.Cut(address, "//")
	user, rest, colon := strings.Cut(rest, ":")
	if !colon || strings.Contains(user, "?") || !strings.Contains(rest, "@") {
		return false
	}
	return !regexp.MustCompile(`^[0-9]{1,5}/[^/?#@]*\?[^@]*=[^&]*@`).MatchString(rest)
}

// addressWithoutPassword is how to write an address that has a password, or an
// example where it is not certain which part of it the password is.
func addressWithoutPassword(address string) string {
	const example = "postgres://reader@db.example.com/crm"
	u, err := url.Parse(address)
	if err != nil || u.User == nil || u.Host == "" || behindPasswordKey(address) >= 0 {
		return example
	}
	if _, has := u.User.Password(); !has || strings.Contains(u.Path+u.RawQuery+u.Fragment, "@") {
		return example
	}
	u.User = url.User(u.User.Username())
	return u.String()
}
