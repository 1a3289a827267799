/** The characters of windows-1252 for the bytes 80 to 9F; the five undefined ones map to themselves. */
export const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const bytes = new Map(Array.from(windows1252, (sign, at) => [sign, 0x80 + at]));

/** The byte of a character in windows-1252; for other characters, their code unit. */
export function byteOf(sign: string): number {
  return bytes.get(sign) ?? sign.charCodeAt(0);
}

/**
 * Decodes bytes as windows-1252, in which every byte has a character. Uses a table of its own,
 * since some versions of Node treat the encoding as Latin 1.
 */
export function decodeWindows1252(encoded: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < encoded.length; from += 8192) {
    const signs = Array.from(encoded.subarray(from, from + 8192), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? windows1252.charAt(byte - 0x80) : String.fromCharCode(byte),
    );
    parts.push(signs.join(''));
  }
  return parts.join('');
}

/** Encoding of an uploaded file. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file as text, or a sentence for the person who chose it that says why it is not a text. */
type Decoded = { text: string; encoding: Encoding } | { fault: string };

function byteOrderMarkOf(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Signatures of formats that may be mistaken for text. */
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
 * Decodes an uploaded text file by its byte order mark; without one as UTF-8 and, if it is not
 * valid UTF-8, as windows-1252, which the caller should tell the person. Other kinds of file give a
 * `fault`.
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
