package plan

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// decodePlain reads a file anew whose problems come of characters that only look
// like those of YAML, as word processors and web pages have them: those are told,
// and beside them what is wrong with the file as it looks. It says nothing of
// such characters inside a text, where they may stand, nor in a file that is
// right.
func decodePlain(file File, settings []Setting) (problems, notices Problems, found bool) {
	text, ok := (&decoder{}).source(file.Data)
	if !ok {
		return nil, nil, false
	}
	l := newLookalikes(file.Name)
	mended := l.mend(text)
	if len(l.problems) == 0 {
		return nil, nil, false
	}
	_, problems, notices = decodeText(File{file.Name, mended}, settings)
	return append(l.problems, problems...).sorted(), notices, true
}

// lookalikes gathers characters that stand for others.
type lookalikes struct {
	file     string
	problems Problems

	blockText *regexp.Regexp // the first line of a text, | or >, in which anything may stand
	keyLine   *regexp.Regexp // a line that begins, as it looks, with a dash and a key, in quotes or not
	keyAhead  *regexp.Regexp // a key with its colon
}

func newLookalikes(file string) *lookalikes {
	return &lookalikes{
		file:      file,
		blockText: regexp.MustCompile(`:[ \t]+[|>][-+0-9]*[ \t]*(#.*)?$`),
		keyLine:   regexp.MustCompile(`^([\s\p{Zs}\p{Cf}]*)([-*` + otherDashes + `]?)([\s\p{Zs}\p{Cf}]*)([{“”„«‘’]?)([a-z_]+)([“”»’]?):`),
		keyAhead:  regexp.MustCompile(`^[\s\p{Zs}\p{Cf}-]*([a-z_]+):`),
	}
}

// mend is the text with plain characters in place of those that only look like
// them.
func (l *lookalikes) mend(text []byte) []byte {
	lines := bytes.Split(text, []byte("\n"))
	within := -1 // the indentation of the key whose text goes on
	for i, line := range lines {
		indent := len(indentOf(string(line)))
		if len(l.problems) >= maxProblems {
			break
		}
		if blank := len(bytes.TrimSpace(line)) == 0; within >= 0 && (blank || indent > within) {
			continue
		}
		within = -1
		if l.blockText.Match(line) {
			within = indent
		}
		if !isASCII(string(line)) || bytes.HasPrefix(bytes.TrimSpace(line), []byte("*")) {
			lines[i] = []byte(l.mendLine(i+1, string(line)))
		}
	}
	return bytes.Join(lines, []byte("\n"))
}

// mendLine is one line with plain characters.
func (l *lookalikes) mendLine(number int, line string) string {
	if len(line) > maxLine {
		return line
	}
	m := l.keyLine.FindStringSubmatch(line)
	if len(m) == 0 || !isKeyName(m[5]) {
		return line
	}
	indent, dash, space, open, name, closed := m[1], m[2], m[3], m[4], m[5], m[6]
	if dash != "" && dash != "-" {
		want := "- " + name + ":" + before(line[len(m[0]):], "#")
		l.found(number, indent, "other-dash", "got", dash, "want", want)
		dash = "-"
	}
	if closed != "" && open != "" {
		l.found(number, indent+dash+space, "other-quotes", "got", open+name+closed, "want", name)
		open, closed = "", ""
	}
	return l.mendSpaces(number, indent+dash+space+open+name+closed+":"+line[len(m[0]):])
}

// Bounds of what is looked at of a line: no line of a plan is longer, and no
// indentation deeper.
const (
	maxLine   = 2000 // bytes
	maxSpaces = 40
)

// mendSpaces puts plain spaces into a line wherever a space has a meaning to YAML.
func (l *lookalikes) mendSpaces(number int, line string) string {
	var b strings.Builder
	told, seen := false, 0
	for i, r := range line {
		if isOtherSpace(r) {
			seen++
		}
		if seen > maxSpaces || !isOtherSpace(r) || !l.matters(line[:i], line[i+utf8.RuneLen(r):]) {
			b.WriteRune(r)
			continue
		}
		if !told {
			name := "other-space"
			if r == '\u00a0' || r == '\u202f' {
				name = "no-break-space"
			}
			l.found(number, line[:i], name, "got", fmt.Sprintf("U+%04X", r))
			told = true
		}
		if unicode.Is(unicode.Zs, r) || strings.TrimSpace(b.String()) != "" {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// otherDashes are what word processors begin the items of a list with.
const otherDashes = "‐‑–—−•·‣◦▪●"

// isOtherSpace reports whether a character looks like a space, or like nothing,
// and is no plain space.
func isOtherSpace(r rune) bool {
	return r > unicode.MaxASCII && (unicode.Is(unicode.Zs, r) || unicode.Is(unicode.Cf, r))
}

// matters reports whether a space between two parts of a line has a meaning to
// YAML: in the indentation, before and behind a key, and at the end.
func (l *lookalikes) matters(left, right string) bool {
	isSpace := func(r rune) bool { return unicode.IsSpace(r) || isOtherSpace(r) }
	left, right = strings.TrimFunc(left, isSpace), strings.TrimLeftFunc(right, isSpace)
	ahead := l.keyAhead.FindStringSubmatch(right)
	begins := len(ahead) > 0 && isKeyName(ahead[1])
	switch {
	case right == "":
		return true
	case left == "" || left == "-" || strings.HasSuffix(left, "{") || strings.HasSuffix(left, ","):
		return begins
	}
	behind, isKey := strings.CutSuffix(left, ":")
	word := strings.LastIndexFunc(behind, func(r rune) bool { return r != '_' && !unicode.IsLower(r) })
	return isKey && isKeyName(behind[word+1:])
}

// found adds a problem behind a part of a line.
func (l *lookalikes) found(line int, left, name string, args ...string) {
	at := place{l.file, line, utf8.RuneCountInString(left) + 1}
	l.problems = append(l.problems, newProblem(at, name, args...))
}
