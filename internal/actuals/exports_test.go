package actuals

import (
	"path/filepath"
	"testing"
)

// Each file of testdata/exports shows a trait of real exports. What must come of
// reading it was counted by hand from the file.
func TestReadExports(t *testing.T) {
	for _, test := range []struct {
		file    string
		choices Choices
		want    string
	}{
		// shape
		{file: "blank_line_inside", want: "rows 3; mql 2027-01 119; sql 2027-01 38"},
		{file: "comments", want: "rows 2; mql 2027-01 62; left out comment 3"},
		{file: "description_row", want: "rows 3; mql 2027-01 3; client 2027-01 2; revenue 2027-01 2100; lost - 1; left out description 1"},
		{file: "duplicate_header", want: "rows 2; mql 2027-01 2; client 2027-01 1; lost - 1"},
		{
			file: "duplicate_header", choices: Choices{Columns: map[string]string{"amount": "Amount (2)"}},
			want: "rows 2; mql 2027-01 2; client 2027-01 1; revenue 2027-01 1100; lost - 1",
		},
		{file: "footer_text", want: "rows 2; mql 2027-01 2; client 2027-01 1; revenue 2027-01 1200; lost - 1; left out note 2"},
		{file: "index_without_header", want: "rows 3; mql 2027-01 40; sql 2027-01 12; client 2027-01 2"},
		{file: "leading_zeros", want: "rows 2; mql 2027-01 2"},
		{file: "note_beyond_header", want: "rows 3; mql 2027-01 119; sql 2027-01 38"},
		{file: "padded_title", want: "rows 2; mql 2027-01 78; sql 2027-01 27; client 2027-01 3; left out title 2"},
		{file: "repeated_header", want: "rows 2; mql 2027-01 40; sql 2027-01 12; left out repeated_header 1"},
		{file: "repeated_header_records", want: "rows 3; mql 2027-02 2; client 2027-03 1; left out repeated_header 1"},
		{
			file: "same_table_twice",
			want: "rows 4; mql 2027-01 40, 2027-02 44; sql 2027-01 12, 2027-02 15; left out note 1, repeated_header 1, title 1",
		},
		{file: "several_tables", want: "rows 3; mql 2027-01 119; sql 2027-01 38; client 2027-01 3; left out note 2, other_table 3"},
		{file: "shifted_row", want: "rows 2; mql 2027-01 2; client 2027-01 1; revenue 2027-01 1200; lost - 1; left out cell_count 1"},
		{file: "spaces_around_headers", want: "rows 2; mql 2027-01 40; sql 2027-01 12"},
		{file: "trailing_notes", want: "rows 3; mql 2027-01 119; sql 2027-01 38"},
		{file: "unnamed_index", want: "rows 3; mql 2027-01 40; sql 2027-01 12; client 2027-01 2"},

		// totals
		{file: "subtotals_between", want: "rows 4; mql 2027-01 29; sql 2027-01 12; left out total 3"},
		{file: "total_first", want: "rows 3; mql 2027-01 118; left out comment 8, total 1"},
		{file: "total_is_a_name", want: "rows 2; mql 2027-01 2; client 2027-01 1; revenue 2027-01 1200; lost - 1"},
		{file: "totals_below", want: "asks column-missing"}, // the report says of no days
		{file: "totals_conta", want: "rows 2; mql 2026-05 58; spend 2026-05 1932.35; left out title 2, total 2"},
		{file: "title_and_period", want: "rows 2; mql 2027-01 22; spend 2027-01 932.35; left out title 2"},

		// numbers
		{file: "numbers_abbreviated", want: "rows 3; spend 2027-01 4502150"},
		{file: "numbers_abbreviated_english", want: "rows 3; spend 2027-01 1842990"},
		{file: "numbers_ambiguous", want: "asks decimal-mark-open"},
		{file: "numbers_ambiguous", choices: Choices{Decimal: "comma"}, want: "rows 3; spend 2027-01 16600"},
		{file: "numbers_ambiguous", choices: Choices{Decimal: "point"}, want: "rows 3; spend 2027-01 915.70"},
		{file: "numbers_blank", want: "rows 5; mql 2027-01 10; spend 2027-01 12.50"},
		{file: "numbers_counts_as_decimals", want: "rows 3; spend 2027-01 20"},
		{file: "numbers_english", want: "rows 3; spend 2027-01 2147.06"},
		{file: "numbers_euro_in_front", want: "rows 2; spend 2027-01 2522.60"},
		{file: "numbers_indian", want: "rows 3; spend 2027-01 1358923.50"},
		{file: "numbers_limit", want: "asks column-missing"}, // of the day
		{file: "numbers_mixed", want: "asks decimal-mark-mixed"},
		{file: "numbers_quoted_zero", want: "rows 2; mql 2027-01 46; spend 2027-01 12.50"},
		{file: "numbers_real", want: "rows 3; spend 2027-01 2336.86"},
		{file: "numbers_sibling", want: "rows 2; mql 2027-01 5; spend 2027-01 23700"},
		{file: "numbers_space", want: "rows 4; spend 2027-01 15679.66"},
		{file: "numbers_spanish", want: "rows 3; spend 2027-01 3334.56"},
		{file: "numbers_typo", want: "rows 2; spend 2027-01 102100; left out no_count 1"},
		{file: "uncertain_amount", want: "asks column-uncertain"},

		// dates
		{file: "dates_am_pm", want: "rows 2; mql 2014-06 1, 2014-07 1; client 2014-06 1, 2014-07 1"},
		{file: "dates_ambiguous", want: "asks date-order-open"},
		{
			file: "dates_ambiguous", choices: Choices{DateOrder: "dmy"},
			want: "rows 3; mql 2027-04 1, 2027-06 1, 2027-07 1; client 2027-04 1, 2027-06 1, 2027-07 1",
		},
		{
			file: "dates_ambiguous", choices: Choices{DateOrder: "mdy"},
			want: "rows 3; mql 2027-03 1, 2027-05 1, 2027-07 1; client 2027-03 1, 2027-05 1, 2027-07 1",
		},
		{file: "dates_compact", want: "rows 2; mql 2027-01 1, 2027-03 1; client 2027-01 1, 2027-03 1"},
		{file: "dates_dashes_day_first", want: "rows 2; mql 2027-01 1, 2027-03 1; client 2027-01 1, 2027-03 1"},
		{file: "dates_dashes_month_first", want: "rows 2; mql 2027-01 1, 2027-03 1; client 2027-01 1, 2027-03 1"},
		{file: "dates_day_first", want: "rows 3; mql 2027-01 1, 2027-03 1, 2027-06 1; client 2027-01 1, 2027-03 1, 2027-06 1"},
		{file: "dates_dots", want: "rows 2; mql 2027-01 1, 2027-03 1; client 2027-01 1, 2027-03 1"},
		{file: "dates_iso_time", want: "rows 3; mql 2027-01 1, 2027-03 2; client 2027-01 1, 2027-03 2"},
		{file: "dates_mixed", want: "asks date-order-mixed"},
		{file: "dates_month_first", want: "rows 3; mql 2027-01 1, 2027-03 1, 2027-06 1; client 2027-01 1, 2027-03 1, 2027-06 1"},
		{file: "dates_month_names", want: "rows 2; mql 2024-01 1, 2024-04 1; client 2024-01 1, 2024-04 1"},
		{file: "dates_month_names_time", want: "rows 2; mql 2021-01 1, 2021-04 1; client 2021-01 1, 2021-04 1"},
		{file: "dates_months", want: "rows 3; mql 2027-01 160, 2027-02 170, 2027-03 150; sql 2027-01 50, 2027-02 52, 2027-03 47"},
		{file: "dates_none", want: "asks column-not-dates"},
		{file: "dates_portuguese", want: "rows 3; mql 2026-03 1, 2026-05 1, 2026-12 1; client 2026-03 1, 2026-05 1, 2026-12 1"},
		{file: "dates_serials", want: "rows 3; mql 2025-12 1, 2026-01 1, 2026-03 1; client 2025-12 1, 2026-01 1, 2026-03 1"},
		{file: "dates_sibling", want: "rows 2; mql 2027-04 2; client 2027-06 1; lost - 1"},
		{file: "dates_slip", want: "rows 180; mql 2027-01 60, 2027-03 120; client 2027-01 60, 2027-03 120; left out no_day 2"},
		{file: "dates_spanish", want: "rows 3; mql 2024-01 1, 2024-04 1, 2024-12 1; client 2024-01 1, 2024-04 1, 2024-12 1"},
		{file: "dates_two_digit_years", want: "rows 3; mql 1999-03 1, 2014-06 1, 2027-01 1; client 1999-03 1, 2014-06 1, 2027-01 1"},
		{file: "dates_week_ranges", want: "rows 2; mql 2027-03 78; sql 2027-03 27"},
		{file: "dates_week_starts", want: "rows 2; spend 2027-03 808.35"},
		{file: "dates_weeks", want: "rows 2; mql 2027-01 78; sql 2027-01 27"},

		// funnel logic and names
		{file: "cumulative_by_stage", want: "rows 3; mql 2027-12 447; sql 2027-12 134; client 2027-12 10"}, // on the day of the report
		{file: "one_cumulative_row", want: "rows 1; mql 2027-12 447; sql 2027-12 134; client 2027-12 10"},
		{file: "crm_portuguese", want: "rows 2; mql 2027-01 2; client 2027-01 1; revenue 2027-01 1200.50; lost - 1"},
		{
			file: "crm_spanish",
			want: "rows 3; mql 2027-01 3; sql 2027-01 2; meeting 2027-01 2; opportunity 2027-01 2; client 2027-01 1; revenue 2027-01 1200.50; lost Precio 1",
		},
		{file: "deals_of_leads", want: "rows 2; client 2027-02 1, 2027-03 1"},
		{file: "leads_only", want: "rows 2; mql 2027-01 2"},
		{file: "hubspot_contacts", want: "rows 2; mql 2027-01 1"},
		{
			file: "hubspot_deals",
			want: "rows 3; mql 2027-01 3; sql 2027-01 1, 2027-02 1; meeting 2027-01 1, 2027-02 1; opportunity 2027-01 1, 2027-02 1; " +
				"client 2027-02 1; revenue 2027-02 1200; lost Price 1",
		},
		{file: "hubspot_stage_dates", want: "rows 2; mql 2027-01 2; sql 2027-01 2; client 2027-02 1; revenue 2027-02 1200"},
		{file: "no_show", want: "rows 2; mql 2027-01 2; meeting 2027-01 1"},
		{file: "open_with_close_date", want: "asks unknown-values"},
		{
			file: "open_with_close_date", choices: Choices{Values: map[string]string{"Negotiation": "open", "Closed": "won"}},
			want: "rows 4; mql 2027-01 4; client 2027-01 1, 2027-02 1; revenue 2027-01 700, 2027-02 1200; lost Price 1",
		},
		{file: "pipedrive_deals", want: "asks unknown-values"},
		{
			file: "pipedrive_deals",
			choices: Choices{Values: map[string]string{
				"Contact Made": "sql", "Qualified": "sql", "Negotiations Started": "opportunity",
			}},
			want: "rows 3; mql 2027-01 3; sql 2027-01 2, 2027-02 1; meeting 2027-02 1; opportunity 2027-02 1; client 2027-02 1; " +
				"revenue 2027-02 1200; lost Price 1",
		},
		{
			file: "pipedrive_tratos", choices: Choices{Values: map[string]string{"Propuesta": "opportunity"}},
			want: "rows 2; mql 2027-01 2; sql 2027-01 1, 2027-02 1; meeting 2027-01 1, 2027-02 1; opportunity 2027-02 1; " +
				"client 2027-02 1; revenue 2027-02 1200; lost Precio 1",
		},
		// Headings of accounts in Spanish, and of an account with fields of its own, as
		// public scripts read them ("Negocio - Negocio creado el", "Deal - Deal value").
		{
			file: "pipedrive_negocios",
			want: "rows 2; mql 2027-01 2; sql 2027-01 1, 2027-02 1; meeting 2027-01 1, 2027-02 1; opportunity 2027-02 1; " +
				"client 2027-02 1; revenue 2027-02 1200; lost Precio 1",
		},
		{
			file: "pipedrive_renamed",
			want: "rows 2; mql 2027-01 2; sql 2027-01 1, 2027-02 1; meeting 2027-01 1, 2027-02 1; opportunity 2027-02 1; " +
				"client 2027-02 1; revenue 2027-02 30000; lost Duplicate 1",
		},
		// The answers of api.hubapi.com/crm/v3/objects, as developers.hubspot.com shows
		// them: what a record says under "properties", and beside it what the interface
		// says of it.
		{file: "hubspot_api.json", want: "rows 2; mql 2027-01 2; sql 2027-01 1; meeting none; opportunity none; client none; lost - 1"},
		{file: "hubspot_api_dates.json", want: "rows 2; mql 2027-01 2; sql 2027-02 1"},
		// The footer of a report, with and without the blank line before it.
		{file: "salesforce_report", want: "rows 2; mql 2027-01 2; client 2027-02 1; revenue 2027-02 1200; lost - 1; left out note 4"},
		{file: "salesforce_leads", want: "asks unknown-values"},
		{
			file: "salesforce_leads", choices: Choices{Values: map[string]string{"Closed - Converted": "sql"}},
			want: "rows 2; mql 2027-01 2; sql 2027-01 1; meeting none; opportunity none; client none",
		},
		{file: "salesforce_opportunities", want: "rows 2; mql 2027-01 2; client 2027-02 1; revenue 2027-02 1200; lost - 1; left out note 1"},
		{file: "stage_dates_spanish", want: "rows 2; mql 2027-01 2; sql 2027-01 1; meeting 2027-01 1; client 2027-02 1"},
		{file: "two_closing_dates", want: "asks several-columns"},
		{
			file: "two_closing_dates", choices: Choices{Columns: map[string]string{"closed": "Close Date"}},
			want: "rows 2; mql 2027-01 2; client 2027-02 1; lost - 1",
		},
		{
			file: "wide_english",
			want: "rows 2; mql 2027-01 78; sql 2027-01 27; meeting 2027-01 16; opportunity 2027-01 7; client 2027-01 3; " +
				"spend 2027-01 808.35; revenue 2027-01 30000",
		},
		{
			file: "wide_portuguese",
			want: "rows 2; mql 2027-01 78; meeting 2027-01 17; opportunity 2027-01 7; client 2027-01 2; " +
				"spend 2027-01 2808.35; revenue 2027-01 22500",
		},
		{file: "zoho_deals", want: "rows 2; mql 2027-01 2; client 2027-02 1; revenue 2027-02 1200; lost Price 1"},
		{file: "zoho_posibles_clientes", want: "rows 2; mql 2027-01 2; lost - 1"},
		{file: "zoho_leads", want: "asks unknown-values"},
		{
			file: "zoho_leads", choices: Choices{Values: map[string]string{"Contacted": "open"}},
			want: "rows 2; mql 2027-01 2; lost - 1",
		},

		// ad platforms
		{file: "meta_ads", want: "rows 2; mql 2027-01 60; spend 2027-01 296.04"},
		{file: "meta_ads_portuguese", want: "rows 2; mql 2027-01 7; spend 2027-01 38.51"},
		{file: "meta_ads_spanish", want: "rows 2; mql 2027-01 7; spend 2027-01 38.51"},
		// "Results" are what the campaign is for; the indicators are those of Ads Manager
		// (actions:… in many public scripts that read its exports).
		{file: "meta_ads_results", want: "rows 4; mql 2027-01 50; spend 2027-01 500; left out total 1"},
		{
			file: "meta_ads_results", choices: Choices{Columns: map[string]string{"leads": "Resultados"}}, // all of them, as it is said
			want: "rows 4; mql 2027-01 12120; spend 2027-01 500; left out total 1",
		},
		// The headings of GA4 in Spanish stand in public dashboards that read its files,
		// the hours in the data set of statso.io/website-performance-case-study.
		{file: "ga4_spanish", want: "rows 2; mql 2027-01 108; left out comment 8, total 1"},
		{file: "ga4_users_spanish", want: "rows 2; mql 2027-01 42; left out comment 2"},
		{file: "ga4_by_hour", want: "rows 3; mql 2027-01 12, 2027-02 3"},
		{file: "spend_by_channel", want: "rows 2; spend 2027-01 625.29"},
	} {
		t.Run(test.file, func(t *testing.T) {
			name := test.file
			if filepath.Ext(name) == "" {
				name += ".csv"
			}
			text := export(t, filepath.Join("exports", name))
			source := Source{File: fileFrom(name, []byte(text)), Choices: test.choices}
			got := outcomeOf(t, Options{Plan: planWith("mql", "sql", "meeting", "opportunity", "client")}, source)
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
