package xlsxfile

// What is read at most.
const (
	maxEntries = 10_000    // parts, and parts that one part names
	maxSheets  = 1000      // sheets
	maxFormats = 10_000    // formats of numbers
	maxPart    = 512 << 20 // bytes of one part, unpacked
	maxTotal   = 1 << 30   // bytes of all parts, unpacked
	maxNames   = 64 << 20  // bytes of a part that names others, and of the styles, unpacked
	maxTexts   = 256 << 20 // bytes of the shared texts, unpacked
	maxText    = 1 << 20   // bytes of one text
	maxTag     = 1 << 16   // bytes of one tag
	maxDepth   = 64        // elements within each other
	maxMerges  = 1 << 16

	// What is small may be packed as far as it goes; of what is larger nobody packs so much into so little but to do harm.
	small      = 16 << 20
	mostPacked = 100
	// A file as a whole is packed ten- to fifteenfold, by the library and by spreadsheets.
	mostTotal = 50
	// Shared texts are kept in memory, and none of them is there twice; what is packed well is the tags around them.
	mostPackedTexts = 40
	mostKept        = 8
	fewTexts        = 1 << 20 // texts that may be packed as far as they go

	// maxDirectory is how many bytes the list of parts has, of which each takes 46 and its name.
	maxDirectory = 4 << 20

	// MaxRow and MaxColumn are the numbers of the last row and column that a sheet can have.
	MaxRow    = 1 << 20
	MaxColumn = 1 << 14
)
