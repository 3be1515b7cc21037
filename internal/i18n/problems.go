package i18n

// Problem is what the tool says of one problem of a plan file: what is wrong,
// and what to write instead. Both are lower case without a full stop, since they
// stand behind "plan.yaml:7:11: ". Placeholders are the args of the problem in
// package plan, where the names come from.
type Problem struct{ Text, Hint Text }

// problemsEnglish says what is wrong with a plan file, in English.
func problemsEnglish() map[string]Problem {
	return map[string]Problem{
		// the file
		"file-too-large": {
			"the file is larger than {max}",
			"keep the plan alone in its file; data such as a CRM export goes into files of its own",
		},
		"empty-file": {
			"the file is empty",
			"write at least budget, a target, average_revenue_per_client and stages",
		},
		"binary-file": {
			"the file is not text",
			"save the plan as plain text in UTF-8, not as a spreadsheet or document",
		},
		"utf-16": {
			"the file is in UTF-16",
			"save it as UTF-8; in Notepad: Save as, Encoding UTF-8",
		},
		"not-utf-8": {
			"this character is not in UTF-8",
			"save the file as UTF-8; in Notepad: Save as, Encoding UTF-8",
		},
		"looks-like-export": {
			"this looks like an export with columns, not like a plan",
			"name the plan first and the export behind it, for example embudo check plan.yaml export.csv; embudo init writes a plan",
		},
		"second-document": {
			"a second document begins here",
			"one file holds one plan: remove everything from this --- on, or save it as another file",
		},

		// YAML
		"yaml-syntax": {
			"this line cannot be read as YAML",
			"write key: value, one key on each line, and put texts with signs in them between double quotes",
		},
		"tab-indentation": {
			"a tab indents this line",
			"indent with spaces, two for each level",
		},
		"bad-indentation": {
			"this line is indented unlike its neighbours",
			"begin keys of the same block in the same column, two spaces further in than the block",
		},
		"control-character": {
			"there is a control character here",
			"delete it; it may be invisible, so write the word before it and the one after it anew",
		},
		"unclosed-quote": {
			"the quote that begins here never ends",
			"write the same quote at the end of the text",
		},
		"unclosed-bracket": {
			"the bracket that begins here is not closed",
			"separate its parts with commas and close it with the matching bracket",
		},
		"bad-escape": {
			"the backslash here begins no known escape",
			"write two backslashes, or put the text between single quotes",
		},
		"missing-colon": {
			`"{got}" is neither a key nor a list item`,
			"write a key, a colon, a space and a value, for example budget: 40000",
		},
		"missing-dash": {
			"another item begins here without its dash",
			"write {want}, with the dash below those of the items above",
		},
		"no-break-space": {
			"there is a no-break space here ({got}), as Word and web pages have it",
			"delete it and type a plain space; the two look alike",
		},
		"other-space": {
			"there is a character here that only looks like a space, or like nothing ({got})",
			"delete it and type a plain space where one is needed",
		},
		"other-dash": {
			"an item of a list cannot begin with {got}",
			"write the hyphen of the keyboard: {want}",
		},
		"other-quotes": {
			"{got} stands in a word processor's quotes",
			"write {want}",
		},
		"missing-space": {
			`"{got}" lacks a space`,
			"write {want}",
		},
		"colon-in-text": {
			"the text {got} has a colon in it",
			"put it between quotes: {want}",
		},
		"bracket-in-text": {
			"the text {got} has a bracket in it",
			"put it between quotes: {want}",
		},
		"text-after-quote": {
			"the text goes on after its closing quote: {got}",
			"write {want}",
		},
		"reserved-character": {
			"a value cannot begin with {got}",
			"put it between quotes: {want}",
		},
		"merge-key": {
			"plans do not merge mappings with <<",
			"write the keys out, or use *name for a value as a whole",
		},
		"yaml-tag": {
			"the tag {got} has no meaning in a plan",
			"delete the tag and leave the value",
		},
		"unknown-alias": {
			"nothing is named {got}",
			"write & and the name before the value that it stands for, above this line",
		},
		"alias-of-itself": {
			"{got} stands inside the value that it stands for",
			"write the value out instead of {got}",
		},
		"too-many-aliases": {
			"aliases here add more than {max} values",
			"write the values out, or use fewer aliases of aliases",
		},
		"too-many-values": {
			"the file has more than {max} values",
			"keep the plan alone in its file; data such as a CRM export goes into files of its own",
		},
		"too-many-problems": {
			"there are more than {max} problems; the others are not listed",
			"check that this file is the plan, then repair the first of them and run this again",
		},
		"too-deep": {
			"values are nested deeper than {max} levels here",
			"remove levels; a plan needs about six",
		},

		// keys
		"plan-not-mapping": {
			"the file is not a plan: it has no keys",
			"write one key on each line, for example budget: 40000",
		},
		"mapping-expected": {
			"{key} must have keys of its own",
			"write its keys instead, each on a line of its own, for example {want}",
		},
		"list-expected": {
			"{key} must be a list",
			"write below it, one line for each item: {want}",
		},
		"value-expected": {
			"{key} takes one value, not a list or a block",
			"write {example}",
		},
		"key-not-text": {
			"a key must be a plain word",
			"write a word, a colon and a space, for example budget: 40000",
		},
		"duplicate-key": {
			"{key} stands twice; it is also on line {line}",
			"keep one of the two",
		},
		"missing-key": {
			"{key} is missing",
			"write {want}",
		},
		"missing-value": {
			"{key} has no value",
			"write {example}, or leave the key out where it is optional",
		},
		"misspelt-key": {
			"{key} is not a key",
			"write {want}",
		},
		"unknown-key": {
			"{key} is not a key",
			"keys that can stand here: {known}",
		},
		"key-belongs-at-top": {
			"{key} does not belong here",
			"move {name} to the top of the file, without indentation",
		},
		"key-belongs-in-stage": {
			"{key} does not belong here",
			"move {name} into a stage, beside its id",
		},
		"key-belongs-in-capacity": {
			"{key} does not belong here",
			"move {name} below capacity, inside a stage",
		},
		"key-belongs-in-funnel": {
			"{key} does not belong here",
			"move {name} into one of the funnels, beside its name",
		},
		"key-belongs-in-actuals": {
			"{key} does not belong here",
			"move {name} below actuals, two spaces further in",
		},
		"key-belongs-in-source": {
			"{key} does not belong here",
			"move {name} into one of the sources below actuals, beside its path",
		},
		"key-belongs-in-check": {
			"{key} does not belong here",
			"move {name} below check, two spaces further in",
		},
		"list-too-long": {
			"{key} has more than {max} items",
			"keep {max} of them at most",
		},
		"list-without-brackets": {
			"{key}: {got} is a list without its brackets",
			"write {want}",
		},

		// settings
		"unknown-setting": {
			"the plan has no {got}",
			"write a path such as {want}",
		},
		"bad-setting-value": {
			"the value {got} cannot be read",
			"write a plain value such as 35%, or a list such as [80%, 90%]",
		},

		// numbers
		"not-a-number": {
			`{key}: "{got}" is not a number`,
			"write digits, for example {example}",
		},
		"ambiguous-number": {
			"{key}: {got} can be read in two ways",
			"write {want}, or {other}",
		},
		"thousands-separator": {
			"{key}: {got} has marks between its digits",
			"write {want}",
		},
		"decimal-comma": {
			"{key}: {got} has a comma for its decimals",
			"write a point: {want}",
		},
		"decimal-comma-share": {
			"{key}: {got} has a comma for its decimals",
			"write {want} or {other}, which is the same",
		},
		"leading-zero": {
			"{key}: {got} begins with a 0 that does not count",
			"write {want}",
		},
		"half-a-decimal": {
			"{key}: {got} is not written out",
			"write {want}",
		},
		"exponent": {
			"{key}: {got} is written with an exponent",
			"write it out: {want}",
		},
		"not-base-ten": {
			"{key}: {got} is not a decimal number",
			"write {want}",
		},
		"not-finite": {
			"{key}: {got} is not a number to plan with",
			"write a number, for example {example}",
		},
		"smart-quotes": {
			"{key}: {got} stands in a word processor's quotes",
			"write {want}, with straight quotes or none",
		},
		"abbreviated-number": {
			"{key}: {got} is abbreviated",
			"write it out: {want}",
		},
		"text-around-number": {
			`{key}: "{got}" is more than a number`,
			"write {want}",
		},
		"currency-in-number": {
			`{key}: "{got}" has a currency in it`,
			"write {want}; the currency has a key of its own, currency",
		},
		"number-in-parentheses": {
			"{key}: {got} stands in parentheses",
			"write {want} for what is below 0, such as a subsidy, or the digits alone",
		},
		"several-numbers": {
			`{key}: "{got}" is more than one number`,
			"write one of them, for example {want}",
		},
		"number-too-long": {
			"{key} has more than {max} digits",
			"write at most {max} digits; a few are enough to plan with",
		},
		"number-too-large": {
			"{key}: {got} is above {max}",
			"write at most {max}",
		},
		"negative-number": {
			"{key}: {got} is below 0",
			"write 0 or more, for example {want}",
		},
		"not-above-zero": {
			"{key}: {got} is not above 0",
			"write a number above 0, for example {example}",
		},
		"not-whole": {
			"{key}: {got} is not a whole number",
			"write {want}",
		},
		"percent-not-allowed": {
			"{key}: {got} is a percentage where a plain number is meant",
			"write it without %, for example {want}",
		},
		"percent-sign-missing": {
			"{key}: {got} lacks its percent sign",
			"write {want}",
		},
		"share-unclear": {
			"{key}: {got} may mean {got} times the target, or {got}% of it",
			"write {want} for {got} times the target; for the other, {other}",
		},
		"above-whole": {
			"{key}: {got} is above 100%",
			"write 100% or less",
		},
		"bad-fraction": {
			"{key}: {got} is not one whole number by another",
			"write two whole numbers with a / between them, for example {want}",
		},
		"confidence-of-one": {
			"{key}: nobody can be {got} sure",
			"write less than 100%, for example {want}",
		},
		"return-loses-all": {
			"{key}: a return of {got} loses more than there is",
			"write a return above -100%; 0% is break-even",
		},
		"return-in-times": {
			"{key}: {got} can be read in two ways",
			"write {want} if the budget comes back that many times in all, {other} if the profit alone is that many times the budget",
		},

		// rates
		"missing-rate": {
			`stage "{stage}" has no rate, and it is not the last one`,
			"write rate: and the share that goes on to the next stage, for example rate: 30%",
		},
		"rate-above-one": {
			`stage "{stage}": rate {got} is above 1`,
			"write {want}",
		},
		"rate-above-hundred": {
			`stage "{stage}": rate {got} is above 100%`,
			"write 100% or less: no more can go on than came in",
		},
		"rate-not-above-zero": {
			`stage "{stage}": rate {got} is not above 0`,
			"write a rate above 0, for example 1%: with none nobody reaches the next stage",
		},
		"evidence-of-nothing": {
			`stage "{stage}": {got} has seen nobody come in`,
			"write how many went on / how many came in, for example 27/90, or a guess such as 30%",
		},
		"evidence-above-all": {
			`stage "{stage}": in {got} more went on than came in`,
			"write {want}: how many went on / how many came in",
		},
		"evidence-without-success": {
			`stage "{stage}": in {got} nobody went on`,
			"write a guess until somebody does, for example 1% or 0.5%..5%",
		},
		"range-with-dash": {
			`stage "{stage}": {got} is not how a range is written`,
			"write {want}",
		},
		"range-mixed": {
			`stage "{stage}": only one end of {got} is a percentage`,
			"write {want}",
		},
		"range-ends": {
			`stage "{stage}": the range {got} reaches 0% or 100%`,
			"write ends between the two, for example 20%..40%",
		},
		"range-too-wide": {
			`stage "{stage}": the range {got} is too wide to say anything`,
			"write a narrower range, for example 20%..40%",
		},
		"range-order": {
			`stage "{stage}": the range {got} begins with its higher end`,
			"write {want}",
		},

		// time
		"bad-duration": {
			`{key}: "{got}" is not a duration`,
			"write a number with h, d, w or mo, for example {want}",
		},
		"months-or-minutes": {
			"{key}: the m in {got} can mean months or minutes",
			"write {want} for months; there is no unit shorter than the hour, 1h",
		},
		"shorter-than-hour": {
			"{key}: {got} is not written in whole hours, and there is no unit shorter than the hour",
			"write {want}",
		},
		"duration-without-unit": {
			"{key}: {got} has no unit",
			"write {want} for days; h is for hours, w for weeks, mo for months",
		},
		"duration-too-long": {
			"{key}: {got} is longer than {max}",
			"write at most {max}",
		},
		"lag-from-zero": {
			`stage "{stage}": the range {got} begins at 0`,
			"write a range that begins above 0, for example 1h..30d, or one duration: {want}",
		},
		"range-of-nothing": {
			`stage "{stage}": both ends of {got} are the same`,
			"write {want}",
		},
		"bad-period": {
			`"{got}" is not a period`,
			"write a quarter, a year, a month or two dates; for example {want}",
		},
		"period-of-one-day": {
			`"{got}" is one day, and a period has a first and a last one`,
			"write both as first..last, or the quarter or year that it lies in: {want} or {other}",
		},
		"bad-date": {
			`{key}: "{got}" is not a date`,
			"write year-month-day, for example {want}",
		},
		"period-backwards": {
			"{key}: {got} ends before it begins",
			"write {want}",
		},
		"period-too-long": {
			"{key}: {got} is longer than {max} years",
			"write a shorter time, for example one quarter: 2027-Q1",
		},
		"year-out-of-range": {
			"{key}: {got} is not between the years {first} and {last}",
			"write a year from {first} to {last}",
		},
		"dates-outside-period": {
			`stage "{stage}": its dates {got} lie outside the period`,
			"move the dates or the period, if that is not meant",
		},
		"unknown-season": {
			`{key}: "{got}" is neither a month nor an ISO week`,
			"write {want}; months are january or 2027-01, weeks W07 or 2027-W07",
		},
		"seasons-mixed": {
			`{key}: of "{got}" and "{other}" one is a month and the other a week`,
			"weigh either months or weeks, and leave the others out",
		},
		"season-outside-period": {
			"seasonality: {got} lies outside the period",
			"change its year, if that is not meant; without a year a month or week counts in every year",
		},

		// words
		"bad-id": {
			`{key}: "{got}" cannot be an id`,
			"write letters without accents, digits, _ and -, with a letter first: {want}",
		},
		"unknown-choice": {
			`{key}: "{got}" is not one of the words for it`,
			"write one of: {known}",
		},
		"misspelt-choice": {
			`{key}: "{got}" is not one of the words for it`,
			"write {want}",
		},
		"unknown-country": {
			`holidays: the holidays of "{got}" are not known`,
			"write one of {known}, or list the dates yourself: [2027-01-01, 2027-05-01]",
		},
		"unknown-currency": {
			`currency: "{got}" is not the code of a currency`,
			"write an ISO 4217 code, for example {want}",
		},
		"several-currencies": {
			`currency: "{got}" is what several currencies are called`,
			"write the code of one of them: {known}",
		},
		"unknown-version": {
			"version {got} of plan files is not known here",
			"write version: 1, or use a newer embudo",
		},

		// the plan as a whole
		"no-target": {
			"the plan has no target",
			"write one of target_return: 150%, target_revenue: 100000 and target_clients: 10",
		},
		"several-targets": {
			"{key} is a second target beside {other}",
			"keep one of the two; the other one is worked out",
		},
		"many-referrals": {
			"{key}: each client would bring {got} more; if {got}% was meant, that is {want}",
			"nothing to do if each client does; else write {want}",
		},
		"no-stages": {
			"the plan has no stages",
			"write stages: and below it, from the top of the funnel to the client, lines such as - id: mql",
		},
		"stages-and-funnels": {
			"the plan has both stages and funnels",
			"move the stages into one of the funnels, or delete funnels",
		},
		"empty-stages": {
			"{key} has no stage in it",
			"write one line for each stage, from the top of the funnel to the client, such as - id: mql",
		},
		"empty-funnels": {
			"funnels has no funnel in it",
			"write name, share and stages of each, or stages alone where there is one funnel",
		},
		"too-many-stages": {
			"a funnel of {got} stages is more than {max}",
			"merge stages until {max} are left; six or seven are usual",
		},
		"too-many-funnels": {
			"a plan of {got} funnels is more than {max}",
			"merge funnels until {max} are left, or write several plans",
		},
		"duplicate-stage": {
			`the id "{id}" is taken by the stage on line {line}`,
			"write an id of its own for this stage, for example id: {want}",
		},
		"duplicate-funnel": {
			`the id "{id}" is taken by the funnel on line {line}`,
			"write an id of its own for this funnel, for example id: {want}",
		},
		"last-stage-key": {
			`stage "{stage}" is the last one and cannot have {key}`,
			"delete {key} here, or write the stage that follows below it",
		},
		"capacity-two-paces": {
			`stage "{stage}": its capacity has both per_day and per_week`,
			"keep one of the two",
		},
		"capacity-without-pace": {
			`stage "{stage}": its capacity does not say how many one person handles`,
			"write per_week: 6, or per_day: 2",
		},
		"unknown-success-stage": {
			`success_stage: no stage has the id "{got}"`,
			"write the id of a stage: {known}",
		},
		"success-stage-not-in-funnel": {
			`success_stage: funnel "{funnel}" has no stage "{got}"`,
			"give a stage of that funnel the id {got}, or name a stage that every funnel has",
		},
		"shares-below-whole": {
			"the shares of the funnels add up to {got}, not to 100%",
			"give the missing {difference} to one of them",
		},
		"shares-above-whole": {
			"the shares of the funnels add up to {got}, not to 100%",
			"take the {difference} that is too much from one of them",
		},
		"budget-is-list": {
			"{key} is a list",
			"write its lines as keys, each with its amount, in brackets or one below the other: {want}",
		},
		"budget-not-above-zero": {
			"{key}: its lines add up to {got}, which is not above 0",
			"write what is spent as positive lines and only subsidies as negative ones",
		},
		"funnel-without-budget": {
			`funnel "{funnel}" has no budget while another one has`,
			"write a budget in each funnel, or in none of them",
		},
		"budgets-do-not-add-up": {
			"the budgets of the funnels add up to {got}, not to {want}",
			"change them so that they add up to {want}, or write budget: {got} at the top of the file",
		},

		// actual numbers
		"unknown-meaning": {
			`{key}: "{got}" is neither a stage nor anything else that a column can mean`,
			"write {want}, or what else is meant: the id of a stage, or one of {known}",
		},
		"unknown-outcome": {
			`{key}: "{got}" is neither a stage nor anything else that a value can mean`,
			"write {want}, or what else is meant: the id of a stage, or one of {known}",
		},
		"unknown-stage": {
			`{key}: no stage has the id "{got}"`,
			"write {want}",
		},
		"unknown-funnel": {
			`{key}: no funnel has the id "{got}"`,
			"write {want}",
		},
		"one-funnel": {
			"{key} tells funnels apart, and the plan has only one",
			"delete it; a plan with several has funnels: in place of stages:",
		},
		"pair-backwards": {
			"{key}: {got} stands on the wrong side of the colon",
			"write {want}",
		},
		"stage-hides-word": {
			`{key} is taken for the stage "{stage}", which is called like a word of embudo's`,
			"nothing to do if the stage is meant; else give it another id",
		},
		"unknown-delimiter": {
			`{key}: "{got}" cannot stand between cells`,
			`write one of ",", ";", "|" with its quotes, or the word tab`,
		},
		"unknown-database": {
			"{key}: nothing can be read from {got}",
			"write an address that begins with postgres://, or the path of a file, for example crm.csv",
		},
		"password-in-source": {
			"{key} has a password in it",
			"write {want} and put the password into PGPASSWORD, or into the file that PGPASSFILE names",
		},
		"duplicate-source": {
			"{key}: {got} is also the source on line {line}, and would count twice",
			"keep one of the two",
		},
		"table-and-query": {
			"{key} has both a table and a query",
			"keep one of the two",
		},
		"key-only-for-databases": {
			"{key} is for a database, and this source is a file",
			"delete it; a workbook has sheet: instead",
		},
		"key-only-for-files": {
			"{key} is for a file, and this source is a database",
			"delete it; a database has table: or query: instead",
		},

		// the ideal client, and what sales finds out
		"key-belongs-in-rule": {
			"{key} does not belong here",
			"move {name} into a rule below ideal_client.rules",
		},
		"key-belongs-in-ideal-client": {
			"{key} does not belong here",
			"move {name} below ideal_client, two spaces further in",
		},
		"score-out-of-reach": {
			"{key}: {got} points are more than all rules together bring, {max}",
			"write {max} or less, or a share such as 70%",
		},
		"lead-above-mql": {
			"ideal_client.lead: {got} is above what makes an MQL, and every MQL is a lead",
			"write {want} or less",
		},
		"duplicate-rule": {
			`another rule is called "{got}" too, on line {line}`,
			"tell them apart: add {want} to this one",
		},
		"rule-without-condition": {
			`the rule "{got}" does not say what its field must be`,
			"add one of {known}, for example in: [CL, PE] or min: 20",
		},
		"several-conditions": {
			"{key} stands beside {other}, and a rule asks one thing",
			"make two rules of it, with the same field and names of their own; only min and max go together",
		},
		"bounds-mixed": {
			"{key}: {got} and min: {other} are not both numbers or both dates",
			"write two numbers, such as 20 and 200, or two dates, such as 2026-01-01 and 2026-12-31",
		},
		"min-above-max": {
			"{key}: nothing is at least {other} and at most {got}",
			"write min: {got} and max: {other}",
		},
		"bad-pattern": {
			`{key}: "{got}" is no regular expression; the mistake is at {part}`,
			"write {want} to find the text as it stands, or in: with a list of texts",
		},
		"pattern-too-long": {
			"{key} has more than {max} characters",
			"write in: with a list of texts instead",
		},
		"means-both": {
			`qualification: "{got}" cannot mean both yes and no`,
			"keep it in one of means_yes and means_no",
		},

		// what they are judged by
		"at-risk-above-on-track": {
			"check.at_risk: {got} is above {want}, from where on a stage is on track",
			"write {want} or less",
		},
		"funnel-not-judged": {
			`check.judge names no stage of the funnel "{funnel}": all of its stages up to "{want}" decide`,
			"nothing to do if that is meant; else add those of its stages that are to decide",
		},
		"bad-threshold": {
			`{key}: "{got}" is not a metric, a relation and a number`,
			"write a condition such as {want}",
		},
		"bad-relation": {
			`{key}: "{got}" is none of the relations >=, >, <= and <`,
			"write {want}",
		},
		"unknown-metric": {
			`{key}: "{got}" is not a metric`,
			"write {want}",
		},
		"metric-of-stage": {
			"{key}: {got} does not say of which stage",
			"write {want}",
		},
		"metric-of-plan": {
			"{key}: {got} is of the whole plan and takes no stage",
			"write {want}",
		},
		"cost-of-one-funnel": {
			`{key}: what was spent on "{got}" alone is not known, only what all funnels cost`,
			"write {want}",
		},
		"rate-of-last-stage": {
			`{key}: nobody goes on from "{got}", the last stage, so it has no rate`,
			"write {want}",
		},
	}
}
