/** A table of text: the first column to the left, the others to the right. */
export function formatTable(lines: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...lines.map(line => line.length))
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  return lines
    .map(line => widths.map((width, column) => {
      const cell = line[column] ?? ''
      return column === 0 ? cell.padEnd(width) : cell.padStart(width)
    }).join('  ').trimEnd())
    .join('\n')
}

export function printTable(lines: readonly (readonly string[])[]): void {
  process.stdout.write(`${formatTable(lines)}\n\n`)
}
