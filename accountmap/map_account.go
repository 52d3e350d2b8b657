package accountmap

// Account returns the account of the map, for writing a selected part or the client's copy to a file. It is a copy in the author's order, in
// which every amount names its currency.
func (m *Map) Account() *Account { return m.a.clone() }
