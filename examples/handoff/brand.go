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

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/message"
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

// brand reads the file of -brand into the choices, in YAML or JSON. Its keys are logo and font, the names
// of files in the same folder; accent, a colour; and words, the user's words by their keys. Every
// key may be missing. The error names everything that is wrong.
func (c *choices) brand() error {
	name := c.brandFile
	if name == "" {
		return nil
	}
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
	for _, p := range top {
		var text string
		switch p.key {
		case "logo", "accent", "font":
			if text, err = textOf(p.value); err != nil {
				faults = append(faults, fault(name, p.key, err))
				continue
			}
		}
		switch err = nil; p.key {
		case "logo":
			c.Logo, err = readFile(inFolder(text), maxLogo)
		case "accent":
			c.Accent = text
			_, err = theme.Light().WithAccent(text)
		case "font":
			c.Font, err = readFile(inFolder(text), maxFont)
		case "words":
			var words []pair
			if words, err = pairsOf(p.value); err == nil {
				c.words, err = wordsOf(name, words)
			}
		default:
			err = accountmap.Sentence(message.Of("unknown key: write %s", listed([]string{"logo", "accent", "font", "words"})))
			if near, ok := spell.Nearest(p.key, []string{"logo", "accent", "font", "words"}); ok {
				err = accountmap.Sentence(message.Of("unknown key: did you mean %q?", near))
			}
		}
		if err != nil {
			faults = append(faults, fault(name, p.key, err))
		}
	}
	return errors.Join(faults...)
}

// fault returns the error of a key of a brand.
func fault(name, key string, err error) error {
	return accountmap.Sentence(message.Of("%s: %s: %s", name, key, sentence(err)))
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
	words := c.words
	if c.wordsFile != "" {
		top, err := mapping(c.wordsFile)
		if err != nil {
			return err
		}
		more, err := wordsOf(c.wordsFile, top)
		if err != nil {
			return accountmap.Sentence(message.Of("%s: %s", c.wordsFile, sentence(err)))
		}
		words = append(words, more...)
	}
	var faults []error
	for _, w := range words {
		changed, err := c.Terms.With(map[string]string{w.key: w.text})
		if err != nil {
			faults = append(faults, accountmap.Sentence(message.Of("%s, line %d", w.file, w.line)+": "+sentence(err)))
			continue
		}
		c.Terms = changed
	}
	return errors.Join(faults...)
}

// An ownWord is a word of the user's and its place.
type ownWord struct {
	key, text string
	file      string
	line      int
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
		return nil, accountmap.Sentence(message.Of("%s is empty: write a key and a value on each line", name))
	}
	pairs, err := pairsOf(file.Content[0])
	if err != nil {
		return nil, accountmap.Sentence(message.Of("%s: %s", name, sentence(err)))
	}
	return pairs, nil
}

func pairsOf(n *yaml.Node) ([]pair, error) {
	if n.Kind != yaml.MappingNode {
		return nil, accountmap.Sentence(message.Of("line %d: write a key and a text on each line, as in stance.champion: Mentor", n.Line))
	}
	var pairs []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		if slices.ContainsFunc(pairs, func(p pair) bool { return p.key == key }) {
			return nil, accountmap.Sentence(message.Of("line %d: %q is there twice", n.Content[i].Line, key))
		}
		pairs = append(pairs, pair{key, n.Content[i+1]})
	}
	return pairs, nil
}

func wordsOf(file string, pairs []pair) ([]ownWord, error) {
	var words []ownWord
	var faults []error
	for _, p := range pairs {
		text, err := textOf(p.value)
		if err != nil {
			faults = append(faults, accountmap.Sentence(message.Of("%s: %s", p.key, sentence(err))))
		}
		words = append(words, ownWord{p.key, text, file, p.value.Line})
	}
	return words, errors.Join(faults...)
}

// textOf returns the text of a scalar. After a bare #, a value is empty, since the rest of the line
// is a comment.
func textOf(n *yaml.Node) (string, error) {
	switch {
	case n.Kind != yaml.ScalarNode:
		return "", accountmap.Sentence(message.Of("line %d: write a text", n.Line))
	case n.Value == "" || n.Tag == "!!null":
		return "", accountmap.Sentence(message.Of(`line %d: there is no text: one with a # in it stands in quotes, as in accent: "#0B5A4A"`, n.Line))
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
		return nil, accountmap.Sentence(message.Of("%s has more than %d bytes", name, most))
	}
	return data, err
}
