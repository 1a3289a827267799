/** How long a new token is to count: the choices, with their days; none for ever. */
export const tokenTerms = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'ever', label: 'Until I revoke it' },
];

/** When a token of this term ends, counted from `now`; null when it does not. */
export function endOfTerm(term: string, now: Date): string | null {
  const days = Number(term);
  return Number.isInteger(days) && days > 0
    ? new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString()
    : null;
}
