package sheet

import (
	"net/url"
	"strings"
)

const maxURL = 2000

// safeURL gives the address as a file may carry it, every byte that RFC 3986 does not allow percent-encoded; ok is
// false for addresses that a click must not lead to.
func safeURL(raw string) (address string, ok bool) {
	raw = strings.TrimSpace(raw)
	u, err := url.Parse(raw)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		ok = u.Hostname() != ""
	case "mailto":
		ok = strings.Contains(u.Opaque, "@")
	}
	address = encodeURL(raw)
	if _, err := url.Parse(address); err != nil {
		return "", false // a host takes less than the rest
	}
	return address, ok && len(address) <= maxURL
}

// encodeURL percent-encodes what cannot stand in an address, and any # after the first.
func encodeURL(raw string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	fragment := false
	for i := range len(raw) {
		c := raw[i]
		keep := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
			strings.IndexByte("-._~:/?[]@!$&'()*+,;=", c) >= 0
		switch {
		case c == '#' && !fragment:
			fragment, keep = true, true
		case c == '%':
			keep = i+2 < len(raw) && isHex(raw[i+1]) && isHex(raw[i+2])
		}
		if keep {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', hex[c>>4], hex[c&15]})
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
