package examples_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

var (
	stream = regexp.MustCompile(`(?s)/FlateDecode[^>]*>>\s*stream\r?\n(.*?)endstream`)
	shown  = regexp.MustCompile(`(?s)\(((?:\\.|[^\\)])*)\)\s*T[jJ]`)
)

// pdfText returns the texts on the pages of a PDF, one or more words per line: the UTF-16 strings
// of its content streams.
func pdfText(t *testing.T, data string) string {
	t.Helper()
	var text strings.Builder
	for _, s := range stream.FindAllStringSubmatch(data, -1) {
		r, err := zlib.NewReader(strings.NewReader(s[1]))
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		for _, m := range shown.FindAllSubmatch(content, -1) {
			raw := unescaped(m[1])
			units := make([]uint16, len(raw)/2)
			for i := range units {
				units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
			}
			text.WriteString(string(utf16.Decode(units)) + "\n")
		}
	}
	return text.String()
}

func unescaped(raw []byte) []byte {
	var b bytes.Buffer
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c == '\\' && i+1 < len(raw) {
			i++
			c = raw[i]
			if at := strings.IndexByte("nrtbf", c); at >= 0 {
				c = "\n\r\t\b\f"[at]
			}
		}
		b.WriteByte(c)
	}
	return b.Bytes()
}
