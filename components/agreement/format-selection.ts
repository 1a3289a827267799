import type { AgreementFilterValues } from './agreement-filter-values';
import type { Names } from './names';

/** Which readings are looked at, in words, as it is written on what is saved. */
export function formatSelection(
  filters: AgreementFilterValues,
  names: Names,
  articles: number,
): string {
  const { label, analysts, source, from, to, submitted } = filters;
  const phrases = [
    `${articles.toLocaleString('en-US')} ${articles === 1 ? 'article' : 'articles'}`,
    label !== null && `label ${names.label(label)}`,
    analysts.length > 0 && `by ${analysts.map(names.analyst).join(', ')}`,
    source !== null && (source === '' ? 'without an outlet' : `from ${source}`),
    from !== null && `last read from ${from}`,
    to !== null && `last read to ${to}`,
    submitted && 'submitted readings only',
  ];
  return phrases.filter((phrase) => phrase !== false).join('; ');
}
