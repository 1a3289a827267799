import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { copyFilesAsOfOneMoment, folderBytes } from '@/server/archive/copy-embedded';

function contentsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

test('a folder that is written to all the while is copied as it is at one moment', async () => {
  const place = mkdtempSync(join(tmpdir(), 'parallax-test-'));
  const [from, to] = [join(place, 'from'), join(place, 'copies', 'to')];
  mkdirSync(join(from, 'deep'), { recursive: true });
  for (let at = 0; at < 300; at++) writeFileSync(join(from, `file-${at}`), `${'x'.repeat(5000)}0`);
  let turn = 0;
  const write = () => {
    turn++;
    // Always of the same size, and some with the same modification time.
    writeFileSync(join(from, `file-${turn % 300}`), `${'x'.repeat(5000)}${turn % 10}`);
    writeFileSync(join(from, 'deep', `new-${turn}`), String(turn));
    if (turn > 5) renameSync(join(from, 'deep', `new-${turn - 5}`), join(from, 'deep', 'renamed'));
    const { atime, mtime } = statSync(join(from, 'file-0'));
    writeFileSync(join(from, 'file-0'), `${'x'.repeat(5000)}${turn % 10}`);
    utimesSync(join(from, 'file-0'), atime, mtime);
  };
  const writer = setInterval(write, 1);
  const heldFor = await copyFilesAsOfOneMoment(from, to, async (work) => {
    clearInterval(writer);
    await work();
  });
  expect(turn).toBeGreaterThan(5);
  expect(heldFor).toBeGreaterThan(0);
  expect(contentsOf(to)).toEqual(contentsOf(from));
  expect(await folderBytes(to)).toBe(await folderBytes(from));
  rmSync(place, { recursive: true });
});
