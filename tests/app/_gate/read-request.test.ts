import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readBody } from '@/app/_gate/read-request';
import { refused } from '@/tests/builders/refused';

const anything = z.unknown();
const headers = { 'content-type': 'application/json' };

/** A body of so many bytes in pieces, and how much of it was read. */
function aBody(bytes: number) {
  const read = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (read.bytes >= bytes) return controller.close();
      controller.enqueue(new Uint8Array(100_000));
      read.bytes += 100_000;
    },
  });
  const init: RequestInit = { method: 'POST', body, headers };
  return {
    read,
    request: new Request('http://localhost/', Object.assign(init, { duplex: 'half' })),
  };
}

test('reads a body that is too large to its end, so that its sender sees the answer', async () => {
  const { request, read } = aBody(3_000_000);
  expect(await refused(readBody(anything, request, 100))).toMatchObject({ reason: 'too-large' });
  expect(read.bytes).toBe(3_000_000);
});

test('does not read one without end', async () => {
  const { request, read } = aBody(Infinity);
  expect(await refused(readBody(anything, request, 100))).toMatchObject({ reason: 'too-large' });
  expect(read.bytes).toBeLessThan(70_000_000);
});

test('refuses a name that JavaScript would leave out', async () => {
  const body = '{"attributes":{"__proto__":"x"}}';
  const request = new Request('http://localhost/', { method: 'POST', body, headers });
  const { reason, faults } = await refused(readBody(anything, request));
  expect([reason, faults[0]?.path]).toEqual(['invalid', 'attributes']);
});
