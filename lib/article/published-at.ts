import { z } from 'zod';

function isDay(text: string): boolean {
  const [, year = '', month = '01', day = '01'] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === '') return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** When something was published, as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD, on the calendar. */
export const publishedAt = z
  .string()
  .trim()
  .refine(isDay, 'It is not a date such as 2026, 2026-11 or 2026-11-18.');
