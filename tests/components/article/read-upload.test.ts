import { expect, test } from '@jest/globals';
import { readUpload } from '@/components/article/read-upload';

test('reads a text file, named after itself', async () => {
  const read = await readUpload(new File(['“Café” 😀'], 'fog.over.txt'));
  expect(read).toEqual({ text: '“Café” 😀', title: 'fog.over', note: '“fog.over.txt” was read.' });
});

test('says when it was not UTF-8', async () => {
  const read = await readUpload(new File([Uint8Array.from([0x93, 0xe9])], 'a.txt'));
  expect(read).toMatchObject({ text: '“é', note: expect.stringContaining('Windows-1252') });
});

test('says why a file is not taken', async () => {
  expect(await readUpload(new File(['%PDF-1.7'], 'a.pdf'))).toEqual({
    fault: expect.stringContaining('“a.pdf”: This file is a PDF'),
  });
  expect(await readUpload(new File([new Uint8Array(4_200_000)], 'a.txt'))).toEqual({
    fault: expect.stringContaining('4,200,000 bytes'),
  });
});
