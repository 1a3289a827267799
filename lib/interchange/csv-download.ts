import { attachment } from './attachment';
import { byteStream } from './byte-stream';

/** A file in the making: its name without extension, and its bytes piece by piece. */
export type Export = { title: string; pieces: AsyncGenerator<Uint8Array, void> };

/** The answer by which a browser saves the export under its name while it is still being made. */
export function csvDownload({ title, pieces }: Export): Response {
  return new Response(byteStream(pieces), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': attachment(title, 'csv'),
      'cache-control': 'no-store',
    },
  });
}
