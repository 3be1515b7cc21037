package plan

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"embudo/funnel"
)

// maxHolidays bounds the list of a plan's own holidays.
const maxHolidays = 5000

// holidays reads a country, or a list of dates.
func (b *block) holidays(name string) Holidays {
	n := b.values[name]
	if n == nil || b.empty(name) {
		return Holidays{}
	}
	if n.Kind == yaml.ScalarNode {
		return Holidays{Country: read(b, name, parseCountry)}
	}
	items := b.list(name)
	if len(items) > maxHolidays {
		b.d.problem(n, "list-too-long", "key", join(b.path, name), "max", strconv.Itoa(maxHolidays))
		return Holidays{}
	}
	var dates []funnel.Date
	for _, item := range items {
		if b.single(name, item) != nil {
			dates = append(dates, parsed(b, name, item, parseDate))
		}
	}
	return Holidays{Dates: dates}
}

// parseCountry reads a country whose holidays are known.
func parseCountry(s string) (string, *fault) {
	countries := funnel.HolidayCountries()
	if !slices.Contains(countries, s) {
		return "", bad("unknown-country", "known", strings.Join(countries, ", "))
	}
	return s, nil
}
