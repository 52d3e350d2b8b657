package xlsx

// What is read at most.
const (
	maxEntries = 10_000    // parts
	maxPart    = 512 << 20 // bytes of one part, unpacked
	maxTotal   = 1 << 30   // bytes of all parts read, unpacked
	maxTexts   = 256 << 20 // bytes of the shared texts, unpacked
	maxText    = 1 << 20   // bytes of one text
	maxTag     = 1 << 16   // bytes of one tag
	maxDepth   = 64        // elements within each other
	maxMerges  = 1 << 16

	// What is small may be packed as far as it goes; of what is larger nobody packs so much into so little but to do harm.
	small      = 16 << 20
	mostPacked = 100
	// Shared texts are kept in memory, and none of them is there twice.
	mostPackedTexts = 40

	// MaxRow and MaxColumn are the numbers of the last row and column that a sheet can have.
	MaxRow    = 1 << 20
	MaxColumn = 1 << 14
)
