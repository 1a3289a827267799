import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonPieces } from '@/lib/interchange/json-pieces';
import { jsonBytes, jsonList, jsonObject } from '@/lib/interchange/json-pieces';

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
