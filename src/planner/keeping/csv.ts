/**
 * Rows as CSV (RFC 4180), for spreadsheets. Text that a spreadsheet would take for a formula gets an apostrophe in front:
 * opening a table must never run anything.
 */
export function toCsv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | boolean | undefined)[])[],
) {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
