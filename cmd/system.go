package cmd

import (
	"errors"
	"io/fs"
	"syscall"

	"embudo/internal/i18n"
)

// systemReason is why the system did not do something with a file. Each language
// has words for what happens to people; the rest stays as the system says it.
type systemReason struct{ err error }

// in says the reason in a language, without the name of the file, which the
// sentence around it gives.
func (r systemReason) in(l *i18n.Language) string {
	w := &l.Errors.System
	for _, known := range []struct {
		err error
		say i18n.Text
	}{
		{errDirectory, w.Directory},
		{syscall.EISDIR, w.Directory},
		{errDevice, w.Device},
		{syscall.ENOTDIR, w.NotDirectory},
		{fs.ErrNotExist, w.Missing},
		{fs.ErrExist, w.Exists},
		{syscall.EROFS, w.ReadOnly},
		{fs.ErrPermission, w.NotPermitted},
		{syscall.ENOSPC, w.Full},
		{fs.ErrClosed, w.Closed},
		{syscall.EBADF, w.Closed},
		{syscall.EPIPE, w.NoReader},
		{syscall.ENAMETOOLONG, w.LongName},
		{errTooLong, w.TooLong},
	} {
		if errors.Is(r.err, known.err) {
			return string(known.say)
		}
	}
	var path *fs.PathError
	var number syscall.Errno
	switch {
	case errors.As(r.err, &path):
		return path.Err.Error()
	case errors.As(r.err, &number):
		return number.Error()
	}
	return r.err.Error()
}
