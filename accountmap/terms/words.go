package terms

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
)

//go:embed words
var files embed.FS

// areas are the files of each language. A file is one JSON object of keys and words; the words of a [Terms.Count] have two keys, ending
// in the plural forms of CLDR.
var areas = [...]string{"enumerations", "reasons", "fields", "problems", "formats", "map", "columns", "workbook", "handoff"}

// readWords returns the words of a language by key, those of every area together.
func readWords(fsys fs.FS, lang string) (map[string]string, error) {
	words := map[string]string{}
	for _, area := range areas {
		name := path.Join("words", lang, area+".json")
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return words, err
		}
		var some map[string]string
		if err := json.Unmarshal(data, &some); err != nil {
			return words, fmt.Errorf("%s: %w", name, err)
		}
		maps.Copy(words, some)
	}
	return words, nil
}
