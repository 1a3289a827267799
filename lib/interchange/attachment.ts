import { create } from 'content-disposition';

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
