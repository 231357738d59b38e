package search

import "time"

// A hit is packed into one number, so that searches can sort by date among
// equals without reading more: the days since 1970 above 40 bits of act id.
const idBits = 40

func packHit(actID int64, at time.Time) int64 {
	return max(at.Unix()/86_400, 0)<<idBits | actID
}

func unpackHit(hit int64) int64 { return hit & (1<<idBits - 1) }
