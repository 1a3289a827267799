import { create } from 'content-disposition';
import type { ExportFormat } from './export-query';

const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu;

/**
 * The Content-Disposition (RFC 6266) by which a browser saves an answer as `title`.`extension`: in
 * full for those that read UTF-8, in ASCII for others. Characters that file systems refuse become
 * spaces; the name has at most 120 characters.
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
 * A stream of the pieces, each produced only when it is read; when the reader cancels, the
 * generator ends.
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

/** An export in progress: its name without extension, its format, and its bytes piece by piece. */
export type Export = {
  title: string;
  format: ExportFormat;
  pieces: AsyncGenerator<Uint8Array, void>;
};

const csv = 'text/csv; charset=utf-8; header=present';

const kinds: Record<ExportFormat, { type: string; extension: string; suffix: string }> = {
  csv: { type: csv, extension: 'csv', suffix: '' },
  decisions: { type: csv, extension: 'csv', suffix: ' decisions' },
  json: { type: 'application/json', extension: 'json', suffix: '' },
};

/** The response by which a browser saves the export under its name while it is still being produced. */
export function exportDownload({ title, format, pieces }: Export): Response {
  const { type, extension, suffix } = kinds[format];
  return new Response(byteStream(pieces), {
    headers: {
      'content-type': type,
      'content-disposition': attachment(title + suffix, extension),
      'cache-control': 'no-store',
    },
  });
}
