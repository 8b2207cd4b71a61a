/*
 * The results as a table in CSV (RFC 4180). A cell that a spreadsheet would take for a formula is
 * put behind an apostrophe.
 */

const COLUMNS = ["date", "title", "speakers", "carrier", "place", "kind", "language", "address"];

/** Offer the described results as a file. */
export function saveList(rows, { root, words }) {
  const url = URL.createObjectURL(new Blob([toCsv(rows, root)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${words.text("download_name")}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The table, with a mark that tells spreadsheets it is UTF-8. */
export function toCsv(rows, root) {
  const lines = rows.map((row) =>
    [
      row.date,
      row.title,
      (row.speakers ?? []).join("; "),
      row.carrier ?? "",
      row.place ?? "",
      row.kind ?? "",
      row.lang,
      root + row.url,
    ]
      .map(cell)
      .join(","),
  );
  return `\ufeff${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}

function cell(value) {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
