import { expect, test } from '@jest/globals';
import { byteStream } from '@/lib/interchange/byte-stream';

function pieces(most: number) {
  let [made, ended] = [0, false];
  async function* make(): AsyncGenerator<Uint8Array, void> {
    try {
      while (made < most) yield await Promise.resolve(Buffer.from(`${made++} `));
    } finally {
      ended = true;
    }
  }
  return { source: make(), state: () => ({ made, ended }) };
}

test('gives every piece, none before it is asked for', async () => {
  const { source, state } = pieces(3);
  const stream = byteStream(source);
  await new Promise(setImmediate);
  expect(state()).toEqual({ made: 0, ended: false });
  expect(await new Response(stream).text()).toBe('0 1 2 ');
  expect(state()).toEqual({ made: 3, ended: true });
});

test('when the reader goes away, the making ends', async () => {
  const { source, state } = pieces(1_000_000);
  const reader = byteStream(source).getReader();
  await reader.read();
  await reader.cancel();
  expect(state().ended).toBe(true);
  expect(state().made).toBeLessThan(3);
});
