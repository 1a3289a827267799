import { decodeWindows1252 } from './windows-1252';

/** In what an uploaded file was written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file as text, or why it is none, in words for the one who chose it. */
export type Decoded = { text: string; encoding: Encoding } | { fault: string };

function byteOrderMarkOf(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Signs of formats that are no text but may be taken for it. */
const formats: [string, string][] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP file (as Word and LibreOffice documents are)'],
  ['{\\rtf', 'an RTF document'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document'],
];

function strict(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Reads an uploaded text file: as its byte order mark says, else as UTF-8, else, if it is not valid
 * UTF-8, as windows-1252, which the caller should say. A file that is no text is refused.
 */
export function decodeUpload(bytes: Uint8Array): Decoded {
  const head = decodeWindows1252(bytes.subarray(0, 8));
  const format = formats.find(([sign]) => head.startsWith(sign));
  if (format !== undefined)
    return {
      fault: `This file is ${format[1]}, not a text file. Copy the text out of it and paste it.`,
    };
  const mark = byteOrderMarkOf(bytes);
  const encoding = mark?.encoding ?? 'utf-8';
  const text = strict(encoding, bytes.subarray(mark?.length ?? 0));
  if (text === null && encoding !== 'utf-8')
    return { fault: 'This file says that it is UTF-16, but it cannot be read as such.' };
  const read = text ?? decodeWindows1252(bytes);
  if (/[\u0000-\u0008\u000e-\u001a]/.test(read))
    return { fault: 'This is not a text file: it has characters in it that no text has.' };
  return { text: read, encoding: text === null ? 'windows-1252' : encoding };
}
