import { describe, expect, test } from '@jest/globals';
import { comparisonCommandOf, comparisonKeys } from '@/components/comparison/comparison-keys';

const press = {
  code: '',
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  altGraph: false,
  repeat: false,
};
const page = { focus: 'page', isChosen: true, singleKeys: true } as const;

describe('keys of the comparison', () => {
  test.each([
    ['j', 'next'],
    ['n', 'next'],
    ['k', 'previous'],
    ['p', 'previous'],
    ['J', 'next'],
    ['h', 'heat'],
    ['m', 'view'],
    ['?', 'help'],
    ['Escape', 'clear'],
    ['x', null],
    ['Enter', null],
  ])('%s: %s', (key, command) =>
    expect(comparisonCommandOf({ ...press, key }, page)).toBe(command),
  );

  test('are left to fields, dialogs and the browser, and are inactive where single keys are off', () => {
    const key = { ...press, key: 'j' };
    expect(comparisonCommandOf(key, { ...page, focus: 'field' })).toBeNull();
    expect(comparisonCommandOf(key, { ...page, focus: 'over' })).toBeNull();
    expect(comparisonCommandOf({ ...key, ctrlKey: true }, page)).toBeNull();
    expect(comparisonCommandOf(key, { ...page, singleKeys: false })).toBeNull();
    const escape = { ...press, key: 'Escape' };
    expect(comparisonCommandOf(escape, { ...page, singleKeys: false })).toBe('clear');
    expect(comparisonCommandOf(escape, { ...page, isChosen: false })).toBeNull();
  });

  test('are all listed', () => {
    const listed = comparisonKeys.flatMap(({ lines }) => lines.flatMap(({ ways }) => ways.flat()));
    for (const key of ['j', 'n', 'k', 'p', 'h', 'm', '?', 'Esc']) expect(listed).toContain(key);
  });
});
