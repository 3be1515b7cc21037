package actuals

// readRecords takes in leads or deals.
func (p *part) readRecords() (changed bool, err error) {
	switch {
	case p.column(MeaningID) == nil:
		return p.takeIn(func() idSorter { return allCounted{} })
	case p.reader.book != nil:
		return p.takeIn(func() idSorter { return allJoined{} })
	}
	return p.readByIDs()
}

// takeIn reads all rows once and tells what they say.
func (p *part) takeIn(sorter func() idSorter) (changed bool, err error) {
	takers, workers := p.recordTakers(sorter)
	if changed, err := p.run(workers); changed || err != nil {
		return changed, err
	}
	return false, p.tell(takers, workers)
}

// recordTakers are takers of records with a worker for each.
func (p *part) recordTakers(sorter func() idSorter) ([]*recordTaker, []*worker) {
	takers := make([]*recordTaker, p.reader.workers)
	rows := make([]rowTaker, len(takers))
	for i := range takers {
		takers[i] = newRecordTaker(p, sorter())
		rows[i] = takers[i]
	}
	workers := p.crew(rows)
	for i, t := range takers {
		t.follow(workers[i].rest)
	}
	return takers, workers
}

// tell counts what takers have taken in, apart from what is in their books.
func (p *part) tell(takers []*recordTaker, workers []*worker) error {
	p.settle(workers)
	book, sets := newBook(), []*rowSet(nil)
	for _, t := range takers {
		book.joinAll(t.book)
		if t.alike != nil {
			sets = append(sets, t.alike)
		}
	}
	p.alike += alike(sets)
	for _, e := range book.leads {
		p.countShared(e)
	}
	if p.reader.book != nil {
		p.reader.book.update(book)
		return p.reader.book.bound()
	}
	p.dropUndated(book)
	leads := p.reader.newLeadTally()
	book.tell(leads)
	leads.tell(p.reader.tally)
	return nil
}

// countShared notes how many rows were joined by an id.
func (p *part) countShared(e *entry) {
	if e.rows > 1 {
		p.sharedRows += e.rows
		p.sharedLeads++
	}
}

// dropUndated leaves out the leads that no row dates.
func (p *part) dropUndated(b *book) {
	for key, e := range b.leads {
		if !e.isDated() {
			p.rows -= e.rows
			p.dropped.merge(leftNoDay, leftRows{e.rows, e.row})
			delete(b.leads, key)
		}
	}
}

// readByIDs takes rows in as if no id came twice, which is so in most files. Where
// one does, they are read again, and the rows of such ids are joined.
func (p *part) readByIDs() (changed bool, err error) {
	for {
		ids := newIDSet(p.reader.seed, p.expectedRows())
		var looks []*firstLook
		takers, workers := p.recordTakers(func() idSorter {
			looks = append(looks, &firstLook{ids: ids})
			return looks[len(looks)-1]
		})
		if changed, err := p.run(workers); changed || err != nil {
			return changed, err
		}
		for _, f := range looks {
			f.lookUp()
		}
		if ids.full.Load() && !ids.isLargest() {
			continue // there are more rows than were expected
		}
		again, ok := repeated(looks)
		p.unchecked = ids.full.Load() || !ok
		ids.release()
		if p.unchecked || len(again) == 0 {
			return false, p.tell(takers, workers)
		}
		return false, p.readAgain(again)
	}
}

// readAgain reads all rows and joins those of ids that come again.
func (p *part) readAgain(hashes map[uint64]bool) error {
	turns := uint64((len(hashes) + maxAtOnce - 1) / maxAtOnce)
	for turn := range turns {
		sorter := repeatedOnly{p.reader.seed, hashes, turn, turns}
		if _, err := p.takeIn(func() idSorter { return sorter }); err != nil {
			return err
		}
	}
	return nil
}

// expectedRows is how many rows a part has, or may have where only some of them
// were looked at.
func (p *part) expectedRows() int64 {
	if !p.isSample {
		return p.table.rows
	}
	const more = 17 // of sixteen: others may be shorter
	return p.survey.current.rows * p.size / max(p.survey.bytes, 1) * more / (more - 1)
}
