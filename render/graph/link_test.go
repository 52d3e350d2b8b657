package graph_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/render/graph"
)

func TestCheckLink(t *testing.T) {
	for _, link := range []string{
		"", "https://example.org", "HTTP://example.org/a?b=c&d=%C3%A9#e", "mailto:ana@example.org", "mailto:a%22b@example.org?subject=x", "#page-2",
		"https://[2001:db8::1]:8080/",
	} {
		assert.NoError(t, graph.CheckLink(link), link)
	}
	for _, link := range []string{
		"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,a", "file:///etc/passwd",
		"vbscript:a", "ftp://example.org", "//example.org", "/a", "a", "#", "?", "mailto:", "https:", "https://", "http:/a", "https://a b",
		`https://a/"onload="x`, "https://a/<b>", "https://a/\x00", "https://α.gr", "https://a/\n", "https://a/`", "https://a\\b", "mailto:a\r\nBcc:b@c",
		"#a b", "%", "https://%zz", "\xff",
	} {
		assert.Error(t, graph.CheckLink(link), link)
	}
}

// FuzzCheckLink checks that an accepted address is of one of four kinds, and consists of plain
// letters and signs.
func FuzzCheckLink(f *testing.F) {
	for _, link := range []string{"https://example.org", "mailto:a@b", "#a", "javascript:alert(1)", "https://a\"", "hTTps://x", "#\u2028"} {
		f.Add(link)
	}
	f.Fuzz(func(t *testing.T, link string) {
		if link == "" || graph.CheckLink(link) != nil {
			return
		}
		assert.NotRegexp(t, "[^!-~]|[\"<>\\\\^`{|}]", link)
		u, err := url.Parse(link)
		assert.NoError(t, err)
		assert.Contains(t, []string{"http", "https", "mailto", ""}, u.Scheme)
		assert.True(t, u.Scheme != "" || strings.HasPrefix(link, "#"), link)
	})
}
