import { maxTextBytes } from '@/lib/article/article';
import { decodeUpload } from '@/lib/article/decode-upload';

/** An uploaded file as text with what to say about it, or why it is none. */
export type Upload = { text: string; title: string; note: string } | { fault: string };

/** UTF-16 takes up to twice the bytes of UTF-8. */
const maxFileBytes = 2 * maxTextBytes;

/** Reads a chosen or dropped file. */
export async function readUpload(file: File): Promise<Upload> {
  if (file.size > maxFileBytes) {
    return {
      fault: `“${file.name}” has ${file.size.toLocaleString('en')} bytes; an article may have ${maxTextBytes.toLocaleString('en')}. Part it into several articles.`,
    };
  }
  const read = decodeUpload(new Uint8Array(await file.arrayBuffer()));
  if ('fault' in read) return { fault: `“${file.name}”: ${read.fault}` };
  const doubt =
    read.encoding === 'windows-1252'
      ? ' It is not in UTF-8 and was read as Windows-1252: see whether accents and quotation marks are right.'
      : '';
  return {
    text: read.text,
    title: file.name.replace(/\.[^.]{1,5}$/, ''),
    note: `“${file.name}” was read.${doubt}`,
  };
}
