// Package i18n holds every sentence that the tool says to a person, a struct a
// language, and the way in which each language writes numbers, money and dates.
//
// Sentences are whole: no code glues words together, because word order is
// not the same everywhere. What varies stands in braces, {clients}; a word that
// depends on a count names it, {clients:client|clients}. A test fails where a
// language lacks a sentence or a placeholder that another one has.
//
// Voice. English: plain, second person where one must be named. Spanish:
// neutral Latin American, impersonal (the infinitive for what is to be done).
// The field's own words (MQL, SQL, lead) stay as they are in both.
package i18n
