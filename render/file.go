package render

import (
	"fmt"
	"io"

	"github.com/accountatlas/accountatlas/internal/wholefile"
)

func replaceFile(name string, data []byte) error {
	err := wholefile.Write(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("render: %w", err)
	}
	return nil
}
