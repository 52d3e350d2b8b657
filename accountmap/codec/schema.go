package codec

import _ "embed"

//go:generate go test -run TestSchemaIsUpToDate . -update

//go:embed account.schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of the account file, with which an editor completes and checks a file while it is
// written, be it JSON or YAML. It is made of the types of package accountmap and their documentation. A file that [Decode] reads in the
// spelling that [Encode] writes has no faults by the schema; the other way round, what needs a look at two places of the file, such as
// references, circles and dates in the wrong order, only [Decode] sees. The caller may keep and change the slice.
func Schema() []byte { return append([]byte(nil), schema...) }
