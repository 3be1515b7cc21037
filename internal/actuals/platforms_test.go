package actuals

import (
	"slices"
	"strings"
	"testing"

	"embudo/funnel"
)

// What ad platforms call leads counts as the top of the funnel where nothing else
// speaks of it, whatever the order of the sources.
func TestAdLeads(t *testing.T) {
	google := text("google.csv", "Day,Campaign,Currency code,Cost,Clicks,Conversions\n2027-01-04,Brand,USD,410.25,320,12\n")
	meta := text("meta.csv", "Reporting starts,Reporting ends,Campaign name,Results,Amount spent (USD)\n2027-01-04,2027-01-04,Leads,5,89.75\n")
	leads := text("leads.csv", "Lead ID,MQL date\n1,2027-01-04\n2,2027-01-05\n")
	deals := text("deals.csv", "Deal ID,Client date\n1,2027-02-04\n")
	for _, test := range []struct {
		what    string
		sources []Source
		want    string
	}{
		{"one platform", []Source{google}, "rows 1; mql 2027-01 12; spend 2027-01 410.25"},
		{"two platforms", []Source{google, meta}, "rows 2; mql 2027-01 17; spend 2027-01 500"},
		{"beside leads", []Source{google, leads}, "rows 3; mql 2027-01 2; spend 2027-01 410.25"},
		{"beside deals that say nothing of leads", []Source{google, meta, deals}, "rows 3; mql 2027-01 17; client 2027-02 1; spend 2027-01 500"},
		{
			"the column is said to be the top",
			[]Source{google.with(Choices{Columns: map[string]string{"mql": "Conversions"}})},
			"rows 1; mql 2027-01 12; spend 2027-01 410.25",
		},
		{
			"the column is said to be the top, beside leads: both count",
			[]Source{google.with(Choices{Columns: map[string]string{"mql": "Conversions"}}), leads},
			"rows 3; mql 2027-01 14; spend 2027-01 410.25",
		},
	} {
		t.Run(test.what, func(t *testing.T) {
			for range 2 {
				if got := outcomeOf(t, Options{Plan: fivePlan()}, test.sources...); got != test.want {
					t.Errorf("got  %s\nwant %s", got, test.want)
				}
				slices.Reverse(test.sources)
			}
		})
	}
}

// channelsOf lists the channels of entries and spend.
func channelsOf(r *Result) string {
	var list []string
	for _, e := range r.Actuals.Funnels[0].Stages[0].Entries {
		list = append(list, e.Channel)
	}
	for _, a := range r.Actuals.Spend {
		list = append(list, a.Channel)
	}
	slices.Sort(list)
	return strings.Join(slices.Compact(list), ", ")
}

// The channel of a platform's report is its own column of channels, or else the
// platform; never the campaign.
func TestChannelOfPlatforms(t *testing.T) {
	for _, test := range []struct{ what, text, want string }{
		{"Google Ads", "Day,Campaign,Currency code,Cost,Impr.\n2027-01-04,Brand,USD,1,2\n2027-01-04,Search,USD,1,2\n", "Google Ads"},
		{"Meta", "Day,Campaign name,Results,Amount spent (USD),Reach\n2027-01-04,Leads,3,1,2\n", "Meta Ads"},
		{"a sheet of spend by channel", "date,channel,campaign,spend\n2027-01-04,Search,Brand,1\n2027-01-05,Social,Leads,2\n", "Search, Social"},
		{"a sheet that names neither", "date,spend\n2027-01-04,1\n", ""},
	} {
		t.Run(test.what, func(t *testing.T) {
			result, err := Read(t.Context(), []Source{text("a.csv", test.text)}, Options{Plan: fivePlan(), AsOf: endOf2027()})
			if err != nil {
				t.Fatal(err)
			}
			if got := channelsOf(result); got != test.want {
				t.Errorf("channels %q, want %q", got, test.want)
			}
		})
	}
}

// A report whose title gives its period is of these days, whatever the order.
func TestPeriodOfPlatforms(t *testing.T) {
	for _, title := range []string{
		"January 1, 2027 - January 31, 2027", "1 de enero de 2027 - 31 de enero de 2027", "1 de jan. de 2027 - 31 de jan. de 2027", "2027-01-01 - 2027-01-31",
	} {
		s := text("a.csv", "Campaign report\n\""+title+"\"\nCampaign,Currency code,Cost,Conversions\nBrand,USD,410.25,12\n")
		result, err := Read(t.Context(), []Source{s}, Options{Plan: fivePlan(), AsOf: endOf2027()})
		if got, want := said(result, err), "rows 1; mql 2027-01 12; spend 2027-01 410.25; left out title 2"; got != want {
			t.Errorf("%s: got %s, want %s", title, got, want)
		}
		if err == nil && (result.First.String() != "2027-01-01" || result.Last.String() != "2027-01-31") {
			t.Errorf("%s: %s to %s", title, result.First, result.Last)
		}
	}
}

// webAndFairs have a stage in common, and one each of their own.
func webAndFairs() *funnel.Plan {
	web, fairs := planWith("mql", "sql", "client"), planWith("visit", "sql", "client")
	web.Funnels[0].ID, web.Funnels[0].Name = "web", "Web"
	fairs.Funnels[0].ID, fairs.Funnels[0].Name = "fairs", "Trade fairs"
	web.Funnels = append(web.Funnels, fairs.Funnels...)
	return web
}

// Several funnels in one file: by a column, by stages that only one of them has,
// or by columns that are said to be of one.
func TestReadFunnels(t *testing.T) {
	const both = "rows 2; web.mql 2027-01 1; web.client 2027-02 1; fairs.visit 2027-01 1; fairs.client none"
	for _, test := range []struct {
		what   string
		source Source
		want   string
	}{
		{"records with a funnel column", text("a.csv", "Deal ID,Pipeline,Created Date,Won date\n1,Web,2027-01-04,2027-02-01\n2,Trade fairs,2027-01-05,\n"), both},
		{
			"its values are said to be funnels",
			text("a.csv", "Deal ID,Pipeline,Created Date,Won date\n1,P1,2027-01-04,2027-02-01\n2,P2,2027-01-05,\n").
				with(Choices{Funnels: map[string]string{"P1": "web", "P2": "fairs"}}), both,
		},
		{
			"a value that is no funnel",
			text("a.csv", "Deal ID,Pipeline,Created Date,Won date\n1,Web,2027-01-04,2027-02-01\n2,Renewals,2027-01-05,\n"),
			"rows 1; web.mql 2027-01 1; web.client 2027-02 1; fairs.visit none; fairs.client none; left out unknown_funnel 1",
		},
		{"records without", text("a.csv", "Deal ID,Created Date,Won date\n1,2027-01-04,2027-02-01\n"), "asks funnel-open"},
		{"counts by stages of one funnel each", text("a.csv", "date,mql,visit\n2027-01-04,5,3\n"), "rows 1; web.mql 2027-01 5; fairs.visit 2027-01 3"},
		{"counts of a stage of both", text("a.csv", "date,mql,sql\n2027-01-04,5,3\n"), "asks funnel-open"},
		{
			"counts with a funnel column",
			text("a.csv", "date,funnel,stage,count\n2027-01-04,web,sql,5\n2027-01-04,Trade fairs,sql,3\n2027-01-05,,sql,1\n2027-01-05,web,visit,2\n"),
			"rows 2; web.sql 2027-01 5; fairs.visit none; fairs.sql 2027-01 3; left out unknown_funnel 1, unknown_stage 1",
		},
		{
			"wide counts with a funnel column",
			text("a.csv", "date,funnel,mql,visit,client\n2027-01-04,web,5,0,1\n2027-01-05,fairs,,3,2\n"),
			"rows 2; web.mql 2027-01 5; web.client 2027-01 1; fairs.visit 2027-01 3; fairs.client 2027-01 2",
		},
		{
			"columns that are said to be of one",
			text("a.csv", "date,A,B\n2027-01-04,5,3\n").with(Choices{Columns: map[string]string{"web.sql": "A", "fairs.sql": "B"}}),
			"rows 1; web.sql 2027-01 5; fairs.sql 2027-01 3",
		},
		{
			"dates by columns that are said to be of one",
			text("a.csv", "Name,A,B\nx,2027-01-04,\ny,,2027-01-05\n").with(Choices{Columns: map[string]string{"web.sql": "A", "fairs.sql": "B"}}),
			"rows 2; web.sql 2027-01 1; fairs.sql 2027-01 1",
		},
	} {
		t.Run(test.what, func(t *testing.T) {
			if got := outcomeOf(t, Options{Plan: webAndFairs()}, test.source); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
