package terms

// Keys of what the client reads in place of words that are for our own people.
const (
	ClientMapDescription      Key = "client.map-description"      // the picture in a sentence, for those who cannot see it; {0} is the client
	ClientChangesDescription  Key = "client.changes-description"  // the picture in a sentence, for those who cannot see it; {0} is the client
	ClientCoverageDescription Key = "client.coverage-description" // the picture in a sentence, for those who cannot see it; {0} is the client
	ClientOtherPeople         Key = "client.other-people"         // "Other people"; those whose unit nobody recorded
	ClientNoStatus            Key = "client.no-status"            // "No status yet"; of a milestone
	ClientProductsBought      Key = "client.products-bought"      // "Products bought"; how many a unit buys
)
