package graph

import (
	"fmt"

	"github.com/accountatlas/accountatlas/internal/weblink"
)

// CheckLink returns nil if a picture may link to the address, and otherwise an error that says what
// is allowed: a web page (http or https with a host), a mail address (mailto), or a place in the
// same file ("#" and the ID of a page). All characters but those of RFC 3986 must be
// percent-encoded. The empty address means no link.
func CheckLink(link string) error {
	if link == "" {
		return nil
	}
	address, ok := weblink.Encode(link)
	switch {
	case ok && address != link:
		return fmt.Errorf("the link %.80q is not an address: percent-encode all other characters than RFC 3986 allows", link)
	case !ok:
		return fmt.Errorf("the link %.80q must lead to http, https, mailto, or # with the ID of a page", link)
	}
	return nil
}
