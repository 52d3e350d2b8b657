package accountmap

import "slices"

// Term is a special condition that the client has, or may be given: a price, a discount, a bonus, a provision of a contract, or the
// clause by which the client agreed to recommend us.
type Term struct {
	Kind TermKind `json:"kind"`
	// Units are those that enjoy it; empty means the whole client. Products are those that it is for; empty means all of ours.
	Units    []UnitID    `json:"units,omitzero"`
	Products []ProductID `json:"products,omitzero"`
	// Contract is where it is written down. Empty means in none: agreed otherwise, or still an offer.
	Contract ContractID `json:"contract,omitzero"`
	// Value is the amount of a price or a bonus, Percent (0 to 100) that of a discount or a bonus in hundredths of the turnover. Zero
	// means that the term has none.
	Value   Money   `json:"value,omitzero"`
	Percent float64 `json:"percent,omitzero"`
	// Text says the term in words.
	Text string `json:"text,omitzero"`
	// Authority says who of us may grant it, or more of it, and up to where. It is for our own people and must not reach the client.
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
