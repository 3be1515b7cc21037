package cmd

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"testing"

	"embudo/internal/i18n"
)

// What the system says is said in the user's language; what nobody has words for
// stays as it is.
func TestSystemReasons(t *testing.T) {
	at := func(err error) error { return &fs.PathError{Op: "open", Path: "plan.yaml", Err: err} }
	for _, test := range []struct {
		err    error
		en, es string
	}{
		{at(fs.ErrNotExist), "no such file or folder", "no existe ese archivo o carpeta"},
		{at(syscall.ENOENT), "no such file or folder", "no existe ese archivo o carpeta"},
		{at(syscall.EACCES), "no permission for it", "no hay permiso"},
		{at(syscall.EISDIR), "is a folder, not a file", "es una carpeta, no un archivo"},
		{errDirectory, "is a folder, not a file", "es una carpeta, no un archivo"},
		{errDevice, "is a device, not a file", "es un dispositivo, no un archivo"},
		{at(syscall.ENOTDIR), "a part of its path is a file, not a folder", "una parte de su ruta es un archivo y no una carpeta"},
		{at(syscall.ENOSPC), "no space is left on the disk", "no queda espacio en el disco"},
		{at(syscall.EROFS), "the disk can only be read", "el disco es de solo lectura"},
		{at(os.ErrClosed), "it is closed already", "ya está cerrado"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.ENOSPC}, "no space is left on the disk", "no queda espacio en el disco"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EXDEV}, syscall.EXDEV.Error(), syscall.EXDEV.Error()},
		{at(errors.New("device melted")), "device melted", "device melted"},
		{errTooLong, "more than 16 GB", "más de 16 GB"},
	} {
		for code, want := range map[string]string{"en": test.en, "es": test.es} {
			l, _ := i18n.For(code)
			if got := (systemReason{test.err}).in(l); got != want {
				t.Errorf("%v in %s: %q, want %q", test.err, code, got, want)
			}
		}
	}
}

// A sentence takes the reason in its own language.
func TestReasonsInSentences(t *testing.T) {
	l, _ := i18n.For("es")
	f := cannotRead("plan.yaml", &fs.PathError{Op: "read", Path: "plan.yaml", Err: syscall.ENOSPC})
	if text, _ := f.tell(l); text != "plan.yaml: no se puede leer: no queda espacio en el disco" {
		t.Error(text)
	}
	if f.Error() != "plan.yaml: cannot be read: no space is left on the disk" {
		t.Error(f.Error())
	}
}
