/** Rows as an aligned table, numbers to the right; the keys of the first row are the headings. */
export function table(rows: Record<string, string | number>[]): string {
  const headings = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => headings.map((heading) => row[heading] ?? ''));
  const widths = headings.map((heading, i) =>
    Math.max(heading.length, ...cells.map((row) => String(row[i]).length)),
  );
  const line = (row: (string | number)[]) =>
    row
      .map((cell, i) => {
        const width = widths[i] ?? 0;
        return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(headings), rule, ...cells.map(line)].join('\n');
}
