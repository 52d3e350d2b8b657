package accountmaptest_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// recorder is a test that records its failures.
type recorder struct {
	testing.TB
	failure string
}

func (r *recorder) Helper()                      {}
func (r *recorder) Errorf(f string, args ...any) { r.failure = fmt.Sprintf(f, args...) }
func (r *recorder) Fatalf(f string, args ...any) { r.failure = fmt.Sprintf(f, args...) }

func failureOf(t *testing.T, f string, got string) string {
	r := &recorder{TB: t}
	accountmaptest.Golden(r, f, []byte(got))
	return r.failure
}

// setUpdate sets the flag until the end of the test.
func setUpdate(t *testing.T, value string) {
	before := flag.Lookup("update").Value.String()
	require.NoError(t, flag.Set("update", value))
	t.Cleanup(func() { require.NoError(t, flag.Set("update", before)) })
}

func TestGolden(t *testing.T) {
	setUpdate(t, "false")
	t.Chdir(t.TempDir())
	require.NoError(t, os.MkdirAll("testdata", 0o755))
	require.NoError(t, os.WriteFile(filepath.Join("testdata", "a.txt"), []byte("one\ntwo\nthree\n"), 0o644))

	assert.Empty(t, failureOf(t, "a.txt", "one\ntwo\nthree\n"))
	for got, want := range map[string]string{
		"one\nzwei\nthree\n":      "differs at line 2; run the test with -update if that is meant\nwant: \"two\\n\"\n got: \"zwei\\n\"",
		"one\ntwo\nthree":         "differs at line 3; run the test with -update if that is meant\nwant: \"three\\n\"\n got: \"three\"",
		"one\ntwo\n":              "differs at line 3; run the test with -update if that is meant\nwant: \"three\\n\"\n got: (the end)",
		"one\ntwo\nthree\nfour\n": "differs at line 4; run the test with -update if that is meant\nwant: (the end)\n got: \"four\\n\"",
		"":                        "differs at line 1; run the test with -update if that is meant\nwant: \"one\\n\"\n got: (the end)",
		"one\r\ntwo\r\nthree\r\n": "differs at line 1; run the test with -update if that is meant\nwant: \"one\\n\"\n got: \"one\\r\\n\"",
	} {
		assert.Equal(t, filepath.Join("testdata", "a.txt")+" "+want, failureOf(t, "a.txt", got))
	}
	assert.Contains(t, failureOf(t, "b.txt", ""), "run the test with -update to write it")
}

func TestGoldenUpdate(t *testing.T) {
	t.Chdir(t.TempDir())
	setUpdate(t, "true")

	assert.Empty(t, failureOf(t, "deep/er/a.txt", "one\n"))
	b, err := os.ReadFile(filepath.Join("testdata", "deep", "er", "a.txt"))
	require.NoError(t, err)
	assert.Equal(t, "one\n", string(b))
	setUpdate(t, "false")
	assert.Empty(t, failureOf(t, "deep/er/a.txt", "one\n"))
	assert.NotEmpty(t, failureOf(t, "deep/er/a.txt", "two\n"))
}
