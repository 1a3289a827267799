import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonPieces } from '@/lib/interchange/streaming';
import { byPages, ahead, jsonBytes, jsonList, jsonObject } from '@/lib/interchange/streaming';

describe('by pages', () => {
  test.each([0, 1, 499, 500, 501, 1000, 1234])(
    '%d rows come each once, in their order',
    async (count) => {
      const rows = [...Array(count).keys()];
      const read = (after: number | null, most: number) =>
        Promise.resolve(rows.filter((row) => after === null || row > after).slice(0, most));
      const got: number[] = [];
      for await (const row of byPages(read)) got.push(row);
      expect(got).toEqual(rows);
    },
  );

  test('no page is read before it is wanted', async () => {
    let pages = 0;
    const read = (_: number | null, most: number) => {
      pages++;
      return Promise.resolve(Array<number>(most).fill(0));
    };
    for await (const row of byPages(read)) {
      expect(row).toBe(0);
      break;
    }
    expect(pages).toBe(1);
  });
});

describe('ahead', () => {
  function counting(most: number, fails = false) {
    const made: number[] = [];
    let ended = false;
    async function* count(): AsyncGenerator<number, void> {
      try {
        for (let next = 0; next < most; next++) {
          made.push(next);
          yield await Promise.resolve(next);
        }
        if (fails) throw new Error('broken');
      } finally {
        ended = true;
      }
    }
    return { source: count(), made, isEnded: () => ended };
  }

  test('gives the same values, one of them made ahead', async () => {
    const { source, made, isEnded } = counting(4);
    const values: number[] = [];
    for await (const value of ahead(source)) {
      values.push(value);
      await new Promise(setImmediate);
      expect(made).toHaveLength(Math.min(value + 2, 4));
    }
    expect(values).toEqual([0, 1, 2, 3]);
    expect(isEnded()).toBe(true);
  });

  test('when the reader stops, the source is ended', async () => {
    const { source, isEnded } = counting(1000);
    for await (const value of ahead(source)) if (value === 3) break;
    expect(isEnded()).toBe(true);
  });

  test('a failure reaches the reader after what was made before it', async () => {
    const values: number[] = [];
    const read = async () => {
      for await (const value of ahead(counting(2, true).source)) values.push(value);
    };
    await expect(read()).rejects.toThrow('broken');
    expect(values).toEqual([0, 1]);
  });
});

describe('json pieces', () => {
  async function* each<Item>(items: Item[]) {
    for (const item of items) yield await Promise.resolve(item);
  }

  async function read(made: JsonPieces): Promise<unknown> {
    const parts: Uint8Array[] = [];
    for await (const part of jsonBytes(made)) parts.push(part);
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  }

  test('whatever is written reads back the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.jsonValue(), async (items, value) => {
        const made = jsonObject({ items: jsonList(each(items)), value, empty: undefined });
        expect(await read(made)).toEqual(JSON.parse(JSON.stringify({ items, value })));
      }),
    );
  });

  test('what is in the making may lie within what is in the making', async () => {
    const inner = () => jsonObject({ deep: jsonList(each([jsonObject({}), jsonList(each([]))])) });
    expect(await read(jsonList(each([inner(), inner()])))).toEqual([
      { deep: [{}, []] },
      { deep: [{}, []] },
    ]);
  });

  test('is sent in portions, and made no sooner than it is sent', async () => {
    let made = 0;
    async function* many() {
      for (; made < 1000; made++) yield await Promise.resolve('x'.repeat(1000));
    }
    const bytes = jsonBytes(jsonList(many()));
    const { value } = await bytes.next();
    expect(value?.byteLength).toBeGreaterThan(60_000);
    expect(made).toBeLessThan(100);
    await bytes.return();
  });
});
