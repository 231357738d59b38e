package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// tick is the unit of /proc/<pid>/stat, on every Linux of today.
const tick = 10 * time.Millisecond

// A stat is what /proc tells of a process.
type stat struct {
	parent   int
	own      time.Duration // of the process
	children time.Duration // of its children that have ended
}

func readStat(pid int) (stat, error) {
	text, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		return stat{}, err
	}
	_, after, _ := strings.Cut(string(text), ") ") // the name may hold spaces
	f := strings.Fields(after)
	if len(f) < 15 {
		return stat{}, fmt.Errorf("process %d: unknown form of stat", pid)
	}
	n := make([]int, 15)
	for i := 1; i < len(n); i++ {
		n[i], _ = strconv.Atoi(f[i]) // numbers, by proc(5)
	}
	return stat{parent: n[1], own: time.Duration(n[11]+n[12]) * tick, children: time.Duration(n[13]+n[14]) * tick}, nil
}

func parent(pid int) (int, error) {
	s, err := readStat(pid)
	return s.parent, err
}

// cpu is the time that processes and all that they have started have used.
func cpu(roots []int) time.Duration {
	all := map[int]stat{}
	folders, _ := filepath.Glob("/proc/[0-9]*") // the pattern is a valid one
	for _, folder := range folders {
		pid, _ := strconv.Atoi(filepath.Base(folder))
		if s, err := readStat(pid); err == nil { // else it has just ended
			all[pid] = s
		}
	}
	var sum time.Duration
	for pid, s := range all {
		for at, depth := pid, 0; at > 1 && depth < 20; at, depth = all[at].parent, depth+1 {
			if slices.Contains(roots, at) {
				sum += s.own + s.children
				break
			}
		}
	}
	return sum
}

// memory is what a process holds now and held at the most, in MB.
func memory(pid int) (now, peak int) {
	text, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "status"))
	if err != nil {
		return 0, 0
	}
	for line := range strings.Lines(string(text)) {
		name, value, _ := strings.Cut(line, ":")
		kB, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(value), " kB"))
		switch name {
		case "VmRSS":
			now = kB >> 10
		case "VmHWM":
			peak = kB >> 10
		}
	}
	return now, peak
}
