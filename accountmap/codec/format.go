package codec

import (
	"fmt"
	"path/filepath"
	"strings"
)

// Format is the syntax of an account file.
type Format string

// The formats.
const (
	JSON Format = "json"
	YAML Format = "yaml"
)

// formatOf tells the format by the extension of a file's name.
func formatOf(name string) (Format, error) {
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".json":
		return JSON, nil
	case ".yaml", ".yml":
		return YAML, nil
	default:
		return "", fmt.Errorf("codec: %s: no format has the extension %q; call it .json, .yaml or .yml", name, ext)
	}
}

func unknownFormat(f Format) error {
	return fmt.Errorf("codec: unknown format %q; use codec.JSON or codec.YAML", string(f))
}
