import type { AgreementView } from '@/lib/agreement/agreement-view';
import type { AgreementFilterValues } from './agreement-filter-values';

type Choices = AgreementView['choices'];

/** Display names of labels, people and outlets. */
export type Names = {
  label: (key: string) => string;
  analyst: (id: string) => string;
  source: (source: string | null) => string;
};

const hidden = 'Without an outlet';

/** The display names of the available choices. People of the same name get a number. */
export function namesOf({ labels, analysts }: Pick<Choices, 'labels' | 'analysts'>): Names {
  const labelNames = new Map(labels.map(({ key, name }) => [key, name]));
  const seen = new Map<string, number>();
  const people = new Map<string, string>();
  for (const { id, name } of analysts) {
    const called = name === '' ? 'Somebody' : name;
    const times = (seen.get(called) ?? 0) + 1;
    seen.set(called, times);
    people.set(id, times === 1 ? called : `${called} (${times})`);
  }
  return {
    label: (key) => labelNames.get(key) ?? key,
    analyst: (id) => people.get(id) ?? 'Somebody',
    source: (source) => source ?? hidden,
  };
}

/** The filters in words, as they are written on saved files. */
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
    from !== null && `annotated from ${from}`,
    to !== null && `annotated to ${to}`,
    submitted && 'submissions only',
  ];
  return phrases.filter((phrase) => phrase !== false).join('; ');
}
