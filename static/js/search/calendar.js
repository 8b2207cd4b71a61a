/*
 * Documents by their number in the archive, in order of date, and by their slot, as
 * site_builder/search/calendar.py has them.
 */

const MONTHS = 13;

/** The calendar that a manifest describes. */
export function createCalendar({ origin, bits, months, sizes, marks, block }) {
  const firsts = [];
  let count = 0;
  for (const size of sizes) {
    firsts.push(count);
    count += size;
  }
  const firstOf = new Map(months.map((month, index) => [month, firsts[index]]));
  const yearOf = (month) => origin + Math.floor(month / MONTHS);

  function monthIndex(number) {
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (firsts[middle] <= number) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Which block describes a document, and which of its documents it is. */
  function locate(number) {
    const index = monthIndex(number);
    const place = number - firsts[index];
    const path = `d/${months[index]}-${Math.floor(place / block)}.json?${marks[index]}`;
    return { path, place: place % block };
  }

  const years = [];
  months.forEach((month, index) => {
    if (years.at(-1)?.[0] !== yearOf(month)) years.push([yearOf(month), firsts[index]]);
  });

  /** The number of the document in a slot: its month and its place there in one number. */
  function numberOf(slot) {
    const place = slot % 2 ** bits;
    return firstOf.get((slot - place) / 2 ** bits) + place;
  }

  return { count, years, firstOf: (month) => firstOf.get(month), numberOf, locate };
}
