package codec

import _ "embed"

//go:generate go test -run TestSchemaIsUpToDate . -update

//go:embed account.schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of the account file, with which editors complete
// and check a file, in JSON or YAML, while it is written. It is generated from the types of package
// accountmap and their documentation. A file that [Decode] reads, in the spelling of [Encode], is
// valid by the schema; the reverse does not hold, as only Decode sees faults that take two places
// of the file, such as references, circles and reversed dates. The caller may keep and change the
// slice.
func Schema() []byte { return append([]byte(nil), schema...) }
