package moderation

// LateSince is what the database is asked by.
var LateSince = lateSince
