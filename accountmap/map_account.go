package accountmap

// Account returns the account of the map, for whoever writes a selected part or the client's copy to a file. It is a copy in the author's
// order, with the account's currency named in every amount.
func (m *Map) Account() *Account { return m.a.clone() }
