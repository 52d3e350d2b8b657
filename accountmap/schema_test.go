package accountmap

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// A text type must be an id, have words, or check its values.
func TestEveryTypeOfTextsIsChecked(t *testing.T) {
	unchecked := map[reflect.Type]bool{reflect.TypeFor[string](): true, reflect.TypeFor[OrderID](): true}
	texts := 0
	walk(filled(), func(f *schema.Field) bool {
		of := f.Value()
		if of.Go.Kind() == reflect.String && of.Kind != schema.Word && of.Kind != schema.Reference && !unchecked[of.Go] {
			texts++
			assert.True(t, of.Go.Implements(reflect.TypeFor[validator]()), of.Go)
		}
		return false
	}, nil)
	assert.Positive(t, texts)
}
