import { attachment } from './attachment';
import { byteStream } from './byte-stream';
import type { ExportFormat } from './csv-choice';

/** A file in the making: its name without extension, its format, and its bytes piece by piece. */
export type Export = {
  title: string;
  format: ExportFormat;
  pieces: AsyncGenerator<Uint8Array, void>;
};

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
};

/** The answer by which a browser saves the export under its name while it is still being made. */
export function exportDownload({ title, format, pieces }: Export): Response {
  return new Response(byteStream(pieces), {
    headers: {
      'content-type': types[format],
      'content-disposition': attachment(title, format),
      'cache-control': 'no-store',
    },
  });
}
