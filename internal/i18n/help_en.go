package i18n

func englishHelp() Help {
	return Help{
		Usage:       "Usage",
		Commands:    "Commands",
		Flags:       "Flags",
		GlobalFlags: "Flags of every command",
		Examples:    "Examples",
		Topics:      "More help",
		ExitStatus:  "Exit status",
		More:        "embudo COMMAND --help says more about a command, embudo help TOPIC about a topic.",
		Default:     "(default {value})",
		ExitCodes:   "0 done · 1 could not do it · 2 wrong usage · 3 done, and the answer is no · 130\u00a0interrupted",
	}
}

func englishCommands() map[string]Command {
	return map[string]Command{
		"": {
			Use:   "COMMAND",
			Short: "Work backwards from the money to the leads that it takes",
			Long: `embudo works a marketing and sales plan backwards: from the budget and the
return it must bring to the clients, opportunities, meetings and leads that
this takes, by when, and how sure that is.

A plan is a short YAML file. Begin with embudo init.`,
			Example: `embudo init plan.yaml
embudo plan plan.yaml
embudo plan plan.yaml --confidence 80%,90%
embudo project plan.yaml --from mql=300`,
		},
		"init": {
			Use:   "[FILE]",
			Short: "Write a first plan to start from",
			Long: `Writes a commented plan that is valid as it stands, to plan.yaml or to the
named file; - writes it to standard output.

On a terminal and without --template it asks five questions (currency, budget,
target return, average revenue per client, rates) and shows the resulting
numbers before it writes. Nothing is overwritten without --force.`,
			Example: `embudo init
embudo init fair.yaml --template fair
embudo init --template trade-mission --lang es gira.yaml`,
		},
		"validate": {
			Use:   "FILE...",
			Short: "Find every problem of plan files",
			Long: `Lists all problems of all files at once, each with its place, its stable name,
what is wrong, and what to write instead. Exits with 1 when there is one.`,
			Example: `embudo validate plan.yaml
embudo validate plans/*.yaml -o json`,
		},
		"plan": {
			Use:   "FILE",
			Short: "What a plan needs at every stage",
			Long: `Works a plan out: how many clients the budget must bring, and how many must
enter every stage above them for that; what one of each may cost; in which days
it must happen; whether people can hold that many; and how likely the needed
numbers are to reach the target.

The file - reads standard input.`,
			Example: `embudo plan plan.yaml
embudo plan plan.yaml --confidence 80%,90%
embudo plan plan.yaml --explain
embudo plan plan.yaml --set budget=30000 --set stages.mql.rate=35% -o csv`,
		},
		"project": {
			Use:   "FILE --from STAGE=NUMBER",
			Short: "What given volumes are expected to bring",
			Long: `Runs a plan forward: given so many entries at one stage or several, what is
expected at each stage below, with revenue, return, the chance of reaching the
plan's target, and the range that holds nine outcomes out of ten.

Volumes add to each other, to what is in progress and to what comes in directly;
where the plan has such entries, --from may be left out. With several funnels a
stage is named FUNNEL/STAGE.`,
			Example: `embudo project plan.yaml --from mql=300
embudo project plan.yaml --from mql=300,meeting=12
embudo project plan.yaml --from inbound/mql=200 --from outbound/contact=500`,
		},
		"compare": {
			Use:   "PLAN [OTHER...]",
			Short: "Plan B beside plan A",
			Long: `Holds a plan against its scenarios, or against other plan files: what they say
differently, what each stage needs, clients, revenue, return, chance, allowable
cost and capacity, each with the difference, and the warnings that only some
have.

A scenario stands in the plan, under scenarios, with a name and what it changes.
Without --scenario and other files all scenarios are shown. The file - reads
standard input: two versions of one plan are compared so.`,
			Example: `embudo compare plan.yaml
embudo compare plan.yaml --scenario plan-b --confidence 90%
embudo compare plan.yaml other.yaml -o markdown
git show HEAD~1:plan.yaml | embudo compare - plan.yaml`,
		},
		"levers": {
			Use:   "PLAN",
			Short: "What moves the result most, and what to measure better",
			Long: `Changes each input of a plan by itself, a little up and a little down, and shows
what that does: each rate, follow-up, average revenue, margin, budget, target, and
repeat purchases, referrals and existing revenue where the plan has them.

Two changes are told apart. 10% more of 30% is 33%; 5 points more is 35%. So are
two questions: how many new entries at the top would the same target take, and
what would the same entries as planned bring. Besides, each input's break-even: the
value with which the same entries just bring the budget back.

Where rates are stated as evidence (27/90) or ranges (20%..40%), it says what part of
the doubt about the outcome each of them causes: that is what to measure better.`,
			Example: `embudo levers plan.yaml
embudo levers plan.yaml --change 20% --points 2
embudo levers plan.yaml --set stages.mql.rate=27/90
embudo levers plan.yaml -o csv --output-file levers.csv`,
		},
		"solve": {
			Use:   "PLAN --for KEY [--given STAGE=NUMBER]",
			Short: "The one number that makes a plan come out",
			Long: `Leaves one number of a plan open, and finds the value with which it comes out.

With --given the entries of a stage are what you can get: the lowest rate, price
or margin with which no more than that are needed there, or the highest target,
and the highest budget that a return can be asked of. Without --given the plan
must stay within its own limits: the budget of each funnel pays the unit costs of
what is needed, and people can handle it, where the plan says a capacity; the
lowest budget that does is then looked for. With --confidence the given entries
must reach the target with that chance rather than on average.

The value is rounded in the direction that still does, and made sure of; with one
unit less or more it does not. Where no value does, the reason is given, and the
exit status is 3.`,
			Example: `embudo solve plan.yaml --for stages.mql.rate --given mql=300
embudo solve plan.yaml --for target_return --given mql=300 --confidence 90%
embudo solve plan.yaml --for budget
embudo solve plan.yaml --for average_revenue_per_client --given inbound.mql=300,outbound.contact=500`,
		},
		"allocate": {
			Use:   "PLAN",
			Short: "The split of the budget that brings most",
			Long: `Splits the budget of a plan with several funnels so that most gross profit is
expected, beside the plan's own split: what each funnel gets, how many enter at
its top, what both splits bring, and the chance of the target with each. Which
limits bind is said, with what one more unit of each brings and how far that
holds: one more of budget, one more meeting that people can hold.

An entry at the top costs its unit_cost and what those of it who go on are
expected to cost below. Capacities are kept, and the shares of the budget that
min_share and max_share of a funnel say, or --min and --max. It is a linear
programme: unit costs, rates and prices are the same at any volume, so say with
--max-volume how far a channel can grow. Limits that clash are named, and the exit
status is 3.`,
			Example: `embudo allocate plan.yaml
embudo allocate plan.yaml --min events=10% --max inbound=60%
embudo allocate plan.yaml --max-volume inbound=500,outbound=2000 -o csv`,
		},
		"schedule": {
			Use:   "PLAN",
			Short: "What is due in each week, month or day",
			Long: `Lays a plan out over the calendar: how many must enter each stage in every
week, month or day, and in all by its end; the last day on which an entry still
serves the period; and whether people can handle what each week asks.

Targets are spread over the working days of each stage's window, as heavy as the
plan's seasonality makes them; holidays are not worked. Parts add up to the
plan's numbers always. With --confidence the numbers are those that make so sure
instead of the averages.`,
			Example: `embudo schedule plan.yaml
embudo schedule plan.yaml --by month --confidence 90%
embudo schedule plan.yaml --by day --output-file targets.csv
embudo schedule plan.yaml --set seasonality.august=50%`,
		},
		"calendar": {
			Use:   "PLAN",
			Short: "Who does what when, what it costs and what it brings",
			Long: `Sets out the activities of a plan as a calendar: who does what when and what the
client gets from it; reminders before meetings and the follow-up of those who
did not go on, with their load per week; the cost by phase of the marketing
hourglass and by funnel, against the budget; and what is expected of all that
against what each stage needs.

A date of a cadence on a weekend or holiday moves to the next working day. With
-o ics the result is an iCalendar file: import it into Google Calendar, Outlook
or Apple Calendar, and again after a change, which updates what is there.`,
			Example: `embudo calendar plan.yaml
embudo calendar plan.yaml --week 2027-W07
embudo calendar plan.yaml --output-file plan.ics
embudo calendar plan.yaml -o csv`,
		},
		"sla": {
			Use:   "PLAN [SOURCE...]",
			Short: "What marketing and sales owe each other, on a page to sign",
			Long: `Sets out the agreement between marketing and sales that follows from a plan: what
MQL and SQL mean; what marketing owes (revenue, leads by week and channel, average
revenue, conversion), what sales owes (entries, clients, leads of its own, rate,
time to answer, attempts, and what each person promises), how many people it takes,
how leads are handed over and given back, and when both review all that.

The page follows from the owners of the stages and from the block sla: of the plan,
of which every key may be left out: it says what is not agreed yet and what to write.
Leads that sales finds itself (sales_leads) are taken off what marketing owes.
-o markdown and -o html have lines to sign.

With actual numbers, named here or in the plan, it says of each promise whether it
was kept; how soon leads were answered, from a column such as "First response"; why
leads were given back; and what each person did. Exit status 3 says that a promise
is broken.`,
			Example: `embudo sla plan.yaml
embudo sla plan.yaml crm.csv --as-of 2027-02-12
embudo sla plan.yaml --set sla.sales_leads=20%
embudo sla plan.yaml -o markdown --output-file agreement.md`,
		},
		"qualify": {
			Use:   "PLAN [LEADS...]",
			Short: "Which leads are like the ideal client?",
			Long: `Holds each lead of an export against the rules under ideal_client in the plan:
points for each rule that is met, and from them its level: contact, lead or MQL.
Who fails a rule with must is out. Only what sales writes into the columns named
under qualification makes an SQL (the need is confirmed) or an opportunity (value
seen, budget and decision maker too). An empty field is never a yes.

--write writes the file back as CSV: its own columns as they were, and behind
them embudo_score, embudo_level and embudo_reasons. Points have the decimal mark
of the file. Reasons: ✓ what is met or sales has confirmed, ✗ what is failed, ?
what is still to be found out. Scored again, it has them once.

Where the export says what became of leads (a stage, a date, won or lost), it
also shows which rules find those who reach the last stage, or that of --outcome,
and whom each threshold would have thrown away. - reads standard input.`,
			Example: `embudo qualify plan.yaml leads.csv
embudo qualify plan.yaml leads.csv --write scored.csv
embudo qualify plan.yaml crm.xlsx#Leads --outcome sql -o json
embudo qualify plan.yaml leads.csv --set ideal_client.mql=80%`,
		},
		"check": {
			Use:   "PLAN [SOURCE...]",
			Short: "Is what really happened on plan?",
			Long: `Reads actual numbers out of exports (CSV, Excel, JSON, YAML) or databases and
holds them against the plan: what is due by today, what came, which stages are
behind, whether a rate really differs or that may be chance, where the funnel
leaks, and what is still to be done. - reads standard input.

Without SOURCE the sources under actuals in the plan are read. Exits with 3 when
the plan is behind or a threshold of its check block is not met.`,
			Example: `embudo check plan.yaml crm.csv
embudo check plan.yaml deals.xlsx#Deals ads.csv --as-of 2027-02-15
embudo check plan.yaml crm.csv --column mql="Create Date" --stage "Closed Won=client"
embudo check plan.yaml crm.csv -o json --quiet`,
		},
		"forecast": {
			Use:   "PLAN [SOURCE...]",
			Short: "Where will the period end?",
			Long: `Reads actual numbers as embudo check does and looks ahead to the end of the
period: how many will enter each stage, the revenue and the return, each with
the values below which it lies in 10, 50 and 90 of 100 cases, and the chance of
reaching the target. It counts what has come in, what is on its way (of those
still open, the older ones are less likely to go on), and what is still to come
at the plan's pace or the pace so far. Rates begin as the plan has them and move
with what happened.

--confidence also says how many entries of each stage it takes from now on to be
so sure (else that of the plan, or 80%). With --at-least 80% it exits with 3
when the chance is below.`,
			Example: `embudo forecast plan.yaml crm.csv
embudo forecast plan.yaml crm.csv --as-of 2027-02-15 --confidence 80%,90%
embudo forecast plan.yaml crm.csv --pace plan
embudo forecast plan.yaml crm.csv --at-least 80% -o json`,
		},
		"portfolio": {
			Use:   "PLAN...",
			Short: "Many plans at once: totals, chance, people, track record",
			Long: `Puts plans together: budget, gross profit and return over all, by currency (money
of different currencies is never added); the chance that the plans of a currency
bring their gross profit together, that every plan meets its own target, and how
many do; the people that it takes week by week where plans overlap; and whom two
plans name for the same days. PLAN is a file, a folder with .yaml files, a
pattern in quotes, or - for standard input.

Plans that have begun and name sources under actuals are held against them: what
those that are over achieved, and whether the chances that they stated were right.

A plan that cannot be read does not hide the others: the result has those that
can, standard error says what is wrong with the rest, and it exits with 1. With
--at-least 60% it exits with 3 when the plans of a currency have less of a chance
to bring their gross profit together.`,
			Example: `embudo portfolio plans/
embudo portfolio 'plans/2027-*.yaml' fairs/lima.yaml
embudo portfolio plans/ --as-of 2027-06-30 --sort chance
embudo portfolio plans/ --no-actuals --at-least 60% -o json`,
		},
		"actuals": {
			Use:   "SOURCE...",
			Short: "What is understood of an export",
			Long: `Shows how each source was read: encoding, delimiter, headings, what each column
was taken for, how dates and numbers are written, which rows were left out and
why; and the entries of each stage by month. This is the first thing to look at
when numbers look odd. With --plan its stages and what it says about its sources
are used.

Exits with 1 when a question about the sources must be answered first.`,
			Example: `embudo actuals crm.csv
embudo actuals crm.csv --plan plan.yaml --write clean.csv
embudo actuals deals.csv --date-order dmy -o json`,
		},
		"learn": {
			Use:   "SOURCE...",
			Short: "Rates, lags and prices out of records",
			Long: `Works out of records, a row a lead or deal, what a plan needs to know: the share
that goes on from each stage, as evidence with its 90% range; how long that
takes; what a client pays; the same for each channel with at least 30 entries;
and who went on when, by month of entry. At the end stands what can be pasted
into a plan file. --fragment prints that alone, --write sets it in the plan of
--plan: every other byte of the file stays, and the plan stays valid.

Who entered too recently to have gone on counts neither as a success nor as a
failure. Ages count up to the last day that the data speak of. With --plan its
stages and what it says about its sources are used; without SOURCE its own
sources are read. csv has a row a step and channel, or with --triangle a row a
month of entry.`,
			Example: `embudo learn crm.csv
embudo learn crm.csv --fragment --output-file learned.yaml
embudo learn crm.csv --plan plan.yaml --since 2027-01-01 --write
embudo learn crm.csv --plan plan.yaml --triangle mql -o csv`,
		},
		"report": {
			Use:   "PLAN [SOURCE...]",
			Short: "Everything in one page, to send and to print",
			Long: `Puts all that the other commands say of a plan into one document: what it takes,
what that rests on, by when, where it stands, where it leaks, where it will end,
what is done for it, and how the numbers come about. Parts for which there are no
data are left out, with a word.

Unless -o or the ending of --output-file says otherwise it is a page of html: one
file that needs no network, below 400 KB, light or dark as the reader has it, for
a phone and for A4. It is no verdict: for exit status 3 there is embudo check.`,
			Example: `embudo report plan.yaml crm.csv --output-file report.html
embudo report plan.yaml --output-file report.html --force
embudo report plan.yaml crm.csv --as-of 2027-02-15 -o markdown
embudo report plan.yaml crm.csv -o json`,
		},
		"workbook": {
			Use:   "PLAN [SOURCE...]",
			Short: "The plan as an Excel workbook that works it out",
			Long: `Writes a workbook whose formulas are the plan: whoever changes a rate in Excel or
LibreOffice sees what embudo would say, rounding included. Budget, target, rates,
lags, capacity and dates are yellow cells with names and notes on the first
sheet; needed numbers, costs, clients, revenue and return, the schedule by week
or month, and the check of actual numbers follow from them, with charts.

With SOURCE, or the sources that the plan names, the actual numbers so far stand
in the check; without, they can be typed there. What it leaves out: chances and
confidence, the plan's conditions, activities and scenarios. Which stages there
are, and which of them have dates or a capacity, is fixed.

Spreadsheets count in floating point, so all that is rounded is carried as a
fraction of whole numbers, exact up to 14 digits; the first sheet says whether
that holds.`,
			Example: `embudo workbook plan.yaml --output-file plan.xlsx
embudo workbook plan.yaml deals.csv --as-of 2027-03-31 --output-file check.xlsx
embudo workbook plan.yaml --lang es --output-file plan.xlsx --force`,
		},
		"schema": {
			Short: "The JSON Schema of the plan file",
			Long: `Prints the JSON Schema (draft 2020-12) of the plan file. An editor that knows it
completes and checks keys while they are typed; the templates name it in their
first line. -o table, csv or markdown lists the keys instead.`,
			Example: `embudo schema --output-file embudo.schema.json
embudo schema -o markdown`,
		},
		"completion": {
			Use:   "bash|zsh|fish|powershell",
			Short: "Completion for a shell",
			Long: `Prints a script that lets the shell complete commands, flags, formats,
templates, and the stages of a plan.`,
			Example: `source <(embudo completion bash)
embudo completion zsh > "${fpath[1]}/_embudo"
embudo completion fish > ~/.config/fish/completions/embudo.fish`,
		},
		"help": {
			Use:   "[COMMAND|TOPIC]",
			Short: "Help on a command or a topic",
			Long:  "Shows the help of a command or a topic; without one, that of embudo itself.",
			Example: `embudo help plan
embudo help plan-file`,
		},
	}
}

func englishFlags() map[string]Text {
	return map[string]Text{
		"output":              "the `format` of the result: {choices}",
		"output-file":         "write the result to this `file`",
		"force":               "write over a file that exists",
		"lang":                "the `language` of what people read: {choices}",
		"color":               "`when` to use colour: {choices}",
		"chart":               "draw pictures with tables in files and pipes too, as on a terminal",
		"no-chart":            "draw no pictures with tables",
		"help":                "show this help",
		"version":             "show the version",
		"set":                 "change a key of the plan for this run: `path=value`",
		"compare scenario":    "only this `scenario` of the plan; may be given again and again",
		"scenario":            "take the plan as this `scenario` of it has it",
		"confidence":          "also say what it takes to be so sure: `80%,90%`",
		"by":                  "the part of the `calendar` to lay the plan out by: {choices}",
		"schedule confidence": "schedule the numbers that make so sure instead of the averages: `90%`",
		"change":              "how much more and less of each input to try: `10%`",
		"points":              "by how many percentage points to change shares: `5`",
		"explain":             "show the working, line by line",
		"min":                 "the least share of the budget that a funnel gets: `funnel=share`",
		"max":                 "the greatest share of the budget that a funnel gets: `funnel=share`",
		"max-volume":          "the most new entries that there can be at the top of a funnel: `funnel=number`",
		"for":                 "the `key` to be solved for, as --set names it: budget, stages.mql.rate",
		"given":               "entries that can be had, `stage=number`; with several funnels FUNNEL.STAGE=NUMBER",
		"solve confidence":    "the given entries must reach the target with this chance: `90%`",
		"from":                "entries put in, `stage=number`; with several funnels FUNNEL/STAGE=NUMBER",
		"template":            "the `template` to start from: {choices}",
		"column":              "what a column is, a meaning or stage and its heading: `name=heading`",
		"stage":               "what a value of the stage column is, a stage, won, lost, open or ignore: `value=stage`",
		"encoding":            "the `encoding` of the sources",
		"delimiter":           "the `sign` between the cells of a CSV source",
		"date-order":          "the `order` of day and month where dates do not tell: {choices}",
		"decimal":             "the decimal `sign` where numbers do not tell: {choices}",
		"kind":                "what the rows of the sources are, their `kind`: {choices}",
		"header-row":          "the `row` of the headings",
		"as-of":               "the `date` to look at; later events do not count (default today)",
		"quiet":               "print nothing unless behind",
		"actuals":             "a `source` of actual numbers, as one behind the plan",
		"plan-only":           "leave out the actual numbers that the plan names",
		"exit-zero":           "exit with 0 even when the answer is no",
		"plan":                "the `file` of the plan whose stages count",
		"write":               "also write the entries as clean counts to this `file`",
		"since":               "the first `date` of entry that counts",
		"triangle":            "show only who went on from this `stage` when, by month of entry",
		"fragment":            "print only what can be pasted into a plan file",
		"qualify write":       "also write the leads with their scores to this CSV `file`; - is standard output",
		"outcome":             "the `stage` that counts as success, in place of the last one",
		"learn write":         "set what was learned in the plan of --plan, in place",
		"descriptions":        "the `language` of the descriptions in the schema: {choices}",
		"week":                "only the list of this `week`: 2027-W07",
		"pace":                "how those come in who are still to come, at the `pace` of: {choices} (default actual once a quarter of the period is over, else plan)",
		"at-least":            "exit with 3 when the chance is below: `80%`",
		"sort":                "the `order` of the plans: {choices}; numbers begin with the largest",
		"no-actuals":          "leave the sources that the plans name unread",
		"seed":                "the `number` that the draws of the rates begin with",
	}
}

func englishTopics() map[string]Topic {
	return map[string]Topic{
		"exit-codes": {
			Short: "What the exit status means",
			Text: `Every command ends with one of these, and they never change:

  0    done
  1    could not do it: the input cannot be read or is not valid
  2    wrong usage: an unknown command or flag, a missing argument
  3    done, and the answer is no: behind the plan, a threshold failed, or a
       forecast or portfolio below --at-least
  130  interrupted

Warnings never change the exit status.

Errors go to standard error, with a hint under them where there is one. With
-o json an error is one JSON object on standard error:

  {"schema":"embudo/error/v1",
   "errors":[{"name":…,"message":…,"hint":…}]}`,
		},
		"plan-file": {
			Short: "The keys of a plan file",
			Text: `A plan is a YAML file. The shortest one says what may be spent, what it must
return, what a client brings, and the stages with the rate at which people go on
to the next one; the last stage is the client:

  budget: 40000
  target_return: 150%
  average_revenue_per_client: 10000
  stages:
    - {id: mql, rate: 30%}
    - {id: sql, rate: 50%}
    - {id: meeting, rate: 60%}
    - {id: opportunity, rate: 25%}
    - {id: client}

Money is a plain number, 40000 or 1250.50, without a sign or thousands
separators. A rate is 30%, 0.3, 27/90 (seen: 27 of 90) or 20%..40% (sure at 90%
to lie in there). A duration is 4h, 10d, 6w, 3mo or a range, 5d..30d. A period
is 2027, 2027-Q1, 2027-03 or 2027-01-01..2027-03-31.

A budget may have lines with names of your own, which are added up; a subsidy
is a line below 0:

  budget:
    ads: 30000
    trade fair: 15000
    subsidy: -5000

What else might be stands under scenarios: a name, and below it what is then
different, in paths or in blocks. embudo compare shows it beside the plan, and
embudo check says when its condition holds:

  scenarios:
    plan-b:
      when: attainment.sql < 80%
      do: move 5000 from ads to events
      budget: 30000
      stages.sql.rate: 40%

embudo validate finds what is wrong in a plan; embudo init writes one.

The keys:`,
		},
		"formats": {
			Short: "How results are written",
			Text: `Every command takes -o, --output:

  table     for people, as wide as the terminal
  markdown  for people, to paste into a document
  html      for people, to send and to print: one file that opens without network
  xlsx      a workbook for Excel and its like: numbers, money and dates as such
  csv       the main table alone, for spreadsheets and scripts
  json      everything, for scripts; its schema field names its form

csv and json never change with language, colour or width: keys are English,
numbers are plain, dates are 2027-03-31.

embudo calendar takes ics as well: dates for Google Calendar, Outlook and others.

help, completion and --version say the same in every format.

--output-file writes the result to a file, whole or not at all, and never over
one that exists without --force; never, even so, over one that the command reads.
Without -o the ending of its name is the format: .txt, .md, .csv, .json, .html,
.xlsx, and of a calendar .ics; any other is that of a text, but for those of other
programs, and .yaml, which is a plan's. With -o the ending is free, except that a
workbook, and nothing else, is named .xlsx.

A page of html stays below 400 KB: rows that are too many for it are left out of
its tables, which say how many; csv has all.

Cells of a csv that begin with = + - @ or a tab and are no numbers get a ' in
front, so that a spreadsheet does not run them. In a workbook they are texts.
What embudo qualify --write gives back keeps the cells of a CSV as they are: only
what embudo adds is made safe, and cells that come from another format.`,
		},
		"environment": {
			Short: "Preferences and variables of the environment",
			Text: `Preferences come from flags, else from variables, else from ./.embudo.yaml, else
from the user's own file, else they are built in:

  lang    EMBUDO_LANG    en or es, or a locale, es_CL; else LC_ALL, LC_MESSAGES or LANG decide
  output  EMBUDO_OUTPUT  table, json, csv, markdown, html or xlsx
  color   EMBUDO_COLOR   auto, always or never

Both files hold the keys lang, output and color. The user's own file is
embudo/config.yaml under XDG_CONFIG_HOME, else under ~/.config (on Windows under
%AppData%).

NO_COLOR turns colour off where color is auto. COLUMNS sets the width of tables
and help where the output is no terminal; else it is 80.

On a terminal, pictures are drawn with the tables, elsewhere with --chart. Where
LC_ALL, LC_CTYPE or LANG names a character set other than UTF-8, or TERM is linux
or dumb, they are drawn with plain letters.`,
		},
	}
}
