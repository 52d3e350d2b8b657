package codec

import (
	"bufio"
	"embed"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// Encode writes the account in the form that [Decode] reads: every non-zero value, in the order of
// the fields of [accountmap.Account], with the format number at the top. Equal accounts give equal
// bytes. Empty lists are left out, except for units and products, and are read back as nil. In
// YAML, an entry that fits into 160 characters is one line, and long texts are folded. An account
// with problems is written too, so that unfinished work can be saved. [Update] keeps the layout of
// an earlier file.
//
// Values that the file cannot represent are an error: invalid UTF-8, control characters, a word
// outside its enumeration, a date that does not exist, NaN, another format number. The error then
// wraps [accountmap.Problems], and nothing is written. Errors of w are returned.
func Encode(w io.Writer, a *accountmap.Account, f Format) error {
	if f != JSON && f != YAML {
		return unknownFormat(f)
	}
	if a == nil {
		return errors.New("codec: there is no account to write; it is nil")
	}
	if err := writable(a); err != nil {
		return fmt.Errorf("codec: the account cannot be written: %w", err)
	}
	b := bufio.NewWriter(w)
	tree.Write(b, bind.Tree(a), f.syntax())
	if err := b.Flush(); err != nil {
		return fmt.Errorf("codec: write: %w", err)
	}
	return nil
}

func writable(a *accountmap.Account) error {
	codes := []accountmap.Code{accountmap.ErrUnsupportedFormat, accountmap.ErrInvalidText, accountmap.ErrInvalidValue}
	rules := slices.DeleteFunc(accountmap.Rules(), func(r accountmap.Rule) bool { return !slices.Contains(codes, r.Code) })
	return accountmap.Validate(a, rules...).Err()
}

//go:embed template
var templates embed.FS

// Template returns a short YAML account file to begin with, in the language of the terms; nil terms
// are English. It has comments, and two entries of invented people in each of the most important
// lists. It has no errors. Custom words of the terms are not used. The caller may change the slice.
func Template(words *terms.Terms) []byte {
	text, _ := templates.ReadFile("template/" + words.Language() + ".yaml") // a test reads all
	return text
}

//go:generate go test -run TestSchemaIsUpToDate . -update

//go:embed account.schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of the account file, with which editors complete
// and check a file in JSON or YAML. It is generated from the types of package accountmap and their
// documentation. Every file that [Decode] accepts is valid by the schema if it is in the notation
// of [Encode]. The converse does not hold: only Decode checks relations between values, such as
// references, cycles and the order of dates. The caller may change the slice.
func Schema() []byte { return slices.Clone(schema) }

// Format is the syntax of an account file.
type Format string

// The formats.
const (
	JSON Format = "json"
	YAML Format = "yaml"
	// XLSX is the workbook that workbook.New makes. It can only be read: [Encode] does not write
	// it.
	XLSX Format = "xlsx"
)

func formatOf(name string) (Format, error) {
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".json":
		return JSON, nil
	case ".yaml", ".yml":
		return YAML, nil
	case ".xlsx":
		return XLSX, nil
	default:
		return "", extensionError(ext)
	}
}

type extensionError string

// Error does not name the file.
func (e extensionError) Error() string {
	if e == "" {
		return "the name of the file has no extension"
	}
	return "account files do not end in " + string(e)
}

func (f Format) syntax() tree.Format {
	if f == YAML {
		return tree.YAML
	}
	return tree.JSON
}

func unknownFormat(f Format) error {
	if f == XLSX {
		return errors.New("codec: a workbook is written by workbook.New; use codec.JSON or codec.YAML here")
	}
	return fmt.Errorf("codec: unknown format %q; use codec.JSON or codec.YAML", string(f))
}
