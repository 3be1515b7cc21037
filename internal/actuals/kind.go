package actuals

// tableKind is what the rows of a table are.
type tableKind string

// The kinds.
const (
	kindUnknown        tableKind = ""
	kindCountsLong     tableKind = "counts_long"      // a row a day, stage, …, with a count
	kindCountsWide     tableKind = "counts_wide"      // a row a day, with a count or amount a column
	kindRecordsByDates tableKind = "records_by_dates" // a row a lead or deal, with the day on which it entered each stage
	kindRecordsByStage tableKind = "records_by_stage" // a row a lead or deal, with its stage and when it came and went
	kindSpend          tableKind = "spend"            // what was spent, as ad platforms report it
)

// role is a meaning that a kind of table can use.
type role struct {
	meaning Meaning
	// from are the claims that fill it, the first that any column makes: a column
	// "Date" is the day on which a deal came in where no other says so.
	from []Meaning
}

func roleOf(m Meaning, others ...Meaning) role { return role{m, append([]Meaning{m}, others...)} }

// roles lists the meanings that a kind of table can use.
func (k tableKind) roles() []role {
	switch k {
	case kindCountsLong:
		return []role{
			roleOf(MeaningDate, MeaningEntered), roleOf(MeaningStarts), roleOf(MeaningEnds), roleOf(MeaningStage), roleOf(MeaningCount),
			roleOf(MeaningFunnel), roleOf(MeaningChannel), roleOf(MeaningOwner), roleOf(MeaningAmount, MeaningRevenue), roleOf(MeaningSpend),
		}
	case kindCountsWide:
		return []role{
			roleOf(MeaningDate, MeaningEntered), roleOf(MeaningStarts), roleOf(MeaningEnds), roleOf(MeaningFunnel), roleOf(MeaningChannel),
			roleOf(MeaningOwner), roleOf(MeaningSpend), roleOf(MeaningRevenue, MeaningAmount),
		}
	case kindSpend:
		return []role{
			roleOf(MeaningDate, MeaningEntered), roleOf(MeaningStarts), roleOf(MeaningEnds), roleOf(MeaningFunnel), roleOf(MeaningChannel),
			roleOf(MeaningCampaign), roleOf(MeaningSpend, MeaningAmount), roleOf(MeaningLeads), roleOf(MeaningResultType),
		}
	case kindRecordsByDates, kindRecordsByStage:
		return []role{
			roleOf(MeaningID), roleOf(MeaningEntered, MeaningDate), roleOf(MeaningClosed), roleOf(MeaningWon), roleOf(MeaningLost),
			roleOf(MeaningFirstResponse), roleOf(MeaningStage), roleOf(MeaningFunnel), roleOf(MeaningChannel), roleOf(MeaningCampaign),
			roleOf(MeaningOwner), roleOf(MeaningAmount, MeaningRevenue), roleOf(MeaningReason), roleOf(MeaningWonReason),
			roleOf(MeaningLostReason), roleOf(MeaningReferredBy), roleOf(MeaningRepeat),
		}
	default:
		return nil
	}
}

// features are what of a table tells its kind.
type features struct {
	claims     map[Meaning]bool
	stageDates int
	stageCount int // of columns that are not also what an ad platform calls leads
	leadCounts int // of columns that are
	adWords    int
	mayCount   bool // a column may hold counts, by a word that is used for other things too
}

func (u *understanding) features() features {
	f := features{claims: map[Meaning]bool{}}
	for _, c := range u.columns {
		if c.chosen {
			f.claims[c.meaning] = true
		}
		for _, claim := range c.claims {
			if !c.chosen && c.claimsSurely(claim.meaning) && (!c.isEmpty() || u.table.rows == 0) {
				f.claims[claim.meaning] = true
			}
		}
		if rank, ok := c.rank(MeaningCount); ok && rank == candidate && c.holds(MeaningCount) && !c.isEmpty() {
			f.mayCount = true
		}
		if _, ad := u.words.platformOf(c.header); ad {
			f.adWords++
		}
		switch meaning := c.stageMeaning(); {
		case meaning == MeaningStageDate:
			f.stageDates++
		case meaning == MeaningStageCount && c.claimsSurely(MeaningLeads):
			f.leadCounts++
		case meaning == MeaningStageCount:
			f.stageCount++
		}
	}
	return f
}

func (f features) any(meanings ...Meaning) bool {
	for _, m := range meanings {
		if f.claims[m] {
			return true
		}
	}
	return false
}

// chosenKind is the kind that a choice names, of the two that each can be the one
// that the features have; without a choice it is found.
func (f features) chosenKind(choice string) tableKind {
	switch choice {
	case "records":
		if f.stageDates > 0 {
			return kindRecordsByDates
		}
		return kindRecordsByStage
	case "counts":
		if f.any(MeaningStage) {
			return kindCountsLong
		}
		return kindCountsWide
	case "spend":
		return kindSpend
	}
	return f.kind()
}

// kind is what the rows of a table with these features are.
func (f features) kind() tableKind {
	person := f.any(MeaningID, MeaningEntered, MeaningClosed, MeaningWon, MeaningLost) || f.stageDates > 0
	money := f.any(MeaningSpend, MeaningRevenue)
	dated := f.any(MeaningDate, MeaningStarts)
	switch {
	case f.any(MeaningStage) && (f.any(MeaningCount) || f.mayCount) && !person:
		return kindCountsLong
	case f.adWords > 0 && f.any(MeaningSpend, MeaningLeads) && f.stageCount == 0 && !f.any(MeaningID, MeaningClosed):
		return kindSpend
	case f.stageCount+f.leadCounts > 0 && !person, dated && money && !person && !f.any(MeaningStage, MeaningSpend):
		return kindCountsWide
	case f.any(MeaningSpend) && !person && !f.any(MeaningStage):
		return kindSpend
	case f.stageDates > 0:
		return kindRecordsByDates
	case f.any(MeaningStage) && (person || dated), person && !f.onlyID() && !money:
		return kindRecordsByStage
	case dated && f.any(MeaningChannel, MeaningOwner, MeaningAmount) && !money:
		return kindRecordsByStage
	}
	return kindUnknown
}

// onlyID reports whether nothing but an id makes the rows records: such a table,
// of sellers or goals, says nothing of what happened when.
func (f features) onlyID() bool {
	return !f.any(MeaningEntered, MeaningClosed, MeaningWon, MeaningLost, MeaningDate) && f.stageDates == 0
}
