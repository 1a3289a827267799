import type { Label } from '@/lib/codebook/codebook';

/** One line of the list of keys: the ways to press it, and what it does. */
export type KeyLine = { ways: string[][]; does: string };

/** Keys that belong together. */
export type KeyGroup = { name: string; lines: KeyLine[] };

/** Every key of the annotate page; `modifier` is how the machine calls its modifier key. */
export function keyList(
  modifier: string,
  labels: readonly Pick<Label, 'name' | 'hotkey'>[],
): KeyGroup[] {
  const hotkeys = labels
    .filter(({ hotkey }) => hotkey !== '')
    .map(({ name, hotkey }): KeyLine => ({ ways: [[hotkey]], does: name }));
  return [
    { name: 'Label the selection, or the chosen highlight anew', lines: hotkeys },
    {
      name: 'Select',
      lines: [
        { ways: [['←'], ['→'], ['↑'], ['↓']], does: 'move the caret' },
        { ways: [['Shift', '→']], does: 'extend the selection' },
        {
          ways: [['w'], ['s'], ['p']],
          does: 'select the word, sentence, paragraph; again: one more',
        },
        { ways: [['Alt', 'drag']], does: 'select to the character rather than whole words' },
        { ways: [[modifier, 'drag']], does: 'add a piece to what is selected' },
        { ways: [['+']], does: 'keep what is selected and add the next selection to it' },
        { ways: [['Esc']], does: 'let go' },
      ],
    },
    {
      name: 'Highlights',
      lines: [
        { ways: [['j'], ['k']], does: 'next, previous' },
        { ways: [['Tab'], ['Shift', 'Tab']], does: 'next, previous, then out of the article' },
        { ways: [['['], [']']], does: 'move its start, its end outwards by a word' },
        {
          ways: [
            ['Shift', '['],
            ['Shift', ']'],
          ],
          does: 'move them inwards',
        },
        { ways: [['n']], does: 'write its note (Esc: back to the article)' },
        { ways: [['c']], does: 'say how sure you are' },
        { ways: [['Delete'], ['Backspace']], does: 'remove it' },
        { ways: [['h']], does: 'read what colleagues have marked here (Tab: onwards)' },
      ],
    },
    {
      name: 'Everything',
      lines: [
        {
          ways: [
            [modifier, 'Z'],
            [modifier, 'Shift', 'Z'],
          ],
          does: 'undo, redo',
        },
        { ways: [[modifier, 'Enter']], does: 'submit' },
        {
          ways: [['d']],
          does: 'discuss the selection or the chosen highlight; else all discussion',
        },
        { ways: [[modifier, 'K']], does: 'find a label, a highlight or a command' },
        { ways: [['?']], does: 'this list' },
      ],
    },
  ];
}

/** “1, 2 or 3”: the labels' keys in a sentence; null where no label has one. */
export function hotkeySentence(labels: readonly Pick<Label, 'hotkey'>[]): string | null {
  const keys = labels.map(({ hotkey }) => hotkey).filter((hotkey) => hotkey !== '');
  const shown = keys.length > 4 ? [...keys.slice(0, 3), keys.at(-1) ?? ''] : keys;
  const last = shown.at(-1);
  if (last === undefined) return null;
  if (shown.length === 1) return last;
  return `${shown.slice(0, -1).join(', ')}${keys.length > 4 ? ' …' : ''} or ${last}`;
}
