import type {
  AdjudicationSettings,
  AdjudicationSettingsChange,
  UnsubmittedWay,
} from '@/lib/adjudication/adjudication-settings';
import { adjudicationSettingsChange } from '@/lib/adjudication/adjudication-settings';

/** The values of the settings form; `passMark` is empty where there is none. */
export type SettingsFormValues = Pick<
  AdjudicationSettings,
  'reasons' | 'reasonRequired' | 'anonymous' | 'unsubmitted' | 'calibrationGate'
> & { passMark: string | number };

/** The initial values of the form. */
export function settingsFormValues(rules: AdjudicationSettings): SettingsFormValues {
  const { reasons, reasonRequired, anonymous, unsubmitted, calibrationGate, passMark } = rules;
  return {
    reasons: reasons.map((one) => ({ ...one })),
    reasonRequired,
    anonymous,
    unsubmitted,
    calibrationGate,
    passMark: passMark ?? '',
  };
}

/** A key for a new reason: a slug of its name, with a number where that is taken. */
export function reasonKeyFor(name: string, taken: readonly string[]): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  const base = slug === '' ? 'reason' : slug;
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

/**
 * The change to send: every reason with a key; known reasons keep theirs, since decisions refer to
 * it.
 */
export function settingsFormChange({
  passMark,
  reasons,
  ...values
}: SettingsFormValues): AdjudicationSettingsChange {
  const keys = reasons.map(({ key }) => key).filter((key) => key !== '');
  const named = reasons.map(({ key, name }) => {
    if (key !== '') return { key, name };
    const made = reasonKeyFor(name, keys);
    keys.push(made);
    return { key: made, name };
  });
  return { ...values, reasons: named, passMark: passMark === '' ? null : Number(passMark) };
}

/** The errors of the form, by the field's path; empty where there are none. */
export function settingsFormErrors(values: SettingsFormValues): Record<string, string> {
  const checked = adjudicationSettingsChange.safeParse(settingsFormChange(values));
  if (checked.success) return {};
  return Object.fromEntries(
    checked.error.issues.map(({ path, message }) => [path.map(String).join('.'), message]),
  );
}

/** The list with one entry moved to another index; unchanged where there is no such index. */
export function movedTo<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const moved = [...list];
  if (to < 0 || to >= list.length) return moved;
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}

/** The name and the explanation of each way to treat unsubmitted layers. */
export const unsubmittedText: Record<UnsubmittedWay, { name: string; means: string }> = {
  wait: {
    name: 'Wait for them',
    means: 'Nothing in an article is decided until all annotations that were begun are submitted.',
  },
  'leave-out': {
    name: 'Leave them out',
    means: 'Only submitted annotations are adjudicated.',
  },
  include: { name: 'Include them as they are', means: 'They count as if they were submitted.' },
};
