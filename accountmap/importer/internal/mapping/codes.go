package mapping

import "github.com/accountatlas/accountatlas/accountmap"

// The codes of problems that every importer finds, which the importers export.
const (
	ErrNoColumn      accountmap.Code = "no-column"
	ErrLeftOut       accountmap.Code = "left-out"
	ErrSharedAddress accountmap.Code = "shared-address"
	ErrContradiction accountmap.Code = "contradiction"
)
