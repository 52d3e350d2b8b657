// Package theme gives classes their looks. A theme is data, one JSON file each: a style for each class, and the cascade is the order in
// which an element names its classes, a later one overriding what an earlier one set.
//
// Four themes are built in: light, dark, print (black on white, nothing told by colour) and contrast (for weak eyes and bad projectors).
// A theme of the caller's own says only what is different from one of them:
//
//	{"base": "light", "adds": ["vip"], "page": {"fill": "#FFFDF7"}, "vip": {"stroke": "#8A6100", "width": 2}}
//
// [Parse] reads it. A class that is neither one of [Classes] nor among "adds" is an error, so that a misspelt one cannot go unseen.
package theme
