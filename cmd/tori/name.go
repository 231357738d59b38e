package main

import (
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"os"
	"path/filepath"
	"syscall"
)

// claimName is a name that this portal alone has while it lives, and has again
// after a crash: of its machine, folder and address. "" when another process
// still has it, as one that is on its way out, or when the folder is closed.
// The system lets the lock go when the process ends, however it ends.
func claimName(dir, addr string) string {
	host, _ := os.Hostname() // "" will do
	sum := sha256.Sum256([]byte(host + "\n" + dir + "\n" + addr))
	name := "tori-" + hex.EncodeToString(sum[:8])
	if err := os.MkdirAll(dir, 0o711); err != nil { // as the private database makes it
		slog.Debug("no name for this portal", "error", err)
		return ""
	}
	lock, err := os.OpenFile(filepath.Join(dir, name+".lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		slog.Debug("no name for this portal", "error", err)
		return ""
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil { // a descriptor fits
		_ = lock.Close()
		return ""
	}
	held = append(held, lock)
	return name
}

// held is the locks of this process. They are never closed.
var held []*os.File
