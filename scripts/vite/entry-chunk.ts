/**
 * The entry with all that it imports at once, in one file: one request, and neither a list of names between two halves nor
 * a compressor that starts anew in the second.
 */
export const ENTRY_CHUNK = { name: 'entry', test: /src\/main\.ts$/ }
