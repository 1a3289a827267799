import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { cursorKey, listing, listingOf, listingQuery, containing, filterText } from '@/lib/page';
import { Refusal } from '@/lib/refusal';

describe('listing', () => {
  describe('what is asked for', () => {
    test.each([
      [{}, { limit: 100 }],
      [{ limit: '7' }, { limit: 7 }],
      [
        { limit: '1000', cursor: 'abc' },
        { limit: 1000, cursor: 'abc' },
      ],
    ])('%j is read as %j', (sent, read) => {
      expect(listingQuery.parse(sent)).toEqual(read);
    });

    test.each([
      { limit: '0' },
      { limit: '1001' },
      { limit: '1.5' },
      { limit: 'all' },
      { cursor: 'x'.repeat(2001) },
    ])('%j is refused', (sent) => {
      expect(listingQuery.safeParse(sent).success).toBe(false);
    });
  });

  const page = (rows: number[], limit: number) =>
    listing(
      rows,
      limit,
      (row) => [row],
      (row) => `row ${row}`,
    );

  test('a page says where the next one begins, the last one that there is none', () => {
    const first = page([1, 2, 3], 2);
    expect(first.items).toEqual(['row 1', 'row 2']);
    expect(cursorKey(first.nextCursor ?? '', z.tuple([z.number()]))).toEqual([2]);
    expect(page([3], 2)).toEqual({ items: ['row 3'], nextCursor: null });
    expect(page([3, 4], 2).nextCursor).toBeNull();
    expect(page([], 2)).toEqual({ items: [], nextCursor: null });
    expect(cursorKey(undefined, z.tuple([z.number()]))).toBeNull();
  });

  test('walking page by page meets every row once, in order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.integer({ min: 1, max: 5 }), (numbers, limit) => {
        const rows = [...numbers].sort((a, b) => a - b);
        const met: string[] = [];
        let cursor: string | undefined;
        do {
          const after = cursorKey(cursor, z.tuple([z.number()]))?.[0] ?? -1;
          const { items, nextCursor } = page(
            rows.filter((row) => row > after).slice(0, limit + 1),
            limit,
          );
          met.push(...items);
          cursor = nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(met).toEqual(rows.map((row) => `row ${row}`));
      }),
    );
  });

  test.each([
    '',
    'nonsense',
    Buffer.from('["1"]').toString('base64url'),
    Buffer.from('{"gt":1}').toString('base64url'),
    Buffer.from('[1,2]').toString('base64url'),
  ])('the cursor %j is refused in words', (cursor) => {
    const read = () => cursorKey(cursor, z.tuple([z.number()]));
    expect(read).toThrow(Refusal);
    expect(read).toThrow('This cursor was not returned by a list of this API.');
  });

  test('the schema of a page is strict about its items', () => {
    const schema = listingOf(z.object({ id: z.number() }));
    expect(schema.safeParse({ items: [{ id: 1 }], nextCursor: null }).success).toBe(true);
    expect(schema.safeParse({ items: [{ id: '1' }], nextCursor: null }).success).toBe(false);
  });
});

describe('filter text', () => {
  test.each([
    ['plain', 'plain'],
    ['100%', '100\\%'],
    ['a_b', 'a\\_b'],
    ['back\\slash', 'back\\\\slash'],
    ['', ''],
  ])('%j is looked for as %j', (text, pattern) => {
    expect(containing(text)).toEqual({ contains: pattern, mode: 'insensitive' });
  });

  test.each(['\u0000', 'a\ud800', 'x'.repeat(201)])('%j is not looked for', (text) => {
    expect(filterText.safeParse(text).success).toBe(false);
  });

  test('space around it does not count', () => {
    expect(filterText.parse('  two words ')).toBe('two words');
  });
});
