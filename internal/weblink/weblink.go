// Package weblink decides which addresses a link in a picture, a document or a workbook may have.
package weblink

import (
	"net/mail"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Encode returns an address with every byte percent-encoded that RFC 3986 does not allow. ok is
// false for an unsafe address. Safe addresses are web pages (http or https with a host), mail
// addresses (mailto with an @) and places in the same file ("#" and a name). Other addresses can
// run code in a browser or open local files. Addresses with control characters or invalid UTF-8 are
// unsafe, too.
func Encode(raw string) (address string, ok bool) {
	if !utf8.ValidString(raw) || strings.ContainsFunc(raw, unicode.IsControl) {
		return "", false
	}
	fragments := 0
	address = Escape(raw, func(c byte) bool {
		if c == '#' {
			fragments++
		}
		return isLetterOrDigit(c) || strings.IndexByte("-._~:/?[]@!$&'()*+,;=%", c) >= 0 || c == '#' && fragments == 1
	})
	address = escapePercents(address)
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	switch u.Scheme { // url.Parse makes it lower-case
	case "http", "https":
		ok = u.Hostname() != ""
	case "mailto":
		ok = strings.Contains(u.Opaque, "@")
	case "":
		ok = len(address) > 1 && address[0] == '#'
	}
	return address, ok
}

// Mailto returns the link to a mail address. ok is false unless the text is exactly one address, so
// that it cannot add a subject or a second recipient.
func Mailto(email string) (address string, ok bool) {
	parsed, err := mail.ParseAddress(email)
	if err != nil || parsed.Address != email || len(email) > 254 || strings.ContainsAny(email, " \t\r\n,;<>\"()[]\\") {
		return "", false
	}
	at := strings.LastIndexByte(email, '@')
	return "mailto:" + url.PathEscape(email[:at]) + "@" + url.PathEscape(email[at+1:]), true
}

// Escape percent-encodes every byte of s for which keep returns false.
func Escape(s string, keep func(c byte) bool) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; keep(c) {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

// escapePercents encodes each percent sign that does not begin an encoded byte.
func escapePercents(s string) string {
	parts := strings.SplitAfter(s, "%")
	for i := range len(parts) - 1 {
		if next := strings.Join(parts[i+1:min(i+3, len(parts))], ""); len(next) < 2 || !isHex(next[0]) || !isHex(next[1]) {
			parts[i] += "25"
		}
	}
	return strings.Join(parts, "")
}

func isLetterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
