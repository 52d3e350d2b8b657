package graph

import (
	"fmt"
	"net/url"
	"strings"
)

// CheckLink returns nil when a picture may link to the address, and otherwise an error that says what is allowed: a web page (http or https with
// a host), a mail address (mailto), or a place in the same file ("#" and the ID of a page). Only the characters of RFC 3986 are let through;
// anything else, such as quotes in a mail address, must be percent-encoded. The empty address is no link and allowed.
func CheckLink(link string) error {
	if link == "" {
		return nil
	}
	u, err := url.Parse(link)
	if err != nil || strings.ContainsFunc(link, notInAddress) {
		return fmt.Errorf("the link %.80q is not an address: percent-encode all other characters than RFC 3986 allows", link)
	}
	switch {
	case (u.Scheme == "http" || u.Scheme == "https") && u.Host != "":
		return nil
	case u.Scheme == "mailto" && u.Opaque != "":
		return nil
	case len(link) > 1 && link[0] == '#':
		return nil
	}
	return fmt.Errorf("the link %.80q must lead to http, https, mailto, or # with the ID of a page", link)
}

// notInAddress reports whether r is none of the characters of RFC 3986.
func notInAddress(r rune) bool {
	return r <= ' ' || r > '~' || strings.ContainsRune("\"<>\\^`{|}", r)
}
