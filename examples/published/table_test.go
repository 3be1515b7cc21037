package published_test

// examples in the order of testdata/pages.tsv.
var examples = []example{
	{
		page: "rf-kellblog-budget-share", asks: "budget for each 100 of revenue", read: allowable("hundred"),
		prints: "16", embudo: "833/50", verdict: shortened,
		why: "decimals are cut off: to the nearest it is 17",
	},

	{page: "rf-trew", asks: "customers", read: needed("customer"), prints: "50", embudo: "50", verdict: same},
	{page: "rf-trew", asks: "leads", read: needed("lead"), prints: "2,500", embudo: "2500", verdict: same},

	{page: "rf-321growth", asks: "deals", read: needed("deal"), prints: "10", embudo: "10", verdict: same},
	{page: "rf-321growth", asks: "qualified prospects", read: needed("prospect"), prints: "100", embudo: "100", verdict: same},

	{
		page: "rf-cabyz-reverse", asks: "meetings held, parts included", read: unrounded("held"),
		prints: "66.7", embudo: "200/3", verdict: shortened, why: "shown with one decimal",
	},
	{
		page: "rf-cabyz-reverse", asks: "meetings scheduled, parts included", read: unrounded("scheduled"),
		prints: "95.2", embudo: "2000/21", verdict: shortened,
		why: "right, but not 66.7 / 70 %, as the page has it: that is 95.3",
	},
	{
		page: "rf-cabyz-reverse", asks: "leads", read: needed("lead"),
		prints: "366", embudo: "370", verdict: short, why: "366 leads bring 19.98 sales of 20",
	},
	{
		page: "rf-cabyz-reverse", asks: "cost of the leads", read: cost,
		prints: "$18,300", embudo: "18500", verdict: reused, why: "50 for each of the 366 leads",
	},
	{
		page: "rf-cabyz-reverse", asks: "cost by the meeting",
		set: []string{"stages.lead.unit_cost=0", "stages.held.unit_cost=200"}, read: cost,
		prints: "$13,340", embudo: "13400", verdict: reused, why: "200 for each of 66.7 meetings: there are 67 or 66",
	},
	{
		page: "rf-cabyz-reverse", asks: "leads when half are reached", set: []string{"stages.lead.rate=50%"}, read: needed("lead"),
		prints: "476", embudo: "480", verdict: short, why: "238 contacts, rounded down from 238.1, bring 19.99 sales",
	},
	{
		page: "rf-cabyz-reverse", asks: "leads when 80 % are reached", set: []string{"stages.lead.rate=80%"}, read: needed("lead"),
		prints: "297.5", embudo: "300", verdict: reused, why: "the same 238 contacts, and half a lead",
	},

	{
		page: "rf-cabyz-channel-table", asks: "leads by cold e-mail", read: needed("cold-email/lead"),
		prints: "14,815", embudo: "22267", verdict: wrong, why: "14,815 leads bring 13.3 sales of 20 at the page's rates",
	},
	{
		page: "rf-cabyz-channel-table", asks: "leads by LinkedIn", read: needed("linkedin/lead"),
		prints: "1,016", embudo: "1040", verdict: once, why: "enough overall, but not for 58 whole meetings held, 78 scheduled, 260 contacts",
	},
	{
		page: "rf-cabyz-channel-table", asks: "leads by webinar", read: needed("webinar/lead"),
		prints: "350", embudo: "212", verdict: wrong, why: "350 leads bring 33.3 sales, not 20",
	},

	{
		page: "rf-cabyz-pct-vs-points", asks: "conversion from lead to sale", from: map[string]int64{"lead": 1000}, read: share("sale"),
		prints: "5.46%", embudo: "273/5000", verdict: same,
	},
	{
		page: "rf-cabyz-pct-vs-points", asks: "leads a sale, parts included", read: unrounded("lead"),
		prints: "18.3", embudo: "5000/273", verdict: shortened, why: "shown with one decimal",
	},
	{
		page: "rf-cabyz-pct-vs-points", asks: "sales of 1,000 leads", from: map[string]int64{"lead": 1000}, read: entering("sale"),
		prints: "54.6", embudo: "273/5", verdict: same,
	},
	{
		page: "rf-cabyz-pct-vs-points", asks: "sales when 75 % are reached",
		set: []string{"stages.lead.rate=75%"}, from: map[string]int64{"lead": 1000}, read: entering("sale"),
		prints: "63.0", embudo: "63", verdict: same,
	},
	{
		page: "rf-cabyz-pct-vs-points", asks: "sales when 10 % more are reached",
		set: []string{"stages.lead.rate=71.5%"}, from: map[string]int64{"lead": 1000}, read: entering("sale"),
		prints: "63.0", embudo: "3003/50", verdict: wrong, why: "65 to 75 % is 10 points, or 15 % more; 10 % more is 71.5 %",
	},

	{
		page: "rf-cabyz-cac", asks: "cost of a customer, 60 % reached", read: allowable("customer"),
		prints: "$2,407", embudo: "12037/5", verdict: shortened, why: "shown without cents",
	},
	{
		page: "rf-cabyz-cac", asks: "cost of a customer, 20 % reached",
		set: []string{"budget.contacts=5000", "target_clients=9", "stages.lead.rate=20%"}, read: allowable("customer"),
		prints: "$6,111", embudo: "611111/100", verdict: shortened, why: "shown without cents",
	},

	{page: "rf-madnan25-unit-test", asks: "deals of the channel", read: needed("digital/deal"), prints: "8", embudo: "8", verdict: same},
	{page: "rf-madnan25-unit-test", asks: "meetings held", read: needed("digital/held"), prints: "20", embudo: "20", verdict: same},
	{page: "rf-madnan25-unit-test", asks: "meetings scheduled", read: needed("digital/scheduled"), prints: "30", embudo: "30", verdict: same},
	{page: "rf-madnan25-unit-test", asks: "qualified leads", read: needed("digital/qualified"), prints: "200", embudo: "200", verdict: same},
	{
		page: "rf-madnan25-unit-test", asks: "leads", read: needed("digital/lead"), prints: "1,000", embudo: "1000", verdict: same,
		why: "both carry whole numbers up from stage to stage",
	},

	{page: "rf-coldcalling101", asks: "customers", read: needed("customer"), prints: "20", embudo: "20", verdict: same},
	{page: "rf-coldcalling101", asks: "first appointments", read: needed("appointment"), prints: "80", embudo: "80", verdict: same},
	{page: "rf-coldcalling101", asks: "first appointments a week", read: weekly("appointment"), prints: "2", embudo: "2", verdict: same},

	{
		page: "rf-net-new-business", asks: "new business", read: needed("dollar"),
		prints: "$4M", embudo: "4000000", verdict: same,
	},

	{
		page: "rf-altiorco-chain", asks: "opportunities", from: map[string]int64{"visitor": 10000}, read: entering("opportunity"),
		prints: "27", embudo: "27", verdict: same,
	},
	{
		page: "rf-altiorco-chain", asks: "customers", from: map[string]int64{"visitor": 10000}, read: entering("customer"),
		prints: "6", embudo: "297/50", verdict: shortened, why: "an expectation rounded to a whole customer",
	},

	{
		page: "rf-dfwstrategy", asks: "conversion from visitor to customer", from: map[string]int64{"visitor": 1000}, read: share("customer"),
		prints: "1.20%", embudo: "3/250", verdict: same,
	},
	{
		page: "rf-dfwstrategy", asks: "visitors a customer", read: needed("visitor"),
		prints: "83", embudo: "100", verdict: short, why: "83 visitors bring 0.996 of a customer; 100 bring the five whole leads that one takes",
	},
	{
		page: "rf-dfwstrategy", asks: "the same, at twice the rate", set: []string{"stages.visitor.rate=10%"}, read: needed("visitor"),
		prints: "42", embudo: "50", verdict: once, why: "enough overall, but not for five whole leads; twice 42 is not 83",
	},

	{page: "rf-merodio-lead-value-es", asks: "value of a lead", read: allowable("lead"), prints: "2.27 €", embudo: "227/100", verdict: same},

	{
		page: "rf-tobagency-es", asks: "conversion from lead to proposal", from: map[string]int64{"lead": 100}, read: share("proposal"),
		prints: "20%", embudo: "1/5", verdict: same,
	},
	{
		page: "rf-tobagency-es", asks: "conversion from lead to sale", from: map[string]int64{"lead": 100}, read: share("sale"),
		prints: "2%", embudo: "1/50", verdict: same,
	},

	{
		page: "rf-jamon8888-forward", asks: "opportunities", from: map[string]int64{"lead": 100}, read: entering("opportunity"),
		prints: "6", embudo: "6", verdict: same,
	},
	{
		page: "rf-jamon8888-forward", asks: "deals", from: map[string]int64{"lead": 100}, read: entering("deal"),
		prints: "2", embudo: "99/50", verdict: shortened, why: "33 % stands in for a third",
	},
	{
		page: "rf-jamon8888-forward", asks: "revenue", from: map[string]int64{"lead": 100}, read: projectedRevenue,
		prints: "$20K", embudo: "19800", verdict: shortened, why: "of 1.98 deals, shown in thousands",
	},

	{page: "rf-jamon8888-target", asks: "opportunities", read: needed("opportunity"), prints: "20", embudo: "20", verdict: same},
	{page: "rf-jamon8888-target", asks: "opportunities a week", read: weekly("opportunity"), prints: "5", embudo: "5", verdict: same},

	{
		page: "lag-kellblog-part2", asks: "MQLs are due in", read: quarter("mql"),
		prints: "1Q20", embudo: "1Q20: 2020-01-01 to 2020-04-05", verdict: same, why: "to five days, since embudo's months have 30",
	},
	{
		page: "lag-kellblog-part2", asks: "accepted leads are due in", read: quarter("sal"),
		prints: "2Q20", embudo: "2Q20: 2020-03-31 to 2020-07-04", verdict: same, why: "to five days, again",
	},

	{page: "lag-hubspot-roberge", asks: "leads that ten reps need", read: needed("lead"), prints: "1,000", embudo: "1000", verdict: same},
	{page: "lag-hubspot-roberge", asks: "leads that ten reps can handle", read: available("lead"), prints: "1,000", embudo: "1000", verdict: same},

	{
		page: "roi-leadpulse", asks: "return on revenue", set: []string{"gross_margin=100%"}, read: returnAtTarget,
		prints: "212.5%", embudo: "17/8", verdict: same, why: "the page does not print its inputs; they follow from its results",
	},
	{
		page: "roi-leadpulse", asks: "return on gross profit", read: returnAtTarget,
		prints: "118.8%", embudo: "19/16", verdict: shortened, why: "shown with one decimal",
	},
	{
		page: "roi-leadpulse", asks: "revenue to break even", read: targetRevenue,
		prints: "$11,428.57", embudo: "80000/7", verdict: shortened, why: "shown in cents",
	},

	{page: "roi-dextail-es", asks: "return", read: returnAtTarget, prints: "50%", embudo: "1/2", verdict: same},
	{
		page: "roi-dextail-es", asks: "gain on each euro", read: returnAtTarget,
		prints: "1.5 €", embudo: "1/2", verdict: wrong, why: "1.5 come back, and one of it was there before",
	},

	{page: "roi-scala-es", asks: "return", read: returnAtTarget, prints: "60%", embudo: "3/5", verdict: same},

	{page: "roi-infotrabajo-es", asks: "gross profit", read: profitAtTarget, prints: "300 €", embudo: "300", verdict: same},
	{page: "roi-infotrabajo-es", asks: "return", read: returnAtTarget, prints: "200%", embudo: "2", verdict: same},

	{page: "ltv-miraahora-es", asks: "revenue from a client", read: revenueAtTarget, prints: "1,200 €", embudo: "1200", verdict: same},
	{page: "ltv-miraahora-es", asks: "gross profit from a client", read: profitAtTarget, prints: "960 €", embudo: "960", verdict: same},

	{
		page: "cap-recapio-es", asks: "sellers", read: people("peso"),
		prints: "19", embudo: "20", verdict: short, why: "19 sellers sell 475,000 of 480,000",
	},

	{page: "cap-altemex-es", asks: "hours of visits, medium clients", read: days("medium/minute"), prints: "35", embudo: "35", verdict: same},
	{page: "cap-altemex-es", asks: "hours of visits, large clients", read: days("large/minute"), prints: "105", embudo: "105", verdict: same},

	{
		page: "cov-winsabove", asks: "coverage required", read: needed("coverage"),
		prints: "4.5x", embudo: "5", verdict: short, why: "4.5 times the quota brings 99 % of it; a part of an opportunity allowed, it takes 4.55",
	},
	{
		page: "cov-winsabove", asks: "revenue of a coverage of 3", from: map[string]int64{"coverage": 3}, read: projectedRevenue,
		prints: "$1.06M", embudo: "1056000", verdict: shortened, why: "shown in ten thousands",
	},
	{
		page: "cov-winsabove", asks: "share of the quota", from: map[string]int64{"coverage": 3}, read: entering("quota"),
		prints: "66%", embudo: "33/50", verdict: same,
	},

	{
		page: "vel-winsabove", asks: "revenue of 18 opportunities", from: map[string]int64{"opportunity": 18}, read: projectedRevenue,
		prints: "181,440", embudo: "181440", verdict: same, why: "what it makes of a day is pipeline velocity, which embudo has not",
	},

	{
		page: "vel-croreport", asks: "opportunities behind 13,889 a day", read: unrounded("opportunity"),
		prints: "not said", embudo: "125001/1250", verdict: lacking, why: "its result takes 100 of them, of which it does not speak",
	},

	{
		page: "vel-jamon8888", asks: "revenue a month", from: map[string]int64{"opportunity": 10}, read: projectedRevenue,
		prints: "$15K", embudo: "30000", verdict: wrong,
		why: "10 new opportunities each month bring 3 deals each month, however long a cycle is; only a stock is divided by it",
	},

	{
		page: "fc-jamon8888-stages", asks: "conversion from opportunity to sale", from: map[string]int64{"opportunity": 1000}, read: share("won"),
		prints: "12.6%", embudo: "63/500", verdict: same,
	},
	{
		page: "fc-jamon8888-stages", asks: "revenue of the pipeline",
		from: map[string]int64{"opportunity": 15, "demo": 10, "proposal": 8, "negotiation": 5}, read: projectedRevenue,
		prints: "$97K", embudo: "93900", verdict: wrong,
		why: "weights proposals with 35 %, but their two last steps, 50 and 60 %, make 30; and opportunities with 12 % for 12.6",
	},

	{
		page: "ts-lensmor-forward", asks: "qualified leads", from: map[string]int64{"lead": 180}, read: entering("qualified"),
		prints: "36", embudo: "36", verdict: same,
	},
	{
		page: "ts-lensmor-forward", asks: "opportunities", from: map[string]int64{"lead": 180}, read: entering("opportunity"),
		prints: "10.8", embudo: "54/5", verdict: same,
	},
	{
		page: "ts-lensmor-forward", asks: "revenue", from: map[string]int64{"lead": 180}, read: projectedRevenue,
		prints: "$67,500", embudo: "67500", verdict: same,
	},
	{
		page: "ts-lensmor-forward", asks: "return", from: map[string]int64{"lead": 180}, read: projectedReturn,
		prints: "50%", embudo: "1/2", verdict: same,
	},
	{
		page: "ts-lensmor-forward", asks: "revenue when 15 % are won",
		set: []string{"stages.opportunity.rate=15%"}, from: map[string]int64{"lead": 180}, read: projectedRevenue,
		prints: "$40,500", embudo: "40500", verdict: same,
	},

	{page: "ts-havill", asks: "cost of the follow-up", read: cost, prints: "$1,500", embudo: "1500", verdict: same},

	{page: "ts-skyline-staff", asks: "contacts for each of the staff", read: available("contact"), prints: "180", embudo: "180", verdict: same},
	{
		page: "ts-skyline-staff", asks: "qualified leads for each of the staff", from: map[string]int64{"contact": 180}, read: entering("qualified"),
		prints: "54", embudo: "54", verdict: same,
	},
	{page: "ts-skyline-staff", asks: "staff", read: people("contact"), prints: "2", embudo: "2", verdict: same},

	{
		page: "ts-tko", asks: "visitors", from: map[string]int64{"attendee": 10000}, read: entering("visitor"),
		prints: "2,000", embudo: "2000", verdict: same,
	},
	{page: "ts-tko", asks: "visitors an hour", read: people("visitor"), prints: "67", embudo: "67", verdict: same},

	{page: "ts-beursstand-nl-wrong", asks: "leads that 3 people can raise", read: available("lead"), prints: "162", embudo: "162", verdict: same},
	{
		page: "ts-beursstand-nl-wrong", asks: "staff for more than 200 leads", read: people("lead"),
		prints: "3", embudo: "4", verdict: wrong, why: "its own 162 leads are not above 200",
	},

	{page: "ts-ceir-facetoface", asks: "cost of a first meeting", read: cost, prints: "$1,039", embudo: "1039", verdict: same},
}

// notExpressible has the pages that the commands plan and project have nothing
// to say to, and why.
var notExpressible = map[string]string{
	"roi-ai-skill-allocation": "shares a budget out over phases and days: a plan has no calendar for money",
	"ltv-ruler":               "lifetime from monthly churn, for which a plan has no key; its formula has 1 / 1.5 where it means 1 / 1.5 %",
	"cov-rework-es":           "pipeline over quota, without a win rate",
	"pace-cal76-b":            "sales to date against a month's goal: actual numbers, no plan",
	"pace-kpifrontier":        "attainment over time elapsed: actual numbers, no plan; 64 % after two thirds is 96.0, not 95.9",
	"pace-runrate-es":         "a month's sales times 12: no funnel in it",
	"vel-maven":               "pipeline velocity: revenue for each day of a cycle",
	"vel-pipelineroad":        "pipeline velocity; 10 % on three factors and off the cycle make 47.9 %, not 46",
	"tm-tacna-es":             "result of a trade mission against its forecast: actual numbers, no plan",
	"tm-washington-survey":    "people who came on more than one mission; 67 less 8 is 59, not 57, unless two came on three",
}
