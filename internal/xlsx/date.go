package xlsx

import "time"

// Day is a date as a spreadsheet counts it: days since 30 December 1899; ok is false
// for days that it does not know, before March 1900 and after 9999.
func Day(t time.Time) (day float64, ok bool) {
	const epoch, last = -25569, 2_958_465 // 30 December 1899 as a day of Unix; 31 December 9999
	days := t.Unix()/86400 - epoch
	return float64(days), days > 60 && days <= last
}

// DateFormat is a format of dates with the names of months in a language, whatever
// the language of the program that shows them.
func DateFormat(language, pattern string) string {
	code := "409" // English, United States
	if language == "es" {
		code = "340A" // Spanish, Chile: its short months have no full stop
	}
	return "[$-" + code + "]" + pattern
}
