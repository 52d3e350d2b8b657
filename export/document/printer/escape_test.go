package printer_test

import (
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/stretchr/testify/assert"
	"golang.org/x/net/html"
)

var hostile = []string{
	"</svg><script>alert(1)</script>", `" onload="alert(1)`, `' x='`, "`", `\N`, `\`, "a\x00b\x1b[0m", "tab\tand\nline\r\nbreak\rhere",
	"שלום", "مرحبا (١)", "\u202egnp.exe", "👩‍👩‍👧 🇪🇸", strings.Repeat("a", 5000), "\xff\xfe\xc3", "\xed\xa0\x80", "=cmd()|' /C calc'!A0",
	"_x0041_", "]]>", "<![CDATA[x]]>", "&amp;", "&lt;b&gt;", "&#x202e;", "<!--", "-->", "<!-->", "</title>", "</style>", "</TITLE ", "%d%s%!",
	"{{.}}", "\u0085\u2028\ufffe\U0001ffff\ufdd0", "\ufeff", "{}</style><style>*{display:none}", " ", "",
	"long-name.of-somebody@meridiano.example",
}

// FuzzHTML prints a document with s in every field. Each element of the page must equal its
// counterpart for a harmless word, with s instead of the word.
func FuzzHTML(f *testing.F) {
	norace.Only(f)
	for _, s := range hostile {
		f.Add(s)
	}
	const harmless = "Zqx"
	want := flat(parse(f, printed(f, filled(harmless))))
	f.Fuzz(func(t *testing.T, s string) {
		s = harmless + s // a title may not be blank
		got := flat(parse(t, printed(t, filled(s))))
		if !assert.Len(t, got, len(want), "%q changes the page", s) {
			return
		}
		for i := range want {
			assert.Equal(t, strings.ReplaceAll(want[i], harmless, readable(s)), got[i])
		}
	})
}

// readable independently specifies, character by character, the allowed remainder of s in a page.
func readable(s string) string {
	var b strings.Builder
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	for _, r := range s {
		control := r < 0x20 && r != '\t' && r != '\n' || 0x7F <= r && r < 0xA0
		if control || 0xFDD0 <= r && r <= 0xFDEF || r&0xFFFF >= 0xFFFE {
			r = '\uFFFD'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// flat returns the elements, attributes and texts of a page, one per line. It omits the classes
// that depend on the length of words, and their part of the style sheet. It joins text that is
// divided only for line breaks. Since the drawing of a timeline depends on the length of its words,
// flat returns only the names of its elements and attributes.
func flat(root *html.Node) []string {
	var lines []string
	divided := false
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			if n.Data == "wbr" {
				divided = true
				continue
			}
			lines = append(lines, "<"+n.Data)
			for _, a := range n.Attr {
				if inTimeline(n) {
					lines = append(lines, a.Key)
				} else if a.Key != "class" && !strings.HasPrefix(a.Val, "default-src") {
					lines = append(lines, a.Key+"="+a.Val)
				}
			}
		case html.TextNode:
			switch {
			case inTimeline(n):
			case divided:
				lines[len(lines)-1] += n.Data
			case n.Parent.Data != "style":
				lines = append(lines, n.Data)
			}
			divided = false
		default:
			lines = append(lines, "other node: "+n.Data)
		}
	}
	return lines
}

// inTimeline reports whether a node is in the drawing of a timeline.
func inTimeline(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "svg" && n.Parent.Data == "div" && attr(n.Parent, "class") == "timeline" {
			return true
		}
	}
	return false
}
