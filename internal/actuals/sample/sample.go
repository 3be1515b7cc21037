// Package sample makes exports of leads, as large as one likes and always the
// same: what readers are measured with.
package sample

import (
	"bufio"
	"io"
	"math/rand/v2"
	"strconv"
	"time"
)

// Stages are those that [Leads] gives a date for, top first. The first is the
// date on which the lead was created.
func Stages() []string {
	return []string{"lead", "mql", "sql", "meeting", "opportunity", "client"}
}

// Header is the first line of [Leads].
const Header = "Lead ID,Created Date,MQL Date,SQL Date,Meeting Date,Opportunity Date,Client Date,Lead Source,Amount"

// Leads writes a CSV file of so many leads, one a line of some 95 bytes: an id,
// the date of entering each of six stages as far as the lead came, its channel,
// and what it paid if it became a client. They come in evenly over 2026. The same
// seed gives the same bytes.
func Leads(w io.Writer, rows int, seed uint64) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if _, err := out.WriteString(Header + "\n"); err != nil {
		return err
	}
	dice := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // not a secret
	start := time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)
	line := make([]byte, 0, 128)
	for i := range rows {
		line = appendLead(line[:0], i, start.AddDate(0, 0, i*365/rows), dice)
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	return out.Flush()
}

func appendLead(line []byte, i int, day time.Time, dice *rand.Rand) []byte {
	channels := [...]string{
		"Google Ads", "Organic search", "Referral partner", "LinkedIn Ads",
		"Trade fair", "Newsletter", "Webinar", "Outbound call",
	}
	line = append(line, "LEAD-"...)
	id := strconv.Itoa(i + 1)
	for range 10 - len(id) {
		line = append(line, '0')
	}
	line = append(line, id...)
	line = append(line, ',')
	line = day.AppendFormat(line, time.DateOnly)
	client := true
	for range len(Stages()) - 1 {
		line = append(line, ',')
		if client = client && dice.IntN(10) < 9; client {
			day = day.AddDate(0, 0, dice.IntN(21))
			line = day.AppendFormat(line, time.DateOnly)
		}
	}
	line = append(line, ',')
	line = append(line, channels[dice.IntN(len(channels))]...)
	line = append(line, ',')
	if client {
		line = strconv.AppendInt(line, int64(1000+dice.IntN(20000)), 10)
		line = append(line, '.')
		line = strconv.AppendInt(line, int64(10+dice.IntN(90)), 10)
	}
	return append(line, '\n')
}
