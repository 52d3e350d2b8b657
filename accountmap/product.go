package accountmap

// ProductID identifies a product within its account.
type ProductID string

// Product is one of our products or services.
type Product struct {
	ID   ProductID `json:"id"`
	Name string    `json:"name"`
	// Line is the product line (family) of the product; products of one line are kept together. Empty means none.
	Line string `json:"line,omitzero"`
	// Price is the list price of one piece. Zero means unknown.
	Price       Money  `json:"price,omitzero"`
	Description string `json:"description,omitzero"`
}
