import { create } from 'content-disposition';
import type { ExportFormat } from './csv-choice';

const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu;

/**
 * The Content-Disposition by which a browser keeps an answer as a file named `title`.`extension`
 * (RFC 6266): in full for those that read UTF-8, in ASCII for the others. Signs that a file system
 * refuses become spaces; the name is at most 120 characters.
 */
export function attachment(title: string, extension: string): string {
  const plain = title.replace(unsafe, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  const name = Array.from(plain).slice(0, 120).join('').trim() || 'annotations';
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '_')
    .replace(/[%;]/g, '_');
  return create(`${name}.${extension}`, { fallback: `${ascii}.${extension}` });
}

/**
 * The pieces as a stream, each made only when the reader asks for it; when the reader goes away, the
 * making ends.
 */
export function byteStream(pieces: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
}

/** A file in the making: its name without extension, its format, and its bytes piece by piece. */
export type Export = {
  title: string;
  format: ExportFormat;
  pieces: AsyncGenerator<Uint8Array, void>;
};

const csv = 'text/csv; charset=utf-8; header=present';

const kinds: Record<ExportFormat, { type: string; extension: string; besides: string }> = {
  csv: { type: csv, extension: 'csv', besides: '' },
  decisions: { type: csv, extension: 'csv', besides: ' decisions' },
  json: { type: 'application/json', extension: 'json', besides: '' },
};

/** The answer by which a browser saves the export under its name while it is still being made. */
export function exportDownload({ title, format, pieces }: Export): Response {
  const { type, extension, besides } = kinds[format];
  return new Response(byteStream(pieces), {
    headers: {
      'content-type': type,
      'content-disposition': attachment(title + besides, extension),
      'cache-control': 'no-store',
    },
  });
}
