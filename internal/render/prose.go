package render

import (
	"strings"
)

// Prose wraps a text to a width. Lines that are not indented belong to
// paragraphs, which empty lines set apart; an indented one is a line of a list or
// of code, whose last column is wrapped where it has several.
func Prose(text string, limit int) string {
	var lines, sentence []string
	end := func() {
		if len(sentence) > 0 {
			lines = append(lines, wrap(strings.Join(sentence, " "), limit)...)
		}
		sentence = nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case line == "":
			end()
			lines = append(lines, "")
		case strings.HasPrefix(line, " "):
			end()
			lines = append(lines, listed(line, limit))
		default:
			sentence = append(sentence, line)
		}
	}
	end()
	return strings.Join(lines, "\n")
}

// listed wraps the last column of an indented line. What has one column is code,
// and stays as it is.
func listed(line string, limit int) string {
	indent := len(line) - len(strings.TrimLeft(line, " "))
	last := strings.LastIndex(line[indent:], "  ")
	if last < 0 {
		return line
	}
	start := indent + last + len("  ")
	hanging := strings.Repeat(" ", width(line[:start]))
	return line[:start] + paragraph(line[start:], limit, hanging)
}

// Pairs sets names and what they mean side by side, the meanings wrapped one
// below the other.
func Pairs(rows [][2]string, limit int) string {
	names := 0
	for _, row := range rows {
		names = max(names, width(row[0]))
	}
	names = min(names, limit/2)
	hanging := strings.Repeat(" ", names+len(gap))
	var lines []string
	for _, row := range rows {
		name := row[0] + strings.Repeat(" ", max(0, names-width(row[0])))
		if width(name) > names {
			lines = append(lines, name)
			name = hanging[len(gap):]
		}
		lines = append(lines, name+gap+paragraph(row[1], limit, hanging))
	}
	return strings.Join(lines, "\n")
}

// wrapFlags breaks a command line before its flags, which keep their values, and
// before what follows the command.
func wrapFlags(line string, limit int) []string {
	var parts []string
	for _, word := range strings.Split(line, " ") {
		if len(parts) == 0 || word != "" && strings.ContainsRune("->|", rune(word[0])) {
			parts = append(parts, word)
		} else {
			parts[len(parts)-1] += " " + word
		}
	}
	lines := wrap(parts[0], limit)
	for _, part := range parts[1:] {
		if last := lines[len(lines)-1]; width(last)+1+width(part) <= limit {
			lines[len(lines)-1] = last + " " + part
		} else {
			lines = append(lines, part)
		}
	}
	return lines
}

// CommandLines wraps lines that are typed into a shell, so that they can still
// be typed.
func CommandLines(text string, limit int) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if width(line) > limit {
			line = strings.Join(wrapFlags(line, limit-len("    ")-len(` \`)), " \\\n    ")
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
