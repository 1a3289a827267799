import type { AgreementView } from '@/lib/agreement/agreement-view';

type Choices = AgreementView['choices'];

/** How labels, people and outlets are called. */
export type Names = {
  label: (key: string) => string;
  analyst: (id: string) => string;
  source: (source: string | null) => string;
};

const hidden = 'Without an outlet';

/** Names of what may be chosen from. Two people of one name are told apart by a number. */
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
