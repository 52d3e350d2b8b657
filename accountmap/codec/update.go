package codec

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
)

// Update returns the text of a YAML account file with the values of a later account in it. Comments,
// the order of keys and the layout of lines stay where no value has changed; new entries of a list
// are laid out as their neighbors. A text that has errors, or whose layout cannot be kept, is
// replaced by the text of [Encode]. It fails where Encode fails.
func Update(text []byte, a *accountmap.Account) ([]byte, error) {
	var plain bytes.Buffer
	if err := Encode(&plain, a, YAML); err != nil {
		return nil, err
	}
	unchecked := func(*accountmap.Account, func(accountmap.Problem)) {}
	was, problems := read(string(text), YAML, "", unchecked)
	if was == nil || problems.HasErrors() {
		return plain.Bytes(), nil
	}
	revised, ok := tree.Revise(string(text), bind.Tree(was), bind.Tree(a))
	if !ok {
		return plain.Bytes(), nil
	}
	// Only a text that reads as the account is the account.
	var again bytes.Buffer
	is, problems := read(revised, YAML, "", unchecked)
	if is == nil || problems.HasErrors() || Encode(&again, is, YAML) != nil || !bytes.Equal(again.Bytes(), plain.Bytes()) {
		return plain.Bytes(), nil
	}
	return []byte(revised), nil
}

// UpdateFile writes the account into the named file as [WriteFile] does, and keeps the layout of an
// earlier YAML file as [Update] does.
func UpdateFile(name string, a *accountmap.Account) error {
	f, err := formatOf(name)
	if err != nil || f != YAML {
		return WriteFile(name, a)
	}
	if info, err := os.Stat(name); err != nil || info.Size() > maxYAML {
		return WriteFile(name, a)
	}
	earlier, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("codec: %w", err)
	}
	return replaceFile(name, func(w io.Writer) error {
		text, err := Update(earlier, a)
		if err != nil {
			return err
		}
		if _, err := w.Write(text); err != nil {
			return fmt.Errorf("codec: write: %w", err)
		}
		return nil
	})
}
