import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { streamedLines } from '@/components/ui/streamed-lines';

function streamOf(...pieces: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function linesOf(...pieces: Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of streamedLines(streamOf(...pieces))) lines.push(line);
  return lines;
}

const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[string, string[], string[]]>([
  ['nothing', [], []],
  ['a line', ['{"a":1}\n'], ['{"a":1}']],
  ['a last line without a break', ['a\nb'], ['a', 'b']],
  ['a line in pieces', ['{"ki', 'nd":', '1}\n{"x"', ':2}\n'], ['{"kind":1}', '{"x":2}']],
  ['breaks of Windows', ['a\r', '\nb\r\n'], ['a', 'b']],
  ['empty lines', ['\n\na\n \n'], ['a']],
])('reads %s', async (_, pieces, lines) => {
  expect(await linesOf(...pieces.map(bytes))).toEqual(lines);
});

test('a letter that is cut in two is whole', async () => {
  const whole = bytes('“γ 😀”\n');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (at) => {
      expect(await linesOf(whole.slice(0, at), whole.slice(at))).toEqual(['“γ 😀”']);
    }),
  );
});

test('a stream that breaks is told as it broke', async () => {
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes('a\n'));
    },
    pull(controller) {
      controller.error(new Error('the line is dead'));
    },
  });
  const read = async () => {
    for await (const line of streamedLines(broken)) expect(line).toBe('a');
  };
  await expect(read()).rejects.toThrow('the line is dead');
});
