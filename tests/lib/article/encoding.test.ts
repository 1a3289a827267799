import { describe, expect, test } from '@jest/globals';
import { byteOf, decodeWindows1252, decodeUpload } from '@/lib/article/encoding';

describe('windows 1252', () => {
  test('reads and knows its bytes', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const text = decodeWindows1252(all);
    expect(text.slice(0x80, 0x85)).toBe('€\u0081‚ƒ„');
    expect(text.slice(0x91, 0x98)).toBe('‘’“”•–—');
    expect(text.slice(0xe9, 0xea)).toBe('é');
    expect(Array.from(text, byteOf)).toEqual(Array.from(all));
  });

  test('reads long files whole', () => {
    expect(decodeWindows1252(new Uint8Array(20_000).fill(0x93))).toBe('“'.repeat(20_000));
  });
});

describe('decode upload', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const utf16 = (text: string, little: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return new Uint8Array(little ? bytes : bytes.swap16());
  };

  test.each([
    ['utf-8', utf8('“Café” 😀\r\n')],
    ['utf-8', utf8('\ufeff“Café” 😀\r\n')],
    ['utf-16le', utf16('“Café” 😀\r\n', true)],
    ['utf-16be', utf16('“Café” 😀\r\n', false)],
  ])('reads %s', (encoding, bytes) => {
    expect(decodeUpload(bytes)).toEqual({ text: '“Café” 😀\r\n', encoding });
  });

  test('what is not valid UTF-8 is windows-1252', () => {
    const bytes = Uint8Array.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94]);
    expect(decodeUpload(bytes)).toEqual({ text: '“Café”', encoding: 'windows-1252' });
  });

  test.each([
    ['a PDF', utf8('%PDF-1.7\nabc')],
    ['a ZIP file', utf8('PK\u0003\u0004abc')],
    ['an RTF', utf8('{\\rtf1 abc}')],
    ['not a text file', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['cannot be read', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8])],
  ])('says of %s what it is', (words, bytes) => {
    expect(decodeUpload(bytes)).toEqual({ fault: expect.stringContaining(words) });
  });

  test('an empty file is an empty text', () => {
    expect(decodeUpload(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });
});
