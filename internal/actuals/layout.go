package actuals

import (
	"bytes"
	"strconv"

	"embudo/internal/actuals/sheet"
)

// reason is why a row is left out.
type reason string

// The reasons.
const (
	kept               reason = ""
	leftEmpty          reason = "empty"
	leftTitle          reason = "title"           // above the header
	leftComment        reason = "comment"         // begins with #
	leftDescription    reason = "description"     // of the columns, under the header
	leftRepeatedHeader reason = "repeated_header" // again among the rows
	leftTotal          reason = "total"           // adds up other rows, as it says itself
	leftNote           reason = "note"            // a text under or among the rows
	leftCellCount      reason = "cell_count"      // has more cells than the header
	leftOtherTable     reason = "other_table"     // of a table that was not taken
	leftNoHeader       reason = "no_header"       // of a table without a header
)

// leftRows counts rows that were left out for a reason.
type leftRows struct {
	rows  int64
	first int // number of the first
}

// leftByReason counts the rows that were left out.
type leftByReason map[reason]leftRows

func (l leftByReason) add(r reason, row int) {
	n := l[r]
	if n.rows++; n.rows == 1 {
		n.first = row
	}
	l[r] = n
}

// sieve tells the rows of a table from what stands among and around them. It
// keeps no account, so that several workers can share it.
type sieve struct {
	header    []string     // as it stands, without spaces around
	named     int          // columns with a name
	first     int          // number of the first row under the header
	last      int          // number of the last row of the table
	labels    []int        // columns in which a total is labelled, beside the first that is filled
	typed     []int        // columns of numbers and dates
	describes map[int]bool // rows that describe the columns
	around    map[int]bool // rows of text under or among those of the table
	words     *vocabulary
}

// newSieve is the sieve for a table whose header stands in a row.
func newSieve(number int, header []string, words *vocabulary) *sieve {
	s := &sieve{header: header, first: number + 1, last: int(^uint(0) >> 1), words: words}
	s.describes, s.around = map[int]bool{}, map[int]bool{}
	for i, name := range header {
		if name != "" {
			s.named++
		}
		if name == "" || isDimension(words.claimsOf(name)) {
			s.labels = append(s.labels, i)
		}
	}
	return s
}

// isDimension reports whether a column can be one that rows are added up by.
func isDimension(claims []claim) bool {
	for _, c := range claims {
		switch c.meaning {
		case MeaningChannel, MeaningStage, MeaningFunnel, MeaningOwner, MeaningCampaign, MeaningDate:
			return true
		default:
		}
	}
	return false
}

// leaves says why a row is left out; kept for a row of the table.
func (s *sieve) leaves(row sheet.Row) reason {
	at := firstWritten(row)
	if at < 0 {
		return leftEmpty
	}
	first := trimmed(row.Cells[at].Text)
	switch {
	case row.Number < s.first || row.Number > s.last:
		return leftOtherTable
	case s.words.isTotal(first) || s.isTotal(row):
		return leftTotal
	case first[0] == '#' && s.isComment(row, first):
		return leftComment
	case len(s.describes) > 0 && s.describes[row.Number]:
		return leftDescription
	case len(s.around) > 0 && s.around[row.Number]:
		return leftNote
	case s.isHeader(row):
		return leftRepeatedHeader
	case s.isShifted(row):
		return leftCellCount
	case len(row.Cells) == 1 && s.named >= 3:
		return leftNote
	}
	return kept
}

// isShifted reports whether a row has cells beyond the header because one of its
// texts was cut in two: then texts stand where numbers and dates do. A note
// behind the last column shifts nothing.
func (s *sieve) isShifted(row sheet.Row) bool {
	if len(row.Cells) <= len(s.header) || !isFilled(row.Cells[len(s.header):]) {
		return false
	}
	for _, i := range s.typed {
		c := row.Cells[i]
		if !isBlank(bytes.TrimSpace(c.Text)) && !isNumeric(c) && !isDated(c) {
			return true
		}
	}
	return len(s.typed) == 0
}

func isFilled(cells []sheet.Cell) bool {
	for i := range cells {
		if isWritten(cells[i].Text) {
			return true
		}
	}
	return false
}

// isTotal reports whether a cell beside the first one that is filled labels a total.
func (s *sieve) isTotal(row sheet.Row) bool {
	for _, i := range s.labels {
		if i < len(row.Cells) && s.words.isTotal(trimmed(row.Cells[i].Text)) {
			return true
		}
	}
	for i := len(s.header); i < len(row.Cells); i++ {
		if s.words.isTotal(trimmed(row.Cells[i].Text)) {
			return true
		}
	}
	return false
}

// isComment reports whether a row that begins with # is a comment. Ids may begin so
// too: a row of them has a word right behind it, and as many cells as others.
func (s *sieve) isComment(row sheet.Row, first []byte) bool {
	return countWritten(row)*2 <= s.named || len(first) > 1 && first[1] == ' '
}

// firstWritten is the first cell that is more than white space, −1 for none.
func firstWritten(row sheet.Row) int {
	for i := range row.Cells {
		if isWritten(row.Cells[i].Text) {
			return i
		}
	}
	return -1
}

// countWritten counts such cells.
func countWritten(row sheet.Row) int {
	n := 0
	for i := range row.Cells {
		if isWritten(row.Cells[i].Text) {
			n++
		}
	}
	return n
}

func (s *sieve) isHeader(row sheet.Row) bool {
	if len(row.Cells) < len(s.header) {
		return false
	}
	for i, name := range s.header {
		if string(trimmed(row.Cells[i].Text)) != name {
			return false
		}
	}
	return true
}

// columnNames gives every column a name of its own: the second "Amount" is
// "Amount (2)", and the third column, where it has none, is "#3".
func columnNames(header []string) []string {
	taken := map[string]bool{}
	names := make([]string, len(header))
	for i, name := range header {
		if name == "" {
			name = "#" + strconv.Itoa(i+1)
		}
		names[i] = name
		for n := 2; taken[names[i]]; n++ {
			names[i] = name + " (" + strconv.Itoa(n) + ")"
		}
		taken[names[i]] = true
	}
	return names
}

// merge adds rows that were left out elsewhere.
func (l leftByReason) merge(r reason, rows leftRows) {
	n := l[r]
	if n.first == 0 || rows.first < n.first {
		n.first = rows.first
	}
	n.rows += rows.rows
	l[r] = n
}
