import { describe, expect, it } from '@jest/globals';
import { checkSize, fileText, maxFileBytes } from '@/lib/agreement/calculator/file-text';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the text of a file', () => {
  it('is UTF-8, or UTF-16 with its mark', () => {
    expect(fileText(utf8('über 👍🏽'))).toBe('über 👍🏽');
    const little = Uint8Array.of(0xff, 0xfe, 0x61, 0, 0xe9, 0);
    const big = Uint8Array.of(0xfe, 0xff, 0, 0x61, 0, 0xe9);
    expect([fileText(little), fileText(big)]).toEqual(['aé', 'aé']);
    expect(fileText(new Uint8Array(0))).toBe('');
  });

  it('is refused by line where it is neither', () => {
    const bytes = Uint8Array.of(...utf8('a\nb\n'), 0xe9, 10);
    expect(() => fileText(bytes)).toThrow('Line 3 is not UTF-8. Save the file as “CSV UTF-8”');
  });

  it('is refused where it is too large, before it is read', () => {
    expect(() => checkSize(maxFileBytes)).not.toThrow();
    expect(() => checkSize(100_000_000)).toThrow(
      'The file has 100 MB, and at most 50 MB are read.',
    );
  });
});
