// Package fault names the few kinds of expected failure the whole program
// agrees on. Code wraps them with context; only package page turns them into
// a status and a page.
package fault

import "errors"

var (
	// NotFound: there is no such thing, or the viewer may not know of it.
	NotFound = errors.New("not found")

	// Gone: there was such a thing, and it has been deleted for good.
	Gone = errors.New("gone")

	// Forbidden: the viewer is known but may not do this.
	Forbidden = errors.New("forbidden")

	// Conflict: the thing has changed since the viewer last saw it, or is in
	// a state that does not allow the change.
	Conflict = errors.New("conflict")

	// TooMany: the viewer asks for more than is allowed in the time.
	TooMany = errors.New("too many requests")

	// Unavailable: the database or another part is away; trying again later
	// may help.
	Unavailable = errors.New("unavailable")

	// BadRequest: the request is not one that a page of ours makes.
	BadRequest = errors.New("bad request")

	// TooLarge: the request is larger than any form of ours.
	TooLarge = errors.New("request too large")

	// TooSlow: the request did not arrive in its time.
	TooSlow = errors.New("request too slow")
)
