package codec

import (
	"fmt"
	"io"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// What is read at most. A larger file is refused with [accountmap.ErrTooLarge] rather than filling
// the memory of whoever reads it.
const (
	maxJSON = 256 << 20 // bytes
	// maxYAML is lower: the nodes of a YAML file take some forty bytes for each of its bytes.
	maxYAML = 32 << 20 // bytes
)

// readAll reads the whole text of a file. It reports false, and not an error, when there is more
// than the format allows.
func readAll(r io.Reader, f Format) (src string, ok bool, err error) {
	limit := int64(maxJSON)
	if f == YAML {
		limit = maxYAML
	}
	var b strings.Builder
	n, err := io.Copy(&b, io.LimitReader(r, limit+1))
	if err != nil {
		return "", false, fmt.Errorf("codec: read: %w", err)
	}
	return b.String(), n <= limit, nil
}

func tooLarge(f Format) accountmap.Problem {
	limit := maxJSON
	if f == YAML {
		limit = maxYAML
	}
	return accountmap.Problem{
		Level: accountmap.LevelError, Code: accountmap.ErrTooLarge,
		Detail: fmt.Sprintf("the file is larger than %d MiB", limit>>20), Hint: "divide the account, or leave out old orders",
	}
}
