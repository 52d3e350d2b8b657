package render

import (
	"net/mail"
	"net/url"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// contactLink leads to the contact's mail address. There is none without an address, with one that no mail would reach, and for those who
// have left.
func contactLink(c accountmap.Contact) string {
	if !c.Left.IsZero() {
		return ""
	}
	parsed, err := mail.ParseAddress(c.Email)
	if err != nil || parsed.Address != c.Email {
		return ""
	}
	// Everything but the sign in the middle is encoded: a question mark in an address must not begin the headers of a message.
	at := strings.LastIndex(c.Email, "@")
	return "mailto:" + url.PathEscape(c.Email[:at]) + "@" + url.PathEscape(c.Email[at+1:])
}
