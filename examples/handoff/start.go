package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/message"
)

// begin writes the files of a new account into a folder: a text file to edit, a workbook to fill
// in, and the schema for editors. It overwrites no file.
func begin(ctx context.Context, folder string, words *terms.Terms, stdout io.Writer) error {
	book, err := emptyWorkbook(ctx, words)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	files := []struct {
		name string
		data []byte
	}{{"account.yaml", codec.Template(words)}, {"account.xlsx", book}, {"account.schema.json", codec.Schema()}}
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(folder, f.name)); !errors.Is(err, fs.ErrNotExist) {
			return accountmap.Sentence(message.Of("%s is there already: name a new folder with -new", filepath.Join(folder, f.name)))
		}
	}
	for _, f := range files {
		name := filepath.Join(folder, f.name)
		if err := os.WriteFile(name, f.data, 0o666); err != nil {
			return err
		}
		fmt.Fprintln(stdout, words.Sentence(accountmap.Sentence(message.Of("wrote %s", name))))
	}
	text, table := filepath.Join(folder, "account.yaml"), filepath.Join(folder, "account.xlsx")
	command := fmt.Sprintf("-out %s -lang %s", filepath.Join(folder, "pack"), words.Language())
	_, err = fmt.Fprintf(stdout, "\n%s\n    go run ./examples/handoff -in %s %s\n%s\n    go run ./examples/handoff -in %s -save %s %s\n%s\n",
		words.Text(terms.NewsStartText, text), text, command,
		words.Text(terms.NewsStartWorkbook, table), table, text, command, words.Text(terms.NewsStartReplaces, text))
	return err
}

// emptyWorkbook returns the workbook of an empty account.
func emptyWorkbook(ctx context.Context, words *terms.Terms) ([]byte, error) {
	if words == nil {
		words = terms.English()
	}
	m, err := accountmap.New(&accountmap.Account{Profile: accountmap.Profile{Name: words.Text(terms.WorkbookNewClient)}})
	if err != nil {
		return nil, err
	}
	book, err := workbook.New(ctx, m, &workbook.Options{Terms: words})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := book.WriteXLSX(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
