// Package faults breaks things around the running program, and looks whether
// it keeps its promises: kills it, kills its database, holds that silent,
// refuses its mails, floods it. Everything is real and on 127.0.0.1.
package faults
