import type { Label } from './label';

function initials(name: string): string {
  const words = name.match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  const [first = '?', second] = words;
  const letters = second === undefined ? [...first].slice(0, 2) : [[...first][0], [...second][0]];
  return letters.join('').toUpperCase();
}

/**
 * A short tag for each label, by key, that tells it without colour: the initials of its first two
 * words, with a number where two labels would share them.
 */
export function letterTags(labels: Pick<Label, 'key' | 'name'>[]): Map<string, string> {
  const tags = new Map<string, string>();
  const given = new Set<string>();
  for (const { key, name } of labels) {
    const stem = initials(name);
    let tag = stem;
    for (let count = 2; given.has(tag); count += 1) tag = `${stem}${count}`;
    given.add(tag);
    tags.set(key, tag);
  }
  return tags;
}
