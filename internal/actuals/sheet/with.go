package sheet

// With is the same sheet with other rows: those that somebody made of its own.
func (s *Sheet) With(rows []Row) *Sheet {
	other := *s
	other.share = unshared(func(yield func(Row) error) error {
		for _, row := range rows {
			if err := yield(row); err != nil {
				return err
			}
		}
		return nil
	})
	return &other
}
