package printer_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	markdownhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
)

func markdownOf(t testing.TB, d *document.Document) string {
	t.Helper()
	var b strings.Builder
	o := &printer.Options{FigureLink: func(*document.Figure) string { return "map.svg" }}
	require.NoError(t, printer.Markdown(&b, d, o))
	return b.String()
}

// readMarkdown returns the rendered page of the Markdown. It does not link mail addresses in plain
// words, which would be harmless.
func readMarkdown(t testing.TB, markdown string) *html.Node {
	t.Helper()
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote,
			extension.NewLinkify(extension.WithLinkifyEmailRegexp(regexp.MustCompile(`\z.`)))),
		goldmark.WithRendererOptions(markdownhtml.WithUnsafe()))
	var b bytes.Buffer
	require.NoError(t, md.Convert([]byte(markdown), &b))
	return parse(t, b.String())
}

func TestMarkdownText(t *testing.T) {
	for want, text := range map[string]document.Text{
		"plain":                          {document.Plain("plain")},
		"**Laura Méndez**, New business": {document.Strong("Laura Méndez"), document.Plain(", New business")},
		"a <strong>(b)</strong>c":        {document.Plain("a "), document.Strong("(b)"), document.Plain("c")},
		"**26%** of 95":                  {document.Strong("26%"), document.Plain(" of 95")},
		"**a**<strong>b</strong>":        {document.Strong("a"), document.Strong("b")},
		"Ask: `overdue` `now`":           {document.Plain("Ask:"), document.Chip{Text: "overdue"}, document.Chip{Text: "now"}},
		`a\|b`:                           {document.Chip{Text: "a|b"}},
		"[Ana](#ana)":                    {document.Link{Text: "Ana", URL: "#ana"}},
		"[a\\]b](https://x.example/%28)": {document.Link{Text: "a]b", URL: "https://x.example/("}},
		"run":                            {document.Link{Text: "run", URL: "javascript:alert(1)"}},
		"one<br>two":                     {document.Plain("one\r\ntwo")},
		`1\. first`:                      {document.Plain("1. first")},
		`\- dash`:                        {document.Plain("- dash")},
		"10-year R&D, 3 < 4":             nil,
		"ana@meridiano.example":          {document.Plain("ana@meridiano.example")},
		"<span>@</span>ana, <span>#</span>12, <span>:</span>smile:, <span>$</span>5, 10:30:45": {document.Plain("@ana, #12, :smile:, $5, 10:30:45")},
		`https\://x.example www\.x.example`:                                                    {document.Plain("https://x.example www.x.example")},
	} {
		if text == nil {
			text, want = document.Text{document.Plain(want)}, strings.ReplaceAll(want, "<", `\<`)
		}
		got := markdownOf(t, body(&document.Paragraph{Text: text}))
		assert.Equal(t, want, strings.TrimSpace(strings.TrimPrefix(got, "# Grupo Meridiano")))
	}
}

func TestMarkdownStructure(t *testing.T) {
	root := readMarkdown(t, markdownOf(t, filled("Meridiano")))
	level := 0
	for _, h := range elements(root, "h1", "h2", "h3", "h4", "h5", "h6") {
		next := int(h.Data[1] - '0')
		assert.LessOrEqual(t, next, level+1)
		level = next
		assert.Equal(t, "Meridiano", textOf(h))
	}
	anchors := map[string]bool{}
	for _, a := range elements(root, "a") {
		anchors[attr(a, "id")] = true
	}
	for _, a := range elements(root, "a") {
		if target, local := strings.CutPrefix(attr(a, "href"), "#"); local {
			assert.True(t, anchors[target], "#%s leads nowhere", target)
		}
	}
	assert.True(t, anchors["people"])
	images := elements(root, "img")
	require.Len(t, images, 2)
	assert.Equal(t, "map.svg", attr(images[0], "src"))
	assert.Equal(t, "Meridiano", attr(images[0], "alt"))
	for i, columns := range []int{2, 3} {
		for _, row := range elements(elements(root, "table")[i], "tr") {
			assert.Len(t, elements(row, "td", "th"), columns)
		}
	}
}

// FuzzMarkdown prints a document with s in every field and parses it. Each element must equal its
// counterpart for a harmless word, with s instead of the word.
func FuzzMarkdown(f *testing.F) {
	norace.Only(f)
	for _, s := range hostile {
		f.Add(s)
	}
	for _, s := range []string{"# x", "> x", "* x", "+ x", "1) x", "---", "===", "***bold***", "__x__", "~~x~~", "`x`", "```\nx\n```", "[x](y)", "![x](y)",
		"[^1]", "[^1]: x", "<b>x</b>", "<https://x.example>", "https://x.example", "www.x.example", "|a|b|\n|-|-|\n|c|d|", "- [ ] x", "    code", "\tcode", "a  \nb",
		"&copy;", "&#35;", "\\*x\\*", "x\n===", "x\n---", "<!-- x -->", "<script>alert(1)</script>", ":+1:", "@ana", "#12", "$x$", "$$\nx\n$$", "[[x]]"} {
		f.Add(s)
	}
	const harmless = "Zqx"
	wantElements, wantText := outline(readMarkdown(f, markdownOf(f, filled(harmless))))
	f.Fuzz(func(t *testing.T, s string) {
		for _, in := range []string{harmless + s, s + harmless} {
			elements, text := outline(readMarkdown(t, markdownOf(t, filled(in))))
			require.Equal(t, wantElements, elements, "%q changes the page", in)
			require.Equal(t, strings.ReplaceAll(wantText, harmless, words(in)), text, "%q", in)
		}
	})
}

// words returns the text of s without spaces, since a renderer may join spaces, and a line break is
// an element.
func words(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, readable(s))
}

// outline returns the elements of a page with their targets, one per line, and its text without
// spaces. It omits elements that only break a line or prevent mentions. It also omits the code
// element of a chip, which a chip with a bar lacks.
func outline(root *html.Node) (elements, text string) {
	var b, words strings.Builder
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			if n.Data != "br" && n.Data != "span" && n.Data != "code" {
				b.WriteString(n.Data + " " + attr(n, "href") + attr(n, "src") + attr(n, "id") + "\n")
			}
		case html.TextNode:
			words.WriteString(n.Data)
		default:
			b.WriteString("other node: " + n.Data + "\n")
		}
	}
	return b.String(), strings.Join(strings.Fields(words.String()), "")
}

func TestMarkdownReturnsWriteErrors(t *testing.T) {
	d := body(&document.Paragraph{Text: document.Text{document.Plain("x")}})
	var b strings.Builder
	require.NoError(t, printer.Markdown(&b, d, nil))
	for n := range b.Len() {
		disk := fullDisk(n)
		require.ErrorIs(t, printer.Markdown(&disk, d, nil), errFull)
	}
}
