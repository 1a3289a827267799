import { attachment } from './attachment';
import { byteStream } from './byte-stream';
import type { ExportFormat } from './csv-choice';

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
