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

// readWords returns the words of a language by key, those of every area together. An area is a file of the language's folder: one JSON object of
// keys and words, no key of which another area has; the words of a [Terms.Count] have two keys, ending in the plural forms of CLDR.
func readWords(fsys fs.FS, lang string) (map[string]string, error) {
	words := map[string]string{}
	areas, err := fs.Glob(fsys, path.Join("words", lang, "*.json"))
	if err != nil {
		return words, err
	}
	if len(areas) == 0 {
		return words, fmt.Errorf("words of %s: %w", lang, fs.ErrNotExist)
	}
	for _, name := range areas {
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
