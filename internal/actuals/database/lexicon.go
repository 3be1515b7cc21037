package database

import "strings"

// lexicon is what may hide a semicolon in an engine's SQL, beside what all have:
// texts and names between ' and ", comments with -- and /* */.
type lexicon struct {
	otherQuotes map[byte]byte // opening to closing
	dollars     bool          // $$text$$ and $name$text$name$
	backslashes bool          // E'it\'s'
	nested      bool          // comments within comments
}

// single takes the semicolon off the end of a statement; ok is false where
// another statement follows it. The engine has the last word: this is so that
// the problem has a name.
func single(text string, l lexicon) (statement string, ok bool) {
	for i := 0; i < len(text); {
		if text[i] != ';' {
			i += l.token(text, i)
			continue
		}
		for rest := text[i:]; rest != ""; {
			skipped := l.blank(rest)
			if skipped == 0 {
				return "", false
			}
			rest = rest[skipped:]
		}
		return text[:i], true
	}
	return text, true
}

// blank is the length of the semicolon, white space or comment that s begins
// with; 0 where it begins with anything else.
func (l lexicon) blank(s string) int {
	if strings.IndexByte("; \t\r\n\f\v", s[0]) >= 0 {
		return 1
	}
	return l.comment(s)
}

// token is the length of the text, name or comment that begins at a byte, else 1.
func (l lexicon) token(text string, at int) int {
	s := text[at:]
	switch {
	case s[0] == '\'' && l.backslashes && at > 0 && (text[at-1] == 'e' || text[at-1] == 'E'):
		return escaped(s)
	case s[0] == '\'' || s[0] == '"':
		return enclosed(s, s[:1])
	case l.otherQuotes[s[0]] != 0:
		return enclosed(s, string(l.otherQuotes[s[0]]))
	case s[0] == '$' && l.dollars:
		return dollared(s)
	}
	return max(1, l.comment(s))
}

// enclosed is the length up to the closing sign. A doubled one begins the next
// token, which makes no difference here.
func enclosed(s, closing string) int {
	end := strings.Index(s[1:], closing)
	if end < 0 {
		return len(s)
	}
	return 1 + end + len(closing)
}

func escaped(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '\'':
			return i + 1
		}
	}
	return len(s)
}

func dollared(s string) int {
	end := strings.IndexByte(s[1:], '$')
	if end < 0 || strings.ContainsAny(s[1:1+end], " \t\r\n;'\"(),.") {
		return 1
	}
	tag := s[:end+2]
	closing := strings.Index(s[len(tag):], tag)
	if closing < 0 {
		return len(s)
	}
	return 2*len(tag) + closing
}

// comment is the length of the comment that s begins with, 0 where it begins
// with none.
func (l lexicon) comment(s string) int {
	if strings.HasPrefix(s, "--") {
		if end := strings.IndexByte(s, '\n'); end >= 0 {
			return end + 1
		}
		return len(s)
	}
	if !strings.HasPrefix(s, "/*") {
		return 0
	}
	depth := 1
	for i := 2; i < len(s); i++ {
		switch {
		case strings.HasPrefix(s[i:], "*/"):
			depth--
			i++
		case l.nested && strings.HasPrefix(s[i:], "/*"):
			depth++
			i++
		}
		if depth == 0 {
			return i + 1
		}
	}
	return len(s)
}
