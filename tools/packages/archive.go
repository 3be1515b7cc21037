package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// archive writes the program and what lies beside it into one file: a zip for
// Windows, else a tar.gz, which keeps that the program may be run.
func (r *release) archive(system, processor string, program []byte) error {
	name := fmt.Sprintf("embudo_%s_%s_%s", r.number, systemName(system), processor)
	pack, ending, executable := tarGz, ".tar.gz", "embudo"
	if system == "windows" {
		pack, ending, executable = zipped, ".zip", "embudo.exe"
	}
	files := []file{{name: name + "/" + executable, data: program, executable: true}}
	for _, f := range r.beside {
		f.name = name + "/" + f.name
		files = append(files, f)
	}
	var packed bytes.Buffer
	if err := pack(&packed, files, r.time); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.folder, name+ending), packed.Bytes(), 0o644)
}

// systemName is what people call a system.
func systemName(system string) string {
	if system == "darwin" {
		return "macos"
	}
	return system
}

func (f file) mode() int64 {
	if f.executable {
		return 0o755
	}
	return 0o644
}

// tarGz packs files that belong to nobody in particular.
func tarGz(w io.Writer, files []file, at time.Time) error {
	zipper, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	packer := tar.NewWriter(zipper)
	for _, f := range files {
		header := &tar.Header{Name: f.name, Mode: f.mode(), Size: int64(len(f.data)), ModTime: at, Format: tar.FormatPAX, Typeflag: tar.TypeReg}
		if err := packer.WriteHeader(header); err != nil {
			return err
		}
		if _, err := packer.Write(f.data); err != nil {
			return err
		}
	}
	if err := packer.Close(); err != nil {
		return err
	}
	return zipper.Close()
}

func zipped(w io.Writer, files []file, at time.Time) error {
	packer := zip.NewWriter(w)
	for _, f := range files {
		header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: at}
		header.SetMode(os.FileMode(f.mode()))
		entry, err := packer.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := entry.Write(f.data); err != nil {
			return err
		}
	}
	return packer.Close()
}

// gzipped is data as manual pages are kept: without name or time.
func gzipped(data []byte) ([]byte, error) {
	var packed bytes.Buffer
	zipper, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := zipper.Write(data); err != nil {
		return nil, err
	}
	if err := zipper.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), nil
}
