package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/accountatlas/accountatlas/internal/spell"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The size limits of the files of a brand, in bytes. A font for Chinese has about 20 MB.
const (
	maxText  = 256 << 10
	maxLogo  = 1 << 20
	maxTheme = 1 << 20
	maxFont  = 64 << 20
)

// brand reads a brand into the choices: a YAML or JSON file. Its keys are logo and font, the names
// of files in the same folder; accent, a colour; and words, the user's words by their keys. Every
// key may be missing. The error names everything that is wrong.
func (c *choices) brand(name string) error {
	top, err := mapping(name)
	if err != nil {
		return err
	}
	var faults []error
	inFolder := func(file string) string {
		if filepath.IsAbs(file) {
			return file
		}
		return filepath.Join(filepath.Dir(name), file)
	}
	for _, pair := range top {
		var text string
		switch pair.key {
		case "logo", "accent", "font":
			if text, err = textOf(pair.value); err != nil {
				faults = append(faults, fmt.Errorf("%s: %s: %w", name, pair.key, err))
				continue
			}
		}
		switch err = nil; pair.key {
		case "logo":
			c.Logo, err = readFile(inFolder(text), maxLogo)
		case "accent":
			c.Accent = text
			_, err = theme.Light().WithAccent(text)
		case "font":
			c.Font, err = readFile(inFolder(text), maxFont)
		case "words":
			c.words, err = wordsOf(pair.value)
		default:
			err = fmt.Errorf("unknown key: write %s", listed([]string{"logo", "accent", "font", "words"}))
			if near, ok := spell.Nearest(pair.key, []string{"logo", "accent", "font", "words"}); ok {
				err = fmt.Errorf("unknown key: did you mean %q?", near)
			}
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %s: %w", name, pair.key, err))
		}
	}
	return errors.Join(faults...)
}

func themeOf(name string) (*theme.Theme, error) {
	if lower := strings.ToLower(name); slices.Contains(theme.Names(), lower) || !strings.ContainsAny(name, `./\`) {
		return theme.Lookup(lower)
	}
	data, err := readFile(name, maxTheme)
	if err != nil {
		return nil, err
	}
	return theme.Parse(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)), data)
}

// ownWords overrides the words of the language with the words of the brand, and then with the words
// of the file of -words.
func (c *choices) ownWords() error {
	own := []map[string]string{c.words}
	if c.wordsFile != "" {
		top, err := mapping(c.wordsFile)
		if err != nil {
			return err
		}
		words, err := textsOf(top)
		if err != nil {
			return fmt.Errorf("%s: %w", c.wordsFile, err)
		}
		own = append(own, words)
	}
	for _, words := range own {
		if len(words) == 0 {
			continue
		}
		changed, err := c.Terms.With(words)
		if err != nil {
			return err
		}
		c.Terms = changed
	}
	return nil
}

type pair struct {
	key   string
	value *yaml.Node
}

// mapping reads the keys of a small YAML or JSON file.
func mapping(name string) ([]pair, error) {
	data, err := readFile(name, maxText)
	if err != nil {
		return nil, err
	}
	var file yaml.Node
	if err := yaml.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(file.Content) != 1 {
		return nil, fmt.Errorf("%s is empty: write a key and a value on each line", name)
	}
	pairs, err := pairsOf(file.Content[0])
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return pairs, nil
}

func pairsOf(n *yaml.Node) ([]pair, error) {
	if n.Kind != yaml.MappingNode {
		return nil, fmt.Errorf("line %d: write a key and a text on each line, as in stance.champion: Mentor", n.Line)
	}
	var pairs []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		if slices.ContainsFunc(pairs, func(p pair) bool { return p.key == key }) {
			return nil, fmt.Errorf("line %d: %q is there twice", n.Content[i].Line, key)
		}
		pairs = append(pairs, pair{key, n.Content[i+1]})
	}
	return pairs, nil
}

func wordsOf(n *yaml.Node) (map[string]string, error) {
	pairs, err := pairsOf(n)
	if err != nil {
		return nil, err
	}
	return textsOf(pairs)
}

func textsOf(pairs []pair) (map[string]string, error) {
	texts := make(map[string]string, len(pairs))
	var faults []error
	for _, p := range pairs {
		text, err := textOf(p.value)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", p.key, err))
		}
		texts[p.key] = text
	}
	return texts, errors.Join(faults...)
}

// textOf returns the text of a scalar. After a bare #, a value is empty, since the rest of the line
// is a comment.
func textOf(n *yaml.Node) (string, error) {
	switch {
	case n.Kind != yaml.ScalarNode:
		return "", fmt.Errorf("line %d: write a text", n.Line)
	case n.Value == "" || n.Tag == "!!null":
		return "", fmt.Errorf(`line %d: there is no text: one with a # in it stands in quotes, as in accent: "#0B5A4A"`, n.Line)
	}
	return n.Value, nil
}

func readFile(name string, most int64) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	if err == nil && int64(len(data)) > most {
		return nil, fmt.Errorf("%s has more than %d bytes", name, most)
	}
	return data, err
}
