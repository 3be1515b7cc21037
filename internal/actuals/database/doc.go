// Package database reads actual numbers out of databases: PostgreSQL and what
// speaks its protocol (Redshift, CockroachDB, Citus, Yugabyte, Greenplum), and
// SQLite files.
//
// The engine does the adding up. One statement with one GROUP BY goes out, and a
// row a day, funnel, stage, channel and person comes back, however many leads
// there are. The statement keeps to what all of these engines know: UNION ALL of
// a SELECT a stage in a derived table, CASE, COALESCE, CAST.
//
// Nothing is ever written. PostgreSQL gets a transaction that is READ ONLY, a
// SQLite file is opened for reading alone and its engine told to refuse
// everything but a SELECT. Identifiers are quoted, and come from the engine's
// own list of columns; values are bound. What an engine cannot promise: a
// function that the user's own query calls does what it does.
//
// A password comes from a file, from PGPASSWORD or from a password file in the
// manner of PostgreSQL's own programs, never from the URL, and is in no error.
//
// # Days
//
// What happened is counted by calendar day. In PostgreSQL a date and a timestamp
// without time zone mean the day that they show; a timestamp with time zone means
// its day in [Settings.TimeZone], UTC unless something else is asked for,
// whatever the server's own zone is; a text must begin with an ISO date, and
// means that day. SQLite has no type for dates: a text must be an ISO date or
// date and time, of which one with an offset means its day in UTC; a number is a
// Julian day, or seconds or milliseconds since 1970, which their sizes tell
// apart, and means its day in UTC. Whoever wants another zone there says so in
// the query. Cells that show no day are counted and left out, never guessed.
//
// # Money
//
// Amounts are exact. PostgreSQL adds numeric up itself and gives the sum as
// text; a floating-point column is taken to 6 decimals, and SQLite's numbers to
// 4, before they are added up.
package database
