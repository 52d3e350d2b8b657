package sheet

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSafeURL(t *testing.T) {
	good := map[string]string{
		"https://a.example/p?q=1#f":          "https://a.example/p?q=1#f",
		" HTTP://A.example ":                 "HTTP://A.example",
		"mailto:ana@example.com?subject=a b": "mailto:ana@example.com?subject=a%20b",
		"https://a.example/ñ":                "https://a.example/%C3%B1",
		`https://a.example/"<>\^`:            "https://a.example/%22%3C%3E%5C%5E",
		"https://a.example/#a#b":             "https://a.example/#a%23b",
		"https://a.example/?100%":            "https://a.example/?100%25",
	}
	for raw, want := range good {
		got, ok := safeURL(raw)
		assert.True(t, ok, raw)
		assert.Equal(t, want, got)
	}
	for _, raw := range []string{
		"", "a.example", "//a.example", "https://", "https:a.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
		"java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd", `\\host\share`, "ftp://a.example", "mailto:", "mailto:nobody",
		"#Sheet1!A1", "https://a.example/" + strings.Repeat("x", 2000), "vbscript:x", "https://[::1",
	} {
		_, ok := safeURL(raw)
		assert.False(t, ok, raw)
	}
}

func TestFileAddress(t *testing.T) {
	for path, want := range map[string]string{
		"acme/handoff.html":      "acme/handoff.html",
		"Acme & Søn/a b#c?d.htm": "Acme%20%26%20S%C3%B8n/a%20b%23c%3Fd.htm",
		"100%/x":                 "100%25/x",
		"'\"<>&/x":               "%27%22%3C%3E%26/x",
		"...":                    "...",
	} {
		got, ok := Link{Path: path}.address()
		assert.True(t, ok, path)
		assert.Equal(t, want, got)
		back, err := url.PathUnescape(got)
		require.NoError(t, err)
		assert.Equal(t, path, back)
	}
	for _, path := range []string{"/etc/passwd", "../a", "a/../b", "a//b", "a/", ".", "./a", `a\b`, `\\host\share`, "javascript:alert(1)", "c:/a", "a\nb", "a\x00b",
		strings.Repeat("x", 2001)} {
		_, ok := Link{Path: path}.address()
		assert.False(t, ok, path)
	}
	_, ok := Link{URL: "javascript:alert(1)", Path: "a"}.address()
	assert.False(t, ok, "the path is not what an address falls back to")
}

func FuzzSafeURL(f *testing.F) {
	for _, raw := range []string{"https://a.example/ñ?q#f#g", "mailto:a@b", "javascript:1", "http://%zz", "https://a\"b"} {
		f.Add(raw)
	}
	allowed := regexp.MustCompile(`^(?i:https?://[^/]|mailto:)[-._~:/?#\[\]@!$&'()*+,;=%A-Za-z0-9]*$`)
	f.Fuzz(func(t *testing.T, raw string) {
		address, ok := safeURL(raw)
		if !ok {
			return
		}
		require.Regexp(t, allowed, address)
		_, err := url.Parse(address)
		require.NoError(t, err)
	})
}
