import type { Fault } from '@/lib/refusal';
import { attributeFaults } from './attribute';
import type { Codebook } from './codebook';

function twice(values: string[], path: string, messageOf: (value: string) => string): Fault[] {
  return values.flatMap((value, at) =>
    value !== '' && values.indexOf(value) < at
      ? [{ path: path.replace('*', String(at)), message: messageOf(value) }]
      : [],
  );
}

/** Whether following the parents from `key` leads back to it. */
function isOwnAncestor(parents: Map<string, string | null>, key: string): boolean {
  const seen = new Set<string>();
  let above = parents.get(key) ?? null;
  while (above !== null && above !== key && !seen.has(above)) {
    seen.add(above);
    above = parents.get(above) ?? null;
  }
  return above === key;
}

/**
 * The faults between the parts of a codebook, with paths like `labels.2.parent`; none where it is
 * valid.
 */
export function codebookFaults({ labels, relations, questions }: Codebook): Fault[] {
  const parents = new Map(labels.map(({ key, parent }) => [key, parent]));
  const usedTwice = (key: string) => `The ID “${key}” is used twice.`;
  const parentFaults = labels.flatMap(({ key, parent }, at) => {
    const path = `labels.${at}.parent`;
    if (parent === null) return [];
    if (!parents.has(parent)) return [{ path, message: `There is no label “${parent}”.` }];
    if (isOwnAncestor(parents, key))
      return [{ path, message: 'A label cannot be its own parent.' }];
    return [];
  });
  const endFaults = relations.flatMap((relation, at) =>
    (['from', 'to'] as const).flatMap((end) =>
      relation[end]
        .filter((key) => !parents.has(key))
        .map((key) => ({ path: `relations.${at}.${end}`, message: `There is no label “${key}”.` })),
    ),
  );
  const exampleFaults = labels.flatMap(({ examples }, at) =>
    examples.flatMap(({ text }, index) =>
      text.trim() === ''
        ? [{ path: `labels.${at}.examples.${index}.text`, message: 'It is empty.' }]
        : [],
    ),
  );
  return [
    ...twice(
      labels.map(({ key }) => key),
      'labels.*.key',
      usedTwice,
    ),
    ...twice(
      labels.map(({ hotkey }) => hotkey.toLowerCase()),
      'labels.*.hotkey',
      (hotkey) => `The shortcut ${hotkey} already belongs to another label.`,
    ),
    ...parentFaults,
    ...exampleFaults,
    ...labels.flatMap(({ attributes }, at) =>
      attributeFaults(attributes, `labels.${at}.attributes`),
    ),
    ...twice(
      relations.map(({ key }) => key),
      'relations.*.key',
      usedTwice,
    ),
    ...endFaults,
    ...attributeFaults(questions, 'questions'),
  ];
}
