const shapes: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** When an article was published, said as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export function formatPublished(publishedAt: string): string {
  const shape = shapes[publishedAt.length];
  const date = new Date(publishedAt);
  if (shape === undefined || Number.isNaN(date.getTime())) return publishedAt;
  return new Intl.DateTimeFormat('en-GB', { ...shape, timeZone: 'UTC' }).format(date);
}
