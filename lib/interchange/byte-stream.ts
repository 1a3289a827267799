const encoder = new TextEncoder();

/**
 * The pieces as a stream of UTF-8, each made only when the reader asks for it; when the reader goes
 * away, the making ends.
 */
export function byteStream(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
}
