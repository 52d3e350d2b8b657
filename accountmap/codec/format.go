package codec

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
)

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

// formatOf returns the format for the extension of a file's name.
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

// extensionError is an extension that account files do not have.
type extensionError string

// Error does not name the file.
func (e extensionError) Error() string {
	if e == "" {
		return "the file's name has no extension"
	}
	return "account files do not end in " + string(e)
}

// syntax returns the syntax of JSON or YAML.
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
