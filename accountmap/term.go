package accountmap

import "slices"

// Term is a special condition that the client has or may be offered: a price, a discount, a bonus, a provision of a contract, or a clause by
// which the client has agreed to recommend us.
type Term struct {
	Kind TermKind `json:"kind"`
	// Units are the units that benefit from it; empty means the whole client. Products are those that it applies to; empty means all of ours.
	Units    []UnitID    `json:"units,omitzero"`
	Products []ProductID `json:"products,omitzero"`
	// Contract is the contract in which it is written down. Empty means none: agreed otherwise, or still an offer.
	Contract ContractID `json:"contract,omitzero"`
	// Value is the amount of a price or bonus. Percent, from 0 to 100, is that of a discount, or of a bonus as a share of revenue. Zero means
	// that the term has none.
	Value   Money   `json:"value,omitzero"`
	Percent float64 `json:"percent,omitzero"`
	// Text is the term in words.
	Text string `json:"text,omitzero"`
	// Authority says which of us may grant it, or more of it, and up to what limit. It is for our own people and must not reach the client.
	Authority string `json:"authority,omitzero"`
}

func (t Term) clone() Term {
	t.Units = slices.Clone(t.Units)
	t.Products = slices.Clone(t.Products)
	return t
}

// TermKind is the nature of a special condition.
type TermKind string

// The kinds of terms. A referral clause is the client's promise to recommend us, made part of the contract.
const (
	TermPrice          TermKind = "price"
	TermDiscount       TermKind = "discount"
	TermBonus          TermKind = "bonus"
	TermProvision      TermKind = "provision"
	TermReferralClause TermKind = "referral-clause"
)

// TermKinds lists the kinds of terms.
func TermKinds() []TermKind {
	return []TermKind{TermPrice, TermDiscount, TermBonus, TermProvision, TermReferralClause}
}

// UnmarshalText reads a kind whatever its case and hyphens; the error suggests the nearest kind.
func (k *TermKind) UnmarshalText(text []byte) error { return unmarshalEnum(k, text, TermKinds()) }

func (k TermKind) valid() error { return checkEnum(k, TermKinds()) }
